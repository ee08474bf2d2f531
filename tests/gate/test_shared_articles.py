"""An article may stand in two briefs: its lines are at home in one, and counted in both."""

from __future__ import annotations

from tests.compose.cases import INFO, briefs, dossiers, pairs

from briefwright.model import Brief
from briefwright.site.gated import gated
from briefwright.store.templates import load_templates


def test_a_second_brief_of_an_article_counts_its_facts() -> None:
    articles = [article.id for article, _ in pairs("two-sources")]
    second = Brief(id="again", title="Again", articles=(articles[0],))
    made = gated(dossiers("two-sources"), (*briefs("two-sources"), second), load_templates(), INFO)
    assert made.proof.refusals == ()
    (facts,) = [facts for article, facts in pairs("two-sources") if article.id == articles[0]]
    said = f"{len([c for c in facts.claims if not c.rejected])} claim"
    entry = made.pages["index.md"].partition("again.md")[2]
    assert said in entry.partition("briefs/")[0]
