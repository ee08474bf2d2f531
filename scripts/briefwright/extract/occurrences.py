"""Where words stand in a text: exactly, as whole words where that tells them apart."""

from __future__ import annotations

import difflib
import re

from briefwright.model import Span

_WORD = re.compile(r"\w+")
_MAX_WINDOWS = 40
_LIKE = 0.6  # difflib's own default cutoff for "a good match"
_CONTEXT = 30


def occurrences(text: str, quote: str, prefix: str = "", suffix: str = "") -> list[Span]:
    """Every place of `quote` in `text` with `prefix` right before and `suffix` right after it.

    Where some of the places are whole words, only those count: "he" is not found in "the".
    """
    found = []
    at = text.find(quote)
    while at >= 0:
        span = Span(at, at + len(quote))
        if text.endswith(prefix, 0, span.start) and text.startswith(suffix, span.end):
            found.append(span)
        at = text.find(quote, at + 1)
    whole = [span for span in found if _is_whole(text, span)]
    return whole or found


def _is_whole(text: str, span: Span) -> bool:
    """Whether no word runs over the edges of `span`."""
    first, last = text[span.start], text[span.end - 1]
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return not (first.isalnum() and before.isalnum()) and not (last.isalnum() and after.isalnum())


def span_of(value: object) -> Span | None:
    """The span that a file's `[start, end]` stands for; None for anything else."""
    match value:
        case [int(start), int(end)] if 0 <= start < end:
            return Span(start, end)
        case _:
            return None


def context(text: str, span: Span) -> str:
    """The place of `span` for a message: its line's words around it, the span in brackets."""
    before = text[max(0, span.start - _CONTEXT) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _CONTEXT].partition("\n")[0]
    return f"{before.lstrip()}[{span.of(text)}]{after.rstrip()}"


def closest(text: str, quote: str) -> str | None:
    """The passage of `text` most like `quote`, as a hint in a message and for nothing else.

    Looks around the quote's longest words that the text has, at a few dozen places at most.
    """
    best, likeness = None, _LIKE
    for start in _starts(text, quote):
        window = text[start : start + len(quote)]
        matcher = difflib.SequenceMatcher(None, window, quote, autojunk=False)
        if matcher.quick_ratio() > likeness and (ratio := matcher.ratio()) > likeness:
            best, likeness = window, ratio
    return best


def _starts(text: str, quote: str) -> list[int]:
    """Where the quote would begin if one of its longest words were at its place."""
    starts: dict[int, None] = {}
    words = sorted(_WORD.finditer(quote), key=lambda match: -len(match[0]))
    for word in words[:5]:
        for span in occurrences(text, word[0])[: _MAX_WINDOWS - len(starts)]:
            starts[max(0, span.start - word.start())] = None
    return list(starts)
