"""Headings and paragraphs of a canonical text, told from the text alone."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import Literal

from briefwright.model.span import Span

# A heading in plain text is short and does not end like a sentence. The numbers are those of
# ordinary newspaper sub-heads: the longest in the Wikinews sample is 11 words.
MAX_HEADING_WORDS = 12
MAX_HEADING_CHARS = 90
_SENTENCE_END = re.compile(r"[.!?…:;,–—-][\"”’'»)\]]*$|[»)\]]$")
_ATX = re.compile(r"(#{1,6})[ \t]+(.*)$")
_SPEAKER_LABEL = re.compile(r"^(?:Q|A|[A-Z][\w.’' -]{0,40}):", re.ASCII)
# Hard-wrapped text breaks its lines near a fixed column; 100 is the widest in common use.
WRAP_COLUMN = 100
MIN_WRAPPED = 45
# Two lines that another follows: fewer say nothing about the habit of the whole text.
MIN_FOLLOWED = 2


@dataclass(frozen=True, slots=True)
class Block:
    """One heading or paragraph; `span` leaves out Markdown marks and outer white space."""

    kind: Literal["heading", "paragraph"]
    span: Span
    level: int = 0


def read_blocks(
    text: str,
    *,
    markdown: bool = False,
    headings: tuple[tuple[Span, int], ...] | None = None,
) -> tuple[Block, ...]:
    """The blocks of `text` in order.

    A line is a paragraph, as in text pasted from a page, unless the text is hard-wrapped: then
    lines run on to the next blank line. In plain text a heading is a short line between others
    that does not end as a sentence does; in Markdown it is an ATX heading (`## ...`). Where the
    source itself marks its headings they are given, with their levels, and every other line is a
    paragraph.
    """
    if headings is not None:
        levels = dict(headings)
        lines = [line for line in _lines(text) if line is not None]
        return tuple(
            Block("heading", line, levels[line]) if line in levels else Block("paragraph", line)
            for line in lines
        )
    groups = _paragraph_lines(text, wrapped=markdown or _is_wrapped(text))
    blocks: list[Block] = []
    for index, span in enumerate(groups):
        blocks.append(_markdown_block(text, span) if markdown else Block("paragraph", span))
        if not markdown and _looks_like_heading(span.of(text)) and index + 1 < len(groups):
            blocks[-1] = Block("heading", span, 2)
    return tuple(blocks)


def _lines(text: str) -> list[Span | None]:
    """Each line without outer white space; None for a blank one."""
    lines: list[Span | None] = []
    start = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        left = start + len(raw) - len(raw.lstrip())
        lines.append(Span(left, left + len(stripped)) if stripped else None)
        start += len(raw) + 1
    return lines


def _paragraph_lines(text: str, *, wrapped: bool) -> list[Span]:
    groups: list[Span] = []
    open_paragraph = False
    for line in _lines(text):
        if line is None:
            open_paragraph = False
            continue
        heading = bool(_ATX.match(line.of(text)))
        if wrapped and open_paragraph and not heading:
            groups[-1] = Span(groups[-1].start, line.end)
        else:
            groups.append(line)
        open_paragraph = not heading
    return groups


def _is_wrapped(text: str) -> bool:
    """Whether most lines that another line follows directly are near a common wrap column."""
    lines = _lines(text)
    followed = [len(a) for a, b in itertools.pairwise(lines) if a is not None and b is not None]
    if len(followed) < MIN_FOLLOWED:
        return False
    near = sum(MIN_WRAPPED <= n <= WRAP_COLUMN for n in followed)
    longest = max(len(line) for line in lines if line is not None)
    return longest <= WRAP_COLUMN and near >= 0.8 * len(followed)


def _looks_like_heading(line: str) -> bool:
    if len(line) > MAX_HEADING_CHARS or len(line.split()) > MAX_HEADING_WORDS:
        return False
    return (
        not _SENTENCE_END.search(line)
        and not line[:1].islower()
        and not _SPEAKER_LABEL.match(line)
        and line[:1] not in "-*•–—>"
    )


def _markdown_block(text: str, span: Span) -> Block:
    match = _ATX.match(span.of(text))
    words = match[2].rstrip(" \t").rstrip("#").rstrip(" \t") if match else ""
    if match and words:
        start = span.start + match.start(2)
        return Block("heading", Span(start, start + len(words)), len(match[1]))
    return Block("paragraph", span)
