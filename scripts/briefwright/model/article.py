"""The article: one source document with its canonical text."""

from __future__ import annotations

import hashlib
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from pydantic import Field

from briefwright.model.blocks import Block, read_blocks
from briefwright.model.isodate import check_iso_date
from briefwright.model.slug import slugify
from briefwright.model.span import Model, Span

SourceFormat = Literal["text", "markdown", "html", "pdf"]
# Who may publish the text, as a person states it; Creative Commons licences by their short names.
Rights = Literal[
    "own", "public-domain", "cc0", "cc-by", "cc-by-sa", "cc-by-nc", "cc-by-nd", "cc-by-nc-sa",
    "cc-by-nc-nd", "all-rights-reserved", "unknown",
]  # fmt: skip
# What a person decides for a hosted site, whatever the rights say.
Publish = Literal["full", "excerpts"]
Provenance = Literal["document", "person", "inferred"]


class Other(Model):
    """A value that contradicts the one that was taken, and its place in the document."""

    value: str = Field(min_length=1)
    where: str = Field(min_length=1)


class Stated(Model):
    """A metadata value and who says so."""

    value: str = Field(min_length=1)
    origin: Provenance = Field(
        alias="from",
        description="document: the source says it; person: an editor says it; "
        "inferred: the program guessed it from the text or the file's name.",
    )
    where: str | None = Field(
        default=None, description="The place in the document, such as `json-ld datePublished`."
    )
    also: tuple[Other, ...] = Field(
        default=(), description="Values that other places of the document state instead."
    )
    note: str | None = None


class Metadata(Model):
    """What is known about an article; an absent value is unknown, never guessed."""

    title: Stated | None = None
    published: Stated | None = Field(
        default=None, description="ISO 8601 date, or date and time with zone."
    )
    updated: Stated | None = Field(default=None, description="Last change, as `published`.")
    author: Stated | None = None
    source: Stated | None = Field(default=None, description="The publisher's name.")
    url: Stated | None = None
    language: Stated | None = Field(default=None, description="BCP 47 tag.")
    licence: Stated | None = Field(default=None, description="The licence's name or address.")


def canonical(text: str) -> str:
    """The canonical form: Unicode NFC, LF line ends, no byte order mark; nothing else changed."""
    unmarked = text.lstrip("\ufeff")
    return unicodedata.normalize("NFC", unmarked.replace("\r\n", "\n").replace("\r", "\n"))


@dataclass(frozen=True)
class Article:
    """One source document. `sha256` of the UTF-8 bytes of `text` is its identity.

    Attributes:
        id: the folder's name in `articles/`, also the address of its pages.
        text: the canonical text; every span counts its code points.
        metadata: title, date, author and so on, each with where it came from.
        format: what the source was; only Markdown's canonical text keeps the source's marks.
        headings: spans and levels (1 to 6) of the headings when the source marks them; None: they
            are told from the text.
        pages: for a paged source, each page's number and where its text starts, in order.
        encoding: how the source's bytes were read (a Python codec's name).
        rights: who may publish the text, as a person states it.
        publish: what a hosted site shows of it; None: what the rights allow.
        replaced: how many U+FFFD stand for bytes that this encoding does not know.
    """

    id: str
    text: str
    metadata: Metadata = field(default_factory=Metadata)
    format: SourceFormat = "text"
    headings: tuple[tuple[Span, int], ...] | None = None
    pages: tuple[tuple[int, int], ...] = ()
    encoding: str = "utf-8"
    replaced: int = 0
    rights: Rights = "unknown"
    publish: Publish | None = None

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        published: str | None = None,
        title: str | None = None,
        id: str | None = None,
        markdown: bool = False,
    ) -> Article:
        """An article made in memory, without a workspace.

        Args:
            text: any text; it is brought into canonical form.
            published: ISO date (`2025-01-28`) that anchors relative dates; without one they stay
                unresolved.
            title: kept as stated by a person.
            id: defaults to a slug of the title or of the first words.
            markdown: read `#` lines as headings.

        Raises:
            ValueError: `published` is no ISO date, or `id` holds other characters than a slug's.
        """
        clean = canonical(text)
        stated: dict[str, Stated] = {}
        if published is not None:
            stated["published"] = Stated(value=check_iso_date(published), origin="person")
        if title is not None:
            stated["title"] = Stated(value=title, origin="person")
        name = slugify(title or clean[:80]) if id is None else id
        if id is not None and slugify(id) != id:
            raise ValueError(f"an id is a slug such as {slugify(id)!r}, not {id!r}")
        told: SourceFormat = "markdown" if markdown else "text"
        return cls(id=name, text=clean, metadata=Metadata(**stated), format=told)

    @property
    def markdown(self) -> bool:
        """Whether the text is Markdown (`#` headings)."""
        return self.format == "markdown"

    @cached_property
    def sha256(self) -> str:
        """Hex digest of the UTF-8 bytes of the canonical text."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Headings and paragraphs in the order of the text."""
        return read_blocks(self.text, markdown=self.markdown, headings=self.headings)

    def page_at(self, place: int) -> int | None:
        """The number of the page that holds `place`; None when the source has no pages."""
        index = bisect_right([start for _, start in self.pages], place) - 1
        return self.pages[index][0] if index >= 0 else None

    @property
    def published(self) -> str | None:
        """The ISO date of publication, or None when nobody stated one."""
        stated = self.metadata.published
        return stated.value[:10] if stated else None

    @property
    def title(self) -> str | None:
        """The title, or None when nobody stated one."""
        return self.metadata.title.value if self.metadata.title else None

    def block_at(self, span: Span) -> Block | None:
        """The block that holds the span's start."""
        index = bisect_right(self._block_starts, span.start) - 1
        if index < 0 or span.start >= self.blocks[index].span.end:
            return None
        return self.blocks[index]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]
