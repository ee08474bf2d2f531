"""The sources, and the brief itself, for reference managers: CSL-JSON, BibTeX and RIS.

A value that nobody states is left out, and one that the program guessed is no citation's business
either. A name is given as it is written, never taken apart into given name and family name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefwright.compose.exports.record import Record
from briefwright.compose.source_list import article_title
from briefwright.model import Article, Stated

_WEB = re.compile(r"https?://[^\s<>{}|\\^`\"]+", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_KEY = re.compile(r"[^a-z0-9-]+")
# TeX takes these for commands or for its own structure; a brace or backslash has a name.
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#",
    "%": r"\%", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Citation:
    """One work; what is not stated is None.

    Attributes:
        key: unique in the list; lower-case letters, digits and hyphens.
        kind: `article-newspaper` for a source, `report` for a brief (CSL's words).
        date: as `2025-01-28`.
    """

    key: str
    kind: str
    title: str
    author: str | None
    container: str | None
    date: str | None
    url: str | None


def csl_json(record: Record) -> str:
    """CSL-JSON 1.0.2, as Zotero, Pandoc and citeproc read it."""
    return (
        json.dumps([_csl(found) for found in citations(record)], ensure_ascii=False, indent=2)
        + "\n"
    )


def bibtex(record: Record) -> str:
    """BibTeX, in UTF-8 as biblatex reads it."""
    return "\n".join(_bibtex(found) for found in citations(record))


def ris(record: Record) -> str:
    """RIS; each line is a tag and a value."""
    return "".join(_ris(found) for found in citations(record))


def citations(record: Record) -> Iterator[Citation]:
    """The briefs, then the articles that they rest on."""
    for brief in record.briefs:
        yield Citation(
            key=f"brief-{_key(brief.id)}",
            kind="report",
            title=_line(brief.title),
            author=None,
            container=None,
            date=brief.as_of[:10] if brief.as_of else record.date,
            url=f"{record.address}briefs/{brief.id}.html" if record.address else None,
        )
    for source in record.sources:
        yield _article(source.article)


def _article(article: Article) -> Citation:
    meta = article.metadata
    url = _said(meta.url)
    published = _said(meta.published)
    return Citation(
        key=_key(article.id),
        kind="article-newspaper",
        title=_line(article_title(article)),
        author=_said(meta.author),
        container=_said(meta.source),
        date=published[:10] if published else None,
        url=url if url and _WEB.fullmatch(url) else None,
    )


def _said(stated: Stated | None) -> str | None:
    if stated is None or stated.origin == "inferred":
        return None
    return _line(stated.value) or None


def _line(text: str) -> str:
    """`text` in one line without control characters."""
    return _SPACE.sub(" ", "".join(c for c in text if c.isprintable() or c.isspace())).strip()


def _key(id: str) -> str:
    return _KEY.sub("-", id.lower()).strip("-") or "source"


def _csl(found: Citation) -> dict[str, Any]:
    item: dict[str, Any] = {"id": found.key, "type": found.kind, "title": found.title}
    if found.author:
        item["author"] = [{"literal": found.author}]
    if found.container:
        item["container-title"] = found.container
    if found.date:
        item["issued"] = {"date-parts": [[int(part) for part in found.date.split("-")]]}
    if found.url:
        item["URL"] = found.url
    return item


def _bibtex(found: Citation) -> str:
    year, month, *_ = (*(found.date or "").split("-"), "", "")
    rows = {
        # Double braces: the title's capitals stay, and an institution is not taken apart.
        "title": f"{{{_tex(found.title)}}}",
        "author": f"{{{_tex(found.author)}}}" if found.author else "",
        "journal": _tex(found.container) if found.container else "",
        "year": year,
        "month": month,
        "date": found.date or "",
        "url": _tex(found.url) if found.url else "",
    }
    entry = "techreport" if found.kind == "report" else "article"
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in rows.items() if value)
    return f"@{entry}{{{found.key},\n{body}}}\n"


def _tex(text: str) -> str:
    return "".join(_TEX.get(char, char) for char in text)


def _ris(found: Citation) -> str:
    rows = [
        ("TY", "RPRT" if found.kind == "report" else "NEWS"),
        ("ID", found.key),
        ("TI", found.title),
        ("AU", found.author),
        ("T2", found.container),
        ("PY", found.date[:4] if found.date else None),
        ("DA", found.date.replace("-", "/") if found.date else None),
        ("UR", found.url),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in rows if value is not None) + "\r\n"
