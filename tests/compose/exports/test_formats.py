"""Each format is read by a reader of that format, and says what the facts say."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc.source.json import CiteProcJSON
from icalendar import Calendar
from pyld import jsonld
from tests.compose.cases import briefs, pairs
from tests.compose.published import published_words

from briefwright.cli.export import ExportFormat, PaperSize
from briefwright.compose.exports import FORMATS
from briefwright.model import Article, Facts
from briefwright.site.export import HTML, PDF
from briefwright.site.onefile import Paper

Export = Callable[..., dict[str, str]]
NAMES = ["seed", "two-sources", "hostile", "empty"]


def facts_of(case: str) -> list[tuple[Article, Facts]]:
    used = {name for brief in briefs(case) for name in brief.articles}
    return [(article, facts) for article, facts in pairs(case) if article.id in used]


def kept(case: str, kind: str) -> list[Any]:
    return [f for _, facts in facts_of(case) for f in getattr(facts, kind) if not f.rejected]


def calendar_of(text: str) -> tuple[Any, list[Any]]:
    """The calendar and its events; the library's types allow any value anywhere."""
    calendar: Any = Calendar.from_ical(text)
    return calendar, calendar.walk("VEVENT")


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_the_command_line_knows_every_format() -> None:
    assert [found.value for found in ExportFormat] == [*FORMATS, HTML, PDF]
    assert [found.value for found in PaperSize] == [found.value for found in Paper]


@pytest.mark.parametrize("case", NAMES)
def test_every_brief_and_all_of_them_have_every_format(case: str, export_case: Export) -> None:
    ids = {brief.id for brief in briefs(case)}
    expected = {
        f"downloads/{brief}/{found.file}" for brief in ids | {"all"} for found in FORMATS.values()
    }
    assert set(export_case(case)) == expected


@pytest.mark.parametrize("case", NAMES)
def test_json_holds_facts_that_stand_on_their_articles(case: str, export_case: Export) -> None:
    data = json.loads(export_case(case)["downloads/all/facts.json"])
    articles = {article.sha256: article for article, _ in facts_of(case)}
    assert len(data["articles"]) == len(articles)
    for entry in data["articles"]:
        article = articles[entry["facts"]["article"]["sha256"]]
        assert Facts.of(article, **entry["facts"]).article.sha256 == article.sha256


@pytest.mark.parametrize("case", NAMES)
def test_csv_has_a_row_for_each_fact(case: str, export_case: Export) -> None:
    found = rows(export_case(case)["downloads/all/facts.csv"])
    facts = [f for _, all_facts in facts_of(case) for f in all_facts.all() if not f.rejected]
    assert sorted(row["id"] for row in found) == sorted(fact.id for fact in facts)
    texts = {article.id: article.text for article, _ in facts_of(case)}
    for row in found:
        if row["kind"] in {"date", "figure", "event", "market effect"}:
            span = texts[row["article"]][int(row["start"]) : int(row["end"])]
            assert row["quote"].removeprefix("'") == span.removeprefix("'")


@pytest.mark.parametrize("case", NAMES)
def test_no_cell_of_a_table_is_a_formula(case: str, export_case: Export) -> None:
    files = export_case(case)
    for name in ("facts.csv", "timeline.csv"):
        for row in rows(files[f"downloads/all/{name}"]):
            assert not [v for v in row.values() if v.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("case", NAMES)
def test_ics_is_read_with_whole_days(case: str, export_case: Export) -> None:
    text = export_case(case)["downloads/all/timeline.ics"]
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    calendar, entries = calendar_of(text)
    quotes = {event.quote for event in kept(case, "timeline")}
    for entry in entries:
        assert str(entry["SUMMARY"]) in quotes
        assert entry["DTSTART"].dt < entry["DTEND"].dt
        assert not entry.errors
    left_out = re.match(r"(\d+|no) ", str(calendar["X-WR-CALDESC"]))
    assert left_out
    number = 0 if left_out[1] == "no" else int(left_out[1])
    assert len(entries) + number == len(kept(case, "timeline"))
    uids = [str(entry["UID"]) for entry in entries]
    assert len(uids) == len(set(uids))


def test_ics_gives_the_days_of_the_seed(export_case: Export) -> None:
    _, entries = calendar_of(export_case("seed")["downloads/all/timeline.ics"])
    days = {str(e["SUMMARY"]): e["DTSTART"].dt.isoformat() for e in entries}
    assert days["China’s financial markets scheduled to reopen on February 5"] == "2025-02-05"
    there = export_case("seed", address="https://example.org/b/")
    _, linked = calendar_of(there["downloads/all/timeline.ics"])
    assert all(
        str(e["URL"]).startswith("https://example.org/b/articles/deepseek-wake-up-call.html#t-")
        for e in linked
    )


@pytest.mark.parametrize("case", NAMES)
def test_timelinejs_has_what_its_reader_asks_for(case: str, export_case: Export) -> None:
    files = export_case(case)
    data = json.loads(files["downloads/all/timeline.json"])
    assert data["title"]["text"]["headline"] == "All"
    _, entries = calendar_of(files["downloads/all/timeline.ics"])
    assert len(data["events"]) == len(entries)
    ids = [slide["unique_id"] for slide in data["events"]]
    assert len(ids) == len(set(ids))
    table = rows(files["downloads/all/timeline.csv"])
    assert [row["Type"] for row in table][:1] == ["title"]
    assert len(table) == len(data["events"]) + 1
    for slide, row in zip(data["events"], table[1:], strict=True):
        date = slide["start_date"]
        assert isinstance(date["year"], int)
        assert ("day" in date) <= ("month" in date)
        assert int(row["Year"]) == date["year"]
        assert "<" not in slide["text"]["headline"] + slide["text"]["text"]


# The terms of https://www.w3.org/ns/anno.jsonld that we use, as the recommendation defines them.
_OA, _AS, _RDF = (
    "http://www.w3.org/ns/oa#",
    "http://www.w3.org/ns/activitystreams#",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
)
_TERMS = {
    "id": "@id", "type": "@type",
    "AnnotationPage": f"{_AS}OrderedCollectionPage", "Annotation": f"{_OA}Annotation",
    "TextualBody": f"{_OA}TextualBody", "TextQuoteSelector": f"{_OA}TextQuoteSelector",
    "TextPositionSelector": f"{_OA}TextPositionSelector", "Software": f"{_AS}Application",
    "items": {"@id": f"{_AS}items", "@container": "@list"}, "generator": f"{_AS}generator",
    "name": "http://xmlns.com/foaf/0.1/name",
    "motivation": {"@id": f"{_OA}motivatedBy", "@type": "@vocab"},
    "classifying": f"{_OA}classifying", "purpose": {"@id": f"{_OA}hasPurpose", "@type": "@vocab"},
    "tagging": f"{_OA}tagging", "commenting": f"{_OA}commenting",
    "created": "http://purl.org/dc/terms/created", "body": f"{_OA}hasBody",
    "target": f"{_OA}hasTarget",
    "source": {"@id": f"{_OA}hasSource", "@type": "@id"}, "selector": f"{_OA}hasSelector",
    "exact": f"{_OA}exact", "prefix": f"{_OA}prefix", "suffix": f"{_OA}suffix",
    "start": f"{_OA}start", "end": f"{_OA}end", "value": f"{_RDF}value",
    "format": "http://purl.org/dc/elements/1.1/format",
}  # fmt: skip


def _context(url: str, _: Any) -> dict[str, Any]:
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": _TERMS}}


def _keys(data: Any) -> set[str]:
    if isinstance(data, dict):
        return set(data).union(*map(_keys, data.values()))
    return set().union(*map(_keys, data)) if isinstance(data, list) else set()


@pytest.mark.parametrize("case", NAMES)
def test_web_annotations_are_json_ld_whose_selectors_agree(case: str, export_case: Export) -> None:
    data = json.loads(export_case(case)["downloads/all/annotations.jsonld"])
    assert _keys(data) - {"@context"} <= set(_TERMS)
    graph = jsonld.expand(data, {"documentLoader": _context})
    items = graph[0][f"{_AS}items"][0]["@list"] if data["items"] else []
    facts = [f for _, all_facts in facts_of(case) for f in all_facts.all() if not f.rejected]
    assert len(items) == len(facts)
    texts = {article.sha256: article.text for article, _ in facts_of(case)}
    for item in data["items"]:
        text = texts[item["id"].split(":")[2]]
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            quote, position = target["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])


@pytest.mark.parametrize("case", NAMES)
def test_reference_managers_read_the_same_titles(case: str, export_case: Export) -> None:
    files = export_case(case)
    items = json.loads(files["downloads/all/sources.csl.json"])
    assert set(CiteProcJSON(items)) == {item["id"] for item in items}
    library = parse_string(files["downloads/all/sources.bib"])
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == [item["id"] for item in items]
    entries = rispy.loads(files["downloads/all/sources.ris"])
    assert [entry["title"] for entry in entries] == [item["title"] for item in items]
    for item, entry in zip(items, library.entries, strict=True):
        title = re.sub(r"\\text(\w+)\{\}", lambda m: _NAMED[m[1]], entry["title"])
        assert re.sub(r"\\([{}$&#%_])", r"\1", title).strip("{}") == item["title"].strip("{}")


_NAMED = {"backslash": "\\", "asciitilde": "~", "asciicircum": "^"}


def test_a_citation_says_what_the_document_says(export_case: Export) -> None:
    items = json.loads(export_case("two-sources")["downloads/yields/sources.csl.json"])
    found = {item["id"]: item for item in items}
    pairs = {article.id: article for article, _ in facts_of("two-sources")}
    for name, article in pairs.items():
        meta = article.metadata
        assert found[name]["title"] == (article.title or found[name]["title"])
        said = meta.source.value if meta.source and meta.source.origin != "inferred" else None
        assert found[name].get("container-title") == said


def test_hidden_words_are_in_no_export(export_case: Export) -> None:
    article, facts = facts_of("seed")[0]
    files = export_case("seed", hosted=True)
    texts = [text for path, text in files.items() if path.startswith("downloads/all/")]
    assert published_words(article, facts, texts) <= 40
    everything = [t for p, t in export_case("seed").items() if p.startswith("downloads/all/")]
    assert published_words(article, facts, everything) > 200
