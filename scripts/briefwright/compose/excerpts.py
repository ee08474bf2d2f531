"""Which words of a restricted article a site shows: important facts' sentences, in a budget.

The budget counts words of the article by their place: a word that stands on three pages counts
once, for it gives no reader more of the text. Every run of the article's words counts, whichever
page shows it: sentences, quotes, figures as written, roles, the title where the text holds it.
Names of people and things, and dates and amounts in this program's own form, are no excerpts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from briefwright.model import (
    Article,
    Claim,
    Entity,
    Fact,
    Facts,
    MarketEffect,
    Rights,
    Skeptic,
    Span,
)
from briefwright.model.sentences import sentences
from briefwright.model.spots import main_span, main_spans

# Rights that let everybody publish the whole text, for any purpose and in any form. Licences with
# conditions on use (NC) or form (ND) leave the decision to the person: `publish: full`.
OPEN_RIGHTS: frozenset[Rights] = frozenset({"own", "public-domain", "cc0", "cc-by", "cc-by-sa"})
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Budget:
    """At most `words` words and at most `share` of an article's words, whichever is less."""

    words: int
    share: float

    def of(self, total: int) -> int:
        """The budget of an article of `total` words."""
        return min(self.words, int(total * self.share))


def is_restricted(article: Article) -> bool:
    """Whether a hosted site may show excerpts only: the person decides, or else the rights do."""
    if article.publish is not None:
        return article.publish == "excerpts"
    return article.rights not in OPEN_RIGHTS


def excerpts(article: Article, facts: Facts, budget: Budget) -> tuple[Span, ...]:
    """The spans of `article` that may be shown, sorted and apart from each other.

    The title comes first. Then for each fact in the order of importance its sentence, or where
    that does not fit its own words, or nothing. The same input gives the same spans.
    """
    shown = _Shown(article.text, budget)
    for block in article.blocks:
        if block.span.of(article.text) == article.title:
            shown.take([block.span])
    found = sentences(article)
    for fact in by_importance(facts):
        own = _own_words(fact)
        if own and not shown.take(_around(found, own)):
            shown.take(own)
    return tuple(shown.spans())


def by_importance(facts: Facts) -> list[Fact]:
    """Facts that are not rejected: one move with a size, one doubt, one claim, and again; then
    the rest of each kind. Within a kind accepted facts come first, then the order of the text.
    """
    kept = [fact for fact in facts.all() if not fact.rejected]
    kept.sort(key=lambda fact: (fact.review_status != "accepted", main_span(fact), fact.id))
    moves = [fact for fact in kept if isinstance(fact, MarketEffect)]
    doubts = [fact for fact in kept if isinstance(fact, Skeptic)]
    claims = _by_speaker([fact for fact in kept if isinstance(fact, Claim)])
    turns = zip_longest(
        [move for move in moves if move.change],
        sorted(doubts, key=lambda doubt: doubt.holder is None or doubt.holder.entity is None),
        claims,
    )
    first = [fact for fact in chain.from_iterable(turns) if fact]
    taken = {fact.id for fact in first}
    rest = [move for move in moves if move.id not in taken]
    rest_kinds = (facts.timeline, facts.figures, facts.dates, facts.entities)
    ids = [{fact.id for fact in kind} for kind in rest_kinds]
    return [*first, *rest, *(fact for kind in ids for fact in kept if fact.id in kind)]


def _by_speaker(claims: Sequence[Claim]) -> list[Claim]:
    """Named first-hand speakers first, quoted before told, one claim of each before a second."""
    order = sorted(claims, key=lambda c: (_unnamed(c), c.depth > 1, c.form != "direct"))
    turns: dict[str | None, int] = {}
    ranked = []
    for claim in order:
        name = claim.speaker.entity if claim.speaker else None
        turns[name] = turns.get(name, 0) + 1
        ranked.append((_unnamed(claim), turns[name], claim))
    return [claim for *_, claim in sorted(ranked, key=lambda entry: entry[:2])]


def _unnamed(claim: Claim) -> bool:
    return claim.speaker is None or claim.speaker.entity is None


def _own_words(fact: Fact) -> list[Span]:
    if isinstance(fact, Entity):
        return [fact.role_at] if fact.role_at else []
    return list(main_spans(fact))


def _around(found: Sequence[Span], spans: Iterable[Span]) -> list[Span]:
    """The sentences that hold `spans`."""
    ends = [sentence.end for sentence in found]
    around: list[Span] = []
    for span in spans:
        first = bisect_right(ends, span.start)
        last = bisect_left(ends, span.end)
        around += found[first : last + 1]
    return around


class _Shown:
    """The words that are shown so far, by their number in the text."""

    def __init__(self, text: str, budget: Budget) -> None:
        self._text = text
        words = [Span(*match.span()) for match in _WORD.finditer(text)]
        self._starts = [word.start for word in words]
        self._ends = [word.end for word in words]
        self._shown: set[int] = set()
        self._spans: list[Span] = []
        self._room = budget.of(len(words))

    def take(self, spans: Sequence[Span]) -> bool:
        """Show all of `spans` when their new words fit; False when they do not."""
        numbers = {number for span in spans for number in self._numbers(span)}
        if len(self._shown | numbers) > self._room:
            return False
        self._shown |= numbers
        self._spans += spans
        return True

    def spans(self) -> Iterator[Span]:
        """What is shown; spans with nothing but white space between them are one."""
        runs: list[Span] = []
        for span in sorted(self._spans):
            if runs and not self._text[runs[-1].end : span.start].strip():
                runs[-1] = Span(runs[-1].start, max(runs[-1].end, span.end))
            else:
                runs.append(span)
        yield from runs

    def _numbers(self, span: Span) -> range:
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))
