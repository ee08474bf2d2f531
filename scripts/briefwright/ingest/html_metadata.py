"""What is known of a page's article: the best of what it says, and what contradicts that."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from urllib.parse import urljoin, urlsplit

from lxml import etree

from briefwright.ingest.html_dates import iso_date, same_day, same_moment
from briefwright.ingest.html_guess import printed_date
from briefwright.ingest.html_jsonld import jsonld_says
from briefwright.ingest.html_lines import cleaned, words_of
from briefwright.ingest.html_meta import body_says, head_says
from briefwright.ingest.html_said import Said
from briefwright.model import Other, Stated
from briefwright.store.metadata_values import KEYS, checked

# More contradictions than this say nothing more.
_MAX_OTHERS = 3
# Titles that share fewer of their words than this are different titles, not two wordings of one.
_SAME_WORDS = 0.5
_SITE_MARKS = re.compile(r"(?<!\s)\s+(?:[|–—»·•-]|::)\s+")
_BYLINE = re.compile(r"^(?:written )?(?:by|from|von|par|por|di):?\s+", re.IGNORECASE)
_MARKUP = re.compile(r"</?[a-z][^<>]{0,200}>", re.IGNORECASE)
_HOME_PATHS = {"", "/"}
# Where a key is stated best, when that is not JSON-LD.
_FIRST = {"url": "link rel=canonical", "language": "html lang"}
# Places that name the site or another article as often as this one.
_LOOSE = {"h1", "title element"}


def page_metadata(tree: etree._Element, address: str | None = None) -> dict[str, Stated]:
    """What the page states, by key; each value with its place and with what contradicts it.

    JSON-LD comes first, then the head's elements, then what is marked up in the body. A value that
    can't be used (a `javascript:` address, a title of a thousand characters, 03/04/2019) is passed
    over. `address` is where the page was fetched; relative addresses count from there.
    """
    said: dict[str, list[Said]] = defaultdict(list)
    for one in (
        *jsonld_says(tree),
        *head_says(tree),
        *body_says(tree),
        *printed_date(tree),
    ):
        usable = _usable(one, address)
        if usable is not None:
            said[one.key].append(usable)
    site = {words_of(s.value) for s in said["source"]}
    said["title"] = [_without_site(title, site) for title in said["title"]]
    if address is not None and (own := _usable(Said("url", address, "fetched from"), None)):
        said["url"].append(own)
    for key, where in _FIRST.items():
        said[key].sort(key=lambda one: one.where != where)
    found = {key: _stated(key, said[key]) for key in KEYS if said[key]}
    if "updated" in found and _no_update(found):
        del found["updated"]
    return found


def _usable(said: Said, address: str | None) -> Said | None:
    """`said` with its value as the metadata keeps it; None when it can't be used."""
    try:
        value = _READERS.get(said.key, cleaned)(cleaned(said.value))
        if said.key == "url" and value:
            value = urljoin(address or "", value)
        return Said(said.key, checked(said.key, value), said.where) if value else None
    except ValueError:
        return None


def _author(text: str) -> str:
    """Names without "By"; an address is no name."""
    names = [_BYLINE.sub("", name.strip()) for name in _MARKUP.sub("", text).split(",")]
    kept = [name for name in names if name and "://" not in name and "@" not in name]
    return ", ".join(dict.fromkeys(kept))


def _language(text: str) -> str:
    return text.replace("_", "-")


def _date(text: str) -> str:
    return iso_date(text) or ""


def _address(text: str) -> str:
    return "" if " " in text else text


_READERS: dict[str, Callable[[str], str]] = {
    "author": _author,
    "language": _language,
    "published": _date,
    "updated": _date,
    "url": _address,
}


def _without_site(title: Said, site: set[str]) -> Said:
    """The title without the site's name behind or before it."""
    parts = [part for part in _SITE_MARKS.split(title.value) if part]
    if len(parts) > 1 and words_of(parts[-1]) in site:
        end = title.value.rindex(parts[-1])
        return Said("title", title.value[:end].rstrip(" |–—»·•-:"), title.where)
    if len(parts) > 1 and words_of(parts[0]) in site:
        return Said("title", title.value[len(parts[0]) :].lstrip(" |–—»·•-:"), title.where)
    return title


def _stated(key: str, said: Sequence[Said]) -> Stated:
    best = _best(key, said)
    others: dict[str, str] = {}
    for one in said:
        if _contradicts(key, best.value, one) and one.value not in others:
            others[one.value] = one.where
    fetched = best.where == "fetched from"
    return Stated(
        value=best.value,
        origin="inferred" if fetched else "document",
        where=best.where,
        also=tuple(Other(value=v, where=w) for v, w in list(others.items())[:_MAX_OTHERS]),
    )


def _best(key: str, said: Sequence[Said]) -> Said:
    """The first, unless a later one says the same more exactly."""
    first = said[0]
    if key in {"published", "updated"}:
        moments = [s for s in said if same_moment(first.value, s.value)]
        local = [s for s in moments if not s.value.endswith("Z")]
        timed = [s for s in said if "T" in s.value and same_day(first.value, s.value)]
        best = next(iter(local or moments or timed), first)
        # The day on which the article appeared is a local one; UTC's may be its neighbour.
        days = [s for s in said if "T" not in s.value and same_day(best.value, s.value)]
        other = [s for s in days if best.value.endswith("Z") and s.value != best.value[:10]]
        return other[0] if other and len({s.value for s in days}) == 1 else best
    if key == "url":
        return next((s for s in said if urlsplit(s.value).path not in _HOME_PATHS), first)
    return first


def _contradicts(key: str, value: str, other: Said) -> bool:
    if key == "published":
        return not same_day(value, other.value)
    if key == "url":
        return _host(value) != _host(other.value)
    if key == "title":
        return other.where not in _LOOSE and not _same_title(value, other.value)
    return False


def _same_title(one: str, other: str) -> bool:
    a, b = words_of(one).split(), words_of(other).split()
    shorter = min(len(set(a)), len(set(b)))
    return shorter == 0 or len(set(a) & set(b)) >= _SAME_WORDS * shorter


def _host(address: str) -> str:
    return re.sub(r"^(?:www|m|mobile|amp)\.", "", (urlsplit(address).hostname or "").lower())


def _no_update(found: dict[str, Stated]) -> bool:
    published = found.get("published")
    return published is not None and (
        published.value == found["updated"].value
        or same_moment(published.value, found["updated"].value)
    )
