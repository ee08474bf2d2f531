"""The patterns of amounts, assembled from the tables once."""

from __future__ import annotations

import re
from functools import cache

from briefwright.extract.numbers import (
    DIGITS,
    alternatives,
    approximator_pattern,
    number_word_pattern,
    scale_pattern,
)
from briefwright.extract.tables import table

_DASH = r"[-–—‑]"


@cache
def money() -> re.Pattern[str]:
    """One amount of money.

    Groups: `sign`+`n1`+`s1` ("$5bn"), `code`+`n2`+`s2` ("EUR 5m"), or `n3`+`s3` with `word`, `sub`
    or `code2` ("5 million euros", "50 cents", "5m EUR").
    """
    currencies = table("currencies")
    signs, words = alternatives(currencies["signs"]), alternatives(currencies["words"])
    codes, subs = "|".join(currencies["codes"].split()), alternatives(currencies["subunits"])
    number = rf"(?:{DIGITS}|(?i:{number_word_pattern()}|an?|half an?))"
    scale = rf"(?i:{scale_pattern()})"
    return re.compile(
        rf"(?:(?<![A-Za-z])(?P<sign>{signs}) ?(?P<n1>{DIGITS})(?:[ -]?(?P<s1>{scale})(?![A-Za-z]))?"
        rf"|\b(?P<code>{codes}) ?(?P<n2>{DIGITS})(?:[ -]?(?P<s2>{scale})(?![A-Za-z]))?"
        rf"|(?<![\w.,$£€¥])(?P<n3>{number})(?:[ -]?(?P<s3>{scale})(?![A-Za-z]))?[ -]?"
        rf"(?:(?P<word>(?i:{words}))|(?P<sub>(?i:{subs}))|(?P<code2>{codes}))(?![A-Za-z]))"
    )


@cache
def measure() -> re.Pattern[str]:
    """A number with a unit of change: percent, percentage points, index points, basis points.

    A minus sign counts, and a hyphen for one where it opens a word ("-2.5%", not "1-2%").
    """
    number = rf"(?:{DIGITS}|(?i:{number_word_pattern()}|half|a quarter|half an?|a))"
    return re.compile(
        rf"(?:(?P<minus>(?<![\w.,%)\]])−|(?<![^\s(\[])-)|(?<![\w.,$£€¥]))(?P<n>{number})"
        rf"(?: of an?)?(?:"
        rf"[- ]?(?P<basis>basis[- ]points?\b|bps?\b)"
        rf"|[- ]?(?P<pp>percentage[- ]points?\b)"
        rf"|[- ]?(?P<percent>%|per ?cent\b|pct\b|percent\b)(?:[- ](?P<pp2>points?\b))?"
        rf"|[- ](?P<points>points?\b))",
        re.IGNORECASE,
    )


@cache
def quarter_point() -> re.Pattern[str]:
    """Fractions of a percentage point as central banks move them ("a quarter point")."""
    return re.compile(
        r"\b(?P<n>a quarter|quarter|half|three[- ]quarters|a half)"
        r"(?:[- ](?:of )?an?)?[- ](?P<unit>(?:percentage[- ])?point)\b",
        re.IGNORECASE,
    )


@cache
def ratio() -> re.Pattern[str]:
    """Multiples and shares: "threefold", "three times", "one in five", "two-thirds of"."""
    words = number_word_pattern()
    fractions = alternatives(
        [f for f in table("numbers")["fractions"] if f not in {"half", "quarter", "third"}]
    )
    return re.compile(
        rf"(?<![\w.,])(?:(?P<fold>{DIGITS}|{words})[- ]?fold\b"
        rf"|(?P<times>{DIGITS}|{words}) times (?=as |more |higher|lower|larger|bigger|the )"
        rf"|(?P<part>{words}|\d{{1,2}}) (?:in|out of) (?:every )?(?P<whole>{words}|\d{{1,3}})\b"
        rf"(?![,.\d%]|[- ](?:million|billion|trillion|days|weeks|months|years|percent|per cent))"
        rf"|(?P<twice>twice) (?=as |the )"
        rf"|(?P<share>{fractions}) (?=of\b))",
        re.IGNORECASE,
    )


@cache
def level() -> re.Pattern[str]:
    """The level of an index: a bare number after "to" or "at" that ends its phrase."""
    return re.compile(
        r"\b(?:to|at|ending at) (?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?=[,;:)]|\.?(?:\s|$))"
    )


@cache
def approximator() -> re.Pattern[str]:
    """Approximating words that end where a number starts."""
    return re.compile(rf"(?:^|(?<=[^\w]))(?P<word>{approximator_pattern()}) ?$", re.IGNORECASE)


@cache
def joiner() -> re.Pattern[str]:
    """What stands between the two ends of a range: "to", a dash, or "and" after "between"."""
    return re.compile(rf" to |{_DASH}| {_DASH} | and ")


@cache
def open_range() -> re.Pattern[str]:
    """The bare lower end of a range before its full upper end: "5 to " in "5 to 7 percent"."""
    return re.compile(
        rf"(?:(?<![\w.,%$£€¥₹])(?P<n>{DIGITS}) ?(?:to |{_DASH}|or )"
        rf"|\bbetween (?P<low>{DIGITS}) and )$",
        re.IGNORECASE,
    )
