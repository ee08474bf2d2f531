"""The engine: one reading of the article, then one function for each kind of fact."""

from __future__ import annotations

from collections.abc import Sequence

from briefwright.errors import EngineError
from briefwright.extract.claims import find_claims
from briefwright.extract.claims.interview import find_turns
from briefwright.extract.dates import find_dates
from briefwright.extract.dates.references import REFERENCES
from briefwright.extract.entities import find_entities
from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.figures import find_figures
from briefwright.extract.market import find_market_effects
from briefwright.extract.reading import Reading, read
from briefwright.extract.settings import ExtractSettings
from briefwright.extract.skeptics import find_skeptics
from briefwright.extract.timeline import find_timeline
from briefwright.model import Article, DateExpression, Facts, Figure


def run(article: Article, settings: ExtractSettings | None = None) -> Facts:
    """The facts of `article`; see `briefwright.extract.extract`.

    Raises:
        EngineError: E001 when the pipeline is missing, E002 when the text is too long.
    """
    chosen = settings or ExtractSettings()
    if len(article.text) > chosen.max_chars:
        raise EngineError(
            "E002",
            at=article.id,
            saw=f"{len(article.text):,} characters",
            wanted=f"at most {chosen.max_chars:,}",
            fix="split the article, or raise extract.max_chars in briefwright.yml",
        )
    return facts_of(read(article, chosen.pipeline), attitudes=chosen.attitudes)


def facts_of(reading: Reading, *, attitudes: bool = False) -> Facts:
    """The facts that the rules find in a parsed article; see `ExtractSettings.attitudes`."""
    dates = find_dates(reading)
    figures = find_figures(reading)
    mentions = mentions_of(reading, dates, figures)
    placed = [date for date in dates if date.value not in REFERENCES]  # "now" dates nothing
    turns = find_turns(reading, mentions)
    claims = find_claims(reading, mentions, turns, attitudes=attitudes)
    return Facts.of(
        reading.article,
        entities=tuple(mentions.entities.values()),
        dates=dates,
        figures=figures,
        claims=claims,
        skeptics=find_skeptics(reading, mentions, claims),
        timeline=find_timeline(reading, mentions, placed),
        market_effects=find_market_effects(reading, mentions, placed, figures),
    )


def mentions_of(
    reading: Reading, dates: Sequence[DateExpression], figures: Sequence[Figure]
) -> Mentions:
    """The entities of a parsed article, none of them on the words of a date or an amount."""
    amounts = (f.at for f in figures if f.kind != "count")  # "500 Norvane staff" names Norvane
    entities = find_entities(reading, [*(d.at for d in dates), *amounts])
    return Mentions(reading, entities)
