"""The forms of durations, sets and references to the present: a pattern and its reader for each."""

from __future__ import annotations

from briefwright.extract.dates import durations, references, sets
from briefwright.extract.dates.vocabulary import Form, number, one_of, units
from briefwright.extract.numbers import alternatives
from briefwright.extract.tables import table

_REPEATED = r"(?P<u>hour|day|night|week|fortnight|month|quarter|year|decade|century)"

_ALONE = r"(?! of (?-i:[A-Z]))"  # "the last week of March" is no last week


def duration_forms() -> list[Form]:
    """How long, and how long ago."""
    described = one_of("length_adjectives")
    counted = rf"(?P<n>{number()})[ -](?:(?:{described}) )?(?P<u>{units()})"
    directions = (
        r"(?:from now|ago|(?:earlier|later)(?! than\b)|(?:before|previously|back)(?=[.,;:)]|$)"
        r"|(?:before|after) that(?=[.,;:)]|$))"
    )
    past = r"(?:the |its |his |her |their )?(?:last|past|next|coming|first|previous|final|recent)"
    halved = r"(?:an?|the (?:last|past))"
    leads = one_of("vague_leads")
    plural = r"(?P<u>decades|centuries|years|months|weeks)"
    return [
        (rf"{counted} (?P<dir>{directions})", durations.counted),
        (rf"{past} (?P<n>{number()}) (?P<u>{units()}|sessions?)", durations.duration),
        (rf"the (?:last|past) (?P<u>week|month|year|decade){_ALONE}", durations.past_unit),
        (rf"{counted}[- ]old", durations.age),
        (rf"{_measured()}", durations.measured),
        (rf"{counted}\b(?P<after>[ -]\w+(?:\.\w+)*)?", durations.amount),
        (rf"half[- ](?:an? )?(?P<u>{one_of('halves')})", durations.halved),
        (rf"{halved} (?P<u>hour|year|decade|century|month) and a half", durations.unit_and_a_half),
        (r"(?P<u>week|month|year|decade|day|hour)-?long", durations.past_unit),
        (rf"{plural}-long", durations.of_vague_length),
        (rf"(?:(?:the )?(?:{leads}) )?{plural}", durations.vague),
        (rf"(?:the )?(?:{leads}) (?P<u>days|hours)", durations.vague),
        (rf"(?:(?:many|several|some|a few) )?(?:{plural}|days) ago", references.past),
    ]


def _measured() -> str:
    """Hours, minutes and seconds of one length of time ("2 hours 1 minute 39.5 seconds")."""
    join = r",? (?:and )?"
    seconds = r"(?P<s>\d+(?:\.\d+)?) seconds?"
    minutes = r"(?P<m>\d+) minutes?"
    with_hours = rf"(?P<h>\d+) hours?{join}{minutes}(?:{join}{seconds})?"
    return rf"{with_hours}|(?P<m2>\d+) minutes?{join}(?P<s2>\d+(?:\.\d+)?) seconds?"


def set_forms() -> list[Form]:
    """How often, with a unit."""
    other = rf"(?:(?P<other>other)|(?P<n>{number()}))"
    return [
        (rf"(?P<every>every|each|per|an?)(?: single)? {_REPEATED}", sets.repeated),
        (rf"(?:every|each) {other} (?P<u>{units()})", sets.every_few),
    ]


def reference_forms() -> list[Form]:
    """The present, the past and the future as such, and adverbs of frequency."""
    words = [word for group in table("dates")["references"].values() for word in group]
    past = (
        r"(?P<ref>in the (?:recent )?past)(?=[.,;:)]|$| (?:and|but|as|when|that|by|for|to|with)\b)"
    )
    return [
        (rf"(?P<ref>{alternatives(words)})(?!-)", references.reference),
        (past, references.past),
        (rf"(?P<often>{one_of('frequencies')})", sets.often),
    ]
