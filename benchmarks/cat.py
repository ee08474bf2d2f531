"""The CAT XML of annotated news: tokens put back into running text, markables as spans of it.

CAT (the CAT Content Annotation Tool of Fondazione Bruno Kessler) keeps tokens with sentence numbers
and no offsets, so the spaces of the text are lost. They are put back as news sets them: none before
a comma, a closing quotation mark, "'s" or "%", none after an opening bracket or a currency sign.
Sentence 0 is the headline and sentence 1 the day of publication, each on a line of its own; the
others are one paragraph.
"""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from briefwright.model import Span

HEADLINE, DATELINE = 0, 1
_DATELINE = "%B %d, %Y"  # MEANTIME's

# Tokens that CAT's tokeniser writes in its own way.
_REWRITTEN = {"``": '"', "''": '"', "`": "'", "#": "£", "USD$": "US$"}
_NO_SPACE_BEFORE = re.compile(
    r"[.,:;!?%)\]”’/]|\.\.\.|['’](?:s|re|ve|ll|d|m|S)|n['’]t|-(?:based|led)", re.ASCII
)
_NO_SPACE_AFTER = re.compile(r"(?:[A-Z]{1,3})?[$£€#]|[(\[“‘/]|[A-Z]['’]")
# What is glued to the currency sign after it ("US$", "GB£").
_PREFIXES = {"US", "A", "C", "CA", "AU", "NZ", "HK", "GB", "R"}
_SIGNS = {"$", "£", "#"}


@dataclass(frozen=True, slots=True)
class Markable:
    """What an annotator marked.

    Attributes:
        kind: the element's name, such as "TIMEX3".
        id: unique in the document.
        at: from its first token to its last in the text.
        sentence: the number of the sentence that it starts in.
        attributes: those of the element.
        refers: the attributes of the instance that it refers to; empty when to none.
    """

    kind: str
    id: str
    at: Span
    sentence: int
    attributes: dict[str, str]
    refers: dict[str, str]


@dataclass(frozen=True, slots=True)
class CatDocument:
    """One document; `sentences` has the span of each sentence by its number."""

    name: str
    text: str
    sentences: dict[int, Span]
    markables: tuple[Markable, ...]

    @property
    def published(self) -> str | None:
        """The day in the second sentence ("March 01, 2008"), or else what is marked as the creation
        time, as an ISO date; None when neither is a date.

        Single documents of MEANTIME write the marked one in another form, or mark none.
        """
        line = self.sentences.get(DATELINE)
        marked = [m.attributes.get("value", "") for m in self.markables if is_creation_time(m)]
        stated = [(line.of(self.text), _DATELINE)] if line else []
        for words, form in (*stated, *((value, "%Y-%m-%d") for value in marked)):
            try:
                return dt.datetime.strptime(words, form).date().isoformat()  # noqa: DTZ007 - a day
            except ValueError:
                continue
        return None


def is_creation_time(markable: Markable) -> bool:
    """Whether it is the document creation time."""
    return markable.attributes.get("functionInDocument") == "CREATION_TIME"


@dataclass(frozen=True, slots=True)
class _Token:
    id: str
    text: str
    sentence: int


def read_cat(path: Path) -> CatDocument:
    """The document in the file at `path`.

    Raises:
        xml.etree.ElementTree.ParseError: it is no XML.
    """
    root = ET.parse(path).getroot()  # noqa: S314 - a corpus file that the user names
    tokens = [
        _Token(t.get("t_id", ""), t.text or "", int(t.get("sentence", "0")))
        for t in root.iter("token")
    ]
    text, places = _running(tokens)
    sentences: dict[int, Span] = {}
    for token in tokens:
        span = places[token.id]
        start = sentences.get(token.sentence, span).start
        sentences[token.sentence] = Span(start, span.end)
    number = {token.id: token.sentence for token in tokens}
    found = tuple(_markables(root, places, number))
    return CatDocument(path.stem, text, sentences, found)


def _markables(
    root: ET.Element, places: dict[str, Span], sentence: dict[str, int]
) -> Iterator[Markable]:
    """The markables that stand on tokens, in the order of the text."""
    elements = [element for group in root.findall("Markables") for element in group]
    instances = {element.get("m_id"): dict(element.attrib) for element in elements}
    refers = {
        source.get("m_id"): instances.get(target.get("m_id"), {})
        for relation in root.iter("REFERS_TO")
        for target in relation.findall("target")
        for source in relation.findall("source")
    }
    found = []
    for element in elements:
        anchors = [a.get("t_id", "") for a in element.findall("token_anchor")]
        anchors = sorted((a for a in anchors if a in places), key=lambda a: places[a])
        if anchors:
            at = Span(places[anchors[0]].start, places[anchors[-1]].end)
            name = element.get("m_id", "")
            given = (dict(element.attrib), refers.get(name, {}))
            found.append(Markable(element.tag, name, at, sentence[anchors[0]], *given))
    yield from sorted(found, key=lambda m: m.at)


def _running(tokens: list[_Token]) -> tuple[str, dict[str, Span]]:
    """The text, and the place of each token by its id."""
    pieces: list[str] = []
    places: dict[str, Span] = {}
    length = 0
    quotes = _Quotes()
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else None
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        written = replace(token, text=_REWRITTEN.get(token.text, token.text))
        space = _space(before, written, quotes.glued(before, token, after))
        pieces += [space, written.text]
        start = length + len(space)
        length = start + len(written.text)
        places[token.id] = Span(start, length)
    return "".join(pieces), places


def _space(before: _Token | None, token: _Token, glued: bool | None) -> str:
    """What stands between two tokens; `glued` says it for those next to a quotation mark."""
    if before is None:
        return ""
    if before.sentence != token.sentence:
        own_line = before.sentence in {HEADLINE, DATELINE}
        return "\n\n" if own_line else " "
    if glued is not None:
        return "" if glued else " "
    if before.text in _PREFIXES and token.text in _SIGNS:
        return ""
    if _NO_SPACE_BEFORE.fullmatch(token.text) or _NO_SPACE_AFTER.fullmatch(before.text):
        return ""
    return " "


class _Quotes:
    """Tells opening from closing quotation marks, which look alike."""

    def __init__(self) -> None:
        self._open: set[str] = set()
        self._opened = False

    def glued(self, before: _Token | None, token: _Token, after: _Token | None) -> bool | None:
        """Whether no space is before `token`; None where no quotation mark decides it."""
        was_opening, self._opened = self._opened, False
        if token.text in {'"', "'", "``", "''", "`"}:
            opening = self._opens(before, token, after)
            mark = "'" if token.text in {"'", "`"} else '"'
            if opening:
                self._open.add(mark)
            else:
                self._open.discard(mark)
            self._opened = opening
            return was_opening if opening else True
        return True if was_opening else None

    def _opens(self, before: _Token | None, token: _Token, after: _Token | None) -> bool:
        if token.text in {"``", "`"}:
            return True
        if token.text == "''":
            return False
        if before is None or before.sentence != token.sentence:
            return True
        if after is None or after.sentence != token.sentence:
            return False
        if token.text == "'":
            return before.text[-1:] != "s" and "'" not in self._open
        return '"' not in self._open
