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
