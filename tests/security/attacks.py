"""Texts that make a regular expression work hardest, made from the expression itself.

A pattern is slow where it can repeat something, fail, and try again: from the next place, or with
another share of the same text. So for each repeat of the pattern its body is written many times,
behind what the pattern wants before it, with an end at which it fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

# The parser of `re`; its trees are the ones that the patterns are compiled from.
_parser: Any = getattr(re, "_parser")  # noqa: B009 - private, and the only parser there is
GENERIC = (
    "a", "A", "1", " ", "\n", "\t", "a ", "Aa ", "A. ", "1,", "1, ", "1.", "-", "- ", "(", ")", "“",
    "“a” ", '"', "'", "’s ", "$", "$1 ", "%", "<", "<a ", "&", "[", "`", "\n\n", " \n", "a\n", ".",
    ". ", ", ", "é",
    "\u2028", "\x00", "twenty-", "one hundred and ", "of the ", "Mr. A. B. ", "1 May ", "https://a.",
)  # fmt: skip
# A repeat that may take so many is as good as without end.
_MANY = 20
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
_SAMPLES = {
    "CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a", "CATEGORY_NOT_DIGIT": "a",
    "CATEGORY_NOT_SPACE": "a", "CATEGORY_NOT_WORD": "-",
}  # fmt: skip
_PRINTABLE = [*map(chr, range(32, 127)), "\n", "é", "“"]


def units(pattern: str, flags: int) -> set[tuple[str, str]]:
    """Pairs of a beginning and of what is repeated after it, for this pattern."""
    tree = _parser.parse(pattern, flags)
    found = set(_of(tree, "", {}))
    found |= {("", beginning + unit) for beginning, unit in found}
    whole = _sample(tree, {})
    found |= {("", whole), ("", whole[:-1]), ("", whole[1:])}
    return {(beginning, unit) for beginning, unit in found if unit}


def _of(tree: Any, before: str, groups: dict[int, str]) -> Iterator[tuple[str, str]]:
    for op, value in tree:
        name = str(op)
        if name in _REPEATS:
            _, most, body = value
            if most is _parser.MAXREPEAT or most >= _MANY:
                for shift in range(4):
                    yield before, _sample(body, groups, shift)
            yield from _of(body, before, groups)
        elif name == "BRANCH":
            for branch in value[1]:
                yield from _of(branch, before, groups)
        elif name in {"SUBPATTERN", "ATOMIC_GROUP", "ASSERT"}:
            yield from _of(_body(name, value), before, groups)
        before += _sample([(op, value)], groups)


def _body(name: str, value: Any) -> Any:
    """The tree inside a group or a look around."""
    return value if name == "ATOMIC_GROUP" else value[3] if name == "SUBPATTERN" else value[1]


def _sample(tree: Any, groups: dict[int, str], shift: int = 0) -> str:
    """A short text that the tree may match; `shift` chooses another of the possible ones."""
    pieces: list[str] = [_piece(str(op), value, groups, shift) for op, value in tree]
    return "".join(pieces)


def _piece(name: str, value: Any, groups: dict[int, str], shift: int) -> str:
    if name in _REPEATS:
        least, most, body = value
        times: int = max(least, min(1, most))
        return _sample(body, groups, shift) * times
    text: str = ""
    match name:
        case "LITERAL":
            text = chr(value)
        case "NOT_LITERAL" | "ANY":
            text = "a" if value != ord("a") else "b"
        case "IN":
            text = str(_member(value, shift))
        case "BRANCH":
            text = _sample(value[1][shift % len(value[1])], groups, shift)
        case "SUBPATTERN":
            text = _sample(value[3], groups, shift)
            groups[value[0] or 0] = text
        case "ATOMIC_GROUP":
            text = _sample(value, groups, shift)
        case "GROUPREF":
            text = groups.get(value, "")
        case "GROUPREF_EXISTS":
            text = _sample(value[1], groups, shift)
    return text


def _member(members: list[tuple[Any, Any]], shift: int) -> str:
    """One of the characters of a class; a class that is negated has one that it does not name."""
    if str(members[0][0]) == "NEGATE":
        named = re.compile(f"[{''.join(map(re.escape, _listed(members[1:])))}]")
        free = [c for c in ["a", " ", "1", *_PRINTABLE] if not named.match(c)]
        return free[shift % len(free)] if free else "\x00"
    listed = _listed(members)
    return listed[shift % len(listed)] if listed else ""


def _listed(members: list[tuple[Any, Any]]) -> list[str]:
    found: list[str] = []
    for op, value in members:
        match str(op):
            case "LITERAL":
                found.append(chr(value))
            case "RANGE":
                found += [chr(value[0]), chr(value[1])]
            case "CATEGORY":
                found.append(_SAMPLES[str(value)])
    return found
