"""Quotations and who says them: order, marks and verbs, where the parse is no guide."""

from __future__ import annotations

import pytest
from tests.extract.support import facts_of

from briefwright.model import Claim


def claims_in(text: str) -> list[Claim]:
    return list(facts_of(text).claims)


def said(text: str) -> list[tuple[str | None, list[str]]]:
    return [
        (c.speaker.quote if c.speaker else None, [p.quote for p in c.content])
        for c in claims_in(text)
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "quoted"),
    [
        ("The plan, drawn up in May, “will cost us the harbour,” said Anna Berg.", "Anna Berg",
         "will cost us the harbour,"),
        ("“Will it hold?” Anna Berg wondered.", "Anna Berg", "Will it hold?"),
        ("“It will not hold,” the statement read.", "the statement", "It will not hold,"),
        ("“It will hold,” said Anna Berg, explaining that she built it.", "Anna Berg",
         "It will hold,"),
        ("Anna Berg: “The dam is old and nobody cares.”", "Anna Berg",
         "The dam is old and nobody cares."),
        ("A LATE SPRING - Anna Berg: “The dam is old and nobody cares.”", "Anna Berg",
         "The dam is old and nobody cares."),
        ("Workers marched to the dam, chanting “no pay, no work”.", "Workers", "no pay, no work"),
        ("Anna Berg blamed the leak on “careless young engineers”.", "Anna Berg",
         "careless young engineers"),
        ("In town after town, Anna Berg fights for the dam: “It keeps us all dry.”", "Anna Berg",
         "It keeps us all dry."),
        ("Anna Berg regretted her council's remark about “two wasted years”.", "her council",
         "two wasted years"),
        ("He said,“The dam is old. It will break.”", "He", "The dam is old. It will break."),
    ],
)  # fmt: skip
def test_who_says_a_quotation(text: str, speaker: str, quoted: str) -> None:
    assert (speaker, [quoted]) in said(text)


def test_a_paragraph_that_ends_in_a_colon_introduces_the_next() -> None:
    text = (
        "When the dam broke, Anna Berg issued the following statement:\n"
        "“It is our fault. We are sorry.”"
    )
    [claim] = claims_in(text)
    assert claim.speaker is not None
    assert (claim.speaker.quote, claim.cue and claim.cue.quote) == ("Anna Berg", None)
    assert [p.quote for p in claim.content] == ["It is our fault. We are sorry."]


def test_a_paragraph_of_quotation_alone_goes_on_with_the_speech_before() -> None:
    text = "“The dam is old,” said Anna Berg.\n“It will break in May.”\nIt rained."
    assert said(text) == [("Anna Berg", ["The dam is old,", "It will break in May."])]


def test_curly_and_straight_marks_close_each_other() -> None:
    text = '“The dam is old," said Anna Berg. "It will break in May.”'
    assert said(text) == [("Anna Berg", ["The dam is old,", "It will break in May."])]


def test_whoever_adds_is_who_spoke_before() -> None:
    text = "“The dam is old,” he said, adding: “I do not think that it is safe to stay.”"
    assert [speaker for speaker, _ in said(text)] == ["he", "he"]


def test_who_releases_a_statement_speaks_through_it() -> None:
    text = "Anna Berg released a statement saying that the dam is “old and unsafe”."
    assert said(text) == [("Anna Berg", ["the dam is “old and unsafe”"])]


def test_a_relative_pronoun_calls_the_speaker_it_is_known_to_stand_for() -> None:
    text = "The town thanked Anna Berg, who said that the dam is “old and unsafe”."
    [claim] = claims_in(text)
    assert claim.speaker is not None
    assert (claim.speaker.quote, claim.speaker.entity) == ("who", "anna-berg")


@pytest.mark.parametrize(
    "text",
    [
        "“People say that the dam is safe,” said Anna Berg.",
        "“If the mayor says that the dam is safe, we go,” said Anna Berg.",
        "“The mayor would say that the dam is safe,” said Anna Berg.",
        "Anna Berg said that people think the dam is “safe and dry”.",
    ],
)
def test_what_nobody_certain_said_is_no_report_inside_a_report(text: str) -> None:
    [claim] = claims_in(text)
    assert claim.speaker is not None
    assert claim.speaker.quote == "Anna Berg"


@pytest.mark.parametrize(
    "text",
    [
        "The series “The Dam and the Sea” won a prize.",
        "A bar called “The Old Dam Of Halden” burnt down.",
        "The club has a “members and friends only” room.",
    ],
)
def test_titles_and_labels_are_no_speech(text: str) -> None:
    assert claims_in(text) == []
