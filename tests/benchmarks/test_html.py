"""The metric of the article-extraction-benchmark, on cases that can be counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.eval import corpora, pages, under
from benchmarks.html import Shares, scores, shares


@pytest.mark.parametrize(
    ("truth", "found", "counts"),
    [
        ("a b c d e", "a b c d e", (2, 0, 0)),
        ("a b c d e", "a b c d", (1, 0, 1)),
        ("a b c d", "x a b c d", (1, 1, 0)),
        ("a b c d a b c d", "a b c d", (1, 0, 4)),  # counted as often as it stands
        ("A, b! C-d.", "A b C d", (1, 0, 0)),
        ("one", "one", (1, 0, 0)),
        ("one", "", (0, 0, 1)),
        ("", "", (0, 0, 0)),
    ],
)
def test_shares_of_four_grams(truth: str, found: str, counts: tuple[int, int, int]) -> None:
    total = sum(counts) or 1
    assert shares(truth, found) == Shares(*(count / total for count in counts))


def test_a_page_without_a_result_has_no_precision() -> None:
    f1, precision, recall = scores([Shares(1, 0, 0), Shares(0, 0, 1), Shares(0.5, 0.5, 0)])
    assert precision == pytest.approx(0.75)
    assert recall == pytest.approx(2 / 3)
    assert f1 == pytest.approx(2 * 0.75 * (2 / 3) / (0.75 + 2 / 3))


def test_a_missing_corpus_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pages(None) == {}
    assert "html: not scored" in capsys.readouterr().out
    assert corpora(tmp_path, tune=False) == []
    assert f"polnear: not found: {tmp_path / 'polnear'}" in capsys.readouterr().out
    assert pages(tmp_path) == {}
    assert f"html: not found: {tmp_path / 'html'}" in capsys.readouterr().out


def test_a_score_under_its_floor_is_named() -> None:
    assert under({"html": {"html": 0.96}}, {"html": {"html": 0.97}}) == [
        "html html 0.960 (floor 0.970)"
    ]
    assert under({"html": {"html": 0.98}}, {}) == []
