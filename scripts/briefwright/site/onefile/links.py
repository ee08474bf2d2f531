"""The links of the pages in one document: inside it where they can be, else to the web."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from urllib.parse import unquote

from briefwright.site.onefile.section import Section

_FOLLOWED = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_DOWNLOADS = "downloads"


def relink(sections: Sequence[Section], address: str) -> None:
    """Makes the links of `sections` those of one document.

    A link to a page or line that the document holds leads there. One to another page or file of
    the site leads to `address`; where the site has none, its words stay and the link goes, and so
    does a list of downloads. A link that is neither of the site nor of the web becomes its words.
    """
    held = {found.path: (found, found.ids()) for found in sections}
    for found in sections:
        if not address:
            _without_downloads(found)
        for link in list(found.root.iter("a")):
            href = str(link.get("href", ""))
            target = href if _FOLLOWED.match(href) else _inside(href, found, held, address)
            if target:
                link.set("href", target)
                link.attrib.pop("download", None)
            elif link.get("id"):
                del link.attrib["href"]
            else:
                link.drop_tag()


def _inside(
    href: str, page: Section, held: Mapping[str, tuple[Section, frozenset[str]]], address: str
) -> str:
    """Where `href` on `page` leads to; empty: nowhere."""
    if not href or _SCHEME.match(href):
        return ""
    path, _, fragment = href.partition("#")
    folder = posixpath.dirname(page.path)
    path = posixpath.normpath(posixpath.join(folder, unquote(path))) if path else page.path
    if path in held:
        target, ids = held[path]
        anchor = target.anchor(unquote(fragment))
        return f"#{anchor if anchor in ids else target.id}"
    if not address or path.startswith(".."):
        return ""
    name = f"{path.removesuffix('.md')}.html" if path.endswith(".md") else path
    return f"{address}{name}{'#' if fragment else ''}{fragment}"


def _without_downloads(page: Section) -> None:
    for element in page.root.xpath(".//*[@id=$id]", id=page.anchor(_DOWNLOADS)):
        element.drop_tree()
        for link in page.root.xpath(".//a[@href=$to]", to=f"#{_DOWNLOADS}"):
            link.drop_tag()
