"""The door: a source of any known format into an article."""

from __future__ import annotations

from briefwright.ingest.article import no_text, too_large
from briefwright.ingest.kind import kind_of
from briefwright.ingest.options import IngestOptions
from briefwright.model import Article


def read_source(raw: bytes, name: str, options: IngestOptions | None = None) -> Article:
    """The article in `raw`, whose format is told by its content unless the options name it.

    Args:
        raw: the source's bytes.
        name: its file name or address, for messages and to tell Markdown by its ending.
        options: what a person, or the way it came, says about it.

    Raises:
        IngestError: I001 empty, I002 not an article's text, I003 and I010 not readable in its
            encoding, I004 too large, I005 unreadable front matter, I006 an unusable value, I009 no
            article in the page, and what `ingest.pdf` raises.
    """
    options = options or IngestOptions()
    if len(raw) > options.max_bytes:
        raise too_large(raw, name, options)
    if not raw.strip():
        raise no_text(name)
    # The readers load what they need themselves: plain text must not wait for lxml or pdfium.
    match options.format or kind_of(raw, name):
        case "pdf":
            from briefwright.ingest.pdf import read_pdf

            return read_pdf(raw, name, options)
        case "html":
            from briefwright.ingest.html import read_html

            return read_html(raw, name, options)
        case _:
            from briefwright.ingest.text import read_text

            return read_text(raw, name, options)
