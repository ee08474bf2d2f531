"""Damaged files: an error with a code or a good file, never anything else."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefwright.errors import BriefwrightError
from briefwright.extract.align import align
from briefwright.model import Article, Facts
from briefwright.store.facts_file import facts_of
from briefwright.store.facts_layout import fresh_text
from briefwright.store.facts_merge import merge
from briefwright.store.yaml import load_yaml
from briefwright.store.yaml_patch import patched

PIECES = [
    "\t", "\n", ": ", "- ", " #", '"', "'", "{", "}", "[", "]", ",", "&a ", "*a", "!x ", "null",
    "1e5", "1e99999999", "-1", "|\n", ">-\n", "  ", "\x00", "\u2028", "? ", "<<: ", "---\n",
    "...\n", "%YAML 1.2\n", "[1, 2]", "{a: 1}", "true", "9" * 500,
]  # fmt: skip
changes = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(["", *PIECES])),
    min_size=1,
    max_size=3,
)


@pytest.fixture
def facts(article: Article, quote: Callable[[str], dict[str, Any]]) -> Facts:
    return Facts.of(
        article,
        entities=[{"id": "bob", "name": "Bob", "type": "person", "mentions": [[18, 21]]}],
        figures=[{"id": "f-1", **quote("1.4%"), "kind": "percent", "value": 1.4}],
        claims=[
            {"id": "c-1", "speaker": {"entity": "bob", **quote("Bob")}, "cue": quote("said"),
             "content": [quote("Hello world,")], "form": "direct", "certainty": "asserted"},
        ],
    )  # fmt: skip


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_load_or_are_refused(raw: bytes) -> None:
    with suppress(BriefwrightError):
        load_yaml(raw, "f")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(changes)
def test_a_damaged_facts_file_is_refused_or_kept(
    article: Article, facts: Facts, damage: list[tuple[float, int, str]]
) -> None:
    text = fresh_text(facts.dump())
    for place, cut, piece in damage:
        at = int(place * len(text))
        text = text[:at] + piece + text[at + cut :]
    with suppress(BriefwrightError):
        document = load_yaml(text.encode(), "f")
        if isinstance(document.data, dict):
            load_yaml(patched(document, align(document.data, article, document.at)).encode(), "f")
        there = facts_of(document, article)
        merged = merge(document, there, facts, {})
        # Without the engine's digests every fact that stood there stays.
        after = facts_of(merged.document, article).by_id()
        assert {fact.id: after.get(fact.id) for fact in there.all()} == there.by_id()
