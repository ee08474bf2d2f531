"""The article's claims by their place: what was said around, before and after a doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefwright.extract.placed import Placed
from briefwright.extract.tables import table, words
from briefwright.model import Claim, Quote, Span, Speaker

# An anaphor such as "this assertion" reaches back a sentence or two, not further.
REACH = 700
# "The notion" may mean something that the text has not reported: it reaches less far than "this".
NOUN_REACH = 350
# A pronoun takes up what ends right before its sentence: "... it said. The ministry denied it."
PRONOUN_REACH = 60
# What a doubter says about it stands in the same sentence or right after it.
_GROUNDS_REACH = 250
_SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*\s")
# "Vowed not to vote for it" tells what somebody will do, not why.
_INTENDED = re.compile(r"(?:not )?to ")
_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d.,]*")
# A claim that is told again in other words stands so many characters away, or nearer.
_WORDS_REACH = 4000
# A denial repeats most of the words of what it denies; two words may agree by chance.
_SAME_WORDS = 0.6
_MIN_WORDS = 3
# Of "the claims of hidden losses" that many words must have been said by their owner.
_MIN_SHARED = 2
_MOST = 0.6


class ClaimIndex:
    """The article's claims, found by place; of several the first in the order of the text."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        numbered = list(enumerate(claims))
        self._cues = Placed(
            [(c.cue.at, n, c) for n, c in numbered if c.cue is not None], lambda placed: placed[0]
        )
        self._pieces = Placed(
            [(p.at, n, c) for n, c in numbered for p in c.content], lambda placed: placed[0]
        )
        self._ends = Placed(
            [(c.content[-1].at, n, c) for n, c in numbered], lambda placed: placed[0]
        )
        self._words: dict[int, frozenset[str]] = {}

    def reported_in(self, span: Span, but: Speaker | None) -> Claim | None:
        """The claim of somebody but one whose reporting words lie inside `span`."""
        found = [p for p in self._cues.inside(span) if not _same(p[2].speaker, but)]
        return min(found, key=lambda placed: placed[1])[2] if found else None

    def spoken_around(self, span: Span) -> Claim | None:
        """The claim with a speaker in whose content `span` lies; of several the innermost."""
        around = [p for p in self._pieces.overlapping(span) if p[0].contains(span)]
        found = [p for p in around if p[2].speaker is not None]
        return min(found, key=lambda placed: (len(placed[0]), placed[1]))[2] if found else None

    def last_before(
        self,
        position: int,
        speaker: str | None = None,
        *,
        reach: int = REACH,
        but: Speaker | None = None,
    ) -> Claim | None:
        """The last claim that ends within reach before `position`.

        Args:
            position: a place in the text.
            speaker: entity whose claims alone count; None: anybody's.
            reach: how many characters before `position` the claim may end.
            but: a speaker whose own claims do not count.
        """
        if position == 0:
            return None
        near = self._ends.overlapping(Span(max(0, position - reach - 1), position))
        earlier = [p for p in near if position - reach <= p[0].end <= position and p[2].speaker]
        if speaker is not None:
            earlier = [p for p in earlier if p[2].speaker and p[2].speaker.entity == speaker]
        earlier = [p for p in earlier if not _same(p[2].speaker, but)]
        found = min(earlier, key=lambda placed: (-placed[0].end, placed[1]), default=None)
        return found[2] if found else None

    def said_next(
        self, position: int, speaker: Speaker, cue: Span, text: str, *, after: bool
    ) -> Span | None:
        """What the speaker says from `position` on in its sentence.

        Args:
            position: where the doubt ends.
            speaker: whose doubt it is.
            cue: its words; what these themselves report is not meant.
            text: the article's.
            after: whether a quotation in the sentence after it is meant, too.
        """
        if position >= len(text):
            return None
        near = self._pieces.overlapping(Span(position, min(len(text), position + _GROUNDS_REACH)))
        for at, _, claim in sorted(near, key=lambda placed: (placed[0], placed[1])):
            own = claim.cue is None or claim.cue.at.overlaps(cue) or _describes(claim)
            if at.start < position or claim.certainty == "denied" or own:
                continue
            if _INTENDED.match(text, at.start):
                continue
            ends = len(_SENTENCE_END.findall(text, position, at.start))
            near_by = ends == 0 or (ends == 1 and claim.form == "direct" and after)
            return at if near_by and _same(claim.speaker, speaker) else None
        return None

    def about(self, said_of: Quote, speaker: str) -> Claim | None:
        """The speaker's one claim that has the content words of "her claim of losses"."""
        nouns = frozenset(table("doubt")["claim_nouns"])
        wanted = _content_words(said_of.quote) - nouns - _content_words(speaker.replace("-", " "))
        enough = max(_MIN_SHARED, _MOST * len(wanted))
        return _only(
            claim
            for claim, said in self._near(said_of)
            if claim.speaker is not None
            and claim.speaker.entity == speaker
            and len(wanted & said) >= enough
        )

    def in_the_words(self, said_again: Quote, but: Speaker | None) -> Claim | None:
        """The one claim of somebody else that says the same as these words."""
        wanted = _content_words(said_again.quote)
        if len(wanted) < _MIN_WORDS:
            return None
        return _only(
            claim
            for claim, said in self._near(said_again)
            if len(wanted & said) >= _SAME_WORDS * len(wanted | said)
            and not _same(claim.speaker, but)
        )

    def _near(self, quote: Quote) -> Iterator[tuple[Claim, frozenset[str]]]:
        """The claims around a quote that do not hold it, each with its content words."""
        at = quote.at
        around = Span(max(0, at.start - _WORDS_REACH), at.end + _WORDS_REACH)
        for _, number, claim in self._ends.overlapping(around):
            if any(p.at.overlaps(at) for p in claim.content):
                continue
            if number not in self._words:
                self._words[number] = _content_words(" ".join(p.quote for p in claim.content))
            yield claim, self._words[number]


def _only(claims: Iterable[Claim]) -> Claim | None:
    found = list(claims)
    return found[0] if len(found) == 1 else None


def _describes(claim: Claim) -> bool:
    """Whether the claim only calls something a name, which is no ground for anything."""
    first = claim.cue.quote.lower().split()[0] if claim.cue is not None else ""
    return first.startswith(tuple(v.rstrip("e") for v in words("doubt", "describing")))


def _same(one: Speaker | None, other: Speaker | None) -> bool:
    """Whether both are the same entity, or are called the same."""
    if one is None or other is None:
        return False
    if one.entity is not None or other.entity is not None:
        return one.entity == other.entity
    return one.quote.lower() == other.quote.lower()


def _content_words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())) - words("doubt", "function_words")
