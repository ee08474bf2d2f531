"""What a doubt is aimed at: the words, the entity behind them, and the claim when it is sure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.reading import Passage
from briefwright.extract.skeptics.claim_index import NOUN_REACH, PRONOUN_REACH, REACH, ClaimIndex
from briefwright.extract.skeptics.doubt import told
from briefwright.extract.syntax import child_of
from briefwright.model import Claim, Quote, Speaker, Target

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWNERS = {"person", "company", "organization"}
_PRONOUNS = {"it", "this", "that"}
_DETERMINERS = {"this", "that", "the", "these", "those"}
_MODIFIERS = ("nmod", "amod", "compound", "nummod", "prep", "acl", "relcl")


@dataclass(frozen=True, slots=True)
class Aim:
    """The words of a doubt's target and who doubts them.

    Attributes:
        passage: where the target stands.
        head: its main word.
        words: all of it.
        holder: whose doubt it is; what he says himself he does not doubt.
        spoken: the doubt is all that is said ("That's not true"), so its pronoun may mean anything.
    """

    passage: Passage
    head: Token
    words: Quote
    holder: Speaker | None
    spoken: bool


def link_target(aim: Aim, mentions: Mentions, claims: ClaimIndex) -> Target:
    """The target with its claim, which it has only when grammar leaves one candidate."""
    claim = _claim_of(aim, mentions, claims)
    entity = _entity_of(aim.passage, aim.head, mentions)
    if entity is None and claim is not None and claim.speaker is not None:
        entity = claim.speaker.entity
    elif entity is None:
        entity = _only_name(aim.words, mentions)
    if aim.holder is not None and entity == aim.holder.entity:
        entity = None
    words = aim.words
    return Target(quote=words.quote, at=words.at, claim=claim.id if claim else None, entity=entity)


def _claim_of(aim: Aim, mentions: Mentions, claims: ClaimIndex) -> Claim | None:
    head, words, start = aim.head, aim.words, aim.words.at.start
    reported = claims.reported_in(words.at, but=aim.holder)
    if (
        reported is not None and head.pos_ == "NOUN"
    ):  # "her claim that ...": the noun itself reports the claim
        return reported
    if head.lower_ in _PRONOUNS and words.quote.lower() == head.lower_:
        if aim.spoken:
            return None
        return claims.last_before(start, reach=PRONOUN_REACH, but=aim.holder)
    if not told(head, "claim_nouns"):
        return claims.in_the_words(words, aim.holder)
    owner, first = child_of(head, "poss"), words.quote.split()[0].lower()
    modified = child_of(head, *_MODIFIERS) is not None
    if owner is not None:
        entity = mentions.resolve(aim.passage, owner)
        if entity is None:
            return None
        if modified:  # "her claim of losses": only what she said about it
            return claims.about(words, entity.id)
        return claims.last_before(start, entity.id, but=aim.holder)
    plural = head.tag_ == "NNS" and first == "the"
    if first in _DETERMINERS and not modified and not plural:
        reach = NOUN_REACH if first == "the" else REACH
        return claims.last_before(start, reach=reach, but=aim.holder)
    return None


def _entity_of(passage: Passage, head: Token, mentions: Mentions) -> str | None:
    """Whose words they are, or what they name."""
    if head.lower_ in _PRONOUNS:
        return None
    owner = child_of(head, "poss")
    found = mentions.resolve(passage, owner) if owner is not None else None
    found = found or mentions.resolve(passage, head)
    return found.id if found is not None else None


def _only_name(words: Quote, mentions: Mentions) -> str | None:
    """The one person or organisation named inside the target."""
    named = [e for e in mentions.inside(words.at) if e.type in _OWNERS]
    return named[0].id if len(named) == 1 else None
