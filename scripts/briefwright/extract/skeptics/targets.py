"""What a doubt is aimed at: the words, the entity behind them, and the claim when it is sure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.placed import Placed
from briefwright.extract.reading import Passage
from briefwright.extract.syntax import child_of
from briefwright.extract.tables import table
from briefwright.model import Claim, Quote, Span, Target

if TYPE_CHECKING:
    from spacy.tokens import Token

# An anaphor such as "this assertion" reaches back a sentence or two, not further.
REACH = 700
_OWNERS = {"person", "company", "organization"}


class ClaimIndex:
    """The article's claims, found by place; of several the first in the order of the text."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        numbered = list(enumerate(claims))
        self._cues = Placed(
            [(c.cue.at, n, c) for n, c in numbered if c.cue is not None], lambda placed: placed[0]
        )
        self._pieces = Placed(
            [(p.at, n, c) for n, c in numbered for p in c.content], lambda placed: placed[0]
        )
        self._ends = Placed(
            [(c.content[-1].at, n, c) for n, c in numbered], lambda placed: placed[0]
        )

    def reported_in(self, span: Span) -> Claim | None:
        """The claim whose reporting words lie inside `span`."""
        found = self._cues.inside(span)
        return min(found, key=lambda placed: placed[1])[2] if found else None

    def spoken_around(self, span: Span) -> Claim | None:
        """The claim with a speaker in whose content `span` lies."""
        around = [p for p in self._pieces.overlapping(span) if p[0].contains(span)]
        found = [p for p in around if p[2].speaker is not None]
        return min(found, key=lambda placed: placed[1])[2] if found else None

    def last_before(self, position: int, speaker: str | None = None) -> Claim | None:
        """The last claim, or the speaker's last, that ends within reach before `position`."""
        if position == 0:
            return None
        near = self._ends.overlapping(Span(max(0, position - REACH - 1), position))
        earlier = [p for p in near if position - REACH <= p[0].end <= position]
        if speaker is not None:
            earlier = [p for p in earlier if p[2].speaker and p[2].speaker.entity == speaker]
        found = min(earlier, key=lambda placed: (-placed[0].end, placed[1]), default=None)
        return found[2] if found else None


def link_target(
    passage: Passage, head: Token, words: Quote, mentions: Mentions, claims: ClaimIndex
) -> Target:
    """The target with these words; its claim only when grammar leaves one candidate."""
    claim = _claim_of(passage, head, words.at, mentions, claims)
    entity = _entity_of(passage, head, mentions)
    if entity is None and claim is not None and claim.speaker is not None:
        entity = claim.speaker.entity
    elif entity is None:
        entity = _only_name(words.at, mentions)
    return Target(quote=words.quote, at=words.at, claim=claim.id if claim else None, entity=entity)


def _claim_of(
    passage: Passage, head: Token, span: Span, mentions: Mentions, claims: ClaimIndex
) -> Claim | None:
    reported = claims.reported_in(span)
    if reported is not None:  # "her claim that ...": the noun itself reports the claim
        return reported
    if head.lower_ not in table("doubt")["claim_nouns"] or head.tag_ == "NNS":
        return None
    owner, determiner = child_of(head, "poss"), child_of(head, "det")
    if owner is not None:
        entity = mentions.resolve(passage, owner)
        return claims.last_before(span.start, entity.id) if entity else None
    modified = child_of(head, "amod", "compound", "prep", "acl", "relcl") is not None
    pointed = determiner is not None and determiner.lower_ in {"this", "that", "the"}
    return claims.last_before(span.start) if pointed and not modified else None


def _entity_of(passage: Passage, head: Token, mentions: Mentions) -> str | None:
    """Whose words they are, or what they name."""
    owner = child_of(head, "poss")
    found = mentions.resolve(passage, owner) if owner is not None else None
    found = found or mentions.resolve(passage, head)
    return found.id if found is not None else None


def _only_name(span: Span, mentions: Mentions) -> str | None:
    """The one person or organisation named inside `span`."""
    named = [e for e in mentions.inside(span) if e.type in _OWNERS]
    return named[0].id if len(named) == 1 else None
