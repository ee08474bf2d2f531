"""Plain text and Markdown into an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from briefwright.errors import IngestError
from briefwright.ingest.front_matter import split_front_matter
from briefwright.ingest.magic import looks_like
from briefwright.model import Article, Metadata, Stated, canonical, slugify
from briefwright.store.metadata_values import KEYS, checked

MARKDOWN_SUFFIXES = (".md", ".markdown")
MAX_BYTES = 20_000_000
# Enough words for a readable id; the slug is cut at 60 bytes anyway.
_FIRST_CHARS = 200


@dataclass(frozen=True)
class IngestOptions:
    """What a person says about a source; it wins over what the source says.

    Attributes:
        stated: metadata by key (`title`, `published`, `author`, `source`, `url`, `language`).
        id: the article's id; made from the title or the first words when None.
        format: None tells Markdown by the name's ending.
        max_bytes: larger sources are refused.
    """

    stated: Mapping[str, str] = field(default_factory=dict)
    id: str | None = None
    format: Literal["text", "markdown"] | None = None
    max_bytes: int = MAX_BYTES


def read_text(raw: bytes, name: str, options: IngestOptions | None = None) -> Article:
    """The article in `raw`.

    Args:
        raw: the source's bytes.
        name: its file name, for messages and to tell Markdown by its ending.
        options: what a person says about it.

    Raises:
        IngestError: I001 empty, I002 not text, I003 not UTF-8, I004 too large, I005 unreadable
            front matter, I006 an unusable value.
    """
    options = options or IngestOptions()
    text = _decode(raw, name, options.max_bytes)
    markdown = name.lower().endswith(MARKDOWN_SUFFIXES)
    if options.format is not None:
        markdown = options.format == "markdown"
    stated: dict[str, Stated] = {}
    if markdown:
        stated, text = split_front_matter(text, name)
    text = canonical(text)
    if not text.strip():
        raise _empty(name)
    stated |= {key: _option(key, value) for key, value in options.stated.items()}
    article = Article("unnamed", text, Metadata(**stated), markdown=markdown)
    if "title" not in stated and (title := _heading_title(article)):
        stated["title"] = title
    metadata = Metadata(**{key: stated[key] for key in KEYS if key in stated})
    return Article(_id(options, metadata, text), text, metadata, markdown=markdown)


def _decode(raw: bytes, name: str, max_bytes: int) -> str:
    if len(raw) > max_bytes:
        raise IngestError(
            "I004",
            at=name,
            saw=f"{len(raw):,} bytes",
            wanted=f"at most {max_bytes:,}",
            fix="split the source, or raise `limits: source_bytes` in briefwright.yml",
        )
    if not raw.strip():
        raise _empty(name)
    kind = looks_like(raw)
    if kind is not None:
        raise IngestError(
            "I002", at=name, saw=kind, wanted="text in UTF-8", fix="save the article as text"
        )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise IngestError(
            "I003",
            at=f"{name}:{line}",
            saw=f"the byte 0x{raw[error.start]:02x} at offset {error.start}",
            wanted="text in UTF-8",
            fix="save the source as UTF-8",
        ) from error


def _empty(name: str) -> IngestError:
    return IngestError("I001", at=name, wanted="an article's text", fix="check the source")


def _option(key: str, value: str) -> Stated:
    try:
        return Stated(value=checked(key, value), origin="person")
    except ValueError as error:
        raise IngestError(
            "I006", at=f"--{key}", saw=str(error), fix="correct the option"
        ) from error


def _heading_title(article: Article) -> Stated | None:
    """The first block as a title, only when it is a heading with text below it."""
    if len(article.blocks) < 2 or article.blocks[0].kind != "heading":  # noqa: PLR2004 - and text
        return None
    try:
        title = checked("title", article.blocks[0].span.of(article.text))
    except ValueError:
        return None
    return Stated(value=title, origin="inferred", note="the text's first heading")


def _id(options: IngestOptions, metadata: Metadata, text: str) -> str:
    if options.id is None:
        words = metadata.title.value if metadata.title else " ".join(text[:_FIRST_CHARS].split())
        return slugify(words)
    if slugify(options.id) != options.id:
        raise IngestError(
            "I006",
            at="--id",
            saw=repr(options.id),
            wanted="lower-case letters, digits and single hyphens",
            fix=f"write --id {slugify(options.id)}",
        )
    return options.id
