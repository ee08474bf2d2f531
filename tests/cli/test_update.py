"""`briefwright update` and PDF files, as a user meets them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.ingest.pdf_maker import Page, pdf

Run = Callable[..., CompletedProcess[str]]
WORDS = "Shares of Harbour Corp fell {} on Monday after the port said its quay would open in June."


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "briefwright.yml").write_text("schema: 1\n")
    return tmp_path


def paper(place: Path, fall: str) -> str:
    page = Page()
    page.text(60, 780, "The quay opens late", 20, "bold")
    page.column(60, 740, [WORDS.format(fall)], chars=50)
    (place / "paper.pdf").write_bytes(pdf(page, info={"Title": "Microsoft Word - x.doc"}))
    return "paper.pdf"


def test_a_pdf_is_added_extracted_and_updated(place: Path, briefwright: Run) -> None:
    added = briefwright("add", paper(place, "5%"), "--id", "quay", "--rights", "cc-by")
    assert added.returncode == 0, added.stderr
    assert "The quay opens late (from: inferred)" in added.stdout
    metadata = (place / "articles" / "quay" / "article.yml").read_text()
    assert "format: pdf" in metadata
    assert "rights: cc-by" in metadata
    assert "pages: [[1, 0]]" in metadata
    assert briefwright("extract").returncode == 0
    updated = briefwright("update", "quay", paper(place, "4%"))
    assert updated.returncode == 0, updated.stderr
    assert "updated articles/quay: " in updated.stdout
    assert "  gone: f-" in updated.stdout
    again = briefwright("update", "quay", "paper.pdf")
    assert again.stdout == "unchanged: articles/quay has this text already\n"
    assert briefwright("check").returncode == 0


def test_an_article_without_an_address_wants_a_file(place: Path, briefwright: Run) -> None:
    briefwright("add", paper(place, "5%"), "--id", "quay")
    done = briefwright("update", "quay")
    assert done.returncode == 2
    assert "A012" in done.stderr
    assert "briefwright update quay FILE" in done.stderr


def test_there_is_no_such_article(place: Path, briefwright: Run) -> None:
    assert "A002" in briefwright("update", "nope", "x.txt").stderr
    assert not (place / "articles").exists()
