"""The bottom line: the editor's sentence, or else the first sentence of the sources that can do.

News tells first what matters most (the inverted pyramid), so without an editor's it is the first
whole sentence of a paragraph in which a claim, a doubt, a market effect, an event or a figure
stands, that is shown in full, has at most 320 characters, does not begin with a word pointing back
(`points_back.txt`), and in which a person has rejected nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from briefwright.compose.keypoints import LONGEST
from briefwright.compose.links import Ref
from briefwright.compose.sections import Sections
from briefwright.compose.source import QUOTE_MARKS, Source
from briefwright.extract.placed import Placed
from briefwright.model import Span
from briefwright.model.sentences import sentences
from briefwright.model.spots import main_span

RULE = (
    "An exact extract, chosen by rule: the first sentence of the sources in which a fact stands "
    "and that can be read alone."
)
# Shorter sentences ("Markets fell.") rarely say who and what.
FEWEST_WORDS = 6
# More links than this are no longer read; every fact has its line below.
MOST_LINKS = 2


@dataclass(frozen=True, slots=True)
class Extract:
    """A sentence of a source; `lines` are the facts in it, each with what its line is called."""

    words: str
    lines: tuple[tuple[str, Ref], ...]


def best_extract(sources: Sequence[Source], lines: Sections) -> Extract | None:
    """The sentence that the rules choose; None when none passes them."""
    for source in sources:
        numbered = list(enumerate(_lines_of(source, lines)))
        facts = Placed(numbered, lambda item: item[1][0])
        for sentence in sentences(source.article):
            held = sorted(facts.inside(sentence), key=lambda item: item[0])
            if held and _stands_alone(source, sentence):
                cited = tuple((label, ref) for _, (_, label, ref) in held[:MOST_LINKS])
                return Extract(source.words(sentence), cited)
    return None


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
    block = source.block_of(sentence)
    if block is None or block.kind == "heading":
        return False
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
