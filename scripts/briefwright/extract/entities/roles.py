"""Who a person is, in the article's own words next to the name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefwright.extract.entities.grouping import Group
from briefwright.extract.numbers import alternatives
from briefwright.extract.reading import Reading
from briefwright.extract.tables import table, words
from briefwright.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_AFTER = re.compile(
    r",\s(?:(?:an?|the|one of the)\s)?(?P<role>[^,.;:()“”\"–—]{3,90})(?=[,.;:–—]|$)"
)
_AFTER_WIDTH = 140  # characters after a name: longer than any match of the two patterns
_LAST_WORD = re.compile(r"(?<![\w-])[\w-]+$")


@cache
def _who() -> re.Pattern[str]:
    """A clause that is a role: ", who leads the harbour board,"."""
    verbs = alternatives(table("people")["leading_verbs"])
    return re.compile(
        rf",\swho\s(?P<role>(?:{verbs})\s[^,.;:()“”\"–—]{{3,80}})(?=[,.;:–—])",
    )


@cache
def _ends(key: str) -> re.Pattern[str]:
    """Any word of a list of the table between white space."""
    return re.compile(rf"\s(?:{alternatives(table('people')[key])})\s")


def find_role(group: Group, reading: Reading) -> Span | None:
    """The role's span: an apposition, a "who leads ...", or the words right before the name."""
    for candidate in sorted(group.mentions, key=lambda c: c.span):
        found = _after(candidate.span, reading.text) or _before(candidate.span, reading)
        if found is not None:
            return found
    return None


def _after(name: Span, text: str) -> Span | None:
    tail = text[name.end : name.end + _AFTER_WIDTH]
    match = _who().match(tail) or _AFTER.match(tail)
    if match is None:
        return None
    role = match["role"]
    if match.re is _AFTER and not _has_role_head(role):
        return None
    length = len(_ends("role_ends").split(role)[0].rstrip())
    start = name.end + match.start("role")
    return Span(start, start + length) if length else None


def _has_role_head(phrase: str) -> bool:
    """Whether the head noun of "associate professor at the University" is a role.

    A phrase that opens with a conjunction or a verb goes on about something else.
    """
    nouns = re.findall(r"[\w-]+", _ends("role_head_ends").split(phrase)[0].lower())
    if not nouns or nouns[0] in words("people", "no_role_openings"):
        return False
    return nouns[-1] in words("people", "roles")


def _before(name: Span, reading: Reading) -> Span | None:
    """Words of the same noun phrase before the name ("U.S. President", "OpenAI's CEO")."""
    passage = reading.passage_at(name)
    if passage is None:
        return None
    first = passage.tokens_in(name)[0]
    stop = first.i
    if stop > 1 and passage.doc[stop - 1].text == "," and first.dep_ == "compound":
        stop -= 1  # "the rail minister, Sir Alec Dunmore"
    start = stop
    while start > 0 and _belongs(passage.doc[start - 1]):
        start -= 1
    while start < stop and passage.doc[start].lower_ in words("people", "role_determiners"):
        start += 1
    while start > 0 and start < stop and passage.doc[start].text == "-":
        start -= 1  # "Halden-based activist"
    while start < stop and passage.doc[start].is_punct:
        start += 1
    before = passage.doc[start:stop]
    return passage.span(before) if len(before) and _is_role(before) else None


def _is_role(tokens: Tokens) -> bool:
    """Whether the last word, with its hyphens, is a role or a title."""
    last = _LAST_WORD.search(tokens.text)
    roles = words("people", "roles") | {t.lower() for t in words("people", "titles")}
    return last is not None and (last[0].lower() in roles or tokens[-1].lower_ in roles)


def _belongs(token: Token) -> bool:
    if token.is_punct and token.text != "-":
        return False
    if token.tag_ == "PRP$":
        return False
    return token.dep_ in {"compound", "amod", "nmod", "poss", "case", "det", "punct", "appos"} or (
        token.pos_ in {"PROPN", "NOUN", "ADJ"} and token.dep_ in {"nsubj", "dobj", "pobj"}
    )
