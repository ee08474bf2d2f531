"""A doubt may be the last word of an article."""

from __future__ import annotations

import pytest
from tests.extract.support import facts_of


@pytest.mark.parametrize(
    "text",
    [
        "The bank claimed that the dam is safe. Anna Berg doubts it",
        "The bank claimed that the dam is safe. Anna Berg rejected the claim",
    ],
)
def test_a_doubt_at_the_end_of_the_text_is_read(text: str) -> None:
    (skeptic,) = facts_of(text).skeptics
    assert skeptic.holder is not None
    assert skeptic.holder.entity == "anna-berg"
