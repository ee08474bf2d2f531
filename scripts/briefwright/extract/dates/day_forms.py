"""The forms of days, months and times of the day: a pattern and its reader for each."""

from __future__ import annotations

from briefwright.extract.dates import clock, days, elapsed, months, sets
from briefwright.extract.dates.vocabulary import COMMA, YEAR, Form, one_of, part


def month_forms() -> list[Form]:
    """What has the name of a month."""
    weekdays, names = one_of("weekdays"), one_of("months")
    parts, which = one_of("day_parts"), one_of("steps")
    lead = rf"(?:(?P<wd>{weekdays})\.?{COMMA} (?:the )?)?"
    in_year = rf"{COMMA} (?:of )?(?:(?P<y>{YEAR})|(?P<of_year>{which}) year)"
    month_day = (
        rf"{lead}(?:(?P<m1>{names})\.? (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b"
        rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m2>{names})\b\.?)(?:{in_year}\b)?"
    )
    # "July 5-7, 2008" and "5 to 7 July 2008" are two days.
    to = r" ?(?:[-–]|to|and|or|until|through) ?(?:the )?"
    first_of_range = rf"(?P<at>(?P<m1>{names})\.? (?P<d1>\d{{1,2}}))(?={to}\d{{1,2}}{in_year}\b)"
    last_of_range = (
        rf"(?P<m1>{names})\.? \d{{1,2}}{to}(?P<at>(?P<d1>\d{{1,2}})(?:{in_year})?)\b"
        rf"(?!,\d|\.\d|%| (?:percent|per cent|million|billion))"
    )
    first_before_month = (
        rf"(?P<at>(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?){to}\d{{1,2}}(?:st|nd|rd|th)?(?: of)? "
        rf"(?P<m2>{names})\b(?:{in_year}\b)?"
    )
    first_month_of_range = (
        rf"(?:between|from) (?P<at>(?P<m>{names}))(?= (?:and|to|through|until) (?:{names}) "
        rf"(?P<which>{which}) year)"
    )
    in_month = rf"(?:(?P<which>{which}) )?{part()}(?P<m>{names})"
    return [
        (first_of_range, days.month_day),  # before the single day, which has no year there
        (month_day, days.month_day),
        (last_of_range, days.month_day),
        (first_before_month, days.month_day),
        (rf"(?:the )?(?P<part>{parts}) of {month_day}", clock.part_of_date),
        (rf"(?P<m>{names})(?: of)? (?P<which>{which}) year", months.month_of_year),
        (first_month_of_range, months.month_of_year),
        (rf"{part()}(?P<m>{names})\.?{COMMA}(?: of)? (?P<y>{YEAR})", months.month_year),
        (in_month, months.month),
        (rf"(?:every|each) (?P<m>{names})", sets.set_of_year),
    ]


def weekday_forms() -> list[Form]:
    """What has the name of a weekday."""
    weekdays, parts = one_of("weekdays"), one_of("day_parts")
    on_weekday = (
        rf"(?:(?:late|early) )?(?:(?:this )?(?P<which>last|next|this|past|coming) )?"
        rf"(?P<wd>{weekdays})(?: (?P<part>{parts}))?(?:(?: of)? (?P<week>last|this|next) week)?"
    )
    return [
        (on_weekday, days.weekday),
        (rf"(?:every|each) (?P<wd>{weekdays})", sets.set_weekday),
        (rf"(?:on )?(?P<wd>{weekdays})(?:s| (?P<part>{parts})s)", sets.set_weekday),
    ]


def numeric_day_forms() -> list[Form]:
    """Days in digits."""
    day_of_month = (
        r"(?:on|by|until|till|before|after|from|since) (?P<at>the (?P<d>\d{1,2})(?:st|nd|rd|th))"
        r"(?=[.,;:)]|$| (?:and|to|at|when|as)\b)"
    )
    return [
        (r"(?P<iso>\d{4}-\d{2}-\d{2})", days.iso),
        (r"(?<![/\d])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4}|\d{2})(?![/\d])", days.numeric),
        (r"(?<![-\d])(?P<a>\d{1,2})-(?P<b>\d{1,2})-(?P<y>\d{4})(?!-)", days.numeric),
        (day_of_month, days.day_of_month),
    ]


def clock_forms() -> list[Form]:
    """Times of the clock in digits."""
    zones = rf"(?:GMT|UTC) ?[+-]\d{{1,2}}|{one_of('zones')}"
    zone = rf"(?: ?(?:\((?P<zone>{zones})\)|(?P<bare_zone>{zones})\b))"
    half = r"(?P<half>[ap])(?:m\b|\.m\.?)"
    watch = r"(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d(?:\.\d+)?)"
    return [
        (rf"(?<![\d:.]){watch}(?![:\d])", elapsed.stopped),
        (rf"(?P<hour>\d{{1,2}})(?:[:.](?P<min>\d{{2}}))? ?{half}{zone}?", clock.clock),
        (rf"(?P<hour>[01]?\d|2[0-3]):(?P<min>[0-5]\d){zone}?", clock.clock),
        (rf"(?P<hour>[01]\d|2[0-3])\.?(?P<min>[0-5]\d){zone}", clock.clock),
        (rf"(?P<hour>\d{{1,2}}) o['’]clock{zone}?", clock.clock),
    ]


def day_word_forms() -> list[Form]:
    """Today and tomorrow, noon, parts of the day."""
    parts = one_of("day_parts")
    same = r"(?:the (?P<step>same|previous|next|following)|that)"
    return [
        (rf"(?P<day>today|tonight|yesterday|tomorrow)(?: (?P<part>{parts}))?", clock.day_word),
        (rf"(?P<word>{one_of('clock_words')})", clock.named_clock),
        (rf"(?P<p>late|early|this|the|yesterday|mid-?|last) ?(?P<part>{parts})", clock.part_of_day),
        (rf"{same} (?P<part>{parts})", clock.same_part),
    ]
