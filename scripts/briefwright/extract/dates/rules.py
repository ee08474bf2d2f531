"""The forms of time expressions: one pattern and one reader for each."""

from __future__ import annotations

import re
from functools import cache

from briefwright.extract.dates import days, durations, holidays, periods
from briefwright.extract.dates.context import Reader
from briefwright.extract.numbers import alternatives, number_word_pattern
from briefwright.extract.tables import table

Form = tuple[str, Reader]

_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_PART = r"(?:(?:early|late|mid|mid-|the end of|the start of|the beginning of)[ -]?)?"
# Longer runs of digits count no days or years; the bound also keeps their values printable.
_DIGITS = r"(?<!\d[.,])(?:\d{1,3}(?:,\d{3}){1,2}|\d{1,9})(?:\.\d{1,9})?"


@cache
def rules() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """All rules; where two match the same place the longer match stands, then the earlier rule."""
    forms = [*_day_forms(), *_period_forms(), *_duration_forms(), *_holiday_forms()]
    return tuple(
        (re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", re.IGNORECASE), reader)
        for pattern, reader in forms
    )


def _day_forms() -> list[Form]:
    weekdays, months = _one_of("weekdays"), _one_of("months")
    parts = "|".join(table("dates")["day_parts"])
    month_day = (
        rf"(?:(?P<wd>{weekdays})\.?,? (?:the )?)?"
        rf"(?:(?P<m1>{months})\.? (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b"
        rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m2>{months})\b\.?)"
        rf"(?:,? (?P<y>{_YEAR})\b)?"
    )
    in_month = rf"(?:(?P<which>last|next|this|past|the coming) )?{_PART}(?P<m>{months})"
    on_weekday = (
        rf"(?:(?:late|early) )?(?:(?P<which>last|next|this) )?(?P<wd>{weekdays})"
        rf"(?: (?P<part>{parts}))?"
    )
    day_word = (
        r"(?P<day>today|tonight|yesterday|tomorrow)"
        r"(?: (?P<part>morning|afternoon|evening|night))?"
    )
    part_of_day = rf"(?P<p>late|early|this|the|yesterday|mid-?) ?(?P<part>{parts})"
    clock = (
        r"(?P<hour>[01]?\d|2[0-3]):(?P<min>[0-5]\d)"
        r"(?: (?:GMT|UTC|BST|EST|EDT|CET|ET|local time))?"
    )
    return [
        (r"(?P<iso>\d{4}-\d{2}-\d{2})", days.iso),
        (month_day, days.month_day),
        (rf"(?:the )?(?P<part>{parts}) of {month_day}", days.part_of_date),
        (rf"(?P<m>{months}) (?P<which>last|this|next) year", days.month_of_year),
        (rf"{_PART}(?P<m>{months})\.?,?(?: of)? (?P<y>{_YEAR})", days.month_year),
        (in_month, days.month),
        (on_weekday, days.weekday),
        (day_word, days.day_word),
        (part_of_day, days.part_of_day),
        (r"(?P<hour>\d{1,2})(?:[:.](?P<min>\d{2}))? ?(?P<half>[ap])(?:m|\.m\.?)", days.clock),
        (clock, days.clock),
    ]


def _period_forms() -> list[Form]:
    seasons = "|".join(table("dates")["seasons"])
    season = rf"(?:(?P<which>last|next|this|the) )(?:early |late )?(?P<s>{seasons})"
    decade = r"(?P<p>(?:the )?(?:early|mid|late)[ -])?(?:the )?(?P<decade>(?:1[5-9]|20)\d0)s"
    part_of_year = (
        rf"(?:the )?(?P<p>early|mid|late|end of|start of|beginning of)[ -](?:in )?(?P<y>{_YEAR})"
    )
    quarter = (
        rf"(?:the )?(?P<n>first|second|third|fourth|final)[ -](?P<u>quarter|half)"
        rf"(?: of (?:(?P<y>{_YEAR})|(?P<this>this|last|next|the) year))?"
    )
    unit = (
        r"(?:(?:earlier|later) )?"
        r"(?P<which>last|next|this|the previous|the following|the coming)"
        r" (?P<u>weekend|week|month|quarter|year|decade)"
    )
    end_of = (
        r"(?P<end>the end|the start|the middle|the beginning|the close|end) of "
        r"(?P<which>this|last|next|the) (?P<u>week|month|quarter|year|decade)"
    )
    return [
        (rf"(?:the )?{_PART}(?P<s>{seasons}) of (?P<y>{_YEAR})", periods.season_year),
        (rf"(?P<s>{seasons}) (?P<y>{_YEAR})", periods.season_year),
        (season, periods.season),
        (decade, periods.decade),
        (part_of_year, periods.year),
        (rf"(?:fiscal(?: year)? |FY ?)(?P<y>{_YEAR})", periods.year),
        (rf"(?<![\d.,$£€-])(?P<y>{_YEAR})(?![\d%–-]|[.,]\d)", periods.bare_year),
        (quarter, periods.quarter),
        (rf"\bQ(?P<q>[1-4])(?:[ -](?P<y>{_YEAR}))?", periods.q),
        (unit, periods.unit),
        (end_of, periods.end_of),
        (r"(?:the )?(?P<which>year|month)[- ]end", periods.year_end),
        (r"(?:the )?(?P<n>1[0-9]|2[01])(?:st|th)[ -]century", periods.century),
    ]


def _duration_forms() -> list[Form]:
    names = table("dates")["units"]
    units = "|".join(f"{u}s?" if u != "century" else "century|centuries" for u in names)
    number = rf"(?:{_DIGITS}|{number_word_pattern()}|an?|several|a few|a couple of|few)"
    counted = rf"(?P<n>{number})[ -](?P<u>{units}) (?P<dir>ago|earlier|later|before|from now)"
    past = (
        rf"(?:the )?(?:last|past|next|coming|first|previous|final|recent) "
        rf"(?P<n>{number}) (?P<u>{units})"
    )
    amount = rf"(?P<n>{number})[ -](?P<u>{units})\b(?!['’]s? (?:old))(?P<after>[ -]\w+(?:\.\w+)*)?"
    repeated = (
        r"(?P<every>every|each|per|an?)(?: single)? "
        r"(?P<u>hour|day|night|week|fortnight|month|quarter|year|decade|century)"
    )
    return [
        (counted, durations.counted),
        (past, durations.duration),
        (
            r"(?P<which>the (?:last|past)) (?P<u>week|month|quarter|year|decade)",
            durations.past_unit,
        ),
        (amount, durations.amount),
        (r"(?P<n>decades|centuries|years|months|weeks)", durations.vague),
        (repeated, durations.repeated),
        (rf"(?:every|each) (?P<wd>{_one_of('weekdays')})", durations.set_weekday),
        (rf"(?P<often>{'|'.join(table('dates')['frequencies'])})", durations.often),
    ]


def _holiday_forms() -> list[Form]:
    dates = table("dates")
    feasts = alternatives([*dates["holidays"], *dates["easter"], *dates["movable"]])
    feasts = feasts.replace("'", "['’]")
    bank_holidays = alternatives(dates["bank_holidays"])
    return [
        (rf"(?:the )?(?:(?P<which>{bank_holidays}) )?bank holiday", holidays.bank_holiday),
        (rf"(?:the )?(?P<h>{feasts})(?: holidays?)?", holidays.holiday),
    ]


def _one_of(key: str) -> str:
    return alternatives(table("dates")[key])
