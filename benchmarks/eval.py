"""Accuracy: the engine against facts that people set down, with the counts behind each score.

The golden articles are scored always. Scores may not fall under `floors.json`; a floor falls only
with `--lower-floors`.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks.goldens import Tally, cases, differences, load, tally
from briefwright.model import KINDS

FLOORS = Path(__file__).with_name("floors.json")
# Scores are compared with their floors at this many digits, as they are printed.
DIGITS = 3


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


def main(arguments: list[str] | None = None) -> int:
    """Print the table; 1 when a score is under its floor."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--errors", choices=KINDS, help="print what was missed and false, by kind")
    parser.add_argument("--lower-floors", action="store_true", help="take today's scores as floors")
    options = parser.parse_args(arguments)
    scores = totals(cases(), options.errors)
    floors: dict[str, float] = json.loads(FLOORS.read_text("utf-8"))["goldens"]
    print(
        f"{'goldens':15} {'right':>6} {'false':>6} {'missed':>7} {'P':>6} {'R':>6} {'F1':>6} floor"
    )
    under = []
    for kind, score in scores.items():
        precision = score.right / max(1, score.right + score.false)
        recall = score.right / max(1, score.right + score.missed)
        floor = floors.get(kind, 0.0)
        print(
            f"{kind:15} {score.right:6} {score.false:6} {score.missed:7} {precision:6.3f} "
            f"{recall:6.3f} {f1(score):6.3f} {floor:.3f}"
        )
        if f1(score) < floor:
            under.append(kind)
    if options.lower_floors:
        data = {"goldens": {kind: f1(score) for kind, score in scores.items()}}
        FLOORS.write_text(json.dumps(data, indent=2) + "\n", "utf-8")
        return 0
    if under:
        print(f"under their floor: {', '.join(under)}", file=sys.stderr)
    return int(bool(under))


if __name__ == "__main__":
    sys.exit(main())
