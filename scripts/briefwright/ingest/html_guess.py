"""A publication date that no element states, by htmldate: the last resort."""

from __future__ import annotations

from copy import deepcopy

from htmldate import find_date
from lxml import etree

from briefwright.ingest.html_dates import iso_date
from briefwright.model import Stated

# Larger pages are seldom articles, and htmldate's patterns go over all of their text.
_MAX_ELEMENTS = 20_000


def guessed_date(tree: etree._Element, address: str | None = None) -> Stated | None:
    """The day that htmldate finds in the page's visible text or its address; None without one."""
    if sum(1 for _ in tree.iter()) > _MAX_ELEMENTS:
        return None
    found = find_date(deepcopy(tree), original_date=True, url=address, extensive_search=False)
    day = iso_date(found) if found else None
    return None if day is None else Stated(value=day, origin="inferred", where="htmldate")
