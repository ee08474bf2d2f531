"""The table of the formats, and the files of a site."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefwright.compose.exports.citations import bibtex, csl_json, ris
from briefwright.compose.exports.facts_csv import facts_csv
from briefwright.compose.exports.facts_json import facts_json
from briefwright.compose.exports.ics import ics
from briefwright.compose.exports.record import Record
from briefwright.compose.exports.timelinejs import timelinejs_csv, timelinejs_json
from briefwright.compose.exports.web_annotations import web_annotations
from briefwright.compose.source import Source
from briefwright.model import Brief

FOLDER = "downloads"
ALL = "all"


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Attributes:
        name: as on the command line.
        file: the name of the file.
        title: for people.
        write: the file's text.
    """

    name: str
    file: str
    title: str
    write: Callable[[Record], str]


FORMATS: Mapping[str, Format] = {
    found.name: found
    for found in (
        Format("json", "facts.json", "Facts, JSON", facts_json),
        Format("csv", "facts.csv", "Facts, CSV", facts_csv),
        Format("ics", "timeline.ics", "Timeline, iCalendar", ics),
        Format("timelinejs", "timeline.json", "Timeline, TimelineJS", timelinejs_json),
        Format("timelinejs-csv", "timeline.csv", "Timeline, TimelineJS table", timelinejs_csv),
        Format("annotations", "annotations.jsonld", "Evidence, Web Annotation", web_annotations),
        Format("csl", "sources.csl.json", "Sources, CSL-JSON", csl_json),
        Format("bibtex", "sources.bib", "Sources, BibTeX", bibtex),
        Format("ris", "sources.ris", "Sources, RIS", ris),
    )
}


def exports(
    briefs: Sequence[tuple[Brief, Sequence[Source]]],
    *,
    site: str,
    address: str,
    date: str,
    generator: str,
) -> dict[str, str]:
    """Every file of every format: its path below `docs/` and its text.

    Args:
        briefs: each brief with its sources.
        site: the site's name, the title of the export of all.
        address: where the site stands on the web, with a slash at its end; empty when unknown.
        date: the newest date of the input; the only time that the files show.
        generator: the program's name and version.
    """
    files: dict[str, str] = {}
    for brief, sources in briefs:
        record = Record(brief.title, (brief,), tuple(sources), address, date, generator)
        files |= _files(record, f"{FOLDER}/{brief.id}")
    distinct = {source.article.id: source for _, found in briefs for source in found}
    everything = Record(
        site, tuple(b for b, _ in briefs), tuple(distinct.values()), address, date, generator
    )
    return files | _files(everything, f"{FOLDER}/{ALL}")


def _files(record: Record, folder: str) -> dict[str, str]:
    return {f"{folder}/{found.file}": found.write(record) for found in FORMATS.values()}
