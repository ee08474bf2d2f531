from __future__ import annotations

import errno
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from briefwright.errors import BuildError, WorkspaceError
from briefwright.site.build import BuildResult, build_site
from briefwright.site.lock import build_lock
from briefwright.store.workspace import Workspace

Build = Callable[[Path], BuildResult]


def contents(folder: Path) -> dict[str, str]:
    """The hash of every file."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_build_makes_every_page(place: Path, build: Build) -> None:
    result = build(place)
    assert result.index == place / "site" / "index.html"
    site = contents(place / "site")
    for page in ("briefs/yields", "articles/bond-yields-rise", "claims", "timeline", "mine"):
        assert f"{page}.html" in site
    assert not [name for name in site if "briefwright-manifest" in name]
    assert result.pages == len(result.written) == len(contents(place / "docs")) - 2
    assert {finding.check for finding in result.findings} >= {"no-author"}


def test_two_builds_give_the_same_bytes(place: Path, build: Build, tmp_path: Path) -> None:
    elsewhere = tmp_path / "another place"
    shutil.copytree(place, elsewhere)
    build(place)
    first = contents(place / "site")
    again = build(place)
    assert again.written == again.removed == ()
    assert contents(place / "site") == first
    build(elsewhere)
    assert contents(elsewhere / "site") == first


def test_time_stamps_come_from_the_input(
    place: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    config = place / "mkdocs.yml"
    config.write_text(f"site_url: https://example.org/\n{config.read_text()}")
    build(place)
    assert "<lastmod>2026-03-04</lastmod>" in (place / "site" / "sitemap.xml").read_text()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    build(place)
    assert "<lastmod>2001-09-09</lastmod>" in (place / "site" / "sitemap.xml").read_text()


def test_unchanged_pages_are_not_written_again(place: Path, build: Build) -> None:
    build(place)
    before = {p: p.stat().st_mtime_ns for p in (place / "docs").rglob("*") if p.is_file()}
    brief = place / "briefs" / "yields.yml"
    brief.write_text(brief.read_text().replace("What moved", "What rose"))
    result = build(place)
    changed = {p.relative_to(place / "docs").as_posix() for p, t in before.items()
               if p.stat().st_mtime_ns != t}  # fmt: skip
    facts = {f"downloads/{folder}/facts.json" for folder in ("yields", "all")}
    assert set(result.written) == {
        "briefs/yields.md", "index.md", "downloads/yields/brief.html", *facts
    }  # fmt: skip
    assert changed == {*result.written, ".briefwright-manifest.json"}


def test_the_page_of_a_removed_brief_goes(place: Path, build: Build) -> None:
    build(place)
    shutil.rmtree(place / "articles" / "second-look")
    brief = place / "briefs" / "yields.yml"
    text = brief.read_text().replace(", second-look", "")
    brief.unlink()
    (place / "briefs" / "bonds.yml").write_text(text[: text.index("judgments:")])
    result = build(place)
    pages = [path for path in result.removed if path.endswith(".md")]
    assert pages == ["articles/second-look.md", "briefs/yields.md"]
    others = set(result.removed) - {*pages, "articles/second-look.js"}
    assert all(path.startswith("downloads/yields/") for path in others)
    assert not (place / "site" / "briefs" / "yields").exists()
    assert (place / "site" / "mine.html").is_file()
    assert (place / "docs" / "mine.md").read_text() == "# A page of my own\n"


def test_a_persons_page_in_the_way_is_kept(place: Path, build: Build) -> None:
    page = place / "docs" / "briefs" / "yields.md"
    page.parent.mkdir()
    page.write_text("mine")
    with pytest.raises(BuildError) as raised:
        build(place)
    assert raised.value.code == "B004"
    assert raised.value.at.endswith("docs/briefs/yields.md")
    assert contents(place / "docs").keys() == {"briefs/yields.md", "mine.md"}
    assert page.read_text() == "mine"


def test_a_generated_page_changed_by_hand_is_kept(place: Path, build: Build) -> None:
    build(place)
    page = place / "docs" / "claims.md"
    page.write_text(page.read_text() + "\nMy own words.\n")
    site = contents(place / "site")
    with pytest.raises(BuildError) as raised:
        build(place)
    assert raised.value.code == "B004"
    assert "changed by hand" in raised.value.saw
    assert page.read_text().endswith("My own words.\n")
    assert contents(place / "site") == site


def test_a_failing_check_writes_nothing(place: Path, build: Build) -> None:
    facts = place / "articles" / "second-look" / "facts.yml"
    target = "entity: ines-vale"
    assert target in facts.read_text()
    facts.write_text(facts.read_text().replace(target, "entity: nobody"))
    with pytest.raises(BuildError) as raised:
        build(place)
    assert raised.value.code == "B001"
    assert "nobody" in raised.value.saw
    assert contents(place / "docs").keys() == {"mine.md"}
    assert not (place / "site").exists()


def test_a_judgment_that_loses_its_fact_writes_nothing(place: Path, build: Build) -> None:
    facts = place / "articles" / "second-look" / "facts.yml"
    before, claim, after = facts.read_text().partition("  - id: brandt_1\n")
    facts.write_text(before + claim + after.replace("status: proposed", "status: rejected", 1))
    with pytest.raises(WorkspaceError) as raised:
        build(place)
    error = raised.value
    assert (error.code, error.saw) == ("A009", "'brandt_1', which is rejected")
    assert error.at.endswith("briefs/yields.yml:8")
    assert contents(place / "docs").keys() == {"mine.md"}
    assert not (place / "site").exists()


def test_a_broken_link_fails_with_mkdocs_words_and_keeps_the_old_site(
    place: Path, build: Build
) -> None:
    build(place)
    site = contents(place / "site")
    (place / "docs" / "mine.md").write_text("[nowhere](claims.md#nothing)")
    with pytest.raises(BuildError) as raised:
        build(place)
    assert raised.value.code == "B002"
    assert "mine.md" in raised.value.saw
    assert "#nothing" in raised.value.saw
    assert "INFO" not in raised.value.saw
    assert contents(place / "site") == site
    result = build_site(Workspace.find(place), report=print, strict=False)
    assert result.index.is_file()


def test_a_wrong_mkdocs_file_is_told(place: Path, build: Build) -> None:
    (place / "mkdocs.yml").write_text("site_name: X\nplugins: [nothing-of-the-kind]\n")
    with pytest.raises(BuildError) as raised:
        build(place)
    assert raised.value.code == "B002"
    assert "nothing-of-the-kind" in raised.value.saw


def test_another_build_at_work_is_told(place: Path, build: Build) -> None:
    with build_lock(place / ".briefwright" / "build.lock"), pytest.raises(BuildError) as raised:
        build(place)
    assert raised.value.code == "B005"
    assert raised.value.at.endswith(".briefwright/build.lock")
    build(place)


def test_a_lock_that_cannot_be_made_is_no_other_build(place: Path, build: Build) -> None:
    (place / ".briefwright" / "build.lock").mkdir(parents=True)
    with pytest.raises(WorkspaceError) as raised:
        build(place)
    assert (raised.value.code, raised.value.saw) == ("A008", "is a directory")


def test_a_disk_that_knows_no_locks_is_no_other_build(
    place: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("briefwright.site.lock._take", refuse)
    with pytest.raises(WorkspaceError) as raised:
        build(place)
    assert (raised.value.code, raised.value.saw) == ("A008", "no locks available")


def test_a_folder_named_site_that_is_no_site_is_kept(place: Path, build: Build) -> None:
    (place / "site").mkdir()
    (place / "site" / "thesis.doc").write_text("years of work")
    with pytest.raises(BuildError) as raised:
        build(place)
    assert raised.value.code == "B004"
    assert contents(place / "site").keys() == {"thesis.doc"}


def test_without_an_engine_facts_are_asked_for(place: Path, build: Build) -> None:
    (place / "articles" / "second-look" / "facts.yml").unlink()
    with pytest.raises(WorkspaceError) as raised:
        build(place)
    assert raised.value.code == "A005"


def test_a_workspaces_own_template_and_style_win(place: Path, build: Build) -> None:
    templates = place / "templates"
    (templates / "partials").mkdir(parents=True)
    (templates / "site").mkdir()
    (templates / "partials" / "findings.md.j2").write_text("My findings.\n")
    (templates / "site" / "briefwright.css").write_text("p { color: green }\n")
    build(place)
    assert "My findings." in (place / "docs" / "briefs" / "yields.md").read_text()
    css = place / "site" / "assets" / "briefwright" / "briefwright.css"
    assert css.read_text() == "p { color: green }\n"


@pytest.mark.parametrize("case", ["seed", "two-sources", "hostile", "empty"])
def test_every_link_and_anchor_of_the_golden_cases_leads_somewhere(
    case: str, place: Path, build: Build
) -> None:
    golden = Path(__file__).parents[1] / "golden" / "compose" / case
    for folder in ("articles", "briefs"):
        shutil.rmtree(place / folder)
        if (golden / folder).is_dir():
            shutil.copytree(golden / folder, place / folder)
    assert build(place).index.is_file()


def test_the_starters_mkdocs_file_is_the_repositorys_but_for_names_and_navigation() -> None:
    root = Path(__file__).parents[2]
    ours = yaml.safe_load((root / "mkdocs.yml").read_text())
    starter = yaml.safe_load((root / "templates" / "init" / "mkdocs.yml").read_text())
    own = {"site_name", "nav", "not_in_nav"}
    assert {k: v for k, v in ours.items() if k not in own} == {
        k: v for k, v in starter.items() if k not in own
    }
    assert starter["nav"] == [entry for entry in ours["nav"] if entry in starter["nav"]]
    assert set(starter["not_in_nav"].split()) < set(ours["not_in_nav"].split())


def test_an_empty_workspace_builds(place: Path, build: Build) -> None:
    shutil.rmtree(place / "articles")
    shutil.rmtree(place / "briefs")
    build(place)
    assert "There is no brief yet" in (place / "docs" / "index.md").read_text()


def test_no_page_names_another_host(place: Path, build: Build) -> None:
    build(place)
    for page in (place / "site").rglob("*.html"):
        text = page.read_text()
        for attribute in ('src="http', 'src="//', '<link rel="stylesheet" href="http', "@import"):
            assert attribute not in text, page
