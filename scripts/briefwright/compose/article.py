"""The view of one article's evidence page."""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.compose import words
from briefwright.compose.evidence import EvidenceBlock, evidence_blocks
from briefwright.compose.links import Links
from briefwright.compose.source import Source
from briefwright.compose.source_list import SourceLine, source_line
from briefwright.compose.text_fragment import Original
from briefwright.compose.uses import Uses


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One evidence page; `briefs` are (title, link) of the briefs that rest on the article.

    `excerpts` says how much is shown where that is not all; `rights` is empty when nobody states
    them.
    """

    id: str
    title: str
    description: str
    line: SourceLine
    facts: str
    excerpts: str | None
    rights: str
    briefs: list[tuple[str, str]]
    blocks: list[EvidenceBlock]


def article_view(
    source: Source, uses: Uses, briefs: list[tuple[str, str]], links: Links
) -> ArticleView:
    """The evidence page of `source`; `briefs` are the (title, id) of the briefs that use it."""
    line = source_line(source, links)
    facts = words.count(sum(1 for _ in source.facts.all()), "fact")
    excerpts = _excerpts(source)
    what = "Excerpts" if excerpts else "The full text"
    return ArticleView(
        id=source.article.id,
        title=line.title,
        description=f"{what} of “{line.title}” with the words of {facts} marked",
        line=line,
        facts=facts,
        excerpts=excerpts,
        rights=words.RIGHTS[source.article.rights],
        briefs=[(title, links.brief(brief)) for title, brief in briefs],
        blocks=evidence_blocks(source, uses, Original(source, line.href) if line.href else None),
    )


def _excerpts(source: Source) -> str | None:
    """How many of its words an article shows; None when it shows all."""
    if source.shown is None:
        return None
    return f"{source.shown_words} of {words.count(len(source.article.text.split()), 'word')}"
