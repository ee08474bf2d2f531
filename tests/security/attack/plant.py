"""A workspace in which each hostile text stands in each position."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.security.attack.facts import said, write_quoted, write_yaml
from tests.security.attack.planted import POSITIONS, STATED, TOGETHER, Planted, Together

from briefwright.errors import BriefwrightError
from briefwright.ingest.add import Adder
from briefwright.ingest.options import IngestOptions
from briefwright.ingest.read import read_source
from briefwright.model.article import canonical
from briefwright.store.metadata_values import checked
from briefwright.store.workspace import Workspace
from briefwright.workflow import extract_into

INIT = Path(__file__).parents[3] / "templates" / "init"


def plant(root: Path, texts: Sequence[str]) -> tuple[list[Planted], list[Together]]:
    """Make the workspace `root` of `texts`.

    Of each text there is an article about which it is stated; each `TOGETHER` of these make a
    brief. As many texts are quoted by one article, which has facts that a person added, and a
    brief of its own with judgments.
    """
    shutil.copytree(INIT, root)
    for name in ("gitignore", "sample-article.md"):
        (root / name).unlink()
    workspace = Workspace.find(root)
    found = [Planted(canonical(text), f"p{number:04}") for number, text in enumerate(texts, 1)]
    adder = Adder(workspace)
    stated = [planted for planted in found if _add_stated(adder, planted)]
    quoted = [
        Together(f"f{number:03}", texts)
        for number, texts in enumerate(_groups([p for p in found if _has_words(p)]), 1)
    ]
    for number, some in enumerate(_groups(stated), 1):
        titles = [p.text for p in some if "title" not in p.refused]
        brief = {"title": titles[0] if titles else "A brief", "question": some[0].text}
        write_yaml(
            root / "briefs" / f"b{number:03}.yml", brief | {"articles": [p.id for p in some]}
        )
    for group in quoted:
        _add_quoted(adder, group)
    ids = [planted.id for planted in stated] + [group.id for group in quoted]
    made = {one.article.id: one for one in extract_into(workspace, ids)}
    for group in quoted:
        group.article, group.found = made[group.id].article, made[group.id].facts.dump()
        write_quoted(workspace, group)
    return found, quoted


def _groups(texts: list[Planted]) -> Iterator[list[Planted]]:
    return (texts[at : at + TOGETHER] for at in range(0, len(texts), TOGETHER))


def _has_words(planted: Planted) -> bool:
    if not planted.text.strip():
        planted.refused |= dict.fromkeys(POSITIONS, "no words")
    return bool(planted.text.strip())


def _add_stated(adder: Adder, planted: Planted) -> bool:
    """Add the article about which the text is stated; False when nothing can be."""
    text = planted.text
    for key in STATED:
        _try(planted, key, lambda key=key: checked(key, text))  # type: ignore[misc]
    _try(planted, "path", lambda: checked("url", planted.path))
    stated = {key: text for key in STATED[:3] if key not in planted.refused}
    if planted.address is not None:
        stated["url"] = planted.address
    options = IngestOptions(stated=stated, id=planted.id, format="text", rights="own")
    if stated:
        adder.add(f"She left Oslo ({planted.id}).\n".encode(), f"{planted.id}.txt", options)
    return bool(stated)


def _add_quoted(adder: Adder, group: Together) -> None:
    """Add the article that quotes the texts; one that can't stand in an article is refused."""
    texts = []
    for planted in group.texts:
        try:
            read_source(said(planted).encode(), "a.txt", IngestOptions(format="text"))
        except BriefwrightError as error:
            planted.refused |= dict.fromkeys(POSITIONS[5:], str(error))
        else:
            texts.append(planted)
    group.texts = texts
    raw = "\n\n".join(map(said, texts)) or f"Nothing in {group.id}."
    options = IngestOptions(id=group.id, format="text", rights="own")
    adder.add(raw.encode(), f"{group.id}.txt", options)


def _try(planted: Planted, position: str, check: Callable[[], object]) -> None:
    try:
        check()
    except ValueError as error:
        planted.refused[position] = str(error)
