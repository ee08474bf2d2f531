"""What a feed says about a page: a guess where the page is silent, a remark where it differs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefwright.model import Article, Other, Stated
from briefwright.store.metadata_values import checked

FEED = "feed"


def with_hints(article: Article, hints: Mapping[str, str]) -> Article:
    """`article` with the feed's values by key; the page's and the person's values stay.

    A value that can't be used is left out: nobody asked for it.
    """
    update: dict[str, Stated] = {}
    for key, value in hints.items():
        try:
            words = checked(key, value)
        except ValueError:
            continue
        known: Stated | None = getattr(article.metadata, key)
        if known is None:
            update[key] = Stated(
                value=words, origin="inferred", where=FEED, note="the feed's entry"
            )
        elif known.origin != "person" and not _same(key, known.value, words):
            also = (*known.also, Other(value=words, where=FEED))
            update[key] = known.model_copy(update={"also": also})
    return replace(article, metadata=article.metadata.model_copy(update=update))


def _same(key: str, one: str, other: str) -> bool:
    """Whether two values say the same: dates by their day, words without regard to case."""
    if key == "published":
        return one[:10] == other[:10]
    return one.casefold() == other.casefold()
