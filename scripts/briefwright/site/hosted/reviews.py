"""`ClaimReview`: an editor's verdict on a claim.

An accepted fact is one that was read right, not one that is true, and a likelihood is that of the
judgment's own sentence; neither is a verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefwright.compose.links import anchor
from briefwright.model import Judgment
from briefwright.model.brief import Verdict
from briefwright.site.hosted.entry import Entry
from briefwright.site.hosted.nodes import Node, stated
from briefwright.site.hosted.text import one_line

# `unproven` is no step between them.
_STEPS = ("wrong", "mostly wrong", "mixed", "mostly correct", "correct")


def claim_reviews(entry: Entry, nodes: Sequence[Node], brief: str, site: Node) -> Iterator[Node]:
    """The editor's verdicts on the claims among `nodes`.

    Args:
        entry: the brief with its judgments.
        nodes: of the brief's page.
        brief: the address of the brief's page.
        site: the node of the site, which answers for the verdict.
    """
    claims = {node["@id"]: node for node in nodes if node["@type"] == "Claim"}
    for number, judgment in enumerate(entry.brief.judgments, 1):
        names = [
            anchor(s.article.id, f) for s in entry.sources for f in judgment.facts if s.fact(f)
        ]
        found = [claims[name] for name in (f"{brief}#{n}" for n in names) if name in claims]
        if not judgment.verdict or len(found) != 1:
            continue
        yield stated(
            {
                "@type": "ClaimReview",
                "@id": f"{brief}#judgment-{number}",
                "url": f"{brief}#judgment-{number}",
                "claimReviewed": found[0]["text"],
                "itemReviewed": {"@id": found[0]["@id"]},
                "reviewBody": one_line(judgment.text),
                "reviewRating": _rating(judgment.verdict),
                "author": site,
                "datePublished": entry.date,
            }
        )


def _anchors(entry: Entry, judgment: Judgment) -> Iterator[str]:
    for source in entry.sources:
        yield from (anchor(source.article.id, f) for f in judgment.facts if source.fact(f))


def _rating(verdict: Verdict) -> Node:
    """The verdict in its own words, and as a number where it is a step from wrong to correct."""
    rating: Node = {"@type": "Rating", "alternateName": verdict}
    if verdict in _STEPS:
        value = _STEPS.index(verdict) + 1
        rating |= {"ratingValue": value, "worstRating": 1, "bestRating": len(_STEPS)}
    return rating
