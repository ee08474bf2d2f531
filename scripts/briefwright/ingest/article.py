"""The last step of every reader: what a person says, what the document says and an id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefwright.errors import IngestError
from briefwright.ingest.options import IngestOptions
from briefwright.model import Article, Metadata, Stated, slugify
from briefwright.store.metadata_values import KEYS, checked

# Enough words for a readable id; the slug is cut at 60 bytes anyway.
_FIRST_CHARS = 200


def make_article(
    text: str, name: str, options: IngestOptions, document: Mapping[str, Stated], shape: Article
) -> Article:
    """`shape` (format, headings, pages, encoding) with its text, metadata and id.

    Args:
        text: the canonical text.
        name: the source's name, for messages.
        options: what a person says; it wins over the document.
        document: what the document states, by key of `metadata_values.KEYS`.
        shape: everything else about the article.

    Raises:
        IngestError: I001, no text; I006, a person's value can't be used.
    """
    if not text.strip():
        raise no_text(name)
    stated = dict(document) | {k: _from_option(k, v) for k, v in options.stated.items()}
    metadata = Metadata(**{key: stated[key] for key in KEYS if key in stated})
    return replace(
        shape,
        id=_id(options, metadata, text),
        text=text,
        metadata=metadata,
        rights=options.rights,
    )


def no_text(name: str) -> IngestError:
    """I001 for a source without any text."""
    return IngestError("I001", at=name, wanted="an article's text", fix="check the source")


def too_large(raw: bytes, name: str, options: IngestOptions) -> IngestError:
    """I004 for a source over the limit."""
    return IngestError(
        "I004",
        at=name,
        saw=f"{len(raw):,} bytes",
        wanted=f"at most {options.max_bytes:,}",
        fix="split the source, or raise `limits: source_bytes` in briefwright.yml",
    )


def _from_option(key: str, value: str) -> Stated:
    try:
        return Stated(value=checked(key, value), origin="person")
    except ValueError as error:
        raise IngestError(
            "I006", at=f"--{key}", saw=str(error), fix="correct the option"
        ) from error


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
