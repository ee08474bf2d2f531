"""The engine: one reading of the article, then one function for each kind of fact."""

from __future__ import annotations

from briefwright.errors import EngineError
from briefwright.extract.claims import find_claims
from briefwright.extract.claims.interview import find_turns
from briefwright.extract.dates import find_dates
from briefwright.extract.entities import find_entities
from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.figures import find_figures
from briefwright.extract.market import find_market_effects
from briefwright.extract.reading import Reading, read
from briefwright.extract.settings import ExtractSettings
from briefwright.extract.skeptics import find_skeptics
from briefwright.extract.timeline import find_timeline
from briefwright.model import Article, Facts


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
    return facts_of(read(article, chosen.pipeline))


def facts_of(reading: Reading) -> Facts:
    """The facts that the rules find in a parsed article."""
    dates = find_dates(reading)
    figures = find_figures(reading)
    amounts = (f.at for f in figures if f.kind != "count")  # "500 Norvane staff" names Norvane
    entities = find_entities(reading, [*(d.at for d in dates), *amounts])
    mentions = Mentions(reading, entities)
    claims = find_claims(reading, mentions, find_turns(reading, mentions))
    return Facts.of(
        reading.article,
        entities=entities,
        dates=dates,
        figures=figures,
        claims=claims,
        skeptics=find_skeptics(reading, mentions, claims),
        timeline=find_timeline(reading, mentions, dates),
        market_effects=find_market_effects(reading, mentions, dates, figures),
    )
