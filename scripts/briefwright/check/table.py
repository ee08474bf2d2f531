"""The table of checks (`table.yml`): ids, severities and what each means."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, Literal

from pydantic import TypeAdapter

from briefwright.model.finding import Severity
from briefwright.model.span import Model, Text
from briefwright.store.yaml import load_yaml

CheckSeverity = Literal[Severity, "off"]


class CheckInfo(Model):
    """One row of the table."""

    severity: Severity
    title: Text
    text: Text


@cache
def check_table() -> dict[str, CheckInfo]:
    """Every check by its id, in the order of the table."""
    raw: Any = load_yaml(files(__package__).joinpath("table.yml").read_bytes(), "table.yml").data
    return TypeAdapter(dict[str, CheckInfo]).validate_python(raw)


def check_ids() -> frozenset[str]:
    """The ids that `checks:` in briefwright.yml may name."""
    return frozenset(check_table())
