from __future__ import annotations

import pytest

from briefwright.errors import IngestError
from briefwright.ingest.front_matter import split_front_matter


def test_names_of_other_tools_are_understood() -> None:
    text = (
        "---\ntitle: 'A: b'\ndate: 2025-01-28\nauthors: [Ann, Bob]\npublisher: The Paper\n"
        "canonical: https://example.org/a\nlang: en-GB\ntags: [x]\nlayout: post\n---\nBody.\n"
    )
    stated, body = split_front_matter(text, "a.md")
    assert {key: value.value for key, value in stated.items()} == {
        "title": "A: b",
        "published": "2025-01-28",
        "author": "Ann, Bob",
        "source": "The Paper",
        "url": "https://example.org/a",
        "language": "en-GB",
    }
    assert {value.origin for value in stated.values()} == {"document"}
    assert body == "Body.\n"


def test_a_source_that_is_an_address_is_the_address() -> None:
    stated, _ = split_front_matter("---\nsource: https://example.org\n---\nx", "a.md")
    assert list(stated) == ["url"]


@pytest.mark.parametrize(
    "text", ["Body.", "--- not\nx\n---\n", "---\ntitle: never closed\n", "\n---\na: 1\n---\n"]
)
def test_without_front_matter_the_text_stays(text: str) -> None:
    assert split_front_matter(text, "a.md") == ({}, text)


def test_empty_front_matter_states_nothing() -> None:
    assert split_front_matter("---\n---\nx", "a.md") == ({}, "x")
    assert split_front_matter("---\ntitle:\nauthor: ''\n---\nx", "a.md") == ({}, "x")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("---\ntitle: a: b\n---\nx", "I005", 2),
        ("---\ntitle: a\n\tdate: x\n---\nx", "I005", 3),
        ("---\ntitle: &a b\n---\nx", "I005", 2),
        ("---\n- a\n---\nx", "I005", 2),
        ("---\ntitle: a\ndate: soon\n---\nx", "I006", 3),
        ("---\nurl: ftp://x\n---\nx", "I006", 2),
        ("---\ntitle: {a: b}\n---\nx", "I006", 2),
    ],
)
def test_a_mistake_names_its_line(text: str, code: str, line: int) -> None:
    with pytest.raises(IngestError) as caught:
        split_front_matter(text, "a.md")
    assert (caught.value.code, caught.value.at) == (code, f"a.md:{line}")
