"""Skeptics: who doubts, disputes, denies or criticises what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefwright.extract.clauses import clause_pieces
from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.skeptics.claim_index import ClaimIndex
from briefwright.extract.skeptics.doubt import Doubt
from briefwright.extract.skeptics.doubts import read_doubt
from briefwright.extract.skeptics.extent import target_span
from briefwright.extract.skeptics.grounds import goes_on, stated_grounds
from briefwright.extract.skeptics.parties import can_be_doubted, can_hold
from briefwright.extract.skeptics.targets import Aim, link_target
from briefwright.extract.speakers import speaker_of
from briefwright.model import Claim, Quote, Skeptic, Span, Speaker, skeptic_id

if TYPE_CHECKING:
    from spacy.tokens import Token

_FIRST_PERSON = {"i", "we", "my", "our"}
_BEFORE = {"det", "amod", "compound", "nummod"}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a doubt stands, and what is known of the article."""

    passage: Passage
    reading: Reading
    mentions: Mentions
    claims: ClaimIndex


def find_skeptics(
    reading: Reading, mentions: Mentions, claims: Sequence[Claim]
) -> tuple[Skeptic, ...]:
    """All skeptics in text order, each with the claim it addresses when the text shows which."""
    index = ClaimIndex(claims)
    found: dict[str, Skeptic] = {}
    for passage in reading.passages:
        place = _Place(passage, reading, mentions, index)
        for token in passage.doc:
            doubt = read_doubt(token, passage, reading.text)
            skeptic = _skeptic(doubt, place) if doubt is not None else None
            if skeptic is not None:
                found.setdefault(skeptic.id, skeptic)
    return tuple(sorted(_distinct(found.values()), key=lambda s: (s.cue.at, s.target.at)))


def _distinct(skeptics: Iterable[Skeptic]) -> list[Skeptic]:
    """One skeptic where one holder's words of doubt of one target overlap or stand together."""
    kept: dict[tuple[Span | None, Span], Skeptic] = {}
    for skeptic in skeptics:
        kept.setdefault((skeptic.holder.at if skeptic.holder else None, skeptic.target.at), skeptic)
    return list(kept.values())


def _skeptic(doubt: Doubt, place: _Place) -> Skeptic | None:
    passage, reading, mentions = place.passage, place.reading, place.mentions
    if not can_hold(doubt, passage, mentions) or not can_be_doubted(doubt, passage, mentions):
        return None
    text, cue = reading.text, passage.span(doubt.cue)
    span = target_span(doubt, passage, reading)
    if span is None or span.overlaps(cue):
        return None
    holder = _holder(doubt, cue, place)
    if holder is not None and holder.at.overlaps(span):
        return None
    if holder is None and (doubt.spoken or doubt.holder is not None):
        return None
    if holder is not None and holder.quote.lower().startswith("whose "):
        return None
    aim = Aim(passage, doubt.target, Quote.of(text, span), holder, doubt.spoken)
    target = link_target(aim, mentions, place.claims)
    grounds = _grounds(doubt, cue, span, holder, place)
    return Skeptic(
        id=skeptic_id(reading.article.sha256, cue, span, holder.at if holder else None),
        holder=holder,
        cue=Quote.of(text, cue),
        stance=doubt.stance,
        target=target,
        grounds=Quote.of(text, grounds) if grounds is not None else None,
    )


def _holder(doubt: Doubt, cue: Span, place: _Place) -> Speaker | None:
    """Whose doubt it is; the "I" of a quotation is whoever speaks it."""
    text, passage = place.reading.text, place.passage
    if doubt.spoken:
        claim = place.claims.spoken_around(cue)
        return claim.speaker if claim is not None else None
    if doubt.holder is None:
        return None
    if doubt.bare_holder:
        span = passage.span(_up_to(doubt.holder))
        return Speaker(quote=span.of(text), at=span, entity=None)
    holder = speaker_of(passage, doubt.holder, place.mentions, text)
    if holder.quote.lower() not in _FIRST_PERSON:
        return holder
    claim = place.claims.spoken_around(holder.at)
    if claim is None or claim.speaker is None:
        return holder
    return holder.model_copy(update={"entity": claim.speaker.entity})


def _up_to(head: Token) -> list[Token]:
    """The head with the adjectives and articles right before it."""
    first = head.i
    while first and head.doc[first - 1].head == head and head.doc[first - 1].dep_ in _BEFORE:
        first -= 1
    return list(head.doc[first : head.i + 1])


def _grounds(
    doubt: Doubt, cue: Span, target: Span, holder: Speaker | None, place: _Place
) -> Span | None:
    """Where the grounds stand: in the doubt's own sentence, or in what its holder says next."""
    head = doubt.grounds if doubt.grounds is not None else stated_grounds(doubt.cue[0])
    pieces = clause_pieces(place.passage, head, place.reading) if head is not None else []
    if pieces and not pieces[0].overlaps(target) and not pieces[0].overlaps(cue):
        return pieces[0]
    if holder is None or doubt.cue[-1].dep_ == "pobj":  # "asked about his criticism, he said"
        return None
    text, end = place.reading.text, max(cue.end, target.end)
    spoken = place.claims.spoken_around(cue) is not None  # what else he says is no reason
    main = doubt.cue[0].pos_ in {"VERB", "AUX"} and doubt.cue[0].tag_ != "VBG" and not spoken
    said = place.claims.said_next(end, holder, cue, text, after=main)
    return said if said is not None and goes_on(text[end : said.start]) else None
