"""What `compose` is given."""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.model import Article, Facts, Finding, Span
from briefwright.model.changes import Changes


@dataclass(frozen=True, slots=True)
class Dossier:
    """One article with its facts and what the checks found on them.

    `shown` are the parts of the text that pages may show (`compose.excerpts`); None: all of it.
    `changes` is what updates of the article have changed.
    """

    article: Article
    facts: Facts
    findings: tuple[Finding, ...] = ()
    shown: tuple[Span, ...] | None = None
    changes: Changes | None = None


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """What pages say about the site itself; `off` are the checks that the workspace turned off."""

    name: str
    version: str
    off: frozenset[str] = frozenset()
