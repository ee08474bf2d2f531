from __future__ import annotations

from pathlib import Path

import pytest

from briefwright.errors import IngestError, WorkspaceError
from briefwright.ingest.add import add_article
from briefwright.ingest.options import IngestOptions
from briefwright.ingest.starter import make_workspace
from briefwright.store import article_place
from briefwright.store.workspace import Workspace


def folders(workspace: Workspace) -> list[str]:
    return sorted(path.name for path in workspace.articles_folder.iterdir())


def test_an_article_is_what_was_added(workspace: Workspace) -> None:
    raw = b"---\ntitle: Ships\n---\n\n# Ships\r\n\r\nThey sail.\r\n"
    result = add_article(workspace, raw, "x.md")
    assert result.status == "added"
    assert workspace.article("ships") == result.article
    folder = workspace.articles_folder / "ships"
    assert sorted(path.name for path in folder.iterdir()) == [
        "article.txt",
        "article.yml",
        "source.md",
    ]
    assert (folder / "source.md").read_bytes() == raw
    assert (folder / "article.txt").read_bytes() == b"\n# Ships\n\nThey sail.\n"


def test_the_same_text_changes_nothing_whatever_its_id(workspace: Workspace) -> None:
    add_article(workspace, b"Some words.", "x.txt")
    again = add_article(workspace, b"Some words.", "y.txt", IngestOptions(id="other"))
    assert (again.status, again.article.id) == ("unchanged", "some-words")
    assert folders(workspace) == ["some-words"]


def test_a_taken_id_gets_a_number_unless_a_person_chose_it(workspace: Workspace) -> None:
    for text in (b"One.", b"Two.", b"Three."):
        add_article(workspace, text, "x.txt", IngestOptions(stated={"title": "Same"}))
    assert folders(workspace) == ["same", "same-2", "same-3"]
    with pytest.raises(IngestError) as caught:
        add_article(workspace, b"Four.", "x.txt", IngestOptions(id="same"))
    assert (caught.value.code, caught.value.at) == ("I007", "--id")


def test_an_add_that_is_cut_off_leaves_no_article(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(article_place, "article_yaml", cut)
    with pytest.raises(KeyboardInterrupt):
        add_article(workspace, b"Some words.", "x.txt")
    assert workspace.article_ids() == ()


def test_what_a_cut_off_add_has_left_is_cleared(workspace: Workspace) -> None:
    left = workspace.articles_folder / ".adding-1234"
    left.mkdir(parents=True)
    (left / "article.txt").write_text("Half")
    add_article(workspace, b"Some words.", "x.txt")
    assert folders(workspace) == ["some-words"]


def test_the_workspaces_limit_counts(tmp_path: Path) -> None:
    (tmp_path / "briefwright.yml").write_text("limits: {source_bytes: 10}\n")
    with pytest.raises(IngestError) as caught:
        add_article(Workspace.find(tmp_path), b"More than ten bytes.", "x.txt")
    assert caught.value.code == "I004"


def test_a_new_workspace_has_a_sample_and_the_schema(tmp_path: Path) -> None:
    made = make_workspace(tmp_path / "new")
    (article_id,) = made.article_ids()
    article = made.article(article_id)
    assert article.published is not None
    assert (made.root / "docs" / "reference" / "facts.schema.json").is_file()
    assert (made.root / ".gitignore").is_file()
    assert made.settings.engine == "rules"


@pytest.mark.parametrize("name", ["briefwright.yml", ".gitignore"])
def test_nothing_of_a_persons_is_written_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    with pytest.raises(WorkspaceError) as caught:
        make_workspace(tmp_path)
    assert caught.value.code == "A004"
    assert [path.name for path in tmp_path.iterdir()] == [name]
