"""Whole workspaces to whole pages. `make golden` writes them; read the diff."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

CASES = Path(__file__).parents[1] / "golden" / "compose"
Pages = Callable[[str], dict[str, str]]


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_pages_are_those_set_down(case: str, compose_case: Pages) -> None:
    pages = compose_case(case)
    expected = CASES / case / "expected"
    if os.environ.get("BRIEFWRIGHT_GOLDEN") and not os.environ.get("CI"):
        _write(expected, pages)
    kept = {p.relative_to(expected).as_posix(): p.read_text() for p in expected.rglob("*.md")}
    assert sorted(kept) == sorted(pages)
    for path, text in pages.items():
        diff = difflib.unified_diff(
            kept[path].splitlines(), text.splitlines(), f"expected/{path}", "composed", lineterm=""
        )
        assert text == kept[path], "\n".join(diff)


def _write(folder: Path, pages: dict[str, str]) -> None:
    for path in folder.rglob("*.md"):
        path.unlink()
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
