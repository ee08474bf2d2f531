"""Where names stand: the parser's hints, runs of capitals and the tables of known names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefwright.extract.entities.candidate import Candidate
from briefwright.extract.entities.gazetteer import countries, known_kinds
from briefwright.extract.entities.known import find_known
from briefwright.extract.entities.listed import companies
from briefwright.extract.entities.repeated import find_repeated, small_words
from briefwright.extract.entities.shape import is_capital, is_name, trim
from briefwright.extract.entities.taken import Taken
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.tables import table, words
from briefwright.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME_LABELS = {"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"}
# Lower-case words that a name may hold between two capitals ("University of Halden").
_LINKS = {"of", "for", "de", "van", "von", "der", "den", "la", "le", "du", "al", "bin", "&", "del"}
# What ends a name inside of what the parser takes for one.
_SPLITS = {"'s", "’s", "(", ")", "[", "]", ";", "“", "”", '"'}
_GIVEN_WIDTH = 16  # characters: the longest given names with a space
_MODIFYING = {"compound", "amod", "nmod", "poss"}


def find_candidates(reading: Reading, taken: Sequence[Span]) -> list[Candidate]:
    """All places that may be names, without overlaps, in text order."""
    busy = Taken(span for span in taken if not _is_surname(span, reading.text))
    found: list[Candidate] = []
    for source in (find_known(reading), _parsed(reading, busy), _runs(reading, busy)):
        for candidate in source:
            if busy.free(candidate.span):
                found.append(candidate)
                busy.add(candidate.span)
    small = small_words(reading)
    parts = {word for c in found if " " in c.text for word in c.text.split()}
    found = [_as_known(c) for c in found if c.known or c.text in parts or not _is_word(c, small)]
    found.extend(find_repeated(reading, found, busy, small))
    return sorted(found, key=lambda c: c.span)


def _is_surname(span: Span, text: str) -> bool:
    """Whether a month's name is a person's here: "Theresa May"."""
    if span.of(text).lower() not in table("dates")["months"]:
        return False
    before = text[max(0, span.start - _GIVEN_WIDTH) : span.start].split()
    return bool(before) and before[-1] in words("people", "given_names")


def _is_word(candidate: Candidate, small: set[str]) -> bool:
    """Whether the article writes the one word small as well, so that it names nobody."""
    text = candidate.text
    return candidate.label != "PERSON" and text.lower() in small and text not in companies()


def _as_known(candidate: Candidate) -> Candidate:
    """With its kind when it is what remains of a longer run and a country by itself."""
    if candidate.known or candidate.label == "PERSON" or candidate.text not in countries():
        return candidate
    return replace(candidate, known=known_kinds()[candidate.text])


def _parsed(reading: Reading, busy: Taken) -> Iterator[Candidate]:
    """The parser's names, widened, and cut where something else stands already."""
    for passage in reading.passages:
        for ent in passage.doc.ents:
            if ent.label_ in NAME_LABELS:
                for part in _split(_widen(list(ent)), passage, busy):
                    yield from _candidates(passage, part, reading.text, ent.label_)


def _candidates(
    passage: Passage, tokens: list[Token], text: str, label: str = ""
) -> Iterator[Candidate]:
    """The name in the tokens, when they hold one."""
    trimmed = trim(tokens)
    if trimmed and is_name(trimmed):
        span = passage.span(trimmed)
        yield Candidate(span, span.of(text), label=label, article=_article(trimmed))


def _article(tokens: list[Token]) -> str:
    """The article right before a name that describes no other noun."""
    before = tokens[0].nbor(-1) if tokens[0].i else None
    last = tokens[-1]
    if before is None or before.dep_ != "det" or before.lower_ not in {"the", "a", "an"}:
        return ""
    return "" if last.dep_ in _MODIFYING and last.head.i > last.i else before.lower_


def _widen(tokens: list[Token]) -> list[Token]:
    """The tokens with capitalised neighbours that the parser left out of a name."""
    doc, first, last = tokens[0].doc, tokens[0].i, tokens[-1].i
    while first > 0 and is_capital(doc[first - 1]) and doc[first - 1].pos_ == "PROPN":
        first -= 1
    while last + 1 < len(doc) and is_capital(doc[last + 1]) and doc[last + 1].pos_ == "PROPN":
        last += 1
    return list(doc[first : last + 1])


def _split(tokens: Iterable[Token], passage: Passage, busy: Taken) -> Iterator[list[Token]]:
    """The tokens in parts, without those of `_SPLITS` and without what is spoken for."""
    part: list[Token] = []
    for token in tokens:
        place = Span(passage.starts[token.i], passage.ends[token.i])
        if token.text in _SPLITS or not busy.free(place):
            if part:
                yield part
            part = []
        else:
            part.append(token)
    if part:
        yield part


def _runs(reading: Reading, busy: Taken) -> Iterator[Candidate]:
    """Runs of capitalised proper nouns that the parser did not label."""
    for passage in reading.passages:
        run: list[Token] = []
        for token in [*passage.doc, None]:
            if token is not None and _is_proper(token):
                run.append(token)
                continue
            if token is not None and run and _links(token):
                run.append(token)
                continue
            for part in _split(run, passage, busy):
                yield from _candidates(passage, part, reading.text)
            run = []


def _is_proper(token: Token) -> bool:
    """Whether it is a proper noun by its capital; "iPhone" is one by its form alone."""
    return is_capital(token) and (token.pos_ == "PROPN" or token.text[:1].islower())


def _links(token: Token) -> bool:
    """Whether a lower-case word or a bare apostrophe joins two capitals ("Owners' Association")."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    joins = token.lower_ in _LINKS or (token.tag_ == "POS" and token.text in {"'", "’"})
    return joins and following is not None and is_capital(following) and following.pos_ == "PROPN"
