"""`changes.yml`: what each update of an article has changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from briefwright.errors import WorkspaceError
from briefwright.model.changes import Change, Changes, Update
from briefwright.store import yaml_write
from briefwright.store.plain_words import explain
from briefwright.store.yaml import read_yaml

CHANGES_FILE = "changes.yml"


def load_changes(folder: Path) -> Changes | None:
    """The changes of the article in `folder`; None when it was never updated.

    Raises:
        WorkspaceError: A011, the file does not follow the format; A008, it can't be read.
        YamlError: it can't be parsed.
    """
    path = folder / CHANGES_FILE
    if not path.exists():
        return None
    document = read_yaml(path)
    try:
        return Changes.model_validate(document.data)
    except ValidationError as error:
        problem = explain(error, Changes)
        raise WorkspaceError(
            "A011",
            at=document.at(problem.loc),
            saw=problem.saw,
            wanted=problem.wanted,
            fix=problem.fix,
        ) from error


def changes_yaml(changes: Changes) -> str:
    """The content of `changes.yml`."""
    updates = [_update(update) for update in changes.updates]
    head: dict[str, Any] = {"schema": 1, "article": changes.article, "updates": updates}
    return yaml_write.mapping(head)


def _update(update: Update) -> dict[str, Any]:
    data = update.model_dump(mode="json", by_alias=True)
    lists = {
        key: [_change(c) for c in getattr(update, key)] for key in ("added", "gone", "altered")
    }
    return {**data, **lists}


def _change(change: Change) -> dict[str, Any]:
    data = change.model_dump(mode="json", exclude_defaults=True)
    return {"id": change.id, "kind": change.kind, **data}
