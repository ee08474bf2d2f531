"""The inline scripts that a site's theme puts on its pages, known from the theme's own templates.

What stands on a built page may come from an article, so a page can't say which of its scripts are
to be trusted. The templates can: they come with the installed theme, or from the folder that a
person named as `theme.custom_dir`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

import yaml

from briefwright.store.files import read_bytes

# Where a script of the theme writes a value: inside quotes only, and the value may hold nothing but
# the characters of an address, so that it can neither end the quotes nor escape anything.
_HOLE = re.compile(r'(?<=")\{\{[^{}]*\}\}(?=")')
_VALUE = r"[A-Za-z0-9._~%/:-]*"
_SCRIPT = re.compile(r"<script>((?:(?!</?script>).)+)</script>", re.DOTALL)
_JINJA = re.compile(r"\{\{|\{%|\{#")


def theme_scripts(root: Path) -> tuple[re.Pattern[bytes], ...]:
    """A pattern for each inline script of the installed themes and of the workspace's own one.

    Args:
        root: the workspace, with mkdocs.yml.
    """
    folders = [*_installed(), *_own(root)]
    sources = {script for folder in folders for script in _scripts(folder)}
    found = {pattern for source in sources if (pattern := _pattern(source)) is not None}
    return tuple(re.compile(pattern.encode(), re.DOTALL) for pattern in sorted(found))


def _scripts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.html")):
        text = read_bytes(path).decode("utf-8", "replace")
        yield from (match[1] for match in _SCRIPT.finditer(text))


def _pattern(source: str) -> str | None:
    """What `source` becomes on a page; None when a template may put anything into it."""
    pieces = _HOLE.split(source)
    if any(_JINJA.search(piece) for piece in pieces):
        return None
    return _VALUE.join(map(re.escape, pieces))


def _installed() -> Iterator[Path]:
    for theme in entry_points(group="mkdocs.themes"):
        spec = find_spec(theme.value)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            yield Path(place)


def _own(root: Path) -> Iterator[Path]:
    """`theme.custom_dir` of mkdocs.yml, read without making anything of its tags."""
    config = root / "mkdocs.yml"
    text = read_bytes(config).decode("utf-8", "replace") if config.is_file() else ""
    try:
        tree = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return
    folder = _value(_value(tree, "theme"), "custom_dir")
    if isinstance(folder, yaml.ScalarNode) and (root / folder.value).is_dir():
        yield root / folder.value


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)
