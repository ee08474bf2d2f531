"""What a PDF document's information says about the article; never more than a guess.

Programs fill these fields in: a title may be a file's name and a date that of a conversion. So all
of it is `inferred`, and what is plainly a program's is left out.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from briefwright.ingest.pdf_paragraphs import Paragraph
from briefwright.model import Stated
from briefwright.store.metadata_values import checked

_PROGRAMS = re.compile(
    r"^(?:microsoft|ms)[ -]?(?:word|powerpoint|excel)\b|^(?:untitled|unbenannt|sans titre|document|"
    r"dokument|title|titel|print|slide|presentation|page|layout|scan|image|doc|null|none|unknown)"
    r"[ \d_.()-]*$|\.(?:docx?|indd|qxd|qxp|pdf|rtf|odt|txt|pages|tex|dvi|ps|eps|html?|xlsx?|pptx?|"
    r"jpe?g|tiff?)$|^https?://|^[a-z]?\d[\d_.-]*$|^\W*$",
    re.IGNORECASE,
)
_USERS = re.compile(
    r"^(?:admin(?:istrator)?|user|owner|root|guest|author|default|unknown|anonymous|none|null|"
    r"windows user|microsoft office user|\S+@\S+|[a-z]{0,3}\d+)$|^\W*$",
    re.IGNORECASE,
)
# ISO 32000-1, section 7.9.4: D:YYYYMMDDHHmmSSOHH'mm'
_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
# A title fills no more than this; longer first headings are paragraphs in large type.
_LONGEST_TITLE = 200


def stated_by(info: Mapping[str, str], found: Sequence[Paragraph]) -> dict[str, Stated]:
    """Title, author and date of `info`; without a title, the largest heading of the first page."""
    stated: dict[str, Stated] = {}
    title, author = _flat(info.get("Title")), _flat(info.get("Author"))
    if title and not _PROGRAMS.search(title):
        _state(stated, "title", title, "pdf information Title")
    elif heading := _heading(found):
        _state(stated, "title", heading, "the largest type of the first page")
    if author and not _USERS.search(author):
        _state(stated, "author", author, "pdf information Author")
    if date := _date(info.get("CreationDate", "")):
        _state(stated, "published", date, "pdf information CreationDate")
    return stated


def _state(stated: dict[str, Stated], key: str, value: str, where: str) -> None:
    try:
        stated[key] = Stated(value=checked(key, value), origin="inferred", where=where)
    except ValueError:
        return


def _flat(value: str | None) -> str:
    return " ".join("".join(c for c in value or "" if c.isprintable() or c.isspace()).split())


def _heading(found: Sequence[Paragraph]) -> str | None:
    first = [p for p in found if p.level and p.lines[0].page == found[0].lines[0].page]
    top = min(first, key=lambda p: p.level, default=None)
    return top.text if top and len(top.text) <= _LONGEST_TITLE and len(found) > 1 else None


def _date(value: str) -> str | None:
    """The day; None for what is no date. The clock is that of the converting machine."""
    match = _DATE.match(value.strip())
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2]), int(match[3])
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
