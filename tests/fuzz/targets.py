"""What the fuzzer calls: each takes any bytes, and only an error of the package may come out."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Callable
from contextlib import suppress

import markdown  # type: ignore[import-untyped]  # it ships no types

from briefwright import Article
from briefwright.compose.escape import escape, front_matter
from briefwright.errors import BriefwrightError
from briefwright.ingest.options import IngestOptions
from briefwright.ingest.read import read_source
from briefwright.model import canonical
from briefwright.store import yaml_write
from briefwright.store.facts_file import facts_of
from briefwright.store.yaml import load_yaml
from briefwright.store.yaml_patch import patched

ARTICLE = Article.from_text("Hello world, said Bob. Shares fell 1.4% on Monday.", id="short")
MARKDOWN = markdown.Markdown(extensions=["toc", "tables", "attr_list", "md_in_html"])
# Small limits: a fuzzer looks for odd files, the tests of bombs look after large ones.
LARGEST = 20_000
FORMATS = ("a.txt", "a.md", "a.html", "a")


def loader(data: bytes) -> None:
    """The YAML loader, the writer behind it, and the facts format."""
    with suppress(BriefwrightError):
        load_yaml(data, "f.yml", max_bytes=LARGEST)
    # Most changed bytes are no UTF-8 any more; as Latin-1 they get past the door.
    with suppress(BriefwrightError):
        document = load_yaml(data.decode("latin-1").encode(), "f.yml", max_bytes=LARGEST)
        if patched(document, document.data) != document.text:
            raise AssertionError("a file that is not changed is not the same file")
        again = load_yaml(f"a: {yaml_write.flow(document.data)}".encode(), "again")
        if again.data["a"] != document.data:
            raise AssertionError("what was written is not what is read")
        facts_of(document, ARTICLE)


def ingest(data: bytes) -> None:
    """Sources of every format that is read without a library for PDF."""
    if not data or b"%PDF-" in data[:1100]:
        return
    with suppress(BriefwrightError):
        name = FORMATS[data[0] % len(FORMATS)]
        article = read_source(data[1:], name, IngestOptions(max_bytes=LARGEST))
        if canonical(article.text) != article.text:
            raise AssertionError("the text of an article is not canonical")
        for block in article.blocks:
            if not block.span.of(article.text):
                raise AssertionError("a block without text")


def escaping(data: bytes) -> None:
    """Text from outside on a page: the page shows that text, in one paragraph without attributes.

    A text that is white space alone gives no paragraph; front matter stays one line of HTML text.
    """
    text = data.decode("utf-8", "surrogateescape" if data[:1] == b"\xff" else "replace")
    _shows(text)
    line = front_matter(text)
    if len(line.splitlines()) != 1 or set(line[1:-1]) & set("<>\"'"):
        raise AssertionError("a title leaves its line")


def _shows(text: str) -> None:
    page = MARKDOWN.reset().convert(f"x{escape(text)}x")
    wanted = "".join(_shown(char) for char in f"x{text}x")
    if not (page.startswith("<p>") and page.endswith("</p>")) or "<" in page[3:-4]:
        raise AssertionError(f"more than one paragraph of text: {page!r}")
    if html.unescape(page[3:-4]) != wanted:
        raise AssertionError(f"the page shows {page!r}")


def _shown(char: str) -> str:
    category = unicodedata.category(char)
    if category != "Zs" and char.isspace():
        return " "
    return "\ufffd" if category in {"Cc", "Cs"} else char


TARGETS: dict[str, Callable[[bytes], None]] = {
    "loader": loader,
    "ingest": ingest,
    "escaping": escaping,
}
SEEDS: dict[str, tuple[bytes, ...]] = {
    "loader": (
        b'schema: 1\narticle: {id: short}\nfigures:\n  - {id: f-1, quote: "1.4%", at: [35, 39]}\n',
        b"a: &x [1, *x]\n<<: {b: !!str 1}\n--- |\n  text\n",
        b"? [a]\n: >-\n  folded\n\n  text\n...\n%YAML 1.1\n",
        "\ufeffa: \"\\u00e9\\x41\"\r\n# note\nb: '''quoted'''\n".encode(),
    ),
    "ingest": (
        b"\x00A heading\n\nFirst paragraph.\r\nSecond line.\n\n- one\n- two\n",
        b"\x01---\ntitle: A\ndate: 2025-01-28\nauthors: [B, C]\n---\n# Heading\n\nText *here*.\n",
        (
            b"\x02<!doctype html><title>A</title><meta name=date content=2025-01-28><article>"
            b"<h1>A</h1><p>The ferry operator has ordered two ships, she said.</p></article>"
        ),
        b"\x03\xff\xfeH\x00i\x00 \x00t\x00h\x00e\x00r\x00e\x00.\x00",
    ),
    "escaping": (
        b"1. *a* _b_ `c` [d](e) <f> {#g} &amp; | \\",
        b"[TOC] {: .x } !!! note ``` ~~~ ==a== ^^b^^ [^1]: c",
        "\u202eabc\u2028 \x85 \xa0 klzzwxh:0 \x02 \x03".encode(),
    ),
}
