"""Words that the checks go by, as tables; each file says where its words come from."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from briefwright.store.yaml import load_yaml


@cache
def table(name: str) -> Any:
    """The table `name`.yml as plain data."""
    return load_yaml(files(__package__).joinpath(f"{name}.yml").read_bytes(), f"{name}.yml").data


def either(words: list[str]) -> str:
    """A pattern for any of `words`, the longest first."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"
