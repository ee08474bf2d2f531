"""No text makes the engine slow: its time grows with the text's length, not with its square.

Times are of this process only, and compared with those of a shorter text of the same kind.
"""

from __future__ import annotations

import gc
import importlib
import re
import time
from collections.abc import Callable, Iterator

import pytest
import spacy

from briefwright import Article, extract
from briefwright.extract.dates.rules import families
from briefwright.extract.entities import known
from briefwright.extract.figures import amounts, patterns
from briefwright.extract.pieces import MAX_PIECE, MAX_RUN, cut_pieces
from briefwright.extract.placed import Placed
from briefwright.extract.quotes import find_quotations
from briefwright.model import Span

# Eight times the text may take this many times as long; its square would be 64.
LONGER, ALLOWED = 8, 20
SLACK = 0.3  # seconds: what a busy machine adds to a measurement


def seconds(work: Callable[[], object]) -> float:
    """Process time of `work`, without the collector: its time grows with what other tests keep."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        gc.enable()


def filled(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


def assert_linear(work: Callable[[str], object], unit: str, length: int) -> None:
    """`work` on `length` characters of `unit` takes about `LONGER` times as long as on a share."""
    work(filled(unit, 1_000))  # caches
    for again in (True, False):  # a busy machine may disturb one measurement, not two
        short = seconds(lambda: work(filled(unit, length // LONGER)))
        long = seconds(lambda: work(filled(unit, length)))
        if not again or long < ALLOWED * short + SLACK:
            break
    assert long < ALLOWED * short + SLACK


def whole_text_patterns() -> Iterator[re.Pattern[str]]:
    """The patterns that search whole articles; all others see some ten to a hundred characters."""
    for pattern in (patterns.money, patterns.measure, patterns.quarter_point, patterns.ratio):
        yield pattern()
    yield from (patterns.level(), amounts.index_names())
    yield from (known._traded_pattern(), known._trading())
    for family in families():
        yield family.core
        yield from (pattern for pattern, _ in family.rules)


@pytest.mark.parametrize(
    "unit", ["1", "1,234,", " ", "“", "two hundred ", "twenty-", "1 of the end of last ", "$"]
)
def test_the_patterns_are_linear(unit: str) -> None:
    found = list(whole_text_patterns())
    assert_linear(lambda text: [sum(1 for _ in p.finditer(text)) for p in found], unit, 200_000)


@pytest.mark.parametrize("unit", ["“", "“ “ ” ", "'a ", "s' ", "‘a ‘b’s ", "``", '"', "“a” "])
def test_pairing_quotation_marks_is_linear(unit: str) -> None:
    def pair(text: str) -> object:
        article = Article.from_text("x" + text, id="odd")
        return find_quotations(article.text, article.blocks)

    assert_linear(pair, unit, 200_000)


@pytest.fixture
def words_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline that only cuts words and sentences: what remains is the engine's own time."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    reading = importlib.import_module("briefwright.extract.reading")
    monkeypatch.setattr(reading, "load", lambda _: nlp)


@pytest.mark.usefixtures("words_only")
@pytest.mark.parametrize(
    ("unit", "length"),
    [
        ("a ", 300_000),
        ("(", 300_000),
        ("“", 300_000),
        ("1,234,", 300_000),
        ("In May 5% of “it” rose. ", 80_000),
        ("Q: Why?\n\nA: So.\n\n", 80_000),
    ],
)
def test_a_degenerate_article_is_linear(unit: str, length: int) -> None:
    def run(text: str) -> object:
        return extract(Article.from_text("x" + text, id="odd", published="2025-01-28"))

    assert_linear(run, unit, length)


def test_the_parser_never_sees_a_long_run_or_piece() -> None:
    text = "“" * 5_000 + " " + "word " * 5_000 + "x" * 5_000 + "“It is so.” " * 2_000
    article = Article.from_text(text, id="odd")
    quotations = find_quotations(article.text, article.blocks)
    pieces = list(cut_pieces(article, quotations))
    assert all(len(p.text) == len(p.places) <= MAX_PIECE for p in pieces)
    assert all(len(word) <= MAX_RUN for p in pieces for word in p.text.split())


def test_one_long_item_does_not_slow_down_the_search_for_others() -> None:
    spans = [Span(0, 10_000), *(Span(n, n + 1) for n in range(20_000, 60_000))]
    placed = Placed(spans, lambda span: span)

    def search() -> object:
        return [placed.overlapping(Span(n, n + 1)) for n in range(20_000, 60_000, 20)]

    assert seconds(search) < 1
    assert placed.overlapping(Span(5, 20_001)) == [Span(0, 10_000), Span(20_000, 20_001)]
    assert placed.inside(Span(5, 20_002)) == [Span(20_000, 20_001), Span(20_001, 20_002)]
