"""A new version of an article: what moves, what is orphaned, what is kept and what is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefwright.compose import Dossier, SiteInfo
from briefwright.errors import IngestError, WorkspaceError
from briefwright.ingest.add import add_article
from briefwright.ingest.options import IngestOptions
from briefwright.ingest.update import update_article
from briefwright.model import Facts, Span
from briefwright.site.gated import gated
from briefwright.store.changes_file import load_changes
from briefwright.store.templates import load_templates
from briefwright.store.workspace import Workspace
from briefwright.workflow import extract_into

OLD = """The quay opens late

Shares of Harbour Corp fell 5% on Monday after the port said its new quay would open in June.

“We are two months late,” Ann Bell, the chief executive of Harbour Corp, said on Monday.

Tom Reed, an analyst at Acme, doubted that the date would hold. “It will be August,” Reed said.

The board will meet again on 3 April.
"""
NEW = """The quay opens late

CORRECTED on Tuesday: an earlier version of this report misstated the fall of the shares.

Shares of Harbour Corp fell 4% on Monday after the port said its new quay would open in June.

“We are two months late,” Ann Bell, the chief executive of Harbour Corp, said on Monday.

Tom Reed, an analyst at Acme, doubted that the date would hold. “It will be August,” Reed said.

The board will meet again on 3 April. Rivals of Harbour Corp rose 2% on Monday.
"""


@pytest.fixture
def place(workspace: Workspace) -> Workspace:
    stated = {"published": "2025-01-28"}
    add_article(workspace, OLD.encode(), "quay.txt", IngestOptions(id="quay", stated=stated))
    list(extract_into(workspace, ["quay"]))
    return Workspace.find(workspace.root)


def facts(place: Workspace) -> Facts:
    found = place.facts("quay")
    assert found is not None
    return found


def edit(place: Workspace, old: str, new: str) -> None:
    path = place.facts_path("quay")
    text = path.read_text()
    assert text.count(old) >= 1, f"{old!r} is not in\n{text}"
    path.write_text(text.replace(old, new, 1))


def update(place: Workspace, text: str = NEW, **environ: str) -> Any:
    return update_article(
        place, "quay", text.encode(), "quay.txt", IngestOptions(), environ=environ
    )


def test_facts_move_with_their_ids_and_others_are_orphaned(place: Workspace) -> None:
    before = facts(place).by_id()
    result = update(place)
    after = facts(place)
    article = place.article("quay")
    assert article.text == NEW
    assert article.published == "2025-01-28"
    claims = [claim.id for claim in after.claims]
    assert claims
    assert set(claims) <= before.keys()
    lost = {orphan.fact["id"] for orphan in after.orphaned}
    five = next(f.id for f in before.values() if getattr(f, "quote", "") == "5%")
    assert five in lost
    orphan = next(o for o in after.orphaned if o.fact["id"] == five)
    assert "fell 5% on Monday" in orphan.was
    assert orphan.now is not None
    assert "fell 4% on Monday" in orphan.now
    assert orphan.version != article.sha256
    update_told = result.update
    assert {change.id for change in update_told.gone} == before.keys() - after.by_id().keys()
    assert {change.id for change in update_told.added} == after.by_id().keys() - before.keys()
    assert any("4%" in str(change.now) for change in update_told.added)


def test_the_old_version_is_kept_and_changes_are_set_down(place: Workspace) -> None:
    old = {p.name: p.read_bytes() for p in (place.articles_folder / "quay").iterdir()}
    sha256 = place.article("quay").sha256
    update(place, SOURCE_DATE_EPOCH="1738195200")
    folder = place.articles_folder / "quay"
    kept = folder / "versions" / sha256[:12]
    assert {p.name: p.read_bytes() for p in kept.iterdir()} == old
    changes = load_changes(folder)
    assert changes is not None
    (entry,) = changes.updates
    assert (entry.before, entry.to) == (sha256, place.article("quay").sha256)
    assert (entry.date, entry.date_from) == ("2025-01-30", "environment")
    update(place, OLD)
    changes = load_changes(folder)
    assert changes is not None
    assert [e.date for e in changes.updates] == ["2025-01-30", None]
    assert len(list((folder / "versions").iterdir())) == 2


def test_the_same_text_changes_nothing(place: Workspace) -> None:
    before = {p: p.read_bytes() for p in place.articles_folder.rglob("*") if p.is_file()}
    assert update(place, OLD).update is None
    assert {p: p.read_bytes() for p in place.articles_folder.rglob("*") if p.is_file()} == before


def test_a_persons_words_survive(place: Workspace) -> None:
    claim, other = facts(place).claims[:2]
    edit(place, f"  - id: {claim.id}\n", f"  # sure of this\n  - id: {claim.id}  # yes\n")
    path = place.facts_path("quay")
    head, tail = path.read_text().split(f"- id: {other.id}\n")
    tail = tail.replace("status: proposed", "status: rejected", 1)
    path.write_text(f"{head}- id: {other.id}\n{tail}")
    update(place)
    text = place.facts_path("quay").read_text()
    assert f"  # sure of this\n  - id: {claim.id}  # yes\n" in text
    found = facts(place).by_id()
    assert found[other.id].rejected


def test_a_persons_orphan_keeps_its_lines(place: Workspace) -> None:
    edit(place, 'quote: "5%"', 'note: "checked\\twith the exchange", quote: "5%"')
    edit(place, "figures:\n", "figures:\n  # the number that all depends on\n")
    update(place)
    text = place.facts_path("quay").read_text()
    orphaned = text[text.index("\norphaned:") :]
    assert "# the number that all depends on" in orphaned
    assert 'note: "checked\\twith the exchange"' in orphaned
    assert yaml.safe_load(text)["orphaned"]


def test_what_a_person_took_out_stays_out(place: Workspace) -> None:
    path = place.facts_path("quay")
    gone = facts(place).dates[-1]
    assert gone.quote == "3 April"
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if f"id: {gone.id}," not in line))
    assert gone.id not in facts(place).by_id()
    edit(place, f"date: {gone.id}", "date: null") if gone.id in path.read_text() else None
    update(place)
    assert "3 April" not in [date.quote for date in facts(place).dates]
    list(extract_into(Workspace.find(place.root), ["quay"]))
    assert "3 April" not in [date.quote for date in facts(place).dates]


def test_ids_hold_through_a_later_extraction(place: Workspace) -> None:
    before = facts(place).by_id()
    update(place)
    after = facts(place)
    list(extract_into(Workspace.find(place.root), ["quay"]))
    later = facts(place)
    assert [c.id for c in later.claims] == [c.id for c in after.claims]
    assert set(before) & set(after.by_id()) <= set(later.by_id())
    assert later.orphaned == after.orphaned


def test_a_persons_metadata_comments_and_rights_stay(place: Workspace) -> None:
    path = place.articles_folder / "quay" / "article.yml"
    path.write_text(path.read_text().replace("id: quay", "id: quay # ours\nrights: cc-by", 1))
    (path.parent / "notes.md").write_text("mine")
    update(place)
    assert "# ours" in path.read_text()
    article = place.article("quay")
    assert (article.rights, article.text) == ("cc-by", NEW)
    assert article.metadata.published
    assert article.metadata.published.origin == "person"
    assert (path.parent / "notes.md").read_text() == "mine"


def test_without_facts_and_without_an_engine(workspace: Workspace) -> None:
    add_article(workspace, OLD.encode(), "quay.txt", IngestOptions(id="quay"))
    result = update(workspace)
    assert result.update.moved == 0
    assert workspace.facts("quay") is None
    assert workspace.article("quay").text == NEW


def test_errors_change_nothing(place: Workspace) -> None:
    before = {p: p.read_bytes() for p in place.articles_folder.rglob("*") if p.is_file()}
    with pytest.raises(IngestError):
        update(place, " ")
    with pytest.raises(WorkspaceError):
        update_article(place, "nope", NEW.encode(), "x.txt")
    assert {p: p.read_bytes() for p in place.articles_folder.rglob("*") if p.is_file()} == before


KILLED = """
import sys
from pathlib import Path
from briefwright.ingest.update import update_article
from briefwright.store.workspace import Workspace
texts = [Path(p).read_text() for p in sys.argv[2:]]
place = Workspace.find(Path(sys.argv[1]))
print("ready", flush=True)
while True:
    for text in texts:
        update_article(place, "quay", text.encode(), "quay.txt")
"""


def test_a_kill_leaves_the_old_or_the_new(place: Workspace, tmp_path: Path) -> None:
    settings = place.root / "briefwright.yml"
    settings.write_text(f"{settings.read_text()}engine: none\n")
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD)
    new.write_text(NEW)
    for turn in range(8):
        child = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(place.root), str(new), str(old)],
            stdout=subprocess.PIPE,
        )
        assert child.stdout
        child.stdout.readline()
        time.sleep(0.01 + 0.013 * turn)
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        fresh = Workspace.find(place.root)
        assert fresh.article_ids() == ("quay",)
        assert fresh.article("quay").text in {OLD, NEW}
        assert fresh.facts("quay") is not None
        load_changes(fresh.articles_folder / "quay")


def test_the_brief_tells_what_changed(place: Workspace) -> None:
    update(place, SOURCE_DATE_EPOCH="1738195200")
    article, found, changes = place.article("quay"), facts(place), place.changes("quay")

    def brief(shown: tuple[Span, ...] | None) -> str:
        dossier = Dossier(article, found, shown=shown, changes=changes)
        info = SiteInfo(name="Briefs", version="0")
        made = gated([dossier], place.briefs(), load_templates(), info)
        assert made.proof.refusals == ()
        page = made.pages["briefs/quay.md"]
        assert "- **Updated** 30 January 2025 (when it was taken in)" in page
        return page[page.index("## What changed") : page.index("## Key numbers")]

    note = brief(None)
    assert "changed on 30 January 2025" in note
    assert "fell 5&#37; on Monday" in note or "fell 5% on Monday" in note
    assert "the passage is now" in note
    assert "fell 4% on Monday" in note
    assert "**Added** [" in note
    hidden = brief(())
    assert "on Monday" not in hidden
    assert "not published here" in hidden
