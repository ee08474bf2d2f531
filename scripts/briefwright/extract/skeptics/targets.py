"""What a doubt is aimed at: the words, the entity behind them, and the claim when it is sure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.reading import Passage
from briefwright.extract.skeptics.claim_index import NOUN_REACH, PRONOUN_REACH, REACH, ClaimIndex
from briefwright.extract.skeptics.doubt import stances, told
from briefwright.extract.syntax import child_of
from briefwright.model import Claim, Quote, Speaker, Target

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWNERS = {"person", "company", "organization"}
_PRONOUNS = {"it", "this", "that"}
_DETERMINERS = {"this", "that", "the", "these", "those"}
_CLAUSES = {"ccomp", "xcomp", "pcomp", "advcl"}
# A name after these words is a place, a time or a purpose, not whose it is.
_ELSEWHERE = {"in", "on", "at", "to", "for", "with", "during", "about", "that", "who", "which"}
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
        entity = _only_name(aim, mentions)
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
        near = claims.last_before(start, reach=PRONOUN_REACH, but=aim.holder)
        return near if near is not None and not _doubting(near) else None
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


def _doubting(claim: Claim) -> bool:
    """Whether the claim's own words doubt: "Berg questioned the plan. Roe called it absurd"."""
    cue = claim.cue.quote.lower().split() if claim.cue is not None else []
    stems = {v.rstrip("ey") for v in stances("verbs")}
    return any(word.startswith(stem) for word in cue for stem in stems)


def _entity_of(passage: Passage, head: Token, mentions: Mentions) -> str | None:
    """Whose words they are, or what they name."""
    both = child_of(head, "preconj") is not None and child_of(head, "conj") is not None
    if head.lower_ in _PRONOUNS or both:
        return None
    owner = child_of(head, "poss")
    found = mentions.resolve(passage, owner) if owner is not None else None
    found = found or mentions.resolve(passage, head)
    return found.id if found is not None else None


def _only_name(aim: Aim, mentions: Mentions) -> str | None:
    """The one person or organisation named in a noun phrase as whose it is.

    Of "the bill of Ada Rusk" she is meant, and in "the Rusk bill"; of "his visit to the Rusk
    Foundation" and of a clause nobody.
    """
    text, at = aim.words.quote, aim.words.at
    if aim.head.pos_ in {"VERB", "AUX"} or aim.head.dep_ in _CLAUSES:
        return None
    named = [(m, e) for m, e in mentions.placed_inside(at) if e.type in _OWNERS]
    if len({e.id for _, e in named}) != 1:
        return None
    mention, entity = named[0]
    before = text[: mention.start - at.start].lower().split()
    other = [w for w in before if w in _ELSEWHERE]
    return entity.id if not other else None
