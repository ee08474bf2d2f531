"""Linguistic knowledge as data: one YAML file for each subject, read once.

Every file says in its head where its entries came from.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

# The C loader reads the same files several times faster; it is absent from some platforms' builds.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def table(name: str) -> Any:
    """The parsed table `name`.yml of this folder; shared, so never changed by its readers."""
    return yaml.load((files(__package__) / f"{name}.yml").read_text("utf-8"), Loader=_LOADER)  # noqa: S506 - our own packaged files, and a safe loader


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The space-separated words under `key` of a table, as a set."""
    return frozenset(table(name)[key].split())
