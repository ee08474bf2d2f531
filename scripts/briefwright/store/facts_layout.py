"""A facts file as pieces of text: a person's lines are kept as they are, never written anew."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from briefwright.model import KINDS
from briefwright.store import yaml_write
from briefwright.store.yaml import YamlDocument
from briefwright.store.yaml_nodes import Node

# From articles/<id>/facts.yml; `init` puts the schema there, and the site publishes it.
SCHEMA_PATH = "../../docs/reference/facts.schema.json"
HEADER = f"""\
# yaml-language-server: $schema={SCHEMA_PATH}
# The facts of one article. Correct what is wrong, set `status: accepted` or `rejected` (timeline:
# `review`), add what is missing with only its exact `quote`, and run `briefwright align`. What you
# change, and your comments, survive a new extraction.
"""
_COMMENT = re.compile(r"#.*")
_NO_ITEMS = re.compile(r"^([^#:\n]*):(?=[ \t]*(?:#.*)?\n\Z)", re.MULTILINE)
_INDENT = 2


@dataclass(frozen=True)
class Section:
    """A top-level key: its own lines (`head`, with comments above it) and one text for each item.

    `items` is None for a key that is no list of facts; then `head` holds its value too.
    """

    key: str
    head: str
    items: tuple[str, ...] | None
    indent: int = _INDENT


@dataclass(frozen=True)
class Layout:
    """The sections in the order of the file, and what stands after them."""

    sections: tuple[Section, ...]
    tail: str


def layout_of(document: YamlDocument) -> Layout:
    """The pieces of a facts file; in a file in braces (JSON) only the values are kept."""
    if document.root.flow:
        return layout_of_data(document.data)
    text, sections, begin = document.text, list[Section](), 0
    for key, node in (document.root.keys or {}).items():
        end = _line_end(text, max(node.end, node.key_start + 1))
        sections.append(_section(text, key, node, begin, end))
        begin = end
    return Layout(tuple(sections), text[begin:])


def layout_of_data(data: Mapping[str, Any]) -> Layout:
    """The pieces of a file that holds `data` in this program's own layout."""
    sections = []
    for key, value in data.items():
        if key in KINDS:
            items = tuple(yaml_write.item(entry, _INDENT) for entry in value or ())
            sections.append(Section(key, f"\n{key}:\n", items))
        else:
            sections.append(Section(key, yaml_write.mapping({key: value}), None))
    return Layout(tuple(sections), "")


def fresh_text(data: Mapping[str, Any]) -> str:
    """A whole new file, with the lines for people and editors at its top."""
    return HEADER + joined(layout_of_data(data))


def joined(layout: Layout) -> str:
    """The file that the pieces make."""
    return "".join(map(_section_text, layout.sections)) + layout.tail


def digest(item: str) -> str:
    """A fingerprint of an item's lines; white space at their ends does not count."""
    lines = [line.rstrip() for line in item.strip("\n").split("\n")]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def _section_text(section: Section) -> str:
    if section.items is None:
        return section.head
    if not section.items:
        return _NO_ITEMS.sub(r"\1: []", section.head)
    return section.head + _spaced(section.items)


def _spaced(items: Iterable[str]) -> str:
    """The items, with a blank line around each that takes more than one."""
    parts: list[str] = []
    before_long = False
    for item in items:
        long = item.count("\n") > 1
        if parts and (long or before_long):
            parts.append("\n")
        parts.append(item)
        before_long = long
    return "".join(parts)


def _section(text: str, key: str, node: Node, begin: int, end: int) -> Section:
    if key not in KINDS:
        return Section(key, text[begin:end], None)
    head_end = _line_end(text, node.key_start + 1)
    if node.items is None:  # `claims:` with nothing behind it
        return Section(key, text[begin:head_end], ())
    if node.flow:
        last = node.items[-1].end if node.items else node.start
        comments = "".join(f"{comment}\n" for comment in _COMMENT.findall(text[last:end]))
        head = text[begin : node.key_start] + comments + f"{key}:\n"
        return Section(key, head, tuple(_from_brackets(text, node)))
    items, at = [], head_end
    for entry in node.items:
        stop = _line_end(text, entry.end)
        items.append(_trimmed(text[at:stop]))
        at = stop
    return Section(key, text[begin:head_end], tuple(items), node.column)


def _from_brackets(text: str, node: Node) -> Iterable[str]:
    """The items of a list in brackets as items of a list with dashes, comments included."""
    at = node.start + 1
    margin = " " * _INDENT
    for entry in node.items or ():
        comments = [f"{margin}{c}\n" for c in _COMMENT.findall(text[at : entry.start])]
        first, *rest = text[entry.start : entry.end].split("\n")
        lines = [f"{margin}- {first}\n", *(f"{margin}    {line.strip()}\n" for line in rest)]
        yield "".join([*comments, *lines])
        at = entry.end


def _line_end(text: str, at: int) -> int:
    """The offset after the line on which the value that ends at `at` ends."""
    if at > 0 and text[at - 1] == "\n":
        return at
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def _trimmed(lines: str) -> str:
    """`lines` without blank lines around them."""
    return re.sub(r"\A(?:[ \t]*\n)+", "", lines).rstrip() + "\n"
