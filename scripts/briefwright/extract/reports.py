"""Reports: every reporting word of a passage with its speaker's head and its content.

This is where syntax is read; `claims.py` turns a report into a claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefwright.extract.contents import clause_pieces, quoted_inside, tidy
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.speakers import inverted_subject, subject_of
from briefwright.extract.tables import words
from briefwright.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSE = {"ccomp", "parataxis"}


@dataclass(slots=True)
class Report:
    """A reporting word and what belongs to it.

    Attributes:
        passage: where it stands.
        cue: the tokens of the reporting words; empty when there are none.
        speaker: head of the speaker's noun phrase; None when nobody is named.
        pieces: the content, in text order.
        heads: the content's main verbs, for its certainty.
        depth: 2 when the speaker only passes on what a document says.
        unsure: the reporting words themselves doubt it ("reportedly", "is thought to").
    """

    passage: Passage
    cue: list[Token]
    speaker: Token | None
    pieces: list[Span]
    heads: list[Token] = field(default_factory=list)
    depth: int = 1
    unsure: bool = False

    @property
    def verb(self) -> Token:
        """The reporting word itself, without negation or particle."""
        return next((t for t in self.cue if t.pos_ in {"VERB", "NOUN"}), self.cue[0])


def find_reports(passage: Passage, reading: Reading) -> Iterator[Report]:
    """All reports of a passage, in the order of their reporting words."""
    for token in passage.doc:
        report = None
        if token.lower_ == "according":
            report = _according(passage, token, reading)
        elif token.pos_ in {"VERB", "AUX"}:
            report = _verb(passage, token, reading)
        elif token.pos_ in {"NOUN", "PROPN"}:
            report = _noun(passage, token, reading)
        elif token.lower_ in words("reporting", "adverbs"):
            report = _adverb(passage, token, reading)
        if report is not None and report.pieces:
            yield report


def _verb(passage: Passage, verb: Token, reading: Reading) -> Report | None:
    lemma = verb.lemma_.lower()
    speech, thought = words("reporting", "speech"), words("reporting", "thought")
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if passive:
        return _passive(passage, verb, reading) if lemma in words("reporting", "passive") else None
    if lemma in words("reporting", "light_verbs") and lemma not in speech | thought:
        pieces, heads = _stance(passage, verb, reading)
        return Report(passage, [verb], subject_of(verb), pieces, heads) if pieces else None
    if lemma not in speech and lemma not in thought:
        return None
    masks = _masks_of(passage, verb)
    clause = next(
        (c for c in verb.children if c.dep_ in _CLAUSE and c.i not in passage.masks), None
    )
    if clause is not None and clause.i in {m.i for m in masks}:
        clause = None
    subject = subject_of(verb)
    if clause is not None and not _reportable(verb, clause, lemma):
        clause = None
    pieces: list[Span] = [passage.masks[m.i].inner for m in masks]
    heads: list[Token] = [h for m in masks for h in _inside_heads(passage.masks[m.i], reading)]
    if clause is not None and not masks:
        pieces += clause_pieces(passage, clause, reading)
        heads.append(clause)
    elif clause is not None:
        # `She said that "...," and ...`: the clause beside a quotation belongs to it.
        pieces += [
            p for p in clause_pieces(passage, clause, reading)
            if not any(p.overlaps(quoted) for quoted in pieces) and len(p.of(reading.text).split()) > 2  # noqa: PLR2004 - less is a torn rest
        ]  # fmt: skip
        heads.append(clause)
    if not pieces and verb.dep_ == "parataxis" and lemma in speech:
        pieces, heads = _around(passage, verb, reading)
    if not pieces:
        pieces, heads = _described(passage, verb, lemma, reading)
    if not pieces and lemma in words("reporting", "infinitive"):
        pieces, heads = _infinitive(passage, verb, reading)
    if not pieces and lemma in words("reporting", "light_verbs"):
        pieces, heads = _stance(passage, verb, reading)
    if not pieces and lemma not in words("reporting", "asking"):
        pieces = _quoted_object(passage, verb, reading)
    if subject is None and pieces:
        subject = inverted_subject(verb)
    if not pieces or (subject is None and not masks):
        return None
    cue = _cue_tokens(verb)
    report = Report(passage, cue, subject, sorted(set(pieces)), heads)
    _through_document(report)
    return report


def _around(passage: Passage, verb: Token, reading: Reading) -> tuple[list[Span], list[Token]]:
    """ "The deal was close to collapse, two diplomats said, after ...": the clause around it."""
    own = {t.i for t in verb.subtree}
    clause = verb.head
    before = [t for t in clause.subtree if t.i not in own and t.i < verb.i]
    after = [t for t in clause.subtree if t.i not in own and t.i > verb.i]
    pieces = [s for part in (before, after) if part and (s := tidy(passage, part, reading))]
    return pieces, [clause]


def _cue_tokens(verb: Token) -> list[Token]:
    """The verb with its particle and its negation ("pointed out", "does not deny")."""
    tokens = [verb, *(c for c in verb.children if c.dep_ == "prt" and c.i == verb.i + 1)]
    negation = next((c for c in verb.children if c.dep_ == "neg" and c.i == verb.i - 1), None)
    if negation is not None:
        auxiliary = next(
            (c for c in verb.children if c.dep_ == "aux" and c.i == negation.i - 1), None
        )
        tokens = [*([auxiliary] if auxiliary is not None else []), negation, *tokens]
    return tokens


def _inside_heads(quotation: object, reading: Reading) -> list[Token]:
    return [s.root for p in reading.inside(quotation) for s in list(p.doc.sents)[:1]]  # type: ignore[arg-type]


def _reportable(verb: Token, clause: Token, lemma: str) -> bool:
    """Whether the verb with this clause states something."""
    if lemma in words("reporting", "asking"):
        return False
    marked = any(c.dep_ == "mark" and c.lower_ in {"that"} for c in clause.children)
    question = any(c.lower_ in {"whether", "if"} and c.dep_ == "mark" for c in clause.children)
    if question:
        return False
    wh = clause.doc[clause.left_edge.i].tag_ in {"WDT", "WP", "WRB"} and clause.left_edge.i > verb.i
    if lemma in words("reporting", "quote_only"):
        return marked and not wh
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)
    if infinitive:
        return lemma in words("reporting", "infinitive") | {"expect", "believe"} and any(
            c.dep_ == "nsubj" for c in clause.children
        )
    imperative = not any(c.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} for c in clause.children)
    relative = verb.dep_ in {"relcl"} and clause.i > verb.i
    return not wh and (marked or not imperative or relative) and clause.pos_ in {
        "VERB", "AUX", "NOUN", "ADJ", "PROPN", "PRON", "NUM",
    }  # fmt: skip


def _masks_of(passage: Passage, verb: Token) -> list[Token]:
    """The stand-ins of quotations that this verb introduces."""
    found = []
    for index in passage.masks:
        mask = passage.doc[index]
        if mask.sent.start <= verb.i < mask.sent.end and _governor(passage, mask) == verb:
            found.append(mask)
    return found


def _governor(passage: Passage, mask: Token) -> Token | None:
    """The reporting verb of a quotation: above it in the parse, or else the nearest one."""
    verbs = words("reporting", "speech") | words("reporting", "thought")
    node = mask
    for _ in range(4):
        node = node.head
        if node.pos_ in {"VERB", "AUX"} and node.lemma_.lower() in verbs:
            if abs(node.i - mask.i) <= 6 or node.dep_ == "ROOT":  # noqa: PLR2004
                return _closest(passage, mask, node, verbs)
        if node.head == node:
            break
    return _closest(passage, mask, None, verbs)


def _closest(
    passage: Passage, mask: Token, above: Token | None, verbs: frozenset[str]
) -> Token | None:
    """The verb right before or after the quotation when there is one, else `above`."""
    near = [
        t for t in mask.sent
        if t.pos_ in {"VERB", "AUX"} and t.lemma_.lower() in verbs and t.i not in passage.masks
    ]  # fmt: skip
    if not near:
        return None
    nearest = min(near, key=lambda t: (abs(t.i - mask.i), t.i))
    return nearest if above is None or abs(nearest.i - mask.i) <= 4 else above  # noqa: PLR2004


def _described(
    passage: Passage, verb: Token, lemma: str, reading: Reading
) -> tuple[list[Span], list[Token]]:
    """ "described X as ...", "called X ...": the quoted words, or the whole description."""
    if lemma not in words("reporting", "describing"):
        return [], []
    sentence = passage.span(verb.sent)
    end = _next_verb_start(passage, verb, sentence)
    region = Span(passage.starts[verb.i], end)
    quoted = [q for q in reading.quotations_at(region) if region.contains(q.inner)]
    if quoted:
        return [quoted[0].inner], []
    phrase = next(
        (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i), None
    )
    if phrase is None:
        return [], []
    span = tidy(passage, [t for t in phrase.subtree if t != phrase], reading)
    return ([span], []) if span else ([], [])


def _next_verb_start(passage: Passage, verb: Token, sentence: Span) -> int:
    """Where the next clause after `verb` starts, so that no later quotation is taken."""
    verbs = words("reporting", "speech")
    for token in passage.doc[verb.i + 1 : verb.sent.end]:
        if token.lemma_.lower() in verbs and token.pos_ == "VERB":
            start = passage.starts[token.i]
            if not any(q.outer.start <= start < q.outer.end for q in passage.masks.values()):
                return start
    return sentence.end


def _infinitive(passage: Passage, verb: Token, reading: Reading) -> tuple[list[Span], list[Token]]:
    clause = next(
        (c for c in verb.children if c.dep_ == "xcomp"
         and any(a.dep_ == "aux" and a.lower_ == "to" for a in c.children)), None,
    )  # fmt: skip
    if clause is None:
        return [], []
    return clause_pieces(passage, clause, reading), [clause]


def _stance(passage: Passage, verb: Token, reading: Reading) -> tuple[list[Span], list[Token]]:
    """ "expressed confidence in the plan": the noun's complement is what is stated."""
    noun = next(
        (c for c in verb.children
         if c.dep_ == "dobj" and c.lemma_.lower() in words("reporting", "stance_nouns")), None,
    )  # fmt: skip
    if noun is None:
        return [], []
    complement = next((c for c in noun.children if c.dep_ in {"prep", "acl", "ccomp"} and c.i > noun.i),
                      None) or next((c for c in verb.children if c.dep_ in {"prep", "ccomp"}
                                     and c.i > noun.i), None)  # fmt: skip
    if complement is None:
        return [], []
    span = tidy(passage, list(complement.subtree), reading)
    return ([span], [complement]) if span else ([], [])


def _quoted_object(passage: Passage, verb: Token, reading: Reading) -> list[Span]:
    """Quoted words right after the verb or its object, inside the same sentence."""
    following = passage.ends[verb.i]
    end = _next_verb_start(passage, verb, passage.span(verb.sent))
    if end <= following:
        return []
    for quotation in reading.quotations_at(Span(following, end)):
        if following <= quotation.outer.start < end:
            gap = reading.text[following : quotation.outer.start]
            if _is_title(quotation.inner.of(reading.text)):
                continue
            if len(gap.split()) <= 6 and "," not in gap[1:].rstrip().rstrip(","):  # noqa: PLR2004
                return [quotation.inner]
    return []


def _is_title(words_: str) -> bool:
    """ "International Women's Day Celebration": a quoted name is no statement."""
    long = [w for w in words_.split() if len(w) > 3]  # noqa: PLR2004 - articles and prepositions
    return len(long) > 1 and all(w[0].isupper() for w in long)


def _passive(passage: Passage, verb: Token, reading: Reading) -> Report | None:
    """ "Eels are thought to be in decline": a statement that nobody signs."""
    clause = next((c for c in verb.children if c.dep_ == "xcomp"), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if clause is None or subject is None or verb.dep_ in {"relcl", "acl"}:
        return None
    agent = next((g for c in verb.children if c.dep_ == "agent" for g in c.children), None)
    pieces = [
        s for part in (list(subject.subtree), list(clause.subtree))
        if (s := tidy(passage, part, reading)) is not None
    ]  # fmt: skip
    return Report(passage, [verb], agent, pieces, [clause], unsure=True)


def _noun(passage: Passage, noun: Token, reading: Reading) -> Report | None:
    """ "the bank's claim that ...": a noun with its owner and its clause."""
    if noun.lemma_.lower() not in words("reporting", "nouns"):
        return None
    clause = next(
        (c for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"}
         and any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)), None,
    )  # fmt: skip
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is None:
        by = next((c for c in noun.children if c.dep_ in {"prep", "agent"} and c.lower_ in {"by", "of"}),
                  None)  # fmt: skip
        owner = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    if clause is None or owner is None:
        return None
    pieces = clause_pieces(passage, clause, reading)
    return Report(passage, [noun], owner, pieces, [clause])


def _according(passage: Passage, token: Token, reading: Reading) -> Report | None:
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(passage.doc) and passage.doc[token.i + 1].lower_ == "to":
        to = passage.doc[token.i + 1]
    source = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if to is None or source is None:
        return None
    sentence = token.sent
    phrase = set(t.i for t in token.subtree) | {token.i, to.i}
    before = [t for t in sentence if t.i < token.i]
    after = [t for t in sentence if t.i > max(phrase)]
    leads = not any(t.is_alpha for t in before) or before[-1].lower_ == "," and len(before) > 1 and (
        before[-2].lower_ in {"and", "but"}
    )  # fmt: skip
    chosen = after if leads or (before and before[-1].lower_ in {"and", "but"}) else before
    span = tidy(passage, chosen, reading) if chosen else None
    head = token.head if token.head.pos_ in {"VERB", "AUX"} else sentence.root
    return Report(passage, [token, to], source, [span] if span else [], [head])


def _adverb(passage: Passage, token: Token, reading: Reading) -> Report | None:
    verb = token.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    children = [c for c in verb.children if c != token and c.dep_ not in {"advcl", "conj", "cc"}
                and not (c.dep_ == "punct" and c.i < token.i)]  # fmt: skip
    tokens = sorted({t for c in children for t in c.subtree} | {verb}, key=lambda t: t.i)
    before = [t for t in tokens if t.i < token.i]
    after = [t for t in tokens if t.i > token.i]
    pieces = [s for part in (before, after) if part and (s := tidy(passage, part, reading))]
    return Report(passage, [token], None, pieces, [verb], unsure=True)


def _through_document(report: Report) -> None:
    """A document that somebody cites: the citing person speaks, one report deeper."""
    noun = report.speaker
    cue = report.verb
    if noun is None or cue.dep_ not in {"acl", "relcl"} or cue.head != noun:
        return
    if noun.lemma_.lower() not in words("reporting", "documents"):
        return
    node = noun.head
    if node.dep_ == "prep":
        node = node.head
    if node.lemma_.lower() in words("reporting", "citing") and node.pos_ == "VERB":
        citing = subject_of(node)
        if citing is not None:
            report.speaker, report.depth = citing, 2
