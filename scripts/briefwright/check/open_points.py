"""What an article leaves open that its facts show: pronouns, dates, units, sources, answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefwright.check.noticed import counted, listed, noticed, said
from briefwright.check.tables import table
from briefwright.extract.placed import Placed
from briefwright.model import (
    Article,
    Claim,
    Facts,
    Finding,
    Skeptic,
    Span,
    Speaker,
)
from briefwright.model.sentences import sentences

# What can answer.
_SPEAKERS = frozenset({"person", "company", "organization"})
_UNITLESS = re.compile(r"[\d.,\s]*\d")


def open_points(article: Article, facts: Facts) -> Iterator[Finding]:
    """The checks on single facts of one article."""
    yield from _pronouns(article, facts)
    yield from counted(
        "hedged-claim",
        article,
        [c for c in facts.claims if c.certainty in {"hedged", "projected"} and not c.rejected],
        "{} told as uncertain or about the future.",
        ("claim is", "claims are"),
    )
    yield from counted(
        "undated-event",
        article,
        [e for e in facts.timeline if e.date is None and not e.rejected],
        "{} no date in the article.",
        ("event has", "events have"),
    )
    yield from _figures(article, facts)
    yield from _unanswered(article, facts)


def _pronouns(article: Article, facts: Facts) -> Iterator[Finding]:
    """One finding for each pronoun, with everything that is attributed to it."""
    voiced: list[tuple[Claim | Skeptic, Speaker | None]] = [
        *((claim, claim.speaker) for claim in facts.claims),
        *((doubt, doubt.holder) for doubt in facts.skeptics),
    ]
    found: dict[str, list[tuple[Claim | Skeptic, Speaker]]] = {}
    for fact, who in voiced:
        if who and who.entity is None and is_pronoun(who.quote) and not fact.rejected:
            found.setdefault(who.quote.casefold(), []).append((fact, who))
    for told in found.values():
        about, spans = [fact for fact, _ in told], [who.at for _, who in told]
        message = f"{said(told[0][1].quote)}: who that is was not found in the text."
        yield noticed("unresolved-pronoun", article, message, about, spans=spans)


def is_pronoun(words: str) -> bool:
    """Whether a speaker is told by a pronoun alone."""
    return words.casefold() in table("pronouns")["speakers"]


def _figures(article: Article, facts: Facts) -> Iterator[Finding]:
    figures = [figure for figure in facts.figures if not figure.rejected]
    bare = [f for f in figures if f.kind == "count" and _UNITLESS.fullmatch(f.quote)]
    yield from counted(
        "figure-without-unit", article, bare,
        "{} not followed by what is counted.", ("figure is", "figures are"),
    )  # fmt: skip
    dates = [date for date in facts.dates if not date.rejected and date.type != "DURATION"]
    days = Placed(dates, lambda date: date.at)
    places = Placed(sentences(article), lambda sentence: sentence)
    tied = {n for effect in facts.market_effects if effect.date for n in effect.change}
    undated = [
        f
        for f in figures
        if f.id not in tied and not any(days.overlapping(s) for s in places.overlapping(f.at))
    ]
    yield from counted(
        "undated-figure", article, undated,
        "{} in a sentence without a date: as of when can't be told from it.",
        ("figure stands", "figures stand"),
    )  # fmt: skip


def _unanswered(article: Article, facts: Facts) -> Iterator[Finding]:
    """One finding for each one who is doubted and says nothing after the doubt."""
    claims = {claim.id: claim for claim in facts.claims if not claim.rejected}
    names = {e.id: e.name for e in facts.entities if e.type in _SPEAKERS and not e.rejected}
    open_ones: dict[str, list[Skeptic]] = {}
    for doubt in facts.skeptics:
        claim = claims.get(doubt.target.claim or "")
        who = claim.speaker.entity if claim and claim.speaker else doubt.target.entity
        holder = doubt.holder.entity if doubt.holder else None
        if doubt.rejected or who not in names or who == holder:
            continue
        if not any(_after(c, doubt.cue.at) for c in claims.values() if _by(c, who)):
            open_ones.setdefault(str(who), []).append(doubt)
    for who, doubts in open_ones.items():
        cues = listed(list(dict.fromkeys(said(doubt.cue.quote) for doubt in doubts)))
        message = f"{names[who]}: the article has no answer to {cues}."
        yield noticed("unanswered-doubt", article, message, doubts)


def _by(claim: Claim, who: str) -> bool:
    return claim.speaker is not None and claim.speaker.entity == who and not claim.rejected


def _after(claim: Claim, place: Span) -> bool:
    return claim.content[0].at.start > place.end
