from __future__ import annotations

from pathlib import Path

import pytest

from briefwright.errors import WorkspaceError, YamlError
from briefwright.store.yaml import load_yaml, read_yaml

REFUSED = [
    # code, line, source, a word of the message
    ("Y001", 2, "a:\n\t- b", "tab"),
    ("Y001", 1, "\ta: 1", "tab"),
    ("Y001", 1, "a: b: c", "second colon"),
    ("Y001", 2, 'a: 1\nb: "x\nc: 2\n', "never closed"),
    ("Y001", 1, "a: [x", "not closed"),
    ("Y001", 3, "a:\n  - b\n c: 1", "line up"),
    ("Y001", 2, "- a\nb: 1", "line up"),
    ("Y001", 1, 'a: "\\q"', "backslash"),
    ("Y001", 2, "a: 1\nb: \x01", "control character"),
    ("Y001", 1, "a: @x", "begin a value"),
    ("Y002", 1, "a: &x 1", "anchor"),
    ("Y002", 2, "a: 1\nb: *x", "alias"),
    ("Y002", 1, "a: !!str 1", "tag"),
    ("Y002", 1, "a: !x 1", "tag"),
    ("Y002", 2, "a: 1\n<<: {b: 1}", "merge key"),
    ("Y002", 2, "a: 1\n---\nb: 2", "second document"),
    ("Y002", 1, "? [a]\n: b", "as a key"),
    ("Y003", 3, "a: 1\nb: 2\na: 3", "line 1"),
    ("Y003", 1, "{a: 1, a: 2}", "'a'"),
    ("Y004", 1, "[" * 60, "50 levels"),
]


@pytest.mark.parametrize(("code", "line", "source", "word"), REFUSED)
def test_each_refusal_names_code_line_and_reason(
    code: str, line: int, source: str, word: str
) -> None:
    with pytest.raises(YamlError) as caught:
        load_yaml(source.encode(), "f.yml")
    assert caught.value.code == code
    assert caught.value.at == f"f.yml:{line}"
    assert word in caught.value.saw
    assert caught.value.fix


SCALARS = [
    ("", None), ("~", None), ("null", None), ("true", True), ("false", False),
    ("0", 0), ("-12", -12), ("+3", 3), ("1.4", 1.4), ("1e3", 1000.0), ("-0.5", -0.5),
    ("2025-01-28", "2025-01-28"), ("2025-01-28T10:00:00Z", "2025-01-28T10:00:00Z"),
    ("22:22", "22:22"), ("yes", "yes"), ("No", "No"), ("on", "on"), ("off", "off"),
    ("0x1f", "0x1f"), ("0o17", "0o17"), ("017", "017"), ("1_000", "1_000"), (".inf", ".inf"),
    (".nan", ".nan"), ("1e999", "1e999"), ("True", "True"), ("'5'", "5"), ('"null"', "null"),
    ("1,000", "1,000"), ("5%", "5%"), ("9" * 400, "9" * 400),
]  # fmt: skip


@pytest.mark.parametrize(("source", "value"), SCALARS)
def test_scalars_follow_the_core_schema_in_decimal(source: str, value: object) -> None:
    found = load_yaml(f"a: {source}\n".encode(), "f").data["a"]
    assert (found, type(found)) == (value, type(value))


def test_lines_are_found_for_paths_and_their_nearest_parents() -> None:
    source = "# c\na: 1\nclaims:\n  - x: 1\n  - content:\n      - quote: >-\n          q\n"
    document = load_yaml(source.encode(), "f.yml")
    assert document.line(("a",)) == 2
    assert document.line(("claims", 1, "content", 0, "quote")) == 6
    assert document.line(("claims", 1, "content", 0, "at")) == 6
    assert document.line(("claims", 7)) == 3
    assert document.at(("claims", 1)) == "f.yml:5"


def test_keys_are_text() -> None:
    assert load_yaml(b"1: a\nnull: b\n", "f").data == {"1": "a", "null": "b"}


def test_an_empty_file_is_none_and_a_mark_and_line_ends_do_not_matter() -> None:
    assert load_yaml(b"", "f").data is None
    assert load_yaml(b"# only a comment\n", "f").data is None
    document = load_yaml("\ufeffa: 1\r\nb: x\r\n".encode(), "f")
    assert document.data == {"a": 1, "b": "x"}
    assert document.text == "a: 1\nb: x\n"


def test_bytes_that_are_not_utf8_name_their_line() -> None:
    with pytest.raises(YamlError) as caught:
        load_yaml(b"a: 1\nb: caf\xe9\n", "f")
    assert (caught.value.code, caught.value.at) == ("Y005", "f:2")


def test_a_large_file_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.yml"
    path.write_bytes(b"a: 1\n" * 1000)
    with pytest.raises(YamlError) as caught:
        read_yaml(path, max_bytes=100)
    assert caught.value.code == "Y004"


def test_deep_nesting_meets_the_limit_and_not_pythons() -> None:
    with pytest.raises(YamlError) as caught:
        load_yaml(b"- " * 100_000, "f")
    assert caught.value.code == "Y004"


@pytest.mark.parametrize("make", ["folder", "missing"])
def test_what_cannot_be_read_is_a_file_error(tmp_path: Path, make: str) -> None:
    path = tmp_path / "x.yml"
    if make == "folder":
        path.mkdir()
    with pytest.raises(WorkspaceError) as caught:
        read_yaml(path)
    assert caught.value.code == "A008"
