"""A small attack with texts of our own; `make attack CORPORA=FOLDER` is the large one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser
from tests.security.attack.browse import browse
from tests.security.attack.planted import POSITIONS, Planted
from tests.security.attack.run import HARMLESS, attack, control, table
from tests.security.support import HERE, vectors

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("attack")


@pytest.fixture(scope="module")
def shapes(browser: Browser, folder: Path) -> frozenset[str]:
    return control(browser, folder)


def test_no_text_runs_in_any_position(
    browser: Browser, folder: Path, shapes: frozenset[str]
) -> None:
    scripts = yaml.safe_load((HERE / "scripts.yml").read_text("utf-8"))
    sample = scripts + [texts[0] for texts in vectors().values()]
    outcome = attack(browser, folder, sample, shapes, walls=[False, True])
    seen = outcome.seen
    assert (seen.executed, seen.links, seen.odd, seen.missing) == ([], [], [], [])
    assert seen.pages > 2 * outcome.texts
    assert outcome.texts == len(sample) > 80
    rendered = {position: outcome.texts - outcome.refused[position] for position in POSITIONS}
    assert all(count > outcome.texts * 0.7 for name, count in rendered.items() if name != "url")
    assert rendered["url"] >= 2
    assert "executed                      0" in table(outcome)


@pytest.mark.parametrize(
    ("markup", "kind", "what"),
    [
        ("<script>alert(1)</script>", "executed", "alert(1)"),
        ("<img src=x onerror=prompt(8)>", "executed", "prompt(8)"),
        ('<p onclick="confirm(2)">a</p>', "executed", "confirm(2)"),
        ("<p onwheel=\"eval('3')\">a</p>", "executed", "eval(3)"),
        ("<script>document.write('a')</script>", "executed", "write(a)"),
        ("<script>new Function('4')()</script>", "executed", "new Function(4)"),
        ("<script>setTimeout('5', 0)</script>", "executed", "setTimeout(5)"),
        ('<iframe srcdoc="<script>parent.alert(6)</script>"></iframe>', "executed", "alert(6)"),
        ('<img src="https://example.org/a.png">', "executed", "request https://example.org/a.png"),
        ('<a href="javascript:1">a</a>', "links", "a href=javascript:1"),
        ('<a href=" Java&#x53;cript:1">a</a>', "links", "a href= JavaScript:1"),
        ('<object data="data:text/html,a"></object>', "links", "object data=data:text/html,a"),
        ("<b>a</b>", "odd", "b"),
        ('<p style="color: red">a</p>', "odd", "p style"),
        ("<!-- a -->", "odd", "comment"),
    ],
)
def test_what_would_run_is_noticed(
    markup: str, kind: str, what: str, browser: Browser, folder: Path, shapes: frozenset[str]
) -> None:
    """The other half of the proof: the browser notices what gets through."""
    site = folder / "pierced"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(folder / "control" / "site", site)
    for page in [path for path in site.rglob("*.html") if path.name != "claims.html"]:
        page.unlink()
    page = site / "claims.html"
    page.write_text(page.read_text("utf-8").replace("</article>", f"{markup}</article>"), "utf-8")
    seen = browse(browser, site, [], shapes, wall=False)
    assert ("claims.html", what) in getattr(seen, kind)
    assert not seen.clean
    walled = browse(browser, site, [], shapes, wall=True)
    ran = [said for _, said in walled.executed if not said.startswith(("blocked", "request"))]
    assert ran == []


def test_a_text_that_is_not_shown_as_it_is_is_noticed(
    browser: Browser, folder: Path, shapes: frozenset[str]
) -> None:
    texts = yaml.safe_load(HARMLESS.read_text("utf-8"))
    other = [Planted(f"{text}, not", f"p{number:04}") for number, text in enumerate(texts, 1)]
    seen = browse(browser, folder / "control" / "site", other, shapes, wall=False)
    missing = {what.partition(":")[0] for _, what in seen.missing}
    assert missing == {"title", "author", "source", "url", "quote", "entity", "note", "judgment"}
    assert not seen.clean
