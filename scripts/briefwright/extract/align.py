"""Facts written by hand or by another tool: spans for their quotes, ids, and whose they are.

Exact or an error: a quote is placed only where the text has its very words. Words that stand more
than once are told apart by `prefix` and `suffix`, or by the fact itself: by its own quote around
them, or by the paragraph in which its other, unique quotes stand. Nothing else decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from briefwright.errors import FactsError, shorten
from briefwright.extract.align_entity import aligned_entity
from briefwright.extract.align_quotes import place_quotes
from briefwright.extract.occurrences import span_of
from briefwright.model import KINDS, Article, Span, content_id

Loc = tuple[str | int, ...]
Where = Callable[[Loc], str]

# The letters that begin the ids of each kind; an entity's id is a slug of its name.
ID_LETTERS = {
    "dates": "d",
    "figures": "f",
    "claims": "c",
    "skeptics": "s",
    "timeline": "t",
    "market_effects": "m",
}


def align(data: Mapping[str, Any], article: Article, where: Where) -> dict[str, Any]:
    """A copy of a facts file's data in which everything has its span and its id.

    Filled in where missing: `at` of every quote, an entity's `mentions` (each whole-word place of
    its name) and `role_at`, `id`, the article's `id` and `sha256`, and `origin: person`. What is
    there and right stays; an `at` that is not its quote's place is found anew.

    Args:
        data: what a facts file holds; parts that do not follow the format are left for `Facts.of`
            to complain about.
        article: the text.
        where: the place of a path in `data` for messages, as `file:line`.

    Raises:
        FactsError: F002, the file is another text's; F005, a quote is not in the text; F006, it is
            there more than once.
    """
    result: dict[str, Any] = {"schema": data.get("schema") or 1}
    reference = data.get("article") or {}
    if isinstance(reference, Mapping):
        result["article"] = _article(reference, article, where)
    for key, value in data.items():
        if key in KINDS and isinstance(value, list):
            result[key] = [
                _aligned_fact(key, fact, (key, index), article, where)
                for index, fact in enumerate(value)
            ]
        elif key not in result:
            result[key] = value
    return result


def _article(reference: Mapping[str, Any], article: Article, where: Where) -> dict[str, Any]:
    sha256 = reference.get("sha256")
    if sha256 not in (None, article.sha256):
        raise FactsError(
            "F002",
            at=where(("article", "sha256")),
            saw=shorten(str(sha256)),
            wanted=f"the sha256 of the article {article.id}",
            fix="remove `sha256` if these facts belong to this article",
        )
    filled = dict(reference)
    if article.published is not None:
        # The date on which relative dates rest: a later change of it can then be noticed.
        filled.setdefault("published", article.published)
    return _with_first(filled, id=article.id, sha256=article.sha256)


def _aligned_fact(kind: str, fact: Any, loc: Loc, article: Article, where: Where) -> Any:
    if not isinstance(fact, Mapping):
        return fact
    if kind == "entities":
        aligned = aligned_entity(fact, loc, article, where)
    else:
        aligned = place_quotes(fact, loc, article, where)
        spans = list(_spans(aligned))
        if spans:
            aligned = _with_first(aligned, id=content_id(ID_LETTERS[kind], article.sha256, spans))
    return aligned if aligned.get("origin") else {**aligned, "origin": "person"}


def _spans(value: Any) -> Iterator[Span]:
    """Every quote's span inside a fact, in the order of its keys."""
    if isinstance(value, Mapping):
        span = span_of(value.get("at")) if "quote" in value else None
        if span is not None:
            yield span
        for inner in value.values():
            yield from _spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _spans(inner)


def _with_first(data: Mapping[str, Any], **defaults: Any) -> dict[str, Any]:
    """`data` with what it lacks of `defaults`, those in front."""
    missing = {key: value for key, value in defaults.items() if data.get(key) is None}
    kept = {key: value for key, value in data.items() if key not in missing}
    return missing | kept
