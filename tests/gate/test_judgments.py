"""An editor's judgment cites facts, and says no number, name, day or quotation that they lack."""

from __future__ import annotations

import pytest
from tests.compose.cases import INFO, briefs, dossiers, pairs

from briefwright.gate import ledger, prove
from briefwright.model import Brief, Judgment
from briefwright.site.gated import Gated, gated
from briefwright.store.templates import load_templates

BRIEF = "briefs/deepseek-wake-up-call.md"
FAIR = "Trump called it “a wake-up call”, which is his view alone."


def cited(words: str) -> str:
    """The id of the seed's claim that holds these words."""
    ((_, facts),) = pairs("seed")
    (claim,) = [c for c in facts.claims if any(words in piece.quote for piece in c.content)]
    return claim.id


def composed(*judgments: Judgment) -> Gated:
    (brief,) = briefs("seed") or (None,)
    given = Brief(
        id="deepseek-wake-up-call",
        title="DeepSeek",
        articles=tuple(article.id for article, _ in pairs("seed")),
    )
    made = (brief or given).model_copy(update={"judgments": judgments})
    return gated(dossiers("seed"), (made,), load_templates(), INFO)


def judged(text: str, words: str = "wake-up call") -> Gated:
    return composed(Judgment(text=text, facts=(cited(words),), likelihood="likely"))


def test_a_fair_judgment_passes_and_shows_as_the_editors() -> None:
    made = judged(FAIR)
    assert made.proof.refusals == ()
    page = made.pages[BRIEF]
    assert FAIR in page
    assert "The editor’s judgment" in page


@pytest.mark.parametrize(
    "text",
    [
        "Trump called it “a final wake-up call”.",
        "Trump called it “the end of the road”.",
        "Altman called it “a wake-up call”.",
        "Trump called it a wake-up call for 12 companies.",
        "Trump called it a wake-up call for twelve companies.",
        "Trump called it a wake-up call for half of the industry.",
        "Trump called it a wake-up call on Tuesday.",
        "Trump called it a wake-up call in March.",
        "Trump and Marina Zhang called it a wake-up call.",
        "It was, as Nvidia knows, a wake-up call.",
        "It was a wake-up call, said the Bank of Lindholm.",
        "A loss of $600 billion is a wake-up call.",
    ],
)
def test_a_judgment_beyond_its_facts_is_refused(text: str) -> None:
    (refusal, *_) = judged(text).proof.refusals
    assert refusal.page == BRIEF


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Likelihood: likely.", "Likelihood: almost certain."),
        ("Likelihood: likely.", "Confidence: high."),
        ("Likelihood: likely.", ""),
        (FAIR, FAIR.replace("his view alone", "the truth")),
        (FAIR, FAIR.replace("Trump", "Musk")),
        (FAIR, FAIR.replace("a wake-up call", "a wakeup call")),
    ],
)
def test_a_judgment_changed_by_a_template_is_refused(old: str, new: str) -> None:
    made = judged(FAIR)
    assert old in made.pages[BRIEF]
    pages = {BRIEF: made.pages[BRIEF].replace(old, new)}
    assert prove(pages, ledger(made.records, [INFO.name])).refusals


def test_a_judgment_that_no_editor_wrote_is_refused() -> None:
    made = judged(FAIR)
    page = made.pages[BRIEF].replace(FAIR, "It will all end badly.")
    assert prove({BRIEF: page}, ledger(made.records, [INFO.name])).refusals


@pytest.mark.parametrize(
    ("text", "fair"),
    [
        ("A training for $6m is cheap.", True),
        ("A training for $7m is cheap.", False),
        ("A training in w3 fashion is cheap.", False),
    ],
)
def test_a_number_among_letters_is_one(text: str, fair: bool) -> None:
    refusals = judged(text, "was trained for approximately $6 million").proof.refusals
    assert (refusals == ()) is fair
