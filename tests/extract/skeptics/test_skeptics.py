"""Skeptics: who doubts, disputes, denies or criticises what."""

from __future__ import annotations

import pytest
from tests.extract.support import facts_of


@pytest.mark.parametrize(
    ("text", "holder", "cue", "stance", "target"),
    [
        ("Anna Berg doubts the claim.", "Anna Berg", "doubts", "doubts", "the claim"),
        ("Anna Berg doubts that the dam is safe.", "Anna Berg", "doubts", "doubts",
         "the dam is safe"),
        ("Anna Berg disputed the figures.", "Anna Berg", "disputed", "disputes", "the figures"),
        ("The bank denied the allegation.", "The bank", "denied", "denies", "the allegation"),
        ("The bank rejected the accusation.", "The bank", "rejected", "denies", "the accusation"),
        ("Anna Berg criticised the ministry.", "Anna Berg", "criticised", "criticises",
         "the ministry"),
        ("The ministry was criticised by Anna Berg.", "Anna Berg", "criticised", "criticises",
         "The ministry"),
        ("Anna Berg took issue with the report.", "Anna Berg", "took issue with", "disputes",
         "the report"),
        ("Anna Berg is skeptical of the plan.", "Anna Berg", "skeptical", "doubts", "the plan"),
        ("Anna Berg cast doubt on the plan.", "Anna Berg", "cast doubt", "doubts", "the plan"),
        ("The plan drew criticism from unions.", "unions", "criticism", "criticises", "The plan"),
        ("Anna Berg is not convinced that the dam is safe.", "Anna Berg", "not convinced",
         "doubts", "the dam is safe"),
        ("Anna Berg does not believe the report.", "Anna Berg", "does not believe", "doubts",
         "the report"),
    ],
)  # fmt: skip
def test_stances(text: str, holder: str, cue: str, stance: str, target: str) -> None:
    [skeptic] = facts_of(text).skeptics
    assert skeptic.holder is not None
    found = (skeptic.holder.quote, skeptic.cue.quote, skeptic.stance, skeptic.target.quote)
    assert found == (holder, cue, stance, target)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg does not doubt the claim.",
        "There is no doubt about the plan.",
        "Anna Berg opposed the mayor.",
        "Anna Berg questioned the witness.",
        "Anna Berg did not accept the offer.",
        "The dam is safe.",
    ],
)
def test_no_doubt(text: str) -> None:
    assert facts_of(text).skeptics == ()


def test_a_doubt_knows_the_claim_that_it_points_to() -> None:
    text = "Otto Lind said that the dam is safe. Anna Berg disputed this claim."
    facts = facts_of(text)
    [claim] = facts.claims
    [skeptic] = facts.skeptics
    assert (skeptic.target.claim, skeptic.target.entity) == (claim.id, "otto-lind")


def test_a_doubt_of_other_words_points_to_no_claim() -> None:
    text = "Otto Lind said that the dam is safe. Anna Berg disputed the long list of figures."
    [skeptic] = facts_of(text).skeptics
    assert skeptic.target.claim is None


def test_i_inside_a_quotation_is_its_speaker() -> None:
    [skeptic] = facts_of("“I doubt the claim,” said Anna Berg.").skeptics
    assert skeptic.holder is not None
    assert (skeptic.holder.quote, skeptic.holder.entity) == ("I", "anna-berg")


def test_the_grounds_of_a_criticism() -> None:
    [skeptic] = facts_of("Anna Berg criticised the ministry for hiding the report.").skeptics
    assert skeptic.grounds is not None
    assert skeptic.grounds.quote == "hiding the report"
