"""Claims: who said what, against the attributions that people marked in news articles.

The articles and their annotation are PolNeAR's (networkdynamics/PolNeAR; brat format): `train` is
what rules are tuned on, `dev` is held back. Where several people annotated an article, the first
annotator's file, by name, is taken. The scores:

- direct quotes + speaker: wanted are the attributions whose content holds a quoted stretch of three
  words or more. One is found when a claim covers at least half of its quoted characters, and right
  when the claim's speaker overlaps its source, or both have none. Precision is the same seen from
  the claims.
- triple: claims and attributions are matched one to one, greedily by the Jaccard index of their
  content's characters; a pair is right when the index is at least a half and the speaker overlaps
  the source, or both have none.

White space and quotation marks are not counted as characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.measure import Measure, Tally
from briefwright.extract import extract
from briefwright.extract.settings import ExtractSettings
from briefwright.model import Article, Claim, Span
from briefwright.model.article import canonical

FOLDER = "polnear"
# The shortest quoted stretch that makes an attribution a direct quote, in words.
QUOTED_WORDS = 3
HALF = 0.5
# The corpus marks plans, wishes and attitudes too (its guidelines, "Scope"); the engine leaves them
# out of the claims unless it is told to take them.
ATTITUDES = ExtractSettings(attitudes=True)

_UNCOUNTED = re.compile(r"[\s\"'“”‘’`]")
# In a paragraph, from mark to mark; a quotation that goes on in the next one is not closed.
_QUOTED = re.compile(r"“[^”\n]*|\"[^\"\n]*\"?")
_EVENT = re.compile(r"^E\d+\tAttribution\S*:\S+ (?P<parts>.*)$")
_TEXTBOUND = re.compile(r"^(?P<id>T\d+)\t(?P<type>\w+) (?P<spans>[\d ;]+)\t")


@dataclass(frozen=True)
class Attribution:
    """Who said what: characters of the content, of its quoted stretches, and of the source."""

    content: frozenset[int]
    quoted: frozenset[int]
    source: frozenset[int]
    shown: str

    def same_source(self, other: Attribution) -> bool:
        """Whether the two sources overlap, or both attributions have none."""
        return bool(self.source & other.source) or not (self.source or other.source)

    def same(self, other: Attribution) -> bool:
        """Whether the two say the same of the same source: half of their characters in common."""
        if not self.content & other.content:
            return False
        return _jaccard(self.content, other.content) >= HALF and self.same_source(other)


@dataclass(frozen=True)
class Document:
    """One article, in the canonical form of its text, with what an annotator marked."""

    name: str
    text: str
    wanted: tuple[Attribution, ...]

    @cached_property
    def found(self) -> tuple[Attribution, ...]:
        """The engine's claims as attributions."""
        made = Maker(self.text)
        facts = extract(Article.from_text(self.text, id="polnear"), ATTITUDES)
        return tuple(_of_claim(claim, made) for claim in facts.claims)


class Maker:
    """Makes the attributions of one text from spans."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._counted = {i for i, c in enumerate(text) if not _UNCOUNTED.match(c)}
        stretches = [m for m in _QUOTED.finditer(text) if len(m[0].split()) >= QUOTED_WORDS]
        self._quoted = {i for m in stretches for i in range(m.start(), m.end())} & self._counted

    def make(self, content: Iterable[Span], cue: str, source: Iterable[Span]) -> Attribution:
        """The attribution of these spans, with the words of its cue."""
        content, source = list(content), list(source)
        characters = frozenset(self._characters(content) & self._counted)
        quoted = characters & self._quoted
        words = "".join(c if i in quoted else " " for i, c in enumerate(self._text)).split()
        if len(words) < QUOTED_WORDS:
            quoted = frozenset()
        shown = f"[{self._words(source)}] {cue}: {self._words(content)}"
        return Attribution(characters, quoted, frozenset(self._characters(source)), shown)

    def _characters(self, spans: Iterable[Span]) -> set[int]:
        return {i for span in spans for i in range(span.start, span.end)}

    def _words(self, spans: Iterable[Span]) -> str:
        return " ".join(" … ".join(span.of(self._text) for span in spans).split())


def _of_claim(claim: Claim, maker: Maker) -> Attribution:
    cue = claim.cue.quote if claim.cue is not None else "-"
    source = [claim.speaker.at] if claim.speaker is not None else []
    return maker.make((piece.at for piece in claim.content), cue, source)


def documents(folder: Path, part: str) -> Iterator[Document]:
    """The articles of `part` ("train" or "dev"), in the order of their names."""
    done = set()
    for path in sorted((folder / part / "attributions").glob("*.ann")):
        name = path.stem.rpartition("_")[0]
        if name in done:
            continue
        done.add(name)
        text = (folder / part / "text" / f"{name}.txt").read_text("utf-8")
        wanted = tuple(_attributions(path.read_text("utf-8"), text))
        yield Document(name, canonical(text), wanted)


def _attributions(annotation: str, source: str) -> Iterator[Attribution]:
    text = canonical(source)
    maker = Maker(text)
    bound: dict[str, list[Span]] = {}
    events = []
    for line in annotation.splitlines():
        if found := _TEXTBOUND.match(line):
            pairs = [part.split() for part in found["spans"].split(";")]
            places = [(_moved(source, int(a)), _moved(source, int(b))) for a, b in pairs]
            bound[found["id"]] = [Span(*place) for place in places]
        elif event := _EVENT.match(line):
            events.append(event["parts"].split())
    for parts in events:
        role: dict[str, list[Span]] = {"Content": [], "Source": [], "Cue": []}
        for part in parts:
            name, _, target = part.partition(":")
            role.setdefault(name.rstrip("0123456789"), []).extend(bound.get(target, []))
        if role["Content"]:
            cue = " ".join(span.of(text) for span in role["Cue"])
            yield maker.make(role["Content"], " ".join(cue.split()), role["Source"])


def _moved(source: str, offset: int) -> int:
    """The offset in the canonical text of an offset in the corpus's."""
    return len(canonical(source[:offset]))


def direct(document: Document) -> tuple[Tally, list[str]]:
    """The count of direct quotes with their speaker, and what is wrong with the others."""
    missed = [_against(one, document.found) for one in document.wanted if one.quoted]
    false = [_against(one, document.wanted) for one in document.found if one.quoted]
    lines = [f"{document.name}: missed {line}" for line in missed if line]
    lines += [f"{document.name}: false {line}" for line in false if line]
    wrong, lost = sum(map(bool, false)), sum(map(bool, missed))
    return Tally(len(false) - wrong, wrong, lost, hits=len(missed) - lost), lines


def _against(one: Attribution, others: Iterable[Attribution]) -> str:
    """What is wrong with a direct quote; "" when one of the others has its words and its source."""
    covering = [o for o in others if len(one.quoted & o.content) >= HALF * len(one.quoted)]
    if any(one.same_source(other) for other in covering):
        return ""
    beside = f" (there: {covering[0].shown})" if covering else ""
    return one.shown + beside


def triples(document: Document) -> tuple[Tally, list[str]]:
    """The count of whole attributions, and those that are missed or false."""
    ranked = sorted(
        (
            (-_jaccard(wanted.content, found.content), i, j)
            for i, wanted in enumerate(document.wanted)
            for j, found in enumerate(document.found)
            if wanted.content & found.content
        )
    )
    of_wanted: dict[int, int] = {}
    of_found: dict[int, int] = {}
    right = 0
    good: set[int] = set()
    for index, i, j in ranked:
        if i in of_wanted or j in of_found:
            continue
        of_wanted[i], of_found[j] = j, i
        if -index >= HALF and document.wanted[i].same_source(document.found[j]):
            good.add(i)
            right += 1
    lines = []
    for i, wanted in enumerate(document.wanted):
        if i not in good:
            beside = f" (there: {document.found[of_wanted[i]].shown})" if i in of_wanted else ""
            lines.append(f"{document.name}: missed {wanted.shown}{beside}")
    for j, found in enumerate(document.found):
        if of_found.get(j) not in good:
            beside = f" (there: {document.wanted[of_found[j]].shown})" if j in of_found else ""
            lines.append(f"{document.name}: false {found.shown}{beside}")
    return Tally(right, len(document.found) - right, len(document.wanted) - right), lines


def _jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other)


SCORES: dict[str, Callable[[Document], tuple[Tally, list[str]]]] = {
    "polnear direct quotes": direct,
    "polnear triple": triples,
}


def measures(folder: Path, tune: bool) -> Iterator[Measure]:
    """The scores on `train` (tune) or `dev`."""
    every = list(documents(folder, "train" if tune else "dev"))
    for name, score in SCORES.items():
        results = [score(document) for document in every]
        total = sum((tally for tally, _ in results), Tally(0, 0, 0))
        yield Measure(name, total, tuple(line for _, lines in results for line in lines))
