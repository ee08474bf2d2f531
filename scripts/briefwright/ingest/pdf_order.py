"""Lines into blocks, and blocks into the order in which they are read.

The order is Breuel's ("High Performance Document Layout Analysis", 2003): a block comes before one
that lies below it in the same columns, and before one to its right, unless something that spans
both lies between them in height. So a headline over two columns is read before both, and a column
to its end before the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.ingest.pdf_lines import Line

# Lines of one block: no more white between them than this many sizes, and one size of type.
_PITCH = 1.9
_SAME_SIZE = 0.12
# Pages with more blocks are tables or drawings; their order is from top to bottom.
_MOST_BLOCKS = 120


@dataclass(slots=True)
class Block:
    """Lines of one column that stand close together."""

    lines: list[Line]
    x0: float
    x1: float
    top: float
    bottom: float

    @classmethod
    def of(cls, lines: list[Line]) -> Block:
        """The block that `lines` make, from top to bottom."""
        return cls(
            lines,
            min(line.x0 for line in lines),
            max(line.x1 for line in lines),
            lines[0].base + lines[0].size,
            lines[-1].base,
        )


def reading_order(lines: Sequence[Line]) -> list[Block]:
    """The blocks of a page in reading order."""
    blocks = _blocks(lines)
    if len(blocks) > _MOST_BLOCKS:
        return sorted(blocks, key=lambda block: (-block.top, block.x0))
    before = {
        index: {other for other in range(len(blocks)) if _precedes(blocks, other, index)}
        for index in range(len(blocks))
    }
    order: list[Block] = []
    while before:
        # What lies highest and leftmost among the free ones; with a circle, among all.
        free = [index for index, first in before.items() if not first] or list(before)
        index = min(free, key=lambda i: (blocks[i].x0, -blocks[i].top))
        order.append(blocks[index])
        del before[index]
        for first in before.values():
            first.discard(index)
    return order


def _blocks(lines: Sequence[Line]) -> list[Block]:
    """Runs of lines of which each is the only one below the last, and that the only one above."""
    ordered = sorted(lines, key=lambda line: (-line.base, line.x0))
    below = {id(line): _next_below(line, ordered[index + 1 :]) for index, line in
             enumerate(ordered)}  # fmt: skip
    above: dict[int, int] = {}
    for found in below.values():
        for line in found:
            above[id(line)] = above.get(id(line), 0) + 1
    started: set[int] = set()
    blocks = []
    for line in ordered:
        if id(line) in started:
            continue
        run = [line]
        started.add(id(line))
        while len(found := below[id(run[-1])]) == 1 and above[id(found[0])] == 1:
            after = found[0]
            if id(after) in started or not _alike(run[-1], after):
                break
            run.append(after)
            started.add(id(after))
        blocks.append(Block.of(run))
    return blocks


def _next_below(line: Line, lower: Sequence[Line]) -> list[Line]:
    """The lines right below `line`: those it overlaps in width with nothing between."""
    found: list[Line] = []
    for other in lower:
        if line.base - other.base > 2 * _PITCH * max(line.size, other.size):
            break
        if other.base < line.base - 0.3 * line.size and _overlap(line, other):
            hidden = any(_overlap(seen, other) and seen.base > other.base + 0.3 * other.size
                         for seen in found)  # fmt: skip
            if not hidden:
                found.append(other)
    return found


def _alike(upper: Line, lower: Line) -> bool:
    pitch = upper.base - lower.base
    return (
        pitch <= _PITCH * max(upper.size, lower.size)
        and abs(upper.size - lower.size) <= _SAME_SIZE * upper.size
        and upper.bold == lower.bold
    )


def _overlap(one: Line | Block, other: Line | Block) -> bool:
    return min(one.x1, other.x1) - max(one.x0, other.x0) > 1


def _precedes(blocks: Sequence[Block], first: int, second: int) -> bool:
    a, b = blocks[first], blocks[second]
    if first == second:
        return False
    if _overlap(a, b):
        return (a.top, -a.x0) > (b.top, -b.x0)
    if a.x1 > b.x0 + 1:
        return False
    # `a` lies to the left; only what spans both and stands between them decides otherwise.
    return not any(
        _between(c, a, b) and _overlap(c, a) and _overlap(c, b)
        for c in blocks
        if c is not a and c is not b
    )


def _between(middle: Block, one: Block, other: Block) -> bool:
    """Whether `middle` lies below one of the two and above the other."""
    upper, lower = (one, other) if one.top >= other.top else (other, one)
    return upper.bottom >= middle.top - 1 and middle.bottom >= lower.top - 1
