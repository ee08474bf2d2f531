"""A new version of an article: the text replaced, facts moved, and what changed set down."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefwright.ingest.options import IngestOptions
from briefwright.ingest.read import read_source
from briefwright.ingest.update_changes import update_of
from briefwright.ingest.update_facts import UpdatedFacts, update_facts
from briefwright.model import Article, Metadata
from briefwright.model.changes import Changes, Update
from briefwright.store.article_file import (
    METADATA_FILE,
    SOURCE_FILES,
    TEXT_FILE,
    article_yaml,
    read_article_file,
)
from briefwright.store.article_place import placing
from briefwright.store.article_version import put_version, recover
from briefwright.store.changes_file import CHANGES_FILE, changes_yaml, load_changes
from briefwright.store.facts_file import ENGINE_FILE, FACTS_FILE
from briefwright.store.metadata_values import KEYS
from briefwright.store.workspace import Workspace
from briefwright.store.yaml import load_yaml, read_yaml
from briefwright.store.yaml_patch import patched


@dataclass(frozen=True)
class UpdateResult:
    """What an update did; `update` is None when the text is the one that stands there."""

    article: Article
    update: Update | None


def update_article(
    workspace: Workspace,
    id: str,
    raw: bytes,
    name: str,
    options: IngestOptions | None = None,
    *,
    environ: Mapping[str, str] | None = None,
) -> UpdateResult:
    """Take `raw` as the new version of the article `id`.

    The old version is kept in `articles/<id>/versions/`. Facts move to their new places exactly or
    are orphaned; the engine's new facts are added. Nothing is changed on any error.

    Args:
        workspace: where the article is.
        id: the article's.
        raw: the new source's bytes.
        name: its file name or address.
        options: how it came; what a person said about the article stays.
        environ: where SOURCE_DATE_EPOCH may stand.

    Raises:
        IngestError: as `read_source`.
        WorkspaceError: A002, there is no such article; A003 and A007, its files are damaged; A008.
        FactsError, YamlError: its facts file is wrong.
    """
    limits = workspace.settings.limits
    limited = replace(
        options or IngestOptions(), id=id, max_bytes=limits.source_bytes, max_pages=limits.pdf_pages
    )
    with placing(workspace):
        recover(workspace.articles_folder)
        old = workspace.article(id)
        new = _with_known(read_source(raw, name, limited), old)
        if new.text == old.text:
            return UpdateResult(old, None)
        folder = workspace.articles_folder / id
        facts = update_facts(workspace, old, new)
        update = update_of(old, new, facts, environ or {})
        before = load_changes(folder)
        changes = Changes(article=id, updates=(*(before.updates if before else ()), update))
        source = SOURCE_FILES[new.format]
        files = {
            source: raw,
            TEXT_FILE: new.text.encode(),
            METADATA_FILE: _metadata(workspace, new, source, raw).encode(),
            CHANGES_FILE: changes_yaml(changes).encode(),
            **_facts_files(facts),
        }
        was = read_article_file(folder).file
        put_version(folder, old.sha256, files, was if was != source else None)
    return UpdateResult(new, update)


def _with_known(new: Article, old: Article) -> Article:
    """`new` with what does not change from version to version: the id, the rights, the address,
    and whatever a person has said.
    """
    said = {
        key: stated
        for key in KEYS
        if (stated := getattr(old.metadata, key))
        and (stated.origin == "person" or (key == "url" and new.metadata.url is None))
    }
    found = {key: getattr(new.metadata, key) for key in KEYS}
    return replace(
        new,
        id=old.id,
        metadata=Metadata(**(found | said)),
        rights=old.rights,
        publish=old.publish,
    )


def _metadata(workspace: Workspace, new: Article, source: str, raw: bytes) -> str:
    """article.yml with a person's comments, as far as its keys are the same."""
    fresh = article_yaml(new, source, raw)
    document = read_yaml(workspace.articles_folder / new.id / METADATA_FILE)
    data = load_yaml(fresh.encode(), METADATA_FILE).data
    text = patched(document, data)
    return text if load_yaml(text.encode(), METADATA_FILE).data == data else fresh


def _facts_files(facts: UpdatedFacts | None) -> dict[str, bytes]:
    if facts is None:
        return {}
    digests = json.dumps(facts.digests, indent=0, sort_keys=True) + "\n"
    return {FACTS_FILE: facts.document.text.encode(), ENGINE_FILE: digests.encode()}
