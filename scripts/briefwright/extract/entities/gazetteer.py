"""The tables of known names: of which kind each is, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from briefwright.extract.entities.listed import companies
from briefwright.extract.tables import table, words

_WORD = re.compile(r"\w+")
# What may stand right after a name: no letter, and a hyphen only in "London-based".
_ENDS = re.compile(r"(?![\w]|-(?!(?:based|led|listed|owned|backed|born|run|controlled)\b))")


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
def chief_names() -> dict[str, str]:
    """Each known form of a name and the one that stands for all of them."""
    chiefs = dict(countries())
    for chief, others in table("names")["short_forms"].items():
        chiefs.update(dict.fromkeys([chief, *others], chief))
    abbreviated = table("places")["state_abbreviations"]
    return chiefs | {short: state for state, short in abbreviated.items()}


@cache
def known_kinds() -> dict[str, str]:
    """The kind of each fixed name; companies only by names of several words, which are sure."""
    names, places = table("names"), table("places")
    kinds = {name: "company" for name in companies() if " " in name}
    kinds.update(dict.fromkeys(countries(), "place"))
    for part in ("continents", "states", "cities"):
        kinds.update(dict.fromkeys(places[part], "place"))
    kinds.update(dict.fromkeys(places["state_abbreviations"].values(), "place"))
    for kind in ("index", "market", "organization", "event", "place"):
        kinds.update(dict.fromkeys(names[kind], kind))
    kinds.update(dict.fromkeys(names["commodity_caps"], "commodity"))
    return kinds


@cache
def sure_companies() -> frozenset[str]:
    """Names of one word that are no other word, so that they stand for the company anywhere."""
    one = {name for name in companies() if " " not in name and len(name) > 1}
    return frozenset(one) - words("companies", "words") - known_kinds().keys()


def first_words(names: Iterable[str]) -> dict[str, list[str]]:
    """The names under their first word, the longest first."""
    index: dict[str, list[str]] = {}
    for name in names:
        first = _WORD.match(name)
        if first is not None:
            index.setdefault(first[0], []).append(name)
    for under in index.values():
        under.sort(key=len, reverse=True)
    return index


@cache
def known_names() -> dict[str, list[str]]:
    """All fixed names under their first word."""
    return first_words(known_kinds())


@cache
def company_names() -> dict[str, list[str]]:
    """The sure companies under their first word."""
    return first_words(sure_companies())


def find_names(text: str, index: dict[str, list[str]]) -> Iterator[tuple[int, str]]:
    """Where names of the index start, and which; the longest at each place, without overlaps.

    One look-up for each word, so that the time grows with the text and not with the tables.
    """
    end = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < end or word[0] not in index or text[start - 1 : start] == "-":
            continue
        for name in index[word[0]]:
            if text.startswith(name, start) and _ENDS.match(text, start + len(name)):
                yield start, name
                end = start + len(name)
                break
