"""Accuracy: the engine against facts that people set down, with the counts behind each score.

The golden articles are scored always, the public corpora when their folder is given
(`--corpora`, or BRIEFWRIGHT_CORPORA). Scores may not fall under `floors.json`; a floor falls only
with `--lower-floors`.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from benchmarks import html
from benchmarks.goldens import Tally, cases, differences, load, tally
from briefwright.model import KINDS

FLOORS = Path(__file__).with_name("floors.json")
# Scores are compared with their floors at this many digits, as they are printed.
DIGITS = 3
# Each corpus by the name of its folder, and what prints its table and returns its score.
CORPORA = {html.FOLDER: html.report}


def f1(score: Tally) -> float:
    """The harmonic mean of precision and recall; 0 when nothing is right."""
    wrong = score.false + score.missed
    return round(2 * score.right / (2 * score.right + wrong), DIGITS) if score.right else 0.0


def totals(names: list[str], errors: str | None) -> dict[str, Tally]:
    """The counts of each kind over the golden articles; prints the differences of `errors`."""
    sums = dict.fromkeys(KINDS, Tally(0, 0, 0))
    for name in names:
        golden = load(name)
        for kind in KINDS:
            one, all_ = tally(golden, kind), sums[kind]
            sums[kind] = Tally(
                all_.right + one.right, all_.false + one.false, all_.missed + one.missed
            )
        for line in differences(golden):
            if errors is not None and line.split()[1] == errors:
                print(f"{name}: {line}")
    return sums


def goldens(errors: str | None) -> dict[str, float]:
    """Print the table of the golden articles and return the F1 of each kind."""
    scores = totals(cases(), errors)
    print(f"{'goldens':15} {'right':>6} {'false':>6} {'missed':>7} {'P':>6} {'R':>6} {'F1':>6}")
    for kind, score in scores.items():
        precision = score.right / max(1, score.right + score.false)
        recall = score.right / max(1, score.right + score.missed)
        print(
            f"{kind:15} {score.right:6} {score.false:6} {score.missed:7} {precision:6.3f} "
            f"{recall:6.3f} {f1(score):6.3f}"
        )
    return {kind: f1(score) for kind, score in scores.items()}


def corpora(folder: Path | None) -> dict[str, dict[str, float]]:
    """Print the table of each corpus in `folder`, and return its scores; say which are missing."""
    found: dict[str, dict[str, float]] = {}
    for name, report in CORPORA.items():
        if folder is None:
            print(f"{name}: not scored; give the corpora's folder with --corpora PATH")
        elif not (folder / name).is_dir():
            print(f"{name}: not found: {folder / name} is no folder")
        else:
            print()
            found[name] = {name: round(report(folder / name), DIGITS)}
    return found


def under(scores: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]) -> list[str]:
    """Each score that is under its floor, in words."""
    return [
        f"{group} {kind} {score:.3f} (floor {floors[group][kind]:.3f})"
        for group, kinds in scores.items()
        for kind, score in kinds.items()
        if score < floors.get(group, {}).get(kind, 0.0)
    ]


def main(arguments: list[str] | None = None) -> int:
    """Print the tables; 1 when a score is under its floor."""
    given = os.environ.get("BRIEFWRIGHT_CORPORA")
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--errors", choices=KINDS, help="print what was missed and false, by kind")
    parser.add_argument("--lower-floors", action="store_true", help="take today's scores as floors")
    parser.add_argument(
        "--corpora", type=Path, default=Path(given) if given else None, help="their folder"
    )
    options = parser.parse_args(arguments)
    scores = {"goldens": goldens(options.errors)} | corpora(options.corpora)
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    if options.lower_floors:
        FLOORS.write_text(json.dumps(floors | scores, indent=2) + "\n", "utf-8")
        return 0
    low = under(scores, floors)
    if low:
        print(f"under their floor: {', '.join(low)}", file=sys.stderr)
    return int(bool(low))


if __name__ == "__main__":
    sys.exit(main())
