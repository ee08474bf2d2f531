"""Names that a table knows: countries, indices, institutions, and what is traded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefwright.extract.entities.candidate import Candidate
from briefwright.extract.numbers import alternatives
from briefwright.extract.placed import Placed
from briefwright.extract.reading import Reading
from briefwright.extract.tables import table, words
from briefwright.extract.text_view import running_text
from briefwright.model import Span

_NEXT_WORD = re.compile(r" ([A-Z][a-z]+)")
_NAME_OF = re.compile(r"([A-Z][a-z]+) (?:of|for)(?: the)? $")
_NAME_OF_WIDTH = 40  # characters: longer words before "of" are no names
_SECURITY = re.compile(r" (?:notes?|bonds?|bills?|yields?|futures|securities)\b")


def find_known(reading: Reading) -> Iterator[Candidate]:
    """The places of known names, as they are written in the tables.

    Commodities and currencies count only in a sentence that trades them.
    """
    text = running_text(reading.article)
    covered: list[Span] = []
    for match in _known_pattern().finditer(text):
        kind = known_kinds()[match[0]]
        if kind in {"organization", "place"} and _in_longer_name(text, match):
            continue  # the parser or a run of capitals will give the whole name
        span = Span(*match.span())
        covered.append(span)
        yield Candidate(span, match[0], known=kind)
    if not _trading().search(text):
        return
    known = Placed(covered, lambda span: span)
    for match in _traded_pattern().finditer(text):
        span = Span(*match.span())
        if known.overlapping(span) or not _is_traded(reading, span):
            continue
        currency = match[0].lower() in table("names")["currency"]
        yield Candidate(span, match[0], known="currency" if currency else "commodity")


@cache
def countries() -> dict[str, str]:
    """Each name of a country and the country's chief name."""
    from babel import Locale

    names = table("names")
    known = {
        name: name
        for code, name in Locale("en").territories.items()
        if code.isalpha() and name not in names["not_countries"]
    }
    for chief, others in names["aliases"].items():
        known.update(dict.fromkeys([chief, *others], chief))
    return known


@cache
def known_kinds() -> dict[str, str]:
    """The kind of each fixed name."""
    names = table("names")
    kinds = dict.fromkeys(countries(), "place")
    for kind in ("index", "market", "organization", "place"):
        kinds.update(dict.fromkeys(names[kind], kind))
    kinds.update(dict.fromkeys(names["commodity_caps"], "commodity"))
    return kinds


@cache
def _known_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{alternatives([*known_kinds()])})(?![\w-])")


@cache
def _traded_pattern() -> re.Pattern[str]:
    names = table("names")
    traded = alternatives([*names["commodity"], *names["currency"]])
    return re.compile(rf"(?<![\w$-])(?:{traded})(?!\w)(?! sands)", re.IGNORECASE)


@cache
def _trading() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('names')['trading'])})\b")


def _in_longer_name(text: str, match: re.Match[str]) -> bool:
    titles = words("people", "titles") | words("people", "portfolios")
    following = _NEXT_WORD.match(text, match.end())
    if following and following[1] not in titles:
        return True
    before = _NAME_OF.search(text[max(0, match.start() - _NAME_OF_WIDTH) : match.start()])
    if before and before[1] not in titles:
        return True
    return match[0] == "Treasury" and bool(_SECURITY.match(text, match.end()))


def _is_traded(reading: Reading, span: Span) -> bool:
    """Whether the word is a noun of its own here, not an amount's unit or part of a name."""
    passage = reading.passage_at(span)
    if passage is None:
        return False
    tokens = passage.tokens_in(span)
    last = tokens[-1]
    if not _trading().search(passage.span(last.sent).of(reading.text)):
        return False
    numbered = any(c.pos_ == "NUM" or c.tag_ == "$" for c in tokens[0].children)
    capital_next = last.i + 1 < len(passage.doc) and passage.doc[last.i + 1].pos_ == "PROPN"
    described = last.head.lemma_.lower() in table("names")["described_by_commodity"]
    modifier = last.dep_ in {"compound", "amod", "nmod"} and not described
    owned = any(c.tag_ == "PRP$" for c in last.children)
    noun = last.pos_ in {"NOUN", "PROPN"}
    return noun and not (owned or numbered or capital_next or modifier)
