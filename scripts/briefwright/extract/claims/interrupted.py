"""Contents that the reporting words interrupt, or that end at a semicolon.

In "The dam, officials said, is safe" the parser gives one of the two halves; in "The dam is old;
the bank said it holds" it gives the clause before the semicolon. The sentence's marks tell more.
"""

from __future__ import annotations

import re

from briefwright.extract.claims.draft import Draft
from briefwright.extract.reading import Reading
from briefwright.model import Span

# A sentence or a part of it ends here; abbreviations ("U.S. officials") are followed by no capital
# after a lower-case word, which a full stop between sentences has before it.
_ENDS = re.compile(r";|(?<=[a-z0-9”\")\]])[.?!](?=\s|$)|\n")
# Tags of words by which an interrupted statement goes on: "the dam, officials said, is safe".
_GOES_ON = {"VBD", "VBZ", "VBP", "MD", "TO"}
# When, where and how something was said, and no part of it.
_CIRCUMSTANCE = re.compile(
    r"(?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in an? |at an? "
    r"|in (?:court|remarks|comments)"
    r"|via |through |during |before |after |from |with |without |as |than |per )",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:that )?)")
_FIRST_WORD = re.compile(r"\w+")
_TAIL = re.compile(r"(?<![ ,;:.])[ ,;:.]+$")
_OPENING = re.compile(r"^(?:[ ,;:]+|(?:that|and|but|while) )+", re.IGNORECASE)


def with_marks(draft: Draft, reading: Reading) -> Draft:
    """`draft` with the content that the sentence's marks give it, where they say another one."""
    if draft.cue is None or any(reading.quotations_at(piece) for piece in draft.pieces):
        return draft
    text = reading.text
    said_by = Span.cover([draft.cue, *([draft.speaker.at] if draft.speaker else [])])
    start, end = _bounds(text, said_by)
    if draft.speaker is not None and _is_aside(reading, said_by, start):
        pieces = [
            p for p in (_trimmed(text, start, said_by.start), _trimmed(text, said_by.end, end)) if p
        ]
        if pieces and not any(reading.quotations_at(p) for p in pieces):
            draft.pieces = pieces
        return draft
    draft.pieces = [_after_day(text, piece) for piece in draft.pieces]
    draft.pieces = [q for p in draft.pieces if (q := _within(text, p, start, end)) is not None]
    if not draft.pieces and draft.speaker is not None and draft.speaker.at.end <= draft.cue.start:
        after = _trimmed(text, said_by.end, end)
        draft.pieces = [after] if after is not None else []
    return draft


def _bounds(text: str, at: Span) -> tuple[int, int]:
    """The part of the sentence around `at`, between semicolons."""
    before = [m.end() for m in _ENDS.finditer(text, 0, at.start)]
    after = _ENDS.search(text, at.end)
    return (before[-1] if before else 0), (after.start() if after else len(text))


def _is_aside(reading: Reading, said_by: Span, start: int) -> bool:
    """Whether speaker and cue stand between two commas, and the statement goes on after them."""
    text = reading.text
    before, after = text[start : said_by.start].rstrip(), text[said_by.end : said_by.end + 2]
    if not before.endswith(",") or len(before) == 1 or after != ", ":
        return False
    word = _FIRST_WORD.match(text, said_by.end + 2)
    if word is None:
        return False
    at = Span(word.start(), word.end())
    passage = reading.passage_at(at)
    tokens = passage.tokens_in(at) if passage is not None else []
    if not tokens or _CIRCUMSTANCE.match(text, at.start):
        return False
    if tokens[0].tag_ == "CC" and tokens[0].i + 1 < len(tokens[0].doc):
        tokens = [tokens[0].nbor()]  # ", and should not have taken off"
    return tokens[0].tag_ in _GOES_ON or (tokens[0].tag_ == "IN" and tokens[0].dep_ == "prep")


def _after_day(text: str, piece: Span) -> Span:
    """The piece without the day of the report: "It was reported on Saturday the dam broke"."""
    day = _DAY.match(text, piece.start, piece.end)
    on = text[max(0, piece.start - 3) : piece.start] == "on "
    return Span(day.end(), piece.end) if day and on and day.end() < piece.end else piece


def _within(text: str, piece: Span, start: int, end: int) -> Span | None:
    """The part of `piece` between the marks; None for one that lies wholly before them."""
    if piece.end <= start:
        return None
    return (
        _trimmed(text, max(piece.start, start), min(piece.end, end))
        if piece.start < start
        else piece
    )


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    end -= len(words) - len(_TAIL.sub("", words))
    opening = _OPENING.match(text[start:end])
    start += opening.end() if opening else 0
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end) if start < end else None
