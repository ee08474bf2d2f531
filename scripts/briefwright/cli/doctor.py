"""`briefwright doctor`."""

from __future__ import annotations

import platform
import shutil
from importlib import metadata
from typing import TYPE_CHECKING, Any

import typer

from briefwright.cli.output import Format, FormatOption, print_json

if TYPE_CHECKING:
    from briefwright.store.workspace import Workspace

PACKAGES = (
    "briefwright", "mkdocs", "mkdocs-material", "spacy", "pydantic", "pyyaml", "jinja2", "typer",
)  # fmt: skip
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def doctor(format: FormatOption = Format.text) -> None:
    """Say what is installed, which pipeline is used, and where each setting comes from."""
    report = examine()
    if format is Format.json:
        print_json(report)
        return
    for title, rows in report.items():
        typer.echo(title)
        for row in rows:
            origin = f"  ({row['from']})" if "from" in row else ""
            typer.echo(f"  {row['name']:<24} {_told(row['value'])}{origin}")


def examine() -> dict[str, list[dict[str, Any]]]:
    """The report: groups of rows with a name and a value (None: absent), settings with origins."""
    from briefwright.config import default_settings

    workspace, problem = _workspace()
    loaded = workspace.loaded_settings if workspace else default_settings()
    pipeline = loaded.settings.extract.pipeline
    versions = [{"name": name, "value": _version(name)} for name in PACKAGES]
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    articles = len(workspace.article_ids()) if workspace else None
    return {
        "programs": [
            {"name": "python", "value": platform.python_version()},
            *versions,
            {"name": f"pipeline {pipeline}", "value": _version(pipeline)},
            {"name": "chromium (for tests)", "value": browser},
        ],
        "workspace": [
            {"name": "folder", "value": str(workspace.root) if workspace else problem},
            {"name": "articles", "value": articles},
        ],
        "settings": [
            {"name": key, "value": value, "from": origin} for key, value, origin in loaded.rows()
        ],
    }


def _workspace() -> tuple[Workspace | None, str]:
    """The workspace here, or what is wrong with it: `doctor` is asked when something is."""
    from briefwright.errors import BriefwrightError
    from briefwright.store.workspace import Workspace

    try:
        return Workspace.find(), ""
    except BriefwrightError as error:
        return None, f"{error.summary()} (fix: {error.fix})"


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _told(value: Any) -> str:
    return "-" if value is None or value == {} else str(value)
