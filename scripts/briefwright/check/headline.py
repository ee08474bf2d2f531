"""Headlines that state flatly what the text only has from one speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefwright.check.noticed import noticed, said
from briefwright.check.stems import stems_of, words_of
from briefwright.check.tables import table
from briefwright.model import Article, Claim, Facts, Finding
from briefwright.model.sentences import sentences

_OPEN_MARKS = re.compile(r"[?:\"“”‘«]|(?<!\w)'|'(?!\w)")
# A headline with fewer words of its own proves nothing, and one word in five may differ.
_LEAST_WORDS = 4
_SHARE = 0.8
# With this share of its words a sentence of the article's own may say what the title says.
_ENOUGH = 0.6


def headline(article: Article, facts: Facts) -> Iterator[Finding]:
    """`headline-claim`: the title's words are those of claims of one named speaker and of no other
    sentence.

    A title that hedges, quotes, asks or names the speaker is left alone.
    """
    title = article.title
    if not title or _OPEN_MARKS.search(title):
        return
    words = words_of(title)
    wanted = stems_of(title)
    if set(words) & set(table("headline")["open"]) or len(wanted) < _LEAST_WORDS:
        return
    holding = [c for c in facts.claims if not c.rejected and _covers(_content(c), wanted)]
    speaker = holding[0].speaker if holding and _is_one_speaker(holding, wanted) else None
    if speaker is None or _told_flatly(article, facts, wanted):
        return
    first = holding[0]
    message = f"the title states flatly what the text has from {said(speaker.quote)} alone"
    common = sorted(wanted & stems_of(_content(first)))
    working = [
        f"title: {said(title)}",
        f"{said(speaker.quote)}: {said(_content(first))}",
        f"{len(common)} of {len(wanted)} words of the title stand there, and in no other sentence",
    ]
    yield noticed("headline-claim", article, message, holding, working=working)


def _content(claim: Claim) -> str:
    return " ".join(piece.quote for piece in claim.content)


def _covers(text: str, wanted: frozenset[str]) -> bool:
    return len(wanted & stems_of(text)) >= _SHARE * len(wanted)


def _is_one_speaker(claims: list[Claim], wanted: frozenset[str]) -> bool:
    """Whether all claims have one speaker, whom the title does not name."""
    speakers = {claim.speaker.entity or claim.speaker.quote for claim in claims if claim.speaker}
    unnamed = all(claim.speaker is not None and claim.cue is not None for claim in claims)
    quotes = " ".join(claim.speaker.quote for claim in claims if claim.speaker)
    return unnamed and len(speakers) == 1 and not wanted & stems_of(quotes)


def _told_flatly(article: Article, facts: Facts, wanted: frozenset[str]) -> bool:
    """Whether a sentence outside of all claims holds the title's words; headings do not count."""
    spoken = [piece.at for claim in facts.claims if not claim.rejected for piece in claim.content]
    for sentence in sentences(article):
        block = article.block_at(sentence)
        heading = block is None or block.kind == "heading"
        own = not heading and not any(sentence.overlaps(span) for span in spoken)
        if own and _half(sentence.of(article.text), wanted):
            return True
    return False


def _half(text: str, wanted: frozenset[str]) -> bool:
    return len(wanted & stems_of(text)) >= _ENOUGH * len(wanted)
