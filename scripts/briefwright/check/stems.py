"""What a piece of text is about: the beginnings of its words."""

from __future__ import annotations

import re

from briefwright.check.tables import table

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
# Words are compared by their beginnings, so that "closes" meets "closed".
_STEM = 5


def words_of(text: str) -> list[str]:
    """The words of `text` in small letters."""
    return [word.casefold() for word in _WORD.findall(text)]


def stems_of(text: str) -> frozenset[str]:
    """The beginnings of the words that say what `text` is about; articles and the like left out."""
    empty = set(table("headline")["empty"])
    return frozenset(
        word.removesuffix("’s").removesuffix("'s")[:_STEM]
        for word in words_of(text)
        if word not in empty
    )
