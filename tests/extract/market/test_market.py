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
        # a reversed move
        ("The DAX pared its losses in late trading.", ("DAX", "index", "up", [])),
        ("Wall Street gave up its gains by the close.", ("Wall Street", "price", "down", [])),
        ("The DAX extended its losses in late trading.", ("DAX", "index", "down", [])),
        ("The DAX pared losses to close 0.3% lower.", ("DAX", "index", "down", ["0.3%"])),
        # a level before the size
        ("The Nasdaq closed at 13,204, down 1.2%.", ("Nasdaq", "index", "down", ["1.2%"])),
        ("The Nasdaq ended at 13,204, up 95 points, or 0.7%.",
         ("Nasdaq", "index", "up", ["95 points", "0.7%"])),
        ("The shares ended the day 3% down.", ("The shares", "price", "down", ["3%"])),
        ("The Dow plummeted in minutes, wiping out $5bn.", ("Dow", "index", "down", [])),
        # amounts
        ("The DAX lost 412 points, or 1.2%, to 33,204.",
         ("DAX", "index", "down", ["412 points", "1.2%"])),
        ("Copper added $12 on the bourse.", ("Copper", "price", "up", ["$12"])),
        ("Gold fell as low as $1,900.", ("Gold", "price", "down", [])),
        # passive
        ("Shares in Norvane were dragged 5% lower by the warning.",
         ("Shares in Norvane", "price", "down", ["5%"])),
        ("Norvane shares were lifted by the deal.", ("Norvane shares", "price", "up", [])),
        ("About $300 billion was wiped off the value of U.S. stocks.",
         ("U.S. stocks", "market_value", "down", [])),
        # what a firm is worth, and a price
        ("Norvane Inc. lost $20bn in market value.",
         ("Norvane Inc.", "market_value", "down", ["$20bn"])),
        ("Norvane Inc. fell 40 cents to $12.30 on the bourse.",
         ("Norvane Inc.", "price", "down", ["40 cents"])),
        ("Gold lost $5 to $1,900 an ounce.", ("Gold", "price", "down", ["$5"])),
        # an average is an index beside its name
        ("The Nikkei average rose 2%.", ("Nikkei", "index", "up", ["2%"])),
        # a record
        ("Gold hit a record high.", ("Gold", "price", "up", [])),
        ("The index set an all-time high, traders said.", ("The index", "index", "up", [])),
        # a headline
        ("Norvane shares lower as talks end.", ("Norvane shares", "price", "down", [])),
        ("OSLO - Oil prices fell 2%.", ("Oil prices", "price", "down", ["2%"])),
        # bitcoin is quoted like a commodity
        ("Bitcoin doubled to $60,000.", ("Bitcoin", "price", "up", [])),
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
        # what the words of markets also mean
        "Consumer prices rose 3.1%.",
        "The average rose 2%.",
        "A coin fell from the table.",
        "The consumer confidence index fell to 49 as investors left.",
        "Wheat yields fell 10% as investors left.",
        "The drone market grew 5%, investors said.",
        "Anna Moreau's stock rose after the debate, investors said.",
        "Norvane Inc. lost $3bn on the stock market.",
        "House prices fell 2%.",
        "Ticket prices rose 5%.",
        "The labour market added 300 jobs.",
        "The market share of Norvane fell to 20%.",
        "Norvane's share of sales rose 3%.",
        "Stocks of wheat rose 3%.",
        "U.S. crude stocks rose 3%.",
        "The future of the farm is stronger.",
        "The farmers increased their yields 3%.",
        "The price went up.",
        "Crime fell 3%.",
        "The population of Oslo grew 2%.",
        "The premium rose to 4%, investors said.",
        "Earnings fell 20%, investors said.",
        "Mortgage rates climbed above 7%.",
        "The death toll rose to 40.",
        # another's earnings are the item
        "Norvane shares to post a 17% increase in earnings per share.",
        "The market gave up her gains, investors said.",
        # comparisons
        "Tin futures settled higher than the spot contract.",
        # what is general, supposed or let
        "Stocks typically fall in September.",
        "If gold falls below $1,800, traders will sell.",
        "Analysts expect oil prices to rise 5%.",
        "The plan makes the gold price go up.",
        "A shock that drives up the dollar would hurt exporters.",
        "Support for the party fell 4%.",
        "“Shares fell 3% yesterday,” said Anna Berg.",
    ],
)
def test_no_move(text: str) -> None:
    assert moves_in(text) == []


def test_an_absolute_phrase() -> None:
    found = moves_in(
        "Stocks rose on the bourse, with the DAX up 2.3% and the FTSE 100 adding 1.1%."
    )
    assert found == [
        ("Stocks", "price", "up", []),
        ("DAX", "index", "up", ["2.3%"]),
        ("FTSE 100", "index", "up", ["1.1%"]),
    ]


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("The DAX fell 2% on hopes of a truce.", "hopes of a truce"),
        ("The DAX fell 2% because of the strike.", "the strike"),
        ("The DAX fell 2% as traders left.", "traders left"),
        # times, places and earlier moves are none
        ("The DAX rose 2% on the Frankfurt exchange.", None),
        ("The DAX rose 2% after falling to 15,000.", None),
        ("The DAX rose 2% after a two-week low.", None),
        ("The DAX has lost 9% since its close on March 11.", None),
    ],
)
def test_causes(text: str, cause: str | None) -> None:
    effects = facts_of(text).market_effects
    assert (effects[0].cause.quote if effects[0].cause else None) == cause


def test_a_comparison_gives_no_date() -> None:
    [effect] = facts_of("The DAX fell 2%, its worst day since June.").market_effects
    assert effect.date is None


def test_whose_shares() -> None:
    facts = facts_of("Norvane Inc., whose shares have dropped 15%, closed a mine.")
    [effect] = facts.market_effects
    owner = next(e.name for e in facts.entities if e.id == effect.instrument.entity)
    assert (effect.instrument.quote, owner) == ("whose shares", "Norvane Inc.")


def test_the_time_and_cause_of_a_noun_are_its_own() -> None:
    facts = facts_of("The slide in oil prices ended the boom on Monday after the talks.")
    [effect] = facts.market_effects
    assert (effect.date, effect.cause) == (None, None)


def test_when_and_why() -> None:
    facts = facts_of("The DAX fell 2% on Monday after the bank raised its rates.")
    [effect], [date] = facts.market_effects, facts.dates
    assert effect.date == date.id
    assert effect.cause is not None
    assert effect.cause.quote == "the bank raised its rates"


def test_a_cause_is_only_what_the_text_states() -> None:
    [effect] = facts_of("The DAX fell 2%. The bank raised its rates.").market_effects
    assert effect.cause is None
