"""Where the templates are: the packaged ones, overridden file by file by a workspace's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefwright.errors import BuildError
from briefwright.store.files import read_bytes, shown


@cache
def packaged_templates() -> Path:
    """The folder of the packaged templates.

    A wheel holds them beside the code; in an editable install they are the repository's own folder.

    Raises:
        BuildError: B003, the installation is not complete.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "templates", package.parent.parent / "templates"):
        if folder.is_dir():
            return folder
    raise BuildError(
        "B003",
        at=str(package / "templates"),
        saw="no such folder",
        wanted="the templates of the installed package",
        fix="install briefwright again",
    )


def load_templates(workspace_root: Path | None = None) -> dict[str, str]:
    """Each template's source under its name (`partials/claim.md.j2`), in the order of the names.

    Raises:
        BuildError: B003, a template is not UTF-8 text or the packaged ones are missing.
        WorkspaceError: A008, a template can't be read.
    """
    folders = [packaged_templates()]
    if workspace_root is not None:
        folders.append(workspace_root / "templates")
    paths = {
        path.relative_to(folder).as_posix(): path
        for folder in folders
        for path in folder.rglob("*.j2")
        if path.is_file()
    }
    return {name: _source(paths[name]) for name in sorted(paths)}


def _source(path: Path) -> str:
    try:
        return read_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BuildError(
            "B003",
            at=shown(path),
            saw=f"the byte 0x{error.object[error.start]:02x}",
            wanted="UTF-8 text",
            fix="save the template as UTF-8",
        ) from error
