"""What a site for a profile's readers may show of each article."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefwright.compose.excerpts import Budget, excerpts, is_restricted
from briefwright.config import Profile
from briefwright.model import Article, Facts, Span
from briefwright.store.workspace import Workspace


def shown_spans(
    workspace: Workspace,
    facts: Sequence[tuple[Article, Facts]],
    profile: Profile,
    report: Callable[[str], None],
) -> dict[str, tuple[Span, ...]]:
    """The shown spans of each restricted article by its id; all others are shown in full.

    Only a hosted site is restricted: a private one and a folder that is handed on have the readers
    that the person chooses.
    """
    if profile != "hosted":
        return {}
    limits = workspace.settings.excerpts
    budget = Budget(limits.words, limits.share)
    shown = {
        article.id: excerpts(article, found, budget)
        for article, found in facts
        if is_restricted(article)
    }
    for article, _ in facts:
        if article.id in shown:
            report(f"excerpts only: {article.id} (rights: {article.rights})")
    return shown
