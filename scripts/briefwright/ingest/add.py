"""A source into the workspace's `articles/`, in one move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from briefwright.ingest.hints import with_hints
from briefwright.ingest.options import IngestOptions
from briefwright.ingest.read import read_source
from briefwright.model import Article
from briefwright.store.article_file import METADATA_FILE, read_article_file
from briefwright.store.article_place import free_id, placing, put
from briefwright.store.workspace import Workspace


@dataclass(frozen=True)
class AddResult:
    """What an addition did: `unchanged` means that the same text stands there already."""

    status: Literal["added", "unchanged"]
    article: Article


@dataclass(frozen=True)
class Adder:
    """Adds sources to one workspace. It remembers which text each article has, for long lists."""

    workspace: Workspace
    _known: dict[str, tuple[int, str]] = field(default_factory=dict)

    def add(
        self,
        raw: bytes,
        name: str,
        options: IngestOptions | None = None,
        hints: Mapping[str, str] | None = None,
    ) -> AddResult:
        """Make an article of `raw` and put it into `articles/<id>/`.

        The folder appears whole or not at all. A text that an article has already changes nothing,
        whatever its id.

        Args:
            raw: the source's bytes; they are kept beside the article as they are.
            name: the source's file name or address.
            options: what a person, or the way it came, says about it.
            hints: metadata by key that somebody else states, such as a feed; see `with_hints`.

        Raises:
            IngestError: as `read_source`; I007 when the id that a person chose is another's.
            WorkspaceError: A008, the folder can't be written.
        """
        options = options or IngestOptions()
        limits = self.workspace.settings.limits
        limited = replace(options, max_bytes=limits.source_bytes, max_pages=limits.pdf_pages)
        article = read_source(raw, name, limited)
        article = with_hints(article, hints or {})
        with placing(self.workspace):
            same = self._same_text(article)
            if same is not None:
                return AddResult("unchanged", self.workspace.article(same))
            name = free_id(self.workspace, article.id, chosen=options.id is not None)
            article = replace(article, id=name)
            put(self.workspace.articles_folder, article, raw)
        return AddResult("added", article)

    def _same_text(self, article: Article) -> str | None:
        """The id of the article with this text."""
        known = self.workspace.article_ids()
        return next((name for name in known if self._sha256(name) == article.sha256), None)

    def _sha256(self, id: str) -> str:
        folder = self.workspace.articles_folder / id
        path = folder / METADATA_FILE
        changed = path.stat().st_mtime_ns if path.exists() else 0
        known = self._known.get(id)
        if known is None or known[0] != changed:
            known = self._known[id] = changed, read_article_file(folder).sha256
        return known[1]


def add_article(
    workspace: Workspace, raw: bytes, name: str, options: IngestOptions | None = None
) -> AddResult:
    """Add one source; see `Adder.add`."""
    return Adder(workspace).add(raw, name, options)
