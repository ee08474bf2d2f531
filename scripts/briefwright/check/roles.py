"""One person with two offices, in one article or over several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefwright.check.noticed import and_elsewhere, listed, noticed, said, source
from briefwright.check.tables import either, table
from briefwright.model import Article, Entity, Facts, Finding, Span

Pair = tuple[Article, Facts]
# Words that say that somebody does not hold the office now, or not that office.
_NOT_NOW = re.compile(
    r"(?:\b(?:former|ex|deputy|vice|acting|interim|then|next|incoming|outgoing|future|late|past|"
    r"new|elect|honorary|shadow|assistant|co|founding|and|or|ousted|retired)\b[ -]*(?:\w+ )?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Held:
    """An office that the words right beside a person's name give."""

    article: Article
    entity: Entity
    group: str
    office: str
    span: Span


def roles(articles: Sequence[Pair]) -> Iterator[Finding]:
    """`roles-differ`: two offices of one group for a person of one full name."""
    people: dict[str, list[Held]] = {}
    for article, facts in articles:
        for entity in facts.entities:
            if entity.type == "person" and not entity.rejected and " " in entity.name:
                people.setdefault(entity.name.casefold(), []).extend(offices_held(article, entity))
    for held in people.values():
        for group in dict.fromkeys(h.group for h in held):
            offices = {h.office: h for h in reversed(held) if h.group == group}
            if len(offices) > 1:
                yield _finding(list(offices.values())[::-1])


@cache
def _offices() -> dict[str, tuple[str, str]]:
    return {
        form.casefold(): (group, office)
        for group, offices in table("roles").items()
        for office, forms in offices.items()
        for form in forms
    }


@cache
def _beside() -> tuple[re.Pattern[str], re.Pattern[str]]:
    office = either([re.escape(form) for form in _offices()])
    before = re.compile(rf"\b({office}),? (?:Mr |Mrs |Ms |Dr )?$", re.IGNORECASE)
    after = re.compile(
        rf",? (?:the |its |their )?(?:[A-Z][\w&.’']* ){{0,20}}?((?i:{office}))\b"
        r"(?! and | or |-| [A-Z])"
    )
    return before, after


def offices_held(article: Article, entity: Entity) -> Iterator[Held]:
    """The offices right before or after the mentions of `entity`."""
    before, after = _beside()
    for mention in entity.mentions:
        near = article.text[max(0, mention.start - 60) : mention.start]
        if match := before.search(near):
            start = mention.start - len(near) + match.start(1)
            if not _NOT_NOW.search(near[: match.start(1)]):
                yield _of(article, entity, match[1], start)
        follows = article.text[mention.end : mention.end + 60]
        if follows.startswith(", ") and (match := after.match(follows)):
            words = follows[: match.start(1)]
            if not _NOT_NOW.search(words):
                yield _of(article, entity, match[1], mention.end + match.start(1))


def _of(article: Article, entity: Entity, form: str, start: int) -> Held:
    group, office = _offices()[form.casefold()]
    return Held(article, entity, group, office, Span(start, start + len(form)))


def _finding(held: list[Held]) -> Finding:
    first = held[0]
    several = len({h.article.id for h in held}) > 1
    parts = [said(h.span.of(h.article.text)) + _where(h, several) for h in held]
    message = f"{first.entity.name} is called {listed(parts)}"
    working = [f"{said(h.span.of(h.article.text))}{_where(h, True)}: {h.office}" for h in held]
    spans = [h.span for h in held if h.article.id == first.article.id]
    finding = noticed(
        "roles-differ", first.article, message, [first.entity], spans=spans, working=working
    )
    others = {h.article.id: (h.article, h.entity) for h in held}
    return and_elsewhere(finding, [o for name, o in others.items() if name != first.article.id])


def _where(held: Held, several: bool) -> str:
    return f" ({source(held.article)})" if several else ""
