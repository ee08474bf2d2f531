from __future__ import annotations

import json
from pathlib import Path

from briefwright.model import KINDS
from briefwright.model.schema import facts_schema, facts_schema_json

PUBLISHED = Path(__file__).parents[2] / "docs" / "reference" / "facts.schema.json"


def test_the_published_schema_is_current() -> None:
    """Else: python -m briefwright.model.schema > docs/reference/facts.schema.json."""
    assert PUBLISHED.read_text(encoding="utf-8") == facts_schema_json()


def test_it_is_a_2020_12_schema_of_the_whole_file() -> None:
    schema = facts_schema()
    assert schema["$schema"].endswith("2020-12/schema")
    assert set(schema["properties"]) == {"schema", "article", *KINDS, "orphaned"}
    json.dumps(schema)


def test_nothing_is_required_that_align_fills_in() -> None:
    definitions = facts_schema()["$defs"].values()
    required = {key for part in definitions for key in part.get("required", ())}
    assert required.isdisjoint({"id", "at", "sha256", "mentions", "origin"})
    assert {"quote", "form", "stance", "value"} <= required


def test_every_reference_inside_it_leads_somewhere() -> None:
    schema = facts_schema()
    names = [part.split('"')[0] for part in json.dumps(schema).split('"$ref": "#/$defs/')[1:]]
    assert names
    assert set(names) <= set(schema["$defs"])
