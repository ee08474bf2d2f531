"""The places of one fact's quotes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefwright.errors import FactsError, shorten
from briefwright.extract.occurrences import closest, context, occurrences, span_of
from briefwright.model import Article, Span

Loc = tuple[str | int, ...]
Where = Callable[[Loc], str]

_SHOWN_PLACES = 4


@dataclass
class _Anchor:
    """A quote on its way to its place: `places` are those it may still have."""

    loc: Loc
    quote: str
    places: list[Span]

    @property
    def settled(self) -> bool:
        return len(self.places) == 1


def place_quotes(
    fact: Mapping[str, Any], loc: Loc, article: Article, where: Where
) -> dict[str, Any]:
    """A copy of `fact` in which every quote has its `at`; raises as `align`."""
    anchors = [_anchor(found, loc + path, article, where) for path, found in _quotes(fact)]
    _settle_inside(anchors, loc)
    _settle_by_paragraph(anchors, article)
    for anchor in anchors:
        if not anchor.settled:
            raise stands_more_than_once(
                article.text, anchor.quote, anchor.places, where((*anchor.loc, "quote"))
            )
    spans = {anchor.loc: anchor.places[0] for anchor in anchors}
    filled: dict[str, Any] = _filled(fact, loc, spans)
    return filled


def not_in_text(article: Article, quote: str, at: str, what: str = "quote") -> FactsError:
    """F005, with the passage that is most like the quote."""
    like = closest(article.text, quote)
    return FactsError(
        "F005",
        at=at,
        saw=shorten(quote),
        wanted=f"words of the article, such as {shorten(like)}" if like else "words of the article",
        fix=f"correct the {what} to the article's exact words",
    )


def stands_more_than_once(text: str, quote: str, places: list[Span], at: str) -> FactsError:
    """F006, with the words around each place and a prefix that would choose the first."""
    contexts = "; ".join(shorten(context(text, place)) for place in places[:_SHOWN_PLACES])
    more = ", …" if len(places) > _SHOWN_PLACES else ""
    first = places[0]
    before = text[max(0, first.start - 15) : first.start].rpartition("\n")[2]
    hint = f'`prefix: "{before}"`' if before.strip() else "`suffix:` with the words after it"
    return FactsError(
        "F006",
        at=at,
        saw=f"{shorten(quote)} {len(places)} times: {contexts}{more}",
        wanted="one place",
        fix=f"add {hint} for the first, or the words around the one that is meant",
    )


def _quotes(value: Any, path: Loc = ()) -> Iterator[tuple[Loc, Mapping[str, Any]]]:
    """Each mapping with a `quote`, with its path."""
    if isinstance(value, Mapping):
        if isinstance(value.get("quote"), str) and value["quote"]:
            yield path, value
        for key, inner in value.items():
            yield from _quotes(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _quotes(inner, (*path, index))


def _anchor(found: Mapping[str, Any], loc: Loc, article: Article, where: Where) -> _Anchor:
    quote = found["quote"]
    prefix, suffix = str(found.get("prefix") or ""), str(found.get("suffix") or "")
    given = _given(found, article.text, prefix, suffix)
    places = [given] if given else occurrences(article.text, quote, prefix, suffix)
    if not places:
        raise not_in_text(article, prefix + quote + suffix, where((*loc, "quote")))
    return _Anchor(loc, quote, places)


def _given(found: Mapping[str, Any], text: str, prefix: str, suffix: str) -> Span | None:
    """The `at` that stands there, when the quote is there; it may mean part of a longer word."""
    span = span_of(found.get("at"))
    if span is None:
        return None
    around = text[max(0, span.start - len(prefix)) : span.end + len(suffix)]
    return span if around == prefix + found["quote"] + suffix else None


def _settle_inside(anchors: list[_Anchor], loc: Loc) -> None:
    """Parts of a fact that has a quote of its own stand in it."""
    own = next((anchor for anchor in anchors if anchor.loc == loc and anchor.settled), None)
    for anchor in anchors:
        if own and not anchor.settled:
            _narrow(anchor, [place for place in anchor.places if own.places[0].contains(place)])


def _settle_by_paragraph(anchors: list[_Anchor], article: Article) -> None:
    blocks = [article.block_at(anchor.places[0]) for anchor in anchors if anchor.settled]
    for anchor in anchors:
        if not anchor.settled:
            _narrow(
                anchor,
                [p for p in anchor.places if any(b and b.span.contains(p) for b in blocks)],
            )


def _narrow(anchor: _Anchor, places: list[Span]) -> None:
    if len(places) == 1:
        anchor.places = places


def _filled(value: Any, loc: Loc, spans: Mapping[Loc, Span]) -> Any:
    """A copy of `value` with `at` behind each quote that has a span."""
    if isinstance(value, list):
        return [_filled(inner, (*loc, index), spans) for index, inner in enumerate(value)]
    if not isinstance(value, Mapping):
        return value
    result: dict[str, Any] = {}
    for key, inner in value.items():
        if key != "at" or loc not in spans:
            result[key] = _filled(inner, (*loc, key), spans)
        if key == "quote" and loc in spans:
            result["at"] = list(spans[loc])
    return result
