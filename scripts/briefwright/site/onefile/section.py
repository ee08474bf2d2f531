"""A composed page as a section of a document: its HTML, with ids that are its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

import markdown  # type: ignore[import-untyped]  # it ships no types
from lxml.html import HtmlElement, fragment_fromstring, tostring

from briefwright.compose.escape import SafeMarkdown
from briefwright.gate.page import EXTENSIONS

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
# No page of ours has them; a template of a workspace's own may, and a file to hand on runs nothing
# and loads nothing.
_REFUSED = ("script", "style", "link", "meta", "base", "iframe", "object", "embed", "form",
            "video", "audio", "template")  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Attributes that hold ids; the browser follows them.
_REFERRING = ("aria-labelledby", "aria-describedby", "for", "headers")
_PAINTED = re.compile(r"url\(#([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Section:
    """A page in the document.

    Attributes:
        path: the page's path below docs/.
        id: of the section; the ids inside begin with it and a dot.
        title: its first heading, as plain text.
        root: the element that holds the page; its links are still those of the page.
    """

    path: str
    id: str
    title: str
    root: HtmlElement

    @property
    def headings(self) -> list[tuple[str, str]]:
        """Id and text of each heading below the title."""
        found = self.root.iterfind(".//*[@class='h2'][@id]")
        return [(str(h.get("id")), _words(h)) for h in found]

    def anchor(self, fragment: str) -> str:
        """The id in the document of what is `fragment` on the page."""
        return f"{self.id}.{fragment}" if fragment else self.id

    def ids(self) -> frozenset[str]:
        """All ids in it, with its own."""
        return frozenset(str(e.get("id")) for e in self.root.iter() if e.get("id"))

    @property
    def html(self) -> SafeMarkdown:
        """Its HTML, without the element that holds it."""
        inner = tostring(self.root, encoding="unicode", method="html")
        return SafeMarkdown(inner)


def section(path: str, page: str, *, level: int) -> Section:
    """The Markdown `page` as a section.

    Rendered with the extensions with which the gate reads pages, so that what is shown is what was
    proved.

    Args:
        path: below docs/, as `briefs/x.md`.
        page: the Markdown, with its front matter.
        level: of its first heading; each heading keeps its own level as a class.
    """
    body = _FRONT_MATTER.sub("", page, count=1)
    html = markdown.markdown(body, extensions=list(EXTENSIONS))
    root = fragment_fromstring(html, create_parent="div")
    kind, _, name = path.removesuffix(".md").partition("/")
    own = f"{kind.removesuffix('s')}.{name}"
    _disarm(root)
    for heading in root.iter(*_HEADINGS):
        heading.set("class", heading.tag)
        at = _HEADINGS.index(str(heading.tag)) + level - 1
        heading.tag = _HEADINGS[min(at, len(_HEADINGS) - 1)]
    _rename(root, own)
    first = root.find(".//*[@class='h1']")
    root.set("class", f"page {kind}")
    root.set("id", own)
    return Section(path, own, name if first is None else _words(first), root)


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _disarm(root: HtmlElement) -> None:
    """Takes out what a page could run or load."""
    for element in list(root.iter(*_REFUSED)):
        element.drop_tree()
    for element in root.iter():
        for name in list(element.attrib):
            if name.startswith("on") or name in {"style", "srcset", "background", "ping"}:
                del element.attrib[name]
    for image in list(root.iter("img")):
        if not str(image.get("src", "")).startswith("data:image/"):
            image.tail = f"{image.get('alt', '')}{image.tail or ''}"
            image.drop_tree()


def _rename(root: HtmlElement, prefix: str) -> None:
    for element in root.iter():
        for name in element.attrib:
            value = str(element.get(name))
            if name == "id":
                element.set(name, f"{prefix}.{value}")
            elif name in _REFERRING:
                element.set(name, " ".join(f"{prefix}.{part}" for part in value.split()))
            elif name == "data-fact":
                del element.attrib[name]
            elif "url(" in value:
                element.set(name, _PAINTED.sub(rf"url(#{prefix}.\1)", value))
