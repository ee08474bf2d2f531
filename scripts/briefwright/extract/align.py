"""Facts written by hand or by another tool: spans for their quotes, ids, and whose they are.

Exact or an error: a quote is placed only where the text has its very words. Words that stand more
than once are told apart by `prefix` and `suffix`, or by the fact itself: by its own quote around
them, or by the paragraph in which its other, unique quotes stand. Nothing else decides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from briefwright.errors import FactsError, shorten
from briefwright.extract.align_entity import aligned_entity
from briefwright.extract.align_identity import identified
from briefwright.extract.align_quotes import place_quotes
from briefwright.extract.occurrences import span_of
from briefwright.model import KINDS, Article, Span

Loc = tuple[str | int, ...]
Where = Callable[[Loc], str]


def align(data: Mapping[str, Any], article: Article, where: Where) -> dict[str, Any]:
    """A copy of a facts file's data in which everything has its span and its id.

    Filled in where missing: `at` of every quote, an entity's `mentions` (each whole-word place of
    its name) and `role_at`, `id` (the one that the engine would give), the article's `id` and
    `sha256`, and `origin: person`. What is there and right stays; an `at` that is not its quote's
    place is found anew.

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
    # An event's id needs its date's place, wherever in the file the dates stand.
    dates = _aligned_list("dates", data.get("dates"), {}, article, where)
    places = _places(dates)
    for key, value in data.items():
        if key == "dates":
            result[key] = dates
        elif key in KINDS:
            result[key] = _aligned_list(key, value, places, article, where)
        elif key not in result:
            result[key] = value
    return result


def _places(dates: Any) -> dict[str, Span]:
    """The span of each date by its id; what follows no format is left to `Facts.of`."""
    listed = dates if isinstance(dates, list) else []
    found = [(d.get("id"), span_of(d.get("at"))) for d in listed if isinstance(d, Mapping)]
    return {name: span for name, span in found if isinstance(name, str) and span is not None}


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


def _aligned_list(
    kind: str, facts: Any, dates: Mapping[str, Span], article: Article, where: Where
) -> Any:
    if not isinstance(facts, list):
        return facts
    return [
        _aligned_fact(fact, (kind, index), dates, article, where)
        for index, fact in enumerate(facts)
    ]


def _aligned_fact(
    fact: Any, loc: tuple[str, int], dates: Mapping[str, Span], article: Article, where: Where
) -> Any:
    if not isinstance(fact, Mapping):
        return fact
    kind, _ = loc
    if kind == "entities":
        aligned = aligned_entity(fact, loc, article, where)
    else:
        aligned = place_quotes(fact, loc, article, where)
        name = identified(kind, aligned, article.sha256, dates)
        aligned = _with_first(aligned, id=name) if name is not None else aligned
    return aligned if aligned.get("origin") else {**aligned, "origin": "person"}


def _with_first(data: Mapping[str, Any], **defaults: Any) -> dict[str, Any]:
    """`data` with what it lacks of `defaults`, those in front."""
    missing = {key: value for key, value in defaults.items() if data.get(key) is None}
    kept = {key: value for key, value in data.items() if key not in missing}
    return missing | kept
