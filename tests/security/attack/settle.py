"""Finds the texts that the gate keeps out of a position, and takes them out, as a person would."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests.security.attack.facts import write_quoted
from tests.security.attack.planted import POSITIONS, Planted, Together
from tests.security.support import shown

from briefwright.gate import Refusal
from briefwright.gate.ledger import plain
from briefwright.gate.quotes import stands_in
from briefwright.site.prepare import composed
from briefwright.store.brief_file import load_brief
from briefwright.store.workspace import Workspace
from briefwright.workflow import findings, with_facts

_OWN = re.compile(r"\b[ek]-(p\d{4})")
# Each round takes out what stopped the one before; names may stand in one another.
_ROUNDS = 8


class NotSettledError(Exception):
    """The gate refuses a line, and no text that was planted explains it."""


def settle(workspace: Workspace, quoted: Sequence[Together]) -> None:
    """Note in `refused` what the gate refuses, until it refuses nothing more.

    Raises:
        NotSettledError: with the gate's words.
    """
    for _ in range(_ROUNDS):
        refusals = _refusals(workspace, quoted)
        if not refusals:
            return
        for refusal, line in refusals:
            if not _note(refusal, line, [text for group in quoted for text in group.texts]):
                raise NotSettledError(f"{refusal.page}: {line}: {refusal.words}: {refusal.why}")
        for group in quoted:
            write_quoted(workspace, group)
    raise NotSettledError(f"{len(refusals)} lines after {_ROUNDS} rounds")


def _refusals(workspace: Workspace, quoted: Sequence[Together]) -> list[tuple[Refusal, str]]:
    """What the gate refuses, each with its line of Markdown."""
    pairs = with_facts(workspace, [group.id for group in quoted])
    briefs = [load_brief(workspace.root / "briefs" / f"{group.brief}.yml") for group in quoted]
    made = composed(workspace, pairs, briefs, findings(workspace, pairs), {})
    lines = {page: text.splitlines() for page, text in made.pages.items()}
    return [(r, lines[r.page][r.line - 1]) for r in made.proof.refusals]


def _note(refusal: Refusal, line: str, there: Sequence[Planted]) -> bool:
    cited = set(_OWN.findall(line))
    positions: tuple[str, ...] = ("entity",)
    unshowable = [p for p in there if p.id in cited and "\ufffd" in shown(p.text)]
    if refusal.page.startswith("briefs/") and line.startswith("- ") and "Rests on" in line:
        guilty, positions = [p for p in there if p.id in cited], POSITIONS[-1:]
    elif unshowable:  # control characters, so the page can't hold the article's words
        guilty, positions = unshowable, POSITIONS[5:]
    else:
        guilty = [p for p in there if _stands(p, refusal.words)]
    for text in guilty:
        for position in positions:
            text.refused.setdefault(position, f"the gate: {refusal.why}")
    return bool(guilty)


def _stands(planted: Planted, words: str) -> bool:
    name = plain(planted.text)
    return bool(name) and stands_in(name, words)
