"""Dates: every time expression, with its TIMEX3 type and value."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefwright.extract.dates.context import Context, Grammar, Reader, Value
from briefwright.extract.dates.memory import Memory
from briefwright.extract.dates.rules import families
from briefwright.extract.reading import Reading
from briefwright.extract.tense import Tense, tense_of
from briefwright.extract.text_view import running_text
from briefwright.model import DateExpression, Span, date_id

if TYPE_CHECKING:
    from spacy.tokens import Token

# Words that put the time after them ahead or behind, in the last characters before it.
_SIDE = re.compile(
    r"\b(?P<word>until|till|by|before|next|coming|as of|since)\s+(?:the\s+|late\s+|early\s+)?$",
    re.IGNORECASE,
)
_SIDE_WIDTH = 14
# Years from which every unit of the rules can be counted on and back.
_CALENDAR = range(1000, 9000)
_CLOCK = re.compile(r"T\d{2}:\d{2}Z?$")
_DAY = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})(?:T[A-Z]{2})?")
# The same time restated for another zone: "6 p.m. (1700 UTC)".
_RESTATES, _RESTATED = re.compile(r" \("), re.compile(r"\)[ ,]")
# Between a clock time and its day.
_ON = re.compile(
    r"(?:,? (?:local time,? )?(?:on )?|,? in the (?:morning|afternoon|evening) (?:on|of) )"
)
_DESCRIBING = {"compound", "amod", "nmod", "npadvmod"}


@dataclass(frozen=True, slots=True)
class _Match:
    span: Span
    reader: Reader
    match: re.Match[str]


def find_dates(reading: Reading) -> tuple[DateExpression, ...]:
    """All time expressions in text order.

    Relative ones are counted from the article's publication date, or from a date before them in
    the text where they say so ("a year earlier"); without one they stay unresolved, and so does a
    date without a year.
    """
    text = running_text(reading.article)
    anchor = _anchor(reading.article.published)
    dates: list[DateExpression] = []
    memory = Memory()
    ends = iter([b.span.end for b in reading.article.blocks if b.kind == "paragraph"])
    paragraph_end = next(ends, 0)
    for candidate in _candidates(text):
        span = candidate.span
        while span.start >= paragraph_end:
            paragraph_end = next(ends, len(text) + 1)
            memory.next_paragraph()
        if dates and dates[-1].at.overlaps(span):
            continue
        grammar = _grammar(reading, text, span)
        context = Context(anchor, grammar, memory.recent, memory.day, memory.quarter, memory.first)
        value = candidate.reader(candidate.match, context)
        if value is None:
            continue
        found = _date(reading, _trim(candidate, value), value)
        _give_day(dates, found, text)
        dates.append(found)
        memory.remember(value)
    return tuple(dates)


def _anchor(published: str | None) -> dt.date | None:
    """The day that relative dates count from; None too near to the ends of Python's calendar."""
    day = dt.date.fromisoformat(published) if published else None
    return day if day is not None and day.year in _CALENDAR else None


def _candidates(text: str) -> list[_Match]:
    """Matches of all rules, left to right, the longer first; readers may still turn one down."""
    found = [
        _Match(_place(match), reader, match)
        for family in families()
        for match, reader in family.matches(text)
    ]
    return sorted(found, key=lambda m: (m.span.start, -m.span.end))  # stable: the earlier rule


def _place(match: re.Match[str]) -> Span:
    """Where the expression stands: the group `at` of patterns that look at more words than it."""
    return Span(*match.span("at" if "at" in match.groupdict() else 0))


def _trim(candidate: _Match, value: Value) -> Span:
    """The span without what the pattern only looked at."""
    span, match = candidate.span, candidate.match
    if match.groupdict().get("after"):
        return Span(span.start, match.start("after"))
    words = span.of(match.string)
    return Span(
        span.start + len(words) - len(words.lstrip()),
        span.end - (1 if words.endswith(".") and value[0] != "TIME" else 0),
    )


def _date(reading: Reading, span: Span, value: Value) -> DateExpression:
    kind, timex_value, basis = value
    found: DateExpression = DateExpression.of(
        reading.text,
        span,
        id=date_id(reading.article.sha256, span),
        type=kind,
        value=timex_value,
        basis=basis,
    )
    return found


def _give_day(dates: list[DateExpression], day: DateExpression, text: str) -> None:
    """Give the clock times right before a day that day ("at 9 a.m. (0800 UTC) on Tuesday")."""
    found = _DAY.fullmatch(day.value or "")
    if found is None or not dates:
        return
    restated = len(dates) > 1 and _restates(dates[-2], dates[-1], text)
    start = dates[-1].at.end + (1 if restated and text[dates[-1].at.end] == ")" else 0)
    if not _ON.fullmatch(text, start, day.at.start):
        return
    for index in range(-2 if restated else -1, 0):
        if clock := _CLOCK.search(dates[index].value or ""):
            value = f"{found['day']}{clock[0]}"
            dates[index] = dates[index].model_copy(update={"value": value, "basis": day.basis})


def _restates(one: DateExpression, other: DateExpression, text: str) -> bool:
    """Whether brackets hold the clock time before them in another zone."""
    between = _RESTATES.fullmatch(text, one.at.end, other.at.start)
    return bool(
        between
        and _RESTATED.match(text, other.at.end)
        and _CLOCK.search(one.value or "")
        and _CLOCK.search(other.value or "")
    )


def _grammar(reading: Reading, text: str, span: Span) -> Grammar:
    passage = reading.passage_at(span)
    tokens = passage.tokens_in(span) if passage is not None else []
    side = _SIDE.search(text[max(0, span.start - _SIDE_WIDTH) : span.start])
    word = side["word"].lower() if side else ""
    if passage is None or not tokens:
        return Grammar(tense=_from_side(word, None), quoted=reading.quoted(span))
    first, last = tokens[0], tokens[-1]
    return Grammar(
        tense=_tense(tokens, word),
        tag=first.tag_,
        before=passage.doc[first.i - 1].pos_ if first.i else "",
        person=any(t.ent_type_ == "PERSON" for t in tokens),
        quoted=reading.quoted(span),
        modifies=last.dep_ in _DESCRIBING and last.head.i > last.i and last.head.pos_ == "NOUN",
    )


def _tense(tokens: list[Token], side: str) -> Tense | None:
    """The tense of the clause that the time belongs to; None when it belongs to a noun.

    Args:
        tokens: the time's.
        side: the word before it that puts it ahead or behind, or "".
    """
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if t.head.i not in inside), tokens[0])
    tense = tense_of(head)
    if side:
        return _from_side(side, tense)
    return tense if tense != "present" or not _nominal(head) else None


def _from_side(side: str, tense: Tense | None) -> Tense | None:
    """The tense that a word before the time makes of the clause's: "until Friday" lies ahead."""
    if not side:
        return tense
    if side in {"as of", "since"}:
        return "future" if tense == "future" else "past"
    return "past" if side == "by" and tense == "past" else "future"


def _nominal(token: Token) -> bool:
    """Whether the time hangs on a noun ("its March meeting", "the deal in January")."""
    head = token.head.head if token.head.dep_ == "prep" or token.head.pos_ == "ADP" else token.head
    return head != token and head.pos_ in {"NOUN", "PROPN"}
