"""Claims that rest on one article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefwright.check.noticed import counted
from briefwright.check.stems import stems_of
from briefwright.model import Article, Facts, Finding

Pair = tuple[Article, Facts]
# Of the words of the shorter of two claims so many stand in the other: then one article bears the
# other out. Our choice.
_SHARED, _LEAST_WORDS = 0.7, 4


def second_sources(articles: Sequence[Pair]) -> Iterator[Finding]:
    """`no-second-source`: the claims of each article that no other article of the brief has."""
    stems = {
        (article.id, claim.id): stems_of(" ".join(piece.quote for piece in claim.content))
        for article, facts in articles
        for claim in facts.claims
        if not claim.rejected
    }
    for article, facts in articles:
        mine = [claim for claim in facts.claims if not claim.rejected]
        others = [words for (name, _), words in stems.items() if name != article.id]
        alone = [c for c in mine if not any(_alike(stems[article.id, c.id], o) for o in others)]
        where = "this article alone" if others or len(articles) > 1 else "one article alone"
        yield from counted(
            "no-second-source", article, alone,
            "{} on " + where + ".", ("claim rests", "claims rest"),
        )  # fmt: skip


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= _LEAST_WORDS and len(one & other) >= _SHARED * shorter
