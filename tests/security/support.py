"""What the tests of hostile text share: the vectors, and Markdown as sites render it."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import markdown  # type: ignore[import-untyped]  # it ships no types
import yaml
from lxml.html import HtmlElement, fragment_fromstring

HERE = Path(__file__).parent
SITE = HERE.parents[1] / "templates" / "init" / "mkdocs.yml"
# What MkDocs adds to any site.
_ALWAYS = ["toc", "tables", "fenced_code"]


@cache
def vectors() -> dict[str, list[str]]:
    """The vectors of our own by their kind."""
    found: dict[str, list[str]] = yaml.safe_load((HERE / "vectors.yml").read_text("utf-8"))
    return found


def extensions(*, all_of_them: bool) -> tuple[list[str], dict[str, dict[str, Any]]]:
    """Names and options of a new site's extensions, or of those and all that one may add."""
    entries = yaml.safe_load(SITE.read_text("utf-8"))["markdown_extensions"]
    if all_of_them:
        entries += yaml.safe_load((HERE / "extensions.yml").read_text("utf-8"))
    options: dict[str, dict[str, Any]] = {}
    names = list(_ALWAYS)
    for entry in entries:
        options |= entry if isinstance(entry, dict) else {}
        names += list(entry) if isinstance(entry, dict) else [entry]
    return list(dict.fromkeys(names)), options


class Site:
    """Renders Markdown as a site does, page by page."""

    def __init__(self, *, all_extensions: bool) -> None:
        names, options = extensions(all_of_them=all_extensions)
        self._markdown = markdown.Markdown(extensions=names, extension_configs=options)

    def render(self, text: str) -> HtmlElement:
        """The page's content."""
        html = self._markdown.reset().convert(text)
        return fragment_fromstring(html, create_parent="main")


def structure(page: HtmlElement) -> list[tuple[str, dict[str, str]]]:
    """Each element with its attributes, and each comment, in the page's order."""
    return [(str(node.tag), dict(node.attrib)) for node in page.iter()]


def shown(text: str) -> str:
    """What a page can show of `text`: each white space as one space, controls as U+FFFD."""
    spaced = "".join(" " if c.isspace() else c for c in text)
    readable = "".join("\ufffd" if unicodedata.category(c) in {"Cc", "Cs"} else c for c in spaced)
    return " ".join(readable.split())
