"""Addresses: every line of a brief to its evidence, and every mark back to its lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefwright.compose.escape import SafeMarkdown
from briefwright.compose.source import Source
from briefwright.model import Fact
from briefwright.model.spots import main_span

# The ids that `content_id` makes hold the article's hash, so they are unique on every page.
_CONTENT_ID = re.compile(r"[a-z]-[0-9a-f]{10}")
_SLUG = re.compile(r"[\w-]+")


def anchor(article: str, fact: str) -> SafeMarkdown:
    """The HTML id of a fact, on its evidence page and on every other page.

    Ids from content stay as they are. Others (an entity's, or one that a person wrote) are only
    unique within their article, so they carry its id and a full stop, which no section's id
    holds. An underscore would open emphasis in Markdown and becomes `..`.
    """
    if _CONTENT_ID.fullmatch(fact):
        return SafeMarkdown(fact)
    return SafeMarkdown(f"{_checked(article)}.{_checked(fact)}".replace("_", ".."))


def _checked(id: str) -> str:
    if not _SLUG.fullmatch(id):
        raise ValueError(f"{id!r} can't stand in an address")
    return id


@dataclass(frozen=True, slots=True)
class Ref:
    """How a line leads to its evidence.

    Attributes:
        article: the article's id.
        id: the fact's id.
        anchor: the HTML id of the line and of the mark.
        evidence: link to the marked words.
        line: link to the fact's line in its brief.
        place: the paragraph, with the source's label where a brief has several.
        review: `proposed` or `accepted`.
        note: an editor's remark, or None.
    """

    article: str
    id: str
    anchor: SafeMarkdown
    evidence: SafeMarkdown
    line: SafeMarkdown
    place: str
    review: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses as seen from one page.

    Attributes:
        root: `../` on pages of briefs and articles, empty at the top.
        homes: the brief that shows each article.
        labels: `S1`, `S2` for the articles of a brief that has several.
        here: the brief whose page this is, None elsewhere.
    """

    root: str
    homes: Mapping[str, str]
    labels: Mapping[str, str] = field(default_factory=dict)
    here: str | None = None

    def article(self, id: str) -> SafeMarkdown:
        """Link to an article's evidence page."""
        return SafeMarkdown(f"{self.root}articles/{_checked(id)}.md")

    def brief(self, id: str) -> SafeMarkdown:
        """Link to a brief."""
        return SafeMarkdown(f"{self.root}briefs/{_checked(id)}.md")

    def ref(self, source: Source, fact: Fact) -> Ref:
        """The reference of one fact."""
        article = source.article.id
        name = anchor(article, fact.id)
        home = self.here or self.homes[article]
        label = self.labels.get(article)
        place = source.place(main_span(fact))
        return Ref(
            article=article,
            id=fact.id,
            anchor=name,
            evidence=SafeMarkdown(f"{self.article(article)}#{name}"),
            line=SafeMarkdown(f"#{name}" if self.here else f"{self.brief(home)}#{name}"),
            place=f"{label} {place}" if label else place,
            review=fact.review_status,
            note=fact.note,
        )
