"""Where words begin and end for a browser that looks for them in a page."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.compose.source import QUOTE_MARKS
from briefwright.model import Span

# What may stand at an edge of a fact's words and be another character on the page.
_EDGES = QUOTE_MARKS + " ,.;:!?…–—-()[]"
# Between letters or digits these part no word (Unicode Standard Annex 29, WB6, WB7, WB11, WB12).
_INSIDE_WORDS = "'’.,:·"


def whole_words(text: str, span: Span) -> Span | None:
    """`span` without punctuation at its edges, and with the rest of a word that it cuts; None when
    it holds no more than punctuation.
    """
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if start == end:
        return None
    while joined(text, start):
        start -= 1
    while joined(text, end):
        end += 1
    return Span(start, end)


def lowered(text: str) -> str:
    """`text` in lower case with plain spaces, character for character."""
    return "".join(map(_lowered, text))


def places(page: str, words: str, start: int) -> Iterator[int]:
    """Where `words` stand in `page` as whole words, from `start` on."""
    at = page.find(words, start)
    while at >= 0:
        if not joined(page, at) and not joined(page, at + len(words)):
            yield at
        at = page.find(words, at + 1)


def joined(text: str, at: int) -> bool:
    """Whether one word goes on over `at`."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if _in_word(before) and _in_word(after):
        return True
    if _in_word(before) and after in _INSIDE_WORDS:
        return _in_word(text[at + 1 : at + 2])
    return before in _INSIDE_WORDS and _in_word(after) and at > 1 and _in_word(text[at - 2])


def _lowered(char: str) -> str:
    low = char.lower()
    return " " if char.isspace() else low if len(low) == 1 else char


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
