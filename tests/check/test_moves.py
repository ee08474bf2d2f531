"""Two sizes of one move."""

from __future__ import annotations

import pytest
from tests.check.planted import article_of, found, pair, percent

from briefwright.model import Article, Facts


def move(
    id: str, size: str, *, verb: str = "fell", day: str = "2025-01-27", name: str = "Axa"
) -> tuple[Article, Facts]:
    text = f"{name} {verb} {size} on that day."
    figure = percent(size)
    effect = {
        "id": f"m-{id}", "quote": text, "instrument": {"quote": name, "entity": name.lower()},
        "measure": "price", "direction": "down" if verb == "fell" else "up",
        "cue": {"quote": verb}, "date": "d-1", "change": [figure["id"]],
    }  # fmt: skip
    date = {"id": "d-1", "quote": "that day", "type": "DATE", "value": day, "basis": "relative"}
    entity = {"id": name.lower(), "name": name, "type": "company"}
    return pair(
        article_of(text, id=id),
        figures=[figure], dates=[date], entities=[entity], market_effects=[effect],
    )  # fmt: skip


def test_two_sizes_of_one_move_are_shown_with_their_articles() -> None:
    (finding,) = found("two-values", move("one", "17 %"), move("two", "12 %"))
    assert finding.message == (
        "“Axa” on 2025-01-27: “fell” “17 %” (one, 2025-01-28) against “fell” “12 %” "
        "(two, 2025-01-28); they may be of different hours"
    )
    assert finding.working == ("17 is not 12",)
    assert finding.facts == ("m-one", "f-17")
    assert [(e.article, e.fact) for e in finding.elsewhere] == [("two", "m-two"), ("two", "f-12")]


def test_a_rise_contradicts_a_fall() -> None:
    assert found("two-values", move("one", "17 %"), move("two", "17 %", verb="rose"))


@pytest.mark.parametrize(
    "other",
    [
        move("two", "17 %"),
        move("two", "16.8 %"),
        move("two", "12 %", day="2025-01-28"),
        move("two", "12 %", name="Eon"),
        move("two", "12 %", day="2025-W05"),
    ],
)
def test_moves_that_agree_or_are_others(other: tuple[Article, Facts]) -> None:
    assert found("two-values", move("one", "17 %"), other) == []
