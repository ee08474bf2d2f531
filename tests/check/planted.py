"""Articles and facts that tests of the checks are written with."""

from __future__ import annotations

from typing import Any

from briefwright.check import check
from briefwright.extract.align import align
from briefwright.model import Article, Facts, Finding, Metadata, Stated


def article_of(
    text: str, *, id: str = "x", title: str = "A title", published: str | None = "2025-01-28"
) -> Article:
    """An article with the metadata that the checks read."""
    day = Stated(value=published, origin="document") if published else None
    return Article(id, text, Metadata(title=Stated(value=title, origin="document"), published=day))


def pair(article: Article, **kinds: Any) -> tuple[Article, Facts]:
    """The article with facts made of quotes alone."""
    return article, Facts.of(article, **align(kinds, article, str))


def found(name: str, *pairs: tuple[Article, Facts]) -> list[Finding]:
    """The findings of one check."""
    return [finding for finding in check(pairs) if finding.check == name]


def figure(quote: str, kind: str, value: float, **more: Any) -> dict[str, Any]:
    """A figure; its id is made of its words."""
    name = "f-" + "".join(c for c in quote if c.isalnum())
    return {"id": name, "quote": quote, "kind": kind, "value": value, **more}


def first_word(quote: str) -> str:
    """The digits that a quote begins with."""
    return quote.partition(" ")[0]


def dollars(quote: str, value: float) -> dict[str, Any]:
    """An amount of US dollars."""
    return figure(quote, "money", value, currency="USD")


def percent(quote: str) -> dict[str, Any]:
    """A percentage such as `5 %` or `1.5 percent`."""
    return figure(quote, "percent", float(first_word(quote)))


def counts(*quotes: str) -> list[dict[str, Any]]:
    """Counts such as `12 people`."""
    return [figure(quote, "count", float(first_word(quote).replace(",", ""))) for quote in quotes]


def person(name: str, **more: Any) -> dict[str, Any]:
    """A person; the mentions are found by the name."""
    return {"id": name.lower().replace(" ", "-"), "name": name, "type": "person", **more}


def claim(content: str, speaker: str | None, cue: str | None = "said", **more: Any) -> Any:
    """A claim; `entity` names who speaks."""
    who = {"quote": speaker, "entity": more.pop("entity", None)} if speaker else None
    return {
        "speaker": who,
        "cue": {"quote": cue} if cue else None,
        "content": [{"quote": content}],
        "form": "indirect",
        "certainty": "asserted",
        **more,
    }
