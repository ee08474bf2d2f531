"""Timeline: what happened when, what goes on, what is set, and what only may be."""

from __future__ import annotations

import pytest
from tests.extract.support import facts_of


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("The dam broke on Monday.", "The dam broke on Monday", "past"),
        ("The dam broke in 2019.", "The dam broke in 2019", "past"),
        ("The council will meet on Friday.", "The council will meet on Friday", "scheduled"),
        ("The council meets on Thursday.", "The council meets on Thursday", "scheduled"),
        ("The council is due to meet on 5 March.", "due to meet on 5 March", "scheduled"),
        ("The dam could break in 2026.", "The dam could break in 2026", "hypothetical"),
        ("If the dam breaks in 2026, the town is lost.", "the dam breaks in 2026", "hypothetical"),
        ("The town has grown since 2019.", "The town has grown since 2019", "ongoing"),
        ("The dam broke two days ago.", "The dam broke two days ago", "past"),
        ("They must pay within three months.", "They must pay within three months", None),
    ],
)
def test_status(text: str, words: str, status: str | None) -> None:
    [event] = facts_of(text).timeline
    assert words in event.quote
    if status is not None:
        assert event.status == status


@pytest.mark.parametrize(
    "text",
    [
        "The council meets every month.",
        "Prices are the highest since 2019.",
        "It lasted three days.",
        "OSLO, March 6 - The dam is old.",
        "Sales were 3% up on a year earlier, against a fall of 2% two years before.",
    ],
)
def test_no_event(text: str) -> None:
    assert facts_of(text).timeline == ()


def test_an_event_knows_its_date_and_its_entities() -> None:
    facts = facts_of("Anna Berg left Norway in 2019.")
    [event], [date] = facts.timeline, facts.dates
    assert event.date == date.id
    assert event.entities == ("anna-berg", "norway")


def test_each_clause_is_an_event_of_its_own() -> None:
    found = facts_of("The dam broke in 2019, and the town left in 2021.").timeline
    assert [e.quote for e in found] == ["The dam broke in 2019", "the town left in 2021"]


def test_a_noun_that_happens_is_an_event() -> None:
    [event] = facts_of("Monday's attack on the dam shocked the town.").timeline
    assert event.quote.startswith("Monday's attack")


def test_without_a_publication_date_the_tense_alone_tells() -> None:
    [past] = facts_of("The dam broke on Monday.", published=None).timeline
    [coming] = facts_of("The dam will open on Monday.", published=None).timeline
    assert (past.status, coming.status) == ("past", "scheduled")
