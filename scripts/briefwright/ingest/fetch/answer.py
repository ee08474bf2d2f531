"""What a server's answer must be before its body is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus

import httpx

from briefwright.errors import FetchError
from briefwright.ingest.magic import signature_of

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Media types that are no article, whatever the body holds.
_NO_ARTICLE = re.compile(
    r"(?:image|video|audio|font|model)/|application/(?:zip|gzip|x-7z|x-rar|x-tar|vnd\.|msword|json)",
    re.IGNORECASE,
)
# Signatures of what can be one.
_ARTICLES = frozenset({"a PDF document", "UTF-16 text"})
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([A-Za-z0-9][A-Za-z0-9._:-]{0,39})", re.IGNORECASE)


@dataclass(frozen=True)
class Fetched:
    """A page: `address` is where it was found, after redirects; `charset` is the header's."""

    address: str
    raw: bytes
    charset: str | None = None


def location(answer: httpx.Response) -> str | None:
    """Where the answer sends the program; None when it is no redirect."""
    if answer.status_code not in _REDIRECTS:
        return None
    target: str | None = answer.headers.get("location")
    return target


def check_status(status: int, at: str) -> None:
    """Only a whole page counts.

    Raises:
        FetchError: N004, with the status and its name.
    """
    if status == HTTPStatus.OK:
        return
    try:
        words = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        words = str(status)
    raise FetchError(
        "N004",
        at=at,
        saw=words,
        wanted="200 OK",
        fix="open the address in a browser; save the page as a file and add that",
    )


def check_head(head: bytes, kind: str, at: str) -> None:
    """Refuse what is no article, by its media type and its first bytes.

    Raises:
        FetchError: N008.
    """
    saw = signature_of(head)
    if _NO_ARTICLE.match(kind.strip()):
        saw = f"the media type {kind.strip()[:60]}"
    if saw is not None and saw not in _ARTICLES:
        raise FetchError(
            "N008",
            at=at,
            saw=saw,
            wanted="a page, a PDF document or text",
            fix="give the address of the article itself",
        )


def charset_of(kind: str) -> str | None:
    """The charset that a Content-Type header names."""
    match = _CHARSET.search(kind)
    return match[1].lower() if match else None
