"""Percent against absolute change against level, with the working."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from briefwright.check.noticed import said
from briefwright.check.numbers import Number, Sentence, measured, of_numbers
from briefwright.check.tables import either, table
from briefwright.check.written import plain, shown_percent
from briefwright.model import Article, Facts, Finding

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Change:
    """What one sentence says: a change in percent that led to `new`.

    `base` is the amount before, or the size of the change when `sized`; `sign` is its direction.
    """

    percent: Number
    new: Number
    base: Number
    sized: bool
    sign: Literal[1, -1]

    def start(self) -> Decimal:
        """The amount before."""
        return self.new.value - self.sign * self.base.value if self.sized else self.base.value

    def exact(self) -> Decimal:
        """The change that the amounts give, as a ratio."""
        size = self.sign * self.base.value if self.sized else self.new.value - self.base.value
        return size / self.start()

    def bounds(self) -> tuple[Decimal, Decimal]:
        """The smallest and greatest size of the change in percent that the amounts allow."""
        pairs = [(new, base) for new in self.new.bounds() for base in self.base.bounds()]
        if self.sized:
            ends = [size / (new - self.sign * size) for new, size in pairs]
        else:
            ends = [new / old - 1 for new, old in pairs]
        sizes = sorted(_HUNDRED * abs(end) for end in ends)
        return sizes[0], sizes[-1]


def percent_changes(article: Article, facts: Facts) -> Iterator[Finding]:
    """`percent-change`, `points-percent` and `percentage-points`."""
    for sentence in measured(article, facts):
        for change in changes_of(sentence):
            if (finding := _judge(article, change)) is not None:
                yield finding


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    verbs = table("changes")
    cue = rf"\b(?:(?P<up>{either(verbs['up'])})|(?P<down>{either(verbs['down'])}))\b"
    percent, size = r"‹P(?P<percent>\d+)›", r"‹[MNT](?P<size>\d+)›"
    new, old = r"‹[MNTP](?P<new>\d+)›", r"‹[MNTP](?P<old>\d+)›"
    noun = r"(?: \w+)?"
    by = r"(?: by)?(?: (?:about|nearly|almost|some|just))?"
    joined = r"(?:,? or|,| \() ?(?:about )?"
    led_to = rf"\)?,? (?:to |closing at |ending at |finishing at )(?:{{}})?{new}".format(
        "close at |end at |finish at |stand at |settle at "
    )
    after = r"(?:,| -| –| —|, or| or)? (?:an? )?\(?"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"{cue}{by} {percent},? to {new}{noun},? from {old}",
            rf"{cue}{by} {percent},? from {old}{noun},? to {new}",
            rf"{cue} from {old}{noun} to {new}{noun}{after}{percent}",
            rf"from {old}{noun} to {new}{noun},? an? {percent} {cue}",
            rf"{cue}{by} {size}{joined}{percent}{led_to}",
            rf"{cue}{by} {percent}{joined}{size}{led_to}",
        )
    )


def changes_of(sentence: Sentence) -> Iterator[Change]:
    """What `sentence` says of amounts before and after, or of a size and what it led to."""
    seen: set[str] = set()
    for pattern in _patterns():
        for match in pattern.finditer(sentence.shape):
            found = match.groupdict()
            rest = sentence.shape[match.end() : match.end() + 30]
            if found["percent"] in seen or _other_time(rest):
                continue
            seen.add(found["percent"])
            percent, new, base = (
                sentence.numbers[int(index)]
                for index in (found["percent"], found["new"], found.get("size") or found["old"])
            )
            sign: Literal[1, -1] = -1 if found.get("down") else 1
            yield Change(percent, new, base, "size" in found, sign)


def _other_time(rest: str) -> bool:
    return any(word in rest for word in table("changes")["other_times"])


def _judge(article: Article, change: Change) -> Finding | None:
    percent, new, base = change.percent, change.new, change.base
    points = {base.kind, new.kind} == {"points", "count"}
    same = base.kind == new.kind and base.currency == new.currency
    sure = not any(n.approximate or n.value <= 0 for n in (percent, new, base))
    if not (same or points) or not sure or not _is_positive(change):
        return None
    low, high = change.bounds()
    # A whole unit of the last digit, for writers who cut digits off instead of rounding.
    unit = 2 * (percent.bounds()[1] - percent.value)
    if low - unit <= percent.value <= high + unit:
        return None
    if new.kind == "percent" and not change.sized:
        return _as_points(article, change)
    return _finding(article, "points-percent" if change.sized else "percent-change", change)


def _is_positive(change: Change) -> bool:
    """Whether every amount before that rounding allows is above zero."""
    least, most = change.base.bounds()
    return (change.new.bounds()[0] - most if change.sized else least) > 0


def _as_points(article: Article, change: Change) -> Finding | None:
    """A finding only when the percentage is the difference: other slips can't be told apart."""
    gap = abs(change.new.value - change.base.value)
    if gap != change.percent.value:
        return None
    told = f"{plain(gap)} percentage points"
    step = f"|{plain(change.new.value)} - {plain(change.base.value)}| = {told}"
    return _finding(article, "percentage-points", change, f"; the gap is {told}", step)


def _finding(
    article: Article, check: str, change: Change, remark: str = "", *steps: str
) -> Finding:
    new, base = change.new, change.base
    exact = shown_percent(change.exact())
    if change.sized:
        start = plain(change.start())
        before = f"{plain(new.value)} {'-' if change.sign > 0 else '+'} {plain(base.value)}"
        formula = f"{before} = {start}; {plain(base.value)} / {start} = {exact.removeprefix('-')}"
    else:
        formula = f"{plain(new.value)} / {plain(base.value)} - 1 = {exact}"
    least, most = (shown_percent(bound / _HUNDRED) for bound in change.bounds())
    rounded = f"{least} to {most} if each amount is rounded to its last sure digit"
    message = (
        f"{said(base.words)} to {said(new.words)} is {exact.removeprefix('-')}, "
        f"not {said(change.percent.words)}{remark}"
    )
    numbers = [change.percent, base, new]
    return of_numbers(check, article, message, numbers, [formula, rounded, *steps])
