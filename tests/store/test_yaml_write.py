from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefwright.store.yaml import load_yaml
from briefwright.store.yaml_write import WIDTH, flow, item, mapping, scalar

texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
scalars = (
    texts
    | st.sampled_from(["null", "no", "2025-01-28", "22:22", "a: b", "- x", "#x", "*a", "&a", "<<"])
    | st.integers(-(10**18), 10**18)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.none()
)
keys = st.text(alphabet="abcdefgh_", min_size=1, max_size=8)
data = st.dictionaries(
    keys,
    st.recursive(
        scalars | st.lists(scalars, max_size=3) | st.lists(st.lists(st.integers(0, 9)), max_size=3),
        lambda inner: (
            st.dictionaries(keys, inner, max_size=4)
            | st.lists(st.dictionaries(keys, inner, min_size=1, max_size=3), max_size=3)
        ),
        max_leaves=12,
    ),
    max_size=5,
)


@given(data)
def test_what_is_written_is_read_back(value: dict[str, Any]) -> None:
    if value:
        assert load_yaml(mapping(value).encode(), "f").data == value
        assert load_yaml(("x:\n" + item(value)).encode(), "f").data == {"x": [value]}


@given(texts)
def test_any_text_survives_in_every_position(text: str) -> None:
    assert load_yaml(f"a: {scalar(text)}\n".encode(), "f").data == {"a": text}
    assert load_yaml(f"a: {flow([text, {'b': text}])}".encode(), "f").data == {
        "a": [text, {"b": text}]
    }


@given(texts)
def test_other_yaml_readers_read_the_same_text(text: str) -> None:
    assert yaml.safe_load(f"a: {scalar(text)}\n") == {"a": text}


@pytest.mark.parametrize(
    "text", ["2025-01-28", "22:22", "1.4", "yes", "null", "~", "0x1", "", " a"]
)
def test_text_that_looks_like_something_else_is_quoted(text: str) -> None:
    assert scalar(text) == f'"{text}"'


@pytest.mark.parametrize(
    "text", ["Monday", "c-1a2b", "U.S. President", "S&P 500", "R&D’s", "Ørsted"]
)
def test_plain_words_go_without_quotes(text: str) -> None:
    assert scalar(text) == text


def test_a_quote_stands_on_one_line_however_long() -> None:
    assert mapping({"quote": "word " * 100}).count("\n") == 1


def test_flat_mappings_are_written_in_braces_when_they_fit() -> None:
    short = {"quote": "a", "at": [0, 1]}
    assert mapping({"cue": short}) == "cue: {quote: a, at: [0, 1]}\n"
    long = {"quote": "a" * WIDTH, "at": [0, 1]}
    assert mapping({"cue": long}).split("\n")[0] == "cue:"
    assert item({"id": "x", "cue": short}) == "  - id: x\n    cue: {quote: a, at: [0, 1]}\n"
