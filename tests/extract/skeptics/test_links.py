"""What a doubt points to: the claim in the article, the entity behind it, and the grounds."""

from __future__ import annotations

import pytest
from tests.extract.support import facts_of

from briefwright.model import Skeptic

SAID = "Otto Lind said on Monday that the old dam is safe."


def _skeptic(text: str) -> tuple[Skeptic, str | None]:
    """The article's last skeptic, and the words of the claim that it points to."""
    facts = facts_of(text)
    skeptic = facts.skeptics[-1]
    claim = next((c for c in facts.claims if c.id == skeptic.target.claim), None)
    return skeptic, claim.content[0].quote if claim else None


@pytest.mark.parametrize(
    "doubt",
    [
        "Anna Berg disputed that claim.",
        "Anna Berg denied it.",
        "Anna Berg disputed Lind's assertion.",
        "Anna Berg doubts that the old dam is safe.",
        "Anna Berg called the statement “fiction.”",
    ],
)
def test_the_claim_is_linked(doubt: str) -> None:
    skeptic, claim = _skeptic(f"{SAID} {doubt}")
    assert claim == "the old dam is safe"
    assert skeptic.target.entity == "otto-lind"


@pytest.mark.parametrize(
    "doubt",
    [
        "Anna Berg disputed the long list of numbers.",
        "Anna Berg disputed Lind's claims of hidden losses.",
        "Anna Berg disputed the claims.",
        "Anna Berg doubts that the new bridge will open in spring.",
        "Lind denied it.",
    ],
)
def test_no_claim_is_linked(doubt: str) -> None:
    _, claim = _skeptic(f"{SAID} {doubt}")
    assert claim is None


def test_a_claim_of_something_is_found_by_its_words() -> None:
    text = (
        "Otto Lind said that there were hidden losses at the bank. "
        "Officials found no evidence to support Lind's claims of hidden losses."
    )
    _, claim = _skeptic(text)
    assert claim == "there were hidden losses at the bank"


@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        ("Anna Berg criticised the mayor for the delay.", "the delay"),
        ("Anna Berg rejected the claim, saying that the dam leaks.", "the dam leaks"),
        ("Anna Berg disputed the figures because the survey was small.",
         "because the survey was small"),
        ("Anna Berg disputed the figures, citing a new survey.", "a new survey"),
        ("The mayor drew criticism from unions for the delay.", "the delay"),
        ("Anna Berg denied the report. “The dam never leaked,” she said.",
         "The dam never leaked,"),
    ],
)  # fmt: skip
def test_grounds(text: str, grounds: str) -> None:
    skeptic, _ = _skeptic(text)
    assert skeptic.grounds is not None
    assert skeptic.grounds.quote == grounds


def test_what_somebody_else_says_next_is_no_ground() -> None:
    skeptic, _ = _skeptic("Anna Berg denied the report. “The dam leaks,” said Otto Lind.")
    assert skeptic.grounds is None


def test_a_name_for_the_thing_is_no_ground() -> None:
    skeptic, _ = _skeptic("Anna Berg called the plan “reckless.”")
    assert skeptic.grounds is None
