"""The sentences that citations show: the article's own words, and the fact's words in them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.compose.cases import CASES, dossiers

from briefwright.compose.dossier import Dossier
from briefwright.compose.links import anchor
from briefwright.compose.sentence_script import sentence_script, sentence_scripts
from briefwright.compose.source import Source
from briefwright.model import Article, Facts, Figure, Span
from briefwright.model.sentences import sentences
from briefwright.model.spots import main_spans


def data(script: str) -> dict[str, Any]:
    head, _, body = script.partition("] = ")
    assert head.startswith('(window.bwEvidence = window.bwEvidence || {})["')
    assert body.endswith(";\n")
    found = json.loads(body[:-2])
    assert isinstance(found, dict)
    return found


def told(found: dict[str, Any], name: str) -> list[tuple[str, list[str]]]:
    """Each sentence of a fact with its marked words, cut out as a browser does."""
    read = []
    for number, *places in found["facts"][name]:
        units = found["sentences"][number].encode("utf-16-le")
        cuts = zip(places[::2], places[1::2], strict=True)
        words = [units[2 * start : 2 * end].decode("utf-16-le") for start, end in cuts]
        read.append((found["sentences"][number], words))
    return read


def figure(text: str, words: str, shown: tuple[Span, ...] | None = None) -> Source:
    article = Article(id="a", text=text)
    start = text.index(words)
    fact = {
        "id": "f-0000000001", "quote": words, "at": [start, start + len(words)],
        "kind": "count", "value": 5,
    }  # fmt: skip
    return Source(Dossier(article, Facts.of(article, figures=[fact]), (), shown))


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_every_fact_has_its_sentence_and_its_own_words_are_marked(case: str) -> None:
    for source in map(Source, dossiers(case)):
        text, found = source.article.text, data(sentence_script(source))
        whole = {span.of(text) for span in sentences(source.article)}
        assert set(found["sentences"]) <= whole
        facts = list(source.facts.all())
        assert {str(anchor(source.article.id, fact.id)) for fact in facts} == set(found["facts"])
        for fact in facts:
            pieces = told(found, str(anchor(source.article.id, fact.id)))
            marked = " ".join(words for _, parts in pieces for words in parts)
            first = main_spans(fact)[0].of(text)
            assert marked.split()[: len(first.split())] == first.split()


def test_marks_are_counted_as_a_browser_counts() -> None:
    source = figure("\U0001f680 The \U0001f4c8 index lost 5 points. It rose later.", "5 points")
    assert told(data(sentence_script(source)), "f-0000000001") == [
        ("\U0001f680 The \U0001f4c8 index lost 5 points.", ["5 points"])
    ]


def test_words_that_are_not_shown_are_in_no_script() -> None:
    text = "A secret met the 5 points of the plan in May. Another secret."
    start = text.index("the 5 points")
    shown = (Span(start, start + len("the 5 points")),)
    script = sentence_script(figure(text, "5 points", shown))
    assert told(data(script), "f-0000000001") == [("[…] the 5 points […]", ["5 points"])]
    hidden = sentence_script(figure(text, "secret", shown))
    assert data(hidden)["facts"] == {}
    assert "secret" not in script + hidden


def test_a_very_long_sentence_is_cut_between_words_around_the_fact() -> None:
    text = f"{'many words ' * 400}5 points {'and more ' * 400}".strip()
    ((sentence, words),) = told(data(sentence_script(figure(text, "5 points"))), "f-0000000001")
    assert words == ["5 points"]
    assert len(sentence) < 700
    assert f" {sentence} " in text


def test_an_article_of_several_briefs_has_one_script() -> None:
    source = figure("It has 5 points.", "5 points")
    assert list(sentence_scripts([source, source])) == ["articles/a.js"]


@given(st.text(alphabet="aB .\n\U0001f680é", min_size=1, max_size=80), st.data())
def test_the_marked_words_are_the_facts(text: str, drawn: st.DataObject) -> None:
    text = text.strip() or "a"
    article = Article(id="a", text=text)
    start = drawn.draw(st.integers(0, len(text) - 1))
    at = Span(start, drawn.draw(st.integers(start + 1, len(text))))
    fact = Figure(id="f-1", quote=at.of(text), at=at, kind="count", value=5)
    source = Source(Dossier(article, Facts.of(article, figures=[fact])))
    found = data(sentence_script(source))
    marked = "".join(
        words for name in found["facts"] for _, parts in told(found, name) for words in parts
    )
    assert "".join(marked.split()) == "".join(at.of(text).split())
