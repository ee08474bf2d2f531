"""Whether a doubt is really held: not denied, wished, asked for or only supposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefwright.extract.skeptics.doubt import listed, negation
from briefwright.extract.syntax import asked, infinitive
from briefwright.extract.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUPPOSING = {"if", "unless", "whether", "lest"}
_OPEN_MODALS = {"could", "may", "might", "can", "should", "must", "ca"}
_INFINITIVES = {"xcomp", "advcl", "acl", "ccomp", "relcl", "pcomp"}
# What an infinitive may hang on beside a verb of doing: "the first to question it".
_DOING_NOUNS = {"first", "latest", "last", "attempt", "effort", "bid", "one"}
_CHAIN = 4  # coordinated verbs whose condition or modal reaches the last one


def really(verb: Token) -> bool:
    """Whether the doubting verb tells of a doubt that somebody holds."""
    if negation(verb) is not None or _open(verb) or asked(verb) or _instead(verb):
        return False
    node = verb
    for _ in range(_CHAIN):
        if node.dep_ != "conj" or node.head.pos_ not in {"VERB", "AUX"}:
            break
        if any(c.dep_ in {"nsubj", "nsubjpass", "aux"} for c in node.children):
            break
        node = node.head
        if _open(node):
            return False
    return _done(node)


def _open(verb: Token) -> bool:
    """Whether a modal or a condition leaves open that it happens."""
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in _OPEN_MODALS:
            return True
        if child.dep_ == "mark" and child.lower_ in _SUPPOSING:
            return True
        if child.dep_ == "advcl" and any(c.lower_ == "if" for c in child.children):
            return True  # "if it is applied there, they would oppose it"
    return verb.tag_ == "VB" and not any(c.dep_ in {"aux", "nsubj"} for c in verb.children)


def _instead(verb: Token) -> bool:
    """Whether it is what somebody does not do: "rather than scolding", "without denying"."""
    before = verb.doc[verb.i - 1].lower_ if verb.i > verb.sent.start else ""
    beyond = verb.doc[verb.i - 2].lower_ if verb.i > verb.sent.start + 1 else ""
    return before in {"than", "without"} or (before == "of" and beyond in {"instead", "short"})


def _done(verb: Token) -> bool:
    """Whether an infinitive is something done ("went on to dispute"), not something wished."""
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.head.lemma_ in listed("considering"):
        return False
    to = infinitive(verb)
    if not to or verb.dep_ not in _INFINITIVES:
        return not to
    governor = verb.head
    if negation(governor) is not None:
        return False
    doing = words("doubt", "doing")
    return governor.lemma_.lower() in doing or governor.lower_ in _DOING_NOUNS
