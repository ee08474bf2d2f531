"""Offices and descriptions around a name: "Minister of", "Chief Executive", "Moderator"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefwright.extract.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

NO_NOUNS = {"ADJ", "ADV", "VERB", "PRON", "ADP", "INTJ"}
ARTICLES = {"the", "a", "an"}
_OF = {"of", "for"}
# Parts of speech that open a sentence and no name.
_OPENINGS = NO_NOUNS - {"ADJ"} | {"AUX", "SCONJ", "CCONJ"}
_AGENTS = ("er", "or", "ist", "ian")  # endings of what people do: "Podcaster", "Immunologist"


def without_offices(tokens: list[Token]) -> list[Token]:
    """What is left without a title, an office or a description at either end; may be empty."""
    return _before_title(_after_title(_after_office(_after_description(tokens))))


@cache
def offices() -> frozenset[str]:
    """Words that make up an office before its title ("Senate Majority ... Leader")."""
    return words("people", "titles") | words("people", "portfolios") | words("people", "factions")


def _after_description(tokens: list[Token]) -> list[Token]:
    """Without what only describes the name: "Moderator Ann Orr", "Regarding Norvane".

    That is a word for a person before a given name, or a sentence's first word that has its
    capital for that only.
    """
    first, second = [*tokens[:2], None, None][:2]
    if first is None or second is None or not second.text[:1].isupper():
        return tokens
    given = words("people", "given_names")
    if first.is_sent_start and first.pos_ in _OPENINGS:
        return tokens[1:]
    described = second.text in given and second != tokens[-1] and first.text not in given
    return tokens[1:] if described and _is_description(first.text) else tokens


def _is_description(word: str) -> bool:
    """Whether the word says who somebody is: a role, a faction, a nationality."""
    lowered = word.lower()
    described = offices() | words("places", "demonyms")
    return word in described or lowered in words("people", "roles") or lowered.endswith(_AGENTS)


def _after_office(tokens: list[Token]) -> list[Token]:
    """What follows the office in "Minister of | Fisheries Anna Berg", where "of" was cut off."""
    first = tokens[0].i if tokens else 0
    if first < len(_OF) or tokens[0].nbor(-1).lower_ not in _OF:
        return tokens
    if tokens[0].nbor(-2).text not in words("people", "titles"):
        return tokens
    rest = tokens
    while rest and rest[0].text in words("people", "portfolios"):
        rest = rest[1:]
    return rest


def _after_title(tokens: list[Token]) -> list[Token]:
    """What follows the last title of "U.S. President Donald Trump"; all of it when none does.

    After "Minister of" the name starts behind the office. Where a body is named after the title
    ("General Assembly", "Prime Minister's Office") the title is a part of its name.
    """
    titles = words("people", "titles") - {"Prime"} | words("people", "addresses")
    last = max((i for i, t in enumerate(tokens[:-1]) if t.text in titles), default=-1)
    tail = tokens[last + 1 :]
    if last < 0 or named_body(tail):
        return tokens
    if tail[0].lower_ not in _OF:
        return tail
    rest = tail[1:]
    while rest and (rest[0].text in offices() or rest[0].lower_ in ARTICLES | {"and"}):
        rest = rest[1:]
    return rest if len(rest) < len(tail) - 1 or named_body(tokens[:last]) else []


def _before_title(tokens: list[Token]) -> list[Token]:
    """Without the office at the end of "Norvane Chief Executive"; "Burger King" stays."""
    titles = words("people", "titles")
    own = words("people", "titles_in_names")
    if not tokens or tokens[-1].text not in titles:
        return tokens
    beside = tokens[-2].text if len(tokens) > 1 else ""
    if tokens[-1].text in own and beside not in offices():
        return tokens
    end = len(tokens)
    while end and tokens[end - 1].text in offices():
        end -= 1
    before = tokens[:end]
    if before and before[-1].lower_ in _OF | ARTICLES:
        return tokens  # "Office of the Prime Minister"
    return before


def named_body(tokens: list[Token]) -> bool:
    """Whether an institution or a company is named: in "Justice Department" nothing is a title."""
    bodies = words("people", "institution_words") | words("people", "company_words")
    return any(t.text in bodies for t in tokens)
