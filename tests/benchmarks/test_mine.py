"""Mining: counts of frames, and weights that tell what speaks for a report."""

from __future__ import annotations

from benchmarks.mine import RARE, Sighting, counts_of, weights_of

from briefwright.extract.claims.likelihood import ANY_WORD, Count


def seen(lemma: str, name: str, *, cued: bool) -> Sighting:
    return Sighting(lemma, "that", ("always", name), cued)


SEEN = [
    *(seen("say", "told", cued=True) for _ in range(RARE)),
    *(seen("say", "asked", cued=False) for _ in range(RARE)),
    seen("rare", "once", cued=True),
]


def test_counts_by_word_and_over_all_words() -> None:
    counts = counts_of(SEEN)
    assert counts["say", "that"] == Count(RARE, 2 * RARE)
    assert counts[ANY_WORD, "that"] == Count(RARE + 1, 2 * RARE + 1)


def test_weights_of_what_is_not_rare() -> None:
    weights = weights_of(SEEN, counts_of(SEEN))
    assert weights["told"] > 0 > weights["asked"]
    assert "once" not in weights
