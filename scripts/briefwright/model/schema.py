"""The JSON Schema of facts.yml, as published in `docs/reference/facts.schema.json`.

`python -m briefwright.model.schema` prints it; `make schema` writes it there.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from briefwright.model.facts import Facts

SCHEMA_FILE = "facts.schema.json"

# What `briefwright align` fills in, so that a person need not write it.
_FILLED_IN = {"id", "at", "sha256", "mentions", "article"}


class _WithoutFieldTitles(GenerateJsonSchema):
    """Leaves out `"title": "Quote"` at the key `quote`, which editors would show twice."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - pydantic's name
        return False


def facts_schema() -> dict[str, Any]:
    """The schema in JSON Schema 2020-12, for people who write facts by hand.

    It is the format that the program reads, but asks for nothing that `briefwright align` fills in.
    """
    schema = Facts.model_json_schema(by_alias=True, schema_generator=_WithoutFieldTitles)
    for part in (schema, *schema["$defs"].values()):
        required = [key for key in part.get("required", ()) if key not in _FILLED_IN]
        part.pop("required", None)
        if required:
            part["required"] = required
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_FILE,
        "title": "Briefwright facts, version 1",
        "description": "The facts of one article: facts.yml, and `briefwright extract "
        "--format json`.",
    }
    return head | {key: value for key, value in schema.items() if key not in head}


def facts_schema_json() -> str:
    """The schema as the published file has it."""
    return json.dumps(facts_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(facts_schema_json())
