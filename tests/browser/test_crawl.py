"""Every link and anchor inside the site leads somewhere: on the web, and in the bundle."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from lxml import html
from tests.browser.conftest import OWN_ADDRESS

pytestmark = pytest.mark.browser


def links(page: Any, address: str) -> set[str]:
    """Whole addresses of what a page leads to and is made of."""
    found = page.xpath(
        "//a/@href | //link/@href | //script/@src | //img/@src | //iframe/@src | //source/@src"
    )
    return {urljoin(address, link) for link in found}


def broken(folder: Path, root: str) -> list[str]:
    """Links from pages of `folder`, which stands at `root`, that lead to nothing there."""
    pages = {
        root + path.relative_to(folder).as_posix(): html.fromstring(path.read_bytes())
        for path in sorted(folder.rglob("*.html"))
    }
    anchors = {
        address: {*page.xpath("//@id"), *page.xpath("//a/@name")} for address, page in pages.items()
    }
    missing = []
    checked = 0
    index = folder.rglob("search_index.json")
    found = {
        urljoin(root + path.parents[1].relative_to(folder).as_posix() + "/", entry["location"])
        for path in index
        for entry in json.loads(path.read_text("utf-8"))["docs"]
    }
    every = {"the search": found}
    every |= {address: links(page, address) for address, page in pages.items()}
    for address, leads in every.items():
        for link in sorted(leads):
            if not link.startswith(root):
                continue
            checked += 1
            whole, anchor = urldefrag(link)
            whole = whole.partition("?")[0]  # the search puts the words to mark there
            target = whole + "index.html" if whole.endswith("/") else whole
            there = (folder / unquote(target.removeprefix(root))).is_file()
            named = not anchor or target not in anchors or unquote(anchor) in anchors[target]
            if not (there and named):
                missing.append(f"{address.removeprefix(root)} -> {link}")
    assert checked > 300
    return missing


def test_no_link_of_the_hosted_site_is_broken(own: Path) -> None:
    assert broken(own, OWN_ADDRESS) == []


def test_no_link_of_the_bundle_is_broken(unpacked: Path) -> None:
    assert broken(unpacked, "https://bundle.invalid/") == []


def test_a_broken_link_and_a_broken_anchor_are_seen(tmp_path: Path) -> None:
    many = "".join(f"<a href='b.html?{n}'>x</a>" for n in range(301))
    (tmp_path / "a.html").write_text(
        f"<html><body>{many}<a href='c.html'>x</a><a href='#gone'>x</a></body></html>"
    )
    (tmp_path / "b.html").write_text("<html><body id='here'></body></html>")
    assert broken(tmp_path, "https://x.invalid/") == [
        "a.html -> https://x.invalid/a.html#gone",
        "a.html -> https://x.invalid/c.html",
    ]
