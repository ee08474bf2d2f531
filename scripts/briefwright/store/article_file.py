"""An article's folder: `article.yml` (what is known about it) and `article.txt` (its text)."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError, ValidationInfo, field_validator

from briefwright.errors import WorkspaceError
from briefwright.model import Article, Metadata, Stated
from briefwright.store import yaml_write
from briefwright.store.files import read_bytes, shown
from briefwright.store.metadata_values import KEYS, checked
from briefwright.store.plain_words import explain
from briefwright.store.yaml import read_yaml

METADATA_FILE = "article.yml"
TEXT_FILE = "article.txt"


class ArticleFile(Metadata):
    """`article.yml`, version 1."""

    schema_version: Literal[1] = Field(default=1, alias="schema")
    id: str
    sha256: str = Field(pattern="^[0-9a-f]{64}$", description="Of the UTF-8 bytes of article.txt.")
    format: Literal["text", "markdown"] = "text"
    file: str = Field(description="The source's name in this folder.")

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
    return Article(known.id, text, metadata, markdown=known.format == "markdown")


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
    return raw.decode("utf-8")


def article_yaml(article: Article, source_file: str) -> str:
    """The content of `article.yml`."""
    head: dict[str, Any] = {
        "schema": 1,
        "id": article.id,
        "sha256": article.sha256,
        "format": "markdown" if article.markdown else "text",
        "file": source_file,
    }
    stated = article.metadata.model_dump(by_alias=True, exclude_none=True)
    return yaml_write.mapping(head | stated)
