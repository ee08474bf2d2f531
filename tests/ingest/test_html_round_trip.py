"""A page all the way: added, loaded, extracted, built."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from briefwright.errors import WorkspaceError
from briefwright.ingest.add import add_article
from briefwright.ingest.starter import make_workspace
from briefwright.site.build import build_site
from briefwright.store.article_file import read_article_file, read_source_file
from briefwright.store.workspace import Workspace
from briefwright.workflow import extract_into

FERRY = (Path(__file__).parent / "html" / "ferry.html").read_bytes()
ID = "ferry-operator-orders-two-electric-ships"


def test_what_was_added_is_what_is_loaded(workspace: Workspace) -> None:
    article = add_article(workspace, FERRY, "ferry.html").article
    assert workspace.article(ID) == article
    assert article.headings
    folder = workspace.articles_folder / ID
    assert (folder / "source.html").read_bytes() == FERRY
    known = read_article_file(folder)
    assert (known.format, known.file) == ("html", "source.html")
    assert known.source_sha256 == hashlib.sha256(FERRY).hexdigest()


def test_the_source_is_proved_when_it_is_read(workspace: Workspace) -> None:
    add_article(workspace, FERRY, "ferry.html")
    folder = workspace.articles_folder / ID
    assert read_source_file(folder) == FERRY
    (folder / "source.html").write_bytes(FERRY + b" ")
    with pytest.raises(WorkspaceError) as caught:
        read_source_file(folder)
    assert caught.value.code == "A010"


def test_contradictions_and_encodings_survive_the_file(workspace: Workspace) -> None:
    raw = FERRY.decode().replace('content="2026-03-12T07', 'content="2026-03-15T07')
    raw = raw.replace("utf-8", "windows-1252")
    article = add_article(workspace, raw.encode("cp1252"), "ferry.html").article
    loaded = workspace.article(ID)
    assert loaded == article
    assert loaded.encoding == "cp1252"
    assert loaded.metadata.published is not None
    assert [other.value for other in loaded.metadata.published.also] == [
        "2026-03-15T07:30:00+01:00"
    ]


@pytest.mark.parametrize(
    "line", ["headings: [[5, 2, 1]]", "headings: [[0, 5, 9]]", "headings: [[0, 99999, 2]]",
             "pages: [[1, 0], [2, 99999]]", "pages: [[1, 5], [2, 0]]", "format: docx",
             'source_sha256: "0"', "published: {value: 2026-03-12T99:00:00Z, from: document}"],
)  # fmt: skip
def test_a_damaged_file_is_refused(workspace: Workspace, line: str) -> None:
    add_article(workspace, FERRY, "ferry.html")
    path = workspace.articles_folder / ID / "article.yml"
    key = line.partition(":")[0]
    kept, skipping = [], False
    for old in path.read_text("utf-8").splitlines():
        skipping = old.startswith(f"{key}:") or (skipping and old.startswith(" "))
        kept += [] if skipping else [old]
    path.write_text("\n".join([*kept, line, ""]), "utf-8")
    with pytest.raises(WorkspaceError) as caught:
        workspace.article(ID)
    assert caught.value.code == "A007"


def test_an_older_article_file_still_loads(workspace: Workspace) -> None:
    add_article(workspace, b"Some words.", "x.txt")
    path = workspace.articles_folder / "some-words" / "article.yml"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(x for x in lines if not x.startswith("source_sha256")), "utf-8")
    assert workspace.article("some-words").text == "Some words."
    assert read_source_file(path.parent) == b"Some words."


def test_a_page_is_extracted_and_built(tmp_path: Path) -> None:
    made = make_workspace(tmp_path / "work")
    # The sample article has the same title.
    added = add_article(made, FERRY, "ferry.html").article
    (extracted,) = extract_into(made, [added.id])
    text = extracted.article.text
    for fact in extracted.facts.all():
        assert all(0 <= span.start < span.end <= len(text) for span in fact.spans())
    assert any(claim.speaker and "Lund" in claim.speaker.quote for claim in extracted.facts.claims)
    build_site(made, report=lambda *_: None)
    built = (made.root / "site" / "articles" / f"{added.id}.html").read_text("utf-8")
    assert "Charging at the quay" in built
