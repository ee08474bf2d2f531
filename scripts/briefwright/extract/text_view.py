"""The article's running text for pattern rules: same length, same places, no headings."""

from __future__ import annotations

import re

from briefwright.model import Article

# Patterns may cross a line break inside a paragraph (hard-wrapped text) but never a paragraph's
# end; the record separator is no word, space or digit to any of them.
BREAK = "\x1e"


def running_text(article: Article) -> str:
    """The canonical text with white space as plain spaces, headings and gaps as `BREAK`.

    Character for character as long as the canonical text, so that offsets are the same.
    """
    view = [BREAK] * len(article.text)
    for block in article.blocks:
        if block.kind == "paragraph":
            words = re.sub(r"\s", " ", block.span.of(article.text))
            view[block.span.start : block.span.end] = words
    return "".join(view)
