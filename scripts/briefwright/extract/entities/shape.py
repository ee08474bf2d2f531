"""The shape of a name: where it starts and ends, and what is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefwright.extract.tables import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_NOUNS = {"ADJ", "ADV", "VERB", "PRON", "ADP", "INTJ"}


def is_capital(token: Token) -> bool:
    """Whether the token starts with a capital letter."""
    return token.text[:1].isupper()


def trim(tokens: list[Token]) -> list[Token]:
    """Without articles, titles, marks and lower-case words at either end."""
    drop = frozenset() if _institution(tokens) else words("people", "honorifics")
    tokens = _after_title(tokens)
    while tokens and (
        (not is_capital(tokens[0]) and not tokens[0].text[:1].isdigit())
        or tokens[0].lower_ in {"the", "a", "an"}
        or (tokens[0].text in drop and len(tokens) > 1)
    ):
        tokens = tokens[1:]
    while tokens and not (is_capital(tokens[-1]) or tokens[-1].text[:1].isdigit()):
        tokens = tokens[:-1]
    while len(tokens) > 1 and tokens[-1].text in words("people", "common_acronyms"):
        tokens = tokens[:-1]
    return tokens


def _after_title(tokens: list[Token]) -> list[Token]:
    """What follows the last title of "U.S. President Donald Trump"; all of it when none does."""
    titles = words("people", "titles")
    last = max((i for i, t in enumerate(tokens) if t.text in titles), default=-1)
    return tokens[last + 1 :] if last + 1 < len(tokens) and not _institution(tokens) else tokens


def _institution(tokens: list[Token]) -> bool:
    """Whether an institution is named: in "Justice Department" nothing is a title."""
    return any(t.text in words("people", "institution_words") for t in tokens)


def is_name(tokens: list[Token]) -> bool:
    """Whether the trimmed tokens can name something; at least one is expected."""
    first = tokens[0]
    if all(t.text in words("people", "titles") for t in tokens):
        return False
    if len(tokens) == 1 and (_is_common(first) or _is_no_noun(first)):
        return False
    return is_capital(first) and any(t.pos_ in {"PROPN", "NOUN", "X"} for t in tokens)


def _is_common(token: Token) -> bool:
    """Whether the one word is an acronym of common nouns, a title, a day, a month or a security."""
    text, dates = token.text, table("dates")
    if text in words("people", "common_acronyms") or text in words("people", "titles"):
        return True
    if text.lower() in dates["weekdays"] or text.lower() in dates["months"]:
        return True
    security = text in words("people", "security_names")
    return security and _next_lower(token) in dates["securities"]


def _is_no_noun(token: Token) -> bool:
    """Whether the one word has its capital for another reason than being a name."""
    if token.ent_type_ == "NORP" or token.pos_ in _NO_NOUNS:
        return True
    if _in_brackets_after_common_noun(token) or len(token.text) == 1:
        return True
    return bool(token.is_sent_start) and token.pos_ != "PROPN"


def _next_lower(token: Token) -> str:
    return token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""


def _in_brackets_after_common_noun(token: Token) -> bool:
    """Whether it abbreviates ordinary words, as in "artificial intelligence (AI)"."""
    doc, i = token.doc, token.i
    if not (0 < i < len(doc) - 1 and doc[i - 1].text == "(" and doc[i + 1].text == ")"):
        return False
    return i > 1 and not is_capital(doc[i - 2])
