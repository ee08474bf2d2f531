from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import markdown  # type: ignore[import-untyped]  # it ships no types
import pytest
import yaml
from tests.compose.cases import INFO, briefs, dossiers

from briefwright.compose import compose
from briefwright.store.templates import load_templates

ROOT = Path(__file__).parents[2]

Render = Callable[[str], str]
Pages = Callable[[str], dict[str, str]]


def _extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    """The Markdown extensions of mkdocs.yml, and those that MkDocs always adds."""
    names = ["toc", "tables", "fenced_code"]
    settings: dict[str, dict[str, object]] = {}
    for entry in yaml.safe_load((ROOT / "mkdocs.yml").read_text())["markdown_extensions"]:
        if isinstance(entry, dict):
            settings |= entry
        names += list(entry) if isinstance(entry, dict) else [entry]
    return sorted(set(names)), settings


@pytest.fixture(scope="session")
def render() -> Render:
    """Markdown to HTML with the extensions of the site."""
    names, settings = _extensions()

    def to_html(text: str) -> str:
        return str(markdown.markdown(text, extensions=names, extension_configs=settings))

    return to_html


@pytest.fixture(scope="session")
def compose_case() -> Pages:
    """The pages of a golden case: a small workspace in tests/golden/compose/."""

    def pages(case: str) -> dict[str, str]:
        return compose(dossiers(case), briefs(case), load_templates(), INFO)

    return pages


class Reader(HTMLParser):
    """Collects the text and the elements of HTML; text in `leave_out` classes is skipped."""

    VOID = frozenset({"br", "hr", "img", "input", "meta", "link"})

    def __init__(self, leave_out: frozenset[str] = frozenset()) -> None:
        super().__init__(convert_charrefs=True)
        self.leave_out = leave_out
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.elements.append((tag, found))
        if tag not in self.VOID:
            classes = set((found.get("class") or "").split())
            self._open.append(bool(classes & self.leave_out))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if not any(self._open):
            self.text += data

    @property
    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elements]


@pytest.fixture(scope="session")
def read_html() -> Callable[..., Reader]:
    """Text and elements of a piece of HTML."""

    def read(source: str, *leave_out: str) -> Reader:
        reader = Reader(frozenset(leave_out))
        reader.feed(source)
        reader.close()
        return reader

    return read
