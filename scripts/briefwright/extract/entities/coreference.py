"""Which entity a noun phrase or a pronoun stands for; None rather than a guess."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefwright.extract.reading import Passage, Reading
from briefwright.extract.tables import words
from briefwright.model import Entity, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# How far back an antecedent may stand, in characters: three paragraphs of ordinary news.
REACH = 1500
_SUBJECTS = {"nsubj", "nsubjpass"}


_GENDERS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_ADDRESS = re.compile(r"\b(?:(?P<m>Mr|Sir|Lord)|(?P<f>Mrs|Ms|Miss|Dame|Lady))\.? $")


def _address(before: str) -> str:
    """The gender that a form of address right before a name gives; "" for none."""
    match = _ADDRESS.search(before)
    return "" if match is None else "m" if match["m"] else "f"


def mentions_person(mentions: Mentions, passage: Passage, token: Token) -> Entity | None:
    """The person named at `token`."""
    found = mentions.at(passage, token)
    return found[1] if found and found[1].type == "person" else None


class Mentions:
    """The entities' mentions in text order, with who was the subject where."""

    def __init__(self, reading: Reading, entities: Iterable[Entity]) -> None:
        self._reading = reading
        self.entities = {e.id: e for e in entities}
        self._placed = sorted(
            ((span, e.id) for e in self.entities.values() for span in e.mentions),
            key=lambda placed: placed[0],
        )
        self._starts = [span.start for span, _ in self._placed]
        self._subjects = self._subject_mentions()
        self._genders = {
            name: gender
            for span, name in self._placed
            if (gender := _address(reading.text[max(0, span.start - 6) : span.start]))
        }

    def _clashes(self, name: str, gender: str) -> bool:
        return bool(gender) and self._genders.get(name, gender) != gender

    def _subject_mentions(self) -> set[Span]:
        found: set[Span] = set()
        for passage in self._reading.passages:
            for token in passage.doc:
                if token.dep_ in _SUBJECTS or (
                    token.dep_ == "appos" and token.head.dep_ in _SUBJECTS
                ):
                    mention = self._at(passage.starts[token.i], passage.ends[token.i])
                    if mention:
                        found.add(mention[0])
        return found

    def _at(self, start: int, end: int) -> tuple[Span, str] | None:
        index = bisect_left(self._starts, end)
        for span, entity in reversed(self._placed[max(0, index - 3) : index]):
            if span.start < end and start < span.end:
                return span, entity
        return None

    def at(self, passage: Passage, token: Token) -> tuple[Span, Entity] | None:
        """The mention that covers `token`, with its entity."""
        found = self._at(passage.starts[token.i], passage.ends[token.i])
        return (found[0], self.entities[found[1]]) if found else None

    def inside(self, span: Span) -> list[Entity]:
        """The entities named inside `span`, in text order."""
        found: dict[str, Entity] = {}
        for mention, entity in self._placed[bisect_left(self._starts, span.start) :]:
            if mention.start >= span.end:
                break
            if span.contains(mention):
                found[entity] = self.entities[entity]
        return list(found.values())

    def before(self, position: int, kinds: set[str], *, gender: str = "") -> Entity | None:
        """The most prominent entity of the kinds before `position`.

        A subject within reach comes before any other mention; among equals the nearest. With a
        gender, persons whom the article gives the other one by a form of address are passed over.
        """
        index = bisect_left(self._starts, position)
        fallback: Entity | None = None
        for span, name in reversed(self._placed[:index]):
            if position - span.start > REACH:
                break
            entity = self.entities[name]
            if entity.type not in kinds or self._clashes(name, gender):
                continue
            if span in self._subjects:
                if fallback is None or position - span.start < REACH // 3:
                    return entity
                return fallback
            fallback = fallback or entity
        return fallback

    def resolve(self, passage: Passage, head: Token) -> Entity | None:
        """The entity that the noun phrase headed by `head` stands for."""
        named = self.at(passage, head)
        if named:
            return named[1]
        if head.dep_ == "appos" and (apposed := mentions_person(self, passage, head.head)):
            return apposed
        for child in head.children:
            if child.dep_ == "appos" and (apposed := self.at(passage, child)):
                return apposed[1]
        position = passage.starts[head.i]
        word = head.lower_
        if word in words("people", "person_pronouns"):
            return self.before(position, {"person"}, gender=_GENDERS.get(word, ""))
        if word == "it" and not self._continues(passage, head):
            return None
        if word in {"it", "its", "itself"}:
            return self.before(position, {"company", "organization"})
        owner = next((c for c in head.children if c.dep_ == "poss"), None)
        if owner is not None:
            return self._through_owner(passage, head, owner)
        return self._definite(passage, head, position)

    def _continues(self, passage: Passage, head: Token) -> bool:
        """Whether the sentence before has an organisation as its subject, which "it" can take up.

        "The letter was sent to Brunel Hask. It says ...": here "it" is the letter.
        """
        first = passage.doc[head.i].sent.start
        if first == 0:
            return True
        own = [t for t in passage.doc[first : head.i] if t.dep_ in _SUBJECTS]
        root = passage.doc[first - 1].sent.root
        subjects = own or [c for c in root.children if c.dep_ in _SUBJECTS]
        return any(self.at(passage, t) for t in subjects) or not subjects

    def _through_owner(self, passage: Passage, head: Token, owner: Token) -> Entity | None:
        """As in "its creators" speak for it; "the bank's economist" does not speak for the bank."""
        if head.lower_ not in words("people", "staff"):
            return None
        if owner.lower_ in {"its", "their"}:
            return self.before(passage.starts[owner.i], {"company", "organization"})
        named = self.at(passage, owner)
        return named[1] if named and named[1].type in {"company", "organization"} else None

    def _definite(self, passage: Passage, head: Token, position: int) -> Entity | None:
        """As in "The department" is the department named before; "the company" the last company."""
        determiner = next((c.lower_ for c in head.children if c.dep_ == "det"), "")
        if determiner not in {"the", "this", "that"} or head.tag_ == "NNS":
            return None
        if any(c.dep_ in {"relcl", "acl"} for c in head.children):
            return None
        noun = head.lemma_.lower()
        index = bisect_left(self._starts, position)
        for _span, name in reversed(self._placed[:index]):
            entity = self.entities[name]
            named = [w.lower() for w in entity.name.split()]
            if noun in named and entity.type in {"organization", "company"}:
                return entity
            role = (entity.role or "").lower().split()
            if entity.type == "person" and noun in role[:4] and not _modified(head):
                return entity
        if noun in words("people", "company_nouns") and not _modified(head):
            return self.before(position, {"company"})
        if noun in words("people", "organization_nouns") and not _modified(head):
            return self.before(position, {"organization"})
        return None


def _modified(head: Token) -> bool:
    return any(c.dep_ in {"amod", "compound", "nmod", "prep", "poss"} for c in head.children)
