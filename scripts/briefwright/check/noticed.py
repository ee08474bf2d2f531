"""How a check words what it noticed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefwright.check.table import check_table
from briefwright.model import Article, Elsewhere, Fact, Finding, Span


def noticed(
    check: str,
    article: Article,
    message: str,
    facts: Iterable[Fact] = (),
    *,
    spans: Iterable[Span] | None = None,
    working: Sequence[str] = (),
) -> Finding:
    """A finding of `check` with its usual severity, on the spans of `facts` unless others count."""
    about = tuple(facts)
    places = tuple(spans) if spans is not None else tuple(s for f in about for s in f.spans())
    return Finding(
        check=check,
        severity=check_table()[check].severity,
        article=article.id,
        message=message,
        facts=tuple(fact.id for fact in about),
        spans=places,
        working=tuple(working),
    )


def and_elsewhere(finding: Finding, facts: Iterable[tuple[Article, Fact]]) -> Finding:
    """`finding`, which is about `facts` of other articles as well."""
    others = tuple(Elsewhere(article=article.id, fact=fact.id) for article, fact in facts)
    return finding.model_copy(update={"elsewhere": others})


def counted(
    check: str, article: Article, about: Sequence[Fact], message: str, names: tuple[str, str]
) -> Iterator[Finding]:
    """One finding on all of `about`, as there may be many; none when there are none.

    `message` holds `{}` for the count, with its noun and verb from `names`: `claim rests` for one,
    `claims rest` for several.
    """
    if about:
        count = f"{len(about)} {names[len(about) > 1]}"
        yield noticed(check, article, message.format(count), about)


def said(words: str) -> str:
    """Words of the article in a message."""
    return f"“{' '.join(words.split())}”"


def listed(parts: Sequence[str]) -> str:
    """`a, b and c`."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]])) if parts else ""


def source(article: Article) -> str:
    """An article and its date, where several are compared."""
    return f"{article.id}, {article.published or 'no date'}"
