"""Claims: who says what, how directly, how surely, and through how many mouths."""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.extract.certainty import certainty_of
from briefwright.extract.contents import form_of
from briefwright.extract.coreference import Mentions
from briefwright.extract.interview import Turn
from briefwright.extract.placed import Placed
from briefwright.extract.quotes import Quotation
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.reports import Report, find_reports
from briefwright.extract.speakers import participle_subject, speaker_of, subject_of
from briefwright.extract.tables import words
from briefwright.model import Claim, Quote, Span, Speaker, content_id

_OWN_VOICE = {"i", "we", "you", "one", "me", "us"}


@dataclass(slots=True)
class _Draft:
    """A claim in the making; quotations that go on are still added to `pieces`."""

    speaker: Speaker | None
    cue: Span | None
    pieces: list[Span]
    certainty: str
    depth: int
    block: int
    form: str = ""
    last: Quotation | None = None


def find_claims(reading: Reading, mentions: Mentions, turns: dict[int, Turn]) -> tuple[Claim, ...]:
    """All claims in text order.

    Args:
        reading: the parsed article.
        mentions: resolves speakers to entities.
        turns: the answers of an interview, by paragraph.
    """
    drafts = [_turn(turn) for turn in turns.values() if turn.pieces]
    used: set[Quotation] = set()
    for passage in reading.passages:
        turn = turns.get(passage.block)
        for report in find_reports(passage, reading):
            draft = _draft(report, reading, mentions, answered=turn is not None and turn.answer)
            if draft is not None:
                drafts.append(draft)
                used.update(
                    q for p in draft.pieces for q in reading.quotations_at(p) if q.inner == p
                )
    _continue(reading, mentions, drafts, used, turns)
    drafts = _nested(_distinct(drafts))
    return tuple(_claim(reading, d) for d in sorted(drafts, key=lambda d: (d.pieces[0], d.depth)))


def _turn(turn: Turn) -> _Draft:
    return _Draft(turn.speaker, None, list(turn.pieces), "asserted", 1, turn.block, "direct")


def _draft(
    report: Report, reading: Reading, mentions: Mentions, *, answered: bool
) -> _Draft | None:
    passage = report.passage
    head = report.speaker
    inside = passage.quotation is not None or answered
    cue = report.verb
    if inside and (head is None or head.lower_ in _OWN_VOICE):
        return None
    if inside and cue.lemma_.lower() not in words("reporting", "speech"):
        return None
    if cue.tag_ == "VBG" and cue.pos_ == "VERB" and len(report.cue) == 1:
        head = participle_subject(passage, cue, head, mentions)
    speaker = speaker_of(passage, head, mentions, reading.text) if head is not None else None
    cue_span = passage.span(report.cue)
    pieces = [p for p in report.pieces if not p.overlaps(cue_span)]
    if not pieces:
        return None
    masked = [passage.masks[i] for i in passage.masks if passage.masks[i].inner in pieces]
    return _Draft(
        speaker, cue_span, pieces, "hedged" if report.unsure else certainty_of(cue, report.heads),
        report.depth + (1 if inside else 0), passage.block,
        last=masked[-1] if masked else None,
    )  # fmt: skip


def _continue(
    reading: Reading, mentions: Mentions, drafts: list[_Draft], used: set[Quotation],
    turns: dict[int, Turn],
) -> None:  # fmt: skip
    """Quotations without words of their own to introduce them.

    In the same paragraph, and over paragraphs while the quotation is not closed, they go on with
    the speech before them. Otherwise nobody is said to speak.
    """
    masked = [(p, i, q) for p in reading.frames() for i, q in sorted(p.masks.items())]
    previous: Quotation | None = None
    for passage, index, quotation in masked:
        turn = turns.get(passage.block)
        if quotation not in used and not (turn is not None and turn.answer):
            draft = _speech_before(passage, index, drafts, previous)
            if draft is not None:
                draft.pieces.append(quotation.inner)
                draft.last = quotation
            elif _alone(passage, quotation):
                speaker = _subject_before(passage, index, mentions, reading.text)
                drafts.append(
                    _Draft(speaker, None, [quotation.inner], "asserted", 1, passage.block,
                           last=quotation)
                )  # fmt: skip
            used.add(quotation)
        previous = quotation


def _speech_before(
    passage: Passage, index: int, drafts: list[_Draft], previous: Quotation | None
) -> _Draft | None:
    """The speech that a quotation goes on with: unclosed before it, or in the sentence before."""
    block = passage.block
    if previous is not None and previous.continued and block == previous.block + 1:
        return next((d for d in drafts if previous.inner in d.pieces), None)
    first = passage.doc[index].sent.start
    if first == 0:
        return None
    before = passage.span(passage.doc[first - 1].sent)
    earlier = [
        d for d in drafts if d.block == block and d.last is not None
        and (before.overlaps(d.last.inner) or (d.cue is not None and before.contains(d.cue)))
        and d.last.inner.end < passage.masks[index].inner.start
    ]  # fmt: skip
    return max(earlier, key=lambda d: d.pieces[-1].end) if earlier else None


def _subject_before(passage: Passage, index: int, mentions: Mentions, text: str) -> Speaker | None:
    """ "He questioned the figures. "If that's true, ..."": the person the sentence before is about."""
    first = passage.doc[index].sent.start
    if first == 0:
        return None
    head = subject_of(passage.doc[first - 1].sent.root)
    entity = mentions.resolve(passage, head) if head is not None else None
    if head is None or entity is None or entity.type != "person":
        return None
    return speaker_of(passage, head, mentions, text)


def _alone(passage: Passage, quotation: Quotation) -> bool:
    """Whether the quotation is a sentence by itself, as after a paragraph's end."""
    mask = next(i for i, q in passage.masks.items() if q is quotation)
    sentence = passage.doc[mask].sent
    return sum(t.is_alpha for t in sentence) <= 1


def _distinct(drafts: list[_Draft]) -> list[_Draft]:
    """One draft for each content: of two readings of the same words, the one with a speaker."""
    kept: list[_Draft] = []
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


def _nested(drafts: list[_Draft]) -> list[_Draft]:
    """Raise the depth of claims whose reporting words stand inside another claim's content."""
    pieces = Placed([(p, d) for d in drafts for p in d.pieces], lambda placed: placed[0])
    kept = []
    for draft in drafts:
        cue = draft.cue
        outer = [] if cue is None else [
            d for p, d in pieces.overlapping(cue) if d is not draft and p.contains(cue)
        ]  # fmt: skip
        if outer and draft.depth == 1:
            draft.depth = 1 + max(d.depth for d in outer)
        if not outer or not _repeats(draft, outer):
            kept.append(draft)
    return kept


def _repeats(draft: _Draft, outer: list[_Draft]) -> bool:
    """ "Economists said that they see": the inner report has the outer one's speaker."""
    if draft.depth == 1 or draft.speaker is None:
        return False
    speaker = draft.speaker
    pronouns = words("people", "person_pronouns") | words("people", "group_pronouns")
    if speaker.entity is None:
        return speaker.quote.lower() in pronouns
    return any(d.speaker is not None and d.speaker.entity == speaker.entity for d in outer)


def _claim(reading: Reading, draft: _Draft) -> Claim:
    text, sha = reading.text, reading.article.sha256
    pieces = sorted(draft.pieces)
    spans = [*([draft.cue] if draft.cue else []), *pieces]
    return Claim(
        id=content_id("c", sha, spans),
        speaker=draft.speaker,
        cue=Quote.of(text, draft.cue) if draft.cue else None,
        content=tuple(Quote.of(text, piece) for piece in pieces),
        form=draft.form or form_of(pieces, draft.cue, reading),
        certainty=draft.certainty,
        depth=draft.depth,
    )
