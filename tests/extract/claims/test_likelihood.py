"""Frames: which words a word may report, and how likely it does."""

from __future__ import annotations

import pytest
from tests.extract.support import article_of

from briefwright.extract.claims.frame import Frame
from briefwright.extract.claims.frames import frames_of
from briefwright.extract.claims.likelihood import LEAST, MOST, Count, evidence, likelihood
from briefwright.extract.reading import read
from briefwright.extract.settings import DEFAULT_PIPELINE


def frames_in(text: str, word: str) -> dict[str, Frame]:
    [passage] = read(article_of(text), DEFAULT_PIPELINE).frames()
    return {f.name: f for token in passage.doc if token.text == word for f in frames_of(token)}


@pytest.mark.parametrize(
    ("text", "word", "frame", "speaker"),
    [
        ("Anna Berg fears that the dam will break.", "fears", "that", "Berg"),
        ("The bank hopes to cut its rates.", "hopes", "to", "bank"),
        ("The council backed the plan.", "backed", "object", "council"),
        ("The bank warned of higher prices.", "warned", "of", "bank"),
        ("The bank urged the council to act.", "urged", "whom to", "bank"),
        ("The mayor is confident that the dam holds.", "confident", "that", "mayor"),
        ("She rejected the bank's claim that rates are low.", "claim", "owner's that", "bank"),
        ("The dam is said to be unsafe.", "said", "passive all to", None),
    ],
)
def test_a_frame_names_its_speaker(text: str, word: str, frame: str, speaker: str | None) -> None:
    found = frames_in(text, word)[frame]
    assert (found.speaker.text if found.speaker is not None else None) == speaker


def test_a_relative_clause_is_spoken_by_its_who() -> None:
    found = frames_in("They met the traders who fear that prices will fall.", "fear")["that"]
    assert found.relative is not None
    assert found.relative.text == "who"


def test_what_mostly_reports_is_likelier_than_what_hardly_does() -> None:
    said = frames_in("Anna Berg said that the dam is old.", "said")["that"]
    built = frames_in("Anna Berg built the dam.", "built")["object"]
    assert likelihood(said) > 0.5 > likelihood(built)


def test_what_would_be_said_is_less_likely() -> None:
    plain = frames_in("The bank argued that rates are low.", "argued")["that"]
    modal = frames_in("The bank would argue that rates are low.", "argue")["that"]
    assert likelihood(plain) > likelihood(modal)


def test_evidence_grows_with_the_rate_and_stays_finite() -> None:
    every = Count(50, 100)
    rates = [evidence(Count(cued, 10), every) for cued in range(11)]
    assert rates == sorted(rates)
    assert evidence(Count(0, 10**9), every) == pytest.approx(-5.293, abs=0.001)
    assert (LEAST, MOST) == (0.005, 0.98)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to comment on the letter.",
        "Analysts are unconvinced that rates will fall.",
        "She questioned whether the dam is safe.",
    ],
)
def test_nothing_is_asserted(text: str) -> None:
    from tests.extract.support import facts_of

    assert facts_of(text).claims == ()
