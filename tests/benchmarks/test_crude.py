"""The score of movements, on sentences whose events can be counted by hand."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from benchmarks.crude import Document, documents, measures, natural, score
from benchmarks.measure import Tally


def event(kind: str, start: int, end: int) -> dict[str, Any]:
    return {"event_type": kind, "trigger": {"start": start, "end": end}}


ADDRESS = {"words": ["https://example.org/tin", "."], "golden-event-mentions": []}
SENTENCES = [
    {
        "words": ["Tin", "fell", "$", "3", "."],
        "golden-event-mentions": [event("Movement-down-loss", 1, 2)],
    },
    ADDRESS,
    {
        # The second event is of another type, so nobody has to find it.
        "words": ["Zinc", "rose", "as", "miners", "-LRB-", "two", "-RRB-", "cut", "output", "."],
        "golden-event-mentions": [
            event("Movement-up-gain", 1, 2),
            event("Cause-movement-down-loss", 7, 8),
        ],
    },
    {
        # Marked the other way round, to see that the direction counts.
        "words": ["Lead", "rose", "."],
        "golden-event-mentions": [event("Movement-down-loss", 1, 2)],
    },
]


def written(folder: Path) -> tuple[Document, bool]:
    """The sentences as the only file of `folder`, and whether it is in the tuned half."""
    (folder / "tin.json").write_text(json.dumps(SENTENCES), "utf-8")
    tune = hashlib.sha256(b"tin.json").hexdigest()[0] in "01234567"
    (only,) = documents(folder, tune=tune)
    assert list(documents(folder, tune=not tune)) == []
    return only, tune


def test_the_text_is_rebuilt_and_the_events_stand_on_their_words(tmp_path: Path) -> None:
    one, _ = written(tmp_path)
    assert one.text == "Tin fell $3.\n\nZinc rose as miners (two) cut output.\n\nLead rose."
    assert [(w.at.of(one.text), w.direction) for w in one.wanted] == [
        ("fell", "down"),
        ("rose", "up"),
        ("rose", "down"),
    ]


def test_a_cue_with_the_other_direction_is_missed_and_false(tmp_path: Path) -> None:
    one, tune = written(tmp_path)
    tally, lines = score(one)
    assert tally == Tally(2, 1, 1)
    assert [line.split()[1:3] for line in lines] == [["missed", "down"], ["false", "up"]]
    (measure,) = measures(tmp_path, tune)
    assert measure.tally == tally


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Tin closed at $ 70 .00 a tonne .", "Tin closed at $70.00 a tonne."),
        ("`` It is n't Peru 's , '' he said .", "“It isn't Peru's,” he said."),
        ("Prices -LSB- up 3 % -RSB- : a record", "Prices [up 3%]: a record"),
        ("the miners ' tin", "the miners' tin"),
    ],
)
def test_natural_text(words: str, text: str) -> None:
    line, places = natural(words.split())
    assert line == text
    assert places[-1].end == len(line)
