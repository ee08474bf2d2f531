"""A publication date that no element states: printed words, the address, and htmldate at last."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from copy import deepcopy

from htmldate import find_date
from lxml import etree

from briefwright.ingest.html_dates import iso_date
from briefwright.ingest.html_lines import cleaned
from briefwright.ingest.html_said import Said
from briefwright.model import Stated

logging.getLogger("htmldate").addHandler(logging.NullHandler())

# Larger pages are seldom articles, and htmldate's patterns go over all of their text.
_MAX_ELEMENTS = 20_000
# "Published 6:34 p.m. ET Nov. 19, 2019 | Updated ..." in an element of its own.
_PRINTED = re.compile(
    r"^(?:first )?(?:published|posted|created|publié|veröffentlicht|publicado)\b.{0,40}?\b"
    r"([A-Za-z]{3,9}\.? \d{1,2}, \d{4}|\d{1,2}\.? [A-Za-z]{3,9}\.? \d{4}|\d{4}-\d{2}-\d{2})\b",
    re.IGNORECASE,
)
_PRINTED_CHARS = 160
_IN_ADDRESS = re.compile(
    r"[/_-]((?:19|20)\d{2})[/_-]?(\d{2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/_-]?(\d{2})"
    r"(?![0-9])",
    re.IGNORECASE,
)


def printed_date(tree: etree._Element) -> Iterator[Said]:
    """The day that a short line such as "Published Nov. 19, 2019" prints, when there is one."""
    for node in tree.iter("p", "div", "span", "li", "small", "td"):
        if "ublished" not in (text := node.text or "") and "osted" not in text:
            continue
        text = cleaned("".join(node.itertext())) if len(node) < _PRINTED_CHARS else ""
        match = _PRINTED.match(text) if len(text) <= _PRINTED_CHARS else None
        if match:
            yield Said("published", match[1], "printed in the page")
            return


def guessed_date(tree: etree._Element, address: str | None = None) -> Stated | None:
    """The day in the page's address, or else the one that htmldate finds; None without one."""
    match = _IN_ADDRESS.search(address or "")
    if match:
        year, month, day = match.groups()
        written = f"{year}-{month}-{day}" if month.isdigit() else f"{month} {int(day)}, {year}"
        if (value := iso_date(written)) is not None:
            return Stated(value=value, origin="inferred", where="address")
    if sum(1 for _ in tree.iter()) > _MAX_ELEMENTS:
        return None
    found = find_date(deepcopy(tree), original_date=True, url=address, extensive_search=False)
    value = iso_date(found) if found else None
    return None if value is None else Stated(value=value, origin="inferred", where="htmldate")
