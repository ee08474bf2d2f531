"""Which lines of the briefs use a fact: the way back from the evidence.

Lines that have no id of their own are named by the section that holds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefwright.compose.brief import BriefView
from briefwright.compose.escape import SafeMarkdown
from briefwright.compose.links import Ref


@dataclass(frozen=True, slots=True)
class Use:
    """One line of one brief. `primary` is the fact's own line, not an extract of it."""

    label: str
    brief: str
    brief_title: str
    line: SafeMarkdown
    primary: bool


Uses = dict[tuple[str, str], list[Use]]


def all_uses(views: Sequence[BriefView]) -> Uses:
    """Every use under (article id, fact id), the fact's own lines first."""
    uses: Uses = {}
    for view in views:
        for ref, label, anchor in _lines(view):
            use = Use(
                label=label,
                brief=view.id,
                brief_title=view.title,
                line=SafeMarkdown(f"../briefs/{view.id}.md#{anchor}"),
                primary=anchor == ref.anchor,
            )
            uses.setdefault((ref.article, ref.id), []).append(use)
    return {
        key: sorted(dict.fromkeys(found), key=lambda use: not use.primary)
        for key, found in uses.items()
    }


def _lines(view: BriefView) -> Iterator[tuple[Ref, str, SafeMarkdown]]:
    lines = view.sections
    own = [
        *((line.ref, f"Claim {line.number}") for line in lines.claims),
        *((line.ref, f"Doubt {line.number}") for line in lines.skeptics),
        *((line.ref, "Timeline") for line in lines.events),
        *((line.ref, "Market effect") for line in lines.effects),
        *((line.ref, "Key number") for line in lines.figures),
        *((line.ref, "Date as read") for line in lines.dates),
    ]
    yield from ((ref, label, ref.anchor) for ref, label in own)
    for group in lines.entities:
        for entity in group.lines:
            yield from ((ref, entity.name, ref.anchor) for ref in entity.refs)
    yield from ((point.ref, "Key point", point.anchor) for point in view.key_points)
    bottom = SafeMarkdown("bottom")
    cited = view.bottom_line.refs if view.bottom_line else ()
    cited = tuple(ref for _, ref in view.extract.lines) if view.extract else cited
    yield from ((ref, "Bottom line", bottom) for ref in cited)
    for number, judgment in enumerate(view.judgments, 1):
        anchor = SafeMarkdown(f"judgment-{number}")
        yield from ((ref, f"Judgment {number}", anchor) for ref in judgment.refs)
    altered = (line.ref for found in view.corrections for line in found.altered)
    added = (ref for found in view.corrections for _, ref in found.added)
    yield from _in_section("Change", "changes", (*altered, *added))
    for label, section, found in (
        ("Finding", "findings", lines.findings),
        ("Open question", "unknown", lines.unknowns),
    ):
        yield from _in_section(label, section, [ref for line in found for ref in line.refs])


def _in_section(
    label: str, section: str, refs: Iterable[Ref]
) -> Iterator[tuple[Ref, str, SafeMarkdown]]:
    return ((ref, label, SafeMarkdown(section)) for ref in refs)
