"""What became of a quotation: verbatim, elided, altered, of another speaker, or absent."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from briefwright.gate.ledger import Cited, plain

Kind = Literal["verbatim", "elided", "altered", "wrong speaker", "absent"]
KINDS: tuple[Kind, ...] = get_args(Kind)
ELLIPSIS = re.compile(r"(?:(?<!\s)\s+)?(?:\[…\]|…|\[\.\.\.\]|\.\.\.)\s*")
_EDGES = " .,;:!?“”\"'‘’"
# From this likeness on (Ratcliff and Obershelp's ratio) words are a changed form of the article's.
_LIKE = 0.6


@dataclass(frozen=True, slots=True)
class QuoteVerdict:
    """What a page's quotation is.

    Attributes:
        quote: as the page has it.
        kind: elided: with words left out where `…` says so.
        nearest: for an altered one, what the article has; else empty.
    """

    quote: str
    kind: Kind
    nearest: str = ""

    @property
    def holds(self) -> bool:
        """Whether the cited facts have these words, all or with marked gaps."""
        return self.kind in {"verbatim", "elided"}


def verdict(quote: str, cited: Iterable[Cited], everywhere: Iterable[str]) -> QuoteVerdict:
    """What `quote` is.

    Args:
        quote: the words between the marks.
        cited: the facts that the line cites.
        everywhere: the texts of all articles as pages show them, to tell another's words from
            no one's.
    """
    facts = list(cited)
    own = [text for fact in facts for text in (*fact.texts, fact.paragraphs)]
    pieces = [p.strip(_EDGES) for p in ELLIPSIS.split(plain(quote)) if p.strip(_EDGES)]
    if any(_in_order(pieces, text) for text in own):
        return QuoteVerdict(quote, "verbatim" if len(pieces) == 1 else "elided")
    whole = " ".join(pieces)
    if any(_in_order(pieces, text) for text in everywhere):
        return QuoteVerdict(quote, "wrong speaker")
    nearest = max((_nearest(whole, text) for text in own), default=(0.0, ""))
    if nearest[0] >= _LIKE:
        return QuoteVerdict(quote, "altered", nearest[1])
    return QuoteVerdict(quote, "absent")


def stands_in(words: str, text: str) -> bool:
    """Whether `words` stand in `text`, not beginning or ending inside a word or number."""
    return _find(words, text, 0) >= 0


def _in_order(pieces: list[str], text: str) -> bool:
    at = 0
    for piece in pieces:
        found = _find(piece, text, at)
        if found < 0:
            return False
        at = found + len(piece)
    return bool(pieces)


def _find(words: str, text: str, start: int) -> int:
    at = text.find(words, start)
    while at >= 0:
        if not _inside_word(text, at, at + len(words)):
            return at
        at = text.find(words, at + 1)
    return -1


def _inside_word(text: str, start: int, end: int) -> bool:
    return _joins(text, start) or _joins(text, end)


def _joins(text: str, at: int) -> bool:
    """Whether a word or a number goes on over `at`."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isalnum() and after.isalnum():
        return True
    following = text[at + 1 : at + 2]
    inner = before.isdigit() and after in ".," and following.isdigit()
    return inner or (at > 1 and before in ".," and after.isdigit() and text[at - 2].isdigit())


def _nearest(quote: str, text: str) -> tuple[float, str]:
    """The likeness of `quote` with the words of `text` that resemble it most."""
    words, size = text.split(), len(quote.split())
    best = (0.0, "")
    for start in range(max(1, len(words) - size + 1)):
        window = " ".join(words[start : start + size])
        matcher = difflib.SequenceMatcher(None, quote, window, autojunk=False)
        if matcher.real_quick_ratio() > best[0] and matcher.quick_ratio() > best[0]:
            best = max(best, (matcher.ratio(), window))
    return best
