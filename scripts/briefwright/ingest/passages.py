"""The sentence around a fact, and what stands in its place in another version."""

from __future__ import annotations

from bisect import bisect_right

from briefwright.extract.move import Mover
from briefwright.model import Article, Span
from briefwright.model.sentences import sentences

# So many sentences on each side may have changed as well; farther away nothing is the same place.
_REACH = 3


def sentence_of(article: Article, span: Span) -> Span:
    """The sentence in which `span` starts; the span itself outside of all."""
    found = sentences(article)
    index = bisect_right([sentence.end for sentence in found], span.start)
    inside = index < len(found) and found[index].start <= span.start
    return found[index] if inside else span


def now_there(old: Article, new: Article, mover: Mover, span: Span) -> str | None:
    """What the new version has between the neighbours of the sentence of `span`.

    None when the neighbours do not stand in it, or nothing stands between them.
    """
    found = sentences(old)
    index = bisect_right([sentence.end for sentence in found], span.start)
    before = [found[n] for n in range(index - 1, max(-1, index - 1 - _REACH), -1)]
    after = found[index + 1 : index + 1 + _REACH]
    start = next((p.end for s in before if isinstance(p := mover.place(s), Span)), None)
    end = next((p.start for s in after if isinstance(p := mover.place(s), Span)), None)
    if start is None and not before:
        start = 0
    if end is None and not after:
        end = len(new.text)
    if start is None or end is None or start >= end:
        return None
    return " ".join(new.text[start:end].split()) or None
