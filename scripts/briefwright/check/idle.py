"""Which checks had nothing to work on: what they found nothing in says nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefwright.check.arithmetic import conversions
from briefwright.check.changes import changes_of
from briefwright.check.numbers import measured
from briefwright.check.parts import has_part
from briefwright.check.people import has_birth
from briefwright.check.roles import offices_held
from briefwright.check.scale import has_conversion
from briefwright.check.tolls import first_tolls
from briefwright.check.weekdays import has_weekday
from briefwright.model import Article, Facts

Pair = tuple[Article, Facts]
_TWO = 2


def idle(articles: Sequence[Pair]) -> list[str]:
    """The ids of the checks that found nothing to compare in `articles`."""
    had = Counter(name for pair in articles for name in _material(*pair))
    wanted = {
        "exchange-rate": had["conversion"] >= _TWO,
        "conversion-scale": had["conversion"] > 0,
        "percent-change": had["change"] > 0,
        "points-percent": had["sized"] > 0,
        "part-over-whole": had["part"] > 0,
        "unit-conversion": had["unit"] > 0,
        "weekday": had["weekday"] > 0,
        "event-date": had["dated"] > 0,
        "cause-order": had["cause"] > 0,
        "age-birth-year": had["birth"] > 0,
        "two-values": had["toll"] + had["move"] >= _TWO,
        "roles-differ": had["office"] >= _TWO,
        "quote-differs": had["quotation"] >= _TWO,
        "headline-claim": had["title"] > 0,
    }
    return [check for check, worked in wanted.items() if not worked]


def _material(article: Article, facts: Facts) -> list[str]:
    """A word for each thing that a check could look at."""
    had = ["conversion" for _ in conversions(article, facts)]
    for sentence in measured(article, facts):
        had += ["sized" if change.sized else "change" for change in changes_of(sentence)]
        had += ["part"] * has_part(sentence) + ["unit"] * has_conversion(sentence)
    days = {date.id for date in facts.dates if date.basis == "explicit"}
    had += ["weekday"] * has_weekday(article) + ["birth"] * has_birth(article)
    had += ["dated" for event in facts.timeline if event.date in days and article.published]
    had += ["cause" for effect in facts.market_effects if effect.cause and effect.date]
    had += ["toll" for _ in first_tolls(article, facts)]
    had += ["move" for effect in facts.market_effects if effect.date and effect.change]
    had += ["office" for entity in facts.entities for _ in offices_held(article, entity)]
    had += ["quotation" for claim in facts.claims if claim.form == "direct" and claim.speaker]
    return had + ["title"] * (article.title is not None)
