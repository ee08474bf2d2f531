"""Whose shares or value a phrase speaks of, and the names that a group's phrase lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.reading import Passage
from briefwright.model import Entity, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

GROUP_WORDS = {"including", "like"}
_OWNERS = {"company", "index", "commodity", "currency"}


def owner_of(passage: Passage, head: Token, mentions: Mentions) -> tuple[Span, Entity] | None:
    """Whose shares or value it is: "Nvidia shares", "its shares", "shares in Nvidia"."""
    for child in head.children:
        found = None
        if child.dep_ in {"poss", "compound", "nmod", "amod"}:
            found = mentions.at(passage, child) or _possessor(passage, child, mentions)
        elif child.dep_ == "prep" and child.lower_ in {"in", "of"}:
            found = _object_named(passage, child, mentions)
        if found and found[1].type in _OWNERS:
            return found
    return None


def _possessor(passage: Passage, word: Token, mentions: Mentions) -> tuple[Span, Entity] | None:
    """The company that "its", "their" or "whose" stands for."""
    if word.lower_ == "whose":
        clause = next((t for t in word.ancestors if t.dep_ == "relcl"), None)
        named = mentions.at(passage, clause.head) if clause is not None else None
        return (passage.span([word]), named[1]) if named and named[1].type == "company" else None
    if word.lower_ not in {"its", "their"}:
        return None
    entity = mentions.resolve(passage, word)
    if entity is None or entity.type != "company":
        return None
    return passage.span([word]), entity


def _object_named(passage: Passage, word: Token, mentions: Mentions) -> tuple[Span, Entity] | None:
    """The name after a preposition, also in "shares in the lender, Norvane"."""
    for target in (c for c in word.children if c.dep_ == "pobj"):
        beside = (mentions.at(passage, c) for c in target.children if c.dep_ == "appos")
        found = mentions.at(passage, target) or next((m for m in beside if m), None)
        if found and found[1].type in _OWNERS:
            return found
    return None


def members_of(passage: Passage, head: Token, mentions: Mentions) -> Iterator[tuple[Span, Entity]]:
    """The names after "including" or "such as" below the phrase."""
    for token in head.subtree:
        such_as = token.lower_ == "as" and token.i > 0 and token.doc[token.i - 1].lower_ == "such"
        if token.lower_ not in GROUP_WORDS and not such_as:
            continue
        waiting = [c for c in token.children if c.dep_ == "pobj"]
        while waiting:
            node = waiting.pop(0)
            if found := mentions.at(passage, node):
                yield found
            waiting.extend(c for c in node.children if c.dep_ in {"conj", "appos"})


def of_a_person(passage: Passage, head: Token, mentions: Mentions) -> bool:
    """Whether somebody's standing is meant: "the senator's stock rose", "Moreau's stock fell"."""
    owners = (mentions.at(passage, c) for c in head.children if c.dep_ == "poss")
    return any(found is not None and found[1].type == "person" for found in owners)
