"""What is a statement, and what somebody only does, wants or leaves unsaid."""

from __future__ import annotations

import pytest
from tests.extract.support import article_of, facts_of

from briefwright import extract
from briefwright.extract.settings import ExtractSettings
from briefwright.model import Claim


def claims(text: str) -> tuple[Claim, ...]:
    return facts_of(text).claims


@pytest.mark.parametrize(
    "text",
    [
        "The members voted for Anna Berg to lead the party.",
        "The shop continues to run two branches.",
        "Parties use primaries to select their candidates.",
        "The council plans to close the dam.",
        "The court sentenced him to four years.",
        "Anna Berg sued the firm to block the release of her letters.",
        "The bank did not say whom it would hire.",
        "Not everyone agreed that the dam should be closed.",
        "I would like to ask you about the dam.",
        "She did not mention any of her rivals by name.",
        "He seemed to be tired.",
    ],
)
def test_no_statement_is_no_claim(text: str) -> None:
    assert claims(text) == ()


def test_attitudes_are_claims_where_a_person_wants_them() -> None:
    article = article_of("The council plans to close the dam.")
    (claim,) = extract(article, ExtractSettings(attitudes=True)).claims
    assert claim.content[0].quote == "to close the dam"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The bank urged the council to act.", "the council to act"),
        ("Anna Berg does not believe that the dam is safe.", "the dam is safe"),
        ("The storm is said to have reached the coast.", "to have reached the coast"),
        ("The pipe, officials said, burst on Monday.", "burst on Monday"),
        ("Many guests fled; the embassy confirmed two guests died.", "two guests died"),
        ("The study concluded the core (of five tons) weighs more.", "core (of five tons) weighs"),
    ],
)
def test_statements_stay_claims(text: str, content: str) -> None:
    said = " ".join(piece.quote for claim in claims(text) for piece in claim.content)
    assert content in said
    assert said.count("(") == said.count(")")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A study co-author said the dam is old.", "A study co-author"),
        ("A study co-author Dan Roe said the dam is old.", "Dan Roe"),
        ("A report by Norvane Energy said the dam is old.", "Norvane Energy"),
        ("Officials saying the dam is safe met on Monday.", "Officials"),
    ],
)
def test_the_speaker_is_whole_and_no_more(text: str, speaker: str) -> None:
    assert claims(text)[0].speaker is not None
    assert claims(text)[0].speaker.quote == speaker  # type: ignore[union-attr]


def test_a_pronoun_is_nobody_of_the_other_gender() -> None:
    text = "Susan Hall met Martin Roe on Monday. Martin Roe smiled. She said the dam was old."
    facts = facts_of(text)
    assert facts.claims[0].speaker is not None
    assert facts.claims[0].speaker.entity == "susan-hall"


def test_the_court_is_no_newspaper() -> None:
    text = "The Weekly Herald wrote about the case. The court found that the dam was old."
    claim = next(c for c in claims(text) if c.cue and c.cue.quote == "found")
    assert claim.speaker is not None
    assert claim.speaker.entity is None
