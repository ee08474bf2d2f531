"""Whose doubt it is, what exactly is doubted, and what is given as a reason."""

from __future__ import annotations

import pytest
from tests.extract.support import facts_of

from briefwright.model import Skeptic


def _only(text: str) -> Skeptic:
    (skeptic,) = facts_of(text).skeptics
    return skeptic


def _holder(skeptic: Skeptic) -> str | None:
    return skeptic.holder.quote if skeptic.holder else None


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Carla Dunn praised Anna Berg for speaking out against the plan.", "Anna Berg"),
        ("Anna Berg was among the senators who opposed the ban.", "Anna Berg"),
        (
            "The paper wrote about Anna Berg, a farmer from Lindholm, who condemned the decision.",
            "Anna Berg",
        ),
    ],
)
def test_holder(text: str, holder: str) -> None:
    assert _holder(_only(text)) == holder


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Anna Berg blamed both Sweden and Norway for the delay.", "both Sweden and Norway"),
        ("Anna Berg condemned the decision in an interview on Monday.", "the decision"),
        ("Anna Berg condemned the ban on four occasions.", "the ban"),
        ("Farmers protested the rules by giving away milk.", "the rules"),
        ("It was a measure strongly opposed by unions.", "a measure"),
        ("Anna Berg condemned the ban on plastic bags.", "the ban on plastic bags"),
    ],
)
def test_target(text: str, target: str) -> None:
    assert _only(text).target.quote == target


@pytest.mark.parametrize(
    "text",
    [
        "Rather than condemning the decision, the mayor should explain it.",
        "Anna Berg left without denying the report.",
        "Anna Berg said she did not believe she could win.",
        "Anna Berg often questioned her abilities.",
        "Anna Berg tried to laugh it off.",
        "They tried another line: he does not believe it.",
        "The documents raised questions about whether the bank had lied.",
        "Anna Berg asked the states for help to push back against the ban.",
    ],
)
def test_nobody_doubts_it(text: str) -> None:
    assert facts_of(text).skeptics == ()


@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        ("Anna Berg opposed the plan, saying it was too costly.", "it was too costly"),
        ("Anna Berg opposed the plan because it was too costly.", "because it was too costly"),
        ("Anna Berg opposed the plan, but said the mayor meant well.", None),
        ("Anna Berg opposed the plan as it was read in parliament.", None),
        ("Anna Berg opposed the plan and vowed to leave the party.", None),
    ],
)
def test_grounds(text: str, grounds: str | None) -> None:
    found = _only(text).grounds
    assert (found.quote if found else None) == grounds


def test_a_vice_president_is_no_president() -> None:
    text = (
        "President Carla Dunn met Vice President Anna Berg on Monday. Anna Berg spoke first. "
        "Tom Reed questioned the president's power to close the port."
    )
    facts = facts_of(text)
    names = {e.id: e.name for e in facts.entities}
    (skeptic,) = facts.skeptics
    assert skeptic.target.entity is not None
    assert names[skeptic.target.entity] == "Carla Dunn"
