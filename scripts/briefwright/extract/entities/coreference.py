"""Which entity a noun phrase or a pronoun stands for; None rather than a guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefwright.extract.entities.mentions import MentionIndex
from briefwright.extract.reading import Passage
from briefwright.extract.syntax import SUBJECTS
from briefwright.extract.tables import table, words
from briefwright.model import Entity, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODIES = {"company", "organization"}


class Mentions(MentionIndex):
    """The entities' mentions, and who else is meant by a word."""

    def resolve(self, passage: Passage, head: Token) -> Entity | None:
        """The entity that the noun phrase headed by `head` stands for."""
        named = self.at(passage, head) or self.apposed(passage, head)
        if named:
            return named[1]
        position, word = passage.starts[head.i], head.lower_
        if word in words("people", "person_pronouns"):
            gender = table("people")["pronoun_genders"].get(word, "")
            return self.before(position, {"person"}, gender=gender)
        if word == "it" and not self._continues(passage, head):
            return None
        if word in {"it", "its", "itself"}:
            return self.before(position, {"company", "organization"})
        owner = next((c for c in head.children if c.dep_ == "poss"), None)
        if owner is not None:
            return self._through_owner(passage, head, owner)
        return self._definite(head, position)

    def apposed(self, passage: Passage, head: Token) -> tuple[Span, Entity] | None:
        """The person whom `head` describes, or the name that stands beside it."""
        described = self.at(passage, head.head) if head.dep_ == "appos" else None
        if described and described[1].type == "person":
            return described
        beside = (self.at(passage, c) for c in head.children if c.dep_ == "appos")
        return next((found for found in beside if found and _can_name(found[1], head)), None)

    def _continues(self, passage: Passage, head: Token) -> bool:
        """Whether the sentence before has an organisation as its subject, which "it" can take up.

        "The letter was sent to Brunel Hask. It says ...": here "it" is the letter.
        """
        first = head.sent.start
        if first == 0:
            return True
        own = [t for t in passage.doc[first : head.i] if t.dep_ in SUBJECTS]
        root = passage.doc[first - 1].sent.root
        subjects = own or [c for c in root.children if c.dep_ in SUBJECTS]
        named = [found[1] for t in subjects if (found := self.at(passage, t)) is not None]
        return any(e.type in _BODIES for e in named) or not subjects

    def _through_owner(self, passage: Passage, head: Token, owner: Token) -> Entity | None:
        """Its owner, for whom "its creators" speak; "the bank's economist" does not."""
        if head.lower_ not in words("people", "staff"):
            return None
        if owner.lower_ in {"its", "their"}:
            return self.before(passage.starts[owner.i], {"company", "organization"})
        named = self.at(passage, owner)
        return named[1] if named and named[1].type in {"company", "organization"} else None

    def _definite(self, head: Token, position: int) -> Entity | None:
        """For "The department" the department named before; for "the company" the last company."""
        determiner = next((c.lower_ for c in head.children if c.dep_ == "det"), "")
        if determiner not in {"the", "this", "that"} or head.tag_ == "NNS":
            return None
        if any(c.dep_ in {"relcl", "acl"} for c in head.children):
            return None
        noun, modified = head.lemma_.lower(), _modified(head)
        called = self.last_called(noun, position, by_role=not modified)
        if called is not None:
            return called
        if noun in words("people", "company_nouns") and not modified:
            return self.before(position, {"company"})
        if noun in words("people", "any_organization") and not modified:
            return self.before(position, {"organization"})
        return None


def _can_name(entity: Entity, head: Token) -> bool:
    """Whether the name says who the noun is: of "police in Salem, Oregon" it says where."""
    return entity.type != "place" or head.lemma_.lower() in words("people", "place_nouns")


def _modified(head: Token) -> bool:
    return any(c.dep_ in {"amod", "compound", "nmod", "prep", "poss"} for c in head.children)
