from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from briefwright import __version__
from briefwright.cli import app
from briefwright.cli.door import run
from briefwright.extract.settings import ExtractSettings
from briefwright.model import Article, Facts
from briefwright.store.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]


class Session:
    """The command line in this process, with an engine that finds every "1.4%"."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.extracted: list[str] = []

    def engine(self, article: Article, settings: ExtractSettings | None = None) -> Facts:
        assert settings is not None
        self.extracted.append(article.id)
        start = article.text.find("1.4%")
        figure = {"id": "f-1", "quote": "1.4%", "at": [start, start + 4], "kind": "percent",
                  "value": 1.4}  # fmt: skip
        return Facts.of(article, figures=[figure] if start >= 0 else [])

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        code = run(app, arguments)
        out, err = self._capsys.readouterr()
        return code, out, err


@pytest.fixture
def session(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Session:
    session = Session(capsys)
    # By its full name: `briefwright.extract` as an attribute is the function.
    monkeypatch.setattr(import_module("briefwright.extract"), "extract", session.engine)
    monkeypatch.setattr("briefwright.workflow.extract", session.engine)
    monkeypatch.chdir(tmp_path)
    return session


def test_the_version(session: Session) -> None:
    assert session("--version") == (0, f"briefwright {__version__}\n", "")


def test_init_makes_a_workspace_and_says_what_is_next(session: Session, tmp_path: Path) -> None:
    code, out, _ = session("init", "new")
    assert code == 0
    assert "cd new && briefwright build" in out
    assert len(Workspace.find(tmp_path / "new").article_ids()) == 1
    assert session("init", "new")[0] == 2


def test_add_says_what_it_knows_and_what_it_does_not(
    session: Session, workspace: Workspace
) -> None:
    (workspace.root / "a.txt").write_text("Shares fell 1.4% in all.")
    code, out, err = session("add", "a.txt", "--title", "A fall", "--published", "28 January 2025")
    assert (code, err) == (0, "")
    assert out == (
        "added articles/a-fall (5 words)\n  title:     A fall (from: person)\n"
        "  published: 2025-01-28 (from: person)\n  author:    unknown\n  source:    unknown\n"
    )
    assert session("add", "a.txt") == (0, "unchanged: articles/a-fall has this text already\n", "")


def test_add_tells_address_and_language_when_stated(session: Session, workspace: Workspace) -> None:
    (workspace.root / "a.txt").write_text("Shares fell 1.4% in all.")
    options = ("--url", "https://example.org/a", "--language", "en")
    _, out, _ = session("add", "a.txt", *options)
    assert out.endswith(
        "  url:       https://example.org/a (from: person)\n  language:  en (from: person)\n"
    )


def test_extract_writes_facts_and_then_nothing(session: Session, one_article: Workspace) -> None:
    path = "articles/short/facts.yml"
    assert session("extract") == (0, f"wrote: {path} (figures 1)\n", "")
    assert session("extract", "short") == (0, f"unchanged: {path} (figures 1)\n", "")
    facts = one_article.facts("short")
    assert facts is not None
    assert len(facts.figures) == 1


def test_without_an_engine_the_facts_are_a_persons(
    session: Session, one_article: Workspace
) -> None:
    (one_article.root / "briefwright.yml").write_text("engine: none\n")
    code, out, err = session("extract")
    assert (code, out) == (0, "")
    assert "engine: none" in err
    assert session.extracted == []


def test_one_document_needs_no_workspace(session: Session, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It fell 1.4% then.")
    code, out, _ = session("extract", "--format", "json", "--published", "2025-01-28", "a.txt")
    document = json.loads(out)
    assert code == 0
    assert document["article"]["published"] == "2025-01-28"
    assert document["figures"][0]["quote"] == "1.4%"


def test_a_document_from_standard_input(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO("Café 1.4%".encode())

    monkeypatch.setattr("sys.stdin", Stdin())
    code, out, _ = session("extract", "--format", "json", "-")
    assert (code, json.loads(out)["article"]["id"]) == (0, "cafe-1-4")


def test_a_folder_is_one_line_each(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("b.txt", "a.md", "c.csv"):
        (folder / name).write_text(f"{name[0]} fell 1.4%.")
    code, out, _ = session("extract", "--format", "jsonl", "texts")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [line["article"]["id"] for line in lines] == ["a", "b"]
    (tmp_path / "empty").mkdir()
    assert session("extract", "--format", "jsonl", "empty")[0] == 2


def test_each_line_tells_its_file_by_the_articles_id(session: Session, tmp_path: Path) -> None:
    paths = ["Q1 report.txt", "north/q1-report.txt", "q1-report-2.md", "-.txt", "Größe.txt"]
    (tmp_path / "north").mkdir()
    for path in paths:
        (tmp_path / path).write_text("The same words fell 1.4%.")
    _, out, _ = session("extract", "--format", "jsonl", "./-.txt", *paths[:3], paths[4])
    ids = [json.loads(line)["article"]["id"] for line in out.splitlines()]
    assert ids[1:] == ["q1-report", "q1-report-2", "q1-report-2-2", "grosse"]
    assert ids[0].startswith("article-")


@pytest.mark.parametrize("arguments", [(), ("a", "b")])
def test_json_is_one_document(session: Session, arguments: Sequence[str]) -> None:
    code, out, _ = session("extract", "--format", "json", *arguments)
    assert (code, json.loads(out)["error"]["code"]) == (2, "U001")


def test_align_says_what_it_did(session: Session, one_article: Workspace) -> None:
    path = one_article.facts_path("short")
    path.write_text("figures:\n  - {quote: 1.4%, kind: percent, value: 1.4}\n")
    assert session("align", "short") == (0, "aligned: articles/short/facts.yml\n", "")
    assert session("align") == (0, "unchanged: articles/short/facts.yml\n", "")


def test_check_prints_findings_and_counts_them(session: Session, one_article: Workspace) -> None:
    session("extract")
    code, out, err = session("check")
    assert (code, err) == (0, "")
    assert "notice no-title articles/short\n" in out
    assert out.endswith("1 article: 0 errors, 0 warnings, 5 notices\n")
    (one_article.root / "briefwright.yml").write_text("checks: {no-title: error}\n")
    assert session("check")[0] == 1


def test_check_for_programs(session: Session, one_article: Workspace) -> None:
    path = one_article.facts_path("short")
    path.write_text(
        "timeline:\n  - {quote: Hello world, status: past, date: d-none, review: accepted}\n"
    )
    session("align")
    code, out, _ = session("check", "--format", "json")
    report: dict[str, Any] = json.loads(out)
    (error,) = [f for f in report["findings"] if f["severity"] == "error"]
    assert code == 1
    assert report["counts"]["error"] == 1
    assert (error["check"], error["at"]) == ("reference", "articles/short/facts.yml:4")


def test_check_looks_at_the_judgments_of_whole_briefs(
    session: Session, one_article: Workspace
) -> None:
    session("extract")
    folder = one_article.root / "briefs"
    folder.mkdir()
    (folder / "b.yml").write_text(
        "title: B\narticles: [short]\njudgments:\n  - {text: It fell., facts: [f-2]}\n"
    )
    code, out, err = session("check", "short")
    assert (code, out) == (2, "")
    assert err == (
        "error A009 A brief's file is wrong\n  at:     briefs/b.yml:4\n"
        "  saw:    'f-2', which is no fact's id\n  wanted: a fact of short, such as f-1\n"
        "  fix:    correct the id, or take it out of the judgment\n"
    )
    assert json.loads(session("check", "--format", "json")[1])["error"]["code"] == "A009"


def test_articles_without_facts_are_named(session: Session, one_article: Workspace) -> None:
    code, out, err = session("check")
    assert (code, out) == (0, "0 articles: 0 errors, 0 warnings, 0 notices\n")
    assert "short has no facts yet" in err
    assert session("check", "short")[2].startswith("error A005")
    assert one_article.facts("short") is None


def test_build_and_serve_lead_to_the_site(
    session: Session, one_article: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[dict[str, Any]] = []
    pytest.importorskip("briefwright.site.build")
    pytest.importorskip("briefwright.site.serve")
    monkeypatch.setattr(
        "briefwright.site.build.build_site", lambda _, **options: called.append(options)
    )
    monkeypatch.setattr(
        "briefwright.site.serve.serve_site", lambda _, **options: called.append(options)
    )
    assert session("build", "--no-strict")[0] == 0
    assert session("serve", "--port", "0")[0] == 0
    assert called[0]["strict"] is False
    assert (called[1]["host"], called[1]["port"]) == ("127.0.0.1", 0)
    assert one_article.root


def test_doctor_tells_where_settings_come_from(
    session: Session, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace.root / "briefwright.yml").write_text("engine: none\n")
    monkeypatch.setenv("BRIEFWRIGHT_LIMITS_YAML_BYTES", "5000")
    code, out, _ = session("doctor", "--format", "json")
    report = json.loads(out)
    origins = {row["name"]: (row["value"], row["from"]) for row in report["settings"]}
    assert code == 0
    assert origins["engine"] == ("none", "briefwright.yml:1")
    assert origins["limits.yaml_bytes"] == (5000, "environment BRIEFWRIGHT_LIMITS_YAML_BYTES")
    assert origins["extract.max_chars"][1] == "default"
    assert "mkdocs" in session("doctor")[1]


def test_doctor_helps_where_the_settings_are_wrong(session: Session, workspace: Workspace) -> None:
    (workspace.root / "briefwright.yml").write_text("engin: none\n")
    code, out, _ = session("doctor")
    assert code == 0
    assert "C001" in out


@pytest.mark.parametrize(
    "command",
    ["init", "add", "extract", "align", "check", "build", "bundle", "verify", "serve", "doctor"],
)
def test_every_command_has_help(session: Session, command: str) -> None:
    code, out, _ = session(command, "--help")
    assert code == 0
    assert out.startswith(f"Usage: briefwright {command}")


def test_a_source_without_permission_is_told(
    session: Session, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace.root / "a.txt").write_text("Text.")
    opened = Path.open

    def refuse(path: Path, *arguments: Any, **options: Any) -> Any:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)
    code, _, err = session("add", "a.txt")
    assert code == 2
    assert err.startswith("error I008")
    assert "permission denied" in err
