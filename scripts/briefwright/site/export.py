"""`export`: one format of one brief, as the site's downloads have it."""

from __future__ import annotations

from briefwright.compose.exports import FORMATS
from briefwright.compose.exports.formats import ALL, FOLDER
from briefwright.errors import WorkspaceError
from briefwright.site.build import Report, prepare
from briefwright.store.workspace import Workspace


def export_text(workspace: Workspace, brief: str | None, format: str, *, report: Report) -> str:
    """The file that a build puts into `downloads/`.

    Args:
        workspace: its articles, facts and briefs; facts that are missing are extracted and saved.
        brief: a brief's id; None: all briefs.
        format: a key of `FORMATS`.
        report: is told what happens, one line at a time.

    Raises:
        WorkspaceError: A002, there is no such brief.
        BriefwrightError: what a build raises before MkDocs runs.
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
    return made.pages[f"{FOLDER}/{brief or ALL}/{FORMATS[format].file}"].decode()
