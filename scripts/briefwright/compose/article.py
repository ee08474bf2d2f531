"""The view of one article's evidence page."""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.compose import words
from briefwright.compose.evidence import EvidenceBlock, evidence_blocks
from briefwright.compose.links import Links
from briefwright.compose.source import Source
from briefwright.compose.source_list import SourceLine, source_line
from briefwright.compose.uses import Uses


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One evidence page; `briefs` are (title, link) of the briefs that rest on the article."""

    id: str
    title: str
    description: str
    line: SourceLine
    facts: str
    briefs: list[tuple[str, str]]
    blocks: list[EvidenceBlock]


def article_view(
    source: Source, uses: Uses, briefs: list[tuple[str, str]], links: Links
) -> ArticleView:
    """The evidence page of `source`; `briefs` are the (title, id) of the briefs that use it."""
    line = source_line(source, links)
    facts = words.count(sum(1 for _ in source.facts.all()), "fact")
    return ArticleView(
        id=source.article.id,
        title=line.title,
        description=f"The full text of “{line.title}” with the words of {facts} marked",
        line=line,
        facts=facts,
        briefs=[(title, links.brief(brief)) for title, brief in briefs],
        blocks=evidence_blocks(source, uses),
    )
