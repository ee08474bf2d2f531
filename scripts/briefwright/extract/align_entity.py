"""The places of an entity's name and role."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from briefwright.extract.align_quotes import not_in_text
from briefwright.extract.occurrences import occurrences, span_of
from briefwright.model import Article, Span, slugify

Loc = tuple[str | int, ...]
Where = Callable[[Loc], str]


def aligned_entity(
    entity: Mapping[str, Any], loc: Loc, article: Article, where: Where
) -> dict[str, Any]:
    """A copy of `entity` with `id`, `mentions` and, where it is sure, `role_at`; raises F005."""
    result = dict(entity)
    name = entity.get("name")
    if not isinstance(name, str) or not name:
        return result
    if not entity.get("id"):
        result = {"id": slugify(name), **{k: v for k, v in result.items() if k != "id"}}
    if not entity.get("mentions"):
        places = occurrences(article.text, name)
        if not places:
            raise not_in_text(article, name, where((*loc, "name")), "name")
        result["mentions"] = [list(place) for place in places]
    role = entity.get("role")
    if isinstance(role, str) and role:
        result = _with_role(result, role, loc, article, where)
    return result


def _with_role(
    entity: dict[str, Any], role: str, loc: Loc, article: Article, where: Where
) -> dict[str, Any]:
    """`role_at` when the role stands once, or once in the paragraphs that name the entity."""
    places = occurrences(article.text, role)
    if not places:
        raise not_in_text(article, role, where((*loc, "role")), "role")
    if entity.get("role_at") in [list(place) for place in places]:
        return entity
    blocks = [article.block_at(span) for span in _mentions(entity)]
    near = [place for place in places if any(b and b.span.contains(place) for b in blocks)]
    sure = places if len(places) == 1 else near
    result: dict[str, Any] = {}
    for key, value in entity.items():
        if key != "role_at":
            result[key] = value
        if key == "role" and len(sure) == 1:
            result["role_at"] = list(sure[0])
    return result


def _mentions(entity: Mapping[str, Any]) -> list[Span]:
    """The mentions that are spans; what else stands there is for the format to refuse."""
    mentions = entity.get("mentions")
    found = map(span_of, mentions if isinstance(mentions, list) else ())
    return [span for span in found if span is not None]
