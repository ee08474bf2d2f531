"""PDF into an article: columns in reading order, paragraphs whole, pages known."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

from briefwright.errors import IngestError
from briefwright.ingest.article import make_article, no_text
from briefwright.ingest.options import IngestOptions
from briefwright.ingest.pdf_glyphs import PageWords, page_words
from briefwright.ingest.pdf_lines import page_lines
from briefwright.ingest.pdf_metadata import stated_by
from briefwright.ingest.pdf_order import Block, reading_order
from briefwright.ingest.pdf_paragraphs import Paragraph, paragraphs
from briefwright.ingest.pdf_running import without_running_lines
from briefwright.model import Article, Span, canonical

# Where more letters than this share say nothing of themselves, the rest is no article.
_MOST_UNMAPPED = 0.3


def read_pdf(raw: bytes, name: str, options: IngestOptions) -> Article:
    """The article in the PDF document `raw`.

    Args:
        raw: the source's bytes.
        name: its file name, for messages.
        options: what a person says about it.

    Raises:
        IngestError: I001 no pages or no text, I006 an unusable value, I020 a scan without text,
            I021 locked with a password, I022 damaged, I023 too many pages, I024 letters whose font
            does not say which they are.
    """
    with _opened(raw, name) as document:
        pages = _pages(document, name, options)
        metadata = _metadata(document)
    blocks = _blocks(pages)
    found = paragraphs(blocks)
    if not found:
        raise _nothing(pages, name)
    text, headings, starts = _assembled(found)
    shape = Article("unnamed", "", format="pdf", headings=headings, pages=starts)
    return make_article(text, name, options, stated_by(metadata, found), shape)


@contextmanager
def _opened(raw: bytes, name: str) -> Iterator[pdfium.PdfDocument]:
    try:
        document = pdfium.PdfDocument(raw)
    except pdfium.PdfiumError as error:
        if pdfium_raw.FPDF_GetLastError() == pdfium_raw.FPDF_ERR_PASSWORD:
            raise IngestError(
                "I021",
                at=name,
                saw="a document that opens with a password only",
                wanted="a document without one",
                fix="save a copy without the password in a PDF viewer",
            ) from error
        raise _damaged(name, error) from error
    try:
        yield document
    except pdfium.PdfiumError as error:
        raise _damaged(name, error) from error
    finally:
        document.close()


def _damaged(name: str, error: Exception) -> IngestError:
    return IngestError(
        "I022",
        at=name,
        saw=str(error).rstrip(".").lower(),
        wanted="a whole PDF document",
        fix="fetch the document again, or save it anew in a PDF viewer",
    )


def _pages(document: pdfium.PdfDocument, name: str, options: IngestOptions) -> list[PageWords]:
    count = len(document)
    if count == 0:
        raise no_text(name)
    if count > options.max_pages:
        raise IngestError(
            "I023",
            at=name,
            saw=f"{count:,} pages",
            wanted=f"at most {options.max_pages:,}",
            fix="split the document, or raise `limits: pdf_pages` in briefwright.yml",
        )
    return [page_words(document[index]) for index in range(count)]


def _metadata(document: pdfium.PdfDocument) -> Mapping[str, str]:
    found: dict[str, str] = document.get_metadata_dict(skip_empty=True)
    return found


def _blocks(pages: list[PageWords]) -> list[Block]:
    lines = [page_lines(page.words, number) for number, page in enumerate(pages, 1)]
    kept = without_running_lines(lines, [(page.bottom, page.height) for page in pages])
    return [block for page in kept for block in reading_order(page)]


def _assembled(
    found: list[Paragraph],
) -> tuple[str, tuple[tuple[Span, int], ...], tuple[tuple[int, int], ...]]:
    """(text, headings, pages): one line for each paragraph, with a blank line between two."""
    parts: list[str] = []
    headings: list[tuple[Span, int]] = []
    starts: dict[int, int] = {}
    at = 0
    for paragraph in found:
        text = canonical(paragraph.text)
        if not text:
            continue
        if paragraph.level:
            headings.append((Span(at, at + len(text)), paragraph.level))
        for page, offset in paragraph.starts:
            before = unicodedata.normalize("NFC", paragraph.text[:offset])
            starts.setdefault(page, at + min(len(before), len(text)))
        parts.append(text)
        at += len(text) + 2
    # A column that is read before what an earlier page left over must not turn the order round.
    pages: list[tuple[int, int]] = []
    for page, start in sorted(starts.items()):
        if not pages or start >= pages[-1][1]:
            pages.append((page, start))
    return "\n\n".join(parts) + "\n", tuple(headings), tuple(pages)


def _nothing(pages: list[PageWords], name: str) -> IngestError:
    """Why there is no text: a scan, unreadable letters, or nothing but running heads."""
    unmapped = sum(page.unmapped for page in pages)
    words = sum(len(page.words) for page in pages)
    if unmapped and not words:
        return _unreadable(name)
    if words:
        return no_text(name)
    hidden = any(page.invisible for page in pages)
    return IngestError(
        "I020",
        at=name,
        saw="pictures of pages with an invisible text layer, as text recognition makes it"
        if hidden
        else f"{len(pages)} page{'' if len(pages) == 1 else 's'} without any text",
        wanted="a PDF document whose text can be selected",
        fix="recognise its text (OCR), read that through, and add it as a text file",
    )


def _unreadable(name: str) -> IngestError:
    return IngestError(
        "I024",
        at=name,
        saw="fonts that do not say which letters they draw",
        wanted="a PDF document whose text can be copied",
        fix="print the page anew, or recognise its text (OCR) and add it as a text file",
    )
