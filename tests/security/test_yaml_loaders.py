"""Every loader on every kind of broken file: a good file or one of our errors, nothing else."""

from __future__ import annotations

import hashlib
import io
import json
import random
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.ingest.pdf_maker import Page, pdf

from briefwright.config import load_settings
from briefwright.errors import BriefwrightError
from briefwright.ingest.feed import read_feed
from briefwright.ingest.read import read_source
from briefwright.model import Article
from briefwright.site import inventory, manifest
from briefwright.site.naming import site_address, site_name
from briefwright.site.untrusted import harmless_config
from briefwright.site.verify import verify_bundle
from briefwright.store.article_file import load_article, read_source_file
from briefwright.store.brief_file import load_brief
from briefwright.store.changes_file import load_changes
from briefwright.store.facts_align import align_facts_file
from briefwright.store.facts_file import load_facts, save_facts
from briefwright.store.templates import load_templates
from briefwright.store.workspace import Workspace

CASES = Path(__file__).parents[1] / "golden" / "compose"
ROOT = Path(__file__).parents[2]
CHANGES = f"""\
schema: 1
article: second-look
updates:
  - from: {"0" * 64}
    to: {"a" * 64}
    moved: 3
    added: []
    gone: []
    altered: []
"""
FEED = """\
<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>A &amp; B</title><link>https://a.example/1</link>
<pubDate>Tue, 28 Jan 2025 10:00:00 GMT</pubDate></item></channel></rss>
"""
PAGE = (
    "<!doctype html><html lang=en><head><title>A</title><meta name=date content=2025-01-28>"
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A"}</script></head>'
    "<body><article><h1>A</h1>"
    + "<p>The ferry operator has ordered two ships, Marit Lund said on Thursday.</p>" * 6
    + "</article></body></html>"
)
MARKDOWN = "---\ntitle: A\ndate: 2025-01-28\nauthors: [B, C]\n---\n# Heading\n\nText *here*.\n"
# What stands in the place of a value; each is wrong, or odd, in some field.
VALUES = (
    "", "null", "true", "-1", "1e308", "9" * 300, "99999999999999999999", "0.1", '""', '" "', "[]",
    "{}", "[[]]", "[{}]", "{a: {b: [1]}}", "2025-02-30", '"\\ud800"', '"\\u0000"', '"\\u2028"',
    "x" * 3_000, "[-1, 5]", "[5, 1]", "[0, 99999999999]", '"../../etc/passwd"', "https://[", "٣",
)  # fmt: skip


@dataclass(frozen=True)
class Loader:
    """A file in a workspace, its good bytes, and what reads it."""

    path: str
    good: bytes
    load: Callable[[Workspace], object]


def _article(place: Workspace) -> Article:
    return load_article(place.articles_folder / "second-look")


def _folder(place: Workspace) -> Path:
    return place.articles_folder / "second-look"


def _align(place: Workspace) -> object:
    return align_facts_file(_folder(place) / "facts.yml", _article(place))


def _merge(place: Workspace) -> object:
    good = CASES / "two-sources" / "articles" / "second-look" / "facts.yml"
    article = _article(place)
    return save_facts(_folder(place) / "facts.yml", load_facts(good, article), article)


def _text(place: Workspace) -> object:
    """The text, with a checksum in article.yml that is right for it."""
    metadata = _folder(place) / "article.yml"
    digest = hashlib.sha256((_folder(place) / "article.txt").read_bytes()).hexdigest()
    words = re.sub(r"\bsha256: \S+", f"sha256: {digest}", metadata.read_text(), count=1)
    metadata.write_text(words)
    return _article(place).blocks


def _own(path: str) -> bytes:
    return (CASES / "two-sources" / path).read_bytes()


def _loaders() -> dict[str, Loader]:
    facts = "articles/second-look/facts.yml"
    metadata = "articles/second-look/article.yml"
    text = "articles/second-look/article.txt"
    zipped = _bundle()
    return {
        "settings": Loader(
            "briefwright.yml",
            b"schema: 1\nengine: none\nextract: {max_chars: 5000}\nchecks: {no-author: off}\n"
            b"limits: {source_bytes: 5, yaml_bytes: 9000}\nfetch: {contact: a@b.example}\n",
            lambda place: load_settings(place.root / "briefwright.yml", {}),
        ),
        "facts": Loader(
            facts,
            _own(facts),
            lambda place: load_facts(_folder(place) / "facts.yml", _article(place)),
        ),
        "facts to align": Loader(facts, _own(facts), _align),
        "facts to merge": Loader(facts, _own(facts), _merge),
        "digests": Loader(
            "articles/second-look/.engine.json", json.dumps({"f-1": "0" * 16}).encode(), _merge
        ),
        "article": Loader(metadata, _own(metadata), _article),
        "article's source": Loader(
            metadata, _own(metadata), lambda place: read_source_file(_folder(place))
        ),
        "article's text": Loader(text, _own(text), _text),
        "brief": Loader(
            "briefs/yields.yml",
            _own("briefs/yields.yml"),
            lambda place: load_brief(place.root / "briefs" / "yields.yml"),
        ),
        "changes": Loader(
            "articles/second-look/changes.yml",
            CHANGES.encode(),
            lambda place: load_changes(_folder(place)),
        ),
        "manifest": Loader(
            "docs/.briefwright-manifest.json",
            b'{"schema": 1, "files": {"a.md": "0", "b/c.md": ["1", "2"]}}',
            lambda place: manifest.update(place.root / "docs", {"x.md": b"x"}),
        ),
        "configuration": Loader("mkdocs.yml", (ROOT / "mkdocs.yml").read_bytes(), harmless_config),
        "site's name": Loader(
            "mkdocs.yml",
            b'site_name: "A"\nsite_url: https://a.example/\n',
            lambda place: (site_name(place), site_address(place)),
        ),
        "template": Loader(
            "templates/a.md.j2", b"{{ a }}\n", lambda place: load_templates(place.root)
        ),
        "plain source": Loader("in", b"A text.\n", lambda p: _read(p, "in.txt")),
        "Markdown source": Loader("in", MARKDOWN.encode(), lambda p: _read(p, "in.md")),
        "HTML source": Loader("in", PAGE.encode(), lambda p: _read(p, "in.html")),
        "PDF source": Loader("in", _pdf(), lambda p: _read(p, "in.pdf")),
        "feed": Loader(
            "in", FEED.encode(), lambda p: read_feed((p.root / "in").read_bytes(), "in")
        ),
        "bundle": Loader("in.zip", zipped, lambda p: verify_bundle(p.root / "in.zip")),
    }


def _read(place: Workspace, name: str) -> object:
    return read_source((place.root / "in").read_bytes(), name)


def _pdf() -> bytes:
    return pdf(Page().text(50, 700, "The ferry operator has ordered two ships, she said."))


def _bundle() -> bytes:
    files = {"site/index.html": b"<p>A</p>"}
    listed = inventory.Inventory(
        "a-offline", "0.1.0", "2025-01-28", {p: inventory.entry(d) for p, d in files.items()}
    )
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        for path, data in {**files, inventory.NAME: inventory.dump(listed)}.items():
            archive.writestr(f"a-offline/{path}", data)
    return raw.getvalue()


LOADERS = _loaders()


def damaged(good: bytes, chance: random.Random, rounds: int) -> Iterator[bytes]:
    """Empty, binary, cut off, changed byte by byte, line by line and value by value."""
    yield from (
        b"",
        b"\x00",
        b"\xff\xfe",
        b"\x80",
        good * 2,
        good[::-1],
        b"null",
        b"[]",
        b"1",
        b"{}",
    )
    yield from (b"[" * 100_000, b'{"a":' * 100_000, b"- " * 100_000, b"\xef\xbb\xbf" + good)
    yield from (good + b"\x00", good.replace(b"\n", b"\r"), good.decode("latin-1").encode("utf-16"))
    for _ in range(rounds):
        yield bytes(chance.randrange(256) for _ in range(chance.randint(1, 300)))
        yield good[: chance.randrange(len(good))]
        bytes_ = bytearray(good)
        for _ in range(chance.randint(1, 8)):
            bytes_[chance.randrange(len(bytes_))] = chance.randrange(256)
        yield bytes(bytes_)
        lines = good.splitlines(keepends=True)
        chance.shuffle(lines)
        yield b"".join(lines[: chance.randint(1, len(lines))])
        yield _other_value(good, chance)


def _other_value(good: bytes, chance: random.Random) -> bytes:
    places = [m.span(1) for m in re.finditer(rb": ([^,}\n]+)", good)] or [(0, len(good))]
    start, end = chance.choice(places)
    return good[:start] + chance.choice(VALUES).encode() + good[end:]


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    shutil.copytree(
        CASES / "two-sources", tmp_path / "work", ignore=shutil.ignore_patterns("expected")
    )
    return Workspace.find(tmp_path / "work")


@pytest.mark.parametrize("rounds", [20, pytest.param(400, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", LOADERS)
def test_a_broken_file_is_refused_with_our_words(name: str, rounds: int, place: Workspace) -> None:
    loader = LOADERS[name]
    file = place.root / loader.path
    file.parent.mkdir(parents=True, exist_ok=True)
    chance = random.Random(name)  # noqa: S311 - damage, no secrets
    refused = unplaced = 0
    for raw in damaged(loader.good, chance, rounds):
        file.write_bytes(raw)
        try:
            loader.load(place)
        except BriefwrightError as error:
            refused += 1
            unplaced += not (error.at and error.fix)
    assert not unplaced
    # Names, digests and texts of the site stand in for what can't be read.
    assert refused or name in {"site's name", "digests"}


@pytest.mark.parametrize("name", LOADERS)
def test_the_good_file_is_read(name: str, place: Workspace) -> None:
    loader = LOADERS[name]
    file = place.root / loader.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(loader.good)
    assert loader.load(place) is not None
