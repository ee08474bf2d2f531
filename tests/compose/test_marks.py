"""Marks change no character, however they overlap."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefwright.compose.escape import SafeMarkdown
from briefwright.compose.marks import Mark, marked
from briefwright.model import Span

TEXT = "One *bold* claim, 1. <b> and another: “it’s [so]” - he said."


def spans(text: str) -> st.SearchStrategy[list[Span]]:
    ends = st.integers(0, len(text))
    pair = st.tuples(ends, ends).filter(lambda p: p[0] != p[1])
    return st.lists(pair.map(lambda p: Span(min(p), max(p))), max_size=7)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=spans(TEXT))
def test_any_spans_give_well_formed_marks_over_the_exact_text(
    found: list[Span], render: Callable[[str], str], read_html: Callable[..., Any]
) -> None:
    names = [SafeMarkdown(f"f-{n}") for n in range(len(found))]
    marks = [Mark(span, name, "claim", name) for span, name in zip(found, names, strict=True)]
    after = {span.end: [SafeMarkdown('<sup class="n">1</sup>')] for span in found}
    source = marked(TEXT, Span(0, len(TEXT)), marks, after)
    assert "\n" not in source
    page = read_html(render(source), "n")
    assert page.text.strip("\n") == TEXT
    assert sorted(a["id"] for t, a in page.elements if t == "mark" and "id" in a) == sorted(names)
    assert source.count("<mark") == source.count("</mark>")
    assert source.count('class="n"') == len({span.end for span in found})


def test_crossing_marks_are_cut_where_the_first_one_ends() -> None:
    a, b = SafeMarkdown("a"), SafeMarkdown("b")
    marks = [Mark(Span(0, 3), a, "claim", a), Mark(Span(2, 5), b, "figure", b)]
    assert marked("abcdef", Span(0, 6), marks, {}) == (
        '<mark class="claim" id="a">ab<mark class="figure" id="b">c</mark></mark>'
        '<mark class="figure" data-fact="b">de</mark>f'
    )


def test_a_mark_that_runs_over_a_paragraph_is_clipped_and_keeps_one_id() -> None:
    a = SafeMarkdown("a")
    marks = [Mark(Span(1, 7), a, "event", a)]
    assert marked("abcd\nefgh", Span(0, 4), marks, {}) == 'a<mark class="event" id="a">bcd</mark>'
    second = marked("abcd\nefgh", Span(5, 9), marks, {})
    assert second == '<mark class="event" data-fact="a">ef</mark>gh'
