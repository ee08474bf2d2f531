from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefwright import Article, BriefwrightError, Facts
from briefwright.model import Span, slugify
from briefwright.model.references import references, with_renamed
from briefwright.model.slug import MAX_SLUG

spans = st.tuples(st.integers(0, 500), st.integers(1, 500)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(spans, spans)
def test_spans_overlap_both_ways_and_the_cover_contains_both(a: Span, b: Span) -> None:
    assert a.overlaps(b) == b.overlaps(a) == bool(set(range(*a)) & set(range(*b)))
    cover = Span.cover([a, b])
    assert cover.contains(a)
    assert cover.contains(b)
    assert cover.start == min(a.start, b.start)
    assert cover.end == max(a.end, b.end)


@given(spans, st.integers(-500, 500), st.text(min_size=1100, max_size=1200))
def test_a_shifted_span_is_the_shifted_text(span: Span, by: int, text: str) -> None:
    assume(span.start + by >= 0)
    moved = span.shift(by)
    assert len(moved) == len(span)
    assert moved.shift(-by) == span
    assert span.of(text) == text[span.start :][: len(span)]


@given(st.text())
def test_a_slug_is_a_safe_name_and_its_own_slug(text: str) -> None:
    slug = slugify(text)
    assert slug
    assert len(slug.encode()) <= MAX_SLUG
    assert slug == slug.casefold()
    assert not slug.startswith("-")
    assert not slug.endswith("-")
    assert "--" not in slug
    assert not re.search(r"[\s/\\.:<>|?*\"']", slug)
    assert slugify(slug) == slug


FACT = {
    "id": "x",
    "speaker": {"entity": "e-1", "quote": "a"},
    "target": {"claim": "c-1", "entity": None},
    "change": ["f-1", "f-2"],
    "entities": ("e-1",),
    "date": "d-1",
}


def test_references_are_found_wherever_they_stand() -> None:
    assert list(references(FACT)) == [
        (("speaker", "entity"), "entities", "e-1"),
        (("target", "claim"), "claims", "c-1"),
        (("change", 0), "figures", "f-1"),
        (("change", 1), "figures", "f-2"),
        (("entities", 0), "entities", "e-1"),
        (("date",), "dates", "d-1"),
    ]


def test_renaming_changes_references_only() -> None:
    renamed = with_renamed(FACT, {"e-1": "e-9", "f-2": "f-9", "x": "y", "a": "b"})
    assert renamed["id"] == "x"
    assert renamed["speaker"] == {"entity": "e-9", "quote": "a"}
    assert renamed["change"] == ["f-1", "f-9"]
    assert renamed["entities"] == ["e-9"]


def test_a_reference_to_what_is_gone_goes() -> None:
    renamed = with_renamed(FACT, {"e-1": None, "f-2": None, "c-1": "c-2"})
    assert renamed["speaker"] == {"entity": None, "quote": "a"}
    assert renamed["target"]["claim"] == "c-2"
    assert (renamed["change"], renamed["entities"], renamed["date"]) == (["f-1"], [], "d-1")


WORD = {"id": "f-1", "quote": "1.4%", "at": [5, 9], "kind": "percent", "value": 1.4}


@pytest.mark.parametrize(
    ("kinds", "code", "at"),
    [
        ({"figures": [WORD | {"at": [0, 4]}]}, "F003", "figures.0.quote"),
        ({"figures": [WORD | {"at": [90, 94]}]}, "F003", "figures.0.quote"),
        ({"figures": [WORD, WORD]}, "F007", "figures.1.id"),
        ({"article": {"id": "x", "sha256": "0" * 64}}, "F002", "article.sha256"),
    ],
)
def test_facts_that_do_not_stand_are_an_error_of_the_package(
    kinds: dict[str, Any], code: str, at: str
) -> None:
    article = Article.from_text("Fell 1.4%.", id="x")
    with pytest.raises(BriefwrightError) as caught:
        Facts.of(article, **kinds)
    error = caught.value
    assert (error.code, error.at) == (code, at)
    assert error.saw
    assert error.fix
