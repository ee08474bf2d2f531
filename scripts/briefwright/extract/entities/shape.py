"""The shape of a name: where it starts and ends, and what is none."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefwright.extract.tables import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_NOUNS = {"ADJ", "ADV", "VERB", "PRON", "ADP", "INTJ"}
_OPENINGS = _NO_NOUNS - {"ADJ"} | {"AUX", "SCONJ", "CCONJ"}
_SMALL_FIRST = re.compile(r"[a-z]{1,2}[A-Z]\w")  # "iPhone", "eBay"
_OF = {"of", "for"}
_ARTICLES = {"the", "a", "an"}


def is_capital(token: Token) -> bool:
    """Whether the token starts as names do: with a capital letter, or as "eBay" does."""
    return token.text[:1].isupper() or _SMALL_FIRST.match(token.text) is not None


def trim(tokens: list[Token]) -> list[Token]:
    """Without articles, titles, marks and lower-case words at either end."""
    drop = frozenset() if _named_body(tokens) else words("people", "honorifics")
    tokens = _before_title(_after_title(_after_office(_after_opening(tokens))))
    while tokens and (
        (not is_capital(tokens[0]) and not tokens[0].text[:1].isdigit())
        or tokens[0].lower_ in _ARTICLES
        or (tokens[0].text in drop and len(tokens) > 1)
    ):
        tokens = tokens[1:]
    while tokens and not (is_capital(tokens[-1]) or tokens[-1].text[:1].isdigit()):
        tokens = tokens[:-1]
    while len(tokens) > 1 and tokens[-1].text in _endings():
        tokens = tokens[:-1]
    return tokens


@cache
def _endings() -> frozenset[str]:
    """What stands behind a name without being a part of it."""
    acronyms = words("people", "common_acronyms")
    return acronyms | words("people", "post_nominals") | words("people", "ship_prefixes")


@cache
def _offices() -> frozenset[str]:
    """Words that make up an office before its title ("Senate Majority ... Leader")."""
    return words("people", "titles") | words("people", "portfolios") | words("people", "factions")


def _after_opening(tokens: list[Token]) -> list[Token]:
    """Without a sentence's first word that has its capital for that only ("Regarding Norvane")."""
    opens = len(tokens) > 1 and tokens[0].is_sent_start and tokens[0].pos_ in _OPENINGS
    return tokens[1:] if opens and is_capital(tokens[1]) else tokens


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
    titles = words("people", "titles") - {"Prime"}
    last = max((i for i, t in enumerate(tokens[:-1]) if t.text in titles), default=-1)
    tail = tokens[last + 1 :]
    if last < 0 or _named_body(tail):
        return tokens
    if tail[0].lower_ not in _OF:
        return tail
    rest = tail[1:]
    while rest and (rest[0].text in _offices() or rest[0].lower_ in _ARTICLES | {"and"}):
        rest = rest[1:]
    return rest if len(rest) < len(tail) - 1 or _named_body(tokens[:last]) else []


def _before_title(tokens: list[Token]) -> list[Token]:
    """Without the office at the end of "Norvane Chief Executive"; "Burger King" stays."""
    titles = words("people", "titles")
    own = words("people", "titles_in_names")
    if not tokens or tokens[-1].text not in titles:
        return tokens
    beside = tokens[-2].text if len(tokens) > 1 else ""
    if tokens[-1].text in own and beside not in _offices():
        return tokens
    end = len(tokens)
    while end and tokens[end - 1].text in _offices():
        end -= 1
    before = tokens[:end]
    if before and before[-1].lower_ in _OF | _ARTICLES:
        return tokens  # "Office of the Prime Minister"
    return before


def _named_body(tokens: list[Token]) -> bool:
    """Whether an institution or a company is named: in "Justice Department" nothing is a title."""
    bodies = words("people", "institution_words") | words("people", "company_words")
    return any(t.text in bodies for t in tokens)


def is_name(tokens: list[Token]) -> bool:
    """Whether the trimmed tokens can name something; at least one is expected."""
    first = tokens[0]
    if all(t.text in _offices() for t in tokens):
        return False
    if len(tokens) == 1 and (_is_common(first) or _is_no_noun(first)):
        return False
    return is_capital(first) and any(t.pos_ in {"PROPN", "NOUN", "X"} for t in tokens)


def _is_common(token: Token) -> bool:
    """Whether the one word is an acronym of common nouns, a title, a day, a month or a security."""
    text, dates = token.text, table("dates")
    if text in _endings() or text in words("people", "titles"):
        return True
    if text in words("places", "demonyms") or text in words("people", "honorifics"):
        return True
    if text.lower() in dates["weekdays"] or text.lower() in dates["months"]:
        return True
    security = text in words("people", "security_names")
    return security and _next_lower(token) in dates["securities"]


def _is_no_noun(token: Token) -> bool:
    """Whether the one word has its capital for another reason than being a name."""
    if token.ent_type_ == "NORP" or (token.pos_ in _NO_NOUNS and token.text[:1].isupper()):
        return True
    if _in_brackets_after_common_noun(token) or len(token.text) == 1 or _is_unit(token):
        return True
    return bool(token.is_sent_start) and token.pos_ != "PROPN"


def _is_unit(token: Token) -> bool:
    """Whether it hangs on a number: "30GB"."""
    before = token.doc[token.i - 1] if token.i else None
    return before is not None and before.like_num and not before.whitespace_


def _next_lower(token: Token) -> str:
    return token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""


def _in_brackets_after_common_noun(token: Token) -> bool:
    """Whether it abbreviates ordinary words, as in "artificial intelligence (AI)"."""
    doc, i = token.doc, token.i
    if not 0 < i < len(doc) - 1:
        return False
    if not (doc[i - 1].text.endswith("(") and doc[i + 1].text.startswith(")")):
        return False
    return i == 1 or not is_capital(doc[i - 2])
