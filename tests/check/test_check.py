from __future__ import annotations

from typing import Any

import pytest

from briefwright.check import check
from briefwright.check.table import CheckSeverity, check_table
from briefwright.extract.align import align
from briefwright.model import Article, Facts, Finding, Metadata, Stated

KNOWN = Metadata(
    title=Stated(value="A title", origin="document"),
    published=Stated(value="2025-01-28", origin="document"),
    author=Stated(value="An author", origin="person"),
    source=Stated(value="A paper", origin="person"),
)


# Notices that nearly every article has; tests of their own hold them.
COUNTED = ("no-second-source", "hedged-claim", "undated-event", "undated-figure",
           "figure-without-unit")  # fmt: skip
QUIET: dict[str, CheckSeverity] = dict.fromkeys(COUNTED, "off")


def article_of(text: str, metadata: Metadata = KNOWN, id: str = "x") -> Article:
    return Article(id, text, metadata)


def facts_of(article: Article, **kinds: Any) -> Facts:
    """Facts from quotes alone."""
    return Facts.of(article, **align(kinds, article, str))


def findings(text: str, metadata: Metadata = KNOWN, **kinds: Any) -> tuple[Finding, ...]:
    article = article_of(text, metadata)
    return check([(article, facts_of(article, **kinds))], QUIET)


def money(id: str, quote: str, value: float, currency: str, **more: Any) -> dict[str, Any]:
    return {
        "id": id, "quote": quote, "kind": "money", "value": value, "currency": currency, **more
    }  # fmt: skip


def test_a_well_documented_article_without_facts_has_no_findings() -> None:
    assert findings("Some words.") == ()


SEED = "a loss of approximately $600 billion (£482 billion). It cost $6 million (£4.2 million)."
ROUNDED = "if each amount is rounded to its last written digit"
SEED_FIGURES = [
    money("f-1", "approximately $600 billion", 600e9, "USD", approximate=True),
    money("f-2", "£482 billion", 482e9, "GBP", converts="f-1"),
    money("f-3", "$6 million", 6e6, "USD"),
    money("f-4", "£4.2 million", 4.2e6, "GBP", converts="f-3"),
]


def test_conversions_that_disagree_are_shown_with_their_working() -> None:
    (finding,) = findings(SEED, figures=SEED_FIGURES)
    assert (finding.check, finding.severity) == ("exchange-rate", "warning")
    assert finding.message == (
        "“approximately $600 billion” = “£482 billion” implies 0.803 GBP per USD; "
        "“$6 million” = “£4.2 million” implies 0.700; the gap is 14.8 % of the smaller rate"
    )
    assert finding.facts == ("f-1", "f-2", "f-3", "f-4")
    assert finding.working == (
        (
            "“£482 billion” / “approximately $600 billion”: "
            f"482,000,000,000 / 600,000,000,000 = 0.803, and 0.802 to 0.805 {ROUNDED}"
        ),
        f"“£4.2 million” / “$6 million”: 4,200,000 / 6,000,000 = 0.700, and 0.638 to 0.773 {ROUNDED}",  # noqa: E501
        "0.803 / 0.700 - 1 = 14.8 %",
    )


def test_conversions_of_different_articles_are_compared() -> None:
    first = article_of("It cost $600 billion (£482 billion).", id="one")
    second = article_of("It cost $6 million (£4.2 million).", id="two")
    pairs = [
        (
            first,
            facts_of(first, figures=[money("f-1", "$600 billion", 600e9, "USD"), SEED_FIGURES[1]]),
        ),
        (second, facts_of(second, figures=SEED_FIGURES[2:])),
    ]
    (finding,) = check(pairs, QUIET)
    assert finding.article == "one"
    assert finding.facts == ("f-1", "f-2")
    assert [(e.article, e.fact) for e in finding.elsewhere] == [("two", "f-3"), ("two", "f-4")]
    assert "(two, 2025-01-28)" in finding.working[1]


TEN = [
    money("a", "$10 million", 10e6, "USD"),
    money("b", "£8 million", 8e6, "GBP", converts="a"),
]


TWENTY = money("c", "$20 million", 20e6, "USD")
AGREEING = {
    "the same rate": [TWENTY, money("d", "£16 million", 16e6, "GBP", converts="c")],
    "rounding explains it": [
        money("c", "$1 billion", 1e9, "USD"),
        money("d", "£700 million", 7e8, "GBP", converts="c"),
    ],
    "another currency": [TWENTY, money("e", "€18 million", 18e6, "EUR", converts="c")],
    "the other way round": [
        money("d", "£16 million", 16e6, "GBP"),
        TWENTY | {"converts": "d"},
    ],
}


@pytest.mark.parametrize("why", AGREEING)
def test_conversions_that_agree_are_no_finding(why: str) -> None:
    text = (
        "$10 million, £8 million, $20 million, £16 million, €18 million, $1 billion, £700 million"
    )
    assert findings(text, figures=[*TEN, *AGREEING[why]]) == ()


def test_a_conversion_told_the_other_way_round_is_compared() -> None:
    figures = [
        money("a", "$100 million", 100e6, "USD"),
        money("b", "£80 million", 80e6, "GBP", converts="a"),
        money("d", "£160 million", 160e6, "GBP"),
        money("c", "$300 million", 300e6, "USD", converts="d"),
    ]
    text = "$100 million (£80 million), £160 million ($300 million)"
    (finding,) = findings(text, figures=figures)
    assert "implies 0.533" in finding.message


def test_a_rejected_figure_is_not_compared() -> None:
    rejected = {**SEED_FIGURES[3], "status": "rejected"}
    assert findings(SEED, figures=[*SEED_FIGURES[:3], rejected]) == ()


def test_nothing_known_is_said_key_by_key() -> None:
    assert [f.check for f in findings("Words.", Metadata())] == [
        "no-title", "no-published", "no-author", "no-source",
    ]  # fmt: skip


def test_an_editors_date_is_said_with_what_rests_on_it() -> None:
    editors = KNOWN.model_copy(update={"published": Stated(value="2025-01-28", origin="person")})
    date = {"quote": "Monday", "type": "DATE", "value": "2025-01-27", "basis": "relative"}
    (finding,) = findings("It fell on Monday.", editors, dates=[date])
    assert finding.check == "published-by-editor"
    assert "2025-01-28 is an editor's date, and 1 relative date rests on it" in finding.message


def test_a_guessed_date_is_not_called_an_editors() -> None:
    guessed = KNOWN.model_copy(update={"published": Stated(value="2025-01-28", origin="inferred")})
    (finding,) = findings("Words.", guessed)
    assert (finding.check, finding.severity) == ("published-inferred", "warning")
    assert "2025-01-28 is the program's guess (from the text), and no relative" in finding.message
    assert "editor" not in finding.message


def test_facts_made_with_another_date_are_stale() -> None:
    article = article_of("Words.")
    old = Facts.of(Article(article.id, article.text))
    assert [f.check for f in check([(article, old)])] == ["stale-publication-date"]


CLAIM = {"cue": {"quote": "noted"}, "content": [{"quote": "it works"}], "form": "indirect",
         "certainty": "asserted"}  # fmt: skip
MUSK = {"name": "Musk", "type": "person"}


def test_unnamed_voices_are_listed_by_their_words() -> None:
    text = "Experts noted it works. Industry experts doubted the claim."
    claim = {**CLAIM, "speaker": {"quote": "Experts", "entity": None}}
    skeptic = {"holder": {"quote": "Industry experts", "entity": None}, "cue": {"quote": "doubted"},
               "stance": "doubts", "target": {"quote": "the claim"}}  # fmt: skip
    found = findings(text, claims=[claim], skeptics=[skeptic])
    assert [f.message for f in found] == [
        "The article names nobody behind “Experts”; 1 claim rests on it.",
        "The article names nobody behind “Industry experts”; 1 doubt rests on it.",
    ]
    assert [s.of(text) for f in found for s in f.spans] == ["Experts", "Industry experts"]


def test_reports_that_a_named_speaker_passes_on_are_a_source() -> None:
    text = "Musk alluded to reports suggesting that it works."
    claim = {**CLAIM, "speaker": {"quote": "Musk", "entity": "musk"}, "depth": 2,
             "cue": {"quote": "suggesting"}}  # fmt: skip
    (finding,) = findings(text, entities=[MUSK], claims=[claim])
    assert "nobody behind “reports”" in finding.message


def test_a_claim_of_nobody_is_a_source_too() -> None:
    claim = {**CLAIM, "speaker": None, "cue": {"quote": "reportedly"}}
    (finding,) = findings("The app reportedly showed that it works.", claims=[claim])
    assert "nobody behind “reportedly”" in finding.message


def test_a_named_speaker_is_no_finding() -> None:
    claim = {**CLAIM, "speaker": {"quote": "Musk", "entity": "musk"}}
    assert findings("Musk noted it works.", entities=[MUSK], claims=[claim]) == ()


def test_a_doubt_of_nobody_is_said() -> None:
    skeptic = {"holder": None, "cue": {"quote": "skepticism remains"}, "stance": "doubts",
               "target": {"quote": "the claims"}}  # fmt: skip
    (finding,) = findings("Yet skepticism remains about the claims.", skeptics=[skeptic])
    assert finding.check == "unattributed-doubt"


def effect(text: str, name: str, cue: str, **more: Any) -> dict[str, Any]:
    return {"quote": text, "instrument": {"quote": name}, "measure": "price", "direction": "down",
            "cue": {"quote": cue}, **more}  # fmt: skip


def test_a_move_without_size_or_direction_is_said() -> None:
    text = "Softbank plummeted. Ripples hit Asian markets. Tokyo was closed."
    effects = [
        effect("Softbank plummeted", "Softbank", "plummeted"),
        effect("Ripples hit Asian markets", "Asian markets", "Ripples", direction=None),
        effect("Tokyo was closed", "Tokyo", "closed", direction="closed"),
    ]
    assert [f.message for f in findings(text, market_effects=effects)] == [
        "“Softbank”, “plummeted”: the article gives no size.",
        "“Asian markets”, “Ripples”: the article gives no direction or size.",
    ]


@pytest.mark.parametrize(
    ("text", "levels"),
    [("The Nikkei fell 1.4%.", 1), ("The Nikkei fell 1.4% to 39,000 points.", 0)],
)
def test_a_percentage_of_an_index_wants_a_level(text: str, levels: int) -> None:
    figures = [{"id": "f-1", "quote": "1.4%", "kind": "percent", "value": 1.4}]
    if not levels:
        figures.append({"id": "f-2", "quote": "39,000 points", "kind": "points", "value": 39000})
    move = effect(text, "Nikkei", "fell", measure="index", change=["f-1"])
    found = findings(text, figures=figures, market_effects=[move])
    assert [f.check for f in found] == ["percent-without-level"] * levels


def test_dates_that_stay_open_are_one_finding() -> None:
    dates = [
        {"quote": "Monday", "type": "DATE", "value": None, "basis": "unresolved"},
        {"quote": "February 5", "type": "DATE", "value": "XXXX-02-05", "basis": "unresolved"},
        {"quote": "a week", "type": "DURATION", "value": "P1W", "basis": "explicit"},
    ]
    undated = KNOWN.model_copy(update={"published": None})
    found = findings("Monday, February 5, a week.", undated, dates=dates)
    message = found[-1].message
    assert message == (
        "“Monday” and “February 5” can't be resolved to a date without a publication date."
    )


def test_references_must_exist_and_be_of_the_right_kind() -> None:
    claim = {**CLAIM, "id": "c-1", "speaker": {"quote": "Musk", "entity": "elon"}}
    event = {"quote": "it works", "status": "past", "date": "c-1", "entities": ["musk"]}
    found = findings("Musk noted it works.", entities=[MUSK], claims=[claim], timeline=[event])
    assert [(f.check, f.severity) for f in found] == [("reference", "error")] * 2
    assert "`speaker.entity` of c-1 names 'elon', which does not exist" in found[0].message
    assert "names 'c-1', which is one of the claims" in found[1].message


def test_a_name_or_role_that_is_not_there_is_said() -> None:
    entity = {"name": "Elon Musk", "type": "person", "mentions": [[0, 4]], "role": "king"}
    article = article_of("Musk noted it.")
    facts = Facts.of(article, entities=[{"id": "musk", **entity}])
    assert [f.check for f in check([(article, facts)])] == ["role-text", "entity-name"]


@pytest.mark.parametrize(
    ("quote", "value", "wrong"),
    [("$600 billion", 600e9, False), ("$600 billion", 60e9, True), ("1.4%", 1.4, False),
     ("1.4%", 2.4, True), ("half a million", 5e5, False), ("21 of the 25", 21, False),
     ("6,842.07", 6842.07, False), ("-0.3 percent", -0.3, False), ("3½", 3.5, False)],
)  # fmt: skip
def test_a_figures_value_must_fit_its_words(quote: str, value: float, wrong: bool) -> None:
    figure = {"id": "f-1", "quote": quote, "kind": "count", "value": value}
    found = findings(f"It was {quote} then.", figures=[figure])
    assert [f.check for f in found] == ["figure-value"] * wrong


def test_severities_are_the_workspaces_to_choose() -> None:
    article = article_of("Words.", Metadata())
    chosen: dict[str, CheckSeverity] = {"no-title": "error", "no-author": "off", "no-source": "off"}
    found = check([(article, facts_of(article))], chosen)
    assert [(f.check, f.severity) for f in found] == [
        ("no-title", "error"), ("no-published", "notice"),
    ]  # fmt: skip


def test_every_check_of_the_table_is_explained() -> None:
    for name, info in check_table().items():
        assert name == name.lower()
        assert info.title[0].isupper()
        assert info.text.endswith(".")
