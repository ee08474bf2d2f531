from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright.ingest.html_dates import iso_date
from briefwright.ingest.html_guess import guessed_date
from briefwright.ingest.html_tree import parsed
from briefwright.store.metadata_values import checked


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2019-11-19", "2019-11-19"),
        ("2019-11-19T14:00:00Z", "2019-11-19T14:00:00Z"),
        ("2019-11-19T14:00:00.123+0000", "2019-11-19T14:00:00Z"),
        ("2019-11-19 14:00:00 -0500", "2019-11-19T14:00:00-05:00"),
        ("2019-11-19T14:00+05:30", "2019-11-19T14:00:00+05:30"),
        ("2019-11-19T14:00:00", "2019-11-19"),  # without a zone it names no moment
        ("2019/11/19", "2019-11-19"),
        ("20191119", "2019-11-19"),
        ("20191119140000Z", "2019-11-19T14:00:00Z"),
        ("19/11/2019", "2019-11-19"),
        ("11/19/2019", "2019-11-19"),
        ("11.11.2019", "2019-11-11"),
        ("Tue, 19 Nov 2019 14:00:00 GMT", "2019-11-19T14:00:00Z"),
        ("November 19, 2019", "2019-11-19"),
        ("Tuesday, Nov. 19, 2019 5:30 p.m.", "2019-11-19"),
        ("19 November 2019", "2019-11-19"),
        ("1574172000", "2019-11-19T14:00:00Z"),
        ("1574172000000", "2019-11-19T14:00:00Z"),
    ],
)
def test_dates_that_programs_write(written: str, iso: str) -> None:
    assert iso_date(written) == iso
    assert checked("published", iso) == iso


@pytest.mark.parametrize(
    "written",
    ["", "soon", "03/04/2019", "2019-02-30", "1970-01-01T00:00:00Z", "0001-01-01", "9999999999999",
     "2019-11-19T25:00:00Z", "2019-11-19T14:00:00+99:00", "9" * 300, "19 Foo 2019"],
)  # fmt: skip
def test_what_is_no_date_is_none(written: str) -> None:
    assert iso_date(written) is None


@given(st.text())
def test_no_text_makes_it_fail(text: str) -> None:
    value = iso_date(text)
    assert value is None or checked("updated", value) == value


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://x.example/2019/11/19/a", "2019-11-19"),
        ("https://x.example/2019/nov/18/a", "2019-11-18"),
        ("https://x.example/tuft-cells-20191115/", "2019-11-15"),
        ("https://x.example/2019-11-15-a", "2019-11-15"),
    ],
)
def test_an_address_tells_a_day_that_is_a_guess(address: str, day: str) -> None:
    tree = parsed("<p>Text.</p>")
    assert tree is not None
    guess = guessed_date(tree, address)
    assert guess is not None
    assert (guess.value, guess.origin, guess.where) == (day, "inferred", "address")
    assert guessed_date(tree, "https://x.example/story-8230123459/19") is None
