"""Which format a source has, told from its content; Markdown is told by the name."""

from __future__ import annotations

import re

from briefwright.ingest.encoding import decoded_head
from briefwright.model import SourceFormat

MARKDOWN_SUFFIXES = (".md", ".markdown")
# The PDF specification lets a reader look for the header in the first 1,024 bytes (ISO 32000-1,
# annex H, implementation note 13).
_PDF_WITHIN = 1024
# How a page begins, after white space, comments and an XML declaration (WHATWG MIME Sniffing,
# section 7.1), with the elements of a head for pages that were saved without `<html>`.
_PAGE = re.compile(
    r"\s*+(?>(?:<\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->)\s*){0,20}+"
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|script|article|main|div|table)\b",
    re.IGNORECASE | re.DOTALL,
)


def kind_of(raw: bytes, name: str) -> SourceFormat:
    """The format of `raw`: `pdf`, `html`, `markdown` or `text`.

    A Markdown file that begins with HTML stays Markdown unless it is a whole page; anything that is
    neither PDF nor HTML is text, and reading it tells whether that is so.
    """
    head = raw[:_PDF_WITHIN]
    if b"%PDF-" in head and head.lstrip()[:1] != b"<":
        return "pdf"
    markdown = name.lower().endswith(MARKDOWN_SUFFIXES)
    match = _PAGE.match(decoded_head(raw))
    if match and (not markdown or match[0].lower().endswith(("html", "head", "body"))):
        return "html"
    return "markdown" if markdown else "text"
