"""The pieces of an article that the parser sees, with each character's place in the article.

A quotation that is a sentence of its own is taken out of its paragraph and becomes a piece apart; a
stand-in word keeps its place. So the frame around it ("He observed, ..., while speaking to
reporters") is parsed as the short sentence it is, and a full stop inside the quotation splits
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefwright.extract.quotes import Quotation
from briefwright.extract.tables import words
from briefwright.model import Article, Span

# The parser takes "this" for a noun phrase in every position in which a quotation can stand.
STAND_IN = "this"
# Longest piece handed to the parser at once; its memory grows with the longest piece.
MAX_PIECE = 8_000
# Longest run without white space: spaCy's tokenizer takes time by its square ("((((...").
MAX_RUN = 200
# "FRANKFURT, March 6 (Meridian Wire) - " is no part of the sentence after it.
DATELINE = re.compile(
    r"[A-Z][A-Z.'’/-]{1,40}[A-Z](?:[ ,][^.!?“\"]{0,60}?)?\s?(?:[–—]|-{1,2}(?=\s))\s*(?=\S)"
)
_UNBROKEN = re.compile(rf"\S{{{MAX_RUN}}}")
_TERMINAL = re.compile(r"[.?!…][\"”’')\]]?\s")
_NEXT_WORD = re.compile(r"[ \u00a0]?([a-z]+)\b")
_ENDS_CLAUSE = re.compile(r"[,.?!…—–-]$")
# A quotation's own last marks, after the punctuation of its clause: `..., 'It is,' "`.
_INNER_ENDS = " \u00a0\n\t'’\"”)"
# Before or after a mark without a space ("said,“Look"), they would hide the stand-in from a parser.
_ENDINGS = ",.?!…—–-"
_JOINS = ",.:;—–"
# Shorter quotations are phrases ("so-called experts") unless a comma or colon introduces them.
_MIN_MASKED_WORDS = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """Text for the parser.

    Attributes:
        text: what the parser sees.
        places: for each character of `text`, its place in the article.
        block: index of the paragraph in `Article.blocks`.
        masks: where in `text` each stand-in starts, and the quotation it stands for.
        quotation: the quotation whose inside this is; None for a frame.
    """

    text: str
    places: list[int]
    block: int
    masks: dict[int, Quotation]
    quotation: Quotation | None = None


def cut_pieces(article: Article, quotations: Sequence[Quotation]) -> Iterator[Piece]:
    """The pieces of all paragraphs: each frame, then the insides of its masked quotations."""
    by_block: dict[int, list[Quotation]] = {}
    for quotation in quotations:
        by_block.setdefault(quotation.block, []).append(quotation)
    for index, block in enumerate(article.blocks):
        if block.kind != "paragraph":
            continue
        own = by_block.get(index, [])
        masked = [q for q in own if _is_sentence(article.text, q, block.span)]
        yield from _cut(_frame(article.text, block.span, index, masked))
        for quotation in masked:
            places = list(range(quotation.inner.start, quotation.inner.end))
            inside = _flat(quotation.inner.of(article.text))
            yield from _cut(Piece(inside, places, index, {}, quotation))


def _is_sentence(text: str, quotation: Quotation, block: Span) -> bool:
    """Whether the quotation is speech of its own, not a phrase inside another's sentence."""
    inner = quotation.inner.of(text)
    if _TERMINAL.search(inner):
        return True
    before = _last_character(text, block.start, quotation.outer.start)
    after = _first_character(text, quotation.outer.end, block.end)
    if len(inner.split()) < _MIN_MASKED_WORDS and before not in {"", ",", ":"}:
        return False
    starts_fresh = before in {"", *',:.?!…—–”"’'}
    ends_clause = bool(_ENDS_CLAUSE.search(inner.rstrip(_INNER_ENDS))) or after in {"", ",", "."}
    ends_clause = ends_clause or _says_next(text, quotation)
    capital = inner.lstrip("[(‘“'\"…. ")[:1].isupper()
    return starts_fresh and ends_clause and (capital or before in {",", "”", '"', "’"})


def _says_next(text: str, quotation: Quotation) -> bool:
    """Whether a word such as "said" follows the quotation at once, without a comma."""
    word = _NEXT_WORD.match(text, quotation.outer.end)
    return word is not None and word[1] in said_forms()


@cache
def said_forms() -> frozenset[str]:
    """The past forms of the verbs of speech: "said", "tweeted", "declared"."""
    verbs = words("reporting", "speech") | words("quoting", "verbs")
    regular = {verb + ("d" if verb.endswith("e") else "ed") for verb in verbs}
    return frozenset(regular | {"said", "wrote", "told"}) - {"called", "described", "named"}


def _last_character(text: str, start: int, end: int) -> str:
    """The last character of `text[start:end]` that is no white space; "" when there is none."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return text[end - 1] if end > start else ""


def _first_character(text: str, start: int, end: int) -> str:
    """The first character of `text[start:end]` that is no white space; "" when there is none."""
    while start < end and text[start].isspace():
        start += 1
    return text[start] if start < end else ""


def _frame(text: str, block: Span, index: int, masked: Sequence[Quotation]) -> Piece:
    """The paragraph with a stand-in for each masked quotation."""
    chars: list[str] = []
    places: list[int] = []
    masks: dict[int, Quotation] = {}

    def copy(start: int, end: int) -> None:
        chars.append(_flat(text[start:end]))
        places.extend(range(start, end))

    def space(place: int) -> None:
        chars.append(" ")
        places.append(place)

    position = block.start
    for quotation in masked:
        inner, outer = quotation.inner, quotation.outer
        copy(position, outer.start)
        if outer.start > block.start and text[outer.start - 1] in _JOINS:
            space(outer.start)
        copy(max(position, outer.start), inner.start)
        masks[len(places)] = quotation
        chars.append(STAND_IN)
        places.extend([inner.start] * (len(STAND_IN) - 1) + [inner.end - 1])
        ending = _frame_ending(text, quotation, block)
        if ending:
            chars.append(ending)
            places.append(inner.end - 1)
        copy(inner.end, outer.end)
        if outer.end < block.end and text[outer.end].isalnum():
            space(outer.end - 1)
        position = outer.end
    copy(position, block.end)
    return Piece("".join(chars), places, index, masks)


def ending_of(text: str, quotation: Quotation) -> str:
    """The mark that ends the quotation's clause, inside or right after its marks; "" for none."""
    last = quotation.inner.of(text).rstrip(_INNER_ENDS)[-1:]
    if last and last in _ENDINGS:
        return last
    after = text[quotation.outer.end : quotation.outer.end + 1]
    return after if after in {",", "."} else ""


def _frame_ending(text: str, quotation: Quotation, block: Span) -> str:
    """The punctuation to keep after a stand-in: a question that runs on becomes a comma."""
    last = quotation.inner.of(text).rstrip(_INNER_ENDS)[-1:]
    after = _first_character(text, quotation.outer.end, block.end)
    if last and last in "?!…—–-" and after.islower():
        return ","
    if last in {",", "."}:
        return last
    if _says_next(text, quotation):
        return ","
    return "." if last and last in "?!…" else ""


def _flat(text: str) -> str:
    """The text with line breaks and tabs as spaces; no character is added or lost."""
    return re.sub(r"\s", " ", text)


def _cut(piece: Piece) -> Iterator[Piece]:
    """The piece, cut after its dateline, and so that no part is longer than the parser should take.

    A part ends with a sentence where it can, else with a word.
    """
    start = 0
    dateline = DATELINE.match(piece.text) if piece.quotation is None else None
    if dateline:
        start = dateline.end()
        yield _part(piece, 0, start)
    while start < len(piece.text):
        end = start + _length(piece.text[start : start + MAX_PIECE + 1])
        yield _part(piece, start, end)
        start = end


def _length(window: str) -> int:
    """How much of the window the next part takes; all of it unless the piece goes on after it."""
    unbroken = _UNBROKEN.search(window)
    if unbroken:
        return unbroken.end()
    if len(window) <= MAX_PIECE:
        return len(window)
    ends = [m.end() for m in _TERMINAL.finditer(window, 0, MAX_PIECE)]
    return ends[-1] if ends else window.rfind(" ", 0, MAX_PIECE) + 1 or MAX_PIECE


def _part(piece: Piece, start: int, end: int) -> Piece:
    masks = {at - start: q for at, q in piece.masks.items() if start <= at < end}
    return Piece(
        piece.text[start:end], piece.places[start:end], piece.block, masks, piece.quotation
    )
