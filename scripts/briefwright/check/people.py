"""Ages against years of birth, and number words against the digits behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefwright.check.noticed import noticed, said
from briefwright.check.numbers import holding
from briefwright.check.tables import either
from briefwright.extract.tables import table
from briefwright.model import Article, Entity, Facts, Finding, Span

# "Doe, 64," and "the 64-year-old Doe" right at a name; "born in 1950" and "born on 3 May 1950".
_AGE_AFTER = re.compile(r", (?:aged )?(\d{1,3})(?=[,;.)])")
_AGE_BEFORE = re.compile(r"(\d{1,3})-year-old (?:\w+ ){0,2}$")
_BORN = re.compile(r"[^.;]{0,40}?\b(?:was )?born (?:in|on)\b[^.;]{0,20}?\b(1[89]\d\d|20\d\d)\b")
_DIED = re.compile(r"\b(?:died|death|killed|dead|late)\b")


def ages(article: Article, facts: Facts) -> Iterator[Finding]:
    """`age-birth-year`: an age that the year of birth does not give at publication.

    Articles on somebody's death and those older than the year are left alone: there the age may be
    of another day.
    """
    if article.published is None:
        return
    year = int(article.published[:4])
    for person in facts.entities:
        if person.type == "person" and not person.rejected:
            yield from _age(article, facts, person, year)


def _age(article: Article, facts: Facts, person: Entity, year: int) -> Iterator[Finding]:
    found: dict[str, set[Span]] = {"age": set(), "born": set()}
    for mention in person.mentions:
        before = article.text[max(0, mention.start - 40) : mention.start]
        after = article.text[mention.end : mention.end + 90]
        if match := _AGE_AFTER.match(after):
            found["age"].add(Span(*match.span(1)).shift(mention.end))
        if match := _AGE_BEFORE.search(before):
            found["age"].add(Span(*match.span(1)).shift(mention.start - len(before)))
        if match := _BORN.match(after):
            found["born"].add(Span(*match.span(1)).shift(mention.end))
    if len(found["age"]) != 1 or len(found["born"]) != 1:
        return
    (age_at,), (born_at,) = found["age"], found["born"]
    age, born = int(age_at.of(article.text)), int(born_at.of(article.text))
    if year - born - 1 <= age <= year - born or _DIED.search(article.text):
        return
    held = [fact for span in (age_at, born_at) if (fact := holding(facts, span)) is not None]
    if len(held) < 2:  # noqa: PLR2004 - the age and the year
        return
    message = (
        f"{person.name}: {said(age_at.of(article.text))} years and born in "
        f"{said(born_at.of(article.text))}; in {year} that is {year - born - 1} or {year - born}"
    )
    working = [f"{year} - {born} = {year - born}", f"{year} - {born} - 1 = {year - born - 1}"]
    about = list({fact.id: fact for fact in [person, *held]}.values())
    spans = [age_at, born_at]
    yield noticed("age-birth-year", article, message, about, spans=spans, working=working)


@cache
def _number_words() -> dict[str, int]:
    """Number words that news writes before the same number in brackets, with their values."""
    numbers = table("numbers")
    return {**numbers["units"], **numbers["tens"]}


@cache
def _word_and_digits() -> re.Pattern[str]:
    words = either(list(_number_words()))
    return re.compile(rf"(?<![\w-])({words}) \((\d{{1,3}})\)", re.IGNORECASE)


def number_words(article: Article, facts: Facts) -> Iterator[Finding]:
    """`number-word`: "five (6)"."""
    for match in _word_and_digits().finditer(article.text):
        value, digits = _number_words()[match[1].casefold()], int(match[2])
        span = Span(*match.span())
        fact = holding(facts, Span(*match.span(1))) or holding(facts, Span(*match.span(2)))
        if int(value) != digits and fact is not None:
            message = f"{said(match[0])}: the word and the digits differ"
            working = [f"{match[1]} is {value}, not {digits}"]
            yield noticed("number-word", article, message, [fact], spans=[span], working=working)


def has_birth(article: Article) -> bool:
    """Whether a year of birth is told."""
    return bool(re.search(r"\bborn (?:in|on)\b", article.text))
