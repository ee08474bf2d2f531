"""What a brief's page says of itself before it says anything of its subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.compose import timex, words
from briefwright.compose.source import Source
from briefwright.compose.verdicts import Verdicts
from briefwright.model import Brief

KIND_NAMES = {
    "claims": ("claim", "claims"),
    "skeptics": ("doubt", "doubts"),
    "timeline": ("event", "events"),
    "market_effects": ("market effect", "market effects"),
    "figures": ("figure", "figures"),
    "dates": ("time expression", "time expressions"),
    "entities": ("name", "names"),
}
FOUND = {
    "engine": "found by fixed rules",
    "person": "written by a person",
    "llm": "taken from a language model",
}
# Who says when the newest version of an article is from (`model.changes.Update.date_from`).
DATE_FROM = {
    "updated": "as the article states",
    "published": "the new version’s publication date",
    "environment": "when it was taken in",
}


@dataclass(frozen=True, slots=True)
class AsOf:
    """A date with who states it; `origin` is empty when the article does."""

    iso: str
    text: str
    origin: str


def as_of(brief: Brief, sources: Sequence[Source]) -> AsOf | None:
    """The editor's date, or else the newest publication date with who states it."""
    if brief.as_of:
        return AsOf(brief.as_of[:10], timex.long_date(brief.as_of), "set by the editor")
    dated = [s.article.metadata.published for s in sources if s.article.metadata.published]
    if not dated:
        return None
    newest = max(dated, key=lambda stated: stated.value[:10])
    return AsOf(newest.value[:10], timex.long_date(newest.value), words.ORIGIN[newest.origin])


def updated(sources: Sequence[Source]) -> AsOf | None:
    """The newest day on which an article changed: as it states, or as an update recorded."""
    stated = [s.article.metadata.updated for s in sources if s.article.metadata.updated]
    known = [AsOf(m.value[:10], timex.long_date(m.value), words.ORIGIN[m.origin]) for m in stated]
    known += [
        AsOf(update.date[:10], timex.long_date(update.date), DATE_FROM[update.date_from or ""])
        for source in sources
        for update in source.updates
        if update.date and update.date_from in DATE_FROM
    ]
    return max(known, key=lambda date: date.iso, default=None)


def description(brief: Brief, total: int, sources: Sequence[Source]) -> str:
    """A sentence for the front matter."""
    rests = f"{words.count(total, 'fact')} from {words.count(len(sources), 'article')}"
    return f"{brief.question or brief.title} ({rests}, each with its evidence)"


def kinds(sources: Sequence[Source]) -> str:
    """How many facts of each kind there are."""
    counts = {
        names: sum(len(getattr(source.facts, kind)) for source in sources)
        for kind, names in KIND_NAMES.items()
    }
    return ", ".join(words.count(number, *names) for names, number in counts.items() if number)


def found(sources: Sequence[Source]) -> str:
    """How the facts came to be, those of each way counted."""
    origins: Counter[str] = Counter(
        fact.origin for source in sources for fact in source.facts.all()
    )
    return ", ".join(f"{origins[name]} {how}" for name, how in FOUND.items() if origins[name])


def review(sources: Sequence[Source], total: int) -> str:
    """How many facts a person has accepted or rejected."""
    if not total:
        return "There are no facts to review"
    accepted = sum(fact.review_status == "accepted" for s in sources for fact in s.facts.all())
    rejected = sum(source.rejected for source in sources)
    seen = (
        "No fact has been reviewed by a person yet"
        if not accepted
        else f"{accepted} of {words.count(total, 'fact')} accepted by a person"
    )
    return f"{seen}; {rejected} rejected and left out" if rejected else seen


def checks(verdicts: Verdicts, questions: int) -> str:
    """How many checks passed and failed, and how many questions are open."""
    return (
        f"{verdicts.passed} passed, {verdicts.failed} failed, {verdicts.idle} had nothing to "
        f"compare; {words.count(questions, 'open question')}"
    )
