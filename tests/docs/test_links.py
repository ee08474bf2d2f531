"""Links between the pages of the documentation lead somewhere, and its commands exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer
from markdown import Markdown  # type: ignore[import-untyped]

from briefwright.cli import app

ROOT = Path(__file__).parents[2]
FOLDERS = ("guide", "reference", "explanation", "decisions")
PAGES = [
    ROOT / "README.md",
    *(page for folder in FOLDERS for page in sorted((ROOT / "docs" / folder).rglob("*.md"))),
]
_LINK = re.compile(r"(?<!!)\[(?:[^\]\[]|\[[^\]]*\])*\]\(([^)\s]+)\)")
_CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_SHELL = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def anchors(page: Path) -> set[str]:
    """The ids in a page as the site has them."""
    html = Markdown(extensions=["toc", "attr_list", "fenced_code", "tables", "md_in_html"]).convert(
        page.read_text("utf-8")
    )
    return set(re.findall(r'\bid="([^"]+)"', html))


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for target in _LINK.findall(_CODE.sub("", page.read_text("utf-8"))):
        if target.startswith(("https://", "http://")):
            continue
        file, _, anchor = target.partition("#")
        there = page if not file else (page.parent / file).resolve()
        if not there.is_file() or (anchor and anchor not in anchors(there)):
            broken.append(target)
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_shown_commands_exist(page: Path) -> None:
    for block in _SHELL.findall(page.read_text("utf-8")):
        for command, options in re.findall(r"^briefwright ([a-z]+)(.*)$", block, re.MULTILINE):
            assert command in _COMMANDS
            known = {
                option
                for parameter in _COMMANDS[command].params
                for option in (*parameter.opts, *parameter.secondary_opts)
            }
            assert set(re.findall(r"--[a-z-]+", options)) <= known


def test_every_page_is_in_the_navigation() -> None:
    """A page that nobody finds helps nobody; decisions are found through their own list."""
    navigation = (ROOT / "mkdocs.yml").read_text("utf-8")
    listed = (ROOT / "docs" / "decisions" / "index.md").read_text("utf-8")
    for page in PAGES[1:]:
        path = page.relative_to(ROOT / "docs").as_posix()
        if page.parent.name == "decisions" and page.name != "index.md":
            assert f"({page.name})" in listed
        else:
            assert path in navigation, path


def test_the_pages_name_no_place_outside_the_repository() -> None:
    for page in PAGES:
        text = page.read_text("utf-8")
        assert not re.search(r"(?:^|[\s(`])/(?:work|tmp|home|root)/", text), name(page)
