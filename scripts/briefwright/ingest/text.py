"""Plain text and Markdown into an article."""

from __future__ import annotations

from briefwright.ingest.article import make_article, no_text, too_large
from briefwright.ingest.encoding import decode_text
from briefwright.ingest.front_matter import split_front_matter
from briefwright.ingest.kind import MARKDOWN_SUFFIXES
from briefwright.ingest.options import IngestOptions
from briefwright.model import Article, SourceFormat, Stated, canonical
from briefwright.store.metadata_values import checked


def read_text(raw: bytes, name: str, options: IngestOptions | None = None) -> Article:
    """The article in `raw`.

    Args:
        raw: the source's bytes.
        name: its file name, for messages and to tell Markdown by its ending.
        options: what a person says about it.

    Raises:
        IngestError: I001 empty, I002 not text, I003 not UTF-8, I004 too large, I005 unreadable
            front matter, I006 an unusable value, I010 not in the encoding that it tells.
    """
    options = options or IngestOptions()
    if len(raw) > options.max_bytes:
        raise too_large(raw, name, options)
    if not raw.strip():
        raise no_text(name)
    decoded = decode_text(raw, name, options.charset)
    text = decoded.text
    markdown = name.lower().endswith(MARKDOWN_SUFFIXES)
    if options.format is not None:
        markdown = options.format == "markdown"
    stated: dict[str, Stated] = {}
    if markdown:
        stated, text = split_front_matter(text, name)
    text = canonical(text)
    told: SourceFormat = "markdown" if markdown else "text"
    shape = Article("unnamed", "", format=told, encoding=decoded.encoding)
    article = make_article(text, name, options, stated, shape)
    if article.metadata.title is None and (title := _heading_title(article)):
        return make_article(text, name, options, {"title": title} | stated, article)
    return article


def _heading_title(article: Article) -> Stated | None:
    """The first block as a title, only when it is a heading with text below it."""
    if len(article.blocks) < 2 or article.blocks[0].kind != "heading":  # noqa: PLR2004 - and text
        return None
    try:
        title = checked("title", article.blocks[0].span.of(article.text))
    except ValueError:
        return None
    return Stated(value=title, origin="inferred", note="the text's first heading")
