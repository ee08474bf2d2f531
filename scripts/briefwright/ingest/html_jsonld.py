"""What a page's JSON-LD says about its article (schema.org)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from briefwright.ingest.html_said import Said

# schema.org's subtypes of Article that news sites use.
_ARTICLES = {
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
    "backgroundnewsarticle", "reviewnewsarticle", "askpublicnewsarticle", "satiricalarticle",
    "advertisercontentarticle", "blogposting", "liveblogposting", "socialmediaposting",
    "techarticle", "scholarlyarticle", "medicalscholarlyarticle", "report",
    "discussionforumposting",
}  # fmt: skip
_PAGES = {"webpage", "itempage"}
# Properties whose articles are other articles.
_ELSEWHERE = {
    "itemlistelement", "mentions", "haspart", "relatedlink", "citation", "comment", "review",
    "isbasedon", "significantlink", "blogpost", "subjectof", "about", "video",
}  # fmt: skip
_MAX_CHARS = 2_000_000
_MAX_NODES = 5_000
_MAX_NAMES = 20
_FIELDS = {"headline": "title", "datePublished": "published", "dateModified": "updated"}


def jsonld_articles(tree: etree._Element) -> list[dict[str, Any]]:
    """The nodes of the page's JSON-LD that are articles, the page's own first.

    A node that only describes the page counts when there is no article. What can't be parsed is
    repaired where that is safe, and left out otherwise.
    """
    nodes = [node for data in _documents(tree) for node in _nodes(data)]
    articles = [node for node in nodes if _types(node) & _ARTICLES]
    return articles or [node for node in nodes if _types(node) & _PAGES]


def jsonld_says(tree: etree._Element) -> Iterator[Said]:
    """What the first article of the JSON-LD says."""
    articles = jsonld_articles(tree)
    if not articles:
        return
    node = articles[0]
    by_id = {
        other["@id"]: other
        for data in _documents(tree)
        for other in _nodes(data)
        if isinstance(other.get("@id"), str) and len(other) > 1
    }
    for field, key in _FIELDS.items():
        for text in _texts(node.get(field)):
            yield Said(key, text, f"json-ld {field}")
    names = list(dict.fromkeys(_names(node.get("author") or node.get("creator"), by_id)))
    if names:
        yield Said("author", ", ".join(names[:_MAX_NAMES]), "json-ld author")
    for name in _names(node.get("publisher"), by_id):
        yield Said("source", name, "json-ld publisher")
    for field in ("mainEntityOfPage", "url"):
        for address in _addresses(node.get(field)):
            yield Said("url", address, f"json-ld {field}")
    for text in _texts(node.get("inLanguage")):
        yield Said("language", text, "json-ld inLanguage")
    for text in [*_addresses(node.get("license")), *_names(node.get("license"), by_id)]:
        yield Said("licence", text, "json-ld license")


def jsonld_body(tree: etree._Element) -> str:
    """The longest `articleBody`; empty without one."""
    bodies = [t for node in jsonld_articles(tree) for t in _raw_texts(node.get("articleBody"))]
    return max(bodies, key=len, default="")


def _documents(tree: etree._Element) -> Iterator[Any]:
    for script in tree.iter("script"):
        kind = (script.get("type") or "").lower()
        text = script.text or ""
        if "ld+json" in kind and 0 < len(text) <= _MAX_CHARS:
            data = _parsed(text)
            if data is not None:
                yield data


def _parsed(text: str) -> Any:
    """The JSON in a script, with its commonest faults forgiven.

    They are comments and CDATA marks around it, a semicolon behind it, raw line ends in strings,
    commas before a closing bracket, and an escaped apostrophe.
    """
    bare = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.*?\*/)", "", text, flags=re.DOTALL)
    bare = re.sub(r"(?:-->|(?://\s*)?\]\]>)\s*$", "", bare).strip().rstrip(";")
    decoder = json.JSONDecoder(strict=False)
    for attempt in (bare, re.sub(r",(\s*[}\]])", r"\1", bare).replace("\\'", "'")):
        try:
            return decoder.raw_decode(attempt)[0]
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """The mappings of a JSON document in the order they are written, without other articles."""
    queue, seen = [data], 0
    while queue and seen < _MAX_NODES:
        node, seen = queue.pop(0), seen + 1
        if isinstance(node, list):
            queue[:0] = node[:_MAX_NODES]
        elif isinstance(node, dict):
            yield node
            queue += [
                value
                for key, value in node.items()
                if isinstance(value, dict | list) and key.lower() not in _ELSEWHERE
            ]


def _types(node: dict[str, Any]) -> set[str]:
    return {text.rsplit("/", 1)[-1].lower() for text in _texts(node.get("@type"))}


def _raw_texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [v for v in values if isinstance(v, str) and v.strip()]


def _texts(value: Any) -> list[str]:
    """The texts of a value or list; entities, which a script does not decode, are read once."""
    if isinstance(value, int) and not isinstance(value, bool):
        return [str(value)]
    return [html.unescape(text) for text in _raw_texts(value)]


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> Iterator[str]:
    for one in (value if isinstance(value, list) else [value])[:_MAX_NODES]:
        if isinstance(one, dict):
            known = by_id.get(one["@id"], one) if isinstance(one.get("@id"), str) else one
            yield from _texts(one.get("name") or known.get("name"))
        else:
            yield from _texts(one)


def _addresses(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    found = [v.get("@id") or v.get("url") if isinstance(v, dict) else v for v in values]
    return [text for v in found for text in _texts(v) if text.startswith(("http", "/"))]
