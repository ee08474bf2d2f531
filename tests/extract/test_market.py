"""Market effects: what moves, which way and by how much; and what only looks like it."""

from __future__ import annotations

import pytest

from briefwright import Article, extract


def effects_in(text: str) -> list[tuple[str, str, str | None, list[str]]]:
    facts = extract(Article.from_text(text, published="2025-01-28", id="market"))
    figures = {f.id: f.quote for f in facts.figures}
    return [
        (e.instrument.quote, e.measure, e.direction, [figures[f] for f in e.change])
        for e in facts.market_effects
    ]


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        ("The S&P 500 fell 0.6%.", [("S&P 500", "index", "down", ["0.6%"])]),
        (
            "The S&P 500 fell 0.6%, or 41.18 points, to 6,842.07.",
            [("S&P 500", "index", "down", ["0.6%", "41.18 points"])],
        ),
        ("Brent crude rose 2% to $74.05 a barrel.", [("Brent crude", "price", "up", ["2%"])]),
        ("Veldmark shares slid 8%.", [("Veldmark shares", "price", "down", ["8%"])]),
        ("The euro slipped 0.3% to $1.08.", [("euro", "rate", "down", ["0.3%"])]),
        (
            "There was a 1.4% decline in the Nikkei 225 index.",
            [("Nikkei 225", "index", "down", ["1.4%"])],
        ),
        ("The DAX was little changed.", [("DAX", "index", "flat", [])]),
        ("The DAX closed higher.", [("DAX", "index", "up", [])]),
        (
            "Germany's 10-year yield rose five basis points to 4.31%.",
            [("Germany's 10-year yield", "yield", "up", ["five basis points"])],
        ),
        (
            "The DAX pared losses of 500 points to end down 148.26 points.",
            [("DAX", "index", "down", ["148.26 points"])],
        ),
    ],
)
def test_moves(text: str, effects: list[tuple[str, str, str | None, list[str]]]) -> None:
    assert effects_in(text) == effects


def test_a_list_shares_its_verb() -> None:
    found = effects_in("Skyreach Airlines tumbled 7.2%, Corvid Air 5.9% and Pan Baltic 3%.")
    assert [(name, way, size) for name, _, way, size in found] == [
        ("Skyreach Airlines", "down", ["7.2%"]),
        ("Corvid Air", "down", ["5.9%"]),
        ("Pan Baltic", "down", ["3%"]),
    ]


def test_members_of_a_group_move_with_it() -> None:
    text = "Shares in Japanese companies, including Advantest and Tokyo Electron, plummeted."
    assert [(name, way) for name, _, way, _ in effects_in(text)] == [
        ("Advantest", "down"),
        ("Tokyo Electron", "down"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Revenue was up 7% at €1.94bn.",
        "Unemployment fell to 4%.",
        "Veldmark posted a net loss of $5 million.",
        "The S&P 500 could fall 10%.",
        "Sales of the airline rose 3%.",
        "The number of young fish fell by half.",
    ],
)
def test_what_is_no_market_move(text: str) -> None:
    assert effects_in(text) == []
