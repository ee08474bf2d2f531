"""Claims: who said what, how, and how far away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.compose import words
from briefwright.compose.links import Links, Ref
from briefwright.compose.source import QUOTE_MARKS, Source
from briefwright.model import Claim, Speaker

UNATTRIBUTED = "not attributed"


# By these an article calls a speaker whom it has just named: "Anna Berg, who said ...".
RELATIVES = {"who", "which", "that"}


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks or doubts.

    Attributes:
        name: the entity's name, or the article's words when there is none or it was rejected.
        called: the article's words here, when they are not the name ("He").
        role: the article's words for who it is.
        named: whether the article says who it is.
        heading: the name, with the word that marks an unnamed source.
    """

    name: str
    called: str | None
    role: str | None
    named: bool
    heading: str


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim; `pieces` are the article's exact words, more than one when interrupted.

    The pieces of a `quoted` claim stand without the article's own quotation marks.
    """

    ref: Ref
    number: int
    voice: Voice
    cue: str | None
    pieces: tuple[str, ...]
    form: str
    certainty: str
    depth: str
    quoted: bool
    claim: Claim


def voice(source: Source, speaker: Speaker | None) -> Voice:
    """The speaker in the words of the article.

    One whose entity a person rejected stays a named one, as for the check `unnamed-source`.
    """
    if speaker is None:
        return Voice(UNATTRIBUTED, None, None, named=False, heading=UNATTRIBUTED)
    entity = source.speaker(speaker)
    if entity is None:
        named = speaker.entity is not None
        heading = speaker.quote if named else f"{speaker.quote} (unnamed)"
        return Voice(speaker.quote, None, None, named=named, heading=heading)
    told = speaker.quote == entity.name or speaker.quote.lower() in RELATIVES
    called = None if told else speaker.quote
    return Voice(entity.name, called, entity.role, named=True, heading=entity.name)


def claim_lines(sources: Sequence[Source], links: Links) -> list[ClaimLine]:
    """Every claim in the order of the texts, numbered through."""
    claims = [(source, claim) for source in sources for claim in in_text_order(source)]
    return [_line(source, claim, number, links) for number, (source, claim) in enumerate(claims, 1)]


def in_text_order(source: Source) -> list[Claim]:
    """The source's claims by where their words start."""
    return sorted(source.facts.claims, key=lambda claim: claim.content[0].at)


def _line(source: Source, claim: Claim, number: int, links: Links) -> ClaimLine:
    return ClaimLine(
        ref=links.ref(source, claim),
        number=number,
        voice=voice(source, claim.speaker),
        cue=claim.cue.quote if claim.cue else None,
        pieces=tuple(piece.quote.strip(QUOTE_MARKS) for piece in claim.content)
        if claim.form == "direct"
        else tuple(piece.quote for piece in claim.content),
        form=words.FORM[claim.form],
        certainty=words.CERTAINTY[claim.certainty],
        depth=words.depth(claim.depth),
        quoted=claim.form == "direct",
        claim=claim,
    )
