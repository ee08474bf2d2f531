"""The rules for time expressions: one pattern and one reading for each form.

Every reading returns a TIMEX3 type, value and basis, or None when the words are no time after all.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from briefwright.extract import timex
from briefwright.extract.numbers import alternatives, number_value, number_word_pattern
from briefwright.extract.tables import table
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
        """For longer units: only a future clause looks ahead; None when the tense leaves it open."""
        return {"past": False, "future": True}.get(self.tense or "")


Reader = Callable[[re.Match[str], Context], Value | None]


@cache
def rules() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """All rules; where two match the same place the longer match stands."""
    t = table("dates")
    weekdays, months = alternatives(t["weekdays"]), alternatives(t["months"])
    units = "|".join(f"{u}s?" if u != "century" else "century|centuries" for u in t["units"])
    seasons, parts = "|".join(t["seasons"]), "|".join(t["day_parts"])
    holidays = alternatives([*t["holidays"], *t["easter"], *t["movable"]])
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
        (r"(?P<iso>\d{4}-\d{2}-\d{2})", _iso),
        (month_day, _month_day),
        (rf"(?:the )?(?P<part>{parts}) of {month_day}", _part_of_date),
        (rf"(?P<m>{months}) (?P<which>last|this|next) year", _month_of_year),
        (rf"{part}(?P<m>{months})\.?,?(?: of)? (?P<y>{year})", _month_year),
        (rf"(?:(?P<which>last|next|this|past|the coming) )?{part}(?P<m>{months})", _month),
        (rf"(?:(?:late|early) )?(?:(?P<which>last|next|this) )?(?P<wd>{weekdays})"
         rf"(?: (?P<part>{parts}))?", _weekday),
        (rf"(?:the )?{part}(?P<s>{seasons}) of (?P<y>{year})", _season_year),
        (rf"(?P<s>{seasons}) (?P<y>{year})", _season_year),
        (rf"(?:(?P<which>last|next|this|the) )(?:early |late )?(?P<s>{seasons})", _season),
        (rf"(?P<p>(?:the )?(?:early|mid|late)[ -])?(?:the )?(?P<decade>(?:1[5-9]|20)\d0)s", _decade),
        (rf"(?:the )?(?P<p>early|mid|late|end of|start of|beginning of)[ -](?:in )?(?P<y>{year})",
         _year),
        (rf"(?:fiscal(?: year)? |FY ?)(?P<y>{year})", _year),
        (rf"(?<![\d.,$£€-])(?P<y>{year})(?![\d%–-]|[.,]\d)", _bare_year),
        (rf"(?:the )?(?P<n>first|second|third|fourth|final)[ -](?P<u>quarter|half)"
         rf"(?: of (?:(?P<y>{year})|(?P<this>this|last|next|the) year))?", _quarter),
        (rf"\bQ(?P<q>[1-4])(?:[ -](?P<y>{year}))?", _q),
        (r"(?P<day>today|tonight|yesterday|tomorrow)(?: (?P<part>morning|afternoon|evening|night))?",
         _day_word),
        (rf"(?:(?:earlier|later) )?(?P<which>last|next|this|the previous|the following|the coming)"
         rf" (?P<u>week|month|quarter|year|decade|weekend)(?:end)?", _unit),
        (r"(?P<end>the end|the start|the middle|the beginning|the close|end) of "
         r"(?P<which>this|last|next|the) (?P<u>week|month|quarter|year|decade)", _end_of),
        (r"(?:the )?(?P<which>year|month)[- ]end", _year_end),
        (rf"(?P<p>late|early|this|the|yesterday|mid-?) ?(?P<part>{parts})", _part_of_day),
        (rf"(?P<n>{number})[ -](?P<u>{units}) (?P<dir>ago|earlier|later|before|from now)", _counted),
        (rf"(?:the )?(?:last|past|next|coming|first|previous|final|recent) "
         rf"(?P<n>{number}) (?P<u>{units})", _duration),
        (rf"(?P<which>the (?:last|past)) (?P<u>week|month|quarter|year|decade)",
         _past_unit),
        (rf"(?P<n>{number})[ -](?P<u>{units})\b(?!['’]s? (?:old))(?P<after>[ -]\w+(?:\.\w+)*)?", _amount),
        (r"(?P<n>decades|centuries|years|months|weeks)", _vague),
        (r"(?P<every>every|each|per|an?)(?: single)? "
         r"(?P<u>day|night|week|month|quarter|year|decade|century|hour)", _set),
        (rf"(?:every|each) (?P<wd>{weekdays})", _set_weekday),
        (r"(?P<often>annually|yearly|daily|weekly|monthly|quarterly|hourly)", _often),
        (r"(?:the )?(?:(?P<which>early May|May Day|spring|late May|August) )?bank holiday",
         _bank_holiday),
        (rf"(?:the )?(?P<h>{holidays})(?: holidays?)?", _holiday),
        (r"(?P<hour>\d{1,2})(?:[:.](?P<min>\d{2}))? ?(?P<half>[ap])\.?m\b\.?", _clock),
        (r"(?P<hour>[01]?\d|2[0-3]):(?P<min>[0-5]\d)(?: (?:GMT|UTC|BST|EST|EDT|CET|ET|local time))?",
         _clock),
        (r"(?:the )?(?P<n>1[0-9]|2[01])(?:st|th)[ -]century", _century),
    ]  # fmt: skip
    return tuple(
        (re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", re.IGNORECASE), reader)
        for pattern, reader in table_of_rules
    )


def _get(match: re.Match[str], *names: str) -> str | None:
    groups = match.groupdict()
    return next((groups[n].lower() for n in names if groups.get(n)), None)


def _month_number(name: str) -> int:
    return int(table("dates")["months"][name.lower()])


def _valid(year: int | None, month: int, day: int) -> bool:
    try:
        dt.date(year or 2000, month, day)
    except ValueError:
        return False
    return True


def _iso(match: re.Match[str], context: Context) -> Value | None:
    year, month, day = map(int, match["iso"].split("-"))
    return ("DATE", match["iso"], "explicit") if _valid(year, month, day) else None


def _month_day(match: re.Match[str], context: Context) -> Value | None:
    month = _month_number(match["m1"] or match["m2"])
    day = int(match["d1"] or match["d2"])
    if match["y"]:
        year: int | None = int(match["y"])
    elif context.anchor:
        year = timex.year_of_day(context.anchor, month, day, future=context.coming)
    else:
        year = None
    if not _valid(year, month, day) or _is_modal_may(match):
        return None
    if year is None:
        return "DATE", f"XXXX-{month:02}-{day:02}", "unresolved"
    return "DATE", f"{year:04}-{month:02}-{day:02}", "explicit" if match["y"] else "relative"


def _part_of_date(match: re.Match[str], context: Context) -> Value | None:
    day = _month_day(match, context)
    if day is None or day[1] is None:
        return None
    part = table("dates")["day_parts"][match["part"].lower()]
    return "TIME", f"{day[1]}T{part}", day[2]


def _month_of_year(match: re.Match[str], context: Context) -> Value | None:
    month = _month_number(match["m"])
    if context.anchor is None:
        return "DATE", f"XXXX-{month:02}", "unresolved"
    step = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    return "DATE", f"{context.anchor.year + step}-{month:02}", "relative"


def _is_modal_may(match: re.Match[str]) -> bool:
    """ "may" and "march" in lower case are a verb, not a month."""
    return any(match.groupdict().get(name) in {"may", "march", "mar"} for name in ("m", "m1", "m2"))


def _month_year(match: re.Match[str], context: Context) -> Value | None:
    if _is_modal_may(match):
        return None
    return "DATE", f"{match['y']}-{_month_number(match['m']):02}", "explicit"


def _month(match: re.Match[str], context: Context) -> Value | None:
    name = match["m"]
    if not name[0].isupper() or (len(name) <= 4 and name not in {"May", "June", "July"}):  # noqa: PLR2004
        return None
    month = _month_number(name)
    if context.anchor is None:
        return "DATE", f"XXXX-{month:02}", "unresolved"
    which = _get(match, "which")
    future = {"last": False, "past": False, "next": True, "the coming": True}.get(
        which or "", context.future
    )
    if which == "this":
        year: int | None = context.anchor.year
    else:
        future_or_past = bool(future) if future is not None else False
        year = timex.year_of_day(context.anchor, month, None, future=future_or_past)
    return "DATE", f"{year}-{month:02}", "relative"


# "On a wet Tuesday morning" is some Tuesday, not the last one.
_SOME_DAY = re.compile(r"\b(?:an?|one|any) (?:\w+ )?$", re.IGNORECASE)


def _weekday(match: re.Match[str], context: Context) -> Value | None:
    name = match["wd"]
    if not name[0].isupper() or (len(name) <= 5 and name.lower() not in {"monday"}  # noqa: PLR2004
                                 and not name.endswith("day")):  # fmt: skip
        return None
    number = int(table("dates")["weekdays"][name.lower()])
    part = _get(match, "part")
    suffix = f"T{table('dates')['day_parts'][part]}" if part else ""
    kind = "TIME" if part else "DATE"
    if context.anchor is None or _SOME_DAY.search(match.string[: match.start()][-24:]):
        return kind, f"XXXX-WXX-{number}{suffix}", "unresolved"
    which = _get(match, "which")
    future = {"last": False, "next": True}.get(which or "", bool(context.coming))
    own_day = number == context.anchor.isoweekday()
    if own_day and match.string[match.end() : match.end() + 2] in {"'s", "’s"}:
        future = False  # "Friday's cut" in an article of that Friday
    day = timex.weekday(context.anchor, number, future=future)
    if which == "last" and day == context.anchor:
        day -= dt.timedelta(days=7)
    return kind, f"{day.isoformat()}{suffix}", "relative"


def _season_year(match: re.Match[str], context: Context) -> Value | None:
    return "DATE", f"{match['y']}-{table('dates')['seasons'][match['s'].lower()]}", "explicit"


def _season(match: re.Match[str], context: Context) -> Value | None:
    season = table("dates")["seasons"][match["s"].lower()]
    if match["s"].lower() == "fall" and match["which"].lower() == "the":
        return None  # "the fall" is nearly always a drop
    if context.anchor is None:
        return "DATE", f"XXXX-{season}", "unresolved"
    which = match["which"].lower()
    anchor = context.anchor
    first = table("dates")["season_months"][season]
    if which == "last":
        year = anchor.year if first + 2 < anchor.month else anchor.year - 1
    elif which == "next":
        begun = first <= anchor.month
        year = anchor.year + 1 if begun else anchor.year
    else:
        year = timex.season_year(anchor, season, future=context.future is not False)
    return "DATE", f"{year}-{season}", "relative"


def _decade(match: re.Match[str], context: Context) -> Value | None:
    return "DATE", match["decade"][:3], "explicit"


def _century(match: re.Match[str], context: Context) -> Value | None:
    return "DATE", f"{int(match['n']) - 1:02}", "explicit"


def _year(match: re.Match[str], context: Context) -> Value | None:
    return "DATE", match["y"], "explicit"


_NAME_BEFORE = re.compile(r"(?:^|\s)(\S+)\s$")


def _bare_year(match: re.Match[str], context: Context) -> Value | None:
    """A year stands after a lower-case word or a preposition; "Russell 2000" is a name."""
    before = _NAME_BEFORE.search(match.string[: match.start()][-40:])
    word = before[1] if before else ""
    if word[:1].isupper() and word.lower() not in table("dates")["year_prepositions"]:
        return None
    return "DATE", match["y"], "explicit"


_OF = re.compile(r" of\b(?! (?:fiscal|the (?:fiscal |financial )?year))")


def _quarter(match: re.Match[str], context: Context) -> Value | None:
    number = int(table("dates")["ordinals"][match["n"].lower()])
    half = match["u"].lower() == "half"
    if half and number > 2:  # noqa: PLR2004 - a year has two halves
        return None
    if not match["this"] and not match["y"] and _OF.match(match.string, match.end()):
        return None  # "the second half of that sentence"
    letter = "H" if half else "Q"
    if match["y"]:
        return "DATE", f"{match['y']}-{letter}{number}", "explicit"
    if context.anchor is None:
        return "DATE", f"XXXX-{letter}{number}", "unresolved"
    anchor, which = context.anchor, _get(match, "this")
    current = (anchor.month + 5) // 6 if half else (anchor.month + 2) // 3
    year = anchor.year + {"last": -1, "next": 1}.get(which or "", 0)
    if which is None:
        ahead = number < current if context.future else number > current
        year += (1 if context.future else -1) if ahead else 0
    return "DATE", f"{year}-{letter}{number}", "relative"


def _q(match: re.Match[str], context: Context) -> Value | None:
    if match["y"]:
        return "DATE", f"{match['y']}-Q{match['q']}", "explicit"
    if context.anchor is None:
        return "DATE", f"XXXX-Q{match['q']}", "unresolved"
    current = (context.anchor.month + 2) // 3
    year = context.anchor.year
    if int(match["q"]) > current and not context.future:
        year -= 1
    return "DATE", f"{year}-Q{match['q']}", "relative"


def _day_word(match: re.Match[str], context: Context) -> Value | None:
    word, part = match["day"].lower(), _get(match, "part")
    code = table("dates")["day_parts"][part] if part else ("NI" if word == "tonight" else "")
    kind = "TIME" if code else "DATE"
    if context.anchor is None:
        return kind, None, "unresolved"
    offset = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    day = context.anchor + dt.timedelta(days=offset)
    return kind, day.isoformat() + (f"T{code}" if code else ""), "relative"


def _unit(match: re.Match[str], context: Context) -> Value | None:
    word = match["u"].lower()
    if context.anchor is None:
        return "DATE", None, "unresolved"
    which = match["which"].lower()
    step = -1 if which in {"last", "the previous"} else 0 if which == "this" else 1
    if word == "weekend":
        day = timex.shift(context.anchor, step, "W")
        return "DATE", f"{timex.at_grain(day, 'W')}-WE", "relative"
    unit = table("dates")["units"][word]
    return "DATE", timex.at_grain(timex.shift(context.anchor, step, unit), unit), "relative"


def _end_of(match: re.Match[str], context: Context) -> Value | None:
    if context.anchor is None:
        return "DATE", None, "unresolved"
    step = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    unit = table("dates")["units"][match["u"].lower()]
    return "DATE", timex.at_grain(timex.shift(context.anchor, step, unit), unit), "relative"


def _year_end(match: re.Match[str], context: Context) -> Value | None:
    if context.anchor is None:
        return "DATE", None, "unresolved"
    unit = table("dates")["units"][match["which"].lower()]
    return "DATE", timex.at_grain(context.anchor, unit), "relative"


def _part_of_day(match: re.Match[str], context: Context) -> Value | None:
    lead = match["p"].lower()
    if lead == "the" or context.anchor is None:
        return None if lead == "the" else ("TIME", None, "unresolved")
    code = table("dates")["day_parts"][match["part"].lower()]
    day = context.anchor - dt.timedelta(days=lead == "yesterday")
    return "TIME", f"{day.isoformat()}T{code}", "relative"


def _amount_of(match: re.Match[str]) -> str:
    text = match["n"].lower()
    if re.fullmatch(r"\d+\.\d+", text):
        return text
    value = number_value(text)
    return "X" if value is None else str(int(value))


def _unit_of(match: re.Match[str]) -> str:
    word = match["u"].lower()
    units = table("dates")["units"]
    singular = {"centuries": "century"}.get(word, word if word in units else word.removesuffix("s"))
    return str(units[singular])


def _counted(match: re.Match[str], context: Context) -> Value | None:
    amount, unit = _amount_of(match), _unit_of(match)
    direction = match["dir"].lower()
    if unit.startswith("T"):
        return "TIME", None, "unresolved"
    from_text = direction in {"later", "earlier", "before"}
    origin = context.previous if from_text and context.previous else context.anchor
    if from_text and direction == "later" and context.previous is None:
        origin = None  # later than what, the text does not say
    if origin is None or not amount.isdigit():
        return "DATE", None, "unresolved"
    sign = 1 if direction in {"later", "from now"} else -1
    try:
        day = timex.shift(origin, sign * int(amount), unit)
    except (ValueError, OverflowError):
        return "DATE", None, "unresolved"
    precise = from_text and context.previous is not None and unit in {"D", "W", "2W"}
    return "DATE", timex.at_grain(day, "D" if precise or unit == "D" else unit), "relative"


def _duration(match: re.Match[str], context: Context) -> Value | None:
    return "DURATION", timex.duration(_amount_of(match), _unit_of(match)), "explicit"


def _past_unit(match: re.Match[str], context: Context) -> Value | None:
    return "DURATION", timex.duration("1", _unit_of(match)), "explicit"


def _amount(match: re.Match[str], context: Context) -> Value | None:
    amount, number = _amount_of(match), match["n"].lower()
    after = (match["after"] or "").strip(" -").lower().rstrip(".")
    singular = not match["u"].lower().endswith("s")
    if number in {"a", "an"} or after == "old":
        return None  # "a year" after an amount is a set; ages are no times
    securities = table("dates")["securities"]
    if singular and after in securities:
        return None
    return "DURATION", timex.duration(amount, _unit_of(match)), "explicit"


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(rf"(?:\d|\b{number_word_pattern()}|\ban?|\bfew)[ -]$", re.IGNORECASE)


def _vague(match: re.Match[str], context: Context) -> Value | None:
    if _numbered().search(match.string[: match.start()][-12:]):
        return None  # "82 years old": a number that another rule has turned down
    unit = {"decades": "DE", "centuries": "CE", "years": "Y", "months": "M", "weeks": "W"}
    return "DURATION", timex.duration("X", unit[match["n"].lower()]), "unresolved"


# "£40m a year", "twice a week": "a" makes a set only after an amount or a frequency.
_RATE = re.compile(
    r"(?:\d(?:k|m|bn|tn)?|%|\b(?:million|billion|trillion|once|twice|times|dollars|euros|pounds|yen|cents"
    r"|tonnes|barrels|people|percent|cent)|\d \w+)\s$",
    re.IGNORECASE,
)


_SPAN = re.compile(r"\b(?:in|within|over|for) $")


def _set(match: re.Match[str], context: Context) -> Value | None:
    before = match.string[: match.start()][-16:]
    if match["every"].lower() in {"a", "an"} and not _RATE.search(before):
        span = _SPAN.search(before)
        return ("DURATION", timex.duration("1", _unit_of(match)), "explicit") if span else None
    return "SET", timex.duration("1", _unit_of(match)), "explicit"


def _set_weekday(match: re.Match[str], context: Context) -> Value | None:
    number = table("dates")["weekdays"][match["wd"].lower()]
    return "SET", f"XXXX-WXX-{number}", "explicit"


def _often(match: re.Match[str], context: Context) -> Value | None:
    unit = {"annually": "Y", "yearly": "Y", "daily": "D", "weekly": "W", "monthly": "M",
            "quarterly": "Q", "hourly": "TH"}  # fmt: skip
    return "SET", timex.duration("1", unit[match["often"].lower()]), "explicit"


def _bank_holiday(match: re.Match[str], context: Context) -> Value | None:
    """The British bank holidays that fall on a Monday (Banking and Financial Dealings Act 1971)."""
    month = {"early may": 5, "may day": 5, "spring": 5, "late may": 5, "august": 8}.get(
        _get(match, "which") or ""
    )
    if context.anchor is None or month is None:
        return "DATE", None, "unresolved"
    year = timex.year_of_day(context.anchor, month, None, future=None)
    if year is None:
        return "DATE", None, "unresolved"
    first = _get(match, "which") in {"early may", "may day"}
    day = timex.monday_of(year, month, first=first)
    return "DATE", day.isoformat(), "relative"


def _holiday(match: re.Match[str], context: Context) -> Value | None:
    name = match["h"].lower()
    if not match["h"][0].isupper():
        return None
    t = table("dates")
    if name in t["movable"] or context.anchor is None:
        return "DATE", None, "unresolved"
    anchor = context.anchor
    if name in t["easter"]:
        offset = dt.timedelta(days=t["easter"][name])
        days = [timex.easter(y) + offset for y in range(anchor.year - 1, anchor.year + 2)]
        day = timex.choose(days, anchor, future=None)
        return "DATE", day.isoformat(), "relative"
    month, number = map(int, t["holidays"][name].split("-"))
    year = timex.year_of_day(anchor, month, number, future=None)
    return "DATE", f"{year}-{month:02}-{number:02}", "relative"


def _clock(match: re.Match[str], context: Context) -> Value | None:
    hour, minute = int(match["hour"]), match["min"] or "00"
    half = _get(match, "half")
    if hour > (12 if half else 23) or int(minute) > 59:  # noqa: PLR2004 - a clock's numbers
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return "TIME", f"XXXX-XX-XXT{hour:02}:{minute}", "unresolved"
