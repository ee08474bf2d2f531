"""Evidence for what kind of thing a name stands for, from its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefwright.extract.entities.gazetteer import known_kinds, sure_companies
from briefwright.extract.entities.listed import companies
from briefwright.extract.tables import words

# A type and how much speaks for it: a name's own last word or a noun right before it decides (2 to
# 6), the parser's label (see `types.py`) is worth 1 to 1.5, a preposition only tips the scales.
Vote = tuple[str, float]

_CENTRAL_BANK = re.compile(
    r"(?:(?:Central|Reserve) Bank|(?:Swiss )?National Bank|Bank) of (?:the )?[A-Z]"
)
_LONGEST_PERSON = 4  # words of a full name
_SMALL_FIRST = re.compile(r"[a-z]{1,2}[A-Z]")
_NUMBERED_MODEL = re.compile(r"[A-Za-z]-?\d")


def from_name(name: str) -> Iterator[Vote]:
    """What the words of a name itself say ("University of", "Holdings", "Airport")."""
    parts = name.split()
    yield from _by_words(name, parts)
    if "&" in parts:
        yield "company", 1.5
    if len(parts) > 1:
        yield from _of_several(parts)
    if parts[-1] in words("people", "index_words"):
        yield "index", 4.0
    if parts[0] in words("people", "ship_prefixes"):
        yield "product", 4.0
    if _NUMBERED_MODEL.search(name):
        yield "product", 2.0
    if _SMALL_FIRST.match(name) and name not in companies():
        yield "product", 2.5
    if name.isupper() and len(name) > 1 and len(parts) == 1:
        yield "organization", 0.8
    if name in companies():
        yield "company", 3.0


def _of_several(parts: list[str]) -> Iterator[Vote]:
    """Votes of a name of two words or more: places, events, persons, a maker's products."""
    events = words("people", "event_words")
    if _is_place(parts):
        yield "place", 2.0
    if set(parts[:2]) & words("people", "event_openings"):
        yield "event", 4.0
    if set(parts) & events:
        yield "event", 6.0 if parts[-1] in events else 2.0
    if parts[0] in words("people", "given_names"):
        yield from _given(parts)
    if parts[0] in sure_companies() and not _bodies() & set(parts):
        branch = known_kinds().get(" ".join(parts[1:])) == "place"  # "Norvane Australia"
        yield ("company", 2.0) if branch else ("product", 1.2)


def _is_place(parts: list[str]) -> bool:
    """Whether a place's word ends the name or, as "Mount" and "Lake" do, opens it."""
    kinds = words("people", "place_words")
    followed = parts[1] in {"of", "de"}
    return (
        parts[-1] in kinds
        or (parts[0] in kinds and followed)
        or (parts[0] in words("people", "place_openings"))
    )


def _given(parts: list[str]) -> Iterator[Vote]:
    """A given name before other capitals is a person's, unless they name a body or a company."""
    others = set(parts[1:]) & (_bodies() - words("people", "surname_words"))
    if not others and len(parts) <= _LONGEST_PERSON and parts[-1][:1].isupper():
        yield "person", 2.5


@cache
def _bodies() -> frozenset[str]:
    """Words of the names of companies, institutions and places."""
    kinds = ("institution_words", "company_words", "place_words")
    return frozenset().union(*(words("people", kind) for kind in kinds))


def _by_words(name: str, parts: list[str]) -> Iterator[Vote]:
    """The one vote of an institution's or a company's word in the name."""
    last, institution = parts[-1], words("people", "institution_words")
    if last in words("people", "surname_words") and parts[0] in words("people", "given_names"):
        return
    if len(parts) > 1 and set(parts) & institution:
        yield "organization", 6.0 if parts[0] in institution or last in institution else 3.0
    elif _CENTRAL_BANK.match(name) and name not in companies():
        yield "organization", 4.0
    elif len(parts) > 1 and last in words("people", "company_words"):
        yield "company", 3.0
    elif len(parts) > 1 and set(parts) & words("people", "company_words"):
        yield "company", 1.5
