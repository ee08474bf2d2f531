"""The rules: each form of time expression as a compiled pattern with its reader.

Patterns that begin with many optional words are slow to search for, so each family of rules names
the words that all of its expressions have, and is tried around those only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefwright.extract.dates import holidays
from briefwright.extract.dates.context import Reader
from briefwright.extract.dates.day_forms import (
    clock_forms,
    day_word_forms,
    month_forms,
    numeric_day_forms,
    weekday_forms,
)
from briefwright.extract.dates.duration_forms import duration_forms, reference_forms, set_forms
from briefwright.extract.dates.period_forms import season_forms, unit_forms, year_forms
from briefwright.extract.dates.vocabulary import Form, one_of
from briefwright.extract.tables import table

# Characters on each side of a core word in which its expression lies; the longest that the rules
# know ("one hundred and twenty-five years before that") have about 50.
_MARGIN = 80


@dataclass(frozen=True, slots=True)
class Family:
    """Rules whose expressions all hold a match of `core`."""

    core: re.Pattern[str]
    rules: tuple[tuple[re.Pattern[str], Reader], ...]

    def matches(self, text: str) -> Iterator[tuple[re.Match[str], Reader]]:
        """Every match of every rule, rule by rule."""
        windows = list(self._windows(text))
        for pattern, reader in self.rules:
            for start, end in windows:
                for match in pattern.finditer(text, start, end):
                    yield match, reader

    def _windows(self, text: str) -> Iterator[tuple[int, int]]:
        """The text around core words; no window touches the next."""
        start = end = -1
        for core in self.core.finditer(text):
            if core.start() - _MARGIN > end:
                if end >= 0:
                    yield start, end
                start = max(0, core.start() - _MARGIN)
            end = core.end() + _MARGIN
        if end >= 0:
            yield start, end


@cache
def families() -> tuple[Family, ...]:
    """All rules; where two match the same place the longer match stands, then the earlier rule."""
    return (
        _family(rf"\b(?:{one_of('months')})\b", month_forms()),
        _family(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day", weekday_forms()),
        _family(r"\d", [*numeric_day_forms(), *clock_forms(), *year_forms()]),
        _family(rf"\b(?:{one_of('unit_stems')})", [*unit_forms(), *duration_forms(), *set_forms()]),
        _family(_word_core(), [*day_word_forms(), *season_forms(), *reference_forms()]),
        _family(rf"\b(?:{_feasts()}|bank holiday)|\d/\d", _holiday_forms()),
    )


def _family(core: str, forms: list[Form]) -> Family:
    return Family(
        re.compile(core, re.IGNORECASE),
        tuple(
            (re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", re.IGNORECASE), reader)
            for pattern, reader in forms
        ),
    )


def _word_core() -> str:
    keys = ("seasons", "day_parts", "clock_words", "decades", "frequencies")
    references = (word for group in table("dates")["references"].values() for word in group)
    words = [*(one_of(key) for key in keys), *references]
    return rf"\b(?:{'|'.join(words)}|today|tonight|yesterday|tomorrow|weekend|past)"


def _feasts() -> str:
    keys = ("holidays", "easter", "nth_weekdays", "movable")
    return "|".join(one_of(key) for key in keys).replace("'", "['’]")


def _holiday_forms() -> list[Form]:
    banks = one_of("bank_holidays")
    return [
        (rf"(?:the )?(?:(?P<which>{banks}) )?bank holiday", holidays.bank_holiday),
        (rf"(?:the )?(?P<h>{_feasts()})(?: holidays?)?", holidays.holiday),
        (rf"(?P<h>{one_of('named_days')})", holidays.named_day),
    ]
