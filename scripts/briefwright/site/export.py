"""`export`: one brief, or all of them, in one file of the asked format."""

from __future__ import annotations

from pathlib import Path

from briefwright.compose.exports import FORMATS
from briefwright.compose.exports.formats import ALL, FOLDER
from briefwright.errors import WorkspaceError
from briefwright.model import Brief
from briefwright.site.build import WORK
from briefwright.site.onefile import Paper, one_file, print_pdf
from briefwright.site.prepare import Prepared, Report, frame_of, prepare
from briefwright.store.templates import load_templates
from briefwright.store.workspace import Workspace

# Beside the formats for programs (`FORMATS`): the pages themselves, for people.
HTML, PDF = "html", "pdf"
_PAGE = ".md"


def export_bytes(
    workspace: Workspace,
    brief: str | None,
    format: str,
    *,
    report: Report,
    paper: Paper = Paper.a4,
    browser: Path | None = None,
) -> bytes:
    """The file: of a format for programs, the one that a build puts into `downloads/`.

    Args:
        workspace: its articles, facts and briefs; facts that are missing are extracted and saved.
        brief: a brief's id; None: all briefs.
        format: a key of `FORMATS`, or `HTML` or `PDF`.
        report: is told what happens, one line at a time.
        paper: the size of a printed page.
        browser: the program that prints; None: the one that is installed.

    Raises:
        WorkspaceError: A002, there is no such brief.
        PrintError: B030 no browser, B031 it failed.
        BriefwrightError: what a build raises before MkDocs runs, B007 of the gate included.
    """
    known = [found.id for found in workspace.briefs()]
    if brief is not None and brief not in known:
        raise WorkspaceError(
            "A002",
            at="briefs",
            saw=repr(brief),
            wanted=f"one of {', '.join(known)}" if known else "a brief",
            fix="write the id of a brief, or none for all",
        )
    made = prepare(workspace, report, workspace.settings.profile)
    if format in FORMATS:
        return made.pages[f"{FOLDER}/{brief or ALL}/{FORMATS[format].file}"]
    chosen = [found for found, _ in made.records if brief in {None, found.id}]
    if format == HTML:
        return _html(workspace, made, chosen, None).encode()
    html = _html(workspace, made, chosen, paper)
    return print_pdf(html, epoch=made.epoch, work=workspace.root / WORK, browser=browser)


def _html(workspace: Workspace, made: Prepared, briefs: list[Brief], paper: Paper | None) -> str:
    pages = {path: page.decode() for path, page in made.pages.items() if path.endswith(_PAGE)}
    return one_file(briefs, pages, load_templates(workspace.root), frame_of(workspace), paper=paper)
