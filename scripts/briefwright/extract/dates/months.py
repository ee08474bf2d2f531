"""Months: by name, and what is no month by its name.

Each reader takes a match of its pattern in `day_forms.py` and gives type, value and basis, or None.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefwright.extract.dates import timex
from briefwright.extract.dates.context import Context, Value, before, fronted_year, group
from briefwright.extract.numbers import alternatives
from briefwright.extract.tables import table

_POSSESSIVE = re.compile(r" ?['’]s\b")
# "Ann met June Jones", "the Women's March": a name goes on after it, somebody owns it.
_NAME_AFTER = re.compile(r" (?-i:[A-Z][a-z])")
_OWNED = re.compile(r"['’]s? $")
_OWNED_WIDTH = 3
_CONTRACT_WIDTH = 14
_AGAINST = re.compile(r" (?:on|for|against) (?-i:[A-Z])")
# "30 February": a day that no calendar has leaves no month behind.
_DAY_BEFORE = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? $", re.IGNORECASE)
_DAY_WIDTH = 10  # characters: " 31st of "


def month_of_year(match: re.Match[str], context: Context) -> Value | None:
    """March last year: 2024-03."""
    month = month_number(match["m"])
    if context.anchor is None:
        return "DATE", f"XXXX-{month:02}", "unresolved"
    step = table("dates")["steps"][match["which"].lower()]
    return "DATE", f"{context.anchor.year + step}-{month:02}", "relative"


def month_year(match: re.Match[str], context: Context) -> Value | None:
    """March 2024, late March of 2024: 2024-03; None for the verbs "may" and "march"."""
    if is_verb(match, context):
        return None
    return "DATE", f"{match['y']}-{month_number(match['m']):02}", "explicit"


def month(match: re.Match[str], context: Context) -> Value | None:
    """In March: the last one, in a future clause the coming one; None where it is no name."""
    if not _names_month(match, context):
        return None
    month = month_number(match["m"])
    if context.anchor is None:
        return "DATE", f"XXXX-{month:02}", "unresolved"
    which = group(match, "which")
    step = table("dates")["steps"].get(which) if which else None
    if step == 0:
        return "DATE", f"{context.anchor.year}-{month:02}", "relative"
    told = fronted_year(match) if step is None else None
    if told is not None:
        return "DATE", f"{told}-{month:02}", "relative"
    future = step > 0 if step is not None else context.future or _is_contract(match)
    year = timex.year_of_day(context.anchor, month, None, future=bool(future))
    return "DATE", f"{year}-{month:02}", "relative"


def _names_month(match: re.Match[str], context: Context) -> bool:
    name, dates = match["m"], table("dates")
    if not name[0].isupper() or name.lower() in dates["short_months"]:
        return False
    if is_verb(match, context) or _DAY_BEFORE.search(before(match, _DAY_WIDTH)):
        return False
    if match[0] != name or name.lower() not in dates["ambiguous_months"]:
        return True
    if context.grammar.person or context.grammar.before == "PROPN":
        return False
    if context.grammar.before != "ADP" and _NAME_AFTER.match(match.string, match.end()):
        return False
    if name == "March" and _is_rally(match):
        return False
    return not (_named_person(match.string, name) and _POSSESSIVE.match(match.string, match.end()))


def _is_contract(match: re.Match[str]) -> bool:
    """March futures, crude for delivery in March."""
    nouns = "|".join(table("dates")["contract_nouns"])
    beside = (
        before(match, _CONTRACT_WIDTH),
        match.string[match.end() : match.end() + _CONTRACT_WIDTH],
    )
    return bool(
        re.search(rf"\b(?:{nouns}) in $", beside[0]) or re.match(rf" (?:{nouns})\b", beside[1])
    )


def _is_rally(match: re.Match[str]) -> bool:
    """The Women's March, the March on the palace."""
    owned = _OWNED.search(before(match, _OWNED_WIDTH))
    return bool(owned) or bool(_AGAINST.match(match.string, match.end()))


def is_verb(match: re.Match[str], context: Context) -> bool:
    """Whether it is the verb: "may" and "march" in lower case, and "May I", are no months."""
    names = {match.groupdict().get(name) for name in ("m", "m1", "m2")}
    if any(name in table("dates")["verb_months"] for name in names):
        return True
    if "May" not in names:
        return False
    modal = context.grammar.tag == "MD" and bool(match.groupdict().get("m"))
    return modal or bool(_subject().match(match.string, match.end()))


@lru_cache(maxsize=8)
def _named_person(text: str, name: str) -> bool:
    """Whether the text has a person of that name: "Ann May" makes "May's plan" hers."""
    leads = alternatives(table("dates")["month_leads"])
    return bool(re.search(rf"\b(?!(?:{leads})\b)[A-Z][a-z]+\.? {name}\b", text))


@cache
def _subject() -> re.Pattern[str]:
    """A pronoun after "May" makes it the verb of a question or a wish."""
    return re.compile(rf" (?:{alternatives(table('dates')['modal_subjects'])})\b", re.IGNORECASE)


def month_number(name: str) -> int:
    """1 to 12 of a month's name or its abbreviation."""
    return int(table("dates")["months"][name.lower()])
