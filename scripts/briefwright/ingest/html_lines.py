"""The lines of an article, and how trafilatura's tree becomes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

# Invisible characters that say nothing: controls, the soft hyphen, zero-width space, word joiner,
# byte order mark, and the bidirectional overrides that can make a quote read otherwise than it is
# (Unicode TR 36, section 2.5). Joiners stay, as Persian and Hindi are spelt with them.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]"
)
_LEVELS = {f"h{n}": n for n in range(1, 7)}
# Longer "headings" are paragraphs that a page sets large.
_HEADING_CHARS = 250
# A table with longer cells lays out text and holds no data.
_CELL_CHARS = 200
_BLOCKS = {
    "p",
    "head",
    "item",
    "quote",
    "list",
    "table",
    "row",
    "cell",
    "div",
    "body",
    "code",
    "lb",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the canonical text: a paragraph, item or row (level 0) or a heading (1 to 6)."""

    text: str
    level: int = 0


def cleaned(text: str) -> str:
    """`text` on one line, without invisible characters; every kind of space is a plain one."""
    return " ".join(_INVISIBLE.sub("", text).split())


def words_of(text: str) -> str:
    """Letters and digits of `text` in lower case with single spaces, to compare wordings."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def lines_of(body: etree._Element) -> list[Line]:
    """The lines of a tree in trafilatura's own format, in the order of the page.

    A line break inside a paragraph begins a new line, as pages use it between paragraphs. The cells
    of a table's row stand on one line with ` | ` between them.
    """
    return [line for line in _lines(body) if line.text]


def _lines(body: etree._Element) -> Iterator[Line]:
    parts: list[str] = [body.text or ""]
    level = 0
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, node in walk:
        if node is body or not isinstance(node.tag, str):
            continue
        if event == "start":
            if node.tag in _BLOCKS:
                yield from _finished(parts, level)
                level = _LEVELS.get(node.get("rend") or "", 2) if node.tag == "head" else level
            if node.tag == "row" and (row := _row(node)) is not None:
                yield row
                walk.skip_subtree()
                continue
            parts.append(node.text or "")
        else:
            if node.tag in _BLOCKS:
                yield from _finished(parts, level)
                level = 0 if node.tag == "head" else level
            parts.append(node.tail or "")
    yield from _finished(parts, level)


def _finished(parts: list[str], level: int) -> Iterator[Line]:
    text = cleaned("".join(parts))
    parts.clear()
    if text:
        yield Line(text, level if len(text) <= _HEADING_CHARS else 0)


def _row(row: etree._Element) -> Line | None:
    """The row as one line; None for a row that lays out text."""
    cells = [cleaned("".join(cell.itertext())) for cell in row.iterchildren("cell")]
    if len(cells) < 2 or any(len(cell) > _CELL_CHARS for cell in cells):  # noqa: PLR2004 - a table
        return None
    return Line(" | ".join(cell for cell in cells if cell))
