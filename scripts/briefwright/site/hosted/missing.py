"""The page that a host sends where there is none."""

from __future__ import annotations

from urllib.parse import urlsplit

from briefwright.site.hosted.text import attribute

NOT_FOUND = "404.html"
_END_OF_HEAD = "</head>"
_NO_INDEX = '<meta name="robots" content="noindex">\n'
# The theme's page has a heading and nothing else.
_HEADING = "404 - Not found</h1>"
_HELP = (
    '\n<p>There is no page at this address. <a href="{first}">The first page</a> leads to all '
    "briefs; the search finds names, claims and dates.</p>"
)


def missing_page(page: str, address: str) -> str:
    """The theme's page for missing pages, with a way on and in no search engine's list.

    MkDocs wrote it for `address`: what it loads stands under whole paths, so that it looks the same
    at any depth.
    """
    first = urlsplit(address).path or "/"
    told = page.replace(_HEADING, _HEADING + _HELP.format(first=attribute(first)), 1)
    return told.replace(_END_OF_HEAD, _NO_INDEX + _END_OF_HEAD, 1)
