"""Who doubts whom: those who doubt on the left, what they doubt on the right.

The left stands in the order of the text, the right at the height of its doubters, so that the same
facts give the same picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.compose.escape import SafeMarkdown, escape
from briefwright.compose.pictures import svg
from briefwright.compose.skeptics import SkepticLine

# More lines than this can't be told apart; the list holds the others.
MOST_EDGES = 24
# What fits beside the lines on a phone, in letters of 13 px; longer words are parted.
WIDTH, LINES = 19, 4
_LETTERS, _AIR, _TOP = 17, 14, 6  # pixels: a line of words, between two names, above the first
_LEFT, _RIGHT = 39.0, 61.0  # percent: where the lines begin and end
_APART = 7  # pixels between two lines of one pair


@dataclass(frozen=True, slots=True)
class DoubtGraph:
    """The picture; None without doubts. `shown` are the doubts in it, `left_out` tells of others.

    `stances` are the kinds of doubt in it, which the caption tells apart.
    """

    svg: SafeMarkdown | None = None
    shown: tuple[SkepticLine, ...] = ()
    left_out: bool = False
    stances: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """All doubts of one kind of one towards another."""

    holder: str
    target: str
    stance: str


def doubt_graph(skeptics: Sequence[SkepticLine], name: str) -> DoubtGraph:
    """The picture of `skeptics`; `name` begins its ids."""
    edges: dict[Edge, None] = {}
    shown = []
    for line in skeptics:
        edge = Edge(line.voice.heading, _target(line), line.stance)
        if edge in edges or len(edges) < MOST_EDGES:
            edges[edge] = None
            shown.append(line)
    if not edges:
        return DoubtGraph()
    return DoubtGraph(
        svg=_draw(list(edges), name),
        shown=tuple(shown),
        left_out=len(shown) < len(skeptics),
        stances=tuple(dict.fromkeys(edge.stance for edge in edges)),
    )


def _target(line: SkepticLine) -> str:
    """Who is doubted, or the article's words for what is, marked as such."""
    return line.whom or f"“{line.target}”"


@dataclass(frozen=True, slots=True)
class _Node:
    """A name at its height: `top` of its words, which stand in `lines`."""

    lines: tuple[str, ...]
    top: int

    @property
    def bottom(self) -> int:
        return self.top + len(self.lines) * _LETTERS

    @property
    def middle(self) -> int:
        return (self.top + self.bottom) // 2


def _draw(edges: Sequence[Edge], name: str) -> SafeMarkdown:
    left = _stacked(list(dict.fromkeys(edge.holder for edge in edges)), _TOP)
    right = _stacked(_by_height(edges, left), _TOP)
    height = max(node.bottom for nodes in (left, right) for node in nodes.values()) + _AIR
    left, right = _centred(left, height), _centred(right, height)
    parts = [_arrow(name)]
    parts += [_words(node, _LEFT - 1.5, "end") for node in left.values()]
    parts += [_words(node, _RIGHT + 1.5, "start") for node in right.values()]
    pairs: dict[tuple[str, str], int] = {}
    for edge in edges:
        pair = (edge.holder, edge.target)
        pairs[pair] = pairs.get(pair, -1) + 1
        below = pairs[pair] * _APART
        parts.append(
            f'<line class="bw-doubt bw-{edge.stance}" x1="{_LEFT:g}%" x2="{_RIGHT:g}%" '
            f'y1="{left[edge.holder].middle + below}" y2="{right[edge.target].middle + below}" '
            f'marker-end="url(#{name}-arrow)"/>'
        )
    said = " ".join(f"{e.holder} — {e.stance} — {e.target}." for e in edges)
    return svg.frame(name, height, ("Who doubts whom", said), parts)


def _stacked(names: Sequence[str], top: int) -> dict[str, _Node]:
    """The names one below the other."""
    nodes = {}
    for name in names:
        nodes[name] = _Node(tuple(svg.wrap(name, WIDTH, LINES)) or ("…",), top)
        top = nodes[name].bottom + _AIR
    return nodes


def _by_height(edges: Sequence[Edge], left: dict[str, _Node]) -> list[str]:
    """The doubted by the mean height of their doubters, which keeps lines from crossing."""
    heights: dict[str, list[int]] = {}
    for edge in edges:
        heights.setdefault(edge.target, []).append(left[edge.holder].middle)
    return sorted(heights, key=lambda name: sum(heights[name]) / len(heights[name]))


def _centred(nodes: dict[str, _Node], height: int) -> dict[str, _Node]:
    """The shorter side in the middle of the longer one."""
    low = max(node.bottom for node in nodes.values()) + _AIR
    return {name: _Node(n.lines, n.top + (height - low) // 2) for name, n in nodes.items()}


def _words(node: _Node, x: float, anchor: str) -> str:
    lines = "".join(
        f'<tspan x="{x:g}%" y="{node.top + 13 + number * _LETTERS}">{escape(line)}</tspan>'
        for number, line in enumerate(node.lines)
    )
    return f'<text text-anchor="{anchor}">{lines}</text>'


def _arrow(name: str) -> str:
    return (
        f'<defs><marker id="{name}-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" '
        'markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">'
        '<path class="bw-arrow" d="M0 0 8 4 0 8z"/></marker></defs>'
    )
