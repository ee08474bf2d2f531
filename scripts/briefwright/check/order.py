"""Events and effects whose dates do not go with the publication date or with their cause."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from briefwright.check.noticed import noticed, said
from briefwright.model import Article, DateExpression, Facts, Finding

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# Publication may lie a day before or after in another time zone.
_ZONES = dt.timedelta(days=1)


def order(article: Article, facts: Facts) -> Iterator[Finding]:
    """`event-date` and `cause-order`."""
    dates = {date.id: date for date in facts.dates if not date.rejected}
    if article.published:
        issued = dt.date.fromisoformat(article.published)
        for event in facts.timeline:
            date = dates.get(event.date or "")
            day = _day(date)
            if event.rejected or date is None or day is None or date.basis != "explicit":
                continue
            words = f"{said(date.quote)} ({day.isoformat()})"
            if event.status == "past" and day > issued + _ZONES:
                message = f"{words} is told as past; the article is of {issued.isoformat()}"
                working = [f"{day.isoformat()} > {issued.isoformat()}"]
                yield noticed("event-date", article, message, [event, date], working=working)
            if event.status == "scheduled" and day < issued - _ZONES:
                message = f"{words} is told as ahead; the article is of {issued.isoformat()}"
                working = [f"{day.isoformat()} < {issued.isoformat()}"]
                yield noticed("event-date", article, message, [event, date], working=working)
    yield from _causes(article, facts, dates)


def _causes(article: Article, facts: Facts, dates: dict[str, DateExpression]) -> Iterator[Finding]:
    for effect in facts.market_effects:
        date = dates.get(effect.date or "")
        moved = _day(date)
        if effect.rejected or effect.cause is None or date is None or moved is None:
            continue
        inside = [d for d in dates.values() if effect.cause.at.contains(d.at)]
        causes = [(d, day) for d in inside if (day := _day(d)) is not None]
        if len(causes) != 1 or causes[0][0].id == date.id:
            continue
        ((cause, day),) = causes
        if moved < day:
            message = (
                f"the move is dated {said(date.quote)} ({moved.isoformat()}), its cause "
                f"{said(cause.quote)} ({day.isoformat()})"
            )
            working = [f"{moved.isoformat()} < {day.isoformat()}"]
            yield noticed("cause-order", article, message, [effect, date, cause], working=working)


def _day(date: DateExpression | None) -> dt.date | None:
    """The day, when the value is one whole day of the calendar."""
    if date is None or date.value is None or not _DAY.fullmatch(date.value[:10]):
        return None
    try:
        return dt.date.fromisoformat(date.value[:10])
    except ValueError:
        return None
