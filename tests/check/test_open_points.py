"""What an article leaves open, each with the facts it is about."""

from __future__ import annotations

from typing import Any

import pytest
from tests.check.planted import article_of, claim, counts, found, pair, person

from briefwright.model import Finding


def notices(check: str, text: str, **kinds: Any) -> list[Finding]:
    findings = found(check, pair(article_of(text), **kinds))
    assert all(finding.severity == "notice" for finding in findings)
    return findings


def test_a_pronoun_that_was_not_resolved() -> None:
    text = "He said it works."
    (finding,) = notices("unresolved-pronoun", text, claims=[claim("it works", "He", id="c-1")])
    assert finding.message == "“He”: who that is was not found in the text."
    assert finding.facts == ("c-1",)
    assert notices("unnamed-source", text, claims=[claim("it works", "He")]) == []


def test_a_pronoun_that_was_resolved_is_no_finding() -> None:
    text = "Jane Doe came. She said it works."
    told = claim("it works", "She", entity="jane-doe")
    kinds = {"entities": [person("Jane Doe")], "claims": [told]}
    assert notices("unresolved-pronoun", text, **kinds) == []


@pytest.mark.parametrize(
    ("certainty", "open_ones"), [("hedged", 1), ("projected", 1), ("asserted", 0), ("denied", 0)]
)
def test_hedged_claims(certainty: str, open_ones: int) -> None:
    told = claim("it works", "Officials", certainty=certainty, id="c-1")
    findings = notices("hedged-claim", "Officials said it works.", claims=[told])
    assert [finding.facts for finding in findings] == [("c-1",)] * open_ones


def test_hedged_claims_are_counted() -> None:
    claims = [
        claim("it works", "Officials", None, certainty="hedged"),
        claim("it sells", "Others", None, certainty="projected"),
    ]
    text = "Officials think it works. Others think it sells."
    (finding,) = notices("hedged-claim", text, claims=claims)
    assert finding.message == "2 claims are told as uncertain or about the future."
    assert len(finding.facts) == 2


def test_events_without_a_date() -> None:
    date = {"id": "d-1", "quote": "3 May", "type": "DATE", "value": "2025-05-03",
            "basis": "explicit"}  # fmt: skip
    events = [
        {"id": "e-1", "quote": "the bridge closed", "status": "past"},
        {"id": "e-2", "quote": "it opened", "status": "past", "date": "d-1"},
    ]
    text = "First the bridge closed. On 3 May it opened."
    (finding,) = notices("undated-event", text, dates=[date], timeline=events)
    assert (finding.message, finding.facts) == ("1 event has no date in the article.", ("e-1",))


def test_figures_without_a_date() -> None:
    date = {"id": "d-1", "quote": "2024", "type": "DATE", "value": "2024", "basis": "explicit"}
    text = "It has 40 shops. In 2024 it had 30 shops."
    (finding,) = notices(
        "undated-figure", text, dates=[date], figures=counts("40 shops", "30 shops")
    )
    assert finding.message.startswith("1 figure stands in a sentence without a date")
    assert finding.facts == ("f-40shops",)


def test_figures_without_a_unit() -> None:
    text = "It rose to 7,880 from 7,000 points."
    figures = counts("7,880", "7,000 points")
    (finding,) = notices("figure-without-unit", text, figures=figures)
    assert finding.facts == ("f-7880",)


DOUBT = {
    "id": "s-1", "holder": {"quote": "Roe", "entity": "roe"}, "cue": {"quote": "doubts"},
    "stance": "doubts", "target": {"quote": "Jane Doe", "entity": "jane-doe"},
}  # fmt: skip
PEOPLE = [person("Jane Doe"), person("Roe")]


def test_a_doubt_without_an_answer() -> None:
    text = "Roe doubts Jane Doe."
    (finding,) = notices("unanswered-doubt", text, entities=PEOPLE, skeptics=[DOUBT])
    assert finding.message == "Jane Doe: the article has no answer to “doubts”."
    assert finding.facts == ("s-1",)


def test_a_doubt_with_an_answer() -> None:
    text = "Roe doubts Jane Doe. It works, she said."
    answer = claim("It works", "she", entity="jane-doe")
    kinds = {"entities": PEOPLE, "skeptics": [DOUBT], "claims": [answer]}
    assert notices("unanswered-doubt", text, **kinds) == []


def test_what_was_said_before_is_no_answer() -> None:
    text = "It works, she said. Roe doubts Jane Doe."
    before = claim("It works", "she", entity="jane-doe")
    kinds = {"entities": PEOPLE, "skeptics": [DOUBT], "claims": [before]}
    assert len(notices("unanswered-doubt", text, **kinds)) == 1


def test_what_can_not_speak_owes_no_answer() -> None:
    thing = {"id": "jane-doe", "name": "Jane Doe", "type": "product"}
    kinds = {"entities": [thing, person("Roe")], "skeptics": [DOUBT]}
    assert notices("unanswered-doubt", "Roe doubts Jane Doe.", **kinds) == []
