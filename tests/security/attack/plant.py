"""A workspace in which each hostile text stands in each position."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from briefwright.errors import BriefwrightError
from briefwright.ingest.add import Adder
from briefwright.ingest.options import IngestOptions
from briefwright.ingest.read import read_source
from briefwright.model import Article
from briefwright.model.article import canonical
from briefwright.store.metadata_values import checked
from briefwright.store.workspace import Workspace
from briefwright.workflow import extract_into

INIT = Path(__file__).parents[3] / "templates" / "init"
STATED = ("title", "author", "source", "url")
# `path` is the text as the path of a web address, because few texts are addresses themselves.
POSITIONS = (*STATED, "path", "quote", "entity", "note", "judgment")
HOST = "https://example.org/"
# So many texts share an article with facts, and a brief; more make slow pages, fewer make many.
TOGETHER = 24
SPEAKER, CUE = "Ann Bell", "said"


@dataclass
class Planted:
    """One text and where it stands.

    Attributes:
        text: as the canonical text of an article holds it.
        id: that of the article about which it is stated.
        refused: why our own validation keeps it out, by position.
    """

    text: str
    id: str
    refused: dict[str, str] = field(default_factory=dict)

    @property
    def entity(self) -> str:
        """The id of the entity of this name."""
        return f"e-{self.id}"

    @property
    def claim(self) -> str:
        """The id of the claim with these words."""
        return f"k-{self.id}"

    @property
    def address(self) -> str | None:
        """What stands as the article's address: the text, or an address that ends with it."""
        if "url" not in self.refused:
            return self.text
        return None if "path" in self.refused else self.path

    @property
    def path(self) -> str:
        """An address that ends with the text, in which no space may stand."""
        return HOST + "+".join(self.text.split())


@dataclass
class Together:
    """Texts that one article quotes.

    Attributes:
        id: the article's; its brief is `j` and the number.
        texts: those that it quotes.
        article, found: what became of it, and the facts that the engine found in it.
    """

    id: str
    texts: list[Planted]
    article: Article | None = None
    found: dict[str, Any] = field(default_factory=dict)

    @property
    def brief(self) -> str:
        """The id of the brief with the judgments."""
        return f"j{self.id[1:]}"


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
        _write(root / "briefs" / f"b{number:03}.yml", brief | {"articles": [p.id for p in some]})
    for group in quoted:
        _add_quoted(adder, group)
    ids = [planted.id for planted in stated] + [group.id for group in quoted]
    made = {one.article.id: one for one in extract_into(workspace, ids)}
    for group in quoted:
        group.article, group.found = made[group.id].article, made[group.id].facts.dump()
        write_quoted(workspace, group)
    return found, quoted


def write_quoted(workspace: Workspace, group: Together) -> None:
    """Write the facts of the article and the brief, without what is refused."""
    article = group.article
    assert article is not None
    entities, claims, judgments = [], [], []
    for text in group.texts:
        if "quote" in text.refused:
            continue
        entity, claim = _facts(article, text)
        claims.append(claim)
        if "entity" not in text.refused:
            entities.append(entity)
        if "judgment" not in text.refused:
            judgments.append({"text": text.text, "facts": [text.claim]})
    # In the place of the claims that the engine found in the same words.
    kinds = {
        "entities": [*group.found["entities"], *entities],
        "claims": claims,
        "skeptics": [],
    }
    _write(workspace.facts_path(group.id), group.found | kinds)
    brief = {"title": "Quoted", "articles": [group.id], "judgments": judgments}
    _write(workspace.root / "briefs" / f"{group.brief}.yml", brief)


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
            read_source(_said(planted).encode(), "a.txt", IngestOptions(format="text"))
        except BriefwrightError as error:
            planted.refused |= dict.fromkeys(POSITIONS[5:], str(error))
        else:
            texts.append(planted)
    group.texts = texts
    raw = "\n\n".join(map(_said, texts)) or f"Nothing in {group.id}."
    options = IngestOptions(id=group.id, format="text", rights="own")
    adder.add(raw.encode(), f"{group.id}.txt", options)


def _said(planted: Planted) -> str:
    return f"{SPEAKER} {CUE} of {planted.id}: “{planted.text}”"


def _try(planted: Planted, position: str, check: Callable[[], object]) -> None:
    try:
        check()
    except ValueError as error:
        planted.refused[position] = str(error)


def _facts(article: Article, planted: Planted) -> tuple[dict[str, Any], dict[str, Any]]:
    """An entity of this name and a claim of these words, with notes, as a person adds them."""
    text = planted.text
    start = article.text.index(_said(planted))

    def quote(words: str, place: int) -> dict[str, Any]:
        return {"quote": words, "at": [place, place + len(words)]}

    words = quote(text, start + len(_said(planted)) - len(text) - 1)
    person = {"origin": "person", "status": "accepted", "note": text}
    entity = {"id": planted.entity, "name": text, "type": "other", "mentions": [words["at"]]}
    claim = {
        "id": planted.claim,
        "speaker": quote(SPEAKER, start) | {"entity": None},
        "cue": quote(CUE, start + len(SPEAKER) + 1),
        "content": [words],
        "form": "direct",
        "certainty": "asserted",
    }
    return entity | person, claim | person


def _write(path: Path, data: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False), "utf-8")


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """The program's loader refuses anchors, and takes more for numbers than PyYAML does."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True


_Dumper.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
)
