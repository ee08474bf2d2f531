"""`briefs/<id>.yml`: an editor's decisions on a page, and the briefs without such a file."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from briefwright.errors import WorkspaceError
from briefwright.model import Article, Brief, Claim, Facts, slugify
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


def prove_judgments(path: Path, brief: Brief, facts: Mapping[str, Facts]) -> None:
    """Each id in the judgments of `brief` is a fact of its articles that no person rejected, and
    a verdict is one on a claim.

    Args:
        path: the brief's file.
        brief: what it says.
        facts: facts by article, those of the brief's articles among them.

    Raises:
        WorkspaceError: A009 with the line of the first one that is not.
    """
    places: list[tuple[str | int, ...]] = [("bottom_line",)] * (brief.bottom_line is not None)
    places += [("judgments", number) for number in range(len(brief.judgments))]
    for place, judgment in zip(places, brief.own_words, strict=True):
        for index, fact_id in enumerate(judgment.facts):
            problem = _problem(fact_id, brief, facts)
            if problem is not None:
                at = read_yaml(path).at((*place, "facts", index))
                raise WorkspaceError("A009", at=at, **problem)
        if judgment.verdict and not _is_claim(judgment.facts[0], brief, facts):
            raise WorkspaceError(
                "A009",
                at=read_yaml(path).at((*place, "verdict")),
                saw=f"a verdict on {judgment.facts[0]!r}, which is no claim",
                wanted="the id of a claim, in one article of the brief only",
                fix="name the claim in `facts`, or take the verdict out",
            )


def _is_claim(fact_id: str, brief: Brief, facts: Mapping[str, Facts]) -> bool:
    named = [facts[article].by_id().get(fact_id) for article in brief.articles]
    return [isinstance(fact, Claim) for fact in named if fact] == [True]


def _problem(fact_id: str, brief: Brief, facts: Mapping[str, Facts]) -> dict[str, str] | None:
    """What is wrong with a judgment's reference, for the message; None when it holds."""
    named = [fact for article in brief.articles for fact in facts[article].all()]
    found = [fact for fact in named if fact.id == fact_id]
    if any(not fact.rejected for fact in found):
        return None
    usable = [fact.id for fact in named if not fact.rejected]
    close = difflib.get_close_matches(fact_id, usable, n=3, cutoff=0.3) or usable[:3]
    wanted = f"a fact of {', '.join(brief.articles)}"
    wanted += f", such as {', '.join(close)}" if close else "; they have none"
    if found:
        saw, fix = f"{fact_id!r}, which is rejected", "cite another fact, or accept this one"
        return {"saw": saw, "wanted": wanted, "fix": fix}
    other = next((name for name, there in facts.items() if fact_id in there.by_id()), None)
    if other is not None:
        saw, fix = f"{fact_id!r}, a fact of {other}", f"add {other} to `articles` of the brief"
        return {"saw": saw, "wanted": wanted, "fix": fix}
    saw = f"{fact_id!r}, which is no fact's id"
    return {"saw": saw, "wanted": wanted, "fix": "correct the id, or take it out of the judgment"}


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
