"""The workspace: a folder with `briefwright.yml`, `articles/` and `briefs/`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from briefwright.config import FILE_NAME, LoadedSettings, Settings, load_settings
from briefwright.errors import WorkspaceError
from briefwright.model import Article, Brief, Facts
from briefwright.model.changes import Changes
from briefwright.store.article_file import METADATA_FILE, TEXT_FILE, load_article
from briefwright.store.brief_file import implicit_brief, load_brief, prove_judgments
from briefwright.store.changes_file import load_changes
from briefwright.store.facts_align import align_facts_file
from briefwright.store.facts_file import FACTS_FILE, load_facts, save_facts
from briefwright.store.files import shown
from briefwright.store.missing import no_such_article
from briefwright.store.yaml import read_yaml


@dataclass(frozen=True)
class Workspace:
    """One workspace on disk. Nothing is cached but its settings: each call reads what is there."""

    root: Path
    loaded_settings: LoadedSettings

    @classmethod
    def find(cls, start: Path | None = None) -> Workspace:
        """The workspace of `start` (default: the current folder), which may lie deep inside it.

        Raises:
            WorkspaceError: A001, neither `start` nor a folder above holds a briefwright.yml.
            ConfigError, YamlError: its briefwright.yml is wrong.
        """
        begin = (start or Path.cwd()).absolute()
        for folder in (begin, *begin.parents):
            if (folder / FILE_NAME).is_file():
                return cls(folder, load_settings(folder / FILE_NAME, os.environ))
        raise WorkspaceError(
            "A001",
            at=shown(begin),
            saw=f"no {FILE_NAME} here or in a folder above",
            fix="run: briefwright init DIR, and work inside DIR",
        )

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self.loaded_settings.settings

    @cached_property
    def articles_folder(self) -> Path:
        """`articles/`."""
        return self.root / "articles"

    def article_ids(self) -> tuple[str, ...]:
        """The ids of all articles, sorted. Hidden folders (an `add` that was cut off) are none."""
        if not self.articles_folder.is_dir():
            return ()
        return tuple(
            sorted(
                folder.name
                for folder in self.articles_folder.iterdir()
                if not folder.name.startswith(".")
                and any((folder / name).is_file() for name in (METADATA_FILE, TEXT_FILE))
            )
        )

    def article(self, id: str) -> Article:
        """The article `id`.

        Raises:
            WorkspaceError: A002, there is none, with the nearest ids; A003, A007 and A008 when its
                files are damaged.
        """
        if id not in self.article_ids():
            raise self._no_such_article(id)
        return load_article(self.articles_folder / id)

    def facts_path(self, id: str) -> Path:
        """Where the facts of the article `id` stand, or will stand."""
        return self.articles_folder / id / FACTS_FILE

    def facts(self, id: str) -> Facts | None:
        """The facts of the article `id`; None when it has no facts.yml.

        Raises:
            FactsError, YamlError: with the line.
            WorkspaceError: as `article`.
        """
        article = self.article(id)
        path = self.facts_path(id)
        if not path.exists():
            return None
        return load_facts(path, article, max_bytes=self.settings.limits.yaml_bytes)

    def changes(self, id: str) -> Changes | None:
        """What updates of the article `id` have changed; None when it was never updated.

        Raises:
            WorkspaceError: A011, its file of changes is wrong; A008, it can't be read.
            YamlError: it can't be parsed.
        """
        return load_changes(self.articles_folder / id)

    def save_facts(self, article: Article, facts: Facts) -> bool:
        """Write newly extracted facts; see `store.facts_file.save_facts`."""
        limit = self.settings.limits.yaml_bytes
        return save_facts(self.facts_path(article.id), facts, article, max_bytes=limit)

    def align_facts(self, id: str) -> bool:
        """Fill in the article's facts file; see `store.facts_align.align_facts_file`."""
        limit = self.settings.limits.yaml_bytes
        return align_facts_file(self.facts_path(id), self.article(id), max_bytes=limit)

    def briefs(self) -> tuple[Brief, ...]:
        """Every brief by its id: those of `briefs/*.yml`, and one for each article none names.

        Raises:
            WorkspaceError: A009 for a wrong file, A002 for an article that does not exist.
            YamlError: a file can't be parsed.
        """
        found = {brief.id: brief for brief in self._written_briefs().values()}
        known = set(self.article_ids())
        named = {article_id for brief in found.values() for article_id in brief.articles}
        for article_id in sorted(known - named):
            if article_id in found:
                raise self._same_id(found[article_id], self.root / "briefs" / f"{article_id}.yml")
            found[article_id] = implicit_brief(self.article(article_id))
        return tuple(found[article_id] for article_id in sorted(found))

    def prove_judgments(self, facts: Mapping[str, Facts]) -> None:
        """Every fact that a judgment cites is one of its brief's, and no person rejected it.

        Args:
            facts: facts by their article's id; briefs with other articles are left out.

        Raises:
            WorkspaceError: A009, with the line of the id; and as `briefs`.
            YamlError: a brief's file can't be parsed.
        """
        for path, brief in self._written_briefs().items():
            if facts.keys() >= set(brief.articles):
                prove_judgments(path, brief, facts)

    def _written_briefs(self) -> dict[Path, Brief]:
        """The briefs that have a file; raises as `briefs`."""
        found: dict[Path, Brief] = {}
        known = set(self.article_ids())
        for path in sorted((self.root / "briefs").glob("*.y*ml")):
            brief = load_brief(path)
            if any(brief.id == other.id for other in found.values()):
                raise self._same_id(brief, path)
            for index, article_id in enumerate(brief.articles):
                if article_id not in known:
                    at = read_yaml(path).at(("articles", index))
                    raise self._no_such_article(article_id, at=at)
            found[path] = brief
        return found

    def _no_such_article(self, id: str, at: str = "") -> WorkspaceError:
        return no_such_article(id, self.article_ids(), at or shown(self.articles_folder))

    def _same_id(self, brief: Brief, path: Path) -> WorkspaceError:
        return WorkspaceError(
            "A009",
            at=shown(path),
            saw=f"the id {brief.id!r}, which another brief or an unnamed article has",
            wanted="one brief for each id",
            fix="rename the file, or name the article in it",
        )
