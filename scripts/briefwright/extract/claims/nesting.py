"""Claims inside claims: which report goes through how many mouths, and which only repeats."""

from __future__ import annotations

from briefwright.extract.claims.draft import Draft
from briefwright.extract.placed import Placed
from briefwright.extract.tables import words
from briefwright.model import Span

_DEEPEST = 9  # mouths that the format counts


def distinct(drafts: list[Draft]) -> list[Draft]:
    """One draft for each content: of two readings of the same words, the one with a speaker."""
    kept: list[Draft] = []
    contents: set[tuple[Span, ...]] = set()
    cues: set[Span | None] = {None}
    for draft in sorted(drafts, key=lambda d: (d.speaker is None, d.depth)):
        pieces = tuple(draft.pieces)
        if pieces in contents or (draft.cue is not None and draft.cue in cues):
            continue
        contents.add(pieces)
        cues.add(draft.cue)
        kept.append(draft)
    return kept


def nested(drafts: list[Draft]) -> list[Draft]:
    """Raise the depth of claims whose reporting words stand inside another claim's content."""
    pieces = Placed([(p, d) for d in drafts for p in d.pieces], lambda placed: placed[0])
    kept = []
    for draft in drafts:
        cue = draft.cue
        outer = (
            []
            if cue is None
            else [d for p, d in pieces.overlapping(cue) if d is not draft and p.contains(cue)]
        )
        if outer and draft.depth == 1:
            draft.depth = min(_DEEPEST, 1 + max(d.depth for d in outer))
        if not outer or (draft.firm and not _repeats(draft, outer)):
            kept.append(draft)
    return kept


def _repeats(draft: Draft, outer: list[Draft]) -> bool:
    """Whether the outer report's speaker reports himself: "Economists said that they see"."""
    if draft.depth == 1 or draft.speaker is None:
        return False
    speaker = draft.speaker
    pronouns = words("people", "person_pronouns") | words("people", "group_pronouns")
    if speaker.entity is None:
        return speaker.quote.lower() in pronouns
    return any(d.speaker is not None and d.speaker.entity == speaker.entity for d in outer)
