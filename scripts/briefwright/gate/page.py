"""A composed page as a reader sees it: units of visible text, each with the facts that it cites.

The Markdown is rendered and read back; nothing is asked of what made it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import markdown  # type: ignore[import-untyped]  # it ships no types
from lxml.html import HtmlElement, fragment_fromstring

# Those of the workspace's mkdocs.yml that change which text is shown, and those of MkDocs itself.
EXTENSIONS = ("toc", "tables", "fenced_code", "admonition", "attr_list", "md_in_html")
CITES = "data-fact"
_FRONT_MATTER = re.compile(r"\A---\n(?P<head>.*?)\n---\n", re.DOTALL)
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_LISTS, _ROWS = {"ul", "ol"}, {"thead", "tbody", "tfoot"}
# Elements whose edges part what they hold from what stands beside it.
_PARTS = {"strong", "a", "code", "td", "th", "li", "p", "blockquote", "text", "title", "desc",
          "tspan", "figcaption", "div", "br", "span", "sup", *_HEADINGS}  # fmt: skip
# Of these, those that stand apart even where their letters touch.
_APART = {"td", "th", "text", "tspan", "title", "desc", "li", "p", "br", "div", "blockquote"}
# Attributes that readers or their machines are given as text.
_SPOKEN = ("title", "alt", "aria-label", "content", "placeholder", "summary")
# Marks that part a line's statements from one another.
_MARKS = re.compile(
    r"[“”„«»\"·—|◀▶…]|\[…\]|:\s|\s[(\[]|[)\]](?=[\s.,;]|$)|^[(\[]|(?<! p)(?<=[a-z0-9”)])\.\s"
)
_EDGE = " \t\n.,;:!?()[]–-‘’'"


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of visible words between two marks or element edges.

    Attributes:
        words: the run, without marks at its edges.
        quoted: it stands in quotation marks.
        inside: the names of the elements around it.
    """

    words: str
    quoted: bool
    inside: frozenset[str]


@dataclass(frozen=True, slots=True)
class Unit:
    """A line of a page: a list item, a table row, a paragraph, a heading with what it heads.

    Attributes:
        section: the id of the second-level heading above it; empty on top.
        kind: the element's name; `front-matter` for the page's title and description.
        anchors: the HTML ids inside.
        facts: the anchors of the facts that it cites.
        links: where its links lead to on a page: the anchors of the lines of other facts.
        segments: its visible words.
        whole: all that is visible, in one string.
    """

    section: str
    kind: str
    anchors: tuple[str, ...]
    facts: tuple[str, ...]
    links: tuple[str, ...]
    segments: tuple[Segment, ...]
    whole: str


def units(page: str) -> list[Unit]:
    """The units of a Markdown page, in its order."""
    head = _FRONT_MATTER.match(page)
    body = page[head.end() :] if head else page
    html = markdown.markdown(body, extensions=list(EXTENSIONS))
    root = fragment_fromstring(html, create_parent="div")
    found = list(_walk(root, ""))
    return [_front(head["head"]), *found] if head else found


def line_of(page: str, unit: Unit) -> int:
    """The line of the Markdown where the unit stands, counted from 1; 1 when it can't be told."""
    needles = [f"{CITES}={fact}" for fact in unit.facts] + [f"#{a}" for a in unit.anchors]
    words = [s.words[:24] for s in sorted(unit.segments, key=lambda s: -len(s.words))]
    for needle in (*needles, *words):
        at = page.find(needle) if needle else -1
        if at >= 0:
            return page.count("\n", 0, at) + 1
    return 1


def _front(head: str) -> Unit:
    values = re.findall(r'^(?:title|description): "(.*)"$', head, re.MULTILINE)
    texts = [fragment_fromstring(v, create_parent="p").text_content() for v in values]
    segments = tuple(s for t in texts for s in _segments(t, frozenset({"front-matter"})))
    return Unit("", "front-matter", (), (), (), segments, " ".join(texts))


def _walk(parent: HtmlElement, section: str) -> Iterator[Unit]:
    children = list(parent)
    at = 0
    if (parent.text or "").strip():
        yield _unit([parent], section, shallow=True)
    while at < len(children):
        child = children[at]
        at += 1
        if not isinstance(child.tag, str):
            continue
        if child.tag in {"h1", "h2"}:
            section = child.get("id", "")
        if child.tag == "h3":
            group = [child]
            while at < len(children) and children[at].tag in {"p", "blockquote"}:
                group.append(children[at])
                at += 1
            yield _unit(group, section)
        elif child.tag == "div":
            yield from _walk(child, section)
        elif child.tag in _LISTS:
            yield from (_unit([item], section) for item in child)
        elif child.tag == "table":
            rows = (row for part in child if part.tag in _ROWS for row in part)
            yield from (_unit([row], section) for row in rows)
        else:
            yield _unit([child], section)
        if (child.tail or "").strip():
            yield Unit(section, "tail", (), (), (), tuple(_segments(child.tail or "", frozenset())),
                       child.tail or "")  # fmt: skip


def _unit(elements: list[HtmlElement], section: str, *, shallow: bool = False) -> Unit:
    segments: list[Segment] = []
    anchors: list[str] = []
    facts: list[str] = []
    links: list[str] = []
    for element in elements:
        if shallow:
            segments += _segments(element.text or "", frozenset())
            continue
        raw = _text(element)
        segments += [s for part, inside in raw for s in _segments(part, inside)]
        for node in element.iter():
            if not isinstance(node.tag, str):
                continue
            anchors += [node.get("id")] if node.get("id") else []
            facts += (node.get(CITES) or "").split()
            links += [node.get("href", "").partition("#")[2]] if node.tag == "a" else []
            spoken = (node.get(name) for name in _SPOKEN)
            segments += [s for v in spoken if v for s in _segments(v, frozenset({"attribute"}))]
    shown = _whole(elements, shallow=shallow)
    return Unit(
        section,
        str(elements[0].tag),
        tuple(anchors),
        tuple(dict.fromkeys(facts)),
        tuple(dict.fromkeys(link.removeprefix("key-") for link in links if link)),
        tuple(segments),
        shown,
    )


def _whole(elements: list[HtmlElement], *, shallow: bool) -> str:
    """All visible text of the elements, with single spaces."""
    texts = [(e.text or "") if shallow else e.text_content() for e in elements]
    return " ".join(" ".join(texts).split())


def _text(element: HtmlElement) -> list[tuple[str, frozenset[str]]]:
    """The element's texts, parted at the edges of other elements; letters that touch stay one."""
    parts: list[tuple[str, frozenset[str]]] = []

    def add(text: str | None, inside: frozenset[str], *, joined: bool) -> None:
        if not text:
            return
        if parts and joined and parts[-1][0][-1:].isalnum() and text[0].isalnum():
            parts[-1] = (parts[-1][0] + text, parts[-1][1] | inside)
        elif parts and parts[-1][1] == inside and joined:
            parts[-1] = (parts[-1][0] + text, inside)
        else:
            parts.append((text, inside))

    def visit(node: HtmlElement, inside: frozenset[str]) -> None:
        if not isinstance(node.tag, str):
            add(node.tail, inside, joined=True)
            return
        here = inside | {node.tag}
        inner = node.tag not in _PARTS
        add(node.text, inside if inner else here, joined=node.tag not in _APART)
        for child in node:
            visit(child, inside if inner else here)
            add(child.tail, inside if inner else here, joined=child.tag not in _APART)

    visit(element, frozenset())
    return parts


def _segments(text: str, inside: frozenset[str]) -> Iterator[Segment]:
    """The runs of `text` between marks; a run after an opening quotation mark is quoted."""
    quoted = False
    start = 0
    for mark in [*_MARKS.finditer(text), None]:
        end = mark.start() if mark else len(text)
        words = " ".join(text[start:end].split()).strip(_EDGE)
        if words:
            yield Segment(words, quoted, inside)
        if mark is None:
            return
        if mark[0] in "“„«":
            quoted = True
        elif mark[0] in "”»":
            quoted = False
        start = mark.end()
