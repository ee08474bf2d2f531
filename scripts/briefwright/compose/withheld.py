"""Facts of a restricted article without the words that are not shown.

What a page may not say is taken out here, before any page is made: every quote, role and finding
that is not inside the shown spans is replaced, so that no template and no export can give it away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from briefwright.check.table import check_table
from briefwright.model import (
    KINDS,
    Article,
    Entity,
    Fact,
    Facts,
    Figure,
    Finding,
    Instrument,
    Quote,
    Span,
    Speaker,
    Target,
)
from briefwright.model.span import Model

Place = Callable[[Span], str]
_UNITS = {"percent": "percent", "points": "points", "basis_points": "basis points"}


def is_shown(span: Span, shown: Sequence[Span] | None) -> bool:
    """Whether all of `span` may be shown; `shown` is None when everything may."""
    return shown is None or any(piece.contains(span) for piece in shown)


def visible(span: Span, shown: Sequence[Span] | None) -> list[Span]:
    """The pieces of `span` that may be shown."""
    if shown is None:
        return [span]
    return [
        Span(max(span.start, piece.start), min(span.end, piece.end))
        for piece in shown
        if piece.overlaps(span)
    ]


def characters(span: Span) -> str:
    """Where a span stands, for a reader who has the text."""
    return f"characters {span.start}-{span.end}"


def redacted(facts: Facts, article: Article, shown: Sequence[Span], place: Place) -> Facts:
    """`facts` with a stand-in for each quote that is not shown.

    An amount stands in plain units, somebody who is named under the name, and everything else as
    its place: `[¶5, characters 1805-2011]`.
    """
    names = {entity.id: entity.name for entity in facts.entities}
    hide = _Hide(article, shown, place, names)
    kinds = {kind: tuple(map(hide.fact, getattr(facts, kind))) for kind in KINDS}
    return facts.model_copy(update=kinds)


def told(findings: Iterable[Finding], facts: Mapping[str, Fact], shown: Sequence[Span]
         ) -> tuple[Finding, ...]:  # fmt: skip
    """`findings`; one that may quote words that are not shown says only what its check is about."""
    return tuple(
        finding if _is_sayable(finding, facts, shown) else _in_general(finding)
        for finding in findings
    )


def _is_sayable(finding: Finding, facts: Mapping[str, Fact], shown: Sequence[Span]) -> bool:
    about = [facts.get(name) for name in finding.facts]
    spans = [span for fact in about if fact for span in fact.spans()]
    return None not in about and all(is_shown(span, shown) for span in [*spans, *finding.spans])


def _in_general(finding: Finding) -> Finding:
    message = f"{check_table()[finding.check].title}."
    return finding.model_copy(update={"message": message, "working": ()})


class _Hide:
    def __init__(
        self, article: Article, shown: Sequence[Span], place: Place, names: Mapping[str, str]
    ) -> None:
        self._article, self._shown, self._place, self._names = article, shown, place, names

    def fact(self, fact: Fact) -> Fact:
        """A copy of `fact` without hidden words."""
        if isinstance(fact, Entity):
            return self._entity(fact)
        hidden = self._model(fact)
        return hidden if isinstance(hidden, Fact) else fact

    def _entity(self, entity: Entity) -> Entity:
        role = entity.role
        if role and entity.role_at:
            sure = is_shown(entity.role_at, self._shown)
        else:
            texts = [span.of(self._article.text) for span in self._shown]
            sure = bool(role) and any(role in text for text in texts if role)
        return entity if sure or not role else entity.model_copy(update={"role": None})

    def _model(self, model: Model) -> Model:
        changed: dict[str, Any] = {}
        for name in type(model).model_fields:
            value = getattr(model, name)
            if isinstance(value, Model):
                changed[name] = self._model(value)
            elif isinstance(value, tuple) and value and isinstance(value[0], Model):
                changed[name] = tuple(map(self._model, value))
        if isinstance(model, Quote):
            changed |= {"prefix": None, "suffix": None}
            if not is_shown(model.at, self._shown):
                changed["quote"] = self._stand_in(model)
        return model.model_copy(update=changed)

    def _stand_in(self, quote: Quote) -> str:
        if isinstance(quote, Speaker | Target | Instrument) and quote.entity in self._names:
            return self._names[str(quote.entity)]
        if isinstance(quote, Figure):
            return _plain(quote)
        return f"[{self._place(quote.at)}, {characters(quote.at)}]"


def _plain(figure: Figure) -> str:
    numbers = [f"{number:,}" for number in (figure.value, figure.upper) if number is not None]
    amount = " to ".join(number.rstrip("0").rstrip(".") if "." in number else number
                         for number in numbers)  # fmt: skip
    unit = _UNITS.get(figure.kind, figure.currency or figure.unit)
    return " ".join(filter(None, ["about" if figure.approximate else "", amount, unit]))
