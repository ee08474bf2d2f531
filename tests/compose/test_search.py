"""What the search finds of each brief."""

from __future__ import annotations

import pytest
from tests.compose.cases import CASES, briefs, dossiers

from briefwright.compose.links import anchor
from briefwright.compose.search import SearchEntry, search_entries
from briefwright.compose.source import Source
from briefwright.model import Figure


def entries(case: str) -> list[SearchEntry]:
    sources = {dossier.article.id: Source(dossier) for dossier in dossiers(case)}
    return search_entries([(b, [sources[name] for name in b.articles]) for b in briefs(case)])


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_each_fact_but_a_figure_has_an_entry_of_its_own(case: str) -> None:
    found = {(entry.page, entry.anchor) for entry in entries(case)}
    by_name = {(entry.page, entry.title) for entry in entries(case)}
    assert len(found) == len(entries(case))
    sources = {dossier.article.id: Source(dossier) for dossier in dossiers(case)}
    for brief in briefs(case):
        page = f"briefs/{brief.id}"
        assert (page, "") in found
        for name in brief.articles:
            assert (f"articles/{name}", "") in found
            for fact in sources[name].facts.all():
                if not isinstance(fact, Figure):
                    own = (page, str(anchor(name, fact.id))) in found
                    shared = any(
                        p == page and title.endswith(f" · {getattr(fact, 'name', '?')}")
                        for p, title in by_name
                    )
                    assert own or shared, fact.id


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Claim 7 · Sam Altman", "an impressive model, particularly around what"),
        ("Skeptic · Elon Musk", "cast doubt on the company’s assertions"),
        ("Person · Donald Trump", "U.S. President"),
        ("Company · Nvidia", ""),
        ("Event · 5 February 2025", "reopen on February 5 · scheduled"),
        ("Date · 27 January 2025", "“Monday” · 2025-01-27"),
        ("Market effect · Nikkei 225 ▼ down", "index level · 1.4%"),
        ("Brief · DeepSeek: “a wake-up call” for U.S. technology", ""),
        ("Article · Deepseek wake up call", ""),
    ],
)
def test_a_title_begins_with_its_kind(title: str, text: str) -> None:
    (entry,) = [entry for entry in entries("seed") if entry.title == title]
    assert text in (entry.text or "")
