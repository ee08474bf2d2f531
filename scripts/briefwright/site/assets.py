"""The style sheet, script and mark of the site, as files below docs/."""

from __future__ import annotations

from pathlib import Path

from briefwright.store.files import read_bytes
from briefwright.store.templates import packaged_templates

FOLDER = "assets/briefwright"


def assets(workspace_root: Path) -> dict[str, bytes]:
    """Path below docs/ and bytes; a workspace's own `templates/site/` overrides file by file.

    They lie in docs/, so that a plain `mkdocs build` finds them without a theme folder.
    """
    found: dict[str, Path] = {}
    for folder in (packaged_templates() / "site", workspace_root / "templates" / "site"):
        if folder.is_dir():
            found |= {f"{FOLDER}/{p.name}": p for p in folder.iterdir() if p.is_file()}
    return {name: read_bytes(found[name]) for name in sorted(found)}
