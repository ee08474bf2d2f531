"""The forms of time expressions: one pattern and one reader for each."""

from __future__ import annotations

import re
from functools import cache

from briefwright.extract.dates import days, durations, holidays, periods
from briefwright.extract.dates.context import Reader
from briefwright.extract.numbers import alternatives, number_word_pattern
from briefwright.extract.tables import table


@cache
def rules() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """All rules; where two match the same place the longer match stands."""
    t = table("dates")
    weekdays, months = alternatives(t["weekdays"]), alternatives(t["months"])
    units = "|".join(f"{u}s?" if u != "century" else "century|centuries" for u in t["units"])
    seasons, parts = "|".join(t["seasons"]), "|".join(t["day_parts"])
    feasts = alternatives([*t["holidays"], *t["easter"], *t["movable"]])
    number = rf"(?:\d+(?:\.\d+)?|{number_word_pattern()}|an?|several|a few|a couple of|few)"
    year = r"(?:1[5-9]\d\d|20\d\d)"
    part = r"(?:(?:early|late|mid|mid-|the end of|the start of|the beginning of)[ -]?)?"
    month_day = (
        rf"(?:(?P<wd>{weekdays})\.?,? (?:the )?)?"
        rf"(?:(?P<m1>{months})\.? (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b"
        rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m2>{months})\b\.?)"
        rf"(?:,? (?P<y>{year})\b)?"
    )
    table_of_rules: list[tuple[str, Reader]] = [
        (r"(?P<iso>\d{4}-\d{2}-\d{2})", days.iso),
        (month_day, days.month_day),
        (rf"(?:the )?(?P<part>{parts}) of {month_day}", days.part_of_date),
        (rf"(?P<m>{months}) (?P<which>last|this|next) year", days.month_of_year),
        (rf"{part}(?P<m>{months})\.?,?(?: of)? (?P<y>{year})", days.month_year),
        (rf"(?:(?P<which>last|next|this|past|the coming) )?{part}(?P<m>{months})", days.month),
        (rf"(?:(?:late|early) )?(?:(?P<which>last|next|this) )?(?P<wd>{weekdays})"
         rf"(?: (?P<part>{parts}))?", days.weekday),
        (rf"(?:the )?{part}(?P<s>{seasons}) of (?P<y>{year})", periods.season_year),
        (rf"(?P<s>{seasons}) (?P<y>{year})", periods.season_year),
        (rf"(?:(?P<which>last|next|this|the) )(?:early |late )?(?P<s>{seasons})", periods.season),
        (r"(?P<p>(?:the )?(?:early|mid|late)[ -])?(?:the )?(?P<decade>(?:1[5-9]|20)\d0)s", periods.decade),
        (rf"(?:the )?(?P<p>early|mid|late|end of|start of|beginning of)[ -](?:in )?(?P<y>{year})",
         periods.year),
        (rf"(?:fiscal(?: year)? |FY ?)(?P<y>{year})", periods.year),
        (rf"(?<![\d.,$£€-])(?P<y>{year})(?![\d%–-]|[.,]\d)", periods.bare_year),
        (rf"(?:the )?(?P<n>first|second|third|fourth|final)[ -](?P<u>quarter|half)"
         rf"(?: of (?:(?P<y>{year})|(?P<this>this|last|next|the) year))?", periods.quarter),
        (rf"\bQ(?P<q>[1-4])(?:[ -](?P<y>{year}))?", periods.q),
        (r"(?P<day>today|tonight|yesterday|tomorrow)(?: (?P<part>morning|afternoon|evening|night))?",
         days.day_word),
        (r"(?:(?:earlier|later) )?(?P<which>last|next|this|the previous|the following|the coming)"
         r" (?P<u>week|month|quarter|year|decade|weekend)(?:end)?", periods.unit),
        (r"(?P<end>the end|the start|the middle|the beginning|the close|end) of "
         r"(?P<which>this|last|next|the) (?P<u>week|month|quarter|year|decade)", periods.end_of),
        (r"(?:the )?(?P<which>year|month)[- ]end", periods.year_end),
        (rf"(?P<p>late|early|this|the|yesterday|mid-?) ?(?P<part>{parts})", days.part_of_day),
        (rf"(?P<n>{number})[ -](?P<u>{units}) (?P<dir>ago|earlier|later|before|from now)", durations.counted),
        (rf"(?:the )?(?:last|past|next|coming|first|previous|final|recent) "
         rf"(?P<n>{number}) (?P<u>{units})", durations.duration),
        (r"(?P<which>the (?:last|past)) (?P<u>week|month|quarter|year|decade)",
         durations.past_unit),
        (rf"(?P<n>{number})[ -](?P<u>{units})\b(?!['’]s? (?:old))(?P<after>[ -]\w+(?:\.\w+)*)?", durations.amount),
        (r"(?P<n>decades|centuries|years|months|weeks)", durations.vague),
        (r"(?P<every>every|each|per|an?)(?: single)? "
         r"(?P<u>day|night|week|month|quarter|year|decade|century|hour)", durations.repeated),
        (rf"(?:every|each) (?P<wd>{weekdays})", durations.set_weekday),
        (r"(?P<often>annually|yearly|daily|weekly|monthly|quarterly|hourly)", durations.often),
        (r"(?:the )?(?:(?P<which>early May|May Day|spring|late May|August) )?bank holiday",
         holidays.bank_holiday),
        (rf"(?:the )?(?P<h>{feasts})(?: holidays?)?", holidays.holiday),
        (r"(?P<hour>\d{1,2})(?:[:.](?P<min>\d{2}))? ?(?P<half>[ap])\.?m\b\.?", days.clock),
        (r"(?P<hour>[01]?\d|2[0-3]):(?P<min>[0-5]\d)(?: (?:GMT|UTC|BST|EST|EDT|CET|ET|local time))?",
         days.clock),
        (r"(?:the )?(?P<n>1[0-9]|2[01])(?:st|th)[ -]century", periods.century),
    ]  # fmt: skip
    return tuple(
        (re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", re.IGNORECASE), reader)
        for pattern, reader in table_of_rules
    )
