"""Skeptics: who doubts, disputes, denies or criticises what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefwright.extract.clauses import clause_pieces, tidy
from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.skeptics.doubt import Doubt
from briefwright.extract.skeptics.doubts import read_doubt
from briefwright.extract.skeptics.targets import ClaimIndex, link_target
from briefwright.extract.speakers import speaker_of
from briefwright.extract.syntax import phrase_span, phrase_tokens
from briefwright.model import Claim, Quote, Skeptic, Span, Speaker, skeptic_id

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_skeptics(
    reading: Reading, mentions: Mentions, claims: Sequence[Claim]
) -> tuple[Skeptic, ...]:
    """All skeptics in text order, each with the claim it addresses when the text shows which."""
    index = ClaimIndex(claims)
    found: dict[str, Skeptic] = {}
    for passage in reading.passages:
        for token in passage.doc:
            doubt = read_doubt(token)
            if doubt is None:
                continue
            skeptic = _skeptic(passage, doubt, reading, mentions, index)
            if skeptic is not None:
                found.setdefault(skeptic.id, skeptic)
    return tuple(sorted(found.values(), key=lambda s: (s.cue.at, s.target.at)))


def _skeptic(
    passage: Passage, doubt: Doubt, reading: Reading, mentions: Mentions, claims: ClaimIndex
) -> Skeptic | None:
    text = reading.text
    cue = passage.span(doubt.cue)
    span = _target_span(passage, doubt.target, reading)
    if span is None or span.overlaps(cue):
        return None
    holder = speaker_of(passage, doubt.holder, mentions, text) if doubt.holder is not None else None
    if holder is not None and holder.quote.lower() in {"i", "we"}:
        holder = _first_person(holder, claims)
    if holder is not None and holder.at.overlaps(span):
        return None
    target = link_target(passage, doubt.target, Quote.of(text, span), mentions, claims)
    grounds = clause_pieces(passage, doubt.grounds, reading) if doubt.grounds is not None else []
    return Skeptic(
        id=skeptic_id(reading.article.sha256, cue, span, holder.at if holder else None),
        holder=holder,
        cue=Quote.of(text, cue),
        stance=doubt.stance,
        target=target,
        grounds=Quote.of(text, grounds[0]) if grounds else None,
    )


def _first_person(holder: Speaker, claims: ClaimIndex) -> Speaker:
    """The holder with the entity of whoever speaks: "I" inside a quotation."""
    claim = claims.spoken_around(holder.at)
    if claim is None or claim.speaker is None:
        return holder
    return holder.model_copy(update={"entity": claim.speaker.entity})


def _target_span(passage: Passage, head: Token, reading: Reading) -> Span | None:
    if head.dep_ in {"ccomp", "xcomp", "pcomp", "acl"}:
        pieces = clause_pieces(passage, head, reading)
        return pieces[0] if pieces else None
    if head.i in passage.masks:
        return passage.masks[head.i].inner
    # "some of the claims made by DeepSeek": the part before "of" is a pronoun or a quantity.
    tokens = list(phrase_tokens(head))
    return tidy(passage, tokens, reading) or phrase_span(passage, head)
