"""`briefs/<id>.yml`: an editor's decisions on a page, and the briefs without such a file."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from briefwright.errors import WorkspaceError
from briefwright.model import Article, Brief, slugify
from briefwright.store.plain_words import explain
from briefwright.store.yaml import read_yaml


def load_brief(path: Path) -> Brief:
    """The brief in `path`; its id is the file's name.

    Raises:
        WorkspaceError: A009, the file does not follow the format; A008, it can't be read.
        YamlError: the file can't be parsed.
    """
    document = read_yaml(path)
    data = document.data
    if isinstance(data, dict):
        data = {"id": path.stem, **data}
    try:
        brief = Brief.model_validate(data)
    except ValidationError as error:
        problem = explain(error, Brief)
        raise WorkspaceError(
            "A009",
            at=document.at(problem.loc),
            saw=problem.saw,
            wanted=problem.wanted,
            fix=problem.fix,
        ) from error
    if brief.id != path.stem or slugify(brief.id) != brief.id:
        raise WorkspaceError(
            "A009",
            at=document.at(("id",)),
            saw=f"the id {brief.id!r} in the file {path.name!r}",
            wanted="the file's name as the id, in lower-case letters, digits and single hyphens",
            fix=f"name the file {slugify(path.stem)}.yml and leave `id` out",
        )
    return brief


def implicit_brief(article: Article) -> Brief:
    """The brief of an article that no file names: its id, and its title or words made from its id.

    `title_from` says which of the two, so that a page can say so.
    """
    if article.title is not None:
        return Brief(
            id=article.id, title=article.title, title_from="article", articles=(article.id,)
        )
    words = article.id.replace("-", " ")
    title = words[:1].upper() + words[1:]
    return Brief(id=article.id, title=title, title_from="id", articles=(article.id,))
