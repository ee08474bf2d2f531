"""Sentences of a text, told from the text alone.

Good enough to choose what is quoted: a wrong end makes an excerpt shorter or longer, never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefwright.model.article import Article
from briefwright.model.span import Span

_END = re.compile(r"[.!?…][\"”’'»)\]]*\s+(?=[\"“‘'«(\[]*[^\W_a-zß-öø-ÿ])")
# What stands before a full stop that ends no sentence: initials, U.S., and the usual titles and
# months (the AP Stylebook's abbreviations).
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Rev|Hon|St|No|Inc|Ltd|Co|Corp|"
    r"Jr|Sr|vs|etc|approx|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)|\w\.\w)\.$"
)


def sentences(article: Article) -> list[Span]:
    """The sentences of every paragraph, and the headings, in order."""
    return [
        sentence
        for block in article.blocks
        for sentence in (
            _of_paragraph(article.text, block.span) if block.kind == "paragraph" else [block.span]
        )
    ]


def _of_paragraph(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        stop = match.start() + 1
        if match[0][0] == "." and _ABBREVIATION.search(text, max(start, stop - 12), stop):
            continue
        end = match.start() + len(match[0].rstrip())
        yield Span(start, end)
        start = match.end()
    if start < block.end:
        yield Span(start, block.end)
