"""What `compose` is given."""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.model import Article, Facts, Finding


@dataclass(frozen=True, slots=True)
class Dossier:
    """One article with its facts and what the checks found on them."""

    article: Article
    facts: Facts
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """What pages say about the site itself."""

    name: str
    version: str
