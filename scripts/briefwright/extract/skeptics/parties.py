"""Who can hold a doubt and what can be doubted, by the nouns and the entities behind them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.reading import Passage
from briefwright.extract.skeptics.doubt import Doubt, told
from briefwright.extract.speakers import AGENT_ENDINGS, SPEAKING_TYPES
from briefwright.extract.syntax import SUBJECTS, child_of
from briefwright.extract.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_AGENT_ENDINGS = (*AGENT_ENDINGS, "crat")
_SPEAKING_PRONOUNS = {
    "i", "we", "he", "she", "they", "him", "her", "them", "us", "me", "who", "whom", "his", "their",
    "my", "our", "others", "some", "many", "several", "most", "both", "all",
}  # fmt: skip
_OF_OTHERS = {"doubts", "criticises"}  # one also denies one's own part in something
_POINTING = {"it", "this", "that", "these", "those"}


def can_hold(doubt: Doubt, passage: Passage, mentions: Mentions) -> bool:
    """Whether the holder is somebody, or a thing that proves where the doubt is proved."""
    holder = doubt.holder
    if holder is None:
        return True
    part = child_of(holder, "prep") is not None  # "one of the engineers" is somebody
    if holder.lower_ in words("doubt", "nobody") and not part:
        return holder.lower_ == "it" and mentions.resolve(passage, holder) is not None
    determiner = child_of(holder, "det")
    if determiner is not None and determiner.lower_ in {"no", "any"}:
        return False
    if is_sayer(holder, passage, mentions):
        return True
    return doubt.proves and (holder.lower_ in _POINTING or told(holder, "evidences"))


def can_be_doubted(doubt: Doubt, passage: Passage, mentions: Mentions) -> bool:
    """Whether the target is what the word of doubt takes: words, a plan or somebody."""
    target = doubt.target
    if target.lower_ in {"me", "himself", "herself", "themselves", "itself", "myself"}:
        return False
    if doubt.stance in _OF_OTHERS and _holders_own(doubt, passage, mentions):
        return False
    if not doubt.frame:
        return True
    said = is_said(target, passage)
    if doubt.frame == "words":
        return said
    if doubt.frame == "thing":
        thing = target.pos_ == "NOUN"
        return (
            said or target.lower_ == "them" or (thing and not is_sayer(target, passage, mentions))
        )
    owner = child_of(target, "poss")
    sayer = is_sayer(target, passage, mentions)
    if doubt.frame == "sayer" and owner is not None:
        sayer = sayer or is_sayer(owner, passage, mentions)
    return sayer if doubt.frame == "sentient" else sayer or said


def _holders_own(doubt: Doubt, passage: Passage, mentions: Mentions) -> bool:
    """Whether the target is the holder's own: who "questioned her abilities" may be unsure."""
    owner = child_of(doubt.target, "poss", *SUBJECTS)
    if doubt.holder is None or owner is None or owner.pos_ != "PRON":
        return False
    if owner.lower_ in {"i", "my", "we", "our"}:
        return owner.lower_[0] == doubt.holder.lower_[0]
    whose = mentions.resolve(passage, owner)
    return whose is not None and whose == mentions.resolve(passage, doubt.holder)


def is_said(token: Token, passage: Passage) -> bool:
    """Whether the word stands for something said, planned or decided."""
    if token.i in passage.masks or token.lower_ in _POINTING:
        return True
    if token.dep_ in {"ccomp", "xcomp", "pcomp"} or token.pos_ in {"VERB", "AUX"}:
        return True
    if child_of(token, "ccomp") is not None and token.pos_ == "NOUN":
        return True
    if token.lower_ == "number" and child_of(token, "prep") is not None:
        return False  # "a number of journalists"
    return any(told(token, key) for key in ("claim_nouns", "plan_nouns", "evidences"))


def is_sayer(token: Token, passage: Passage, mentions: Mentions) -> bool:
    """Whether the word stands for somebody who can say something."""
    if token.pos_ == "PRON" or token.lower_ in _SPEAKING_PRONOUNS:
        return token.lower_ in _SPEAKING_PRONOUNS
    named = mentions.at(passage, token)
    if named is not None:
        return named[1].type in SPEAKING_TYPES
    if token.lower_ == "one":
        return True
    lemma = token.lemma_.lower()
    if lemma in _people() or token.lower_ in _people():
        return True
    if told(token, "claim_nouns") or told(token, "plan_nouns"):
        return False
    agent = lemma.endswith(_AGENT_ENDINGS) and lemma not in words("doubt", "no_agents")
    return token.pos_ == "PROPN" or agent


@cache
def _people() -> frozenset[str]:
    """Nouns for people and bodies."""
    tables = ("roles", "staff", "company_nouns", "organization_nouns", "place_nouns")
    found = words("doubt", "holders").union(*(words("people", key) for key in tables))
    return found - {"statement", "report", "website"}
