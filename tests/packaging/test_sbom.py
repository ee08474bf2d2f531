"""The bill of materials says what the lock says, in the form of CycloneDX 1.6."""

from __future__ import annotations

import importlib
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.packaging.sbom import document, licences, locked

ROOT = Path(__file__).parents[2]
PURL = re.compile(r"pkg:pypi/[a-z0-9-]+@[0-9][0-9A-Za-z.+!-]*")


def printed() -> str:
    return subprocess.run(
        [sys.executable, "-m", "tests.packaging.sbom"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(printed())
    return found


def test_it_has_every_package_of_the_lock_with_its_hashes(bill: dict[str, Any]) -> None:
    lock = (ROOT / "requirements.txt").read_text()
    pinned = re.findall(r"^([\w.-]+)==([^ ;\\]+)", lock, re.MULTILINE)
    assert [(c["name"], c["version"]) for c in bill["components"]] == sorted(pinned)
    hashes = [h["content"] for c in bill["components"] for h in c["hashes"]]
    assert sorted(hashes) == sorted(re.findall(r"sha256:([0-9a-f]+)", lock))


def test_its_form_is_that_of_the_specification(bill: dict[str, Any]) -> None:
    assert list(bill)[:4] == ["bomFormat", "specVersion", "serialNumber", "version"]
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(
        r"urn:uuid:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", bill["serialNumber"]
    )
    parts = [bill["metadata"]["component"], *bill["components"]]
    for part in parts:
        assert part.keys() <= {
            "type", "bom-ref", "name", "version", "description", "hashes", "licenses", "purl",
            "properties",
        }  # fmt: skip
        assert PURL.fullmatch(part["purl"])
        assert part["type"] in {"library", "application"}
        for licence in part.get("licenses", []):
            assert (licence.keys() == {"expression"}) != (licence.keys() == {"license"})
        # Of expressions there may be one only.
        assert len(part.get("licenses", [])) == 1 or not any(
            "expression" in licence for licence in part.get("licenses", [])
        )
        for found in part.get("hashes", []):
            assert found.keys() == {"alg", "content"}
            assert found["alg"] == "SHA-256"
            assert re.fullmatch(r"[0-9a-f]{64}", found["content"])
    references = [part["bom-ref"] for part in parts]
    assert len(references) == len(set(references))
    for entry in bill["dependencies"]:
        assert {entry["ref"], *entry["dependsOn"]} <= set(references)


def test_the_direct_dependencies_are_those_of_the_project(bill: dict[str, Any]) -> None:
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    names = {re.split(r"[^\w.-]", line)[0].replace("_", "-").lower() for line in stated}
    [entry] = bill["dependencies"]
    assert {ref[len("pkg:pypi/") :].partition("@")[0] for ref in entry["dependsOn"]} == names


def test_most_licences_are_known_and_none_is_made_up(bill: dict[str, Any]) -> None:
    known = [c for c in bill["components"] if "licenses" in c]
    assert len(known) > 0.8 * len(bill["components"])
    [elsewhere] = locked(f"pyyaml==0.0.1 \\\n    --hash=sha256:{'0' * 64}\n")
    assert licences(elsewhere) == []


def test_the_same_lock_gives_the_same_bytes() -> None:
    assert printed() == printed()


def test_another_lock_is_another_document() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    digest = f" \\\n    --hash=sha256:{'0' * 64}\n"
    lock = f"a==1 ; python_version < '3.12'{digest}b==2{digest}"
    one, other = document(lock, project), document(lock.replace("b==2", "b==3"), project)
    assert one["serialNumber"] != other["serialNumber"]
    marker = {"name": "python:marker", "value": "python_version < '3.12'"}
    assert one["components"][0]["properties"] == [marker]


@pytest.mark.parametrize("lock", ["a>=1\n", "a==1\n", "a\n"])
def test_a_lock_without_hashes_is_refused(lock: str) -> None:
    with pytest.raises(ValueError, match="no pinned version with hashes"):
        list(locked(lock))


def test_the_published_schema_accepts_it() -> None:
    pytest.importorskip("cyclonedx.validation.json", reason="needs cyclonedx-python-lib")
    validation = importlib.import_module("cyclonedx.validation.json")
    schema = importlib.import_module("cyclonedx.schema")
    validator = validation.JsonStrictValidator(schema.SchemaVersion.V1_6)
    assert validator.validate_str(printed()) is None
