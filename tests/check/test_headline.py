"""Headlines that state what the text only reports."""

from __future__ import annotations

from typing import Any

import pytest
from tests.check.planted import article_of, claim, found, pair, person

TEXT = "The northern mine poisoned the river, Jane Doe said. Workers were told on Monday."
CONTENT = "The northern mine poisoned the river"
TITLE = "Northern mine poisoned river"


def findings(title: str, text: str = TEXT, claims: list[Any] | None = None) -> list[Any]:
    told = [claim(CONTENT, "Jane Doe", entity="jane-doe")] if claims is None else claims
    article = article_of(text, title=title)
    return found("headline-claim", pair(article, entities=[person("Jane Doe")], claims=told))


def test_a_flat_headline_on_one_speakers_word() -> None:
    (finding,) = findings(TITLE)
    assert finding.severity == "warning"
    assert finding.message == "the title states flatly what the text has from “Jane Doe” alone"
    assert finding.working == (
        "title: “Northern mine poisoned river”",
        "“Jane Doe”: “The northern mine poisoned the river”",
        "4 of 4 words of the title stand there, and in no other sentence",
    )


@pytest.mark.parametrize(
    "title",
    [
        "Northern mine poisoned river, Doe says",
        "Northern mine may have poisoned river",
        "Northern mine ‘poisoned river’",
        "Northern mine poisoned river?",
        "Doe: northern mine poisoned river",
        "Jane Doe: why the northern mine poisoned our river",
        "Mine workers told on Monday",
        "River poisoned",
    ],
)
def test_a_headline_that_leaves_it_open_or_says_another_thing(title: str) -> None:
    assert findings(title) == []


def test_a_text_that_says_so_itself() -> None:
    text = f"{TEXT} Tests show that mine water poisoned the northern river."
    assert findings(TITLE, text) == []


def test_two_speakers_are_no_single_word() -> None:
    text = f"{TEXT} The mine in the north poisoned that northern river, the mayor said."
    claims = [
        claim(CONTENT, "Jane Doe", entity="jane-doe"),
        claim("The mine in the north poisoned that northern river", "the mayor"),
    ]
    claims[0]["cue"] = {"quote": "said", "prefix": "Doe "}
    claims[1]["cue"] = {"quote": "said", "prefix": "mayor "}
    assert findings(TITLE, text, claims) == []


def test_an_article_without_a_speaker_is_left_alone() -> None:
    assert findings(TITLE, TEXT, [claim(CONTENT, None, None)]) == []
