"""A new workspace: the packaged starter files and a sample article."""

from __future__ import annotations

from pathlib import Path

from briefwright.config import FILE_NAME
from briefwright.errors import WorkspaceError
from briefwright.ingest.add import add_article
from briefwright.model.schema import SCHEMA_FILE, facts_schema_json
from briefwright.store.files import read_bytes, shown, write_bytes, write_text
from briefwright.store.templates import LOCK, packaged_lock, packaged_templates
from briefwright.store.workspace import Workspace

_FOLDERS = ("articles", "briefs", "docs", "templates")
_SAMPLE = "sample-article.md"
# A file that begins with a dot would be left out by tools that pack folders.
_RENAMED = {"gitignore": ".gitignore", "github": ".github"}


def make_workspace(folder: Path) -> Workspace:
    """A workspace in `folder`, which may exist but must not hold any file that is written.

    Raises:
        WorkspaceError: A004, a workspace or one of its files is there; A008, it can't be written.
    """
    starter = packaged_templates() / "init"
    sources = sorted(path for path in starter.rglob("*") if path.is_file())
    targets = {_target(path.relative_to(starter)): path for path in sources if path.name != _SAMPLE}
    # What the workflow installs: the versions that this Briefwright was tested with.
    targets[Path(".github", LOCK)] = packaged_lock()
    for name in (Path(FILE_NAME), *targets):
        if (folder / name).exists():
            raise WorkspaceError(
                "A004",
                at=shown(folder),
                saw=f"{name} in it",
                wanted="a new folder, or one without a workspace",
                fix="choose another folder",
            )
    # The settings come last: without them an interrupted `init` is no workspace yet.
    for name in sorted(targets, key=lambda n: n.name == FILE_NAME):
        write_bytes(folder / name, read_bytes(targets[name]))
    write_text(folder / "docs" / "reference" / SCHEMA_FILE, facts_schema_json())
    for subfolder in _FOLDERS:
        (folder / subfolder).mkdir(exist_ok=True)
    workspace = Workspace.find(folder)
    add_article(workspace, read_bytes(starter / _SAMPLE), _SAMPLE)
    return workspace


def _target(path: Path) -> Path:
    return Path(*(_RENAMED.get(part, part) for part in path.parts))
