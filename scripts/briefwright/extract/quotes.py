"""Quotation marks, paired before any sentence is split.

Pairing is local to a paragraph, with one exception that newspapers use: a quotation that goes on in
the next paragraph is opened again there and closed only at its end.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefwright.model import Block, Span

# Opening mark -> its closing mark. Unicode names say "left" and "right"; German style closes with
# the left mark, guillemets run either way but English texts only use the French direction.
_PAIRS = {"“": "”", "‘": "’", "«": "»", "„": "“", '"': '"', "'": "'", "``": "''"}
_MARKS = re.compile("|".join(_PAIRS))
# Marks whose closing half is also the apostrophe.
_SINGLE = {"‘", "'"}
_OPENS_AFTER = set(" \t\n([{—–-/:“‘\"'") | {"\u00a0"}
# What follows a closing single mark at the end of a clause, where a plural possessive cannot stand.
_ENDS_CLAUSE = ",.;:?!)"
_DOUBLED = '"“'
_CURLY = '[“”"]'
# What stands before a straight mark that opens inside another, and before one that closes a curly.
_OPENS_STRAIGHT = set(" \t\n([—–/“‘'") | {"\u00a0"}
_ENDS_TURNED = (",", ".", "?", "!")
_ENDS_QUOTE = set(",.?!…—–’'")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quoted stretch.

    Attributes:
        inner: between the marks.
        outer: with the marks (`inner` and the one opening mark where the closing one is left out).
        block: index of the paragraph.
        continued: it is not closed here; the next paragraph opens it again.
    """

    inner: Span
    outer: Span
    block: int
    continued: bool = False


def find_quotations(text: str, blocks: Sequence[Block]) -> tuple[Quotation, ...]:
    """All outermost quotations of the paragraphs, in text order; nested ones stay inside."""
    found: list[Quotation] = []
    for index, block in enumerate(blocks):
        if block.kind != "paragraph":
            continue
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        reopened = following is not None and following.kind == "paragraph"
        next_mark = text[following.span.start] if following is not None and reopened else ""
        found.extend(_in_paragraph(text, block.span, index, next_mark))
    return tuple(found)


def _in_paragraph(text: str, span: Span, block: int, next_mark: str) -> Iterator[Quotation]:
    closings: dict[str, _Single | _Double] = {}
    position = span.start
    for opening in _MARKS.finditer(text, span.start, span.end):
        mark = opening[0]
        if text.startswith(_DOUBLED, opening.start()):
            continue  # '"“It is old,” she wrote ...': the outer marks hold a whole other article
        if opening.start() < position or not _can_open(text, opening.start(), len(mark), span):
            continue
        if mark not in closings:
            kind = _Single if mark in _SINGLE else _Double
            closings[mark] = kind(text, span, mark, _PAIRS[mark])
        start = opening.end()
        close = closings[mark].after(start)
        position = start
        if close is not None and close > start:
            position = close + len(mark)
            yield Quotation(Span(start, close), Span(opening.start(), position), block)
        elif close is None and _same_kind(mark, next_mark) and span.end > start:
            outer = Span(opening.start(), span.end)
            yield Quotation(Span(start, span.end), outer, block, continued=True)
            return


def _same_kind(mark: str, other: str) -> bool:
    """Whether both marks open quotations that go on over paragraphs."""
    return mark == other or {mark, other} == {"“", '"'}


def _can_open(text: str, position: int, width: int, span: Span) -> bool:
    before = text[position - 1] if position > span.start else " "
    after = text[position + width : position + width + 1]
    if not after or (after.isspace() and text[position] != "“"):
        return False
    return before in _OPENS_AFTER or not before.isalnum()


class _Double:
    """Where double marks close: each opening one has its own closing one, as brackets have.

    Newspapers mix curly and straight marks ('“It is old," she said'), so both are one family: what
    tells an opening straight mark from a closing one is the white space beside it.
    """

    def __init__(self, text: str, span: Span, mark: str, close: str) -> None:
        family = _CURLY if mark in _CURLY else f"{mark}|{close}"
        self._text, self._mark = text, "“" if mark in _CURLY else mark
        self._closing_of: dict[int, int] = {}
        self._closings: list[int] = []
        self._unclosed: list[tuple[str, int]] = []
        for found in re.compile(family).finditer(text, span.start, span.end):
            self._take(found[0], found.start(), span)
        if mark == '"':
            self._closings = []  # one that is left over closes nothing: the next opens anew

    def _take(self, mark: str, at: int, span: Span) -> None:
        if self._opens(at, span) if mark == '"' else mark == self._mark and not self._turned(at):
            self._unclosed.append((mark, at + len(mark)))
            return
        if mark != '"':
            self._closings.append(at)
            while len(self._unclosed) > 1 and self._unclosed[-1][0] == '"' != mark:
                self._unclosed.pop()
        if self._unclosed and (mark != '"' or self._closes(at)):
            self._closing_of[self._unclosed.pop()[1]] = at

    def _turned(self, at: int) -> bool:
        """Whether an opening curly mark stands where one closes: “It is old,“ she said."""
        ends = self._text[at - 1 : at] in _ENDS_TURNED and self._text[at + 1 : at + 2].isspace()
        return ends and bool(self._unclosed)

    def _opens(self, at: int, span: Span) -> bool:
        """Whether a straight mark opens: one inside another does so only after white space."""
        before = self._text[at - 1] if at > span.start else " "
        if at + 1 >= span.end or self._text[at + 1].isspace():
            return False
        return before in _OPENS_STRAIGHT or not (self._unclosed or before.isalnum())

    def _closes(self, at: int) -> bool:
        """Whether a straight mark closes; a curly one only where a clause ends before it."""
        return self._unclosed[-1][0] == '"' or self._text[at - 1] in _ENDS_QUOTE

    def after(self, start: int) -> int | None:
        """The closing mark of the quotation that starts at `start`.

        A forgotten closing mark inside must not swallow the paragraph: then the first one is taken.
        """
        if start in self._closing_of:
            return self._closing_of[start]
        return _at_or_after(self._closings, start)


class _Single:
    """Where single marks close, told from apostrophes and plural possessives.

    "The workers' rights" also has a mark before a space, so one after an "s" closes only when it
    ends a clause, or when there is no other.
    """

    def __init__(self, text: str, span: Span, mark: str, close: str) -> None:
        places = [m.start() for m in re.finditer(mark, text[span.start : span.end])]
        self._openings = [span.start + p for p in places] if mark != close else []
        self._candidates: list[int] = []
        self._sure: list[int] = []
        for found in re.finditer(close, text[span.start : span.end]):
            at = span.start + found.start()
            after = text[at + 1 : at + 2]
            if after.isalnum() or text[at - 1].isspace():
                continue
            self._candidates.append(at)
            if text[at - 1] != "s" or after in _ENDS_CLAUSE:
                self._sure.append(at)

    def after(self, start: int) -> int | None:
        """The closing mark of the quotation that starts at `start`.

        It stands before the next opening mark, unless nothing can close before that.
        """
        first = _at_or_after(self._candidates, start)
        sure = _at_or_after(self._sure, start)
        limit = _at_or_after(self._openings, start)
        if sure is not None and (limit is None or sure < limit):
            return sure
        return first


def _at_or_after(places: Sequence[int], start: int) -> int | None:
    index = bisect_left(places, start)
    return places[index] if index < len(places) else None
