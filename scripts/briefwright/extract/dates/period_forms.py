"""The forms of years, seasons, quarters, decades and other periods: a pattern and its reader."""

from __future__ import annotations

from briefwright.extract.dates import narrative, periods, sets, years
from briefwright.extract.dates.vocabulary import YEAR, Form, one_of, part

_SOME = r"(?:early |mid-? ?|late |early-|late-)?(?:the )?"
_UNIT = r"(?P<u>week|month|quarter|year|decade)"


def season_forms() -> list[Form]:
    """Seasons, and decades in words."""
    seasons = one_of("seasons")
    led = one_of("season_prepositions")
    return [
        (rf"(?:the )?{part()}(?P<s>{seasons}) of (?P<y>{YEAR})", periods.season_year),
        (rf"(?P<s>{seasons}) (?P<y>{YEAR})", periods.season_year),
        (
            rf"(?:(?P<which>last|next|this|the) )(?:early |late |mid-?)?(?P<s>{seasons})",
            periods.season,
        ),
        (rf"(?:{led}) (?P<at>(?:early |late |mid-?)?(?!fall)(?P<s>{seasons}))", periods.season),
        (rf"(?:every|each) (?:(?P<s>{seasons})|weekend)", sets.set_of_year),
        (r"(?:on |at )?weekends", sets.set_of_year),
        (rf"the {_SOME}(?P<named>{one_of('decades')})", periods.decade),
    ]


def _quarters() -> list[Form]:
    ordinals, which = one_of("ordinals"), one_of("steps")
    lead = rf"(?:the )?(?:(?P<y0>{YEAR})(?:['’]s)? )?(?:fiscal )?"
    of_year = (
        rf"(?:(?:,? (?:of )?(?:fiscal(?: year)? )?(?:the )?(?P<y>{YEAR}))"
        rf"|,? (?:of )?(?P<this>{which}|the) (?:fiscal |financial )?year)?"
    )
    return [
        (rf"{lead}(?P<n>{ordinals})[ -](?:fiscal )?(?P<u>quarter|half){of_year}", periods.quarter),
        (r"the quarter(?! of\b|[- ]final)", narrative.the_quarter),
    ]


def year_forms() -> list[Form]:
    """Years, decades, centuries and quarters in digits."""
    parts = one_of("parts_of_unit")
    # "2053 Friday night, UTC" is a time of the clock.
    zone = rf" (?:{one_of('weekdays')})(?: (?:{one_of('day_parts')}))?,? \(?(?:UTC|GMT)\b"
    decade = rf"(?:the )?{_SOME}(?:(?P<decade>(?:1[5-9]|20)\d0)['’]?s|['’](?P<short>[2-9]0)s)"
    return [
        (decade, periods.decade),
        (rf"(?:the )?{_SOME}(?P<n>1[0-9]|2[01])(?:st|th)[ -]century", periods.century),
        (rf"(?:the )?(?P<p>{parts})[ -](?:the )?(?:year )?(?P<y>{YEAR})", years.year),
        (rf"(?:the )?(?:fiscal|financial)(?: year)? (?P<y>{YEAR})", periods.fiscal),
        (rf"FY ?['’]?(?P<y>{YEAR}|\d\d)", periods.fiscal),
        (rf"(?:the )?(?P<y0>{YEAR}) (?:fiscal|financial) year", periods.fiscal),
        (rf"(?<![\d.,$£€¥-])(?P<y>{YEAR})(?=[-–]{YEAR}\b)", years.year),
        (rf"\b{YEAR}[-–](?P<at>(?P<y>{YEAR}))\b", years.year),
        (rf"(?<![\d.,$£€¥-])(?<!\d{{3}}/)(?P<y>{YEAR})(?![\d%–-]|[.,/]\d|{zone})", years.bare_year),
        (rf"\bQ(?P<q>[1-4])(?:[ -](?:of )?(?P<y>{YEAR}))?", periods.q),
        (rf"(?P<q>[1-4])Q(?:[ -](?P<y>{YEAR}))?", periods.q),
    ]


def unit_forms() -> list[Form]:
    """What has the name of a unit, counted from today or from a date in the text."""
    return [*_quarters(), *_units(), *_neighbours()]


def _units() -> list[Form]:
    parts, which = one_of("parts_of_unit"), one_of("steps")
    return [
        (
            (
                r"(?:(?:earlier|later|early|late|mid) |so far )?"
                r"(?P<which>last|next|this|the (?:current|coming|latest))"
                r" (?P<u>weekend|week|month|quarter|year|decade)"
            ),
            periods.unit,
        ),
        (
            rf"(?:the )?(?:very )?(?:{parts}) (?P<which>{which}|the) {_UNIT}",
            periods.part_of_unit,
        ),
        (rf"{part()}(?P<which>{which}|the) (?:fiscal|financial) year", periods.fiscal),
        (rf"(?:the )?{_SOME}(?P<word>{one_of('centuries')})[ -]century", periods.century),
        (r"(?:the )?(?P<which>year|month)[- ]end", periods.year_end),
        (r"the (?:last|past) (?P<u>quarter)", periods.last_quarter),
        (r"the weekend", periods.weekend),
    ]


def _neighbours() -> list[Form]:
    which = one_of("neighbours")
    unit = r"(?P<u>day|week|month|quarter|year|decade)"
    return [
        (rf"(?:(?:earlier|later|late|early) )?the (?P<which>{which}) {unit}", narrative.neighbour),
        (rf"(?:(?:earlier|later|late|early) )?that {unit}", narrative.neighbour),
        (r"the (?P<u>day) (?P<late>before|after)(?=[.,;:)]|$)", narrative.neighbour),
        (
            (
                r"the same (?:period|quarter|month|time|half)(?:,? (?:of|in))?(?: the)?"
                r" (?:last year|previous year|prior year|year (?:ago|earlier|before))"
            ),
            narrative.year_on_year,
        ),
        (
            r"(?:the |its )?(?:year[- ](?:earlier|ago)) (?:period|quarter|month|half)",
            narrative.year_on_year,
        ),
    ]
