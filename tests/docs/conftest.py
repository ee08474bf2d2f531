from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
_HEADING = re.compile(r"^(#{1,6}) +(.*?)(?: *\{: *#([\w-]+) *\})? *$")
_FENCE = re.compile(r"^ *(?:```|~~~)")

Sections = dict[str, str]


@pytest.fixture(scope="session")
def sections() -> Callable[[str], Sections]:
    """The sections of a page by their heading without marks, or by the id that it is given."""

    def read(page: str) -> Sections:
        found: dict[str, list[str]] = {"": []}
        name, fenced = "", False
        for line in (DOCS / page).read_text("utf-8").splitlines():
            fenced ^= bool(_FENCE.match(line))
            heading = None if fenced else _HEADING.match(line)
            if heading:
                name = heading[3] or heading[2].strip("`")
                assert name not in found, f"two sections {name!r} in {page}"
                found[name] = [heading[2]]
            else:
                found[name].append(line)
        return {key: "\n".join(lines) for key, lines in found.items()}

    return read
