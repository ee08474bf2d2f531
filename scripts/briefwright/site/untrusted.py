"""`build --untrusted`: a workspace that somebody else wrote, built without running anything of it.

Templates always run in a sandbox (`compose.sandbox`). What else of a workspace could run code, or
reach a file outside of it, is `mkdocs.yml` (hooks, plugins, extensions, a theme's folder), the
spaCy pipeline that `briefwright.yml` names, and symbolic links. Here `mkdocs.yml` is read by the
strict loader, compared with a list of what is harmless (`untrusted.yml`), and MkDocs gets the data
that was compared, never the file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from briefwright.errors import BuildError, shorten
from briefwright.extract.settings import DEFAULT_PIPELINE
from briefwright.store.files import shown
from briefwright.store.workspace import Workspace
from briefwright.store.yaml import Loc, YamlDocument, load_yaml, read_yaml

CONFIG = "mkdocs.yml"
_TABLE = "untrusted.yml"
# Where a build reads and writes; a link in them leads somewhere else.
_FOLDERS = ("articles", "briefs", "docs", "templates", "site", ".briefwright")
_MOST_BYTES = 100_000


def harmless_config(workspace: Workspace) -> dict[str, Any]:
    """What `mkdocs.yml` says, when a build with it can run or read nothing of the workspace's own.

    Raises:
        BuildError: B012, with the line of the first key or value that is not on the list, or the
            path of a symbolic link.
        YamlError: mkdocs.yml is not the plain YAML that the strict loader takes.
        WorkspaceError: A008, it can't be read.
    """
    _refuse_links(workspace.root)
    pipeline = workspace.settings.extract.pipeline
    if pipeline != DEFAULT_PIPELINE:
        saw = f"`extract.pipeline` is {shorten(pipeline)}"
        raise _refused("briefwright.yml", saw, f"the pipeline {DEFAULT_PIPELINE}")
    document = read_yaml(workspace.root / CONFIG, max_bytes=_MOST_BYTES)
    config = document.data
    if not isinstance(config, dict):
        raise _refused(document.at(), "no keys and values", "keys such as `site_name:`")
    for loc, saw in _problems(config):
        raise _refused(document.at(loc), saw, _wanted(loc))
    return _with_names(config, document)


def _problems(config: Mapping[str, Any]) -> Iterator[tuple[Loc, str]]:
    table = _allowed()
    for key, value in config.items():
        if key in {"plugins", "markdown_extensions"}:
            yield from _named_problems(key, value, table[key])
        elif key == "theme":
            yield from _theme_problems(value, table["theme"])
        elif key == "docs_dir" and value != "docs":
            yield (key,), f"the folder {shorten(str(value))}"
        elif key not in {*table["keys"], "docs_dir"}:
            yield (key,), f"the key {shorten(key)}"


def _theme_problems(theme: Any, allowed: Mapping[str, Any]) -> Iterator[tuple[Loc, str]]:
    named = {"name": theme} if isinstance(theme, str) else theme
    if not isinstance(named, dict) or named.get("name") not in allowed["names"]:
        yield ("theme", "name"), "another theme"
        return
    for key in named.keys() - {"name", *allowed["keys"]}:
        yield ("theme", key), f"the key {shorten(key)}"


def _named_problems(
    key: str, entries: Any, allowed: Mapping[str, list[str] | str | None]
) -> Iterator[tuple[Loc, str]]:
    """Plugins or extensions: a list of names, or of a name with its options."""
    if not isinstance(entries, list):
        yield (key,), "no list"
        return
    for index, entry in enumerate(entries):
        named = {entry: None} if isinstance(entry, str) else entry
        if not isinstance(named, dict):
            yield (key, index), f"{shorten(str(entry))}"
            continue
        for name, options in named.items():
            loc: Loc = (key, index, name) if isinstance(entry, dict) else (key, index)
            if name not in allowed:
                yield loc, shorten(name)
            elif options is not None:
                yield from _option_problems(loc, options, allowed[name])


def _option_problems(loc: Loc, options: Any, allowed: object) -> Iterator[tuple[Loc, str]]:
    if not isinstance(options, dict):
        yield loc, "options that are no mapping"
        return
    for option, value in options.items():
        if not isinstance(allowed, list) or option not in allowed:
            yield (*loc, option), f"the option {shorten(option)}"
        elif not isinstance(value, str | int | float | None):
            yield (*loc, option), f"an option {shorten(option)} that is no single value"


def _wanted(loc: Loc) -> str:
    table = _allowed()
    match loc:
        case ("docs_dir",):
            return "`docs`"
        case ("theme", "name"):
            return f"the theme {table['theme']['names'][0]}"
        case ("theme", _):
            return f"one of {', '.join(table['theme']['keys'])}"
        case ("plugins" | "markdown_extensions" as key, *_):
            return f"one of {', '.join(table[key])}, with options that are single values"
    return f"one of {', '.join(table['keys'])}"


def _with_names(config: dict[str, Any], document: YamlDocument) -> dict[str, Any]:
    """The configuration with what MkDocs would otherwise look for by itself."""
    if not isinstance(config.get("site_name"), str):
        raise _refused(document.at(("site_name",)), "no `site_name`", "the site's name")
    given = {key: value for key, value in config.items() if key not in {"docs_dir", "site_dir"}}
    return {"theme": {"name": "material"}, "plugins": ["search"], **given, "docs_dir": "docs"}


def _refuse_links(root: Path) -> None:
    """Raises B012 for a symbolic link among the files that a build reads or writes."""
    tops = [root / CONFIG, root / "briefwright.yml", *(root / name for name in _FOLDERS)]
    for path in tops:
        if path.is_symlink():
            raise _link(path)
    for top in tops:
        for folder, folders, names in os.walk(top):
            for name in (*folders, *names):
                if (Path(folder) / name).is_symlink():
                    raise _link(Path(folder) / name)


def _link(path: Path) -> BuildError:
    return _refused(shown(path), "a symbolic link", "a file or folder of the workspace")


def _refused(at: str, saw: str, wanted: str) -> BuildError:
    return BuildError(
        "B012",
        at=at,
        saw=saw,
        wanted=wanted,
        fix="take it out; or, if you trust who wrote the workspace, build without --untrusted",
    )


@cache
def _allowed() -> dict[str, Any]:
    data: Any = load_yaml(files(__package__).joinpath(_TABLE).read_bytes(), _TABLE).data
    return {key: _lists(value) for key, value in data.items()}


def _lists(value: Any) -> Any:
    """Words of one text as a list; the table's mappings stay mappings."""
    if isinstance(value, str):
        return value.split()
    return {key: _lists(inner) for key, inner in value.items()} if value else []
