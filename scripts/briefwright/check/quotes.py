"""Quotations with two speakers, or told in two wordings."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefwright.check.noticed import and_elsewhere, noticed, said, source
from briefwright.model import Article, Claim, Facts, Finding

Pair = tuple[Article, Facts]
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
# Shorter quotations are often said by several people ("very sad day").
_LEAST_SAME, _LEAST_ALIKE = 6, 8
# Of two wordings of one quotation at least this share is the same. Our choice.
_ALIKE = 0.8
# In a headline in title case more of the words have a capital.
_CAPITALS = 0.7
# The shorter of two wordings has at least this share of the longer one's words.
_AS_LONG = 0.7


@dataclass(frozen=True, slots=True)
class Quotation:
    """A direct quotation of somebody named, as its words in small letters."""

    article: Article
    claim: Claim
    speaker: str
    quote: str
    words: tuple[str, ...]


def quotations(articles: Sequence[Pair]) -> Iterator[Finding]:
    """`quote-two-speakers` and `quote-differs`."""
    found = [q for article, facts in articles for q in _named(article, facts)]
    by_words: dict[tuple[str, ...], list[Quotation]] = defaultdict(list)
    for quotation in found:
        if len(quotation.words) >= _LEAST_SAME:
            by_words[quotation.words].append(quotation)
    for group in by_words.values():
        other = next((q for q in group if not _same_name(q.speaker, group[0].speaker)), None)
        if other is not None:
            yield _finding("quote-two-speakers", group[0], other)
    by_speaker: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in found:
        if len(quotation.words) >= _LEAST_ALIKE:
            by_speaker[_folded(quotation.speaker)].append(quotation)
    for group in by_speaker.values():
        for index, first in enumerate(group):
            alike = (q for q in group[index + 1 :] if _differs(first.words, q.words))
            if (second := next(alike, None)) is not None:
                yield _finding("quote-differs", first, second)


def _named(article: Article, facts: Facts) -> Iterator[Quotation]:
    names = {entity.id: entity.name for entity in facts.entities if not entity.rejected}
    for claim in facts.claims:
        speaker = names.get(claim.speaker.entity or "") if claim.speaker else None
        direct = claim.form == "direct" and claim.depth == 1 and not claim.rejected
        if speaker and direct and not _in_heading(article, claim):
            for piece in claim.content:
                words = tuple(word.casefold() for word in _WORD.findall(piece.quote))
                yield Quotation(article, claim, speaker, piece.quote, words)


def _in_heading(article: Article, claim: Claim) -> bool:
    """Whether the quotation stands in a heading, by its place or by its Capitalised Words."""
    block = article.block_at(claim.content[0].at)
    words = [word for piece in claim.content for word in _WORD.findall(piece.quote)]
    capitals = sum(word[:1].isupper() for word in words)
    return block is None or block.kind == "heading" or capitals > _CAPITALS * len(words)


def _same_name(one: str, other: str) -> bool:
    """Whether one name is part of the other: "Doe" and "Jane Doe"."""
    first, second = set(_folded(one).split()), set(_folded(other).split())
    return first <= second or second <= first


def _folded(name: str) -> str:
    """Small letters without accents: papers write "Calderón" and "Calderon"."""
    marks = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in marks if not unicodedata.combining(c))


def _differs(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two wordings are one quotation with a word changed; a longer one is none."""
    shorter, longer = sorted((" ".join(one), " ".join(other)), key=len)
    if shorter in longer or min(len(one), len(other)) < _AS_LONG * max(len(one), len(other)):
        return False
    if len(set(one) & set(other)) < _AS_LONG * min(len(set(one)), len(set(other))):
        return False  # a cheap look before the dear one
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _finding(check: str, first: Quotation, second: Quotation) -> Finding:
    if check == "quote-two-speakers":
        message = f"{said(first.quote)} is given to {first.speaker} and to {second.speaker}"
    else:
        message = f"{first.speaker} is quoted in two wordings"
    working = [f"{q.speaker} ({source(q.article)}): {said(q.quote)}" for q in (first, second)]
    same = first.article.id == second.article.id
    facts = [first.claim, second.claim] if same else [first.claim]
    finding = noticed(check, first.article, message, facts, working=working)
    return and_elsewhere(finding, [] if same else [(second.article, second.claim)])
