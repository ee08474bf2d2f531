"""What an article leaves open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from briefwright.check.noticed import listed, noticed, said
from briefwright.check.open_points import is_pronoun
from briefwright.model import (
    Article,
    Claim,
    DateExpression,
    Facts,
    Finding,
    MarketEffect,
    Skeptic,
    Span,
)


def unknowns(article: Article, facts: Facts) -> Iterator[Finding]:
    """The checks on sources, doubts, market moves and dates that say what can't be known."""
    yield from _unnamed_sources(article, facts)
    for skeptic in facts.skeptics:
        if skeptic.holder is None and not skeptic.rejected:
            message = f"{said(skeptic.cue.quote)}: the article does not say who doubts."
            yield noticed("unattributed-doubt", article, message, [skeptic])
    for effect in facts.market_effects:
        if not effect.rejected:
            yield from _market(article, facts, effect)
    yield from _dates(article, [d for d in facts.dates if not d.rejected])


def _unnamed_sources(article: Article, facts: Facts) -> Iterator[Finding]:
    """One finding for each wording, with everything that is attributed to it."""
    voices: dict[str, list[tuple[Claim | Skeptic, Span]]] = defaultdict(list)
    for claim in facts.claims:
        if claim.rejected:
            continue
        if claim.speaker is not None and claim.speaker.entity is None:
            if is_pronoun(claim.speaker.quote):  # `unresolved-pronoun` tells of it
                continue
            voices[claim.speaker.quote].append((claim, claim.speaker.at))
        elif claim.speaker is None and claim.cue is not None:
            voices[claim.cue.quote].append((claim, claim.cue.at))
        elif (reports := _reports_before(article, claim)) is not None:
            voices[reports.of(article.text)].append((claim, reports))
    for skeptic in facts.skeptics:
        holder = skeptic.holder
        if holder is None or holder.entity is not None or skeptic.rejected:
            continue
        if not is_pronoun(holder.quote):
            voices[holder.quote].append((skeptic, holder.at))
    for words, found in voices.items():
        about = [fact for fact, _ in found]
        claims = sum(isinstance(fact, Claim) for fact in about)
        what = listed(
            [
                _count(n, word)
                for n, word in ((claims, "claim"), (len(about) - claims, "doubt"))
                if n
            ]
        )
        rests = "rests" if len(about) == 1 else "rest"
        message = f"The article names nobody behind {said(words)}; {what} {rests} on it."
        yield noticed("unnamed-source", article, message, about, spans=[s for _, s in found])


def _reports_before(article: Article, claim: Claim) -> Span | None:
    """The reports that a named speaker passes on, right before the cue of a claim at depth 2."""
    if claim.depth == 1 or claim.cue is None:
        return None
    before = article.text[: claim.cue.at.start].rstrip()
    for noun in _report_nouns():
        start = len(before) - len(noun)
        if before.lower().endswith(noun) and not before[start - 1 : start].isalnum():
            return Span(start, len(before))
    return None


@cache
def _report_nouns() -> tuple[str, ...]:
    """The nouns of `report_nouns.txt`, the longest first."""
    text = files(__package__).joinpath("report_nouns.txt").read_text(encoding="utf-8")
    nouns = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(sorted(nouns, key=len, reverse=True))


def _market(article: Article, facts: Facts, effect: MarketEffect) -> Iterator[Finding]:
    name, cue = said(effect.instrument.quote), said(effect.cue.quote)
    if not effect.change and effect.direction not in {"flat", "closed"}:
        missing = "size" if effect.direction else "direction or size"
        yield noticed(
            "change-without-size",
            article,
            f"{name}, {cue}: the article gives no {missing}.",
            [effect],
        )
    changes = [figure for figure in facts.figures if figure.id in effect.change]
    percents = [figure for figure in changes if figure.kind == "percent"]
    if effect.measure == "index" and percents and not _has_level(facts, effect):
        amounts = listed([said(figure.quote) for figure in percents])
        message = f"{name}, {amounts}: the article gives no index level."
        yield noticed("percent-without-level", article, message, [effect, *percents])


def _has_level(facts: Facts, effect: MarketEffect) -> bool:
    """Whether points are given with the move, so that the level can be worked out."""
    return any(
        figure.kind in {"points", "count"}
        and (figure.id in effect.change or effect.at.contains(figure.at))
        for figure in facts.figures
    )


def _dates(article: Article, dates: list[DateExpression]) -> Iterator[Finding]:
    """One finding for all, as without a publication date there are many."""
    open_ones = [d for d in dates if d.basis == "unresolved" and d.type in {"DATE", "TIME"}]
    if open_ones:
        words = listed(list(dict.fromkeys(said(d.quote) for d in open_ones)))
        why = "" if article.published else " without a publication date"
        message = f"{words} can't be resolved to a date{why}."
        yield noticed("unresolved-date", article, message, open_ones)


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
