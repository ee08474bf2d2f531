"""What a restricted article gives away: no more words than its budget, on all pages together."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compose.published import published_words

from briefwright.check import check
from briefwright.compose import Dossier, SiteInfo, compose
from briefwright.compose.excerpts import Budget, by_importance, excerpts, is_restricted
from briefwright.compose.sentence_script import sentence_scripts
from briefwright.compose.source import Source
from briefwright.model import Article, Facts
from briefwright.model.sentences import sentences
from briefwright.store.templates import load_templates
from briefwright.store.workspace import Workspace

ROOT = Path(__file__).parents[2]
# The title of the brief quotes the article; an editor wrote it.
SAID = ["DeepSeek: “a wake-up call” for U.S. technology"]
SEED = ROOT / "tests" / "golden" / "compose" / "seed"


def seed() -> tuple[Workspace, Article, Facts]:
    workspace = Workspace.find(SEED)
    (name,) = workspace.article_ids()
    facts = workspace.facts(name)
    assert facts is not None
    return workspace, workspace.article(name), facts


def pages(budget: Budget) -> tuple[Article, Facts, dict[str, str]]:
    workspace, article, facts = seed()
    shown = excerpts(article, facts, budget)
    dossier = Dossier(article, facts, check([(article, facts)]), shown)
    site = SiteInfo(name="Briefs", version="0")
    made = compose([dossier], workspace.briefs(), load_templates(), site)
    return article, facts, made | sentence_scripts([Source(dossier)])


@pytest.mark.parametrize("words", [0, 5, 20, 60, 100, 250, 10_000])
@pytest.mark.parametrize("share", [0.0, 0.1, 0.25, 0.5, 1.0])
def test_all_pages_together_keep_to_the_budget(words: int, share: float) -> None:
    budget = Budget(words, share)
    article, facts, made = pages(budget)
    limit = budget.of(len(article.text.split()))
    found = published_words(article, facts, made.values(), SAID)
    assert found <= limit
    if limit > 50:
        assert found > 0.5 * limit, "the budget is there to be used"


@given(words=st.integers(0, 400), share=st.floats(0, 1))
@settings(max_examples=40, deadline=None)
def test_the_spans_are_sorted_apart_and_within_the_budget(words: int, share: float) -> None:
    _, article, facts = seed()
    budget = Budget(words, share)
    spans = excerpts(article, facts, budget)
    assert list(spans) == sorted(spans)
    assert all(a.end < b.start for a, b in pairwise(spans))
    total = sum(len(span.of(article.text).split()) for span in spans)
    assert total <= budget.of(len(article.text.split()))
    assert spans == excerpts(article, facts, budget)


def test_every_fact_has_its_mark_once_and_its_place() -> None:
    article, facts, made = pages(Budget(60, 1))
    page = made[f"articles/{article.id}.md"]
    for fact in facts.all():
        found = re.findall(rf'id="(?:{re.escape(article.id)}\.)?{re.escape(fact.id)}"', page)
        assert len(found) == 1, fact.id
    assert "not published here" in page
    assert re.search(r"Claim at characters \d+-\d+, not published here: \[Claim \d+\]", page)
    assert re.search(r"Excerpts of the source, word for word: \d+ of 519 words", page)


def test_the_most_important_facts_come_first() -> None:
    _, _, facts = seed()
    first = by_importance(facts)[:3]
    assert [type(fact).__name__ for fact in first] == ["MarketEffect", "Skeptic", "Claim"]
    last = max(facts.market_effects, key=lambda effect: effect.at)
    assert last.id != first[0].id

    def decided(status: str) -> Facts:
        changed = last.model_copy(update={"status": status, "change": ("f-1",)})
        kept = (e for e in facts.market_effects if e.id != last.id)
        return facts.model_copy(update={"market_effects": (*kept, changed)})

    assert by_importance(decided("accepted"))[0].id == last.id
    assert last.id not in {fact.id for fact in by_importance(decided("rejected"))}


@pytest.mark.parametrize(("rights", "publish", "restricted"), [
    ("unknown", None, True), ("all-rights-reserved", None, True), ("cc-by-nc", None, True),
    ("cc-by-nd", None, True), ("cc-by", None, False), ("cc-by-sa", None, False),
    ("cc0", None, False), ("own", None, False), ("public-domain", None, False),
    ("all-rights-reserved", "full", False), ("own", "excerpts", True),
])  # fmt: skip
def test_rights_and_the_persons_word(rights: str, publish: str | None, restricted: bool) -> None:
    article = Article("a", "Text.", rights=rights, publish=publish)  # type: ignore[arg-type]
    assert is_restricted(article) is restricted


def test_sentences_end_where_sentences_end() -> None:
    text = (
        "U.S. President Donald Trump spoke. “It fell,” he said. Mr. Smith of Acme Inc. agreed! "
        "Did Ann? Prices rose 1.4 percent in Jan. 2025.\nA second paragraph"
    )
    article = Article.from_text(text)
    assert [span.of(text) for span in sentences(article)] == [
        "U.S. President Donald Trump spoke.",
        "“It fell,” he said.",
        "Mr. Smith of Acme Inc. agreed!",
        "Did Ann?",
        "Prices rose 1.4 percent in Jan. 2025.",
        "A second paragraph",
    ]


def test_few_files_of_compose_touch_the_text() -> None:
    """All others ask the source, which knows what may be shown."""
    folder = ROOT / "scripts" / "briefwright" / "compose"
    users = {p.name for p in folder.glob("*.py") if re.search(r"article\.text\b", p.read_text())}
    assert users <= {
        "source.py", "excerpts.py", "withheld.py", "evidence.py", "figures.py",
        "article.py", "source_list.py", "sentence_script.py", "text_fragment.py",
    }  # fmt: skip


def test_page_numbers_stand_beside_the_paragraph_mark() -> None:
    workspace, article, facts = seed()
    middle = article.blocks[3].span.start
    paged = replace(article, pages=((1, 0), (2, middle)))
    assert paged.page_at(middle) == 2
    dossier = Dossier(paged, facts, ())
    site = SiteInfo(name="Briefs", version="0")
    made = compose([dossier], workspace.briefs(), load_templates(), site)
    brief = next(text for name, text in made.items() if name.startswith("briefs/"))
    assert re.search(r"\[¶\d+, p\. 1\]", brief)
    assert re.search(r"\[¶\d+, p\. 2\]", brief)
    evidence = made[f"articles/{article.id}.md"]
    assert re.search(r"\*\*¶\d+\*\*, p\. 2", evidence)
