"""Key points: exact words of the article, chosen by rule and never written by the program.

The rule: at most two market effects whose size is given, one doubt (a named skeptic's before an
unnamed one's), and claims to fill `MOST` places: first what named speakers said at first hand in
quotation marks, then their other first-hand claims, one claim for each speaker before a second
one for any. They stand in the order of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.compose.claims import RELATIVES, ClaimLine
from briefwright.compose.escape import SafeMarkdown
from briefwright.compose.links import Ref
from briefwright.compose.market import EffectLine
from briefwright.compose.skeptics import SkepticLine
from briefwright.compose.source import Source
from briefwright.model import Claim, Span, Speaker

MOST = 6
MOST_EFFECTS = 2
MOST_DOUBTS = 1
# Longer extracts are no points any more; 320 characters are two long newspaper sentences.
LONGEST = 320
# One quoted word ("Obviously.") says nothing without its paragraph.
FEWEST_WORDS = 3
RULE = (
    "Exact extracts, chosen by rule: market moves with a stated size, a doubt, and what named "
    "speakers said at first hand."
)


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One extract with the line of the brief that it leads to."""

    ref: Ref
    anchor: SafeMarkdown
    label: str
    extract: str
    at: tuple[int, Span]


def key_points(
    sources: Sequence[Source],
    claims: Sequence[ClaimLine],
    skeptics: Sequence[SkepticLine],
    effects: Sequence[EffectLine],
) -> list[KeyPoint]:
    """The chosen extracts in the order of the texts."""
    order = {source.article.id: (n, source) for n, source in enumerate(sources)}
    sized = [effect for effect in effects if effect.sizes][:MOST_EFFECTS]
    doubts = sorted(skeptics, key=lambda line: not line.voice.named)[:MOST_DOUBTS]
    room = MOST - len(sized) - len(doubts)
    points = [
        *(_of_effect(*order[line.ref.article], line) for line in sized),
        *(_of_skeptic(*order[line.ref.article], line) for line in doubts),
        *(_of_claim(*order[line.ref.article], line) for line in _ranked(claims)[:room]),
    ]
    shown = [p for p in points if order[p.ref.article][1].visible(p.at[1])]
    return sorted(shown, key=lambda point: point.at)


def _ranked(claims: Sequence[ClaimLine]) -> list[ClaimLine]:
    fit = [
        line
        for line in claims
        if line.voice.named
        and line.claim.depth == 1
        and sum(len(piece.split()) for piece in line.pieces) >= FEWEST_WORDS
    ]
    by_form = sorted(fit, key=lambda line: line.claim.form != "direct")
    turns: dict[str, int] = {}
    ranked: list[tuple[int, ClaimLine]] = []
    for line in by_form:
        turns[line.voice.name] = turns.get(line.voice.name, 0) + 1
        ranked.append((turns[line.voice.name], line))
    return [line for _, line in sorted(ranked, key=lambda pair: pair[0])]


def _of_claim(number: int, source: Source, line: ClaimLine) -> KeyPoint:
    span = _sentence(source, line.claim)
    return _point(number, source, line.ref, f"Claim {line.number}", span)


def _sentence(source: Source, claim: Claim) -> Span:
    """Speaker, cue and content together where they stand close; else the content alone."""
    content = Span.cover(piece.at for piece in claim.content)
    parts = [claim.cue.at] if claim.cue else []
    if claim.speaker:
        parts.append(_with_name(source, claim.speaker))
    whole = Span.cover([content, *parts])
    block = source.block_of(content)
    if block and block.span.contains(whole) and len(whole) <= LONGEST:
        return whole
    return content if len(content) <= LONGEST else claim.content[0].at


def _with_name(source: Source, speaker: Speaker) -> Span:
    """The speaker's words, with the name before a "who", which alone names nobody."""
    entity = source.speaker(speaker)
    if entity is None or speaker.quote.lower() not in RELATIVES:
        return speaker.at
    before = [name for name in entity.mentions if name.end <= speaker.at.start]
    return Span.cover([max(before, default=speaker.at), speaker.at])


def _of_effect(number: int, source: Source, line: EffectLine) -> KeyPoint:
    effect = line.effect
    converted = {size.figure.id for size in line.sizes}
    figures = [
        figure.at
        for figure in source.facts.figures
        if figure.id in effect.change or figure.converts in converted
    ]
    whole = Span.cover([effect.instrument.at, effect.cue.at, *figures])
    span = whole if len(whole) <= LONGEST else effect.at
    return _point(number, source, line.ref, "Market effect", span)


def _of_skeptic(number: int, source: Source, line: SkepticLine) -> KeyPoint:
    return _point(number, source, line.ref, f"Doubt {line.number}", line.at)


def _point(number: int, source: Source, ref: Ref, label: str, span: Span) -> KeyPoint:
    return KeyPoint(
        ref=ref,
        anchor=SafeMarkdown(f"key-{ref.anchor}"),
        label=label,
        extract=source.words(source.widen(span)),
        at=(number, span),
    )
