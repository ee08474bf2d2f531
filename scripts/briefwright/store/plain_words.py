"""Pydantic's complaints about a file's data in the words of somebody who writes such a file."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from briefwright.errors import shorten

Loc = tuple[str | int, ...]

# Pydantic's error types (pydantic_core 2.50, `ErrorType`) as what should stand there.
_WANTED = {
    "string_type": "text",
    "string_too_short": "text that is not empty",
    "string_too_long": "a shorter text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "decimal_type": "a number",
    "decimal_parsing": "a number",
    "finite_number": "a number",
    "decimal_max_digits": "a number of ordinary size",
    "decimal_max_places": "a number of ordinary size",
    "decimal_whole_digits": "a number of ordinary size",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping of keys and values",
    "model_type": "a mapping of keys and values",
    "model_attributes_type": "a mapping of keys and values",
    "string_pattern_mismatch": "letters, digits, `-` and `_` only",
}
_COUNTED = {
    "too_short": "at least {min_length}",
    "too_long": "at most {max_length}",
    "greater_than_equal": "{ge} or more",
    "less_than_equal": "{le} or less",
}


# Steps of pydantic's error paths that name a validator inside `Span`, not a key of the file.
_INNER = ("is-instance[", "function-after[")


class Problem(NamedTuple):
    """One mistake in a file: where in the data, what stands there, what should, what to do.

    `unknown_key` and `missing_key` tell the two kinds that callers have their own code for.
    """

    loc: Loc
    saw: str
    wanted: str
    fix: str
    unknown_key: bool = False
    missing_key: bool = False


def explain(error: ValidationError, model: type[BaseModel]) -> Problem:
    """The first mistake of `error` in plain words, unknown keys before others, a missing `id` last.

    A misspelt key is also a missing one, and `align` makes an id only from a fact that is whole.
    """
    found = [e for e in error.errors(include_url=False) if e["type"] != "is_instance_of"]

    def rank(mistake: ErrorDetails) -> int:
        if mistake["type"] == "extra_forbidden":
            return 0
        return 2 if mistake["type"] == "missing" and mistake["loc"][-1] == "id" else 1

    first = min(found, key=rank)
    loc: Loc = tuple(s for s in first["loc"] if not str(s).startswith(_INNER))
    name = f"`{_written(loc)}`"
    if first["type"] == "extra_forbidden":
        known = _names(_model_at(model, loc[:-1]))
        return Problem(loc, f"the key {name}", *nearest(str(loc[-1]), known), unknown_key=True)
    if first["type"] == "missing":
        fix = f"add `{loc[-1]}:`"
        return Problem(loc, f"no {name}", f"the key `{loc[-1]}`", fix, missing_key=True)
    saw = f"{name} is {_value(first['input'])}"
    wanted = _wanted(first)
    return Problem(loc, saw, wanted, _fix(first))


def nearest(name: str, known: Iterable[str]) -> tuple[str, str]:
    """(wanted, fix) for a name that is not among `known`."""
    names = sorted(known)
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    wanted = "one of " + ", ".join(names)
    return wanted, f"write `{close[0]}`" if close else "remove it"


def _written(loc: Loc) -> str:
    """The path as a person counts: `claims[3].cue`, from 1."""
    parts = [f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in loc]
    return "".join(parts).lstrip(".") or "the file"


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "an empty list" if not value else f"a list of {len(value)}"
    if isinstance(value, str):
        return shorten(value)
    return {None: "empty", True: "true", False: "false"}.get(value, str(value))


def _wanted(error: Mapping[str, Any]) -> str:
    kind, context = error["type"], error.get("ctx") or {}
    if kind == "literal_error":
        return str(context["expected"])
    if kind == "value_error":
        return str(context["error"])
    if kind in _COUNTED:
        return _COUNTED[kind].format(**context)
    return _WANTED.get(kind, str(error["msg"]))


def _fix(error: Mapping[str, Any]) -> str:
    value = error["input"]
    if error["type"] == "string_type" and isinstance(value, int | float):
        return "put the value between double quotes"
    if error["type"] == "literal_error" and isinstance(value, str):
        words = error["ctx"]["expected"].split("'")[1::2]
        close = difflib.get_close_matches(value, words, n=1, cutoff=0.5)
        if close:
            return f"write `{close[0]}`"
    return "correct the value"


def _names(model: type[BaseModel] | None) -> list[str]:
    return [_alias(n, f) for n, f in model.model_fields.items()] if model else []


def _alias(name: str, field: FieldInfo) -> str:
    return field.alias or name


def _model_at(model: type[BaseModel] | None, loc: Loc) -> type[BaseModel] | None:
    """The model that describes the mapping at `loc`."""
    for step in loc:
        if model is None or isinstance(step, int):
            continue
        fields = {_alias(n, f): f for n, f in model.model_fields.items()}
        model = _model_in(fields[step].annotation) if step in fields else None
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The first model inside `X | None`, `tuple[X, ...]` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)
