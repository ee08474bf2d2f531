"""Text from outside for heads, feeds and structured data."""

from __future__ import annotations

import html
import json
from typing import Any

# A page's script ends at `</script`, and old readers take the two separators for line ends.
_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def one_line(text: str) -> str:
    """`text` in one line, without control and format characters; nothing can reorder or end it."""
    return " ".join("".join(c if c.isprintable() else " " * c.isspace() for c in text).split())


def shortened(text: str, most: int) -> str:
    """At most `most` characters of `text`, cut between words, with an ellipsis at the cut."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    return f"{head.rpartition(' ')[0] or head}…"


def attribute(text: str) -> str:
    """`text` for a quoted attribute or for an element's content."""
    return html.escape(text, quote=True)


def script_json(data: Any) -> str:
    """`data` as JSON that no HTML parser takes for markup, wherever its texts come from."""
    return json.dumps(data, ensure_ascii=False, indent=1).translate(_ESCAPES)
