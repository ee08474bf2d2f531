"""Claims: who says what, how directly, how surely, and through how many mouths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefwright.extract.claims.certainty import certainty_of
from briefwright.extract.claims.continued import continue_quotations
from briefwright.extract.claims.direct import introduce_quotations
from briefwright.extract.claims.draft import Draft
from briefwright.extract.claims.interrupted import with_marks
from briefwright.extract.claims.interview import Turn
from briefwright.extract.claims.nesting import distinct, nested
from briefwright.extract.claims.other_reports import quoted_person
from briefwright.extract.claims.report import Report
from briefwright.extract.claims.reports import find_reports
from briefwright.extract.claims.sense import denied_to, is_whole
from briefwright.extract.clauses import form_of, own_words
from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.speakers import maker_of, participle_subject, speaker_before, speaker_of
from briefwright.extract.syntax import asked, inverted_subject
from briefwright.extract.tables import words
from briefwright.model import Claim, Quote, Span, Speaker, claim_id

if TYPE_CHECKING:
    from spacy.tokens import Token

_OWN_VOICE = {"i", "we", "you", "one", "me", "us"}
_FIRST_PERSON = {"i", "me"}  # outside of quotations: whoever writes or asks
_STATES = {"VBD", "VBZ", "VBP"}
_SUBORDINATE = {"acl", "advcl", "xcomp", "pcomp", "csubj"}
# What takes a report out of the real ("may say", "did not say", "if he says"), and what does not.
_UNREAL = {"aux", "neg", "mark"}
_PERFECT = {"has", "have", "had", "that", "'s", "’s"}
_DEFINITE = {"the", "my", "our", "his", "her", "their", "its"}


def find_claims(
    reading: Reading, mentions: Mentions, turns: dict[int, Turn], *, attitudes: bool = False
) -> tuple[Claim, ...]:
    """All claims in text order.

    Args:
        reading: the parsed article.
        mentions: resolves speakers to entities.
        turns: the answers of an interview, by paragraph.
        attitudes: take plans, wishes and attitudes as well.
    """
    drafts = [_turn(turn) for turn in turns.values() if turn.pieces]
    for passage in reading.passages:
        turn = turns.get(passage.block)
        for report in find_reports(passage, reading, attitudes=attitudes):
            draft = _draft(report, reading, mentions, answered=turn is not None and turn.answer)
            if draft is not None:
                drafts.append(draft)
    drafts += list(introduce_quotations(reading, mentions, drafts, set(turns)))
    used = {q for d in drafts for p in d.pieces for q in reading.quotations_at(p) if q.inner == p}
    drafts = [d for draft in drafts if (d := with_marks(draft, reading)).pieces]
    drafts = nested(distinct(drafts))
    drafts = continue_quotations(reading, mentions, drafts, used, turns)
    drafts = sorted(nested(distinct(drafts)), key=lambda d: (d.pieces[0], d.depth))
    return tuple(_claim(reading, d) for d in drafts if is_whole(d, reading))


def _turn(turn: Turn) -> Draft:
    return Draft(turn.speaker, None, list(turn.pieces), "asserted", 1, turn.block, "direct")


def spoken_by(report: Report, mentions: Mentions, text: str) -> Speaker | None:
    """Whoever speaks in a report, in the words by which the text calls him there."""
    passage, head, cue = report.passage, report.speaker, report.verb
    if cue.tag_ == "VBG" and len(report.cue) == 1 and quoted_person(cue) is None:
        head = participle_subject(passage, cue, head, mentions) or speaker_before(cue)
    head = maker_of(head, cue) or head
    return speaker_of(passage, head, mentions, text, cue) if head is not None else None


def _draft(report: Report, reading: Reading, mentions: Mentions, *, answered: bool) -> Draft | None:
    passage = report.passage
    head = report.speaker
    inside = passage.quotation is not None or answered
    cue = report.verb
    cue_span = passage.span(report.cue)
    spoken = inside or reading.quoted(cue_span)
    if spoken and (head is None or head.lower_ in _OWN_VOICE):
        return None
    if head is not None and head.lower_ == "you" and asked(cue):
        return None
    if head is not None and (denied_to(head) or (head.lower_ in _FIRST_PERSON and not answered)):
        return None
    if inside and cue.lemma_.lower() not in words("reporting", "speech"):
        return None
    firm = _passed_on(passage, cue, head, mentions)
    if passage.quotation is not None and not firm:
        return None
    pieces = [own_words(p, reading) for p in report.pieces if not p.overlaps(cue_span)]
    pieces = [p for p in pieces if p.of(reading.text).lower() != "it"]  # "it was reported"
    if not pieces:
        return None
    speaker = spoken_by(report, mentions, reading.text)
    if speaker is not None and any(p.contains(speaker.at) for p in pieces):
        report.speaker = inverted_subject(cue)  # nobody speaks in the words he says
        speaker = spoken_by(report, mentions, reading.text)
        if speaker is not None and any(p.overlaps(speaker.at) for p in pieces):
            speaker = None
    if speaker is not None and speaker.at.overlaps(cue_span):
        speaker = _after(cue_span, speaker, mentions, reading.text)
    masked = [passage.masks[i] for i in passage.masks if passage.masks[i].inner in pieces]
    return Draft(
        speaker,
        cue_span,
        pieces,
        "hedged" if report.unsure else certainty_of(cue, report.heads),
        report.depth + (1 if inside else 0),
        passage.block,
        last=masked[-1] if masked else None,
        firm=firm,
    )


def _after(cue: Span, speaker: Speaker, mentions: Mentions, text: str) -> Speaker | None:
    """The speaker without the reporting word that the parse takes for a name ("Remarked Berg")."""
    start = cue.end
    while start < speaker.at.end and text[start].isspace():
        start += 1
    if start >= speaker.at.end:
        return None
    rest = Span(start, speaker.at.end)
    people = [(m, e) for m, e in mentions.placed_inside(rest) if e.type == "person"]
    if people and people[-1][0].end == rest.end:
        rest, entity = people[-1][0], people[-1][1].id
    else:
        entity = None
    return Speaker(quote=rest.of(text), at=rest, entity=entity)


def _passed_on(passage: Passage, cue: Token, head: Token | None, mentions: Mentions) -> bool:
    """Whether somebody quoted passes on what a certain other one said: a report of a report.

    "People say that ..." and "If she tells us ..." are his own words, no statement of theirs.
    """
    perfect = cue.tag_ == "VBN" and any(c.lower_ in _PERFECT for c in cue.children)
    if head is None or not (cue.tag_ in _STATES or perfect) or cue.dep_ in _SUBORDINATE:
        return False
    if passage.quotation is not None and cue.dep_ == "relcl":
        return False
    if any(c.dep_ in _UNREAL and c.lower_ not in _PERFECT for c in cue.children):
        return False
    if passage.quotation is None and head.lower_ in words("people", "person_pronouns") | {"it"}:
        return True
    definite = any(c.lower_ in _DEFINITE for c in head.children if c.dep_ in {"det", "poss"})
    return definite or mentions.at(passage, head) is not None


def _claim(reading: Reading, draft: Draft) -> Claim:
    text, sha = reading.text, reading.article.sha256
    pieces = sorted(draft.pieces)
    return Claim(
        id=claim_id(sha, draft.cue, pieces),
        speaker=draft.speaker,
        cue=Quote.of(text, draft.cue) if draft.cue else None,
        content=tuple(Quote.of(text, piece) for piece in pieces),
        form=draft.form or form_of(pieces, draft.cue, reading),
        certainty=draft.certainty,
        depth=draft.depth,
    )
