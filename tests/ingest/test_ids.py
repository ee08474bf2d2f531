"""Awkward strings as titles, ids and file names: nothing leaves the workspace, nothing is lost."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path

import pytest

from briefwright.errors import BriefwrightError, WorkspaceError
from briefwright.ingest.add import Adder, add_article
from briefwright.ingest.options import IngestOptions
from briefwright.model.slug import MAX_SLUG, numbered, slugify
from briefwright.store.workspace import Workspace

CORPORA = os.environ.get("BRIEFWRIGHT_CORPORA")

AWKWARD = (
    # ways out
    "../../x", "..", ".", "/", "//", "/etc/passwd", "\\\\host\\share", "C:\\Windows\\x", "C:x",
    "....//....//x", "..\\..\\x", "%2e%2e%2fx", "..%c0%af..%c0%afx", "x/../../y", "~/x", "~root",
    "./x", "x/.", "x\0y", "x\0/../y", "\0", "file:///x", "articles/../..", ".git", ".adding-1",
    ".htaccess", "-rf", "--id", "$(touch x)", "`touch x`", "; rm -rf /", "| x", "a\nb", "\r\n", "*",
    # names that systems keep for themselves
    "CON", "con", "PRN.txt", "aux", "NUL", "COM1", "com9.md", "LPT1", "lpt0", "com¹", "CLOCK$",
    "index", "Index", "INDEX.md", "readme", "con.", "con ", "nul.tar.gz",
    # nothing to hold on to
    "", " ", "...", "---", "_", "!!!", "\t", "\u200b", "\u00a0", "\u3000", "\ufeff", "\u202e",
    "👩‍👩‍👧", "🏳️‍🌈", "❤️", "🇳🇴", "\u0301", "\u0301\u0302", "\U000e0041", "\ue000", "\uffff",
    # scripts and marks
    "Größe und Fähren", "Ærøskøbing", "İstanbul", "ISTANBUL ı", "Œuvre", "ñandú", "Łódź", "Đà Nẵng",
    "Οδυσσέας", "Россия и Китай", "日本語の題名", "中文标题",
    "한국어 제목", "हिन्दी शीर्षक", "العربية",
    "עברית", "ภาษาไทย", "မြန်မာ", "ქართული", "አማርኛ", "ﬁne ½ cup ①", "Ｆｕｌｌ ｗｉｄｔｈ",
    "Z̵̡̛a̸l̷g̶o̵ text", "e\u0301te\u0301", "a\u200db", "co\u00adop", "\u202eevil\u202c",
    # lengths and look-alikes
    "a" * 1_000, "日" * 400, "a-" * 300, "word " * 200, "é" * 300, "a\u0301" * 300,
    "Same title", "same title", "SAME  TITLE!", "Same-Title", "same_title", "ſame title",
    "true", "null", "0", "1e5", "007", "NaN", "<script>alert(1)</script>", "{{ 7 * 7 }}", "${7*7}",
    "' OR 1=1 --", "\x1b[31mred", "\x7f", "\x85", "\u2028", "a: b", "# x", "- x", "? x", "!!x",
)  # fmt: skip


def awkward() -> list[str]:
    """Our own strings, and the published list where the corpora are."""
    if CORPORA is None:
        return list(AWKWARD)
    path = Path(CORPORA) / "attack" / "naughty-strings.json"
    return [*AWKWARD, *json.loads(path.read_text("utf-8"))]


def everything(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.name != "articles.lock"}


@pytest.fixture
def inner(tmp_path: Path) -> Workspace:
    """A workspace some folders below `tmp_path`, so that a way out would show there."""
    root = tmp_path / "outer" / "home" / "workspace"
    root.mkdir(parents=True)
    (root / "briefwright.yml").write_text("schema: 1\n")
    return Workspace.find(root)


def check_inside(workspace: Workspace, tmp_path: Path) -> None:
    """Nothing but articles stands anywhere, and every one of them loads."""
    root = workspace.root
    outside = everything(tmp_path) - everything(root)
    assert outside == {root, root.parent, root.parent.parent}
    inside = {path.relative_to(root).parts[0] for path in everything(root)}
    assert inside <= {"briefwright.yml", "articles", ".briefwright"}
    for folder in workspace.articles_folder.iterdir():
        assert folder.is_dir()
        assert slugify(folder.name) == folder.name
        assert len(folder.name.encode()) <= MAX_SLUG
        assert workspace.article(folder.name).id == folder.name
        assert {path.name for path in folder.iterdir()} >= {"article.txt", "article.yml"}


def test_titles(inner: Workspace, tmp_path: Path) -> None:
    adder = Adder(inner)
    added = 0
    for number, title in enumerate(awkward()):
        options = IngestOptions(stated={"title": title})
        try:
            result = adder.add(f"Text number {number}.".encode(), "x.txt", options)
        except BriefwrightError as error:
            assert error.code == "I006"  # noqa: PT017 - either is right
            assert not title.strip() or not title.isprintable() or len(title) > 500
        else:
            added += result.status == "added"
    assert added == len(inner.article_ids()) > 100
    check_inside(inner, tmp_path)


def test_titles_in_documents(inner: Workspace, tmp_path: Path) -> None:
    """Titles in headings, where nothing refuses them."""
    adder = Adder(inner)
    added = 0
    for number, title in enumerate(awkward()):
        line = " ".join(title.split()).replace("\0", "")
        source = f"# {line}\n\nText number {number}.".encode("utf-8", "replace")
        try:
            added += adder.add(source, "x.md").status == "added"
        except BriefwrightError as error:
            assert error.code in {"I001", "I002", "I006"}  # noqa: PT017 - either is right
    assert added == len(inner.article_ids()) > 100
    check_inside(inner, tmp_path)


def test_ids(inner: Workspace, tmp_path: Path) -> None:
    adder = Adder(inner)
    for number, wanted in enumerate(awkward()):
        try:
            result = adder.add(f"Text number {number}.".encode(), "x.txt", IngestOptions(id=wanted))
        except BriefwrightError as error:
            assert error.code in {"I006", "I007"}  # noqa: PT017 - either is right
        else:
            assert result.article.id == wanted == slugify(wanted)
    check_inside(inner, tmp_path)


def test_file_names(inner: Workspace, tmp_path: Path) -> None:
    adder = Adder(inner)
    for number, name in enumerate(awkward()):
        adder.add(f"Text number {number}.".encode(), name, IngestOptions(format="text"))
    assert len(inner.article_ids()) == len(awkward())
    check_inside(inner, tmp_path)


def test_two_titles_with_one_slug_are_two_articles(workspace: Workspace) -> None:
    for number, title in enumerate(("Same title", "SAME  TITLE!", "same_title", "ſame title")):
        options = IngestOptions(stated={"title": title})
        add_article(workspace, f"Text {number}.".encode(), "x.txt", options)
    assert workspace.article_ids() == ("same-title", "same-title-2", "same-title-3", "same-title-4")


def test_a_number_behind_a_long_slug_makes_a_slug(workspace: Workspace) -> None:
    for number in range(12):
        options = IngestOptions(stated={"title": "ü日" * 100})
        add_article(workspace, f"Text {number}.".encode(), "x.txt", options)
    assert len(workspace.article_ids()) == 12
    for name in workspace.article_ids():
        assert slugify(name) == name
        assert len(name.encode()) <= MAX_SLUG


@pytest.mark.parametrize("title", AWKWARD)
def test_a_slug_is_its_own_slug(title: str) -> None:
    slug = slugify(title)
    assert slugify(slug) == slug == unicodedata.normalize("NFC", slug)
    assert slugify(numbered(slug, 2)) == numbered(slug, 2)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("İstanbul'un sesi", "istanbulun-sesi"),
        ("Z̵̡̛a̸l̷g̶o̵ text", "zalgo-text"),
        ("e\u0301te\u0301", "ete"),
        ("co\u00adop\u200bera", "coopera"),
        ("हिन्दी शीर्षक", "हिन्दी-शीर्षक"),
        ("日本語の題名 2025", "日本語の題名-2025"),
        ("Россия и Китай", "россия-и-китай"),
    ],
)
def test_titles_stay_readable(title: str, slug: str) -> None:
    assert slugify(title) == slug


@pytest.mark.parametrize("title", ["CON", "nul", "COM1", "com¹", "index", "Index"])
def test_reserved_names_are_no_slugs(title: str) -> None:
    assert slugify(title).startswith("article-")


def test_an_articles_folder_that_leads_outside_is_refused(inner: Workspace, tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    inner.articles_folder.symlink_to(outside)
    with pytest.raises(WorkspaceError) as caught:
        add_article(inner, b"Some words.", "x.txt")
    assert caught.value.code == "A008"
    assert "out of the workspace" in caught.value.saw
    assert list(outside.iterdir()) == []


def test_a_link_in_the_place_of_an_article_is_not_followed(
    inner: Workspace, tmp_path: Path
) -> None:
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    inner.articles_folder.mkdir()
    (inner.articles_folder / "some-words").symlink_to(outside)
    (inner.articles_folder / "some-words-2").symlink_to(tmp_path / "nothing")
    assert add_article(inner, b"Some words.", "x.txt").article.id == "some-words-3"
    assert list(outside.iterdir()) == []
    assert not (tmp_path / "nothing").exists()


def test_a_folder_that_is_no_article_keeps_its_name(workspace: Workspace) -> None:
    (workspace.articles_folder / "Some-Words").mkdir(parents=True)
    assert add_article(workspace, b"Some words.", "x.txt").article.id == "some-words-2"
