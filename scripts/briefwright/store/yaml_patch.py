"""Small changes to a YAML file's text, so that everything else stays byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from briefwright.store import yaml_write
from briefwright.store.yaml import YamlDocument
from briefwright.store.yaml_nodes import Node


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def patched(document: YamlDocument, data: Any) -> str:
    """The document's text changed so that it says `data`.

    `data` may have more keys in its mappings, in the order in which they shall stand, and other
    scalars or lists of scalars; mappings and lists of mappings keep their shape.
    """
    edits = sorted(_edits(document.text, document.root, document.data, data))
    parts, at = list[str](), 0
    for edit in edits:
        parts += (document.text[at : edit.start], edit.text)
        at = edit.end
    return "".join(parts) + document.text[at:]


def _edits(text: str, node: Node, old: Any, new: Any) -> Iterator[_Edit]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict) and node.keys is not None:
        yield from _mapping_edits(text, node, old, new)
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new) and node.items:
        for below, before, after in zip(node.items, old, new, strict=True):
            yield from _edits(text, below, before, after)
    else:
        gap = " " if node.start == node.end and text[node.start - 1 : node.start] == ":" else ""
        yield _Edit(node.start, node.end, gap + yaml_write.flow(new))


def _mapping_edits(
    text: str, node: Node, old: dict[str, Any], new: dict[str, Any]
) -> Iterator[_Edit]:
    keys = node.keys or {}
    before: Node | None = None
    leading: list[str] = []
    added: dict[int, list[str]] = {}
    for key, value in new.items():
        if key in keys:
            before = keys[key]
            yield from _edits(text, before, old[key], value)
        elif before is None:
            leading.append(f"{yaml_write.scalar(key)}: {yaml_write.flow(value)}")
        else:
            line = f"{yaml_write.scalar(key)}: {yaml_write.flow(value)}"
            added.setdefault(_after(text, node, before), []).append(line)
    if leading:
        yield _leading_edit(node, leading)
    for at, lines in added.items():
        yield _added_edit(text, node, at, lines)


def _after(text: str, node: Node, before: Node) -> int:
    """Where a key behind `before` is put: right behind it in braces, else on the next line."""
    if node.flow:
        return before.end
    if before.end > 0 and text[before.end - 1] == "\n":
        return before.end
    found = text.find("\n", before.end)
    return len(text) if found < 0 else found + 1


def _leading_edit(node: Node, lines: list[str]) -> _Edit:
    first = next(iter((node.keys or {}).values()), None)
    at = first.key_start if first else node.start + 1
    if node.flow:
        return _Edit(at, at, ", ".join(lines) + (", " if first else ""))
    return _Edit(at, at, "".join(f"{line}\n{' ' * node.column}" for line in lines))


def _added_edit(text: str, node: Node, at: int, lines: list[str]) -> _Edit:
    if node.flow:
        return _Edit(at, at, "".join(f", {line}" for line in lines))
    start = "" if at == 0 or text[at - 1] == "\n" else "\n"
    return _Edit(at, at, start + "".join(f"{' ' * node.column}{line}\n" for line in lines))
