"""A bundle is the same anywhere, and a changed byte in it is found."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from briefwright.errors import BuildError, BundleError
from briefwright.site.archive import SEAL, pack, sealed
from briefwright.site.bundle import Bundle, make_bundle
from briefwright.site.inventory import NAME
from briefwright.site.verify import verify_bundle
from briefwright.store.workspace import Workspace

SCRIPTS = Path(__file__).parents[2] / "scripts"
# A clock that is 400 days ahead, for every module that asks it.
AHEAD = "import time\nreal = time.time\ntime.time = lambda: real() + 400 * 86400\n"


def bundle(root: Path, *, as_folder: bool = False) -> Bundle:
    return make_bundle(
        Workspace.find(root), root / "dist", as_folder=as_folder, strict=True, report=print
    )


@pytest.fixture
def made(place: Path) -> Bundle:
    return bundle(place)


@pytest.fixture
def folder(place: Path) -> Path:
    return bundle(place, as_folder=True).path


def test_a_bundle_starts_at_the_top_and_holds_the_site(made: Bundle) -> None:
    assert made.path.name == "briefwright-offline.zip"
    with zipfile.ZipFile(made.path) as archive:
        names = archive.namelist()
        start = archive.read("briefwright-offline/index.html").decode()
    assert names == sorted(names)
    assert {name.split("/")[0] for name in names} == {"briefwright-offline"}
    assert "briefwright-offline/site/briefs/yields.html" in names
    assert "briefwright-offline/site/search/search_index.js" in names
    assert not [name for name in names if "sitemap" in name or name.endswith((".map", "404.html"))]
    assert 'href="site/index.html"' in start
    assert "1 brief on 2 articles" in start
    assert made.files == len(names)
    assert made.sha256 == hashlib.sha256(made.path.read_bytes()).hexdigest()


def test_the_workspace_keeps_its_own_pages(place: Path) -> None:
    before = {p: p.read_bytes() for p in place.rglob("*") if p.is_file()}
    bundle(place)
    after = {p: p.read_bytes() for p in place.rglob("*") if p.is_file()}
    new = {p.relative_to(place).as_posix() for p in after.keys() - before.keys()}
    assert new == {".briefwright/build.lock", "dist/briefwright-offline.zip"}
    assert {p: data for p, data in after.items() if p in before} == before


def test_another_place_time_zone_language_and_clock_give_the_same_bytes(
    place: Path, made: Bundle, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere" / "Büro 2"
    shutil.copytree(place, elsewhere, ignore=shutil.ignore_patterns("dist", ".briefwright"))
    (tmp_path / "ahead").mkdir()
    (tmp_path / "ahead" / "sitecustomize.py").write_text(AHEAD)
    os.utime(elsewhere / "docs" / "mine.md", (1, 1))
    env = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"} | {
        "TZ": "Asia/Kathmandu",
        "LC_ALL": "C",
        "HOME": str(tmp_path),
        "PYTHONHASHSEED": "7",
        "PYTHONPATH": os.pathsep.join([str(tmp_path / "ahead"), str(SCRIPTS)]),
    }
    done = subprocess.run(
        [sys.executable, "-m", "briefwright", "bundle", "--format", "json"],
        cwd=elsewhere,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout)["sha256"] == made.sha256


def test_verify_finds_a_whole_bundle_whole(made: Bundle, place: Path) -> None:
    assert verify_bundle(made.path).whole
    assert verify_bundle(bundle(place, as_folder=True).path).whole


def test_verify_finds_any_flipped_byte_of_the_zip_file(made: Bundle, tmp_path: Path) -> None:
    data = made.path.read_bytes()
    chance = random.Random(20)  # noqa: S311 - places to look at, not secrets
    ends = [*range(60), *range(len(data) - 3 * SEAL, len(data))]
    places = [*ends, *chance.sample(range(len(data)), 120)]
    copy = tmp_path / "copy.zip"
    for place in places:
        copy.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        try:
            assert not verify_bundle(copy).whole, place
        except BundleError:
            continue


def test_verify_finds_any_flipped_byte_of_the_list(folder: Path) -> None:
    listed = folder / NAME
    data = listed.read_bytes()
    for place in range(0, len(data), 97):
        listed.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        with pytest.raises(BundleError, match="can't be trusted"):
            verify_bundle(folder)


def test_verify_names_what_was_changed_added_and_taken_away(folder: Path) -> None:
    page = folder / "site" / "claims.html"
    page.write_bytes(page.read_bytes().replace(b"1", b"2", 1))
    (folder / "site" / "mine.html").unlink()
    (folder / "site" / "more.html").write_text("more")
    (folder / "site" / "people.html").unlink()
    (folder / "site" / "people.html").symlink_to("claims.html")
    verdict = verify_bundle(folder)
    assert verdict.changed == ("site/claims.html", "site/people.html")
    assert verdict.missing == ("site/mine.html",)
    assert verdict.added == ("site/more.html",)


def test_a_packed_change_is_found_even_under_a_new_seal(made: Bundle, tmp_path: Path) -> None:
    with zipfile.ZipFile(made.path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["briefwright-offline/site/claims.html"] += b"!"
    repacked = tmp_path / "repacked.zip"
    repacked.write_bytes(pack(files, epoch=1_700_000_000))
    verdict = verify_bundle(repacked)
    assert not verdict.broken_seal
    assert verdict.changed == ("site/claims.html",)


@pytest.mark.parametrize(
    "names", [["a/../../x"], ["/x"], ["a/x", "b/x"], ["a\\..\\x"], ["c:/x"], ["a/x"]]
)
def test_a_strange_archive_is_no_bundle(names: list[str], tmp_path: Path) -> None:
    strange = tmp_path / "strange.zip"
    strange.write_bytes(pack(dict.fromkeys(names, b"x"), epoch=1_700_000_000))
    assert sealed(strange.read_bytes())
    with pytest.raises(BundleError, match="B011"):
        verify_bundle(strange)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 but not really", b"\0" * 1000])
def test_no_zip_file_is_no_bundle(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(BundleError, match="B011"):
        verify_bundle(tmp_path / "x.zip")


def test_a_folder_of_a_person_is_not_replaced(place: Path) -> None:
    mine = place / "dist" / "briefwright-offline"
    mine.mkdir(parents=True)
    (mine / "notes.txt").write_text("mine")
    with pytest.raises(BuildError, match="B004"):
        bundle(place, as_folder=True)
    assert (mine / "notes.txt").read_text() == "mine"


def test_a_new_folder_takes_the_old_ones_place(place: Path, folder: Path) -> None:
    (folder / "site" / "left over.html").write_text("old")
    assert bundle(place, as_folder=True).path == folder
    assert verify_bundle(folder).whole
    assert [p.name for p in (place / "dist").iterdir()] == ["briefwright-offline"]


@pytest.mark.parametrize(
    "page",
    [
        "![x](https://example.org/x.png)",
        '<img src="/x.png" alt="x">',
        '<img srcset="a.png 1x, //example.org/b.png 2x" alt="x">',
        '<p style="background: url(https://example.org/x.png)">x</p>',
        "<style>@import 'https://example.org/x.css';</style>",
        '<script src="https://example.org/x.js"></script>',
        '<iframe src="http://example.org/" title="x"></iframe>',
    ],
)
def test_a_page_that_would_ask_the_network_stops_the_bundle(page: str, place: Path) -> None:
    (place / "docs" / "mine.md").write_text(f"# Mine\n\n{page}\n")
    with pytest.raises(BuildError, match="B010") as error:
        make_bundle(
            Workspace.find(place), place / "dist", as_folder=False, strict=False, report=print
        )
    assert "mine.html: " in error.value.saw
    assert not (place / "dist").exists()


def test_links_that_a_reader_follows_may_lead_elsewhere(place: Path) -> None:
    (place / "docs" / "mine.md").write_text("# Mine\n\n[a source](https://example.org/)\n")
    assert verify_bundle(bundle(place).path).whole


def test_a_site_of_folders_becomes_one_of_files(place: Path) -> None:
    config = place / "mkdocs.yml"
    text = config.read_text().replace("use_directory_urls: false", "use_directory_urls: true")
    config.write_text(f"site_url: https://example.org/\n{text}")
    with zipfile.ZipFile(bundle(place).path) as archive:
        assert "briefwright-offline/site/claims.html" in archive.namelist()
        page = archive.read("briefwright-offline/site/claims.html").decode()
    assert "example.org/claims" not in page
