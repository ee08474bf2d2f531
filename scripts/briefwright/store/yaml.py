"""The strict YAML loader: plain data, each value with its line, and nothing surprising.

A file holds one document of mappings, lists and scalars. Aliases, anchors, tags, merge keys and
duplicate keys are refused. Scalars follow the core schema of YAML 1.2, decimal only: `null`, `~`,
`true`, `false` and decimal numbers are what they look like; everything else is text, also dates,
`22:22`, `yes`, `0x1f` and `007`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from briefwright.errors import YamlError
from briefwright.store.files import read_bytes, shown
from briefwright.store.yaml_nodes import Node, NodeBuilder
from briefwright.store.yaml_problems import explain

MAX_BYTES = 20_000_000
MAX_DEPTH = 50
# A value takes some 350 bytes of memory and 5 microseconds, so that a million take 0.4 GB and 5 s.
# A facts file of 20 MB, written in our layout, has about that many.
MAX_VALUES = 1_000_000
_BYTES_FOR_A_VALUE = 20
# libyaml compares each `%TAG` line with all before it: a file of them takes half an hour.
_TAG_LINE = re.compile(r"^%TAG\b", re.MULTILINE)
_MOST_TAG_LINES = 20

Loc = tuple[str | int, ...]

_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class YamlDocument:
    """A loaded file: its data, its text (with LF line ends) and the place of every value."""

    name: str
    text: str
    data: Any
    root: Node

    def node(self, loc: Loc) -> Node:
        """The node at `loc`, or its nearest parent when nothing stands there."""
        node = self.root
        for step in loc:
            below: Node | None = None
            if isinstance(step, str) and node.keys is not None:
                below = node.keys.get(step)
            elif isinstance(step, int) and node.items is not None and step < len(node.items):
                below = node.items[step]
            if below is None:
                break
            node = below
        return node

    def line(self, loc: Loc = ()) -> int:
        """The line (from 1) of the value at `loc`, or of its nearest parent."""
        return self.node(loc).line

    def at(self, loc: Loc = ()) -> str:
        """`file:line` of the value at `loc`, for messages."""
        return f"{self.name}:{self.line(loc)}"


def read_yaml(path: Path, *, max_bytes: int = MAX_BYTES) -> YamlDocument:
    """The file at `path`, loaded.

    Raises:
        YamlError: Y001 to Y005, with `file:line`.
        WorkspaceError: A008, the file can't be read.
    """
    return load_yaml(read_bytes(path, limit=max_bytes), shown(path), max_bytes=max_bytes)


def load_yaml(
    raw: bytes, name: str, *, max_bytes: int = MAX_BYTES, max_depth: int = MAX_DEPTH
) -> YamlDocument:
    """`raw` as data; an empty document is None.

    Args:
        raw: the bytes of a UTF-8 file, with or without byte order mark.
        name: what messages call the file.
        max_bytes: more is refused (Y004), and so are more values than a file of that size may
            have: a million, or one for every 20 bytes.
        max_depth: deeper nesting is refused (Y004).

    Raises:
        YamlError: Y001 to Y005, with `name:line`.
    """
    if len(raw) > max_bytes:
        raise YamlError(
            "Y004",
            at=name,
            saw=f"more than {max_bytes:,} bytes",
            fix="split the file; for facts, `limits: yaml_bytes` in briefwright.yml can be raised",
        )
    text = _decode(raw, name)
    _refuse_directives(text, name)
    builder = NodeBuilder(name, max_depth, max(MAX_VALUES, max_bytes // _BYTES_FOR_A_VALUE))
    try:
        for event in yaml.parse(text, Loader=_Parser):
            builder.take(event)
    except yaml.YAMLError as error:
        problem = explain(error, text)
        raise YamlError(
            "Y001", at=f"{name}:{problem.line}", saw=problem.saw, fix=problem.fix
        ) from error
    return YamlDocument(name, text, builder.data, builder.root)


def _refuse_directives(text: str, name: str) -> None:
    """Raises Y002 for many lines that declare tags, which are refused themselves."""
    for number, match in enumerate(_TAG_LINE.finditer(text)):
        if number >= _MOST_TAG_LINES:
            line = text.count("\n", 0, match.start()) + 1
            fix = "remove the %TAG lines"
            raise YamlError("Y002", at=f"{name}:{line}", saw="a line that declares a tag", fix=fix)


def _decode(raw: bytes, name: str) -> str:
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise YamlError(
            "Y005",
            at=f"{name}:{line}",
            saw=f"the byte 0x{raw[error.start]:02x}",
            fix="save the file as UTF-8",
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")
