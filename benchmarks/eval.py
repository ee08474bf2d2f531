"""Accuracy: the engine against facts that people set down, with the counts behind each score.

The golden articles are scored always, the public corpora when their folder is given
(`--corpora`, or BRIEFWRIGHT_CORPORA). What is scored of a corpus is the part that was held back
while the rules were written, or with `--tune` the other part.
Scores may not fall under `floors.json`; a floor falls only with `--lower-floors`.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from benchmarks import crude, html, meantime, polnear
from benchmarks.goldens import cases, differences, load, tally
from benchmarks.measure import DIGITS, Measure, Scorer, Tally
from briefwright.model import KINDS

FLOORS = Path(__file__).with_name("floors.json")
# Each scores the engine on one corpus; html has its own metric, which counts no facts.
CORPORA: dict[str, Scorer] = {
    polnear.FOLDER: polnear.measures,
    meantime.FOLDER: meantime.measures,
    crude.FOLDER: crude.measures,
}
HELD_BACK, TUNED = "held back", "tuned on"
Scores = dict[str, dict[str, float]]


def goldens() -> list[Measure]:
    """The scores of each kind over the golden articles."""
    loaded = {name: load(name) for name in cases()}
    measures = []
    for kind in KINDS:
        lines = (f"{name}: {line}" for name, g in loaded.items() for line in differences(g))
        total = sum((tally(golden, kind) for golden in loaded.values()), Tally(0, 0, 0))
        measures.append(Measure(kind, total, tuple(x for x in lines if x.split()[2] == kind)))
    return measures


def corpora(folder: Path | None, *, tune: bool) -> list[Measure]:
    """The scores on each corpus in `folder`; says which are missing."""
    found: list[Measure] = []
    for name, measures in CORPORA.items():
        if _present(folder, name) and folder is not None:
            found.extend(measures(folder / name, tune))
    return found


def pages(folder: Path | None) -> dict[str, float]:
    """The score of reading web pages, under its name; prints its own table."""
    if not _present(folder, html.FOLDER) or folder is None:
        return {}
    print()
    return {html.FOLDER: round(html.report(folder / html.FOLDER), DIGITS)}


def _present(folder: Path | None, name: str) -> bool:
    if folder is None:
        print(f"{name}: not scored; give the corpora's folder with --corpora PATH")
        return False
    if not (folder / name).is_dir():
        print(f"{name}: not found: {folder / name} is no folder")
        return False
    return True


def show(title: str, measures: list[Measure], errors: str | None) -> dict[str, float]:
    """Print the lines that `errors` asks for and the table; return the F1 of each measure."""
    for measure in measures:
        if measure.name == errors:
            print("\n".join(measure.errors))
    if measures:
        print(f"{title:28} {'right':>6} {'false':>6} {'missed':>7} {'P':>6} {'R':>6} {'F1':>6}")
    for measure in measures:
        t = measure.tally
        print(
            f"{measure.name:28} {t.right:6} {t.false:6} {t.missed:7} {t.precision:6.3f} "
            f"{t.recall:6.3f} {t.f1:6.3f}"
        )
    return {measure.name: measure.tally.f1 for measure in measures}


def under(scores: Scores, floors: Scores) -> list[str]:
    """Each score that is under its floor, in words."""
    return [
        f"{group} {kind} {score:.3f} (floor {floors[group][kind]:.3f})"
        for group, kinds in scores.items()
        for kind, score in kinds.items()
        if score < floors.get(group, {}).get(kind, 0.0)
    ]


def _options(arguments: list[str] | None) -> argparse.Namespace:
    given = os.environ.get("BRIEFWRIGHT_CORPORA")
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--errors", metavar="MEASURE", help="print what was missed and false in one row"
    )
    parser.add_argument(
        "--tune", action="store_true", help="score the part that rules may be tuned on"
    )
    parser.add_argument("--lower-floors", action="store_true", help="take today's scores as floors")
    parser.add_argument(
        "--corpora", type=Path, default=Path(given) if given else None, help="their folder"
    )
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> int:
    """Print the tables; 1 when a score is under its floor."""
    options = _options(arguments)
    part = TUNED if options.tune else HELD_BACK
    scores = {"goldens": show("goldens", goldens(), options.errors)}
    print()
    public = corpora(options.corpora, tune=options.tune)
    scores[part] = show(f"corpora ({part})", public, options.errors)
    scores[html.FOLDER] = {} if options.tune else pages(options.corpora)
    scores = {group: kinds for group, kinds in scores.items() if kinds}
    floors: Scores = json.loads(FLOORS.read_text("utf-8"))
    if options.lower_floors:
        FLOORS.write_text(json.dumps(floors | scores, indent=2) + "\n", "utf-8")
        return 0
    low = under(scores, floors)
    if low:
        print(f"under their floor: {', '.join(low)}", file=sys.stderr)
    return int(bool(low))


if __name__ == "__main__":
    sys.exit(main())
