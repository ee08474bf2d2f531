"""Whose words a claim holds: where its content begins and ends, and who says it."""

from __future__ import annotations

import pytest
from tests.extract.support import facts_of


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            'Berg said it was in a "serious" state; Channel Nine reported he received surgery.',
            "Channel Nine",
            "he received surgery",
        ),
        (
            "Scientists cautioned against an excess of optimism for the species.",
            "Scientists",
            "against an excess of optimism for the species",
        ),
        (
            "Minister Berg said \u201cWe couldn\u2019t win,\u201d and the flag is at half-mast.",
            "Berg",
            "We couldn\u2019t win,",
        ),
        (
            "Remarked Hollis Institute scientist Anna Berg, \u201cThis is a gift to us all.\u201d",
            "Anna Berg",
            "This is a gift to us all.",
        ),
        (
            "Researchers at the University of California, Los Angeles said the dam was safe.",
            "Researchers at the University of California",
            "the dam was safe",
        ),
        (
            "Police in Salem, Oregon, say they were called at noon.",
            "Police in Salem",
            "they were called at noon",
        ),
    ],
)
def test_a_claim_holds_its_speakers_words(text: str, speaker: str, content: str) -> None:
    claims = [c for c in facts_of(text).claims if c.speaker and c.speaker.quote == speaker]
    assert [[piece.quote for piece in claim.content] for claim in claims] == [[content]]


def test_nobody_speaks_in_his_own_words() -> None:
    text = (
        '"Old rules may have been right," reads Judge Berg\'s statement, "but people are now '
        "alike. If there ever was a time to discuss 'the place of women in the Armed Services,' "
        'that time has passed."'
    )
    (claim,) = facts_of(text).claims
    assert claim.speaker is not None
    assert claim.speaker.quote == "Judge Berg's statement"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("His son said he died in Paris without elaborating.", ["he died in Paris"]),
        ("It was reported Berg was in hospital.", ["Berg was in hospital"]),
        (
            "Berg announced he had asked for help on Monday, and that Roe sent it.",
            ["he had asked for help on Monday", "Roe sent it"],
        ),
        (
            "According to the researchers, sale and lease of sacred land was legal.",
            ["sale and lease of sacred land was legal"],
        ),
        (
            "Since the discovery, according to the academy, four planets have been found.",
            ["four planets have been found"],
        ),
        (
            "Police reported the man left the hall and continued to attack others.",
            ["the man left the hall and continued to attack others"],
        ),
    ],
)
def test_a_content_is_whole_and_holds_no_more(text: str, content: list[str]) -> None:
    (claim,) = facts_of(text).claims
    assert [piece.quote for piece in claim.content] == content


def test_a_speaker_is_called_without_the_day() -> None:
    (claim,) = facts_of("According to officials on Saturday, the virus was found.").claims
    assert claim.speaker is not None
    assert claim.speaker.quote == "officials"


def test_a_name_in_a_relative_clause_is_no_claim() -> None:
    text = 'The University of Lindholm hosted a course about rehabilitation called "Learning Now".'
    assert facts_of(text).claims == ()


def test_a_quotation_before_its_verb_needs_no_comma() -> None:
    text = (
        '"I am in awe of the people who ran to help us all" tweeted Mayor Anna Berg. '
        '"Their courage is incredible."'
    )
    (claim,) = facts_of(text).claims
    assert claim.speaker is not None
    assert claim.speaker.quote == "Anna Berg"
    assert len(claim.content) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The Post quoted Anna Berg, once a deputy, as saying that the agency had failed.",
        "Anna Berg was quoted as saying that the agency had failed.",
    ],
)
def test_whoever_is_quoted_speaks(text: str) -> None:
    (claim,) = facts_of(text).claims
    assert claim.speaker is not None
    assert claim.speaker.quote == "Anna Berg"
    assert [piece.quote for piece in claim.content] == ["the agency had failed"]


def test_a_statement_goes_on_after_the_words_that_interrupt_it() -> None:
    (claim,) = facts_of("The dam was old, officials said, and is now closed.").claims
    assert [piece.quote for piece in claim.content] == ["The dam was old", "is now closed"]


def test_a_question_to_the_reader_is_no_claim() -> None:
    assert facts_of("In what ways do you believe you have won what you sought?").claims == ()
