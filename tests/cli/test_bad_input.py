"""Bad input: one clear error each, and never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from briefwright.store.facts_align import align_facts_file
from briefwright.store.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]

FACTS = "figures:\n  - {quote: 1.4%, kind: percent, value: 1.4}\ndates: []\n"


@pytest.fixture
def facts(one_article: Workspace) -> Path:
    """An aligned facts.yml."""
    path = one_article.facts_path("short")
    path.write_text(FACTS)
    align_facts_file(path, one_article.article("short"))
    return path


def told(
    done: subprocess.CompletedProcess[str], code: str, *words: str, exit_code: int = 2
) -> None:
    """The run failed with exactly one error, `code`, that says `words` and what to do."""
    assert done.returncode == exit_code, done
    assert done.stdout == ""
    assert done.stderr.startswith(f"error {code} ")
    assert done.stderr.count("error ") == 1
    assert "fix:" in done.stderr
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr, done.stderr


@pytest.mark.parametrize(
    ("content", "code", "word"),
    [
        (b"", "I001", "x.txt"),
        (b"\x89PNG\r\n\x1a\n", "I002", "a PNG image"),
        (b"caf\xe9 au lait", "I003", "x.txt:1"),
    ],
)
def test_sources(
    briefwright: Run, workspace: Workspace, content: bytes, code: str, word: str
) -> None:
    (workspace.root / "x.txt").write_bytes(content)
    told(briefwright("add", "x.txt"), code, word)
    assert workspace.article_ids() == ()


def test_standard_input_is_a_source_with_a_name(briefwright: Run, workspace: Workspace) -> None:
    told(briefwright("add", "-", stdin=b""), "I001", "standard input")
    assert workspace.root


def test_five_megabytes_of_text_are_taken(briefwright: Run, workspace: Workspace) -> None:
    text = b"A sentence of a very long article stands here.\n" * 110_000
    done = briefwright("add", "-", "--id", "long", stdin=text)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(workspace.article("long").text) == len(text)


@pytest.mark.parametrize("target", ["missing.txt", "folder"])
def test_sources_that_cannot_be_read(briefwright: Run, workspace: Workspace, target: str) -> None:
    (workspace.root / "folder").mkdir()
    told(briefwright("add", target), "I008", target)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_source_without_permission(briefwright: Run, workspace: Workspace) -> None:
    (workspace.root / "x.txt").write_text("Text.")
    (workspace.root / "x.txt").chmod(0)
    told(briefwright("add", "x.txt"), "I008", "permission denied")


@pytest.mark.parametrize(
    ("old", "new", "code", "exit_code"),
    [
        ("  - {id", "\t- {id", "Y001", 2),
        ("kind:", "kin:", "F001", 1),
        ("dates: []", "figures: []", "Y003", 2),
        ("dates: []", "dates: &x []", "Y002", 2),
        ("dates: []", "dates: *x", "Y002", 2),
        ("dates: []", "---\ndates: []", "Y002", 2),
        ("quote: 1.4%", "quote: 1.5%", "F003", 1),
    ],
)
def test_facts_files(
    briefwright: Run, facts: Path, *, old: str, new: str, code: str, exit_code: int
) -> None:
    text = facts.read_text()
    assert old in text, text
    facts.write_text(text.replace(old, new))
    line = text[: text.index(old)].count("\n") + 1
    done = briefwright("check")
    told(done, code, exit_code=exit_code)
    line += new.startswith("---") + 0
    assert f"facts.yml:{line}" in done.stderr or code == "Y002", done.stderr


def test_a_changed_word_names_the_line_and_both_words(briefwright: Run, facts: Path) -> None:
    facts.write_text(facts.read_text().replace("quote: 1.4%", "quote: 1.5%"))
    path = "articles/short/facts.yml:4"
    told(briefwright("check"), "F003", path, "'1.5%'", "'1.4%'", "briefwright align", exit_code=1)


def test_a_facts_file_that_is_a_folder(briefwright: Run, facts: Path) -> None:
    facts.unlink()
    facts.mkdir()
    told(briefwright("check"), "A008", "facts.yml")


def test_a_missing_article_names_the_nearest(briefwright: Run, facts: Path) -> None:
    assert facts.exists()
    told(briefwright("check", "shrot"), "A002", "'shrot'", "write short")
    told(briefwright("align", "../short"), "A002")


def test_an_unknown_key_in_the_settings(briefwright: Run, workspace: Workspace) -> None:
    (workspace.root / "briefwright.yml").write_text("schema: 1\nengin: none\n")
    told(briefwright("check"), "C001", "briefwright.yml:2", "write `engine`")


def test_elsewhere_than_in_a_workspace(briefwright: Run) -> None:
    told(briefwright("check"), "A001", "briefwright init")


def test_options_that_do_not_go_together(briefwright: Run, workspace: Workspace) -> None:
    assert workspace.root
    told(briefwright("add", "a.txt", "b.txt", "--title", "x"), "U001", "--title")
    told(briefwright("extract", "--published", "2025-01-28"), "U001", "--published")


def test_values_that_cannot_be_used(briefwright: Run, workspace: Workspace) -> None:
    (workspace.root / "x.txt").write_text("Text.")
    told(briefwright("add", "x.txt", "--published", "01/02/2025"), "I006", "--published")
    told(briefwright("add", "x.txt", "--id", "My Id"), "I006", "--id my-id")


def test_programs_get_the_error_as_json(briefwright: Run, facts: Path) -> None:
    facts.write_text(facts.read_text().replace("quote: 1.4%", "quote: 1.5%"))
    done = briefwright("check", "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    error = json.loads(done.stdout)["error"]
    assert (error["code"], error["at"]) == ("F003", "articles/short/facts.yml:4")


@pytest.mark.parametrize("arguments", [("extract", "--no-such"), ("nothing",), ("add",)])
def test_misuse_shows_the_usage(briefwright: Run, arguments: tuple[str, ...]) -> None:
    done = briefwright(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("Usage:")
