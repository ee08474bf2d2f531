"""The first article: everything that a careful reader finds in it, and nothing false beside it.

The expectations were set down by reading the article. Its facts come from general rules only; the
golden articles show the same rules on other texts.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from briefwright import Article, Facts, extract
from briefwright.model import Claim, MarketEffect, quotes_of

ARTICLE = Path(__file__).parents[2] / "articles" / "deepseek-wake-up-call" / "article.txt"


@pytest.fixture(scope="module")
def text() -> str:
    return ARTICLE.read_text("utf-8")


@pytest.fixture(scope="module")
def facts(text: str) -> Facts:
    return extract(Article.from_text(text, published="2025-01-28", id="seed"))


@pytest.fixture(scope="module")
def undated(text: str) -> Facts:
    return extract(Article.from_text(text, id="seed"))


# speaker's entity, reporting words, content, form, certainty, depth
CLAIMS = [
    ("donald-trump", "described", "a wake-up call", "direct", "asserted", 1),
    (
        "deepseek",
        "claims",
        "to have developed its R1 model at a fraction of the cost incurred by its competitors",
        "indirect",
        "asserted",
        1,
    ),
    (
        "donald-trump",
        "remarked",
        (
            "China’s recent advancements in AI could potentially yield benefits for the U.S. tech "
            "landscape"
        ),
        "indirect",
        "hedged",
        1,
    ),
    (
        "donald-trump",
        "observed",
        (
            "If you could do it cheaper, if you could do it [for] less [and] get to the same end "
            "result. I think that’s a good thing for us,"
        ),
        "direct",
        "asserted",
        1,
    ),
    (
        "donald-trump",
        "expressed confidence",
        "in the U.S.’s ability to maintain its leading position in the sector",
        "indirect",
        "asserted",
        1,
    ),
    ("deepseek", "claim", "was trained for approximately $6 million", "indirect", "asserted", 1),
    (
        "sam-altman",
        "described",
        "an impressive model, particularly around what they’re able to deliver for the price,",
        "direct",
        "asserted",
        1,
    ),
    (
        "sam-altman",
        "cautioning",
        "OpenAI would continue to advance its own offerings",
        "indirect",
        "projected",
        1,
    ),
    (
        None,
        "noted",
        (
            "DeepSeek’s success amidst hardware restrictions illustrates how innovation in "
            "software and data efficiency can overcome technological limitations"
        ),
        "indirect",
        "asserted",
        1,
    ),
    (
        "marina-zhang",
        "pointed out",
        "this dynamic could disrupt established market norms",
        "indirect",
        "hedged",
        1,
    ),
    (
        "ion-stoica",
        "indicated",
        (
            "the reduced costs associated with DeepSeek’s technology might encourage broader "
            "adoption of AI across various sectors, potentially accelerating overall market growth"
        ),
        "indirect",
        "hedged",
        1,
    ),
    (
        "elon-musk",
        "suggesting",
        "DeepSeek utilizes around 50,000 Nvidia chips that have been barred from export to China",
        "indirect",
        "hedged",
        2,
    ),
    ("elon-musk", "stating", "Obviously.", "direct", "asserted", 1),
]
# True and found beside the reader's list: the article does say so, and names nobody for it.
REPORTEDLY = (
    None,
    "reportedly",
    (
        "matching some of OpenAI’s latest offerings in tasks such as mathematics, coding, and "
        "natural language processing"
    ),
    "indirect",
    "hedged",
    1,
)


def _claim(claim: Claim) -> tuple[str | None, str | None, str, str, str, int]:
    speaker = claim.speaker.entity if claim.speaker else None
    cue = claim.cue.quote if claim.cue else None
    content = " ".join(piece.quote for piece in claim.content)
    return speaker, cue, content, claim.form, claim.certainty, claim.depth


def test_claims_are_the_readers_and_one_more(facts: Facts) -> None:
    found = [_claim(claim) for claim in facts.claims]
    assert sorted(found, key=str) == sorted([*CLAIMS, REPORTEDLY], key=str)


def test_the_unnamed_speaker_keeps_the_articles_word(facts: Facts) -> None:
    unnamed = [c.speaker.quote for c in facts.claims if c.speaker and c.speaker.entity is None]
    assert unnamed == ["Experts"]


def test_roles_stand_beside_the_names(facts: Facts) -> None:
    assert {e.id: e.role for e in facts.entities if e.role} == {
        "donald-trump": "U.S. President",
        "sam-altman": "OpenAI’s CEO",
        "marina-zhang": "associate professor at the University of Technology Sydney",
        "ion-stoica": "co-founder of AI software firm Databricks",
        "elon-musk": "tech entrepreneur",
    }


def test_types_of_the_names(facts: Facts) -> None:
    types = {e.name: e.type for e in facts.entities}
    companies = {"DeepSeek", "Nvidia", "Advantest", "Softbank", "Tokyo Electron", "OpenAI"}
    assert {name for name, kind in types.items() if kind == "company"} == companies | {"Databricks"}
    assert types["Nikkei 225"] == "index"
    assert "AI" not in types


def test_skeptics(facts: Facts) -> None:
    claims = {c.id: c.content[0].quote for c in facts.claims}
    found = [
        (
            s.holder.quote if s.holder else None,
            s.cue.quote,
            s.stance,
            s.target.quote,
            s.target.entity,
            claims.get(s.target.claim or ""),
        )
        for s in facts.skeptics
    ]
    assert found == [
        (
            "industry experts",
            "skepticism",
            "doubts",
            "this assertion",
            "deepseek",
            "was trained for approximately $6 million",
        ),
        (None, "skepticism", "doubts", "some of the claims made by DeepSeek", "deepseek", None),
        ("Elon Musk", "cast doubt", "doubts", "the company’s assertions", "deepseek", None),
    ]
    grounds = facts.skeptics[2].grounds
    assert grounds is not None
    assert grounds.quote.startswith("reports suggesting that DeepSeek utilizes around 50,000")


def test_timeline(facts: Facts) -> None:
    dates = {d.id: d for d in facts.dates}
    found = [
        (dates[t.date or ""].quote, dates[t.date or ""].value, t.status) for t in facts.timeline
    ]
    assert found == [
        ("one week", "P1W", "past"),
        ("Monday", "2025-01-27", "past"),
        ("the Lunar New Year holiday", None, "past"),
        ("February 5", "2025-02-05", "scheduled"),
    ]
    assert facts.timeline[1].quote == "Monday’s market shock in the U.S."
    assert facts.timeline[3].quote == "China’s financial markets scheduled to reopen on February 5"


def test_without_an_editors_date_relative_dates_stay_unresolved(undated: Facts) -> None:
    values = {d.quote: (d.value, d.basis) for d in undated.dates}
    assert values["Monday"] == ("XXXX-WXX-1", "unresolved")
    assert values["February 5"] == ("XXXX-02-05", "unresolved")
    assert values["the Lunar New Year holiday"] == (None, "unresolved")
    assert values["one week"] == ("P1W", "explicit")


def test_figures(facts: Facts) -> None:
    figures = {f.id: f for f in facts.figures}
    found = [
        (f.quote, f.kind, float(f.value), f.currency, f.approximate,
         figures[f.converts].quote if f.converts else None)
        for f in facts.figures
    ]  # fmt: skip
    assert found == [
        ("approximately $600 billion", "money", 600e9, "USD", True, None),
        ("£482 billion", "money", 482e9, "GBP", False, "approximately $600 billion"),
        ("approximately $6 million", "money", 6e6, "USD", True, None),
        ("£4.2 million", "money", 4.2e6, "GBP", False, "approximately $6 million"),
        ("1.4%", "percent", 1.4, None, False, None),
        ("around 50,000 Nvidia chips", "count", 50000, None, True, None),
    ]


def _effect(effect: MarketEffect, facts: Facts) -> tuple[str, str, str | None, list[str]]:
    figures = {f.id: f.quote for f in facts.figures}
    sizes = [figures[f] for f in effect.change]
    return effect.instrument.quote, effect.measure, effect.direction, sizes


def test_market_effects(facts: Facts) -> None:
    assert [_effect(e, facts) for e in facts.market_effects] == [
        ("major tech corporations", "market_value", "down", []),
        ("Nvidia", "market_value", "down", ["approximately $600 billion", "£482 billion"]),
        ("American tech stocks", "price", None, []),
        ("Asian markets", "price", None, []),
        ("Advantest", "price", "down", []),
        ("Softbank", "price", "down", []),
        ("Tokyo Electron", "price", "down", []),
        ("Nikkei 225", "index", "down", ["1.4%"]),
        ("Many Asian markets", "price", "closed", []),
    ]


def test_headings_hold_no_fact(facts: Facts, text: str) -> None:
    for heading in ("Trump’s Perspective on AI Developments", "Impact on Global Markets"):
        start = text.index(heading)
        inside = range(start, start + len(heading))
        touched = [f.id for f in facts.all() for s in f.spans() if s.start in inside]
        assert touched == []


def test_every_quote_is_the_text(facts: Facts, text: str) -> None:
    quotes = [quote for _, quote in quotes_of(facts)]
    assert len(quotes) > 80
    for quote in quotes:
        assert text[quote.at.start : quote.at.end] == quote.quote
