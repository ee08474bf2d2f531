"""Where the templates are: the packaged ones, overridden file by file by a workspace's own; and
what else the package brings along.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefwright.errors import BuildError
from briefwright.store.files import read_bytes, shown

LOCK = "requirements.txt"


@cache
def packaged_templates() -> Path:
    """The folder of the packaged templates.

    Raises:
        BuildError: B003, the installation is not complete.
    """
    return _packaged("templates")


def packaged_lock() -> Path:
    """The exact versions, with hashes, of everything that Briefwright needs.

    Raises:
        BuildError: B003, the installation is not complete.
    """
    return _packaged(LOCK)


def _packaged(name: str) -> Path:
    """A wheel holds it beside the code; in an editable install it is the repository's own."""
    package = Path(__file__).resolve().parent.parent
    for path in (package / name, package.parent.parent / name):
        if path.exists():
            return path
    raise BuildError(
        "B003",
        at=str(package / name),
        saw="no such file or folder",
        wanted="what the installed package brings along",
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
