"""`make sbom`: the packages of requirements.txt as a CycloneDX 1.6 document on standard output.

A writer of our own: the lock file has all that the document says, and the tools that exist bring
some twenty packages along. The same lock and the same installed packages give the same bytes: there
is no time stamp, and the serial number is made from the content. Licences come from the metadata of
the installed packages, in the packages' own words, and only where the locked version is installed.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
# A requirement of a lock that `uv pip compile` wrote: name, version, and when it holds.
_PINNED = re.compile(r"([A-Za-z0-9._-]+)==([^ ;\\]+)(?: ; (.*?))?\s*--hash=")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_NAMESPACE = uuid.UUID("5a0a4b4e-3f0f-5d52-9d0e-7d1f6f6d3c11")
_LONGEST_NAME = 60  # characters: longer "names" of licences are whole licences


@dataclass(frozen=True, slots=True)
class Locked:
    """One package of the lock; `hashes` are those of all files that pip may install for it."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    @property
    def purl(self) -> str:
        """The package URL, which is the component's reference as well."""
        return f"pkg:pypi/{normal(self.name)}@{self.version}"


def normal(name: str) -> str:
    """A package's name as PyPI compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(text: str) -> Iterator[Locked]:
    """The packages of a lock file.

    Raises:
        ValueError: a requirement is not pinned to a version with hashes.
    """
    for entry in re.split(r"(?m)^(?=[A-Za-z0-9])", text.replace("\\\n", " ")):
        if not entry.strip() or entry.startswith("#"):
            continue
        match, hashes = _PINNED.match(entry), tuple(sorted(_HASH.findall(entry)))
        if match is None or not hashes:
            raise ValueError(f"no pinned version with hashes: {entry.strip()[:80]!r}")
        yield Locked(match[1], match[2], match[3] or "", hashes)


def licences(package: Locked) -> list[dict[str, Any]]:
    """What the installed package says of its licence; empty when nothing is known."""
    try:
        known = metadata(package.name).json
    except PackageNotFoundError:
        return []
    if known["version"] != package.version:
        return []
    if expression := known.get("license_expression"):
        return [{"expression": expression}]
    words = str(known.get("license", "")).strip()
    if words and words != "UNKNOWN" and "\n" not in words and len(words) <= _LONGEST_NAME:
        return [{"license": {"name": words}}]
    stated = [c for c in known.get("classifier", []) if c.startswith("License :: ")]
    return [{"license": {"name": name.rpartition(" :: ")[2]}} for name in stated]


def component(package: Locked) -> dict[str, Any]:
    """One package as a component."""
    found: dict[str, Any] = {
        "type": "library",
        "bom-ref": package.purl,
        "name": package.name,
        "version": package.version,
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in package.hashes],
        "purl": package.purl,
    }
    if known := licences(package):
        found["licenses"] = known
    if package.marker:
        found["properties"] = [{"name": "python:marker", "value": package.marker}]
    return found


def document(lock: str, project: Mapping[str, Any]) -> dict[str, Any]:
    """The whole document for a lock file and the `[project]` table of pyproject.toml."""
    packages = sorted(locked(lock), key=lambda p: (normal(p.name), p.version))
    direct = {normal(re.split(r"[^\w.-]", line, maxsplit=1)[0]) for line in project["dependencies"]}
    root = f"pkg:pypi/{project['name']}@{project['version']}"
    body = {
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": root,
                "name": project["name"],
                "version": project["version"],
                "description": project["description"],
                "licenses": [{"expression": project["license"]}],
                "purl": root,
            }
        },
        "components": [component(package) for package in packages],
        "dependencies": [
            {"ref": root, "dependsOn": [p.purl for p in packages if normal(p.name) in direct]}
        ],
    }
    serial = uuid.uuid5(_NAMESPACE, json.dumps(body, sort_keys=True))
    head = {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": serial.urn}
    return {**head, "version": 1, **body}


def main() -> None:
    """Print the document for this repository."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    made = document((ROOT / "requirements.txt").read_text(encoding="utf-8"), project)
    json.dump(made, sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
