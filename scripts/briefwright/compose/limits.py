"""What was not checked: the same honest list on every brief, and what follows from its facts."""

from __future__ import annotations

from collections.abc import Sequence

from briefwright.compose import words
from briefwright.compose.source import Source

ALWAYS = (
    "Whether what the article says is true. The brief shows what it says and where.",
    "Whether a speaker said these words; only that the article reports them.",
    "Anything outside the articles listed as sources: no other reports, registers or market data.",
    "Pictures, tables, captions and links of the original page.",
)


def not_checked(sources: Sequence[Source]) -> list[str]:
    """The fixed list, then what is computed for these sources."""
    facts = [fact for source in sources for fact in source.facts.all()]
    unreviewed = sum(fact.review_status == "proposed" for fact in facts)
    unresolved = sum(date.basis == "unresolved" for s in sources for date in s.facts.dates)
    unnamed = sum(claim.speaker is None or claim.speaker.entity is None
                  for s in sources for claim in s.facts.claims)  # fmt: skip
    relayed = sum(claim.depth > 1 for s in sources for claim in s.facts.claims)
    computed = [
        (len(sources) == 1, "A second source: the brief rests on one article."),
        (
            unreviewed,
            f"{unreviewed} of {words.count(len(facts), 'fact')}: no person has reviewed them yet.",
        ),
        (unresolved, f"The calendar date of {words.count(unresolved, 'time expression')}."),
        (unnamed, f"Who stands behind {words.count(unnamed, 'claim')} without a named speaker."),
        (relayed, f"The first source of {words.count(relayed, 'claim')} reported at second hand."),
    ]
    return [*ALWAYS, *(sentence for applies, sentence in computed if applies)]
