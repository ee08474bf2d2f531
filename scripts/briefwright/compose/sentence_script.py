"""The sentences behind the citations, as a script for each article.

A page that is opened from disk may load a script but no data, so the sentences that a citation
shows on hover and focus (`templates/site/evidence.js`) come as one: `articles/<id>.js`, beside the
evidence page. It holds the article's words only, and none that pages may not show.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from briefwright.compose.links import anchor
from briefwright.compose.source import LEFT_OUT, Source
from briefwright.compose.source_list import article_title
from briefwright.model import Entity, Fact, Span
from briefwright.model.sentences import sentences
from briefwright.model.spots import main_spans

VARIABLE = "bwEvidence"
# A longer sentence (a table or list without full stops) is cut around the fact's words: a popup
# that fills the screen helps nobody.
_MOST = 700
_AROUND = 220


def sentence_scripts(sources: Iterable[Source]) -> dict[str, str]:
    """The script of each article, by its path below docs/."""
    distinct = {source.article.id: source for source in sources}
    return {f"articles/{name}.js": sentence_script(distinct[name]) for name in sorted(distinct)}


def sentence_script(source: Source) -> str:
    """One assignment: `window.bwEvidence["<article>"] = {title, sentences, facts}`.

    `facts` has for each fact's HTML id its sentences: the number of the sentence, then where each
    of the fact's marked words starts and ends in it, in UTF-16 units as JavaScript counts them.
    A fact whose words may not be shown is not there.
    """
    page = _Sentences(source)
    facts = {str(anchor(source.article.id, f.id)): page.of(f) for f in source.facts.all()}
    data = {
        "title": article_title(source.article),
        "sentences": list(page.texts),
        "facts": {name: found for name, found in sorted(facts.items()) if found},
    }
    name = json.dumps(source.article.id)
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"(window.{VARIABLE} = window.{VARIABLE} || {{}})[{name}] = {written};\n"


class _Sentences:
    """The sentences that facts stand in, each kept once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._all = sentences(source.article)
        self._ends = [sentence.end for sentence in self._all]
        self.texts: dict[str, int] = {}

    def of(self, fact: Fact) -> list[list[int]]:
        """The fact's sentences; none when its words may not be shown."""
        spans = main_spans(fact)[:1] if isinstance(fact, Entity) else main_spans(fact)
        if not all(map(self._source.shows, spans)):
            return []
        return [self._entry(whole, inside) for whole, inside in self._around(spans)]

    def _around(self, spans: Sequence[Span]) -> Iterator[tuple[Span, list[Span]]]:
        """The sentences that hold `spans`, each with the parts of them that stand in it."""
        found: dict[Span, list[Span]] = {}
        for span in spans:
            first = bisect_right(self._ends, span.start)
            last = bisect_left(self._ends, span.end)
            for sentence in self._all[first : last + 1]:
                if part := _shared(sentence, span):
                    found.setdefault(sentence, []).append(part)
        for sentence in sorted(found):
            parts = sorted(found[sentence])
            yield _cut(self._source.article.text, sentence, Span.cover(parts)), parts

    def _entry(self, whole: Span, marks: Sequence[Span]) -> list[int]:
        """The number of the sentence and the places of the marks in it."""
        text, places = "", []
        for piece in self._source.visible(whole):
            if piece.start > whole.start and not text:
                text = f"{LEFT_OUT} "
            for mark in filter(piece.contains, marks):
                before = text + Span(piece.start, mark.end).of(self._source.article.text)
                end = _units(before)
                places += [end - _units(mark.of(self._source.article.text)), end]
            text += piece.of(self._source.article.text)
            text += f" {LEFT_OUT} " if piece.end < whole.end else ""
        return [self.texts.setdefault(text.rstrip(), len(self.texts)), *places]


def _shared(one: Span, other: Span) -> Span | None:
    if not one.overlaps(other):
        return None
    return Span(max(one.start, other.start), min(one.end, other.end))


def _cut(text: str, sentence: Span, marked: Span) -> Span:
    """`sentence`, or whole words of it around `marked` when it is very long."""
    if len(sentence) <= _MOST:
        return sentence
    start = max(sentence.start, text.rfind(" ", sentence.start, max(0, marked.start - _AROUND)) + 1)
    end = text.find(" ", marked.end + _AROUND, sentence.end)
    return Span(start, end if end >= 0 else sentence.end)


def _units(text: str) -> int:
    """The length in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2
