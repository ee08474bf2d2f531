"""What a score is: the counts behind it, and the lines that say what was missed or false."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

# Scores are compared with their floors at this many digits, as they are printed.
DIGITS = 3


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, false and missed.

    Attributes:
        right: found ones that are right.
        false: found ones that are not.
        missed: wanted ones that were not found.
        hits: wanted ones that were found, where that differs from `right` because the found ones
            and the wanted ones are not matched one to one.
    """

    right: int
    false: int
    missed: int
    hits: int | None = None

    @property
    def precision(self) -> float:
        """The share of the found ones that is right; 0 when nothing was found."""
        return self.right / max(1, self.right + self.false)

    @property
    def recall(self) -> float:
        """The share of the wanted ones that was found; 0 when nothing was wanted."""
        hits = self.right if self.hits is None else self.hits
        return hits / max(1, hits + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, rounded to `DIGITS`."""
        both = self.precision + self.recall
        return round(2 * self.precision * self.recall / both, DIGITS) if both else 0.0

    def __add__(self, other: Tally) -> Tally:
        hits = None
        if self.hits is not None or other.hits is not None:
            mine = self.right if self.hits is None else self.hits
            hits = mine + (other.right if other.hits is None else other.hits)
        return Tally(
            self.right + other.right, self.false + other.false, self.missed + other.missed, hits
        )


@dataclass(frozen=True, slots=True)
class Measure:
    """One score.

    Attributes:
        name: as in the table and in `floors.json`, such as "polnear triple".
        tally: the counts.
        errors: what was missed and what was false, a line each, with its context.
    """

    name: str
    tally: Tally
    errors: tuple[str, ...] = ()


# Scores the corpus in a folder: the part that rules are tuned on, or else the part held back.
Scorer = Callable[[Path, bool], Iterator[Measure]]
