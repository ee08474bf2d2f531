"""The facts that a person adds to those of the engine, and the judgments of an editor."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from tests.security.attack.planted import CUE, SPEAKER, Planted, Together

from briefwright.model import Article
from briefwright.store.workspace import Workspace


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
    write_yaml(workspace.facts_path(group.id), group.found | kinds)
    brief = {"title": "Quoted", "articles": [group.id], "judgments": judgments}
    write_yaml(workspace.root / "briefs" / f"{group.brief}.yml", brief)


def said(planted: Planted) -> str:
    """How the article quotes the text."""
    return f"{SPEAKER} {CUE} of {planted.id}: “{planted.text}”"


def _facts(article: Article, planted: Planted) -> tuple[dict[str, Any], dict[str, Any]]:
    """An entity of this name and a claim of these words, with notes, as a person adds them."""
    text = planted.text
    start = article.text.index(said(planted))

    def quote(words: str, place: int) -> dict[str, Any]:
        return {"quote": words, "at": [place, place + len(words)]}

    words = quote(text, start + len(said(planted)) - len(text) - 1)
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


def write_yaml(path: Path, data: object) -> None:
    """Write `data` so that the program's strict loader reads the same."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False), "utf-8")


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """The program's loader refuses anchors, and takes more for numbers than PyYAML does."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True


_Dumper.add_representer(
    str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
)
