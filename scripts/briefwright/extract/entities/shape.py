"""The shape of a name: where it starts and ends, and what is none."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefwright.extract.entities.offices import (
    ARTICLES,
    NO_NOUNS,
    named_body,
    offices,
    without_offices,
)
from briefwright.extract.tables import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_SMALL_FIRST = re.compile(r"[a-z]{1,2}[A-Z]\w")  # "iPhone", "eBay"


def is_capital(token: Token) -> bool:
    """Whether the token starts as names do: with a capital letter, or as "eBay" does."""
    return token.text[:1].isupper() or _SMALL_FIRST.match(token.text) is not None


def trim(tokens: list[Token]) -> list[Token]:
    """Without articles, titles, marks and lower-case words at either end."""
    drop = frozenset() if named_body(tokens) else words("people", "honorifics")
    tokens = without_offices(tokens)
    while tokens and (
        (not is_capital(tokens[0]) and not tokens[0].text[:1].isdigit())
        or tokens[0].lower_ in ARTICLES
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
    others = ("post_nominals", "ship_prefixes", "addresses")
    return acronyms.union(*(words("people", kind) for kind in others))


def is_name(tokens: list[Token]) -> bool:
    """Whether the trimmed tokens can name something; at least one is expected."""
    first = tokens[0]
    if all(t.text in offices() for t in tokens):
        return False
    if len(tokens) == 1 and (_is_common(first) or _is_no_noun(first)):
        return False
    nouns = any(t.pos_ in {"PROPN", "NOUN", "X"} for t in tokens)
    return is_capital(first) and (nouns or first.text[:1].islower())


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
    if token.ent_type_ == "NORP" or (token.pos_ in NO_NOUNS and token.text[:1].isupper()):
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
