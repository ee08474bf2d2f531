"""Addresses that lead to the very words on the article's own page: text fragments.

`#:~:text=[prefix-,]start[,end][,-suffix]` (URL Fragment Text Directives, WICG draft report). A
browser looks for the first such words, whole and whatever their case, and shows and marks them;
one that knows nothing of it opens the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from briefwright.compose.escape import SafeMarkdown
from briefwright.compose.source import Source
from briefwright.compose.whole_words import joined, lowered, places, whole_words
from briefwright.model import Span

# Longer words are given by their start and end: a page that puts a picture or a note between them
# is still found, and the address stays short.
_MOST_WORDS = 14
_ENDS = 5
# How many words before and after are tried, until the words are the first such ones of the text.
_AROUND = (0, 3, 6, 12)
_DIRECTIVE = ":~:"


@dataclass(frozen=True, slots=True)
class Directive:
    """What a browser is told to look for; an empty part is not given."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        parts = (
            f"{_encoded(self.prefix)}-" if self.prefix else "",
            _encoded(self.start),
            _encoded(self.end),
            f"-{_encoded(self.suffix)}" if self.suffix else "",
        )
        return ",".join(part for part in parts if part)


class Original:
    """The way from the facts of one article to its page on the web, at `address`."""

    def __init__(self, source: Source, address: str) -> None:
        self._source = source
        base = address.partition(_DIRECTIVE)[0]
        self._base = f"{base}{'' if '#' in base else '#'}{_DIRECTIVE}"
        self._page = lowered(source.article.text)

    def link(self, spans: Iterable[Span]) -> SafeMarkdown | None:
        """The address that shows the words at `spans`; None where they may not be shown, or where
        a browser would not find them or find others first.
        """
        found = [self._directive(span) for span in spans]
        told = [f"text={one}" for one in found if one]
        if not told or len(told) < len(found):
            return None
        return SafeMarkdown(self._base + "&".join(told))

    def _directive(self, span: Span) -> Directive | None:
        text = self._source.article.text
        whole = whole_words(text, span)
        blocks = self._source.blocks_of(whole) if whole else ()
        if whole is None or len(blocks) != 1:
            return None
        block = self._source.article.blocks[blocks[0]].span
        shown = self._source.visible(block)
        room = next((piece for piece in shown if piece.contains(whole)), None)
        if room is None:
            return None
        before = text[room.start : whole.start].split()
        after = text[whole.end : room.end].split()
        tried = _candidates(whole.of(text).split(), before, after)
        return next((d for d in tried if found_at(self._page, d) == whole), None)


def found_at(page: str, directive: Directive) -> Span | None:
    """Where a browser finds `directive` in the lowered `page`: the first place that fits."""
    start, end = lowered(directive.start), lowered(directive.end)
    prefix, suffix = lowered(directive.prefix), lowered(directive.suffix)
    for first in places(page, prefix or start, 0):
        at = _after_space(page, first + len(prefix)) if prefix else first
        if not page.startswith(start, at) or joined(page, at + len(start)):
            continue
        ends = places(page, end, at + len(start)) if end else iter((at,))
        for last in ends:
            stop = last + len(end or start)
            if page.startswith(suffix, _after_space(page, stop)):
                return Span(at, stop)
    return None


def _candidates(
    words: Sequence[str], before: Sequence[str], after: Sequence[str]
) -> Iterator[Directive]:
    short = len(words) <= _MOST_WORDS
    start, end = (words, ()) if short else (words[:_ENDS], words[-_ENDS:])
    for count in _AROUND:
        yield Directive(
            start=" ".join(start),
            end=" ".join(end),
            prefix=" ".join(before[-count:] if count else ()),
            suffix=" ".join(after[:count]),
        )


def _after_space(page: str, at: int) -> int:
    while page[at : at + 1] == " ":
        at += 1
    return at


def _encoded(words: str) -> str:
    """Percent-encoded; `-`, `,` and `&` part a directive, so they may not stand for themselves."""
    return quote(words, safe="").replace("-", "%2D")
