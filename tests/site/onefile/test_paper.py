"""The PDF, printed by the machine's Chromium and read back by another program."""

from __future__ import annotations

import http.server
import stat
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from tests.compose.cases import pairs

from briefwright.errors import PrintError
from briefwright.site.onefile import Paper, print_pdf
from briefwright.site.onefile.browser import find_browser

FileOf = Callable[..., str]
EPOCH = 1738022400  # 28 January 2025
A4, LETTER = (595, 842), (612, 792)  # points
TITLE = "DeepSeek: “a wake-up call” for U.S. technology"


def read(data: bytes) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(data)


def text_of(pdf: pypdfium2.PdfDocument) -> list[str]:
    """The words of each page."""
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


@pytest.fixture(scope="module")
def seed(chromium: Path, file_of: FileOf, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    html = file_of("seed", paper=Paper.a4)
    return print_pdf(html, epoch=EPOCH, work=tmp_path_factory.mktemp("work"), browser=chromium)


def test_every_claim_and_its_evidence_are_on_paper(seed: bytes) -> None:
    words = "".join("".join(text_of(read(seed))).split())
    [(_, facts)] = pairs("seed")
    quotes = [piece.quote for claim in facts.claims for piece in claim.content]
    assert quotes
    for quote in quotes:
        assert words.count("".join(quote.strip("“”").split())) >= 2


def test_no_page_is_blank_and_each_has_its_number(seed: bytes) -> None:
    pages = text_of(read(seed))
    assert 5 < len(pages) < 20
    for number, words in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in words
        assert len(words) > 400


def test_later_pages_have_the_running_title_and_all_the_edition(seed: bytes) -> None:
    first, *rest = text_of(read(seed))
    assert all(page.startswith(TITLE) for page in rest)
    assert not first.startswith(TITLE)
    assert all("as of 28 January 2025. Version " in page for page in (first, *rest))


def test_the_file_says_what_it_is(seed: bytes) -> None:
    pdf = read(seed)
    about = pdf.get_metadata_dict()
    assert about["Title"] == TITLE
    assert about["CreationDate"].startswith("D:20250128000000")
    assert pdfium.FPDFCatalog_IsTagged(pdf)
    assert b"/Lang (en)" in seed
    outline = [mark.get_title() for mark in pdf.get_toc()]
    assert outline[0] == TITLE
    assert {"Bottom line", "Key points", "Timeline", "Claims", "How to cite", "Evidence"} <= set(
        outline
    )


def test_the_same_document_gives_the_same_bytes(
    seed: bytes, chromium: Path, file_of: FileOf, tmp_path: Path
) -> None:
    again = print_pdf(file_of("seed", paper=Paper.a4), epoch=EPOCH, work=tmp_path, browser=chromium)
    assert again == seed
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("paper", "size"), [(Paper.a4, A4), (Paper.letter, LETTER)])
def test_the_paper(
    paper: Paper, size: tuple[int, int], chromium: Path, file_of: FileOf, tmp_path: Path
) -> None:
    pdf = read(
        print_pdf(file_of("hostile", paper=paper), epoch=EPOCH, work=tmp_path, browser=chromium)
    )
    assert {tuple(round(x) for x in page.get_size()) for page in pdf} == {size}


def test_a_hostile_title_runs_over_the_pages(
    chromium: Path, file_of: FileOf, tmp_path: Path
) -> None:
    pdf = read(
        print_pdf(file_of("hostile", paper=Paper.a4), epoch=EPOCH, work=tmp_path, browser=chromium)
    )
    title = '</title><script>alert("t")</script> & *title* {: #x }'
    assert pdf.get_metadata_dict()["Title"] == title
    assert text_of(pdf)[1].startswith(title)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("case", ["seed", "two-sources", "hostile"])
def test_no_page_holds_only_what_stands_on_every_page(
    case: str, paper: Paper, chromium: Path, file_of: FileOf, tmp_path: Path
) -> None:
    html = file_of(case, paper=paper)
    pages = text_of(read(print_pdf(html, epoch=EPOCH, work=tmp_path, browser=chromium)))
    assert all(len(words) > 300 for words in pages)


# The browser


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and what it was asked for."""
    paths: list[str] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the tests' output is for tests."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", paths
    server.shutdown()
    server.server_close()


def test_the_browser_asks_nothing_of_the_network(
    chromium: Path, asked: tuple[str, list[str]], tmp_path: Path
) -> None:
    address, paths = asked
    html = (
        f'<!doctype html><title>t</title><link rel="stylesheet" href="{address}style.css">'
        f'<p>words</p><img src="{address}picture.png"><script src="{address}run.js"></script>'
    )
    pdf = read(print_pdf(html, epoch=EPOCH, work=tmp_path, browser=chromium))
    assert "words" in text_of(pdf)[0]
    assert paths == []


# Writes a file without its end to where it is told to print.
HALF = 'for a; do case $a in --print-to-pdf=*) printf "%%PDF-1.4" > "${a#*=}";; esac; done'


def program(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_without_a_browser_the_error_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("briefwright.site.onefile.browser.NAMES", ("chromium",))
    with pytest.raises(PrintError) as caught:
        print_pdf("<p>", epoch=EPOCH, work=tmp_path / "work")
    assert (caught.value.code, caught.value.at, caught.value.exit_code) == ("B030", "PATH", 2)
    assert "--format html" in caught.value.fix


def test_a_given_browser_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(PrintError, match=r"B030.*nothing-here"):
        find_browser(tmp_path / "nothing-here")


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo broken on purpose >&2; exit 3", "broken on purpose"),
        ("exit 0", "it wrote no PDF file"),
        (HALF, "it wrote no PDF file"),
    ],
)
def test_a_browser_that_fails(script: str, said: str, tmp_path: Path) -> None:
    fake = program(tmp_path / "fake", script)
    with pytest.raises(PrintError) as caught:
        print_pdf("<p>", epoch=EPOCH, work=tmp_path / "work", browser=fake)
    assert (caught.value.code, caught.value.saw) == ("B031", said)
    assert list((tmp_path / "work").iterdir()) == []


def runs(process: int) -> bool:
    """Whether it is alive; what nobody has waited for yet is not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_a_browser_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    fake = program(tmp_path / "fake", f"sleep 60 & echo $! > {tmp_path}/child; wait")
    with pytest.raises(PrintError, match="no end after 1 seconds"):
        print_pdf("<p>", epoch=EPOCH, work=tmp_path / "work", browser=fake, seconds=1)
    child = int((tmp_path / "child").read_text())
    until = time.monotonic() + 10  # a killed process takes a moment to go
    while runs(child) and time.monotonic() < until:
        time.sleep(0.05)
    assert not runs(child)
    assert list((tmp_path / "work").iterdir()) == []
