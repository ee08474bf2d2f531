"""Which entity a noun phrase or a pronoun stands for; None rather than a guess."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefwright.extract.reading import Passage, Reading
from briefwright.extract.syntax import SUBJECTS
from briefwright.extract.tables import table, words
from briefwright.model import Entity, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# How far back an antecedent may stand, in characters: three paragraphs of ordinary news.
REACH = 1500
# A subject this near wins over a mention nearer still that is no subject.
_SUBJECT_REACH = REACH // 3
# Mentions do not overlap, so the one that covers a token is among the last few before its end.
_AROUND = 3
_ROLE_WORDS = 4  # the words of a role that name it: "chief executive of ..."
_ADDRESS = re.compile(r"\b(?:(?P<m>Mr|Sir|Lord)|(?P<f>Mrs|Ms|Miss|Dame|Lady))\.? $")
_ADDRESS_WIDTH = 6  # characters: the longest form of address


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
        self._subjects = set(self._subject_mentions())
        self._genders = {
            name: gender
            for span, name in self._placed
            if (gender := _address(reading.text[max(0, span.start - _ADDRESS_WIDTH) : span.start]))
        }
        self._named_with, self._in_role = self._by_noun()

    def _subject_mentions(self) -> Iterator[Span]:
        for passage in self._reading.passages:
            for token in passage.doc:
                if token.dep_ in SUBJECTS or (
                    token.dep_ == "appos" and token.head.dep_ in SUBJECTS
                ):
                    mention = self.at(passage, token)
                    if mention:
                        yield mention[0]

    def _by_noun(self) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        """For each word of an organisation's name, and of a person's role, their mentions."""
        named: dict[str, list[int]] = {}
        in_role: dict[str, list[int]] = {}
        for index, (_, name) in enumerate(self._placed):
            entity = self.entities[name]
            if entity.type in {"organization", "company"}:
                for word in {w.lower() for w in entity.name.split()}:
                    named.setdefault(word, []).append(index)
            elif entity.type == "person" and entity.role:
                for word in set(entity.role.lower().split()[:_ROLE_WORDS]):
                    in_role.setdefault(word, []).append(index)
        return named, in_role

    def at(self, passage: Passage, token: Token) -> tuple[Span, Entity] | None:
        """The mention that covers `token`, with its entity."""
        start, end = passage.starts[token.i], passage.ends[token.i]
        index = bisect_left(self._starts, end)
        for span, name in reversed(self._placed[max(0, index - _AROUND) : index]):
            if span.start < end and start < span.end:
                return span, self.entities[name]
        return None

    def inside(self, span: Span) -> list[Entity]:
        """The entities named inside `span`, in text order."""
        found: dict[str, Entity] = {}
        for index in range(bisect_left(self._starts, span.start), len(self._placed)):
            mention, entity = self._placed[index]
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
        fallback: Entity | None = None
        for index in range(bisect_left(self._starts, position) - 1, -1, -1):
            span, name = self._placed[index]
            if position - span.start > REACH:
                break
            entity = self.entities[name]
            if entity.type not in kinds or self._clashes(name, gender):
                continue
            if span in self._subjects:
                if fallback is None or position - span.start < _SUBJECT_REACH:
                    return entity
                return fallback
            fallback = fallback or entity
        return fallback

    def _clashes(self, name: str, gender: str) -> bool:
        return bool(gender) and self._genders.get(name, gender) != gender

    def resolve(self, passage: Passage, head: Token) -> Entity | None:
        """The entity that the noun phrase headed by `head` stands for."""
        named = self.at(passage, head) or self._apposed(passage, head)
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

    def _apposed(self, passage: Passage, head: Token) -> tuple[Span, Entity] | None:
        """The person whom `head` describes, or the name that stands beside it."""
        described = self.at(passage, head.head) if head.dep_ == "appos" else None
        if described and described[1].type == "person":
            return described
        beside = (self.at(passage, c) for c in head.children if c.dep_ == "appos")
        return next((found for found in beside if found), None)

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
        return any(self.at(passage, t) for t in subjects) or not subjects

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
        stop = bisect_left(self._starts, position)
        last = max(
            _last_below(self._named_with.get(noun, ()), stop),
            -1 if modified else _last_below(self._in_role.get(noun, ()), stop),
        )
        if last >= 0:
            return self.entities[self._placed[last][1]]
        if noun in words("people", "company_nouns") and not modified:
            return self.before(position, {"company"})
        if noun in words("people", "organization_nouns") and not modified:
            return self.before(position, {"organization"})
        return None


def _address(before: str) -> str:
    """The gender that a form of address right before a name gives; "" for none."""
    match = _ADDRESS.search(before)
    return "" if match is None else "m" if match["m"] else "f"


def _last_below(indices: list[int] | tuple[()], stop: int) -> int:
    """The last of the sorted indices before `stop`; -1 when there is none."""
    found = bisect_left(indices, stop) - 1
    return indices[found] if found >= 0 else -1


def _modified(head: Token) -> bool:
    return any(c.dep_ in {"amod", "compound", "nmod", "prep", "poss"} for c in head.children)
