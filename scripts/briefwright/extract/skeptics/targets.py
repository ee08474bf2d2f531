"""What a doubt is aimed at: the words, the entity behind them, and the claim when it is sure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.tables import table
from briefwright.model import Claim, Span, Target

if TYPE_CHECKING:
    from spacy.tokens import Token

# An anaphor such as "this assertion" reaches back a sentence or two, not further.
REACH = 700


def link_target(
    passage: Passage,
    head: Token,
    span: Span,
    reading: Reading,
    mentions: Mentions,
    claims: Sequence[Claim],
) -> Target:
    """The target at `span`; its claim only when grammar leaves one candidate."""
    claim = _claim_of(passage, head, span, mentions, claims)
    return Target(
        quote=span.of(reading.text),
        at=span,
        claim=claim.id if claim else None,
        entity=_entity_of(passage, head, span, mentions, claim),
    )


def _claim_of(
    passage: Passage, head: Token, span: Span, mentions: Mentions, claims: Sequence[Claim]
) -> Claim | None:
    for claim in claims:  # "her claim that ...": the noun itself reports the claim
        if claim.cue is not None and span.contains(claim.cue.at):
            return claim
    earlier = [
        c
        for c in claims
        if c.content[-1].at.end <= span.start and span.start - c.content[-1].at.end <= REACH
    ]
    nouns = table("doubt")["claim_nouns"]
    if head.lower_ not in nouns or head.tag_ == "NNS":
        return None
    determiner = next((c for c in head.children if c.dep_ == "det"), None)
    owner = next((c for c in head.children if c.dep_ == "poss"), None)
    if owner is not None:
        entity = mentions.resolve(passage, owner)
        own = [c for c in earlier if entity and c.speaker and c.speaker.entity == entity.id]
        return max(own, key=lambda c: c.content[-1].at.end) if own else None
    modified = any(c.dep_ in {"amod", "compound", "prep", "acl", "relcl"} for c in head.children)
    if determiner is not None and determiner.lower_ in {"this", "that", "the"} and not modified:
        return max(earlier, key=lambda c: c.content[-1].at.end) if earlier else None
    return None


def _entity_of(
    passage: Passage, head: Token, span: Span, mentions: Mentions, claim: Claim | None
) -> str | None:
    owner = next((c for c in head.children if c.dep_ == "poss"), None)
    if owner is not None and (owned := mentions.resolve(passage, owner)):
        return owned.id
    own = mentions.resolve(passage, head)
    if own is not None:
        return own.id
    if claim is not None and claim.speaker is not None:
        return claim.speaker.entity
    by = [e for e in mentions.inside(span) if e.type in {"person", "company", "organization"}]
    return by[-1].id if len(by) == 1 else None
