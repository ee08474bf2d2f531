"""Each way of doubting: by verb, idiom, noun, adjective, evaluation and lack of evidence."""

from __future__ import annotations

import pytest
from tests.extract.support import facts_of


def _found(text: str) -> list[tuple[str | None, str, str, str]]:
    skeptics = facts_of(text).skeptics
    return [
        (s.holder.quote if s.holder else None, s.cue.quote, s.stance, s.target.quote)
        for s in skeptics
    ]


@pytest.mark.parametrize(
    ("text", "holder", "cue", "stance", "target"),
    [
        ("Unions opposed the plan.", "Unions", "opposed", "disputes", "the plan"),
        ("Unions opposed to the plan marched.", "Unions", "opposed", "disputes", "the plan"),
        ("Unions are opposed to the plan.", "Unions", "opposed", "disputes", "the plan"),
        ("Anna Berg questioned whether the dam was safe.", "Anna Berg", "questioned", "doubts",
         "the dam was safe"),
        ("Anna Berg challenged the minister's account.", "Anna Berg", "challenged", "disputes",
         "the minister's account"),
        ("A study contradicts the minister's claim.", "A study", "contradicts", "disputes",
         "the minister's claim"),
        ("The bank denied hiding losses.", "The bank", "denied", "denies", "hiding losses"),
        ("Anna Berg blasted the mayor.", "Anna Berg", "blasted", "criticises", "the mayor"),
        ("Anna Berg attacked the mayor for the delay.", "Anna Berg", "attacked", "criticises",
         "the mayor"),
        ("Unions blamed the delay on the mayor.", "Unions", "blamed", "criticises", "the mayor"),
        ("Anna Berg accused the minister of misleading parliament.", "Anna Berg", "accused",
         "criticises", "the minister"),
        ("The figures are disputed by the ministry.", "the ministry", "disputed", "disputes",
         "The figures"),
        ("The figures, disputed by the ministry, were printed again.", "the ministry", "disputed",
         "disputes", "The figures"),
        ("What Anna Berg rejects is the idea that one year proves it.", "Anna Berg", "rejects",
         "disputes", "the idea that one year proves it"),
        ("Anna Berg, who condemned the decision, resigned.", "Anna Berg", "condemned",
         "criticises", "the decision"),
        ("The mayor went on to dispute the figures.", "The mayor", "dispute", "disputes",
         "the figures"),
    ],
)  # fmt: skip
def test_verbs(text: str, holder: str, cue: str, stance: str, target: str) -> None:
    assert _found(text) == [(holder, cue, stance, target)]


@pytest.mark.parametrize(
    ("text", "holder", "cue", "stance", "target"),
    [
        ("Anna Berg hit out at the mayor.", "Anna Berg", "hit out at", "criticises", "the mayor"),
        ("Anna Berg poured cold water on the idea.", "Anna Berg", "poured cold water on",
         "doubts", "the idea"),
        ("Anna Berg poked holes in the report.", "Anna Berg", "poked holes in", "disputes",
         "the report"),
        ("The bank pushed back against the claim.", "The bank", "pushed back against", "disputes",
         "the claim"),
        ("The bank brushed aside the criticism.", "The bank", "brushed aside", "disputes",
         "the criticism"),
        ("Anna Berg called the result into question.", "Anna Berg", "called", "doubts",
         "the result"),
        ("The figures are at odds with the bank's account.", "The figures", "at odds", "disputes",
         "the bank's account"),
        ("Farmers came out against the dam.", "Farmers", "came out against", "disputes",
         "the dam"),
        ("Farmers are against the plan.", "Farmers", "are against", "disputes", "the plan"),
        ("Anna Berg objected to the ruling.", "Anna Berg", "objected to", "disputes",
         "the ruling"),
        ("Anna Berg finds it hard to believe that the dam is safe.", "Anna Berg",
         "hard to believe", "doubts", "the dam is safe"),
        ("The minister refused to believe the figures.", "The minister", "refused to believe",
         "doubts", "the figures"),
        ("The answer did not convince Anna Berg.", "Anna Berg", "not convince", "doubts",
         "The answer"),
        ("The answer failed to convince Anna Berg.", "Anna Berg", "failed to convince", "doubts",
         "The answer"),
        ("Anna Berg has no faith in the plan.", "Anna Berg", "has no faith", "doubts",
         "the plan"),
        ("Residents have lost confidence in the council.", "Residents", "lost confidence",
         "doubts", "the council"),
        ("Analysts wondered how much time is left.", "Analysts", "wondered", "doubts",
         "how much time is left"),
    ],
)  # fmt: skip
def test_idioms(text: str, holder: str, cue: str, stance: str, target: str) -> None:
    assert _found(text) == [(holder, cue, stance, target)]


@pytest.mark.parametrize(
    ("text", "holder", "cue", "stance", "target"),
    [
        ("The mayor came under fire from unions for the delay.", "unions", "came under fire",
         "criticises", "The mayor"),
        ("The plan was met with skepticism.", None, "skepticism", "doubts", "The plan"),
        ("The council approved the plan over the objections of farmers.", "farmers",
         "objections", "criticises", "the plan"),
        ("The plan was approved despite objections from farmers.", "farmers", "objections",
         "criticises", "The plan"),
        ("Critics of the plan say it would cost jobs.", "Critics", "Critics", "criticises",
         "the plan"),
        ("Opponents of the dam say it would flood farms.", "Opponents", "Opponents", "disputes",
         "the dam"),
        ("Otto Lind, a fierce critic of the plan, resigned.", "Otto Lind", "critic",
         "criticises", "the plan"),
        ("Anna Berg voiced opposition to the plan.", "Anna Berg", "voiced opposition",
         "disputes", "the plan"),
        ("Anna Berg raised questions about the figures.", "Anna Berg", "raised questions",
         "doubts", "the figures"),
        ("Anna Berg remains unconvinced that the dam is safe.", "Anna Berg", "unconvinced",
         "doubts", "the dam is safe"),
        ("Anna Berg was dismissive of the report.", "Anna Berg", "dismissive", "disputes",
         "the report"),
        ("Residents were wary of the plan.", "Residents", "wary", "doubts", "the plan"),
    ],
)  # fmt: skip
def test_nouns_and_adjectives(
    text: str, holder: str | None, cue: str, stance: str, target: str
) -> None:
    assert _found(text) == [(holder, cue, stance, target)]


@pytest.mark.parametrize(
    ("text", "holder", "cue", "stance", "target"),
    [
        ("Her office called the report “fiction.”", "Her office", "called", "denies",
         "the report"),
        ("Anna Berg called that estimate “speculative”.", "Anna Berg", "called", "disputes",
         "that estimate"),
        ("Anna Berg called that ‘theatre’.", "Anna Berg", "called", "criticises", "that"),
        ("Unions described the plan as reckless.", "Unions", "described", "criticises",
         "the plan"),
        ("The plan was branded a farce by unions.", "unions", "branded", "criticises",
         "The plan"),
        ("The bank dismissed the report as nonsense.", "The bank", "dismissed", "denies",
         "the report"),
        ("Anna Berg called it unlikely that the bridge will open.", "Anna Berg", "called",
         "disputes", "the bridge will open"),
        ("Anna Berg said the claim was false.", "Anna Berg", "false", "denies", "the claim"),
        ("“That is not true,” said Anna Berg.", "Anna Berg", "not true", "denies", "That"),
        ("“The plan is absurd,” said Anna Berg.", "Anna Berg", "absurd", "criticises",
         "The plan"),
        ("“There is no evidence that the dam is unsafe,” said Anna Berg.", "Anna Berg",
         "no evidence", "disputes", "the dam is unsafe"),
        ("Officials said there was no evidence to support the claim.", "Officials",
         "no evidence", "disputes", "the claim"),
    ],
)  # fmt: skip
def test_evaluations(text: str, holder: str, cue: str, stance: str, target: str) -> None:
    assert _found(text) == [(holder, cue, stance, target)]


@pytest.mark.parametrize(
    "text",
    [
        "Without question the dam is safe.",
        "The minister was questioned by police.",
        "Police questioned the driver.",
        "The thief was denied bail.",
        "The players were denied entry to the hall.",
        "The bank denied the request.",
        "The court rejected the appeal.",
        "The board rejected the offer.",
        "The young player challenged the champion.",
        "Anna Berg challenged the mayor to name a date.",
        "Anna Berg does not dispute the figures.",
        "Nobody disputes the figures.",
        "No analyst doubts the figures.",
        "If Anna Berg disputes the figures, the bank will answer.",
        "The mayor could dispute the figures.",
        "The mayor was asked to condemn the report.",
        "Does Anna Berg dispute the figures?",
        "The man was accused of theft.",
        "The judge condemned him to death.",
        "The storm hit the town.",
        "Rebels attacked the town.",
        "The soldiers came under fire from rebels.",
        "She knocked it out of the park.",
        "It lies on the coast, as opposed to the hills.",
        "You may doubt the figures.",
        "The hall is full of light, as opposed to the dark yard.",
        "Anna Berg countered that the dam leaks.",
        "Anna Berg has great faith in the plan.",
        "Anna Berg described the town as flooded by illegal imports.",
        "Anna Berg was warned against the plan.",
        "The law opposes nobody.",
        "Her opponent in the final is Anna Berg.",
        "Anna Berg called it a difficult decision.",
        "Anna Berg called the crash a disaster.",
        "The plan is absurd.",
        "Anna Berg is not politically correct.",
        "Her critics were loud.",
        "A number of reporters were attacked by fans.",
        "Traders trust the bank.",
    ],
)
def test_other_meanings(text: str) -> None:
    assert _found(text) == []


def test_a_doubt_that_goes_on_is_one_doubt() -> None:
    found = _found("Anna Berg blasted the plan, calling it absurd.")
    assert found == [("Anna Berg", "blasted", "criticises", "the plan")]


def test_who_posted_the_words_doubts_not_the_place_of_posting() -> None:
    [(holder, *_)] = _found("Anna Berg published a letter in the Gazette criticising the plan.")
    assert holder == "Anna Berg"
