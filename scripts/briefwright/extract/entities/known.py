"""Names that a table knows: countries, indices, institutions, and what is traded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefwright.extract.entities.candidate import Candidate
from briefwright.extract.entities.gazetteer import find_names, known_kinds, known_names
from briefwright.extract.entities.offices import offices
from briefwright.extract.numbers import alternatives
from briefwright.extract.placed import Placed
from briefwright.extract.reading import Reading
from briefwright.extract.tables import table, words
from briefwright.extract.text_view import running_text
from briefwright.model import Span

_NEXT_WORD = re.compile(r" (?:& )?([A-Z][\w'’]*)(\.?)")
_NAME_OF = re.compile(r"([A-Z][a-z]+) (?:of|for)(?: the)? $")
_NAME_OF_WIDTH = 40  # characters: longer words before "of" are no names
_WORD_BEFORE = re.compile(r"[A-Z](?:(?![A-Z])[\w&’'-])* $")
_TWO_CAPITALS = re.compile(r"\b([A-Z]\w+)(?= ([A-Z]\w+))")
_SECURITY = re.compile(r" (?:notes?|bonds?|bills?|yields?|futures|securities)\b")


def find_known(reading: Reading) -> Iterator[Candidate]:
    """The places of known names, as they are written in the tables.

    Commodities and currencies count only in a sentence that trades them.
    """
    text = running_text(reading.article)
    covered: list[Span] = []
    people = _parts_of_persons(reading, text)
    for start, name in find_names(text, known_names()):
        kind, span = known_kinds()[name], Span(start, start + len(name))
        if name in people or (kind not in {"index", "market"} and _in_longer(reading, text, span)):
            continue  # the parser or a run of capitals will give the whole name
        covered.append(span)
        yield Candidate(span, name, known=kind)
    if not _trading().search(text):
        return
    known = Placed(covered, lambda span: span)
    for match in _traded_pattern().finditer(text):
        span = Span(*match.span())
        if known.overlapping(span) or not _is_traded(reading, span):
            continue
        currency = match[0].lower() in table("names")["currency"]
        yield Candidate(span, match[0], known="currency" if currency else "commodity")


def _parts_of_persons(reading: Reading, text: str) -> set[str]:
    """The parts of what the parser, or a given name, tells to be a person's full name.

    After "George Washington" the article's "Washington" is left to its own evidence.
    """
    persons = (e for p in reading.passages for e in p.doc.ents if e.label_ == "PERSON")
    parts = {word.text for e in persons if len(e) > 1 for word in (e[0], e[-1])}
    given = words("people", "given_names")
    parts.update(m[2] for m in _TWO_CAPITALS.finditer(text) if m[1] in given)
    return parts


@cache
def _traded_pattern() -> re.Pattern[str]:
    names = table("names")
    traded = alternatives([*names["commodity"], *names["currency"]])
    return re.compile(rf"(?<![\w$-])(?:{traded})(?!\w)(?! sands)", re.IGNORECASE)


@cache
def _trading() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('names')['trading'])})\b")


@cache
def _beside() -> frozenset[str]:
    """Capitalised words beside a name that are an office and no part of it."""
    return offices() | words("people", "honorifics")


def _in_longer(reading: Reading, text: str, span: Span) -> bool:
    """Whether the name is a part of a longer one ("China Eastern", "Air Canada", "Bank of X")."""
    beside = _beside()
    window = text[max(0, span.start - _NAME_OF_WIDTH) : span.start]
    before = _NAME_OF.search(window)
    if before and before[1] not in beside:
        return True
    following = _NEXT_WORD.match(text, span.end)
    apart = beside | words("people", "given_names")  # "Vermont Bernie Sanders" are two names
    if following and not before and not {following[1], following[1] + following[2]} & apart:
        return True
    name = span.of(text)
    if name == "Treasury" and _SECURITY.match(text, span.end):
        return True
    return bool(_WORD_BEFORE.search(window)) and _is_modified(reading, span)


def _is_modified(reading: Reading, span: Span) -> bool:
    """Whether a capitalised word right before the name is a part of it."""
    passage = reading.passage_at(span)
    first = passage.tokens_in(span)[0] if passage else None
    if first is None or first.i == 0:
        return False
    before = first.nbor(-1)
    if before.pos_ != "PROPN" or before.dep_ != "compound" or before.head.i < first.i:
        return False
    dates = table("dates")
    dated = before.lower_ in dates["weekdays"] or before.lower_ in dates["months"]
    return not dated and before.ent_type_ != "NORP" and before.text not in _beside()


def _is_traded(reading: Reading, span: Span) -> bool:
    """Whether the word is a noun of its own here, not an amount's unit or part of a name."""
    passage = reading.passage_at(span)
    if passage is None:
        return False
    tokens = passage.tokens_in(span)
    last = tokens[-1]
    if not _trading().search(passage.span(last.sent).of(reading.text)):
        return False
    numbered = any(c.pos_ == "NUM" or c.tag_ == "$" for c in tokens[0].children)
    capital_next = last.i + 1 < len(passage.doc) and passage.doc[last.i + 1].pos_ == "PROPN"
    described = last.head.lemma_.lower() in table("names")["described_by_commodity"]
    modifier = last.dep_ in {"compound", "amod", "nmod"} and not described
    owned = any(c.tag_ == "PRP$" for c in last.children)
    noun = last.pos_ in {"NOUN", "PROPN"}
    return noun and not (owned or numbered or capital_next or modifier)
