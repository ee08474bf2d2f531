"""Which words report in which frames: counts and weights from PolNeAR's training articles.

`python -m benchmarks.mine --corpora PATH` writes `extract/tables/frame_counts.tsv` and
`extract/tables/frames.yml` anew, from the 840 articles of `polnear/train` alone. Every frame of
every word outside quotations is set beside the attributions that people marked: it is a cue when an
attribution's content has a Jaccard index of at least a half with the frame's content (the rule of
`benchmarks/polnear.py`) and the same speaker. The weights are those of a logistic regression with a
ridge penalty, found by Newton's method; what a word's own count says is left out of its own sight
(leave one out), so that rare words are not taken for certain ones.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml

from benchmarks import polnear
from briefwright.extract.claims import likelihood
from briefwright.extract.claims.find import spoken_by
from briefwright.extract.claims.frames import frames_of
from briefwright.extract.claims.likelihood import ANY_WORD, Count, circumstances, evidence
from briefwright.extract.claims.reports import framed_report
from briefwright.extract.dates import find_dates
from briefwright.extract.engine import mentions_of
from briefwright.extract.figures import find_figures
from briefwright.extract.reading import read
from briefwright.extract.settings import DEFAULT_PIPELINE
from briefwright.model import Article

Floats = npt.NDArray[np.float64]
TABLES = Path(likelihood.__file__).parents[1] / "tables"
# Rarer circumstances say nothing, and rarer words in a frame neither unless they were cues there.
RARE, RARE_WORD = 40, 4
RIDGE = 1.0
ROUNDS = 30
DIGITS = 2

COUNTS_HEAD = """\
# How often a word was seen in a frame, and how often it was a cue there: lemma, frame, cued, seen.
# Source: the 840 training articles of PolNeAR (networkdynamics/PolNeAR); by benchmarks/mine.py.
"""
WEIGHTS_HEAD = """\
# Weights of the log-linear model in claims/likelihood.py: positive speaks for a report.
# Source: as frame_counts.tsv; made by benchmarks/mine.py, never edited by hand.
"""


Counts = dict[tuple[str, str], Count]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A word seen in a frame: what holds of it, and whether people marked it as a cue."""

    lemma: str
    frame: str
    names: tuple[str, ...]
    cued: bool


def sightings(document: polnear.Document) -> Iterator[Sighting]:
    """Every frame of every word of an article outside quotations."""
    reading = read(Article.from_text(document.text, id="polnear"), DEFAULT_PIPELINE)
    mentions = mentions_of(reading, find_dates(reading), find_figures(reading))
    maker = polnear.Maker(document.text)
    for passage in reading.frames():
        for frame in (f for word in passage.doc for f in frames_of(word)):
            report = framed_report(passage, frame, reading)
            if not report.pieces:
                continue
            speaker = spoken_by(report, mentions, document.text)
            made = maker.make(report.pieces, "", [speaker.at] if speaker else [])
            cued = any(map(made.same, document.wanted))
            names = tuple(circumstances(frame))
            yield Sighting(frame.word.lemma_.lower(), frame.name, names, cued)


def counts_of(seen: Sequence[Sighting]) -> Counts:
    """The counts by lemma and frame, and those of each frame over all words."""
    every: Counter[tuple[str, str]] = Counter()
    cued: Counter[tuple[str, str]] = Counter()
    for one in seen:
        for lemma in (one.lemma, ANY_WORD):
            every[lemma, one.frame] += 1
            cued[lemma, one.frame] += one.cued
    return {key: Count(cued[key], number) for key, number in every.items()}


def weights_of(seen: Sequence[Sighting], counts: Counts) -> dict[str, float]:
    """The weights of the evidence and of each circumstance that is not rare."""
    frequency = Counter(name for one in seen for name in one.names)
    names = sorted(name for name, number in frequency.items() if number >= RARE)
    column = {name: index for index, name in enumerate(names)}
    data = np.zeros((len(seen), len(names) + 1))
    for row, one in enumerate(seen):
        own, every = counts[one.lemma, one.frame], counts[ANY_WORD, one.frame]
        others = Count(own.cued - one.cued, own.seen - 1)
        data[row, -1] = evidence(others, every)
        data[row, [column[name] for name in one.names if name in column]] = 1.0
    fitted = _newton(data, np.array([one.cued for one in seen], dtype=float))
    found = dict(zip([*names, "evidence"], fitted, strict=True))
    return {name: round(float(weight), DIGITS) for name, weight in found.items()}


def _newton(data: Floats, wanted: Floats) -> Floats:
    """The weights of the logistic regression of `wanted` (n) on `data` (n, k)."""
    weights = np.zeros(data.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-(data @ weights)))
        slope = data.T @ (chance - wanted) + RIDGE * weights
        bend = (data * (chance * (1 - chance))[:, None]).T @ data + RIDGE * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 10 ** -(DIGITS + 2):
            break
    return weights


def write(folder: Path, counts: Counts, weights: dict[str, float]) -> None:
    """Write both tables, in the order of the alphabet."""
    kept = [
        f"{lemma}\t{frame}\t{count.cued}\t{count.seen}\n"
        for (lemma, frame), count in sorted(counts.items())
        if count.cued or count.seen >= RARE_WORD
    ]
    (folder / "frame_counts.tsv").write_text(COUNTS_HEAD + "".join(kept), "utf-8")
    body = yaml.safe_dump({"weights": dict(sorted(weights.items()))}, allow_unicode=True)
    (folder / "frames.yml").write_text(WEIGHTS_HEAD + body, "utf-8")


def main(arguments: list[str] | None = None) -> int:
    """Mine the training articles and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", type=Path, required=True, help="the folder with polnear/")
    folder = parser.parse_args(arguments).corpora / polnear.FOLDER
    seen = [one for document in polnear.documents(folder, "train") for one in sightings(document)]
    counts = counts_of(seen)
    write(TABLES, counts, weights_of(seen, counts))
    print(f"{len(seen)} frames, {sum(one.cued for one in seen)} of them cues: {TABLES}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
