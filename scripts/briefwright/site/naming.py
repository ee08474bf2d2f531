"""The site's name and its address on the web."""

from __future__ import annotations

import re

from briefwright.config import WEB_ADDRESS
from briefwright.errors import BuildError, YamlError
from briefwright.store.files import read_bytes
from briefwright.store.workspace import Workspace
from briefwright.store.yaml import load_yaml


def site_name(workspace: Workspace) -> str:
    """The name in the one line of mkdocs.yml that has it, so that every page shows the same one.

    MkDocs's own loader would run code that a mkdocs.yml may name.
    """
    return _line_of_mkdocs(workspace, "site_name") or "Briefs"


def site_address(workspace: Workspace) -> str:
    """The site's address on the web, with a slash at its end: `site.url` in briefwright.yml, or
    else `site_url` in mkdocs.yml. Empty when neither states one.
    """
    address = workspace.settings.site.url or _line_of_mkdocs(workspace, "site_url")
    return f"{address.rstrip('/')}/" if WEB_ADDRESS.fullmatch(address) else ""


def public_address(workspace: Workspace) -> str:
    """`site_address`, for a site that can't do without.

    Raises:
        BuildError: B020, nobody states it, or mkdocs.yml states something else.
    """
    address = site_address(workspace)
    if not address:
        stated = _line_of_mkdocs(workspace, "site_url")
        raise BuildError(
            "B020",
            at="mkdocs.yml" if stated else "briefwright.yml",
            saw=f"`site_url` is {stated!r}" if stated else "no `site.url`",
            wanted="the address at which readers find the site",
            fix="write `site: {url: https://briefs.example.org/}` into briefwright.yml, with your "
            "own address",
        )
    return address


def _line_of_mkdocs(workspace: Workspace, key: str) -> str:
    """A text value that stands in one line of mkdocs.yml; empty when there is none."""
    config = workspace.root / "mkdocs.yml"
    text = read_bytes(config).decode("utf-8", "replace") if config.is_file() else ""
    line = re.search(rf"^{key}:.*$", text, re.MULTILINE)
    try:
        data = load_yaml(line[0].encode(), "mkdocs.yml").data if line else None
    except YamlError:
        data = None
    value = data.get(key) if isinstance(data, dict) else None
    return value if isinstance(value, str) else ""
