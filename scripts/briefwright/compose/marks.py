"""Marks in a text: overlapping spans as well-formed inline HTML that changes no character."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefwright.compose.escape import SafeMarkdown, escape_each
from briefwright.model import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be marked. `id` is set on the one mark that links lead to; `fact` groups the
    marks of one fact; `kind` becomes the class.
    """

    span: Span
    fact: SafeMarkdown
    kind: str
    id: SafeMarkdown | None = None

    def opening(self, *, first: bool) -> str:
        """The tag that opens the mark, or one that goes on with it after a crossing."""
        name = f'id="{self.id}"' if self.id and first else f'data-fact="{self.fact}"'
        return f'<mark class="{self.kind}" {name}>'


def marked(
    text: str, span: Span, marks: Iterable[Mark], after: Mapping[int, Sequence[SafeMarkdown]]
) -> SafeMarkdown:
    """`text` at `span` in Markdown, with `marks` around their spans.

    Marks that cross are cut: the later one is closed where the earlier one ends and opened again.
    `after[n]` stands right after the character before offset `n`. Leaving out the tags and what
    `after` put in gives the text exactly.
    """
    pieces = escape_each(span.of(text))
    inside = [mark for mark in marks if mark.span.overlaps(span)]
    starts: dict[int, list[Mark]] = {}
    for mark in sorted(inside, key=lambda mark: (mark.span.start, -mark.span.end)):
        starts.setdefault(max(mark.span.start, span.start), []).append(mark)
    return SafeMarkdown("".join(_walk(pieces, span, starts, after)))


def _walk(
    pieces: Sequence[str],
    span: Span,
    starts: Mapping[int, Sequence[Mark]],
    after: Mapping[int, Sequence[SafeMarkdown]],
) -> Iterator[str]:
    stack: list[Mark] = []
    for offset in range(span.start, span.end + 1):
        yield from _close(stack, offset, at_end=offset == span.end)
        yield from after.get(offset, ())
        if offset == span.end:
            return
        for mark in starts.get(offset, ()):
            yield from _open(stack, mark, span)
        yield pieces[offset - span.start]


def _close(stack: list[Mark], offset: int, *, at_end: bool) -> Iterator[str]:
    """Closes what ends at `offset`; marks that only crossed are opened again."""
    crossing: list[Mark] = []
    ending = sum(at_end or mark.span.end <= offset for mark in stack)
    while ending:
        mark = stack.pop()
        yield "</mark>"
        if at_end or mark.span.end <= offset:
            ending -= 1
        else:
            crossing.append(mark)
    for mark in reversed(crossing):
        stack.append(mark)
        yield mark.opening(first=False)


def _open(stack: list[Mark], mark: Mark, span: Span) -> Iterator[str]:
    stack.append(mark)
    yield mark.opening(first=mark.span.start >= span.start)
