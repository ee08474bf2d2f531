"""An article's folder: `article.yml` (what is known about it) and `article.txt` (its text)."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError, ValidationInfo, field_validator

from briefwright.errors import WorkspaceError
from briefwright.model import Article, Metadata, Publish, Rights, SourceFormat, Span, Stated
from briefwright.store import yaml_write
from briefwright.store.files import read_bytes, shown
from briefwright.store.metadata_values import KEYS, checked
from briefwright.store.plain_words import explain
from briefwright.store.yaml import read_yaml

MAX_LEVEL = 6
METADATA_FILE = "article.yml"
TEXT_FILE = "article.txt"
SOURCE_FILES: dict[SourceFormat, str] = {
    "text": "source.txt",
    "markdown": "source.md",
    "html": "source.html",
    "pdf": "source.pdf",
}


class ArticleFile(Metadata):
    """`article.yml`, version 1."""

    schema_version: Literal[1] = Field(default=1, alias="schema")
    id: str
    sha256: str = Field(pattern="^[0-9a-f]{64}$", description="Of the UTF-8 bytes of article.txt.")
    format: SourceFormat = "text"
    file: str = Field(description="The source's name in this folder.")
    source_sha256: str | None = Field(
        default=None, pattern="^[0-9a-f]{64}$", description="Of the source's bytes as they came."
    )
    encoding: str = Field(default="utf-8", description="How the source's bytes were read.")
    replaced: int = Field(default=0, ge=0, description="Bytes that stand as U+FFFD in the text.")
    rights: Rights = Field(default="unknown", description="Who may publish the text.")
    publish: Publish | None = Field(
        default=None, description="What a hosted site shows of it, whatever the rights say."
    )
    headings: tuple[tuple[int, int, int], ...] | None = Field(
        default=None, description="[start, end, level] of each heading that the source marks."
    )
    pages: tuple[tuple[int, int], ...] = Field(
        default=(), description="[number, start] of each page of a paged source."
    )

    @field_validator("file")
    @classmethod
    def _file_name(cls, file: str) -> str:
        if "\0" in file:
            raise ValueError("the name of a file")
        return file

    @field_validator("headings")
    @classmethod
    def _heading_places(
        cls, headings: tuple[tuple[int, int, int], ...] | None
    ) -> tuple[tuple[int, int, int], ...] | None:
        ends = [0, *(end for _, end, _ in headings or ())]
        for before, (start, end, level) in zip(ends, headings or (), strict=False):
            if not before <= start < end or not 1 <= level <= MAX_LEVEL:
                raise ValueError(f"[{start}, {end}, {level}] is no heading after place {before}")
        return headings

    @field_validator("pages")
    @classmethod
    def _page_places(cls, pages: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        places = [start for _, start in pages]
        if any(start < 0 for start in places) or places != sorted(places):
            raise ValueError("the pages' starts rise from 0")
        return pages

    @field_validator(*KEYS)
    @classmethod
    def _usable(cls, stated: Stated | None, info: ValidationInfo) -> Stated | None:
        if stated is not None:
            checked(str(info.field_name), stated.value)
        return stated


def load_article(folder: Path) -> Article:
    """The article in `folder`.

    Raises:
        WorkspaceError: A003, article.txt is not the text that was ingested; and as
            `read_article_file`.
        YamlError: article.yml can't be parsed.
    """
    known = read_article_file(folder)
    metadata = Metadata(**{key: getattr(known, key) for key in KEYS})
    text = _text(folder / TEXT_FILE, known.sha256)
    ends = [end for _, end, _ in known.headings or ()] + [start for _, start in known.pages]
    if ends and max(ends) > len(text):
        raise WorkspaceError(
            "A007",
            at=shown(folder / METADATA_FILE),
            saw=f"a heading or page at {max(ends)}",
            wanted=f"a place in the text, which ends at {len(text)}",
            fix="restore article.yml, or add the source again",
        )
    headings = known.headings
    return Article(
        known.id,
        text,
        metadata,
        format=known.format,
        headings=None if headings is None else tuple((Span(s, e), n) for s, e, n in headings),
        pages=known.pages,
        encoding=known.encoding,
        replaced=known.replaced,
        rights=known.rights,
        publish=known.publish,
    )


def read_source_file(folder: Path) -> bytes:
    """The bytes of the article's source as they came.

    Raises:
        WorkspaceError: A010, they are not the bytes that were ingested; and as
            `read_article_file`.
    """
    known = read_article_file(folder)
    path = folder / Path(known.file).name
    raw = read_bytes(path)
    found = hashlib.sha256(raw).hexdigest()
    if known.source_sha256 is not None and found != known.source_sha256:
        raise WorkspaceError(
            "A010",
            at=shown(path),
            saw=f"sha256 {found[:12]}…",
            wanted=f"sha256 {known.source_sha256[:12]}… as in {METADATA_FILE}",
            fix="restore the file",
        )
    return raw


def read_article_file(folder: Path) -> ArticleFile:
    """The article.yml in `folder`, without a look at the text.

    Raises:
        WorkspaceError: A007, it does not follow the format; A008, it can't be read.
        YamlError: it can't be parsed.
    """
    document = read_yaml(folder / METADATA_FILE)
    try:
        known = ArticleFile.model_validate(document.data)
    except ValidationError as error:
        problem = explain(error, ArticleFile)
        raise WorkspaceError(
            "A007",
            at=document.at(problem.loc),
            saw=problem.saw,
            wanted=problem.wanted,
            fix=problem.fix,
        ) from error
    if known.id != folder.name:
        raise WorkspaceError(
            "A007",
            at=document.at(("id",)),
            saw=f"`id` is {known.id!r}",
            wanted=f"the folder's name, {folder.name!r}",
            fix="rename the folder or correct the id",
        )
    return known


def _text(path: Path, sha256: str) -> str:
    raw = read_bytes(path)
    found = hashlib.sha256(raw).hexdigest()
    if found != sha256:
        raise WorkspaceError(
            "A003",
            at=shown(path),
            saw=f"sha256 {found[:12]}…",
            wanted=f"sha256 {sha256[:12]}… as in {METADATA_FILE}",
            fix="restore article.txt, or add the changed text as an article of its own: "
            "briefwright add FILE --id ID",
        )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise WorkspaceError(
            "A003",
            at=shown(path),
            saw=f"the byte 0x{raw[error.start]:02x}",
            wanted="UTF-8 text, as every ingested article has",
            fix="restore article.txt and article.yml, or add the source again",
        ) from error


def article_yaml(article: Article, source_file: str, source: bytes) -> str:
    """The content of `article.yml`; keys at their default are left out."""
    head: dict[str, Any] = {
        "schema": 1,
        "id": article.id,
        "sha256": article.sha256,
        "format": article.format,
        "file": source_file,
        "source_sha256": hashlib.sha256(source).hexdigest(),
    }
    if article.encoding != "utf-8":
        head["encoding"] = article.encoding
    if article.replaced:
        head["replaced"] = article.replaced
    if article.rights != "unknown":
        head["rights"] = article.rights
    if article.publish:
        head["publish"] = article.publish
    stated = article.metadata.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True)
    tail: dict[str, Any] = {}
    if article.headings is not None:
        tail["headings"] = [[*span, level] for span, level in article.headings]
    if article.pages:
        tail["pages"] = [list(page) for page in article.pages]
    return yaml_write.mapping(head | stated | tail)
