"""What the pages of a site would load from elsewhere, so that a bundle can promise that it asks
nothing of the network.

Links that a reader may follow (`<a href>`) are no loads. Scripts are not run: what one would fetch
while it runs is for the browser tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from briefwright.store.files import read_bytes

# A reader follows these; the browser loads nothing for them.
_FOLLOWED = {"a", "area", "form", "button", "input", "blockquote", "q", "ins", "del", "base"}
# Of `<link>`, those of which the browser loads something.
_LOADED_LINKS = {
    "stylesheet", "icon", "shortcut", "apple-touch-icon", "mask-icon", "preload", "prefetch",
    "modulepreload", "manifest", "preconnect", "dns-prefetch", "prerender",
}  # fmt: skip
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//|\s*/", re.IGNORECASE)
_INLINE = re.compile(r"\s*(?:data|blob|about):", re.IGNORECASE)
_CSS = re.compile(r"""(?:url\(\s*['"]?|@import\s+['"])([^'")\s]+)""", re.IGNORECASE)


def loads_from_elsewhere(site: Path) -> Iterator[tuple[str, str]]:
    """Page or style sheet (by its path below `site`) and the address that it would load.

    An address from the root (`/style.css`) counts: on a disk it leads out of the folder.
    """
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.suffix == ".html":
            found = _of_page(read_bytes(path))
        elif path.suffix == ".css":
            found = _of_style(read_bytes(path).decode("utf-8", "replace"))
        else:
            continue
        yield from ((name, address) for address in found if _is_elsewhere(address))


def _of_page(data: bytes) -> Iterator[str]:
    try:
        page = document_fromstring(data)
    except (etree.ParserError, ValueError):
        return
    for element, attribute, address, _ in page.iterlinks():
        if _is_loaded(element, attribute):
            yield address
    for element in page.iterfind(".//*[@srcset]"):
        yield from (
            part.split()[0] for part in element.get("srcset", "").split(",") if part.strip()
        )
    for element in page.iterfind(".//style"):
        yield from _of_style(element.text or "")


def _of_style(text: str) -> Iterator[str]:
    return (match[1] for match in _CSS.finditer(text))


def _is_loaded(element: HtmlElement, attribute: str | None) -> bool:
    if element.tag in _FOLLOWED and attribute != "style":
        return False
    if element.tag == "link":
        return bool(_LOADED_LINKS & set(element.get("rel", "").lower().split()))
    return True


def _is_elsewhere(address: str) -> bool:
    return bool(_ELSEWHERE.match(address)) and not _INLINE.match(address)
