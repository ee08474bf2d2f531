"""The document on paper: an installed Chromium prints it into a PDF file."""

from __future__ import annotations

import datetime as dt
import os
import re
import signal
import subprocess
import tempfile
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from briefwright.errors import PrintError
from briefwright.site.onefile.browser import command, find_browser
from briefwright.store.files import told

# A brief of 40 pages takes 3 seconds on two old cores; what takes this long hangs.
SECONDS = 120.0
_MOST_LINES = 5
# Said on every machine without a desktop, whatever else is wrong.
_NOISE = re.compile(r":ERROR:dbus/")
# When it was made, in the file's own words; the site's day takes its place, byte for byte.
_CLOCK = re.compile(rb"/(CreationDate|ModDate) \(D:\d{14}([+-]\d\d'\d\d'|Z)\)")
_END = b"%%EOF"


class Paper(StrEnum):
    """The sizes of paper, as style sheets name them."""

    a4 = "a4"
    letter = "letter"


def print_pdf(
    html: str, *, epoch: int, work: Path, browser: Path | None = None, seconds: float = SECONDS
) -> bytes:
    """The PDF of a document by `one_file`: tagged, with an outline, its title and language.

    The browser gets no network, an empty profile and a folder that is removed afterwards. The
    same document and the same browser give the same bytes.

    Args:
        html: the document; its style sheet has the paper's size.
        epoch: the time that the file shows as that of its making, in seconds since 1970.
        work: where the folder is made.
        browser: the program; None: the one that is installed.
        seconds: how long it may take.

    Raises:
        PrintError: B030 no browser, B031 the browser failed.
        WorkspaceError: A008, the folder can't be written.
    """
    program = find_browser(browser)
    with told(work, "written"):
        work.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix="print-", dir=work.resolve(), ignore_cleanup_errors=True
        ) as folder:
            place = Path(folder)
            (place / "brief.html").write_text(html, "utf-8", newline="\n")
            said = _run(program, place, seconds)
            pdf = place / "brief.pdf"
            data = pdf.read_bytes() if pdf.is_file() else b""
    if not data.rstrip().endswith(_END):
        raise _failed(program, said or "it wrote no PDF file")
    return _CLOCK.sub(lambda found: _made(found, epoch), data)


def _run(program: str, place: Path, seconds: float) -> str:
    """Runs the browser with all that it starts; what it says of errors."""
    process = subprocess.Popen(  # noqa: S603 - the browser that the user has or names
        command(program, place / "brief.html", place / "brief.pdf", place / "profile"),
        cwd=place,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    )
    try:
        _, said = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise _failed(program, f"no end after {seconds:g} seconds") from None
    finally:
        _end(process)
    lines = (line for line in said.splitlines() if line.strip() and not _NOISE.search(line))
    return "\n".join(list(lines)[-_MOST_LINES:])


def _end(process: subprocess.Popen[str]) -> None:
    """Ends the browser's whole group; a browser starts processes of its own."""
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
    if process.stderr:
        process.stderr.close()


def _failed(program: str, said: str) -> PrintError:
    return PrintError(
        "B031",
        at=program,
        saw=said,
        wanted="a PDF file",
        fix="try `--browser` with another Chromium, or print the file of `--format html`",
    )


def _made(found: re.Match[bytes], epoch: int) -> bytes:
    day = dt.datetime.fromtimestamp(epoch, dt.UTC).strftime("%Y%m%d%H%M%S").rjust(14, "0")
    zone = b"+00'00'" if len(found[2]) > 1 else found[2]
    return b"/%b (D:%b%b)" % (found[1], day.encode(), zone)
