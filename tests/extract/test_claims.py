"""Claims: each frame of reporting, by sentences written for it."""

from __future__ import annotations

import pytest

from briefwright import Article, extract
from briefwright.model import Facts

INTRO = "Anna Berg, a researcher at Halden University, spoke on Monday. "


def facts_of(text: str) -> Facts:
    return extract(Article.from_text(text, published="2025-01-28", id="claims"))


FRAMES = [
    # text, speaker's words, cue, content, form, certainty, depth
    ("“It works,” said Anna Berg.", "Anna Berg", "said", "It works,", "direct", "asserted", 1),
    ("Anna Berg said that it works.", "Anna Berg", "said", "it works", "indirect", "asserted", 1),
    ("Berg said it could work.", "Berg", "said", "it could work", "indirect", "hedged", 1),
    ("Berg said it will work.", "Berg", "said", "it will work", "indirect", "projected", 1),
    (
        "The ministry denied that any decision had been taken.",
        "The ministry",
        "denied",
        "any decision had been taken",
        "indirect",
        "denied",
        1,
    ),
    (
        "The plan works, according to two officials.",
        "two officials",
        "according to",
        "The plan works",
        "indirect",
        "asserted",
        1,
    ),
    (
        "According to the union, the plan works.",
        "the union",
        "According to",
        "the plan works",
        "indirect",
        "asserted",
        1,
    ),
    (
        "Berg described the plan as “a wake-up call” for the town.",
        "Berg",
        "described",
        "a wake-up call",
        "direct",
        "asserted",
        1,
    ),
    (
        "The firm claims to have built it at a fraction of the cost.",
        "The firm",
        "claims",
        "to have built it at a fraction of the cost",
        "indirect",
        "asserted",
        1,
    ),
    (
        "Berg expressed confidence in the town’s ability to pay.",
        "Berg",
        "expressed",
        "in the town’s ability to pay",
        "indirect",
        "asserted",
        1,
    ),
    (
        "Berg said the town was “strung along” by the ministry.",
        "Berg",
        "said",
        "the town was “strung along” by the ministry",
        "mixed",
        "asserted",
        1,
    ),
]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content", "form", "certainty", "depth"), FRAMES
)
def test_frames(
    text: str, speaker: str, cue: str, content: str, form: str, certainty: str, depth: int
) -> None:
    [claim] = facts_of(text).claims
    assert claim.speaker is not None
    assert claim.cue is not None
    assert claim.speaker.quote == speaker
    assert claim.cue.quote == cue
    assert [piece.quote for piece in claim.content] == [content]
    assert (claim.form, claim.certainty, claim.depth) == (form, certainty, depth)


def test_a_split_quotation_is_one_claim() -> None:
    [claim] = facts_of("“We are late,” said Anna Berg, “but we will come.”").claims
    assert [piece.quote for piece in claim.content] == ["We are late,", "but we will come."]


def test_a_quotation_goes_on_after_its_speaker() -> None:
    [claim] = facts_of("“We are late,” Berg said. “We will come.”").claims
    assert [piece.quote for piece in claim.content] == ["We are late,", "We will come."]


def test_a_pronoun_is_resolved_to_the_person() -> None:
    [claim] = facts_of(INTRO + "She said that the river was clean.").claims
    assert claim.speaker is not None
    assert (claim.speaker.quote, claim.speaker.entity) == ("She", "anna-berg")


def test_an_unnamed_speaker_stays_unnamed() -> None:
    [claim] = facts_of(INTRO + "Experts noted that the river was clean.").claims
    assert claim.speaker is not None
    assert (claim.speaker.quote, claim.speaker.entity) == ("Experts", None)


def test_staff_speak_for_their_company() -> None:
    text = "The company Veldmark sells a model, which its creators claim was trained in a week."
    [claim] = facts_of(text).claims
    assert claim.speaker is not None
    assert (claim.speaker.quote, claim.speaker.entity) == ("its creators", "veldmark")


def test_a_report_of_a_report_is_deeper() -> None:
    text = "Anna Berg cited reports suggesting that the firm uses old ships."
    [claim] = facts_of(text).claims
    assert claim.speaker is not None
    assert (claim.speaker.entity, claim.depth) == ("anna-berg", 2)


def test_reportedly_names_nobody() -> None:
    [claim] = facts_of("The work reportedly cost five million pounds.").claims
    assert (claim.speaker, claim.certainty) == (None, "hedged")


@pytest.mark.parametrize(
    "text",
    [
        "The committee asked whether the plan works.",
        "He wrote a book about the sea.",
        "They believe in the plan.",
        "She reads “International Women’s Day Celebration” on the banner.",
    ],
)
def test_no_claim(text: str) -> None:
    assert facts_of(text).claims == ()


def test_an_interview_gives_each_answer_to_the_person_interviewed() -> None:
    text = (
        "Maren Tollefsen runs the harbour at Skarvik.\n"
        "Q: Who pays for it?\n"
        "A: The state pays 40 per cent. We borrow the rest.\n"
        "Q: Is that fair?\n"
        "A: It was a joke, and I regret it."
    )
    answers = [c for c in facts_of(text).claims if c.cue is None]
    assert [c.content[0].quote for c in answers] == [
        "The state pays 40 per cent. We borrow the rest.",
        "It was a joke, and I regret it.",
    ]
    assert {c.speaker.entity for c in answers if c.speaker} == {"maren-tollefsen"}
