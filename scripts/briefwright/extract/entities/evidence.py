"""Evidence for what kind of thing a name stands for, from the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefwright.extract.entities.name_evidence import Vote
from briefwright.extract.numbers import alternatives
from briefwright.extract.reading import Reading
from briefwright.extract.tables import table, words
from briefwright.model import Span

_WIDTH_BEFORE, _WIDTH_AFTER = 120, 100  # characters around a name: a line or two of news
_OFFICE_WIDTH = 50  # characters: a title and what it is over
_PERSON_AFTER = re.compile(r"^,? (?:who|\d\d,|aged \d)|^,? (?:said|says|told|asked|wrote|argued)\b")
_PLACE_BEFORE = re.compile(r"\b(?:[Ii]n|near|across|outside|from) $")
_PLACE_OF = re.compile(
    r"\b(?:city|town|village|port|island|state|province|county|river) of (?:the )?$"
)
_DATELINE_AFTER = re.compile(r"^(?:, [\w. ]{3,30})?(?: \([^)]{2,30}\))? ?[-–—]")
_PART_BEFORE = re.compile(r"\bthe (?:upper|lower|middle|northern|southern|eastern|western) $")
_WORD_BEFORE = re.compile(r"(?<![\w-])([\w-]+),? $")
_LIST_HEAD = re.compile(
    r"(?<![\w-])([\w-]+),? (?:including|such as|like) (?:[\w&.’' -]{1,80}, ){0,6}(?:and )?$"
)
_APPOSITION = re.compile(r"^, (?:an?|the|one of the) ([^,.]{2,80})")
_NOUN_ENDS = re.compile(r" (?:of|at|for|in|on|who|that|which|whose|from|with) ")
_NEXT_NOUN = re.compile(r" (?:\w+ )?([\w-]+)")
_INDEX_AFTER = (" index", " Index", " average")


def from_surroundings(span: Span, reading: Reading) -> Iterator[Vote]:
    """What the words right before and after one mention say ("shares in ...", "..., a lender")."""
    text = reading.text
    before = text[max(0, span.start - _WIDTH_BEFORE) : span.start].replace("\n", " ")
    after = text[span.end : span.end + _WIDTH_AFTER].replace("\n", " ")
    if _opens_dateline(span, reading) and _DATELINE_AFTER.match(after):
        yield "place", 5.0
    if _office_before().search(before[-_OFFICE_WIDTH:]):
        yield "person", 3.0
    owned = _company_before().search(before)
    if owned or _company_after().match(after):
        yield "company", 1.5
    if _PERSON_AFTER.match(after):
        yield "person", 0.7
    if _PLACE_BEFORE.search(before) and not owned:  # "shares in ..." is no place's "in"
        yield "place", 0.4
    if _PLACE_OF.search(before):
        yield "place", 3.0
    if _PART_BEFORE.search(before):
        yield "place", 1.0
    if _vehicle_before().search(before[-_OFFICE_WIDTH:]):
        yield "product", 6.0
    if after.startswith(_INDEX_AFTER):
        yield "index", 4.0
    yield from _from_nouns(before, after)


def _opens_dateline(span: Span, reading: Reading) -> bool:
    """Whether the name stands in capitals at the start of a paragraph."""
    block = reading.article.block_at(span)
    at_start = block is not None and block.span.start == span.start
    return at_start and span.of(reading.text).isupper()


@cache
def _company_after() -> re.Pattern[str]:
    following = alternatives(table("people")["after_company"])
    return re.compile(rf"^(?:['’]s? )?(?:\w+ )?(?:{following})\b")


@cache
def _company_before() -> re.Pattern[str]:
    leading = alternatives(table("people")["before_company"])
    return re.compile(rf"(?i:{leading}) (?:the )?(?:\w+ ){{0,3}}$")


@cache
def _office_before() -> re.Pattern[str]:
    """A title and what it is over: "President of Norway ", "Mayor of Halden "."""
    titles = alternatives([*words("people", "titles")])
    return re.compile(rf"\b(?:{titles}) of (?:the )?(?:[A-Z][\w.-]* ){{1,3}}$")


@cache
def _vehicle_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('people')['before_vehicle'])}) (?:the )?$")


def _from_nouns(before: str, after: str) -> Iterator[Vote]:
    """Votes of the noun right before the name, of a list's head and of an apposition."""
    word = _WORD_BEFORE.search(before)
    if word:
        lowered = word[1].lower()
        if word[1] in words("people", "honorifics") or word[1] in words("people", "titles"):
            yield "person", 3.0
        elif lowered in words("people", "roles"):
            yield "person", 2.0
        yield from _of_noun(lowered, 3.0)
    head = _LIST_HEAD.search(before)
    if head:
        yield from _of_noun(head[1].lower(), 2.5)
    apposition = _APPOSITION.match(after)
    if apposition:
        nouns = _NOUN_ENDS.split(apposition[1])[0].split()
        last = nouns[-1].lower() if nouns else ""
        if last in words("people", "roles"):
            yield "person", 3.0
        yield from _of_noun(last, 2.5)
    following = _NEXT_NOUN.match(after)
    if following and following[1].lower() in words("people", "product_nouns"):
        yield "product", 1.0


def _of_noun(noun: str, weight: float) -> Iterator[Vote]:
    """The vote of a common noun that is said of the name."""
    for kind in ("company", "organization", "place", "product"):
        if noun in words("people", f"{kind}_nouns"):
            yield kind, weight
            return
