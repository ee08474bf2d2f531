"""Quotation marks, paired before any sentence is split.

Pairing is local to a paragraph, with one exception that newspapers use: a quotation that goes on in
the next paragraph is opened again there and closed only at its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefwright.model import Block, Span

# Opening mark -> its closing mark. Unicode names say "left" and "right"; German style closes with
# the left mark, guillemets run either way but English texts only use the French direction.
_PAIRS = {"“": "”", "‘": "’", "«": "»", "„": "“", '"': '"', "'": "'", "``": "''"}
_SINGLE = {"‘", "'"}
_OPENS_AFTER = set(" \t\n([{—–-/:“‘\"'") | {"\u00a0"}


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
    position = span.start
    while position < span.end:
        mark = text[position : position + 2] if text.startswith("``", position) else text[position]
        if mark not in _PAIRS or not _can_open(text, position, len(mark), span):
            position += 1
            continue
        start = position + len(mark)
        close = _closing(text, start, span.end, mark)
        if close is not None and close > start:
            outer = Span(position, close + len(_PAIRS[mark]))
            yield Quotation(Span(start, close), outer, block)
            position = outer.end
        elif close is None and mark == next_mark and span.end > start:
            yield Quotation(Span(start, span.end), Span(position, span.end), block, continued=True)
            return
        else:
            position += len(mark)


def _can_open(text: str, position: int, width: int, span: Span) -> bool:
    before = text[position - 1] if position > span.start else " "
    after = text[position + width : position + width + 1]
    return (before in _OPENS_AFTER or not before.isalnum()) and bool(after) and not after.isspace()


def _closing(text: str, start: int, end: int, mark: str) -> int | None:
    """Where the quotation that opened with `mark` closes, or None."""
    close = _PAIRS[mark]
    if mark not in _SINGLE:
        return _close_double(text, start, end, mark, close)
    candidates = []
    position = text.find(close, start, end)
    while position != -1:
        after = text[position + 1 : position + 2]
        if not after.isalnum() and not text[position - 1].isspace():
            candidates.append(position)
        position = text.find(close, position + 1, end)
        reopened = text.find(mark, start, position if position != -1 else end)
        if mark != close and reopened != -1 and candidates:
            break
    # "the workers' rights" also has a mark before a space: prefer one that ends a sentence or a
    # clause, as the end of a quotation usually does.
    ending = [c for c in candidates if text[c - 1] in ",.?!…" or text[c + 1 : c + 2] in ",.;:?!)"]
    plural = [c for c in candidates if text[c - 1] == "s" and c not in ending]
    plain = [c for c in candidates if c not in plural]
    return (plain or ending or plural or [None])[0]


def _close_double(text: str, start: int, end: int, mark: str, close: str) -> int | None:
    depth = 0
    position = start
    while position < end:
        if text.startswith(close, position) and depth == 0:
            return position
        if mark != close and text.startswith(mark, position):
            depth += 1
        elif text.startswith(close, position):
            depth -= 1
        position += 1
    # A forgotten closing mark inside must not swallow the paragraph: take the first one.
    position = text.find(close, start, end)
    return position if position != -1 else None
