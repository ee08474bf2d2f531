"""A picture's marks and words as a reader sees them, in pixels at a given width."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from briefwright.compose.pictures.svg import LETTER

LINE_HEIGHT = 12


@dataclass(frozen=True)
class Box:
    """Words with the room that they take."""

    words: str
    left: float
    right: float
    top: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether they share room."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def tree(svg: str) -> etree._Element:
    """The picture as XML: it has to be well-formed, whatever the words."""
    return etree.fromstring(svg.encode())


def pixels(value: str, width: int) -> float:
    """`12.5%` of the width, or pixels as they stand."""
    return float(value[:-1]) / 100 * width if value.endswith("%") else float(value)


def words(svg: str, width: int, leave_out: str = "") -> list[Box]:
    """Every text of the picture; of tspans with a place of their own, each."""
    found = []
    for text in tree(svg).iter("text"):
        own = [t for t in text.iter("tspan") if t.get("x")]
        for part in own or [text]:
            said = "".join(
                piece for node in part.iter() if node.get("class") != leave_out
                for piece in ([node.text] if node.text else [])
            )  # fmt: skip
            x = pixels(part.get("x", "0"), width) + float(text.get("dx", "0"))
            y = float(part.get("y", "0"))
            room = len(said) * LETTER + 8 * (len(list(text.iter("tspan"))) > 1)
            anchor = text.get("text-anchor", "start")
            left = x - room if anchor == "end" else x
            found.append(Box(said, left, left + room, y - LINE_HEIGHT + 2, y + 2))
    return found


def collisions(boxes: Sequence[Box]) -> list[tuple[str, str]]:
    """The pairs of words that share room."""
    return [(a.words, b.words) for a, b in itertools.combinations(boxes, 2) if a.overlaps(b)]


def places(svg: str, element: str, attribute: str = "x", kind: str = "bw-mark") -> list[float]:
    """Where the marks stand, in percent."""
    return [
        float(re.sub("%", "", node.get(attribute, "nan")))
        for node in tree(svg).iter(element)
        if kind in node.get("class", "").split()
    ]
