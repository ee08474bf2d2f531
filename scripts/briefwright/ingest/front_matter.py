"""The YAML front matter of a Markdown source."""

from __future__ import annotations

import re

from briefwright.errors import IngestError, YamlError
from briefwright.model import Stated
from briefwright.store.metadata_values import checked
from briefwright.store.yaml import YamlDocument, load_yaml

# Keys that site generators and clippers write (Jekyll, Hugo, Obsidian Web Clipper), and ours.
_NAMES = {
    "title": "title",
    "published": "published",
    "date": "published",
    "updated": "updated",
    "author": "author",
    "authors": "author",
    "source": "source",
    "publisher": "source",
    "url": "url",
    "canonical": "url",
    "language": "language",
    "lang": "language",
    "licence": "licence",
    "license": "licence",
}
_FENCED = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_MAX_BYTES = 100_000


def split_front_matter(text: str, name: str) -> tuple[dict[str, Stated], str]:
    """(what the front matter states, the text below it).

    Keys that say nothing about the article are left alone; of two keys for one value the first
    counts. A source that clips pages with `source: https://...` states its address that way.

    Raises:
        IngestError: I005, it is no mapping of YAML; I006, a value can't be used; with the line.
    """
    match = _FENCED.match(text)
    if match is None:
        return {}, text
    # One line for the fence, so that lines are those of the source.
    raw = ("\n" + match[1]).encode()
    try:
        document = load_yaml(raw, name, max_bytes=_MAX_BYTES)
    except YamlError as error:
        raise IngestError(
            "I005", at=error.at, saw=error.saw or error.summary(), fix=error.fix
        ) from error
    if document.data is None:
        return {}, text[match.end() :]
    if not isinstance(document.data, dict):
        raise IngestError(
            "I005", at=f"{name}:2", saw="no keys and values", fix="write `title: ...`, or remove it"
        )
    return _stated(document), text[match.end() :]


def _stated(document: YamlDocument) -> dict[str, Stated]:
    found: dict[str, Stated] = {}
    for key, value in document.data.items():
        meaning = _NAMES.get(key.lower())
        if meaning == "source" and str(value).lower().startswith(("http://", "https://")):
            meaning = "url"
        if meaning is None or meaning in found or value in (None, "", []):
            continue
        found[meaning] = _value(document, key, meaning, value)
    return found


def _value(document: YamlDocument, key: str, meaning: str, value: object) -> Stated:
    try:
        words = checked(meaning, ", ".join(_texts(key, value)))
    except ValueError as error:
        raise IngestError(
            "I006", at=document.at((key,)), saw=str(error), fix=f"correct or remove `{key}`"
        ) from error
    return Stated(value=words, origin="document", note=f"front matter, `{key}`")


def _texts(key: str, value: object) -> list[str]:
    parts = value if isinstance(value, list) else [value]
    if not all(isinstance(part, str | int) for part in parts):
        raise ValueError(f"`{key}` is neither text nor a list of texts")
    return [str(part) for part in parts]
