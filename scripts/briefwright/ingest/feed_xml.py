"""XML from outside, read with expat. The first sign of a document type ends it: without one there
are no entities to expand and nothing to load.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from briefwright.errors import FetchError

MAX_DEPTH = 60
MAX_ELEMENTS = 200_000


class FeedReader:
    """expat with limits, building a tree."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._tree = TreeBuilder()
        self._depth = 0
        self._count = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._tree.data

    def read(self, raw: bytes) -> Element:
        """The root of the document in `raw`.

        Raises:
            FetchError: N009, it is damaged, too deep, too large, or holds a document type.
        """
        try:
            self._parser.Parse(raw.strip(), True)
        except expat.ExpatError as error:
            words = expat.ErrorString(error.code)
            raise unreadable(f"{self._name}:{error.lineno}", words) from error
        except (LookupError, ValueError) as error:
            raise unreadable(self._name, "an encoding that is not known") from error
        return self._tree.close()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > MAX_DEPTH or self._count > MAX_ELEMENTS:
            raise unreadable(self._here(), "too many or too deeply nested elements")
        self._tree.start(tag, attributes)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._tree.end(tag)

    def _refuse(self, *_: object) -> None:
        raise unreadable(self._here(), "a document type (DOCTYPE)")

    def _here(self) -> str:
        return f"{self._name}:{self._parser.CurrentLineNumber}"


def unreadable(at: str, saw: str) -> FetchError:
    """N009."""
    return FetchError(
        "N009",
        at=at,
        saw=saw,
        wanted="an RSS or Atom feed",
        fix="give the feed's own address or file",
    )
