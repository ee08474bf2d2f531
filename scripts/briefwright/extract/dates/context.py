"""What a rule for time expressions may look at, and what it gives back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from briefwright.extract.tense import Tense

Value = tuple[str, str | None, str]  # type, value, basis


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at beside its words.

    Attributes:
        anchor: the publication date, or None.
        tense: the clause's; None when it says nothing about this time, as in "Friday's report".
        previous: the last date of the same paragraph that is known to the day.
    """

    anchor: dt.date | None
    tense: Tense | None
    previous: dt.date | None

    @property
    def coming(self) -> bool | None:
        """For expressions known to the day: the present tense announces ("meets on April 16")."""
        return None if self.tense is None else self.tense != "past"

    @property
    def future(self) -> bool | None:
        """For longer units: only a future clause looks ahead; None when the tense is open."""
        return {"past": False, "future": True}.get(self.tense or "")


Reader = Callable[[re.Match[str], Context], Value | None]


def group(match: re.Match[str], *names: str) -> str | None:
    """The first of the named groups that took part in the match, in lower case."""
    groups = match.groupdict()
    return next((groups[n].lower() for n in names if groups.get(n)), None)


def before(match: re.Match[str], width: int) -> str:
    """The `width` characters of the text before the match, fewer at its start."""
    return match.string[max(0, match.start() - width) : match.start()]
