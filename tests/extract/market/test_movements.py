"""Movements: every word that says that something went up or down, whatever it is."""

from __future__ import annotations

import pytest
from tests.extract.support import article_of

from briefwright.extract.market import find_movements
from briefwright.extract.reading import read
from briefwright.extract.settings import DEFAULT_PIPELINE

# The cue, its direction, and what moved.
Movement = tuple[str, str | None, list[str]]


def movements_in(text: str) -> list[Movement]:
    reading = read(article_of(text), DEFAULT_PIPELINE)
    return [
        (found.passage.span(move.cue).of(text), move.direction, [item.text for item in move.items])
        for found in find_movements(reading)
        for move in found.moves
    ]


def told_in(text: str) -> list[bool]:
    reading = read(article_of(text), DEFAULT_PIPELINE)
    return [move.told for found in find_movements(reading) for move in found.moves]


@pytest.mark.parametrize(
    ("text", "movement"),
    [
        # verbs
        ("Exports fell 3% in May.", ("fell", "down", ["Exports"])),
        ("The ministry increased output.", ("increased", "up", ["output"])),
        ("Output was halved.", ("halved", "down", ["Output"])),
        ("The economy grew by 0.4%.", ("grew", "up", ["economy"])),
        ("Output dropped down.", ("dropped", "down", ["Output"])),
        # nouns
        ("The plan met a drop in demand.", ("drop", "down", ["demand"])),
        ("They fear another price slide.", ("slide", "down", ["price"])),
        # beside the verb
        ("Falling output hurts the region.", ("Falling", "down", ["output"])),
        ("Increased supply hurts the mines.", ("Increased", "up", ["supply"])),
        ("The shop likes lower prices.", ("lower", "down", ["prices"])),
        ("Only six rigs are open, down from 17 in May.", ("down", "down", ["rigs"])),
        # a direction word in the verb's place
        ("Copper prices lower as strikes end.", ("lower", "down", ["prices"])),
    ],
)  # fmt: skip
def test_movements(text: str, movement: Movement) -> None:
    assert movements_in(text) == [movement]


@pytest.mark.parametrize(
    "text",
    [
        "The minister declined to comment.",
        "The team dropped the plan.",
        "The mine lost control of the shaft.",
        "Fears grew.",
        "Tensions are rising.",
        "He fell on the stairs.",
        "Up to 40 people came.",
        "The rise of Lyon took years.",
        "She is in higher education.",
        "They added that the road was open.",
        "The firm lost 3,000 jobs.",
        "Output fell short of the plan.",
    ],
)
def test_no_movement(text: str) -> None:
    assert movements_in(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Output fell.", True),
        ("Output did not fall.", False),
        ("Output not only fell.", True),
        ("Output could fall.", False),
        ("Output is expected to fall.", False),
        ("The ministry expects that output falls.", False),
        ("If output falls, the mine closes.", False),
        ("Output typically falls.", False),
        ("The plan lets output fall.", False),
        ("A strike that cuts output would see exports fall.", False),
        ("The ministry saw exports fall.", True),
        ("The storm caused a drop in exports.", True),
        ("The ministry forecast a drop in exports.", False),
        ("The plan prevented a drop in exports.", False),
        ("An expected drop in exports hurt the mine.", False),
        ("The mine spoke of falling exports.", False),
    ],
)
def test_only_what_happened_is_told(text: str, *, told: bool) -> None:
    assert told_in(text) == [told]


def test_quotations_are_read() -> None:
    assert movements_in("“Exports fell sharply in the last two months,” said Anna Berg.") == [
        ("fell", "down", ["Exports"])
    ]


def test_a_headline_of_capitals() -> None:
    assert ("Slip", "down") in [
        m[:2] for m in movements_in("Oil Prices Slip After Talks in Vienna")
    ]
