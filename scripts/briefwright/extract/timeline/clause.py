"""The clause that a time belongs to: a verb's, or a noun's that happens."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from briefwright.extract.pieces import STAND_IN
from briefwright.extract.syntax import phrase_tokens
from briefwright.extract.tables import words
from briefwright.extract.tense import tense_of

if TYPE_CHECKING:
    from spacy.tokens import Token

# Children of a verb that are clauses of their own.
_OTHER_CLAUSES = {"advcl", "ccomp", "conj", "cc", "parataxis", "dep", "preconj", "relcl"}
_MODIFIERS = {"compound", "nmod", "amod", "nummod"}
_NOMINAL = {"NOUN", "PROPN", "NUM", "ADJ", "ADV", "ADP"}
# Nouns in these places are parts of another phrase, not what a time belongs to.
_PARTS = {"pobj", "compound", "nmod", "npadvmod", "appos"}
# Nouns that happen by their ending; the others are in the table.
_EVENT_ENDINGS = ("tion", "sion", "ment", "ing")
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
# A statement with more words than this stands without what is stated: that is among the claims.
_LONGEST_STATEMENT = 70


@dataclass(frozen=True, slots=True)
class When:
    """What is known of a time before its clause is read.

    Attributes:
        day: whether it names a day or a part of one.
        later: whether it begins after the article was published.
    """

    day: bool
    later: bool


def clause_of(head: Token, when: When) -> tuple[list[Token], Token | None]:
    """The tokens of the event that a time's head belongs to, and its verb when it has one."""
    if head.dep_ == "poss" or (head.dep_ in _MODIFIERS and head.head.pos_ in {"NOUN", "PROPN"}):
        return _named(head, when)
    node = head.head
    if node.pos_ == "ADP" or node.dep_ == "prep":
        node = node.head
    while node.pos_ in _NOMINAL and node.head != node:
        if _owns(node, head) or _alone_dated(node, head, when):
            return _noun_clause(node, head), None
        node = node.head
    while node.dep_ in {"xcomp", "aux", "auxpass"} or (
        node.dep_ == "acl" and node.head.pos_ in {"VERB", "AUX"}
    ):
        node = node.head
    if node.dep_ == "acl":
        return list(node.doc[node.head.left_edge.i : node.right_edge.i + 1]), node
    if _cut_off(node):
        node = node.head
    return _verb_clause(node, head), node


def _named(head: Token, when: When) -> tuple[list[Token], Token | None]:
    """The event of a noun that a time stands before: "Monday's attack", "a Friday raid".

    A year or a month there is part of a name: "the 2020 election".
    """
    noun, verb = head.head, head.head.head
    if head.dep_ != "poss" and not when.day:
        concluded = noun.lemma_.lower() in words("timeline", "concluded")
        if concluded and verb.lemma_ in words("timeline", "concluding"):
            return list(phrase_tokens(noun)), None
        return [], None
    phrase = list(phrase_tokens(noun)) if happens(noun) else []
    while phrase and phrase[-1].pos_ == "ADP":
        phrase = phrase[:-1]
    return phrase, None


def happens(noun: Token) -> bool:
    """Whether the noun names something that happens."""
    lemma = noun.lemma_.lower()
    if lemma in words("dates", "event_nouns") or lemma in words("timeline", "happenings"):
        return True
    return lemma.endswith(_EVENT_ENDINGS) and lemma not in words("timeline", "standing_nouns")


def _owns(noun: Token, head: Token) -> bool:
    """Whether the time belongs to this noun; one after a subject belongs to the subject."""
    if noun.pos_ != "NOUN" or noun.dep_ in _PARTS:
        return False
    return noun.dep_ not in {"nsubj", "nsubjpass"} and head.i > noun.i


def _alone_dated(noun: Token, head: Token, when: When) -> bool:
    """Whether the time can be only the noun's, as the verb above it speaks of another time.

    "They left the door open to another cut before the summer", "the notes speak of the raid on
    May 4".
    """
    if noun.pos_ != "NOUN" or noun.dep_ != "pobj" or not happens(noun):
        return False
    if head.i < noun.i or head.head.head != noun:
        return False
    tense = tense_of(noun)
    return tense not in {None, "future"} if when.later else tense == "present"


def _noun_clause(noun: Token, head: Token) -> list[Token]:
    verb = noun.head
    if verb.pos_ in {"VERB", "AUX"} and noun.dep_ in {"dobj", "attr", "oprd"}:
        return _verb_clause(verb, head)
    last = max(head.right_edge.i, head.i)
    return list(noun.doc[phrase_tokens(noun)[0].i : last + 1])


def _cut_off(verb: Token) -> bool:
    """Whether a time stands between the verb and its auxiliary: "a bridge was on Friday closed"."""
    above, first = verb.head, verb.left_edge
    return (
        verb.dep_ in {"advcl", "acomp", "ccomp"}
        and verb.tag_ in {"VBN", "VBD"}
        and above.lemma_ == "be"
        and first.i - above.i == 1
        and _bare(verb)
    )


def _parted(child: Token, head: Token) -> bool:
    """The same, where the parser gives the time to the auxiliary."""
    participle = child.dep_ == "advcl" and child.tag_ in {"VBN", "VBD"} and _bare(child)
    follows = child.left_edge.i - head.right_edge.i == 1
    return participle and follows and child.head.lemma_ == "be"


def _bare(verb: Token) -> bool:
    return all(c.dep_ not in {"mark", "nsubj", "nsubjpass"} for c in verb.children)


def _verb_clause(verb: Token, head: Token) -> list[Token]:
    """The verb with its subject, objects and adverbials, but no other clause.

    What somebody says at the time belongs to the clause.
    """
    if verb.dep_ == "ROOT" and verb.pos_ == "VERB" and not _finite(verb):
        return list(verb.sent)  # a misread sentence: better all of it than a torn part
    keep = _kept(verb, head, with_content=True)
    if _untold(verb, head) and len(verb.sent) <= _LONGEST_STATEMENT:
        return list(verb.sent)
    if verb.dep_ == "relcl" and verb.head.i < min(keep):
        keep.add(phrase_tokens(_antecedent(verb))[0].i)
    if max(keep) - min(keep) > _LONGEST_STATEMENT:
        keep = _kept(verb, head, with_content=False)
    first, last = min(keep), max(keep)
    clause = list(verb.doc[first : last + 1])
    for earlier, later in pairwise(clause):
        if earlier.text == "," and later.lower_ == "with" and later.i > max(head.i, verb.i):
            return clause[: earlier.i - first]
    return clause


def _antecedent(verb: Token) -> Token:
    """The noun of a relative clause, with the nouns that it belongs to: any of them is meant."""
    noun = verb.head
    while noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    return noun


def _kept(verb: Token, head: Token, *, with_content: bool) -> set[int]:
    """The first and last words of the parts of a verb's clause, by their index."""
    keep: set[int] = {verb.i}
    says = with_content and verb.lemma_.lower() in words("reporting", "speech")
    for child in verb.children:
        first, last = child.left_edge.i, child.right_edge.i
        absolute = child.lower_ == "with" and verb.doc[child.i - 1].text == ","
        own = child.dep_ not in _OTHER_CLAUSES | {"punct"} and not absolute
        said = says and (child.dep_ == "ccomp" or _quotation(child))
        if first <= head.i <= last or own or said or _parted(child, head):
            keep.update((first, last))
    return keep


def _untold(verb: Token, head: Token) -> bool:
    """Whether the parse has lost what is said: "The paper reported on Monday, sales had risen"."""
    if verb.dep_ != "ROOT" or verb.lemma_.lower() not in words("reporting", "speech"):
        return False
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    told = any(c.dep_ in {"ccomp", "dobj", "xcomp", "dep"} for c in verb.children)
    rest = verb.doc[max(verb.i, head.i) + 1 : verb.sent.end]
    return not told and not after.is_punct and any(t.tag_ in _FINITE for t in rest)


def _quotation(child: Token) -> bool:
    """Whether it stands for a quotation."""
    return child.lower_ == STAND_IN and child.i > 0 and child.nbor(-1).is_quote


def _finite(verb: Token) -> bool:
    if verb.tag_ in _FINITE:
        return True
    return any(c.tag_ in _FINITE for c in verb.children if c.dep_ in {"aux", "auxpass", "nsubj"})
