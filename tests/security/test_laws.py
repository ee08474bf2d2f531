"""The laws on more texts than the rooms' own tests try: 10,000 of them in the slow suite."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Callable
from typing import Any

import markdown  # type: ignore[import-untyped]  # it ships no types
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from briefwright import Article
from briefwright.compose.escape import escape
from briefwright.model import Span, canonical
from briefwright.store import yaml_write
from briefwright.store.yaml import load_yaml
from briefwright.store.yaml_patch import patched

RUNS = pytest.mark.parametrize(
    "examples", [200, pytest.param(10_000, marks=pytest.mark.slow)], ids=["few", "many"]
)
SYNTAX = "*_`[]<>{}#&|\\~^:!=+-.,;/?%@'\"()$ \n\t1aé’\u2028\u202e\x00\x02\x03"
TEXTS = st.text(max_size=60) | st.text(alphabet=SYNTAX, max_size=60)
READER = markdown.Markdown(
    extensions=[
        "toc", "tables", "fenced_code", "attr_list", "md_in_html", "admonition",
        "pymdownx.highlight", "pymdownx.superfences",
    ]
)  # fmt: skip
SCALARS = (
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40)
    | st.text(alphabet=SYNTAX, max_size=20)
    | st.integers(-(10**18), 10**18)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.none()
)
KEYS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
DATA = st.dictionaries(
    KEYS,
    st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
        max_leaves=12,
    ),
    max_size=5,
)
PLACES = st.integers(0, 60)


def holds(examples: int, law: Callable[..., None], **strategies: st.SearchStrategy[Any]) -> None:
    """Try `law` on so many examples."""
    checks = [HealthCheck.too_slow, HealthCheck.filter_too_much]
    tried = settings(max_examples=examples, deadline=None, suppress_health_check=checks)
    tried(given(**strategies)(law))()


def literal(text: str) -> str:
    """What a page can show of `text`: white space as spaces, controls as U+FFFD."""
    spaced = "".join(" " if c.isspace() and unicodedata.category(c) != "Zs" else c for c in text)
    return "".join("\ufffd" if unicodedata.category(c) in {"Cc", "Cs"} else c for c in spaced)


@RUNS
def test_escaped_text_is_shown_as_it_is(examples: int) -> None:
    def law(text: str) -> None:
        page = READER.reset().convert(f"x{escape(text)}x\n\n- {escape(text)}x\n")
        paragraph, _, items = page.partition("\n")
        assert paragraph.startswith("<p>")
        assert "<" not in paragraph[3:-4]
        assert html.unescape(paragraph[3:-4]) == literal(f"x{text}x")
        assert items.startswith("<ul>\n<li>")
        shown = items.removeprefix("<ul>\n<li>").removesuffix("</li>\n</ul>")
        assert html.unescape(shown) == literal(f"{text}x")

    holds(examples, law, text=TEXTS)


@RUNS
def test_what_is_written_as_yaml_is_read_back(examples: int) -> None:
    def law(data: dict[str, Any]) -> None:
        assert load_yaml(f"a: {yaml_write.flow(data)}\n".encode(), "f").data == {"a": data}

    holds(examples, law, data=DATA)


@RUNS
def test_a_file_that_says_other_values_says_them_and_nothing_else(examples: int) -> None:
    def law(before: dict[str, Any], after: Any) -> None:
        text = "".join(f"{yaml_write.scalar(k)}: {yaml_write.flow(v)}\n" for k, v in before.items())
        document = load_yaml(text.encode(), "f")
        assume(isinstance(document.data, dict))
        assert patched(document, document.data) == document.text
        key = next(iter(document.data))
        assume(not isinstance(document.data[key], dict | list))
        wanted = {**document.data, key: after}
        assert load_yaml(patched(document, wanted).encode(), "f").data == wanted

    holds(examples, law, before=DATA.filter(bool), after=SCALARS)


@RUNS
def test_spans_are_sets_of_places(examples: int) -> None:
    def law(text: str, a: tuple[int, int], b: tuple[int, int], by: int) -> None:
        one, other = (Span(start, start + length) for start, length in (a, b))
        places = set(range(*one)), set(range(*other))
        assert one.overlaps(other) == other.overlaps(one) == bool(places[0] & places[1])
        assert one.contains(other) == (places[1] <= places[0])
        cover = Span.cover([one, other])
        assert set(range(*cover)) >= places[0] | places[1]
        assert (cover.start, cover.end) == (min(places[0] | places[1]), max(one.end, other.end))
        assert one.shift(by).shift(-by) == one
        assert one.of(text) == "".join(text[p] for p in sorted(places[0]) if p < len(text))

    lengths = st.tuples(PLACES, st.integers(1, 30))
    holds(examples, law, text=st.text(max_size=90), a=lengths, b=lengths, by=PLACES)


@RUNS
def test_the_blocks_of_an_article_are_its_text(examples: int) -> None:
    def law(text: str) -> None:
        clean = canonical(text)
        assert canonical(clean) == clean
        assume(clean.strip())
        article = Article.from_text(text, id="a", markdown=True)
        assert article.text == clean
        ends = 0
        for block in article.blocks:
            assert ends <= block.span.start < block.span.end <= len(clean)
            assert block.span.of(clean).strip() == block.span.of(clean)
            ends = block.span.end
        shown = "".join(block.span.of(clean) for block in article.blocks)
        kept = "".join(shown.split()).replace("#", "")
        assert kept == "".join(clean.split()).replace("#", "")

    holds(examples, law, text=st.text(alphabet='ab# \n\t.,\u2028é1-"', max_size=80) | TEXTS)
