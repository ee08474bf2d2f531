"""What a page's head and its marked-up elements say about its article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from lxml import etree

from briefwright.ingest.html_lines import cleaned
from briefwright.ingest.html_said import Said
from briefwright.store.yaml import load_yaml

_NAMING = ("name", "property", "itemprop", "http-equiv")
_MAX_METAS = 2_000
_MAX_TEXT = 2_000
_OUTER = {"aside", "nav", "footer"}


def head_says(tree: etree._Element) -> Iterator[Said]:
    """What `meta` elements and `link`s say, by key in order of trust."""
    metas: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for number, meta in enumerate(tree.iter("meta")):
        if number >= _MAX_METAS:
            break
        content = meta.get("content") or ""
        for attribute in _NAMING:
            name = (meta.get(attribute) or "").strip().lower()
            if name and content.strip():
                metas[name].append((content, name))
    for link in _linked(tree, "canonical"):
        yield Said("url", link, "link rel=canonical")
    for key, names in _table().items():
        for name in names:
            values = [content for content, _ in metas.get(name, ())]
            if key == "author" and len(values) > 1:
                values = [", ".join(dict.fromkeys(values))]
            for value in values:
                yield Said(key, value, f"meta {name}")
    for link in _linked(tree, "license"):
        yield Said("licence", link, "link rel=license")


def body_says(tree: etree._Element) -> Iterator[Said]:
    """What microdata, `time` elements, headings, the title and the `lang` attribute say."""
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    if language:
        yield Said("language", language, "html lang")
    yield from _microdata(tree)
    yield from _times(tree)
    headings = [_text(h) for h in tree.iter("h1")]
    if len(headings) == 1:
        yield Said("title", headings[0], "h1")
    for title in list(tree.iter("title"))[:1]:
        yield Said("title", _text(title), "title element")
    for name in tree.xpath('//*[self::a or self::span][@rel="author" or @itemprop="author"]')[:1]:
        yield Said("author", _text(name), "rel=author")


def _linked(tree: etree._Element, relation: str) -> Iterator[str]:
    for node in tree.iter("link", "a"):
        if relation in (node.get("rel") or "").lower().split() and node.get("href"):
            yield node.get("href").strip()


def _microdata(tree: etree._Element) -> Iterator[Said]:
    for field, key in (("datePublished", "published"), ("dateModified", "updated")):
        nodes = tree.xpath("//*[@itemprop=$field][not(self::meta)]", field=field)
        # Comments carry the same property, below the article's own.
        for node in [node for node in nodes if not _is_outer(node)][:1]:
            value = node.get("datetime") or node.get("content") or _text(node)
            yield Said(key, value, f"microdata {field}")


def _times(tree: etree._Element) -> Iterator[Said]:
    """The publication times that `time` elements of the article tell; several days tell none."""
    times = [t for t in tree.iter("time") if t.get("datetime") and not _is_outer(t)]
    marked = [t for t in times if t.get("pubdate") is not None or "publish" in _classes(t)]
    days = {t.get("datetime")[:10] for t in times}
    for node in marked[:1] or (times[:1] if len(days) == 1 else []):
        yield Said("published", node.get("datetime"), "time element")


def _classes(node: etree._Element) -> str:
    own, above = node.get("class") or "", node.getparent()
    return f"{own} {above.get('class') or '' if above is not None else ''}".lower()


def _is_outer(node: etree._Element) -> bool:
    return any(step.tag in _OUTER for step in node.iterancestors())


def _text(node: etree._Element) -> str:
    return cleaned("".join(node.itertext())[:_MAX_TEXT])


@cache
def _table() -> dict[str, tuple[str, ...]]:
    name = "html_meta.yml"
    data: Any = load_yaml(files(__package__).joinpath(name).read_bytes(), name).data
    return {key: tuple(names.split()) for key, names in data.items()}
