"""The patterns of amounts, assembled from the tables once."""

from __future__ import annotations

import re
from functools import cache

from briefwright.extract.figures.currencies import currency_words
from briefwright.extract.numbers import (
    DIGITS,
    alternatives,
    approximator_pattern,
    number_word_pattern,
    scale_pattern,
)
from briefwright.extract.tables import table

_DASH = r"[-–—‑]"
_NOT_BEFORE = r"(?<![\w.,:$£€¥])"  # a number goes on to the left of these, or has another unit


@cache
def money() -> re.Pattern[str]:
    """One amount of money.

    Groups: `sign`+`n1`+`s1` ("$5bn", with `again` in "$5 US dollars"), `code`+`n2`+`s2` ("EUR 5m"),
    or `n3`+`s3` with `word`, `sub` or `code2` ("5 million euros", "50 cents", "5m EUR"), or
    `n4`+`short` ("45p").
    """
    currencies = table("currencies")
    signs, subs = alternatives(currencies["signs"]), alternatives(currencies["subunits"])
    words = alternatives(list(currency_words()))
    codes, short = "|".join(currencies["codes"].split()), alternatives(currencies["short_subunits"])
    again = rf"(?i:{alternatives(currencies['after_sign'])})|{codes}"
    number = rf"(?:{DIGITS}|(?i:{number_word_pattern()}|an?|half an?))"
    scale = rf"(?i:{scale_pattern()})"
    minus = r"(?P<minus>(?<![^\s(\[])[-−])"
    return re.compile(
        rf"(?:{minus}?(?<![A-Za-z])(?P<sign>{signs}) ?(?P<n1>{DIGITS})"
        rf"(?:[ -]?(?P<s1>{scale})(?![A-Za-z]))?(?: (?P<again>{again})(?![A-Za-z]))?"
        rf"|\b(?P<code>{codes}) ?(?P<n2>{DIGITS})(?:[ -]?(?P<s2>{scale})(?![A-Za-z]))?"
        rf"|{_NOT_BEFORE}(?:(?P<n4>{DIGITS})(?P<short>{short})(?!\w|\.m)"
        rf"|(?!an? [A-Z])(?P<n3>{number})(?:[ -]?(?P<s3>{scale})(?![A-Za-z]))?[ -]?"
        rf"(?:(?P<word>(?i:{words}))|(?P<sub>(?i:{subs}))|(?P<code2>{codes}))(?![A-Za-z])))"
    )


@cache
def describes() -> re.Pattern[str]:
    """What follows a currency's word that is no amount: "a euro zone country"."""
    return re.compile(rf"[ -](?:{alternatives(table('currencies')['described'])})\b")


@cache
def measure() -> re.Pattern[str]:
    """A number with a unit of change: percent, percentage points, index points, basis points.

    A minus sign counts, and a hyphen for one where it opens a word ("-2.5%", not "1-2%").
    """
    number = rf"(?:{DIGITS}|(?i:{number_word_pattern()}|half|a quarter|half an?|a))"
    plans = alternatives(table("numbers")["no_points"])
    return re.compile(
        rf"(?:(?P<minus>(?<![\w.,%)\]])−|(?<![^\s(\[])-|(?<!or )\bminus )|{_NOT_BEFORE})"
        rf"(?P<n>{number})"
        rf"(?: of an?)?(?:"
        rf"[- ]?(?P<basis>basis[- ]points?\b|bps?\b)"
        rf"|[- ]?(?P<pp>percentage[- ]points?\b)"
        rf"|[- ]?(?P<percent>%|per ?cent\b|pct\b|percent\b)(?:[- ](?P<pp2>points?\b))?"
        rf"|(?<=\d)(?P<pc>pc\b)"
        rf"|[- ](?P<points>points?\b)(?!-?[ -](?:{plans})\b))",
        re.IGNORECASE,
    )


@cache
def score() -> re.Pattern[str]:
    """The other side's points right after one side's: "22 points to 10", "12 points – 8"."""
    return re.compile(rf" ?(?:to|{_DASH}) ?\d{{1,3}}\b(?![,.]\d|[ -]?(?:%|percent|points?\b))")


@cache
def quarter_point() -> re.Pattern[str]:
    """Fractions of a percentage point as central banks move them ("a quarter point")."""
    return re.compile(
        rf"\b(?P<n>{alternatives(table('numbers')['point_fractions'])})"
        r"(?:[- ](?:of )?an?)?[- ](?P<unit>(?:percentage[- ])?point)\b",
        re.IGNORECASE,
    )


@cache
def ratio() -> re.Pattern[str]:
    """Multiples and shares: "threefold", "three times", "one in five", "two-thirds of"."""
    numbers, words = table("numbers"), number_word_pattern()
    no_share = alternatives(numbers["no_share"])
    fractions = alternatives([f for f in numbers["fractions"] if f not in {"quarter", "third"}])
    multiples = alternatives(numbers["multiples"])
    particles = alternatives(numbers["multiple_particles"])
    return re.compile(
        rf"(?<![\w.,:])(?:(?P<fold>{DIGITS}|{words})[- ]?fold\b"
        rf"|(?P<times>{DIGITS}|{words}) times"
        rf"(?= (?:{alternatives(numbers['after_times'])}|[a-z]+er)\b)"
        r"|(?P<decimal>\d+\.\d+) times\b"
        rf"|(?P<part>{words}|\d{{1,2}}) (?:in|out of) (?:every )?(?P<whole>{words}|\d{{1,3}})\b"
        rf"(?![,.\d%]|[- ](?:{no_share}))"
        rf"|(?P<twice>twice) (?=as |the )"
        rf"|(?P<multiple>{multiples})\b(?! (?:{particles})\b)"
        rf"|(?P<share>{fractions}) (?=of\b(?! (?:1|one|a|an)\b)))",
        re.IGNORECASE,
    )


@cache
def level() -> re.Pattern[str]:
    """The level of an index: a bare number after "to" or "at" that ends its phrase."""
    return re.compile(
        r"\b(?:to|at|ending at) (?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?=[,;:)]|\.?(?:\s|$))"
    )


@cache
def counted() -> re.Pattern[str]:
    """What follows a number that counts something else than an index's points."""
    return re.compile(
        rf" (?:{alternatives(table('numbers')['counted_after_level'])}|[a-z]{{1,12}}s\b)"
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
    number = rf"{DIGITS}|{number_word_pattern()}"
    scale = rf"(?:[ -]?(?P<{{}}>{scale_pattern()}))?"
    return re.compile(
        rf"(?:(?<![\w.,:%$£€¥₹])(?P<n>{number}){scale.format('s')} ?(?:to |{_DASH} ?|or )"
        rf"|\bbetween (?P<low>{number}){scale.format('s2')} and )$",
        re.IGNORECASE,
    )


@cache
def bare_upper() -> re.Pattern[str]:
    """The upper end without a sign of its own: "-15 million" after "$10", " to 4bn" after "$3"."""
    return re.compile(
        rf"(?P<joiner> to |{_DASH}| {_DASH} | and )(?P<n>{DIGITS})"
        rf"(?:[ -]?(?P<scale>{scale_pattern()}))?(?![\w%]|[.,:]\d| (?:percent|per cent)\b)",
        re.IGNORECASE,
    )


@cache
def moved_by() -> re.Pattern[str]:
    """Words of movement right before a size: "added €5 to €22" is a change and its level."""
    return re.compile(rf"\b(?:{alternatives(table('numbers')['moved_by'])}) $", re.IGNORECASE)


@cache
def conversion() -> re.Pattern[str]:
    """What stands between an amount and the same amount in another currency."""
    restating = alternatives(table("numbers")["restating"])
    return re.compile(rf" ?[(\[](?:(?:{restating}) ?)?|,? or |[;,/] ?(?:or )?")
