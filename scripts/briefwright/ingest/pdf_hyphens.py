"""Words that a line's end has cut, made whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CUT = re.compile(r"(?<![^\W\d_])(?<![^\W\d_][’'])([^\W\d_]++(?:[’'][^\W\d_]++)*+)([-\xad\u2010])$")
_GOES_ON = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:[-\u2010][^\W\d_]++)++")
_WORD = re.compile(r"[^\W\d_]+")
_DASH_END = re.compile(r"\S[-\u2010–—]$")
_SHORTEST = 2


class Joiner:
    """Joins lines; knows the words and compounds that the document writes inside its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._compounds: set[str] = set()
        for line in lines:
            folded = line.replace("\u2010", "-").replace("\xad", "").casefold()
            self._words.update(_WORD.findall(folded))
            self._compounds.update(_COMPOUND.findall(folded))

    def join(self, before: str, after: str) -> str:
        """The two lines as running text.

        A hyphen at the end goes when a lower-case word goes on after it and the document does not
        write the two with a hyphen elsewhere; a hyphen before a capital or a digit stays
        ("Anglo-American", "COVID-19"). A soft hyphen always goes.
        """
        match = _CUT.search(before)
        if match is None:
            if _DASH_END.search(before) and not before.endswith(" –"):
                return before + after
            return f"{before} {after}" if before else after
        if match[2] == "\xad":
            return before[:-1] + after
        rest = _GOES_ON.match(after)
        if rest is None or not rest[0][0].islower():
            return before + after
        first, second = match[1].casefold(), rest[0].casefold()
        whole_before = _last_compound(before[:-1]).casefold()
        if f"{whole_before}-{second}" in self._compounds or f"{first}-{second}" in self._compounds:
            return before + after
        if first + second not in self._words and len(first) < _SHORTEST:
            return before + after  # "e-mail", "x-ray"
        return before[:-1] + after


def without_soft_hyphens(text: str) -> str:
    """`text` with the hyphens that only marked where a word may be cut gone."""
    return text.replace("\xad", "")


def _last_compound(text: str) -> str:
    return text.rpartition(" ")[2]
