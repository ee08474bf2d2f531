"""What was not checked: the same honest list on every brief, and what follows from its facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefwright.check.idle import idle
from briefwright.check.table import check_table
from briefwright.compose import words
from briefwright.compose.source import Source
from briefwright.extract.placed import Placed
from briefwright.model.sentences import sentences

ALWAYS = (
    "Whether what the article says is true. The brief shows what it says and where.",
    "Whether a speaker said these words; only that the article reports them.",
    "Anything outside the articles listed as sources: no other reports, registers or market data.",
    "Pictures, tables, captions and links of the original page.",
)


_ENGLISH = "en"


def not_checked(sources: Sequence[Source]) -> list[str]:
    """The fixed list, then what is computed for these sources."""
    facts = [fact for source in sources for fact in source.facts.all()]
    unreviewed = sum(fact.review_status == "proposed" for fact in facts)
    unresolved = sum(date.basis == "unresolved" for s in sources for date in s.facts.dates)
    unnamed = sum(claim.speaker is None or claim.speaker.entity is None
                  for s in sources for claim in s.facts.claims)  # fmt: skip
    relayed = sum(claim.depth > 1 for s in sources for claim in s.facts.claims)
    computed = [
        (len(sources) == 1, "A second source: the brief rests on one article."),
        (
            unreviewed,
            f"{unreviewed} of {words.count(len(facts), 'fact')}: no person has reviewed them yet.",
        ),
        (unresolved, f"The calendar date of {words.count(unresolved, 'time expression')}."),
        (unnamed, f"Who stands behind {words.count(unnamed, 'claim')} without a named speaker."),
        (relayed, f"The first source of {words.count(relayed, 'claim')} reported at second hand."),
    ]
    return [
        *ALWAYS,
        *(sentence for applies, sentence in computed if applies),
        *_unread(sources),
        *_languages(sources),
        *_idle(sources),
    ]


def _unread(sources: Sequence[Source]) -> Iterator[str]:
    """Sentences and headings that no fact stands on."""
    bare = total = headings = 0
    for source in sources:
        spans = [span for fact in source.facts.all() for span in fact.spans()]
        held = Placed(spans, lambda span: span)
        for sentence in sentences(source.article):
            block = source.block_of(sentence)
            if block is None or block.kind == "heading":
                headings += 1
            else:
                total += 1
                bare += not held.overlapping(sentence)
    if bare:
        holds = "holds" if bare == 1 else "hold"
        told = f"{bare} of {words.count(total, 'sentence')} {holds} no fact"
        yield f"The parts of the text without any fact: {told} and stand nowhere in this brief."
    if headings:
        yield f"{words.count(headings, 'heading')}: facts are looked for in sentences."


def _languages(sources: Sequence[Source]) -> Iterator[str]:
    """The engine reads English; what is in another language it may misread."""
    stated = [source.article.metadata.language for source in sources]
    others = [s.value for s in stated if s and s.value.split("-")[0].lower() != _ENGLISH]
    if others:
        told = words.count(len(others), "article is", "articles are")
        yield f"{told} marked as another language ({', '.join(others)}); English alone is read."
    if unstated := stated.count(None):
        told = words.count(unstated, "article does", "articles do")
        yield f"The language: {told} not state one, and English is taken for granted."


def _idle(sources: Sequence[Source]) -> Iterator[str]:
    """Checks without findings because there was nothing to compare."""
    titles = [check_table()[check].title for check in idle([(s.article, s.facts) for s in sources])]
    if titles:
        told = "; ".join(title[0].lower() + title[1:] for title in titles)
        yield f"These checks had nothing to compare: {told}."
