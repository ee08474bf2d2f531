"""Many runs of words, and which of them stand in a text, without looking for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"\w+")


class Runs:
    """A set of texts, kept by their first words, so that a site of many briefs is read in linear
    time.
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._all: set[str] = set()
        self._by_word: dict[str, list[str]] = {}
        self.add(texts)

    def add(self, texts: Iterable[str]) -> None:
        """Keep `texts` as well; an empty one is none."""
        for text in {text for text in texts if text} - self._all:
            self._all.add(text)
            first = _WORD.search(text)
            self._by_word.setdefault(first[0] if first else "", []).append(text)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __contains__(self, text: str) -> bool:
        return text in self._all

    def inside(self, text: str) -> Iterator[str]:
        """Those that stand in `text`, beginning and ending with whole words of it."""
        words = {"", *_WORD.findall(text)}
        for word in words & self._by_word.keys():
            yield from (run for run in self._by_word[word] if run in text)
