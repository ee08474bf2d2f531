from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from briefwright.site.build import BuildResult
from briefwright.site.policy import add_policies
from briefwright.site.theme_scripts import theme_scripts

Build = Callable[[Path], BuildResult]
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def policy(page: str) -> dict[str, list[str]]:
    """The sources of each directive of the page's one policy."""
    (text,) = META.findall(page)
    parts = [directive.split() for directive in text.split("; ")]
    return {name: sources for name, *sources in parts}


def hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_every_page_of_a_site_has_a_policy(place: Path, build: Build) -> None:
    (place / "docs" / "mine.md").write_text("# Mine\n\n<script>window.ran = 1</script>\n")
    (place / "docs" / "chart.html").write_text("<html><head></head><script>draw()</script></html>")
    build(place)
    pages = sorted((place / "site").rglob("*.html"))
    assert len(pages) > 10
    for path in pages:
        if path.name == "chart.html":
            assert path.read_text() == (place / "docs" / "chart.html").read_text()
            continue
        if path.parent.parent.name == "downloads":
            continue  # a brief as one file has a stricter one of its own
        page = path.read_text()
        rules = policy(page)
        assert rules["default-src"] == ["'none'"]
        assert not {"'unsafe-inline'", "'unsafe-eval'", "https:", "*"} & {
            s for sources in rules.values() for s in sources
        }
        assert META.search(page).start() < page.index("<script")  # type: ignore[union-attr]
        assert page.encode().index(b"<meta charset") < 1024
        scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
        hashes = {hash_of(script) for script in scripts if script != "window.ran = 1"}
        assert hashes
        assert hashes == {source for source in rules["script-src"] if "sha256" in source}


def test_a_page_with_a_script_of_its_own_is_named(
    place: Path, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "docs" / "mine.md").write_text("# Mine\n\n<script>window.ran = 1</script>\n")
    build(place)
    told = [line for line in capsys.readouterr().out.splitlines() if "inline script" in line]
    assert told == ["mine.html: an inline script is no part of the theme and will not run"]


@pytest.mark.parametrize("base", [".", "..", "../..", "/", "/briefs", "https://example.org/a/"])
def test_a_script_of_the_theme_is_known_at_any_depth(base: str, tmp_path: Path) -> None:
    assert len(allowed(tmp_path, whole_scope_script(base))) == 1


@pytest.mark.parametrize(
    "base",
    ['",alert(1),"', "\\", "</script><script>alert(1)//", "x\ny", "a b", "`", "{{ base_url }}"],
)
def test_no_value_brings_code_into_a_script_of_the_theme(base: str, tmp_path: Path) -> None:
    assert allowed(tmp_path, whole_scope_script(base)) == set()


@pytest.mark.parametrize("script", ["alert(1)", "", " ", "__md_scope", ".*", "window.ran = 1"])
def test_other_scripts_are_not_allowed(script: str, tmp_path: Path) -> None:
    assert allowed(tmp_path, script) == set()


def test_data_is_no_script_and_text_is_no_head(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.html").write_text(
        '<head><title>&lt;head&gt;</title></head><script type="application/json">{}</script>'
        '<script src="a.js"></script><SCRIPT>b()</SCRIPT\n>'
    )
    (site / "b.html").write_text("<p>no head</p>")
    assert add_policies(site, root=tmp_path, docs=tmp_path / "docs") == ("a.html",)
    assert (site / "a.html").read_text().startswith("<head><meta http-equiv=")
    assert (site / "b.html").read_text() == "<p>no head</p>"


def test_scripts_of_a_persons_own_theme_folder_are_trusted(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "theme: {name: material, custom_dir: ours}\nhooks: !!python/name:os.system\n"
    )
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "main.html").write_text(
        '<script>ours("{{ base_url }}")</script><script>{{ any }}</script>'
        "<script>{% if a %}b(){% endif %}</script>"
    )
    assert len(allowed(tmp_path, 'ours("../..")')) == 1
    assert allowed(tmp_path, 'ours("");alert(1);("")') == set()
    assert allowed(tmp_path, "alert(1)") == set()


@pytest.mark.parametrize("text", ["", "[", "theme: material\n", "- a\n", "theme: {custom_dir: x}"])
def test_without_a_theme_folder_the_installed_ones_are_trusted(text: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(text)
    assert theme_scripts(tmp_path) == theme_scripts(tmp_path / "none")


def whole_scope_script(base: str) -> str:
    """The theme's script that holds the page's depth, as it stands on a page."""
    text = files("material") / "templates/partials/javascripts/base.html"
    source = re.search(r"<script>(.*?)</script>", text.read_text("utf-8"), re.DOTALL)
    assert source is not None
    return re.sub(r"\{\{.*?\}\}", lambda _: base, source[1])


def allowed(root: Path, script: str) -> set[str]:
    """The hashes in the policy of a page that holds `script`."""
    site = root / "site"
    site.mkdir(exist_ok=True)
    (site / "a.html").write_text(f"<head></head><script>{script}</script>")
    add_policies(site, root=root, docs=root / "docs")
    return {s for s in policy((site / "a.html").read_text())["script-src"] if "sha256" in s}
