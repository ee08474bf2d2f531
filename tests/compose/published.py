"""How many words of an article a reader can gather from pages that quote it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from briefwright.model import Article, Facts

# Shorter runs of common words ("on Monday the") stand in any English page; a quote of fewer words
# is found by the spans of the facts instead.
RUN = 4
_TAG = re.compile(r"<[^>]*>|\{:[^}]*\}|\]\([^)]*\)|\[\d+\]\[\]\{[^}]*\}")
_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def plain(page: str) -> str:
    """Markdown, HTML or JSON as bare text."""
    return html.unescape(_TAG.sub(" ", html.unescape(page)))


def published_words(
    article: Article, facts: Facts, pages: Iterable[str], said: Iterable[str] = ()
) -> int:
    """The words of the article that stand on `pages` in runs of at least `RUN`.

    Names and runs inside a name do not count, as they are no excerpts, nor do runs in what an
    editor has `said`.
    """
    free = {
        tuple(words[at : at + RUN])
        for own in [*(entity.name for entity in facts.entities), *said]
        for words in [words_of(own)]
        for at in range(len(words) - RUN + 1)
    }
    text = words_of(article.text)
    runs: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(text) - RUN + 1):
        runs.setdefault(tuple(text[at : at + RUN]), []).append(at)
    seen: set[int] = set()
    for page in pages:
        words = words_of(plain(page))
        for at in range(len(words) - RUN + 1):
            run = tuple(words[at : at + RUN])
            for start in () if run in free else runs.get(run, ()):
                seen.update(range(start, start + RUN))
    # As the budget counts: by white space, so that "1.4%" and "low-cost" are one word each.
    numbers, index = [], 0
    for token in article.text.split():
        parts = words_of(token)
        numbers.append(range(index, index + len(parts)))
        index += len(parts)
    named = {word for entity in facts.entities for word in words_of(entity.name)}
    return sum(
        any(number in seen for number in span) and not {text[n] for n in span} <= named
        for span in numbers
        if span
    )
