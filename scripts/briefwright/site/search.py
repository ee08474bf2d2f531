"""The search index: entries of single facts, and the index for pages opened from disk."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from briefwright.compose.search import COVERED, SearchEntry
from briefwright.store.files import read_bytes, write_bytes

FOLDER = "search"
INDEX = "search_index.json"
SCRIPT = "search_index.js"
# The name under which Material's script looks for the index when the page's address is file://.
_VARIABLE = b"var __index = "
# A page's address in the index, with use_directory_urls or without.
_ENDING = re.compile(r"(?:\.html|/)$")

# Material counts a word in a title a thousand times: then any name that begins like one of the
# words ("for", "Force") stands before the claim that has them all. Measured on the seed with 1, 2,
# 4 and 10: from 4 on a name is found by its own entry first, up to 4 a phrase by its claim.
_MATERIALS_BOOST, _BOOST = 1000, 4

Doc = dict[str, Any]


def complete_search(site: Path, entries: Sequence[SearchEntry]) -> None:
    """Put `entries` into the search index of the built `site`, and the whole index into a script.

    A page on file:// may load a script but not a JSON file. Pages on the web never ask for the
    script, so it costs their readers nothing. A site without a search index stays as it is.

    Raises:
        WorkspaceError: A008, a file can't be read or written.
    """
    index = site / FOLDER / INDEX
    if not index.is_file():
        return
    data = json.loads(read_bytes(index))
    data["docs"] = list(merged(data["docs"], entries))
    title = data["config"].get("fields", {}).get("title", {})
    if title.get("boost") == _MATERIALS_BOOST:
        title["boost"] = _BOOST
    # In the form in which Material writes it.
    written = json.dumps(data, separators=(",", ":")).encode()
    write_bytes(index, written)
    write_bytes(index.with_name(SCRIPT), _VARIABLE + written + b"\n")


def merged(docs: Sequence[Doc], entries: Sequence[SearchEntry]) -> Iterator[Doc]:
    """The index's `docs` with `entries`: one that has a place already changes its title, others
    come after the sections of their page. Pages that are not in the index stay out of it.
    """
    wanted: dict[str, dict[str, SearchEntry]] = {}
    for entry in entries:
        wanted.setdefault(entry.page, {}).setdefault(entry.anchor, entry)
    for number, doc in enumerate(docs):
        address, _, anchor = doc["location"].partition("#")
        page = _ENDING.sub("", address)
        own = wanted.get(page, {})
        if found := own.pop(anchor, None):
            yield {**doc, "title": _html(found.title)}
        elif page.startswith("briefs/") and anchor in COVERED:
            yield {**doc, "text": ""}
        else:
            yield doc
        following = docs[number + 1]["location"] if number + 1 < len(docs) else ""
        if following.partition("#")[0] != address:
            yield from _new(address, own)


def _new(address: str, entries: Mapping[str, SearchEntry]) -> Iterator[Doc]:
    for anchor, entry in entries.items():
        if anchor and entry.text is not None:
            yield {
                "location": f"{address}#{anchor}",
                "title": _html(entry.title),
                "text": f"<p>{_html(entry.text)}</p>" if entry.text else "",
            }


def _html(text: str) -> str:
    return html.escape(" ".join(text.split()), quote=False)
