"""What a rule for time expressions may look at, and what it gives back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from briefwright.extract.tense import Tense

Value = tuple[str, str | None, str]  # type, value, basis

_SENTENCE = 250  # characters back to the beginning of a match's sentence
_FRONTED = re.compile(r"(?:^|[.!?]\s+|\n)(?:In|During|Throughout) (?:the )?(\d{4})\b[^.!?\n]*$")


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the parse says about the first word of a match and the word before it.

    Attributes:
        tense: the clause's; None when it says nothing about this time, as in "Friday's report".
        tag: the Penn Treebank tag of the first word; "" outside of the parse.
        before: the coarse part of speech of the word before; "" at the start.
        person: whether the parse takes the match for a person's name.
        quoted: whether the words stand in a quotation, where "today" is the speaker's.
        modifies: whether the last word stands before a noun that it describes ("a Friday meeting").
    """

    tense: Tense | None = None
    tag: str = ""
    before: str = ""
    person: bool = False
    quoted: bool = False
    modifies: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at beside its words.

    Attributes:
        anchor: the publication date, or None.
        grammar: how the words stand in their sentence.
        recent: the value of the last date before this one, in this paragraph or the one before.
        day: the last one known to the day, of the same two paragraphs.
        quarter: the last quarter or half year of the same paragraph.
        first: the first day that the article named.
    """

    anchor: dt.date | None
    grammar: Grammar
    recent: str | None = None
    day: dt.date | None = None
    quarter: str | None = None
    first: dt.date | None = None

    @property
    def coming(self) -> bool | None:
        """For expressions known to the day: the present tense announces ("meets on April 16")."""
        return None if self.grammar.tense is None else self.grammar.tense != "past"

    @property
    def future(self) -> bool | None:
        """For longer units: only a future clause looks ahead; None when the tense is open."""
        return {"past": False, "future": True}.get(self.grammar.tense or "")


Reader = Callable[[re.Match[str], Context], Value | None]


def group(match: re.Match[str], *names: str) -> str | None:
    """The first of the named groups that took part in the match, in lower case."""
    groups = match.groupdict()
    return next((groups[n].lower() for n in names if groups.get(n)), None)


def before(match: re.Match[str], width: int) -> str:
    """The `width` characters of the text before the match, fewer at its start."""
    return match.string[max(0, match.start() - width) : match.start()]


def after(match: re.Match[str], width: int) -> str:
    """The `width` characters of the text after the match, fewer at its end."""
    return match.string[match.end() : match.end() + width]


def fronted_year(match: re.Match[str]) -> str | None:
    """The year that the match's sentence begins with: "In the 2016 election she ran until June"."""
    told = _FRONTED.search(before(match, _SENTENCE))
    return told[1] if told is not None else None
