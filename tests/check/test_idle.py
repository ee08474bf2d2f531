"""What had nothing to compare is told."""

from __future__ import annotations

from tests.check.planted import article_of, counts, dollars, pair, percent

from briefwright.check.idle import idle
from briefwright.check.table import check_ids


def test_an_empty_article_gives_no_check_anything_but_its_title() -> None:
    names = idle([pair(article_of("Some words."))])
    assert "headline-claim" not in names
    assert {"exchange-rate", "percent-change", "weekday", "two-values"} <= set(names)
    assert set(names) <= check_ids()


def test_what_had_something_to_compare_is_left_out() -> None:
    text = (
        "Profit rose 5 % to $105 million from $100 million on Monday 3 March 2025. "
        "It lies 10 miles (16 km) away."
    )
    figures = [
        percent("5 %"), dollars("$105 million", 105e6), dollars("$100 million", 100e6),
        *counts("10 miles", "16 km"),
    ]  # fmt: skip
    names = idle([pair(article_of(text), figures=figures)])
    assert not {"percent-change", "weekday", "unit-conversion"} & set(names)
    assert "points-percent" in names
