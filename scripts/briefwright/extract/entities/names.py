"""Where names stand: the parser's hints, runs of capitals and the tables of known names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from briefwright.extract.entities.candidate import Candidate
from briefwright.extract.entities.known import find_known
from briefwright.extract.entities.shape import is_capital, is_name, trim
from briefwright.extract.reading import Passage, Reading
from briefwright.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME_LABELS = {"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"}
# Lower-case words that a name may hold between two capitals ("University of Halden").
_LINKS = {"of", "for", "de", "van", "von", "der", "den", "la", "le", "du", "al", "bin", "&", "del"}
_POSSESSIVE = {"'s", "’s"}


def find_candidates(reading: Reading, taken: Sequence[Span]) -> list[Candidate]:
    """All places that may be names, without overlaps, in text order."""
    found = list(find_known(reading))
    busy = _Taken([*taken, *(c.span for c in found)])
    labelled = [c for p in reading.passages for c in _parsed(p, reading.text) if busy.free(c.span)]
    busy.add(c.span for c in labelled)
    for passage in reading.passages:
        for candidate in _runs(passage, reading.text):
            if busy.free(candidate.span):
                found.append(candidate)
                busy.add([candidate.span])
    return sorted([*found, *labelled], key=lambda c: c.span)


class _Taken:
    """Spans already spoken for, by character."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._places: set[int] = set()
        self.add(spans)

    def add(self, spans: Iterable[Span]) -> None:
        for span in spans:
            self._places.update(range(span.start, span.end))

    def free(self, span: Span) -> bool:
        """Whether no character of `span` is spoken for."""
        return self._places.isdisjoint(range(span.start, span.end))


def _parsed(passage: Passage, text: str) -> Iterator[Candidate]:
    for ent in passage.doc.ents:
        if ent.label_ not in NAME_LABELS:
            continue
        for tokens in _split_possessive(list(ent)):
            trimmed = trim(_widen(tokens))
            if trimmed and is_name(trimmed):
                span = passage.span(trimmed)
                yield Candidate(span, span.of(text), label=ent.label_)


def _widen(tokens: list[Token]) -> list[Token]:
    """The tokens with capitalised neighbours that the parser left out of a name."""
    if not tokens:
        return tokens
    doc, first, last = tokens[0].doc, tokens[0].i, tokens[-1].i
    while first > 0 and is_capital(doc[first - 1]) and doc[first - 1].pos_ == "PROPN":
        first -= 1
    while last + 1 < len(doc) and is_capital(doc[last + 1]) and doc[last + 1].pos_ == "PROPN":
        last += 1
    return list(doc[first : last + 1])


def _split_possessive(tokens: list[Token]) -> Iterator[list[Token]]:
    part: list[Token] = []
    for token in tokens:
        if token.text in _POSSESSIVE:
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _runs(passage: Passage, text: str) -> Iterator[Candidate]:
    """Runs of capitalised proper nouns that the parser did not label."""
    run: list[Token] = []
    for token in [*passage.doc, None]:
        if token is not None and is_capital(token) and token.pos_ == "PROPN":
            run.append(token)
            continue
        if token is not None and run and _links(token):
            run.append(token)
            continue
        trimmed = trim(run)
        if trimmed and is_name(trimmed):
            span = passage.span(trimmed)
            yield Candidate(span, span.of(text))
        run = []


def _links(token: Token) -> bool:
    """Whether a lower-case word or a bare apostrophe joins two capitals ("Owners' Association")."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    joins = token.lower_ in _LINKS or (token.tag_ == "POS" and token.text in {"'", "’"})
    return joins and following is not None and is_capital(following) and following.pos_ == "PROPN"
