"""How many people were killed, hurt, missing or arrested: the first number of each article."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from briefwright.check.noticed import and_elsewhere, listed, noticed, said, source
from briefwright.check.numbers import Number, measured
from briefwright.check.tables import table
from briefwright.check.written import plain
from briefwright.model import Article, Facts, Finding

Pair = tuple[Article, Facts]
# Words before a number that leave room for another one.
_LOOSE = re.compile(r"(?:at least|more than|over|nearly|almost|up to|as many as|about|around|some|"
                    r"another|a further|other)\s+$", re.IGNORECASE)  # fmt: skip
_PLACES = frozenset({"place", "event"})
# Articles on one event come within a month or so. Our choice.
_DAYS = 31


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people with its article."""

    article: Article
    facts: Facts
    number: Number


def tolls(articles: Sequence[Pair]) -> Iterator[Finding]:
    """`two-values` for tolls: the first of each article, and the title's against the text's.

    Later numbers of an article may be of other events. Articles are compared when they name a place
    or an event in common and came out within a month.
    """
    found: dict[str, list[Toll]] = defaultdict(list)
    for article, facts in articles:
        for measure, number in first_tolls(article, facts).items():
            yield from _title(article, measure, number)
            found[measure].append(Toll(article, facts, number))
    for measure, group in found.items():
        for one, other in combinations(group, 2):
            if one.number.value != other.number.value and _related(one, other):
                yield _finding(measure, one, other)


@cache
def _patterns(number: str) -> dict[str, list[re.Pattern[str]]]:
    return {
        measure: [re.compile(row.replace("#", number), re.IGNORECASE) for row in rows]
        for measure, rows in table("tolls").items()
    }


def first_tolls(article: Article, facts: Facts) -> dict[str, Number]:
    """The first number of each measure, unless it is an approximate one."""
    first: dict[str, Number] = {}
    for sentence in measured(article, facts):
        for measure, patterns in _patterns(r"‹N(\d+)›").items():
            matches = [m for p in patterns for m in p.finditer(sentence.shape)]
            if matches and measure not in first:
                match = min(matches, key=lambda m: m.start())
                first[measure] = sentence.numbers[int(match[1])]
    return {
        measure: number
        for measure, number in first.items()
        if not number.approximate and not _LOOSE.search(article.text[: number.span.start])
    }


def _title(article: Article, measure: str, number: Number) -> Iterator[Finding]:
    title = article.title or ""
    for pattern in _patterns(r"(\d[\d,]*)")[measure]:
        match = pattern.search(title)
        if match is None or _LOOSE.search(title[: match.start(1)]):
            continue
        value = int(match[1].replace(",", ""))
        if value != number.value:
            message = f"{measure}: the title says {said(match[0])}, the text {said(number.told)}"
            working = [f"title: {said(title)}", f"{value:,} is not {plain(number.value)}"]
            spans = [number.span]
            yield noticed(
                "two-values", article, message, [number.fact], spans=spans, working=working
            )
        return


def _related(one: Toll, other: Toll) -> bool:
    days = [a.published for a in (one.article, other.article) if a.published]
    near = len(days) == 2 and abs(_ordinal(days[0]) - _ordinal(days[1])) <= _DAYS  # noqa: PLR2004
    return near and bool(_places(one.facts) & _places(other.facts))


def _ordinal(day: str) -> int:
    return dt.date.fromisoformat(day).toordinal()


def _places(facts: Facts) -> set[str]:
    return {e.name.casefold() for e in facts.entities if e.type in _PLACES and not e.rejected}


def _finding(measure: str, *pair: Toll) -> Finding:
    parts = [f"{said(t.number.told)} ({source(t.article)})" for t in pair]
    message = f"{measure}: {listed(parts)}; a later article may update an earlier one"
    working = [f"{source(t.article)}: {plain(t.number.value)} {measure}" for t in pair]
    first, other = pair
    about, spans = [first.number.fact], [first.number.span]
    finding = noticed("two-values", first.article, message, about, spans=spans, working=working)
    return and_elsewhere(finding, [(other.article, other.number.fact)])
