"""What a person, or the way a source came, says about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefwright.model import Rights, SourceFormat

MAX_BYTES = 20_000_000
# A newspaper has a hundred pages; reading 500 takes some ten seconds.
MAX_PAGES = 500


@dataclass(frozen=True)
class IngestOptions:
    """What is known about a source from outside; a person's word wins over what the source says.

    Attributes:
        stated: metadata by key (`title`, `published`, `author`, ...: see `metadata_values.KEYS`).
        id: the article's id; made from the title or the first words when None.
        format: None tells it from the content (`ingest.kind`).
        max_bytes: larger sources are refused.
        max_pages: PDF documents with more pages are refused.
        rights: who may publish the text.
        charset: the charset that came with the source, as in HTTP's Content-Type header.
        address: where it was fetched; relative addresses in it count from there, and it is the
            article's address when nothing states a better one.
    """

    stated: Mapping[str, str] = field(default_factory=dict)
    id: str | None = None
    format: SourceFormat | None = None
    max_bytes: int = MAX_BYTES
    max_pages: int = MAX_PAGES
    rights: Rights = "unknown"
    charset: str | None = None
    address: str | None = None
