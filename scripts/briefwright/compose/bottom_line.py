"""The bottom line: the editor's sentence, or else the one sentence of the sources that holds most.

Without an editor's, these rules choose, in this order: a whole sentence of a paragraph, shown in
full, of at most 320 characters, that does not begin with a word pointing back (`points_back.txt`)
and in which a person has rejected nothing; of those the one in which most key points stand, and of
several such the earliest, as news tells first what matters most.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from briefwright.compose.keypoints import LONGEST, KeyPoint
from briefwright.compose.links import Ref
from briefwright.compose.sections import Sections
from briefwright.compose.source import QUOTE_MARKS, Source
from briefwright.model import Span
from briefwright.model.sentences import sentences
from briefwright.model.spots import main_span

RULE = (
    "An exact extract, chosen by rule: of the sentences that can be read alone, the one in which "
    "most key points stand; of several such the first."
)
# Shorter sentences ("Markets fell.") rarely say who and what.
FEWEST_WORDS = 6
# More links than this are no longer read; every fact has its line below.
MOST_LINKS = 3


@dataclass(frozen=True, slots=True)
class Extract:
    """A sentence of a source; `lines` are the facts in it, each with what its line is called."""

    words: str
    lines: tuple[tuple[str, Ref], ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    number: int
    sentence: Span
    points: tuple[tuple[str, Ref], ...]
    others: tuple[tuple[str, Ref], ...]

    @property
    def rank(self) -> tuple[int, int, int]:
        """The smallest is the best."""
        return (-len(self.points), self.number, self.sentence.start)


def best_extract(
    sources: Sequence[Source], lines: Sections, points: Sequence[KeyPoint]
) -> Extract | None:
    """The sentence that the rules choose; None when no sentence with a fact passes them."""
    found = [
        candidate
        for number, source in enumerate(sources)
        for candidate in _candidates(number, source, lines, points)
    ]
    if not found:
        return None
    best = min(found, key=lambda candidate: candidate.rank)
    cited = tuple(dict.fromkeys((*best.points, *best.others)))[:MOST_LINKS]
    return Extract(sources[best.number].words(best.sentence), cited)


def _candidates(
    number: int, source: Source, lines: Sections, points: Sequence[KeyPoint]
) -> Iterator[_Candidate]:
    facts = sorted(_lines_of(source, lines), key=lambda found: found[0])
    chosen = [(p.at[1], p.label, p.ref) for p in points if p.at[0] == number]
    for sentence in sentences(source.article):
        block = source.block_of(sentence)
        if block is None or block.kind == "heading" or not _stands_alone(source, sentence):
            continue
        held = tuple((label, ref) for at, label, ref in chosen if sentence.contains(at))
        others = tuple((label, ref) for at, label, ref in facts if sentence.contains(at))
        if held or others:
            yield _Candidate(number, sentence, held, others)


def _lines_of(source: Source, lines: Sections) -> Iterator[tuple[Span, str, Ref]]:
    named = [
        *((line.ref, f"Claim {line.number}") for line in lines.claims),
        *((line.ref, f"Doubt {line.number}") for line in lines.skeptics),
        *((line.ref, "Market effect") for line in lines.effects),
        *((line.ref, "Timeline") for line in lines.events),
        *((line.ref, "Key number") for line in lines.figures),
    ]
    for ref, label in named:
        fact = source.fact(ref.id) if ref.article == source.article.id else None
        if fact is not None:
            yield main_span(fact), label, ref


def _stands_alone(source: Source, sentence: Span) -> bool:
    if not source.shows(sentence) or len(sentence) > LONGEST:
        return False
    if any(sentence.overlaps(span) for span in source.rejected_spans):
        return False
    said = source.words(sentence)
    words = said.split()
    if len(words) < FEWEST_WORDS:
        return False
    if said.count("“") != said.count("”") or said.count('"') % 2:
        return False
    return words[0].strip(QUOTE_MARKS + "([,").lower() not in _points_back()


@cache
def _points_back() -> frozenset[str]:
    text = files(__package__).joinpath("points_back.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
