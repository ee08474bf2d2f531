from __future__ import annotations

from pathlib import Path

import pytest

from briefwright.errors import BriefwrightError, WorkspaceError
from briefwright.ingest.add import add_article
from briefwright.ingest.options import IngestOptions
from briefwright.store.facts_align import align_facts_file
from briefwright.store.templates import load_templates, packaged_templates
from briefwright.store.workspace import Workspace
from briefwright.store.yaml import load_yaml, read_yaml
from briefwright.workflow import findings


def caught_code(action: object) -> str:
    assert callable(action)
    with pytest.raises(BriefwrightError) as caught:
        action()
    return caught.value.code


def test_a_workspace_is_found_from_deep_inside(one_article: Workspace) -> None:
    deep = one_article.articles_folder / "short"
    assert Workspace.find(deep).root == one_article.root


def test_elsewhere_there_is_none_and_the_remedy_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError) as caught:
        Workspace.find(tmp_path)
    assert caught.value.code == "A001"
    assert "briefwright init" in caught.value.fix


def test_a_missing_article_names_the_nearest(one_article: Workspace) -> None:
    with pytest.raises(WorkspaceError) as caught:
        one_article.article("shirt")
    assert (caught.value.code, caught.value.saw) == ("A002", "'shirt'")
    assert caught.value.at.endswith("articles")
    assert caught.value.fix == "write short; the folders in articles/ are the ids"


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("news/report.txt", "briefwright add FILE"),
        ("report.TXT", "briefwright add FILE"),
        ("articles/short/", "write short: an article is named by its id"),
        ("articles/short/facts.yml", "write short: an article is named by its id"),
        ("articles\\short", "write short: an article is named by its id"),
        ("zzz", "briefwright add FILE"),
    ],
)
def test_a_file_in_the_place_of_an_id_is_told(one_article: Workspace, name: str, fix: str) -> None:
    with pytest.raises(WorkspaceError) as caught:
        one_article.article(name)
    assert caught.value.code == "A002"
    assert fix in caught.value.fix


@pytest.mark.parametrize("name", ["../short", "", ".", "short/../short", "SHORT"])
def test_only_ids_lead_to_articles(one_article: Workspace, name: str) -> None:
    assert caught_code(lambda: one_article.article(name)) == "A002"


def test_a_changed_text_is_told(one_article: Workspace) -> None:
    (one_article.articles_folder / "short" / "article.txt").write_text("Other words.")
    assert caught_code(lambda: one_article.article("short")) == "A003"


@pytest.mark.parametrize(
    ("old", "new", "saw"),
    [
        ("format: text", "formt: text", "`formt`"),
        ("id: short", "id: long", "`id` is 'long'"),
        ('value: "2025-01-28"', "value: soon", "`published`"),
        ("from: person", "from: nobody", "`published.from`"),
    ],
)
def test_a_wrong_article_yml_is_told(one_article: Workspace, old: str, new: str, saw: str) -> None:
    path = one_article.articles_folder / "short" / "article.yml"
    path.write_text(path.read_text().replace(old, new))
    with pytest.raises(WorkspaceError) as caught:
        one_article.article("short")
    assert caught.value.code == "A007"
    assert saw in caught.value.saw


def test_hidden_folders_are_no_articles(one_article: Workspace) -> None:
    (one_article.articles_folder / ".adding-1234").mkdir()
    (one_article.articles_folder / "notes").mkdir()
    assert one_article.article_ids() == ("short",)


def brief(workspace: Workspace, name: str, content: str) -> None:
    (workspace.root / "briefs").mkdir(exist_ok=True)
    (workspace.root / "briefs" / name).write_text(content)


def test_an_article_that_no_brief_names_is_a_brief(one_article: Workspace) -> None:
    add_article(
        one_article, b"Some text.", "x.txt", IngestOptions(id="titled", stated={"title": "A title"})
    )
    found = {b.id: (b.title, b.title_from) for b in one_article.briefs()}
    assert found == {"short": ("Short", "id"), "titled": ("A title", "article")}


def test_a_written_brief_takes_its_articles(one_article: Workspace) -> None:
    brief(one_article, "both.yml", "title: Both\narticles: [short]\n")
    assert [(b.id, b.title, b.title_from) for b in one_article.briefs()] == [
        ("both", "Both", "brief")
    ]


VERDICT = """\
title: B
articles: [short]
judgments:
  - {text: A., facts: [FACTS], verdict: WORD}
"""


@pytest.mark.parametrize(
    ("name", "content", "code", "line"),
    [
        ("b.yml", "title: B\narticles: [shot]\n", "A002", 2),
        ("b.yml", "title: B\narticls: [short]\n", "A009", 2),
        ("b.yml", "id: c\ntitle: B\narticles: [short]\n", "A009", 1),
        ("B b.yml", "title: B\narticles: [short]\n", "A009", 1),
        ("b.yml", "", "A009", 1),
        ("b.yml", VERDICT.replace("FACTS", "x, y").replace("WORD", "wrong"), "A009", 4),
        ("b.yml", VERDICT.replace("FACTS", "x").replace("WORD", "true"), "A009", 4),
        ("b.yml", "title: B\narticles: [short]\nas_of: today\n", "A009", 3),
        ("b.yml", "title:\tB: x\n", "Y001", 1),
    ],
)
def test_a_wrong_brief_names_file_and_line(
    one_article: Workspace, name: str, content: str, code: str, line: int
) -> None:
    brief(one_article, name, content)
    with pytest.raises(BriefwrightError) as caught:
        one_article.briefs()
    assert caught.value.code == code
    assert caught.value.at.endswith(f"{name}:{line}")


JUDGED = """\
title: B
articles: [short]
judgments:
  - text: First.
    facts: [f-1]
  - {text: Second., facts: [f-1, FACT]}
"""


@pytest.mark.parametrize(
    ("fact", "saw", "wanted", "fix"),
    [
        ("f-11", "'f-11', which is no fact's id", "a fact of short, such as f-1", "correct the id"),
        ("f-2", "'f-2', which is rejected", "a fact of short, such as f-1", "accept this one"),
        ("e-9", "'e-9', a fact of other", "a fact of short", "add other to `articles`"),
    ],
)
def test_a_judgment_without_its_fact_names_file_and_line(
    one_article: Workspace, *, fact: str, saw: str, wanted: str, fix: str
) -> None:
    add_article(one_article, b"Some text.", "x.txt", IngestOptions(id="other"))
    one_article.facts_path("short").write_text(
        "figures:\n  - {id: f-1, quote: 1.4%, kind: percent, value: 1.4}\n"
        "  - {id: f-2, quote: 1.4%, kind: percent, value: 1.4, status: rejected}\n"
    )
    one_article.facts_path("other").write_text("entities: [{id: e-9, name: Some, type: other}]\n")
    facts = {}
    for name in ("short", "other"):
        align_facts_file(one_article.facts_path(name), one_article.article(name))
        found = one_article.facts(name)
        assert found is not None
        facts[name] = found
    brief(one_article, "b.yml", JUDGED.replace("FACT", fact))
    with pytest.raises(WorkspaceError) as caught:
        one_article.prove_judgments(facts)
    error = caught.value
    assert (error.code, error.saw) == ("A009", saw)
    assert error.at.endswith("b.yml:6")
    assert wanted in error.wanted
    assert fix in error.fix
    bottom = f"title: B\narticles: [short]\nbottom_line:\n  text: Last.\n  facts: [{fact}]\n"
    brief(one_article, "b.yml", bottom)
    with pytest.raises(WorkspaceError) as caught:
        one_article.prove_judgments(facts)
    assert caught.value.saw == saw
    assert caught.value.at.endswith("b.yml:5")
    one_article.prove_judgments({"other": facts["other"]})
    brief(one_article, "b.yml", JUDGED.replace("FACT", "f-1"))
    one_article.prove_judgments(facts)
    brief(one_article, "b.yml", JUDGED.replace("[f-1, FACT]", "[f-1], verdict: wrong"))
    with pytest.raises(WorkspaceError) as caught:
        one_article.prove_judgments(facts)
    assert (caught.value.code, caught.value.saw) == (
        "A009",
        "a verdict on 'f-1', which is no claim",
    )
    assert caught.value.at.endswith("b.yml:6")


def test_two_briefs_with_one_id_are_refused(one_article: Workspace) -> None:
    brief(one_article, "b.yml", "title: B\narticles: [short]\n")
    brief(one_article, "b.yaml", "title: B\narticles: [short]\n")
    assert caught_code(one_article.briefs) == "A009"


def test_the_limit_of_facts_files_is_the_workspaces(
    one_article: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Raised above the default, as if the default were small; and lowered."""
    path = one_article.facts_path("short")
    path.write_text(
        "figures:\n  - {id: f-1, quote: 1.4%, kind: percent, value: 1.4}\n" + "# x\n" * 500
    )
    settings = one_article.root / "briefwright.yml"
    settings.write_text("limits: {yaml_bytes: 1000}\n")
    small = Workspace.find(one_article.root)
    assert caught_code(lambda: small.align_facts("short")) == "Y004"
    settings.write_text("limits: {yaml_bytes: 60000000}\n")
    raised = Workspace.find(one_article.root)
    for function in (read_yaml, load_yaml):
        defaults = function.__kwdefaults__ or {}
        monkeypatch.setitem(defaults, "max_bytes", 1000)
    assert raised.align_facts("short") is True
    article, facts = raised.article("short"), raised.facts("short")
    assert facts is not None
    assert raised.save_facts(article, facts) is True
    assert findings(raised, [(article, facts)])


def test_a_workspaces_template_comes_before_the_packaged_one(one_article: Workspace) -> None:
    packaged = load_templates()
    name = next(iter(packaged))
    own = one_article.root / "templates" / name
    own.parent.mkdir(parents=True)
    own.write_text("mine")
    (one_article.root / "templates" / "extra.md.j2").write_text("more")
    found = load_templates(one_article.root)
    assert found == packaged | {name: "mine", "extra.md.j2": "more"}
    assert list(found) == sorted(found)
    assert (packaged_templates() / name).is_file()


def test_a_template_that_is_not_text_is_told(one_article: Workspace) -> None:
    (one_article.root / "templates").mkdir()
    (one_article.root / "templates" / "x.md.j2").write_bytes(b"\xff")
    assert caught_code(lambda: load_templates(one_article.root)) == "B003"
