"""The pieces of JSON-LD."""

from __future__ import annotations

from typing import Any

Node = dict[str, Any]


def stated(node: Node) -> Node:
    """The node without what is not known."""
    return {key: value for key, value in node.items() if value}
