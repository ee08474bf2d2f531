"""Which dated clauses are events, how far each reaches, and what its tense and modals make it."""

from __future__ import annotations

import pytest
from tests.extract.support import facts_of


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Anna Berg said on Monday that the dam leaks.",
         "Anna Berg said on Monday that the dam leaks"),
        ("“The dam leaks badly. It is old,” Anna Berg told reporters on Monday.",
         "“The dam leaks badly. It is old,” Anna Berg told reporters on Monday"),
        ("The bridge was on Friday closed to cars.", "The bridge was on Friday closed to cars"),
        ("They fled from a flood which began in 2019.", "a flood which began in 2019"),
        ("Markets are pricing in a chance of one more cut by July.", "one more cut by July"),
        ("They regret signing the 2020 treaty.", "the 2020 treaty"),
        ("Monday's attack on the dam shocked the town.", "Monday's attack on the dam"),
    ],
)  # fmt: skip
def test_the_clause(text: str, quote: str) -> None:
    assert [e.quote for e in facts_of(text).timeline] == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "She wrote about the 2020 election.",
        "The 1962 hall is large.",
        "Its March meeting was long.",
        "More trees burned than there were in 2018.",
        "It is half of what it was in the 1970s.",
        "It was the coldest race since a storm in 2018.",
        "That idea is odd in the 21st century.",
        "Who won the vote in 2016?",
        "Most of the town did not exist five years ago.",
        "No ship may leave before Friday.",
        "Most ships pass within 48 hours.",
        "The town would be poor within a year.",
        "It was the fourth time in a decade.",
        "The deal comes after weeks of talks.",
        "The firm gave a cautious forecast for 2026.",
        "They had stopped the work until Easter.",
    ],
)
def test_no_event(text: str) -> None:
    assert facts_of(text).timeline == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The council is to meet on 5 March.", "scheduled"),
        ("The council was already scheduled to vote this week.", "scheduled"),
        ("She is to send a report to the council within ten days.", "scheduled"),
        ("The court declared that the bridge would close on 5 March.", "scheduled"),
        ("Anna Berg warned that the bridge would close on 5 March.", "hypothetical"),
        ("They will stay until 2032 provided that the cables are laid.", "hypothetical"),
        ("The ministers want every town connected by 2027.", "hypothetical"),
        ("Markets are pricing in a chance of one more cut by July.", "hypothetical"),
        ("In 2025 we have no deficit.", "ongoing"),
        ("The trade is banned since 1930.", "ongoing"),
        ("They read letters printed this month by the bank.", "past"),
        ("Otto Lind is to be sentenced in June.", "scheduled"),
        ("The trial, which began on 3 January, is to last six months.", "ongoing"),
        ("The trial, which began on 3 January, ended without a verdict.", "past"),
        ("In 2015 the bank started lending, providing cheap loans.", "past"),
        ("The bridge was due to reopen on 2 March.", "scheduled"),
    ],
)
def test_status(text: str, status: str) -> None:
    events = facts_of(text).timeline
    assert [e.status for e in events] == [status]
