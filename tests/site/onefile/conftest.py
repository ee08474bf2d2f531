from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest
from tests.compose.cases import INFO, briefs, dossiers

from briefwright.errors import PrintError
from briefwright.site.gated import gated, refuse_unproved
from briefwright.site.onefile import Frame, Paper, one_file
from briefwright.site.onefile.browser import find_browser
from briefwright.store.templates import load_templates

PagesOf = Callable[[str], Mapping[str, str]]
FileOf = Callable[..., str]


@cache
def _pages(case: str) -> Mapping[str, str]:
    made = gated(dossiers(case), briefs(case), load_templates(), INFO)
    refuse_unproved(made.proof)
    return made.pages


@pytest.fixture(scope="session")
def proved_pages() -> PagesOf:
    """The pages of a golden case, past the gate."""
    return _pages


@pytest.fixture(scope="session")
def file_of() -> FileOf:
    """A golden case as one file; `brief` chooses one of its briefs."""

    def make(
        case: str, *, brief: str | None = None, address: str = "", paper: Paper | None = None
    ) -> str:
        chosen = [found for found in briefs(case) if brief in {None, found.id}]
        frame = Frame("Briefs & more", address, "Briefwright 0")
        return one_file(chosen, _pages(case), load_templates(), frame, paper=paper)

    return make


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The machine's Chromium; without one the tests are skipped, and fail under CI."""
    try:
        return Path(find_browser())
    except PrintError as error:
        if os.environ.get("CI"):
            pytest.fail(f"printing can't be tested: {error}")
        pytest.skip(f"printing can't be tested: {error}")
