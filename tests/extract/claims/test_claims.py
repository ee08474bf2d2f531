"""Claims: the frames of reporting, and what each statement says of itself."""

from __future__ import annotations

import pytest
from tests.extract.support import facts_of

from briefwright.model import Claim


def claims_in(text: str) -> list[Claim]:
    return list(facts_of(text).claims)


def shown(claim: Claim) -> tuple[str | None, str | None, list[str]]:
    speaker = claim.speaker.quote if claim.speaker else None
    return speaker, claim.cue.quote if claim.cue else None, [p.quote for p in claim.content]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("Anna Berg warned that the dam may break.", "Anna Berg", "warned", ["the dam may break"]),
        ("The bank did not deny that rates will fall.", "The bank", "did not deny",
         ["rates will fall"]),
        ("Anna Berg pointed out that the dam is old.", "Anna Berg", "pointed out",
         ["the dam is old"]),
        ("The dam, Anna Berg said, is old.", "Anna Berg", "said", ["The dam", "is old"]),
        ("“It is old,” according to Anna Berg.", "Anna Berg", "according to", ["It is old,"]),
        ("She rejected the bank's claim that rates are low.", "the bank", "claim",
         ["rates are low"]),
        pytest.param(
            "The bank’s claim that rates are low is wrong.", "The bank", "claim",
            ["rates are low"],
            marks=pytest.mark.xfail(
                strict=True, reason="the small parser reads a curly possessive less well"
            ),
        ),
        ("The dam is allegedly unsafe.", None, "allegedly", ["The dam is", "unsafe"]),
        ("Eels are thought to be in decline.", None, "thought", ["Eels", "to be in decline"]),
        ("The bank promised to cut its rates.", "The bank", "promised", ["to cut its rates"]),
        ("The bank urged the council to act.", "The bank", "urged", ["the council to act"]),
        ("The bank called on the council to act.", "The bank", "called", ["the council to act"]),
        ("The bank called for a new vote.", "The bank", "called", ["a new vote"]),
        ("Anna Berg called the plan “a disaster”.", "Anna Berg", "called", ["a disaster"]),
        ("“The dam is old,” said Anna Berg, “but it will hold.”", "Anna Berg", "said",
         ["The dam is old,", "but it will hold."]),
        ("“It is old. It will break,” Anna Berg said. “We know it.”", "Anna Berg", "said",
         ["It is old. It will break,", "We know it."]),
    ],
)  # fmt: skip
def test_frames(text: str, speaker: str | None, cue: str, content: list[str]) -> None:
    [claim] = claims_in(text)
    assert shown(claim) == (speaker, cue, content)


def test_a_quotation_over_paragraphs_is_one_claim() -> None:
    text = "“The dam is old,” said Anna Berg. “It will break.\n“Nobody will pay for it.”"
    [claim] = claims_in(text)
    assert [p.quote for p in claim.content] == [
        "The dam is old,",
        "It will break.",
        "Nobody will pay for it.",
    ]


def test_a_quotation_that_nothing_introduces_is_nobodys() -> None:
    [claim] = claims_in("The town is quiet today.\n“We shall not leave this place.”")
    assert (claim.speaker, claim.cue) == (None, None)


@pytest.mark.parametrize(
    ("statement", "certainty"),
    [
        ("The bank said that rates fell.", "asserted"),
        ("The bank said that rates could fall.", "hedged"),
        ("The bank said that rates will probably fall.", "hedged"),
        ("The bank suggested that rates fell.", "hedged"),
        ("The bank said that rates will fall.", "projected"),
        ("The bank said that it plans to cut rates.", "projected"),
        ("The bank predicted that rates fall.", "projected"),
        ("The bank denied that rates fell.", "denied"),
        ("The bank did not deny that rates fell.", "asserted"),
        ("The bank said that if rates could fall, that is good.", "asserted"),
        ("Rates have reportedly fallen.", "hedged"),
    ],
)
def test_certainty(statement: str, certainty: str) -> None:
    [claim] = claims_in(statement)
    assert claim.certainty == certainty


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Anna Berg said: “The dam is old.”", "direct"),
        ("Anna Berg said that the dam is “very old”.", "mixed"),
        ("Anna Berg said that the dam is very old.", "indirect"),
        ("Anna Berg said that “the dam is old”.", "direct"),
    ],
)
def test_form(text: str, form: str) -> None:
    [claim] = claims_in(text)
    assert claim.form == form


def test_a_report_inside_a_report_is_deeper() -> None:
    text = "Anna Berg said that the ministry claims that the dam is safe."
    found = {c.cue.quote: c.depth for c in claims_in(text) if c.cue}
    assert found == {"said": 1, "claims": 2}


def test_a_report_inside_a_quotation_is_deeper() -> None:
    text = "“The ministry says that the dam is safe,” said Anna Berg."
    found = {c.cue.quote: (c.depth, c.form) for c in claims_in(text) if c.cue}
    assert found == {"said": (1, "direct"), "says": (2, "indirect")}


def test_a_document_that_somebody_cites_speaks_through_him() -> None:
    text = "Anna Berg cited reports suggesting that the dam is old."
    [claim] = claims_in(text)
    assert (shown(claim)[0], claim.depth) == ("Anna Berg", 2)


@pytest.mark.parametrize(
    "text",
    [
        "The committee wondered whether the dam is safe.",
        "The report is long, and so is the letter.",
        "The so-called “experts” left the room.",
        "He sang “The Old Dam Of Halden” at the fair.",
        "Anna Berg asked if the dam is safe.",
    ],
)
def test_no_claim(text: str) -> None:
    assert claims_in(text) == []


INTERVIEW = """Otto Lind runs the harbour.
Otto Lind: Good morning.
The Courier: Who pays?
Otto Lind: The state does.

It always did.
The Courier: Is it fair?
Otto Lind: I say it is."""


def test_an_interview_by_names() -> None:
    answers = [c for c in claims_in(INTERVIEW) if c.cue is None]
    assert [[p.quote for p in c.content] for c in answers] == [
        ["Good morning."],
        ["The state does.", "It always did."],
        ["I say it is."],
    ]
    assert {c.speaker.entity for c in answers if c.speaker} == {"otto-lind"}


def test_labels_without_questions_are_no_interview() -> None:
    text = "Update: The dam broke.\nUpdate: It holds.\nWeather: Rain.\nWeather: Sun."
    assert claims_in(text) == []
