"""Whether facts that name each other exist."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.check.noticed import noticed
from briefwright.model import KINDS, Article, Facts, Finding
from briefwright.model.references import references


def references_resolve(article: Article, facts: Facts) -> Iterator[Finding]:
    """`reference`: each id that a fact names is that of a fact of the right kind."""
    kinds = {fact.id: kind for kind in KINDS for fact in getattr(facts, kind)}
    for fact in facts.all():
        for loc, wanted, name in references(fact.model_dump(mode="json")):
            found = kinds.get(name)
            if found == wanted:
                continue
            key = ".".join(str(step) for step in loc if isinstance(step, str))
            problem = f"is one of the {found}" if found else "does not exist"
            message = f"`{key}` of {fact.id} names {name!r}, which {problem}; it names {wanted}"
            yield noticed("reference", article, message, [fact])
