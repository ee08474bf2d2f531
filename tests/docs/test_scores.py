"""The page on errors shows the scores and the differences that the engine has now.

`BRIEFWRIGHT_GOLDEN=1 pytest tests/docs/test_scores.py` writes the tables anew.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from benchmarks.goldens import Golden, cases, differences, load, tally

from briefwright.model import KINDS

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "what-it-gets-wrong.md"
# Read by those who wrote the rules only after their first scores had been taken.
READ_LAST = ("grain-corridor", "vaccine-registry")
REFRESH = os.environ.get("BRIEFWRIGHT_GOLDEN") == "1" and not os.environ.get("CI")
_EXAMPLES = re.compile(r"^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def goldens() -> list[Golden]:
    return [load(name) for name in cases()]


def table(goldens: Sequence[Golden]) -> str:
    """Right, false and missed facts of each kind, with precision and recall in percent."""
    rows = [
        "| Kind | Right | False | Missed | Precision | Recall |",
        "| --- | --: | --: | --: | --: | --: |",
    ]
    for kind in KINDS:
        tallies = [tally(golden, kind) for golden in goldens]
        right, false, missed = (
            sum(getattr(t, part) for t in tallies) for part in ("right", "false", "missed")
        )
        cells = [kind.replace("_", " "), right, false, missed,
                 _percent(right, right + false), _percent(right, right + missed)]  # fmt: skip
        rows.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(rows)


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.0%}".replace("%", " %") if whole else "-"


def _marked(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=<!-- {name} -->\n\n).*?(?=\n\n<!-- end -->)", re.DOTALL)


@pytest.mark.parametrize("name", ["all", "read-last"])
def test_the_scores_are_those_of_the_engine(goldens: list[Golden], name: str) -> None:
    chosen = [g for g in goldens if name == "all" or g.name in READ_LAST]
    page = PAGE.read_text("utf-8")
    shown = _marked(name).search(page)
    assert shown is not None
    if REFRESH:
        PAGE.write_text(_marked(name).sub(lambda _: table(chosen), page), "utf-8")
        return
    assert shown[0] == table(chosen), "run: BRIEFWRIGHT_GOLDEN=1 pytest tests/docs/test_scores.py"


def test_the_page_says_how_little_the_articles_are(goldens: list[Golden]) -> None:
    page = PAGE.read_text("utf-8")
    words = sum(len(golden.article.text.split()) for golden in goldens)
    assert len(goldens) == 8, "the page says eight"
    assert f"about {round(words, -2):,} words" in page


def test_every_error_that_is_shown_is_made(goldens: list[Golden]) -> None:
    made = {line for golden in goldens for line in differences(golden)}
    blocks = _EXAMPLES.findall(PAGE.read_text("utf-8"))
    shown = [line for block in blocks for line in block.splitlines()]
    assert len(shown) > 8
    assert [line for line in shown if line not in made] == []
