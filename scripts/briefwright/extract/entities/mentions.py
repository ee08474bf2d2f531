"""Where entities are named, who was the subject there, and who was named last before a place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from briefwright.extract.reading import Passage, Reading
from briefwright.extract.syntax import SUBJECTS
from briefwright.extract.tables import words
from briefwright.model import Entity, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# How far back an antecedent may stand, in characters: three paragraphs of ordinary news.
REACH = 1500
# A subject this near wins over a mention nearer still that is no subject.
_SUBJECT_REACH = REACH // 3
# Mentions do not overlap, so the one that covers a token is among the last few before its end.
_AROUND = 3
_BELOW = ("vice", "deputy", "assistant", "associate", "former", "ex-")
_ROLE_WORDS = 4  # the words of a role that name it: "chief executive of ..."
_ADDRESS = re.compile(r"\b(?:(?P<m>Mr|Sir|Lord)|(?P<f>Mrs|Ms|Miss|Dame|Lady))\.? $")
_ADDRESS_WIDTH = 6  # characters: the longest form of address


class MentionIndex:
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
        self._genders = {e.id: _by_name(e.name) for e in self.entities.values()}
        for span, name in self._placed:
            gender = _address(reading.text[max(0, span.start - _ADDRESS_WIDTH) : span.start])
            if gender:
                self._genders[name] = gender
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
                first = entity.role.lower().split()[:_ROLE_WORDS]
                if first and first[0].startswith(_BELOW):  # "vice president" is no "president"
                    continue
                for word in set(first):
                    in_role.setdefault(word, []).append(index)
        return named, in_role

    def at(self, passage: Passage, token: Token) -> tuple[Span, Entity] | None:
        """The mention that covers `token`, with its entity; a quotation's stand-in names nobody."""
        if token.i in passage.masks:
            return None
        start, end = passage.starts[token.i], passage.ends[token.i]
        index = bisect_left(self._starts, end)
        for span, name in reversed(self._placed[max(0, index - _AROUND) : index]):
            if span.start < end and start < span.end:
                return span, self.entities[name]
        return None

    def inside(self, span: Span) -> list[Entity]:
        """The entities named inside `span`, in text order."""
        return list({entity.id: entity for _, entity in self.placed_inside(span)}.values())

    def placed_inside(self, span: Span) -> Iterator[tuple[Span, Entity]]:
        """The mentions inside `span`, in text order."""
        for index in range(bisect_left(self._starts, span.start), len(self._placed)):
            mention, entity = self._placed[index]
            if mention.start >= span.end:
                break
            if span.contains(mention):
                yield mention, self.entities[entity]

    def before(self, position: int, kinds: set[str], *, gender: str = "") -> Entity | None:
        """The most prominent entity of the kinds before `position`.

        A subject within reach comes before any other mention; among equals the nearest. With a
        gender, persons are passed over who have the other one by a form of address or, without one,
        by their given name.
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
        return bool(gender) and self._genders.get(name, "") not in {"", gender}

    def last_called(self, noun: str, position: int, *, by_role: bool) -> Entity | None:
        """The last organisation before `position` whose name holds the noun, at any distance.

        With `by_role` also the last person whose role does.
        """
        stop = bisect_left(self._starts, position)
        last = max(
            _last_below(self._named_with.get(noun, ()), stop),
            _last_below(self._in_role.get(noun, ()), stop) if by_role else -1,
        )
        return self.entities[self._placed[last][1]] if last >= 0 else None


def _address(before: str) -> str:
    """The gender that a form of address right before a name gives; "" for none."""
    match = _ADDRESS.search(before)
    return "" if match is None else "m" if match["m"] else "f"


def _by_name(name: str) -> str:
    """The gender of those who have the given name; "" where both have it or it is not known."""
    given = name.split(maxsplit=1)[0] if " " in name else ""
    if given not in words("people", "given_names") or given in words("people", "shared_names"):
        return ""
    return "f" if given in words("people", "feminine_names") else "m"


def _last_below(indices: list[int] | tuple[()], stop: int) -> int:
    """The last of the sorted indices before `stop`; -1 when there is none."""
    found = bisect_left(indices, stop) - 1
    return indices[found] if found >= 0 else -1
