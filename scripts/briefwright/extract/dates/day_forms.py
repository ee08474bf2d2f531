"""The forms of days, months and times of the day: a pattern and its reader for each."""

from __future__ import annotations

from briefwright.extract.dates import clock, days
from briefwright.extract.dates.vocabulary import COMMA, YEAR, Form, one_of, part
from briefwright.extract.tables import table


def day_forms() -> list[Form]:
    """Calendar days, months, weekdays."""
    weekdays, months = one_of("weekdays"), one_of("months")
    parts = one_of("day_parts")
    which = one_of("steps")
    lead = rf"(?:(?P<wd>{weekdays})\.?{COMMA} (?:the )?)?"
    of_year = rf"(?:{COMMA} (?:of )?(?:(?P<y>{YEAR})\b|(?P<of_year>{which}) year))?"
    month_day = (
        rf"{lead}(?:(?P<m1>{months})\.? (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b"
        rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m2>{months})\b\.?){of_year}"
    )
    # "July 5-7, 2008" and "5 to 7 July 2008" are two days.
    to = r" ?(?:[-–]|to|and|or|until|through) ?(?:the )?"
    first_of_range = (
        rf"(?P<at>(?P<m1>{months})\.? (?P<d1>\d{{1,2}}))(?={to}\d{{1,2}}{COMMA} (?P<y>{YEAR})\b)"
    )
    last_of_range = (
        rf"(?P<m1>{months})\.? \d{{1,2}}{to}(?P<at>(?P<d1>\d{{1,2}})(?:{COMMA} (?P<y>{YEAR}))?)\b"
        rf"(?!,\d|\.\d|%| (?:percent|per cent|million|billion))"
    )
    first_before_month = (
        rf"(?P<at>(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?){to}\d{{1,2}}(?:st|nd|rd|th)?(?: of)? "
        rf"(?P<m2>{months})\b(?: (?P<y>{YEAR})\b)?"
    )
    first_month_of_range = (
        rf"(?:between|from) (?P<at>(?P<m>{months}))(?= (?:and|to|through|until) (?:{months}) "
        rf"(?P<which>{which}) year)"
    )
    in_month = rf"(?:(?P<which>{which}) )?{part()}(?P<m>{months})"
    on_weekday = (
        rf"(?:(?:late|early) )?(?:(?:this )?(?P<which>last|next|this|past|coming) )?"
        rf"(?P<wd>{weekdays})(?: (?P<part>{parts}))?(?:(?: of)? (?P<week>last|this|next) week)?"
    )
    day_of_month = (
        r"(?:on|by|until|till|before|after|from|since) (?P<at>the (?P<d>\d{1,2})(?:st|nd|rd|th))"
        r"(?=[.,;:)]|$| (?:and|to|at|when|as)\b)"
    )
    return [
        (r"(?P<iso>\d{4}-\d{2}-\d{2})", days.iso),
        (r"(?<![/\d])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4}|\d{2})(?![/\d])", days.numeric),
        (r"(?<![-\d])(?P<a>\d{1,2})-(?P<b>\d{1,2})-(?P<y>\d{4})(?!-)", days.numeric),
        (first_of_range, days.month_day),  # before the single day, which has no year there
        (month_day, days.month_day),
        (last_of_range, days.month_day),
        (first_before_month, days.month_day),
        (rf"(?:the )?(?P<part>{parts}) of {month_day}", clock.part_of_date),
        (rf"(?P<m>{months})(?: of)? (?P<which>{which}) year", days.month_of_year),
        (first_month_of_range, days.month_of_year),
        (rf"{part()}(?P<m>{months})\.?{COMMA}(?: of)? (?P<y>{YEAR})", days.month_year),
        (in_month, days.month),
        (on_weekday, days.weekday),
        (day_of_month, days.day_of_month),
    ]


def clock_forms() -> list[Form]:
    """Today and tomorrow, parts of the day, times of the clock."""
    parts, zones = one_of("day_parts"), one_of("zones")
    zones = rf"(?:GMT|UTC) ?[+-]\d{{1,2}}|{zones}"
    zone = rf"(?: ?(?:\((?P<zone>{zones})\)|(?P<bare_zone>{zones})\b))"
    return [
        (rf"(?P<day>today|tonight|yesterday|tomorrow)(?: (?P<part>{parts}))?", clock.day_word),
        (rf"(?P<word>{'|'.join(table('dates')['clock_words'])})", clock.named_clock),
        (rf"(?P<p>late|early|this|the|yesterday|mid-?|last) ?(?P<part>{parts})", clock.part_of_day),
        (
            rf"(?:the (?P<step>same|previous|next|following)|that) (?P<part>{parts})",
            clock.same_part,
        ),
        (
            rf"(?P<hour>\d{{1,2}})(?:[:.](?P<min>\d{{2}}))? ?(?P<half>[ap])(?:m\b|\.m\.?){zone}?",
            clock.clock,
        ),
        (rf"(?P<hour>[01]?\d|2[0-3]):(?P<min>[0-5]\d){zone}?", clock.clock),
        (rf"(?P<hour>[01]\d|2[0-3])\.?(?P<min>[0-5]\d){zone}", clock.clock),
        (rf"(?P<hour>\d{{1,2}}) o['’]clock{zone}?", clock.clock),
    ]
