"""A facts file on a new version: every fact in its list is exact, every other one an orphan."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.extract.move import Mover
from briefwright.extract.move_facts import move_facts
from briefwright.model import KINDS, Article
from briefwright.store.facts_file import facts_of
from briefwright.store.facts_orphans import on_new_version
from briefwright.store.workspace import Workspace
from briefwright.store.yaml import load_yaml, read_yaml

SEED = Path(__file__).parents[1] / "golden" / "compose" / "seed"
PLACE = Workspace.find(SEED)
(NAME,) = PLACE.article_ids()
OLD = PLACE.article(NAME)
# A person's comment in every list that has one fact on each line, and one behind a key.
TEXT = (
    read_yaml(PLACE.facts_path(NAME))
    .text.replace("figures:\n", "figures:\n  # checked by hand\n")
    .replace("    form: direct\n", "    form: direct  # I heard it\n", 1)
)

edits = st.lists(
    st.tuples(
        st.sampled_from(["insert", "delete", "duplicate", "swap", "cut", "type"]),
        st.integers(0, 4000), st.integers(0, 4000),
    ),
    min_size=1, max_size=5,
)  # fmt: skip


def edited(text: str, changes: list[tuple[str, int, int]]) -> str:
    for what, a, b in changes:
        parts = text.split("\n")
        one, other = a % len(parts), b % len(parts)
        match what:
            case "insert":
                parts.insert(one, "Nvidia said on Monday that it had lost $600 billion.")
            case "delete" if len(parts) > 1:
                del parts[one]
            case "duplicate":
                parts.insert(one, parts[other])
            case "swap":
                parts[one], parts[other] = parts[other], parts[one]
        text = "\n".join(parts)
        at = a % (len(text) + 1)
        if what == "cut":
            text = text[:at] + text[at + b % 40 :]
        if what == "type":
            text = f"{text[:at]} Trump said {text[at:]}"
    return text if text.strip() else "Nothing is left."


@given(changes=edits)
@settings(max_examples=120, deadline=None)
def test_every_fact_is_exact_or_orphaned(changes: list[tuple[str, int, int]]) -> None:
    new = Article(NAME, edited(OLD.text, changes), OLD.metadata)
    document = load_yaml(TEXT.encode(), "facts.yml")
    before = facts_of(document, OLD)
    moved = move_facts(document.data, before, Mover(OLD.text, new.text))
    notes = {
        (kind, index): {
            "kind": kind, "why": why, "version": OLD.sha256, "was": "- “x”: #1", "now": None,
        }
        for (kind, index), why in moved.orphans.items()
    }  # fmt: skip
    result = on_new_version(document, moved, new, notes)
    after = facts_of(result, new)  # proves every quote

    kept, lost = set(after.by_id()), {orphan.fact["id"] for orphan in after.orphaned}
    assert kept | lost == set(before.by_id())
    assert not kept & lost
    assert result.text.count("# checked by hand") == 1
    assert result.text.count("# I heard it") == 1
    by_id = {fact["id"]: fact for kind in KINDS for fact in document.data[kind] or ()}
    assert all(orphan.fact == by_id[orphan.fact["id"]] for orphan in after.orphaned)


def test_a_second_update_adds_to_the_orphans() -> None:
    document, article = load_yaml(TEXT.encode(), "facts.yml"), OLD
    for gone in ("$600 billion", "1.4%"):
        new = Article(NAME, article.text.replace(gone, "a sum"), OLD.metadata)
        facts = facts_of(document, article)
        moved = move_facts(document.data, facts, Mover(article.text, new.text))
        note = {"why": "gone", "version": article.sha256, "was": "x", "now": None}
        notes = {key: {"kind": key[0], **note} for key in moved.orphans}
        document, article = on_new_version(document, moved, new, notes), new
    quotes = {orphan.fact.get("quote") for orphan in facts_of(document, article).orphaned}
    assert {"approximately $600 billion", "1.4%"} <= quotes
