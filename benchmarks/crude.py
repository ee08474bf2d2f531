"""Movements: what went up or down, against the events that people marked in oil-market news.

The articles and their annotation are CrudeOilNews' gold files (Lee et al. 2021; JSON, one list of
tokenised sentences for each article). Natural text is rebuilt from the tokens, a paragraph for each
sentence, because the corpus keeps no paragraphs; a sentence that is an article's address is left
out. The articles are halved by the first hexadecimal digit of the SHA-256 of their file's name: 0
to 7 is what rules are tuned on, 8 to f is held back.

The score, "crude trigger + direction": wanted are all events of the types Movement-up-gain and
Movement-down-loss, whatever moves (a price, a supply, a demand) and whatever their polarity and
modality ("prices may fall" holds one). Found are the movements that the engine's market stage
reads (`find_movements`), of which market effects are those of instruments, with their direction up
or down; one for each cue, however many things it moves. A pair is right when the cue overlaps the
event's trigger and has its direction, one to one in text order; every other movement is false, also
where the annotators saw another type: what somebody or something brings about ("the storm lifted
prices", Cause-movement), and how strong something is ("weakened", Slow-weak).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measure import Measure, Tally
from briefwright.extract.market import find_movements
from briefwright.extract.reading import read
from briefwright.extract.settings import DEFAULT_PIPELINE
from briefwright.model import Article, Span

FOLDER = "crude"
NAME = "crude trigger + direction"
TUNED_DIGITS = "01234567"
CONTEXT = 60  # characters on each side of an error's cue

_DIRECTIONS = {"Movement-up-gain": "up", "Movement-down-loss": "down"}
# Penn Treebank's stand-ins for brackets and quotation marks.
_MARKS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": "“", "''": "”", "`": "‘"}
_NO_SPACE_BEFORE = {",", ".", ";", ":", "%", ")", "]", "”", "'", "?", "!", "n't", "/", "+", "..."}
_NO_SPACE_AFTER = {"(", "[", "“", "‘", "$", "/"}


@dataclass(frozen=True, slots=True)
class Moved:
    """A word that says that something went up or down."""

    at: Span
    direction: str


@dataclass(frozen=True)
class Document:
    """One article in natural text, with what the annotators marked."""

    name: str
    text: str
    wanted: tuple[Moved, ...]

    @property
    def found(self) -> tuple[Moved, ...]:
        """The engine's movements, one for each cue."""
        reading = read(Article.from_text(self.text, id="crude"), DEFAULT_PIPELINE)
        cues = {
            (found.passage.span(move.cue), move.direction)
            for found in find_movements(reading)
            for move in found.moves
            if move.direction in {"up", "down"}
        }
        return tuple(Moved(at, direction) for at, direction in sorted(cues) if direction)


def documents(folder: Path, *, tune: bool) -> Iterator[Document]:
    """The articles of one half, in the order of their names."""
    for path in sorted(folder.glob("*.json")):
        if (hashlib.sha256(path.name.encode()).hexdigest()[0] in TUNED_DIGITS) == tune:
            yield document(path.name, json.loads(path.read_text("utf-8")))


def document(name: str, sentences: Iterable[dict[str, Any]]) -> Document:
    """The article that the tokenised `sentences` make."""
    text = ""
    wanted: list[Moved] = []
    for sentence in sentences:
        if sentence["words"][0].startswith("http"):
            continue
        text += "\n\n" if text else ""
        line, places = natural(sentence["words"])
        for event in sentence["golden-event-mentions"]:
            direction = _DIRECTIONS.get(event["event_type"])
            if direction is not None:
                first, last = event["trigger"]["start"], event["trigger"]["end"] - 1
                start, end = places[first].start, places[last].end
                wanted.append(Moved(Span(len(text) + start, len(text) + end), direction))
        text += line
    return Document(name, text, tuple(sorted(wanted, key=lambda one: one.at)))


def natural(words: Iterable[str]) -> tuple[str, list[Span]]:
    """Running text of tokens, and the place of each: "fell $ 3 ." is written "fell $3."."""
    line = ""
    places: list[Span] = []
    previous = ""
    for word in (_MARKS.get(w, w) for w in words):
        apart = not (
            previous in _NO_SPACE_AFTER
            or word in _NO_SPACE_BEFORE
            or (word.startswith("'") and len(word) > 1)
            or (previous[-1:].isdigit() and word[:1] in ".," and word[1:].isdigit())
        )
        line += " " if line and apart else ""
        places.append(Span(len(line), len(line) + len(word)))
        line += word
        previous = word
    return line, places


def score(one: Document) -> tuple[Tally, list[str]]:
    """The count of triggers with their direction, and those that are missed or false."""
    left = list(one.found)
    missed = []
    for wanted in one.wanted:
        same = (f for f in left if f.at.overlaps(wanted.at) and f.direction == wanted.direction)
        hit = next(same, None)
        if hit is None:
            missed.append(wanted)
        else:
            left.remove(hit)
    lines = [f"{one.name}: missed {_shown(one.text, moved)}" for moved in missed]
    lines += [f"{one.name}: false {_shown(one.text, moved)}" for moved in left]
    return Tally(len(one.wanted) - len(missed), len(left), len(missed)), lines


def _shown(text: str, moved: Moved) -> str:
    before = text[max(0, moved.at.start - CONTEXT) : moved.at.start]
    after = text[moved.at.end : moved.at.end + CONTEXT]
    return " ".join(f"{moved.direction} {before}[{moved.at.of(text)}]{after}".split())


def measures(folder: Path, tune: bool) -> Iterator[Measure]:
    """The score on the half that rules are tuned on (tune), or on the half held back."""
    results = [score(one) for one in documents(folder, tune=tune)]
    total = sum((tally for tally, _ in results), Tally(0, 0, 0))
    yield Measure(NAME, total, tuple(line for _, lines in results for line in lines))
