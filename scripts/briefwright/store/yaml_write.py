"""Plain data as YAML in one fixed layout: the one in which Briefwright writes its own files.

A mapping that holds no other mapping and fits on a line is written in braces; everything else goes
line by line. Text is never folded, so that a quote can be searched for. What `load_yaml` reads back
is what was written, for every text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

WIDTH = 140
# Only what no YAML reader takes for anything but text goes without quotes.
_BARE = re.compile(r"[^\W\d_](?:[\w .'’/&+%$-]*[\w.'’%])?")
# The words that YAML 1.1 readers (and thus many editors) take for booleans or null.
_NOT_TEXT = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
# JSON leaves these as they are; YAML takes them for line breaks, a byte order mark or nothing at
# all (YAML 1.2.2, section 5.1 and 5.4).
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def scalar(value: str | float | bool | None) -> str:
    """One value on one line, in quotes wherever it could be read as something else."""
    if not isinstance(value, str):
        return json.dumps(value)
    if _BARE.fullmatch(value) and value.lower() not in _NOT_TEXT:
        return value
    quoted = json.dumps(value, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


def flow(value: Any) -> str:
    """Any value on one line, in brackets and braces."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(k)}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value)


def mapping(data: Mapping[str, Any], indent: int = 0) -> str:
    """`data` line by line, `indent` spaces deep, with a line end after each line."""
    return "".join(f"{line}\n" for line in _mapping(data, " " * indent))


def item(data: Mapping[str, Any], indent: int = 2) -> str:
    """`data` as one item of a list whose dashes stand `indent` spaces deep."""
    return "".join(f"{line}\n" for line in _item(data, " " * indent))


def _mapping(data: Mapping[str, Any], margin: str) -> Iterator[str]:
    for key, value in data.items():
        head = f"{margin}{scalar(key)}:"
        if isinstance(value, Mapping) and not _fits(value, head):
            yield head
            yield from _mapping(value, margin + "  ")
        elif isinstance(value, list | tuple) and any(isinstance(v, Mapping) for v in value):
            yield head
            for entry in value:
                yield from _item(entry, margin + "  ")
        else:
            yield f"{head} {flow(value)}"


def _item(data: Mapping[str, Any], margin: str) -> Iterator[str]:
    if _fits(data, f"{margin}-"):
        yield f"{margin}- {flow(data)}"
        return
    first, *rest = _mapping(data, margin + "  ")
    yield f"{margin}- {first.lstrip(' ')}"
    yield from rest


def _fits(data: Mapping[str, Any], head: str) -> bool:
    nested = any(
        isinstance(v, Mapping) or (isinstance(v, list | tuple) and any(map(_is_mapping, v)))
        for v in data.values()
    )
    return not data or (not nested and len(head) + 1 + len(flow(data)) <= WIDTH)


def _is_mapping(value: Any) -> bool:
    return isinstance(value, Mapping)
