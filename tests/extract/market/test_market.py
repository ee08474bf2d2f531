"""Market effects: what moved, which way, by how much, when and why; and what is no move."""

from __future__ import annotations

import pytest
from tests.extract.support import facts_of

Move = tuple[str, str, str | None, list[str]]


def moves_in(text: str) -> list[Move]:
    facts = facts_of(text)
    figures = {f.id: f.quote for f in facts.figures}
    return [
        (e.instrument.quote, e.measure, e.direction, [figures[f] for f in e.change])
        for e in facts.market_effects
    ]


@pytest.mark.parametrize(
    ("text", "move"),
    [
        # a verb
        ("The FTSE 100 rose 1.2%.", ("FTSE 100", "index", "up", ["1.2%"])),
        ("The dollar weakened 0.4% to 149.10 yen.", ("dollar", "rate", "down", ["0.4%"])),
        ("Gold gained $12 to $2,750 an ounce.", ("Gold", "price", "up", ["$12"])),
        ("Copper was flat.", ("Copper", "price", "flat", [])),
        ("The Nasdaq ended 3.1% lower.", ("Nasdaq", "index", "down", ["3.1%"])),
        ("The Nasdaq edged up 0.1%.", ("Nasdaq", "index", "up", ["0.1%"])),
        ("The Nasdaq fell from 20,000 points.", ("Nasdaq", "index", "down", [])),
        ("Shares of Norvane, a lender, slid 4%.", ("Shares of Norvane", "price", "down", ["4%"])),
        # a noun
        ("The DAX saw a loss of 1.5%.", ("DAX", "index", "down", ["1.5%"])),
        ("There was a 2% rise in the FTSE 100.", ("FTSE 100", "index", "up", ["2%"])),
        # a mover
        ("The news sent Veldmark shares sharply lower.", ("Veldmark shares", "price", "down", [])),
        ("Banks dragged the FTSE 100 down.", ("FTSE 100", "index", "down", [])),
        ("The storm lifted oil prices by 3%.", ("oil prices", "price", "up", ["3%"])),
        ("The plan rattled stocks.", ("stocks", "price", None, [])),
        # market value
        ("The fall wiped $5bn off its market value.", ("its market value", "market_value", "down",
                                                       ["$5bn"])),
        # closed
        ("Wall Street was closed for a holiday.", ("Wall Street", "price", "closed", [])),
    ],
)  # fmt: skip
def test_moves(text: str, move: Move) -> None:
    assert moves_in(text) == [move]


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("The DAX and the FTSE 100 rose 3.3% and 2.8%.", [["3.3%"], ["2.8%"]]),
        ("The DAX and the FTSE 100 rose 3.3%.", [["3.3%"], ["3.3%"]]),
        ("The DAX rose 3.3%, while the FTSE 100 fell 2.8%.", [["3.3%"], ["2.8%"]]),
    ],
)
def test_lists(text: str, sizes: list[list[str]]) -> None:
    found = moves_in(text)
    assert [m[0] for m in found] == ["DAX", "FTSE 100"]
    assert [m[3] for m in found] == sizes


@pytest.mark.parametrize(
    "text",
    [
        "Profit rose 5%.",
        "Revenue fell to $3bn.",
        "The company made a net loss of $3bn.",
        "Inflation rose to 3%.",
        "The unemployment rate fell 0.2 percentage points.",
        "The DAX could fall 3%.",
        "The DAX did not fall.",
        "The fine could wipe $5bn off its market value.",
        "Exports rose 7%.",
        "The temperature rose two degrees.",
        "Support for the party fell 4%.",
        "“Shares fell 3% yesterday,” said Anna Berg.",
    ],
)
def test_no_move(text: str) -> None:
    assert moves_in(text) == []


def test_when_and_why() -> None:
    facts = facts_of("The DAX fell 2% on Monday after the bank raised its rates.")
    [effect], [date] = facts.market_effects, facts.dates
    assert effect.date == date.id
    assert effect.cause is not None
    assert effect.cause.quote == "the bank raised its rates"


def test_a_cause_is_only_what_the_text_states() -> None:
    [effect] = facts_of("The DAX fell 2%. The bank raised its rates.").market_effects
    assert effect.cause is None
