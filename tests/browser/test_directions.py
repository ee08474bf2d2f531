"""Arabic and Hebrew words stand as they were written, and turn nothing around them."""

from __future__ import annotations

import shutil
from contextlib import chdir
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from typer.testing import CliRunner

from briefwright.cli import app
from briefwright.site.build import build_site
from briefwright.store.workspace import Workspace

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
TITLE = "مؤشر الأسهم يتراجع بعد قرار Norland Bank"
ARABIC = "السوق ستتعافى قريبا بنسبة 12%"
HEBREW = "אני לא מאמין לתחזית הזאת"
TEXT = f"""# {TITLE}

Layla Haddad, chief economist at Norland Bank, said “{ARABIC}” on Monday. “{HEBREW},” said Dov Levi.

وقالت ليلى حداد إن أسهم Norland Bank ستتراجع هذا العام.
"""

# Where the words of an element's first text stand, from the left.
EDGES = """e => { const range = document.createRange(); range.selectNodeContents(e);
  const box = range.getBoundingClientRect(), block = e.getBoundingClientRect();
  return [box.left - block.left, block.right - box.right]; }"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of one article whose title and quotes are written from right to left."""
    root = tmp_path_factory.mktemp("directions") / "work"
    shutil.copytree(ROOT / "templates" / "init", root)
    source = root.parent / "source.md"
    source.write_text(TEXT)
    with chdir(root):
        made = CliRunner().invoke(app, ["add", str(source)])
    assert made.exit_code == 0, made.output
    return build_site(Workspace.find(root), report=print).index.parent


@pytest.mark.parametrize("width", [390, 1280])
def test_words_keep_their_direction(built: Path, width: int, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    for folder in ("briefs", "articles"):
        (path,) = (built / folder).glob("*.html")
        page.goto(path.as_uri())
        heading = page.locator("h1")
        assert (heading.text_content() or "").replace("#", "").strip() == TITLE
        before, after = page.evaluate(EDGES, heading.element_handle())
        assert before > after, "a title in Arabic begins at the right"
        assert ARABIC in page.locator("article").inner_text().replace("\n", " ")
        assert HEBREW in page.locator("article").inner_text().replace("\n", " ")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_a_title_does_not_turn_the_words_before_it(built: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    (path,) = (built / "briefs").glob("*.html")
    page.goto(path.as_uri())
    line = page.locator(".bw-header.bw-more li", has_text="Sources")
    link = line.locator("a").first
    label, title = line.locator("strong").first.bounding_box(), link.bounding_box()
    assert label is not None
    assert title is not None
    assert label["x"] + label["width"] < title["x"]
    assert link.inner_text() == TITLE
    quote = page.locator(".bw-claims blockquote", has_text=HEBREW)
    assert quote.locator("p").evaluate("e => getComputedStyle(e).unicodeBidi") == "plaintext"
    page.close()
