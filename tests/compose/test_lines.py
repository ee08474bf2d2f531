"""The view models on small articles of their own."""

from __future__ import annotations

from typing import Any

import pytest

from briefwright.check.unknowns import unknowns
from briefwright.compose.chart import market_chart
from briefwright.compose.claims import claim_lines
from briefwright.compose.dossier import Dossier
from briefwright.compose.figures import CONTEXT, ELLIPSIS, figure_lines
from briefwright.compose.keypoints import MOST, key_points
from briefwright.compose.limits import not_checked
from briefwright.compose.links import Links, anchor
from briefwright.compose.market import effect_lines
from briefwright.compose.skeptics import skeptic_lines
from briefwright.compose.source import Source
from briefwright.compose.source_list import source_line
from briefwright.model import Article, Facts, Metadata, Stated

LINKS = Links(root="../", homes={"a": "b"}, here="b")


def words_of(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"quote": words, "at": [start, start + len(words)]}


def source(text: str, **kinds: Any) -> Source:
    article = Article(id="a", text=text)
    return Source(Dossier(article, Facts.of(article, **kinds)))


def claim(text: str, number: int, speaker: str, content: str, **more: Any) -> dict[str, Any]:
    who = {"entity": more.pop("entity", None), **words_of(text, speaker)}
    return {
        "id": f"c-{number:010x}", "speaker": who, "cue": None, "form": "direct",
        "content": [words_of(text, content)], "certainty": "asserted", **more,
    }  # fmt: skip


def move(text: str, number: int, name: str, direction: str | None, *sizes: str) -> dict[str, Any]:
    return {
        "id": f"m-{number:010x}", "instrument": words_of(text, name), "measure": "price",
        "direction": direction, "cue": words_of(text, name), "change": list(sizes),
        **words_of(text, text),
    }  # fmt: skip


def figure(text: str, number: int, words: str, value: float, **more: Any) -> dict[str, Any]:
    kind = {"id": f"f-{number:010x}", "kind": "percent", "value": value}
    return {**kind, **words_of(text, words), **more}


@pytest.mark.parametrize(
    ("article", "fact", "expected"),
    [
        ("a", "c-0123456789", "c-0123456789"),
        ("a", "donald-trump", "a.donald-trump"),
        ("a", "c-012345678g", "a.c-012345678g"),
        ("a", "_x_y", "a...x..y"),
    ],
)
def test_anchors_hold_no_syntax_and_are_unique(article: str, fact: str, expected: str) -> None:
    assert anchor(article, fact) == expected


@pytest.mark.parametrize("fact", ["", "a b", "x]y", 'x"y', "x.y", "x{y"])
def test_an_anchor_is_never_made_of_anything_else(fact: str) -> None:
    with pytest.raises(ValueError, match="address"):
        anchor("a", fact)


def test_key_points_take_a_second_claim_of_a_speaker_only_after_the_others() -> None:
    people = [f"P{n}" for n in range(5)]
    text = " ".join(f"{p}: one two {p}x. {p}: one two {p}y." for p in people)
    entities = [
        {"id": p.lower(), "name": p, "type": "person", "mentions": [words_of(text, p)["at"]]}
        for p in people
    ]
    claims = [
        claim(text, n, p, f"one two {p}{end}", entity=p.lower())
        for n, (p, end) in enumerate([(p, end) for p in people for end in "xy"])
    ]
    lines = claim_lines([origin := source(text, entities=entities, claims=claims)], LINKS)
    chosen = [point.extract for point in key_points([origin], lines, [], [])]
    assert len(chosen) == MOST
    assert [sum(p in extract for extract in chosen) for p in people] == [2, 1, 1, 1, 1]


def test_key_points_leave_out_hearsay_the_unnamed_and_single_words() -> None:
    text = "Ann said “Obviously.” Experts said one two three. Ann heard four five six."
    ann = {"id": "ann", "name": "Ann", "type": "person", "mentions": [[0, 3]]}
    claims = [
        claim(text, 1, "Ann", "Obviously.", entity="ann"),
        claim(text, 2, "Experts", "one two three"),
        claim(text, 3, "Ann", "four five six", entity="ann", depth=2),
    ]
    origin = source(text, entities=[ann], claims=claims)
    assert key_points([origin], claim_lines([origin], LINKS), [], []) == []


def test_a_direct_claim_is_shown_without_the_articles_quotation_marks() -> None:
    text = "Ann said: “It is so.”"
    lines = claim_lines([source(text, claims=[claim(text, 1, "Ann", "“It is so.”")])], LINKS)
    assert lines[0].pieces == ("It is so.",)
    assert lines[0].voice.heading == "Ann (unnamed)"


def test_a_rejected_speaker_is_shown_by_the_texts_words_and_is_not_unnamed() -> None:
    text = "Ann said: “It is so.” Her boss said: “It is not.”"
    ann = {"id": "ann", "name": "Ann", "type": "person", "mentions": [[0, 3]], "status": "rejected"}
    claims = [
        claim(text, 1, "Ann", "It is so.", entity="ann"),
        claim(text, 2, "Her boss", "It is not."),
    ]
    origin = source(text, entities=[ann], claims=claims)
    voices = [line.voice for line in claim_lines([origin], LINKS)]
    assert [(v.heading, v.named) for v in voices] == [("Ann", True), ("Her boss (unnamed)", False)]
    found = unknowns(origin.article, Facts.of(origin.article, entities=[ann], claims=claims))
    assert [f.message for f in found] == [
        "The article names nobody behind “Her boss”; 1 claim rests on it."
    ]
    assert "Who stands behind 1 claim without a named speaker." in not_checked([origin])


def test_a_doubt_stays_in_the_paragraph_of_its_cue() -> None:
    text = "The plan is sound.\n\nAnn doubts it."
    skeptic = {
        "id": "s-0000000001", "holder": words_of(text, "Ann"), "cue": words_of(text, "doubts"),
        "stance": "doubts", "target": words_of(text, "The plan is sound"),
    }  # fmt: skip
    lines = skeptic_lines([source(text, skeptics=[skeptic])], [], LINKS)
    assert lines[0].extract == "Ann doubts"
    assert lines[0].target == "The plan is sound"


def test_the_words_around_a_figure_are_the_articles_and_short() -> None:
    text = "word " * 60 + "rose 5% and then " + "more " * 60
    line = figure_lines([source(text, figures=[figure(text, 1, "5%", 5)])], LINKS)[0]
    assert "rose 5% and then" in line.context
    assert len(line.context) <= CONTEXT + 2 * len(ELLIPSIS)
    assert line.context.strip(ELLIPSIS) in text


def test_bars_are_to_scale_within_a_unit_and_the_rest_stands_beside() -> None:
    text = "Up One 4% Down Two 2% Flat Three 0.1% Lost Four 9% Size Five"
    figures = [
        figure(text, n, words, value)
        for n, (words, value) in enumerate([("4%", 4), ("2%", 2), ("0.1%", 0.1), ("9%", 9)])
    ]
    effects = [
        move(text, 1, "One", "up", "f-0000000000"),
        move(text, 2, "Two", "down", "f-0000000001"),
        move(text, 3, "Three", "flat", "f-0000000002"),
        move(text, 4, "Four", None, "f-0000000003"),
        move(text, 5, "Five", "down"),
    ]
    chart = market_chart(
        effect_lines([source(text, figures=figures, market_effects=effects)], LINKS), "chart"
    )
    assert chart.svg is not None
    assert 'class="bw-bar bw-up" x="50%" y="50" width="50%"' in chart.svg
    assert 'class="bw-bar bw-down" x="25%" y="102" width="25%"' in chart.svg
    assert '<circle class="bw-bar bw-flat"' in chart.svg
    assert [effect.instrument for effect in chart.beside] == ["Four", "Five"]
    assert 'role="img"' in chart.svg
    assert "Two, price: ▼ down, 2%." in chart.svg


def test_a_long_name_in_the_chart_is_shortened_and_its_figure_never() -> None:
    name = "shares in a company with a very long name indeed"
    text = f"{name} fell approximately 12.5 percent"
    effects = [move(text, 1, name, "down", "f-0000000001")]
    figures = [figure(text, 1, "approximately 12.5 percent", 12.5)]
    lines = effect_lines([source(text, figures=figures, market_effects=effects)], LINKS)
    svg = market_chart(lines, "chart").svg
    assert svg is not None
    assert "approximately 12.5 percent</tspan>" in svg
    assert "…</tspan>" in svg


def test_a_conversion_stands_with_its_figure_and_makes_no_bar() -> None:
    text = "Oil lost $600 (£482) today"
    dollars = figure(text, 1, "$600", 600, kind="money", currency="USD")
    pounds = figure(text, 2, "£482", 482, kind="money", currency="GBP", converts=dollars["id"])
    effects = [move(text, 1, "Oil", "down", dollars["id"], pounds["id"])]
    lines = effect_lines([source(text, figures=[dollars, pounds], market_effects=effects)], LINKS)
    assert [(size.words, size.conversions) for size in lines[0].sizes] == [("$600", ("£482",))]


def test_a_rejected_date_leaves_its_event_undated() -> None:
    from briefwright.compose.timeline import event_lines

    text = "On 3 May it rained"
    date = {"id": "d-0000000001", "type": "DATE", "value": "2026-05-03", "basis": "explicit"}
    event = {"id": "t-0000000001", "date": date["id"], "status": "past", **words_of(text, text)}
    date |= words_of(text, "3 May")
    kept = source(text, dates=[date], timeline=[event])
    gone = source(text, dates=[date | {"status": "rejected"}], timeline=[event])
    assert event_lines([kept], LINKS)[0].date == "3 May 2026"
    assert event_lines([gone], LINKS)[0].date == ""


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("https://example.org/a_(b)?c=*d*&e", "https://example.org/a_%28b%29?c=%2Ad%2A&amp;e"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//example.org/x", None),
        ("https:///x", None),
        ("https://example.org/]{<`\\", "https://example.org/%5D%7B%3C%60%5C"),
    ],
)
def test_only_web_addresses_become_links(url: str, href: str | None) -> None:
    article = Article(id="a", text="x", metadata=Metadata(url=Stated(value=url, origin="person")))
    line = source_line(Source(Dossier(article, Facts.of(article))), LINKS)
    assert line.href == href
    assert line.url is not None
    assert line.url.text == url
