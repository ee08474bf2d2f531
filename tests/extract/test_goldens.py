"""The engine against the facts that a reader set down before it ran.

What it still misses or adds is listed in each case's `gaps.yml`, with a reason. A new gap fails,
and so does one that has closed, so that the list stays true.
"""

from __future__ import annotations

import os

import pytest
import yaml
from benchmarks.goldens import GOLDENS, Golden, cases, differences, load

from briefwright.model import quotes_of

REFRESH = os.environ.get("BRIEFWRIGHT_GOLDEN") == "1" and not os.environ.get("CI")


@pytest.fixture(scope="module", params=cases())
def golden(request: pytest.FixtureRequest) -> Golden:
    return load(request.param)


def _known(name: str) -> dict[str, str]:
    path = GOLDENS / name / "gaps.yml"
    return (yaml.safe_load(path.read_text("utf-8")) or {}) if path.exists() else {}


def test_only_known_gaps(golden: Golden) -> None:
    found = differences(golden)
    known = _known(golden.name)
    if REFRESH:
        kept = {line: known.get(line, "unexplained") for line in found}
        text = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=1000)
        (GOLDENS / golden.name / "gaps.yml").write_text(text, "utf-8")
        return
    new = [line for line in found if line not in known]
    closed = [line for line in known if line not in found]
    assert not new, "the engine lost ground; see CONTRIBUTING.md on golden articles"
    assert not closed, "a gap has closed: run `make golden` and take the line out"


def test_every_gap_has_a_reason(golden: Golden) -> None:
    unexplained = [line for line, why in _known(golden.name).items() if why == "unexplained"]
    assert unexplained == []


def test_every_quote_is_the_text(golden: Golden) -> None:
    quotes = list(quotes_of(golden.found))
    assert len(quotes) > 20
    for _, quote in quotes:
        assert golden.article.text[quote.at.start : quote.at.end] == quote.quote


def test_no_fact_stands_in_a_heading(golden: Golden) -> None:
    headings = [b.span for b in golden.article.blocks if b.kind == "heading"]
    for fact in golden.found.all():
        assert not any(span.overlaps(heading) for span in fact.spans() for heading in headings)
