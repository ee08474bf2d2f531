"""The index of the search: entries for single facts, deterministic and hardly larger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefwright.compose.search import SearchEntry
from briefwright.site.search import complete_search, merged

DOCS = [
    {"location": "index.html", "title": "Briefs", "text": ""},
    {"location": "briefs/a.html", "title": "A", "text": "<p>a</p>"},
    {"location": "briefs/a.html#timeline", "title": "Timeline", "text": "<p>Oil rose</p>"},
    {"location": "briefs/a.html#c-1", "title": "Claim 1 · Ann", "text": "<p>It is so</p>"},
    {"location": "briefs/a.html#sources", "title": "Sources", "text": "<p>One</p>"},
    {"location": "guide.html", "title": "Guide", "text": ""},
    {"location": "guide.html#timeline", "title": "Timeline", "text": "<p>How to</p>"},
]
ENTRIES = [
    SearchEntry("briefs/a", "", "Brief · A", None),
    SearchEntry("briefs/a", "c-1", "Claim 1 · Ann <b>", "It is so"),
    SearchEntry("briefs/a", "t-1", "Event · 3 May 2026", "Oil  rose & fell"),
    SearchEntry("briefs/a", "x", "Skeptic · Bo", None),
    SearchEntry("briefs/gone", "t-2", "Event · 4 May 2026", "Oil fell"),
]


def with_folders(docs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**doc, "location": doc["location"].replace(".html", "/")} for doc in docs]


@pytest.mark.parametrize("folders", [False, True])
def test_entries_join_their_page_in_place_of_its_sections(folders: bool) -> None:
    found = list(merged(with_folders(DOCS) if folders else DOCS, ENTRIES))
    page = "briefs/a/" if folders else "briefs/a.html"
    assert [doc["location"].replace("/#", ".html#") for doc in found if "#" in doc["location"]] == [
        "briefs/a.html#timeline",
        "briefs/a.html#c-1",
        "briefs/a.html#sources",
        "briefs/a.html#t-1",
        "guide.html#timeline",
    ]
    by_place = {doc["location"]: doc for doc in found}
    assert by_place[page]["title"] == "Brief · A"
    assert by_place[page]["text"] == "<p>a</p>"
    assert by_place[f"{page}#c-1"]["title"] == "Claim 1 · Ann &lt;b&gt;"
    assert by_place[f"{page}#c-1"]["text"] == "<p>It is so</p>"
    assert by_place[f"{page}#timeline"]["text"] == ""
    assert by_place[f"{page}#t-1"]["text"] == "<p>Oil rose &amp; fell</p>"
    assert by_place["guide/#timeline" if folders else "guide.html#timeline"]["text"]


def test_both_forms_of_the_index_hold_the_same(tmp_path: Path) -> None:
    index = tmp_path / "search" / "search_index.json"
    index.parent.mkdir()
    index.write_text(json.dumps({"config": {"lang": ["en"]}, "docs": DOCS}))
    complete_search(tmp_path, ENTRIES)
    script = index.with_suffix(".js").read_bytes()
    assert script == b"var __index = " + index.read_bytes() + b"\n"
    assert json.loads(index.read_bytes())["docs"] == list(merged(DOCS, ENTRIES))


@pytest.mark.parametrize(("given", "kept"), [(1000.0, 4), (7.0, 7.0)])
def test_titles_weigh_more_but_not_all(given: float, kept: float, tmp_path: Path) -> None:
    """A weight that a person has set in mkdocs.yml stays."""
    index = tmp_path / "search" / "search_index.json"
    index.parent.mkdir()
    fields = {"title": {"boost": given}, "text": {"boost": 1.0}}
    index.write_text(json.dumps({"config": {"fields": fields}, "docs": DOCS}))
    complete_search(tmp_path, ENTRIES)
    read = json.loads(index.read_bytes())["config"]["fields"]
    assert read == {"title": {"boost": kept}, "text": {"boost": 1.0}}


def test_a_site_without_a_search_stays_without_one(tmp_path: Path) -> None:
    complete_search(tmp_path, ENTRIES)
    assert list(tmp_path.iterdir()) == []
