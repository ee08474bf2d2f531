"""A facts file for a new version of its article: facts at new places, orphans put aside.

Every line of a person's stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from briefwright.extract.move_facts import Moved
from briefwright.model import KINDS, Article
from briefwright.store import yaml_write
from briefwright.store.facts_layout import Layout, Section, joined, layout_of
from briefwright.store.yaml import YamlDocument, load_yaml
from briefwright.store.yaml_patch import patched

KEY = "orphaned"
_DASH = re.compile(r"^( *)- ?", re.MULTILINE)
_HEAD = """
# Facts that stood on an earlier version and have no words in this one. They are shown nowhere.
# Delete one, or correct its quotes and move what stands under `fact` back to its list.
orphaned:
"""


def on_new_version(
    document: YamlDocument,
    moved: Moved,
    article: Article,
    notes: Mapping[tuple[str, int], Mapping[str, Any]],
) -> YamlDocument:
    """`document` with the facts of `moved` at their new places and the others under `orphaned`.

    Args:
        document: the facts file of the old version.
        moved: its facts on the new version.
        article: the new version.
        notes: for each orphan what stands beside its `fact`.
    """
    lists = {
        kind: [moved.facts.get((kind, index), fact) for index, fact in enumerate(entries)]
        for kind, entries in document.data.items()
        if kind in KINDS and entries
    }
    reference = {**document.data["article"], "sha256": article.sha256}
    text = patched(document, {**document.data, "article": reference, **lists})
    placed = load_yaml(text.encode(), document.name)
    layout = layout_of(placed)
    orphans = []
    sections = []
    for section in layout.sections:
        kept = []
        for index, item in enumerate(section.items or ()):
            if (section.key, index) in moved.orphans:
                orphans.append(_orphan(notes[section.key, index], item))
            else:
                kept.append(item)
        sections.append(section if section.items is None else replace(section, items=tuple(kept)))
    layout = _with_orphans(Layout(tuple(sections), layout.tail), orphans)
    return load_yaml(joined(layout).encode(), document.name)


def _orphan(note: Mapping[str, Any], item: str) -> str:
    """One entry of the list, with the lines of the fact as they are."""
    first, *rest = yaml_write.mapping(note, indent=4).splitlines(keepends=True)
    return f"  - {first.lstrip(' ')}{''.join(rest)}    fact:\n{_as_value(item)}"


def _as_value(item: str) -> str:
    """The lines of a list's item as the lines of a mapping six spaces deep, comments included."""
    match = next(m for m in _DASH.finditer(item) if not _is_comment(item, m.start()))
    width = len(match[0])
    bare = item[: match.start()] + match[1] + " " * (width - len(match[1])) + item[match.end() :]
    lines = bare.splitlines()
    margin = min(
        len(line) - len(line.lstrip(" "))
        for line in lines
        if line.strip() and not line.lstrip().startswith("#")
    )
    return "".join(
        " " * 6 + (line[margin:] if line[:margin].strip() == "" else line.lstrip()) + "\n"
        if line.strip()
        else "\n"
        for line in lines
    )


def _is_comment(text: str, at: int) -> bool:
    return text[at:].lstrip(" ").startswith("#")


def _with_orphans(layout: Layout, orphans: Iterable[str]) -> Layout:
    text = "".join(orphans)
    if not text:
        return layout
    sections = list(layout.sections)
    for index, section in enumerate(sections):
        if section.key == KEY:
            sections[index] = replace(section, head=section.head.rstrip("\n") + "\n" + text)
            return Layout(tuple(sections), layout.tail)
    if sections and sections[-1].items is None and not sections[-1].head.endswith("\n"):
        sections[-1] = replace(sections[-1], head=sections[-1].head + "\n")
    return Layout((*sections, Section(KEY, _HEAD + text, None)), layout.tail)
