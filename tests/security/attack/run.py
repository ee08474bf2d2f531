"""One round of the attack: plant, build, browse."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from playwright.sync_api import Browser
from tests.security.attack.browse import Seen, browse, shapes_of
from tests.security.attack.plant import plant
from tests.security.attack.planted import POSITIONS
from tests.security.attack.settle import settle

from briefwright.site.build import build_site
from briefwright.store.workspace import Workspace

HARMLESS = Path(__file__).with_name("harmless.yml")


@dataclass
class Outcome:
    """What became of some texts.

    Attributes:
        texts: how many.
        refused: how many our own validation keeps out, by position; `path` is only used where the
            text is no address itself.
        seen: what the browser saw.
    """

    texts: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    seen: Seen = field(default_factory=Seen)

    def add(self, other: Outcome) -> None:
        """Take in another outcome."""
        self.texts += other.texts
        self.refused += other.refused
        self.seen.add(other.seen)


def control(browser: Browser, folder: Path) -> frozenset[str]:
    """The elements, with their attributes, of pages made of harmless texts."""
    texts = yaml.safe_load(HARMLESS.read_text("utf-8"))
    root = folder / "control"
    _, quoted = plant(root, texts)
    settle(Workspace.find(root), quoted)
    build_site(Workspace.find(root), report=lambda _: None)
    return shapes_of(browser, root / "site")


def attack(
    browser: Browser,
    folder: Path,
    texts: Sequence[str],
    shapes: frozenset[str],
    *,
    walls: Sequence[bool],
) -> Outcome:
    """Plant `texts` in a new workspace below `folder`, build it, and open its pages.

    Args:
        browser: a running Chromium.
        folder: gets the workspace, which is removed in the end.
        texts: the hostile ones.
        shapes: what `control` gave.
        walls: the pages are opened once for each: with their content security policy in force, or
            without it.
    """
    root = folder / "attack"
    planted, quoted = plant(root, texts)
    workspace = Workspace.find(root)
    settle(workspace, quoted)
    build_site(workspace, report=lambda _: None)
    seen = Seen()
    for wall in walls:
        seen.add(browse(browser, root / "site", planted, shapes, wall=wall))
    shutil.rmtree(root)
    refused = Counter(position for text in planted for position in text.refused)
    return Outcome(len(texts), refused, seen)


def table(outcome: Outcome) -> str:
    """The figures, as a table for people."""
    lines = [f"{'position':<10}{'texts':>8}{'refused':>9}{'rendered':>10}{'not as text':>13}"]
    missing = Counter(what.partition(":")[0] for _, what in outcome.seen.missing)
    for position in POSITIONS:
        count = outcome.texts
        refused = outcome.refused[position]
        if position == "path":  # the address of a text that is none itself
            count = outcome.refused["url"]
        row = f"{position:<10}{count:>8}{refused:>9}{count - refused:>10}{missing[position]:>13}"
        lines.append(row)
    seen = outcome.seen
    lines += [
        "",
        f"pages opened           {seen.pages:>8}",
        f"executed               {len(seen.executed):>8}",
        f"links that run code    {len(seen.links):>8}",
        f"elements out of place  {len(seen.odd):>8}",
        f"not shown as text      {len(seen.missing):>8}",
    ]
    return "\n".join(lines)
