"""Blocks in reading order into paragraphs and headings."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefwright.ingest.pdf_hyphens import Joiner, without_soft_hyphens
from briefwright.ingest.pdf_lines import Line
from briefwright.ingest.pdf_order import Block

_SENTENCE_END = re.compile(r"[.!?…:][\"”’'»)\]]*$")
_BULLET = re.compile(r"(?:[•▪◦‣·●■–—*-]|\d{1,2}[.)])\s")
# Shares of the type's size; each lies between what print uses for the one and for the other.
_INDENT = 0.7  # an indented first line; 1 em and more in print
_HANGING = 6.0  # more than this is no indent but another place
_WHITE = 1.35  # a gap between paragraphs, in pitches of the block
_LARGER = 1.12  # a heading's type
_MOST_HEADING_WORDS = 25
_BOLD_HEADING_WORDS = 14
_LEVELS = 6


@dataclass(slots=True)
class Paragraph:
    """A paragraph or a heading; `starts` are (page, offset in the text) where a page begins."""

    text: str
    lines: list[Line]
    level: int = 0
    starts: list[tuple[int, int]] = field(default_factory=list)


def paragraphs(blocks: Sequence[Block]) -> list[Paragraph]:
    """The paragraphs and headings of a document."""
    lines = [line for block in blocks for line in block.lines]
    if not lines:
        return []
    joiner = Joiner(line.text for line in lines)
    body = _body_size(lines)
    bold_body = sum(len(x.text) for x in lines if x.bold) > sum(len(x.text) for x in lines) / 2
    pieces: list[tuple[list[Line], bool]] = []
    for block in blocks:
        for group in _groups(block):
            heading = _is_heading(group, body, bold_body=bold_body)
            last = pieces[-1] if pieces else None
            if last and _continues(last[0], last[1], group, heading=heading):
                last[0].extend(group)
            else:
                pieces.append((list(group), heading))
    levels = _levels([group for group, heading in pieces if heading])
    return [
        _paragraph(group, levels[_key(group)] if heading else 0, joiner)
        for group, heading in pieces
    ]


def _body_size(lines: Sequence[Line]) -> float:
    counts: dict[float, int] = {}
    for line in lines:
        size = round(line.size * 2) / 2
        counts[size] = counts.get(size, 0) + len(line.text)
    return max(counts, key=lambda size: (counts[size], size))


def _groups(block: Block) -> Iterator[list[Line]]:
    """The paragraphs of one block: by indents, gaps, short last lines and bullets."""
    pitches = [a.base - b.base for a, b in zip(block.lines, block.lines[1:], strict=False)]
    usual = statistics.median_low(pitches) if pitches else 0.0
    left = statistics.mode(round(line.x0) for line in block.lines)
    group = [block.lines[0]]
    for line in block.lines[1:]:
        if _breaks(group, line, block, usual, left):
            yield group
            group = []
        group.append(line)
    yield group


def _breaks(group: Sequence[Line], line: Line, block: Block, usual: float, left: float) -> bool:
    last, size = group[-1], line.size
    if last.base - line.base > _WHITE * usual or _BULLET.match(line.text):
        return True
    indent = line.x0 - left
    if _INDENT * size <= indent <= _HANGING * size and last.x0 - left < _INDENT * size:
        return not _BULLET.match(group[0].text)
    ended = bool(_SENTENCE_END.search(last.text))
    room = block.x1 - last.x1
    first = line.words[0]
    return ended and room > (first.x1 - first.x0) + 0.6 * size and room > 1.5 * size


def _is_heading(group: Sequence[Line], body: float, *, bold_body: bool) -> bool:
    words = sum(len(line.text.split()) for line in group)
    text = group[-1].text
    if all(line.size >= _LARGER * body for line in group):
        return words <= _MOST_HEADING_WORDS and any(c.isalpha() for c in group[0].text)
    bold = all(line.bold for line in group) and not bold_body
    ends = bool(re.search(r"[.,;]$", text))
    return bold and words <= _BOLD_HEADING_WORDS and not ends and group[0].size >= 0.95 * body


def _continues(before: list[Line], before_heading: bool, group: list[Line], *, heading: bool
               ) -> bool:  # fmt: skip
    """Whether a paragraph runs on from one block into the next: over a column or a page."""
    last, line = before[-1], group[0]
    if before_heading or heading:
        return False
    if abs(last.size - line.size) > 0.1 * last.size or last.bold != line.bold:
        return False
    if line.page == last.page and line.base < last.base and line.x0 < last.x1:
        return False  # the next block of the same column, after a gap
    if _BULLET.match(line.text) or _SENTENCE_END.search(last.text):
        return False
    return line.page - last.page <= 1


def _key(group: Sequence[Line]) -> tuple[float, bool]:
    return (round(max(line.size for line in group)), all(line.bold for line in group))


def _levels(headings: Sequence[Sequence[Line]]) -> dict[tuple[float, bool], int]:
    """Larger type is a higher level; of two of one size, bold is the higher one."""
    keys = sorted({_key(group) for group in headings}, reverse=True)
    return {key: min(number, _LEVELS) for number, key in enumerate(keys, 1)}


def _paragraph(group: list[Line], level: int, joiner: Joiner) -> Paragraph:
    text, starts, page = "", list[tuple[int, int]](), None
    for line in group:
        words = line.text
        joined = joiner.join(text, words) if text else words
        if line.page != page:
            start = len(without_soft_hyphens(joined)) - len(without_soft_hyphens(words))
            starts.append((line.page, start))
            page = line.page
        text = joined
    return Paragraph(without_soft_hyphens(text), group, level, starts)
