"""Text made to exhaust a Markdown parser, through the real pages: time grows with its length.

Python-Markdown has its slow corners (brackets, emphasis, references). Text from outside reaches it
as letters and character references only, so that none of them is met. One remains: it copies a
paragraph once for each reference in it, so that from some 20,000 characters of punctuation in one
paragraph on, time grows faster (80,000 take ten times as long). SECURITY.md says so.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from html import unescape

import markdown  # type: ignore[import-untyped]  # it ships no types
import pytest
import yaml
from tests.compose.cases import INFO

from briefwright.compose import Dossier
from briefwright.model import Article, Brief, Facts
from briefwright.site.gated import gated
from briefwright.store.templates import load_templates, packaged_templates

LONGER = 4
# Four times the text may take so many times as long; its square would be sixteen.
ALLOWED, SLACK = 8, 0.5

INPUTS = {
    "brackets": "[" * 8 + "a" + "]" * 7,
    "open brackets": "[",
    "link brackets": "[a](",
    "images": "![[](",
    "link references": "[a]: <b> ",
    "footnotes": "[^1]: [^1]",
    "asterisks": "*a_",
    "emphasis runs": "**a *b ***c ",
    "underscores": "_ a __b_",
    "backticks": "`a``b```",
    "fences": "```a ~~~ ",
    "quotes": "> > > ",
    "curly quotes": "“a ‘b” c’ ",
    "lists": "- 1. * + ",
    "headings": "# a ## ",
    "tables": "| a | - | : ",
    "html": "<a <b></c> ",
    "comments": "<!-- --> <!- ",
    "entities": "&amp;&#42;&#x; &",
    "attribute lists": "{: .a #b } {",
    "autolinks": "<http://a.b> www.a ",
    "backslashes": "\\*\\\\",
    "admonitions": "!!! a ??? b === ",
    "mathematics and marks": "$$a$ ==b^^~~",
    "words": "word and word, ",
    "one long word": "x",
}


def extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    """Those of a new workspace's mkdocs.yml, and those that MkDocs always adds."""
    config = yaml.safe_load((packaged_templates() / "init" / "mkdocs.yml").read_text())
    names, settings = ["toc", "tables", "fenced_code"], dict[str, dict[str, object]]()
    for entry in config["markdown_extensions"]:
        named = entry if isinstance(entry, dict) else {entry: {}}
        settings |= named
        names += named
    return sorted(set(names)), settings


def build(unit: str, length: int) -> str:
    """All pages of a brief whose article, title, question and judgment are this text, as HTML."""
    text = (unit * (length // len(unit) + 1))[:length].strip()
    words = f"Ann said: {text}\n\n{text}\n\nThe end."
    article = Article.from_text(words, id="odd", title=text[:500])
    content = {"quote": article.text[10 : 10 + len(text)], "at": [10, 10 + len(text)]}
    facts = Facts.of(
        article,
        entities=[{"id": "ann", "name": "Ann", "type": "person", "mentions": [[0, 3]]}],
        claims=[
            {
                "id": "c-1",
                "speaker": {"entity": "ann", "quote": "Ann", "at": [0, 3]},
                "cue": {"quote": "said", "at": [4, 8]},
                "content": [content],
                "form": "indirect",
                "certainty": "asserted",
            }
        ],
    )
    brief = Brief.model_validate(
        {
            "id": "odd",
            "title": text[:2000],
            "question": text,
            "articles": ["odd"],
            "judgments": [{"text": text, "facts": ["c-1"]}],
        }
    )
    made = gated([Dossier(article, facts, ())], [brief], load_templates(), INFO)
    names, settings = extensions()
    reader = markdown.Markdown(extensions=names, extension_configs=settings)
    # MkDocs takes the front matter off before.
    pages = [page.partition("\n---\n")[2] or page for page in made.pages.values()]
    return "".join(str(reader.reset().convert(page)) for page in pages)


def seconds(work: Callable[[], object]) -> float:
    """Process time without the collector, whose time grows with what other tests keep."""
    gc.collect()
    gc.disable()
    try:
        begin = time.process_time()
        work()
        return time.process_time() - begin
    finally:
        gc.enable()


@pytest.fixture(scope="module", autouse=True)
def caches() -> None:
    """What is read once, such as templates, is no part of a page's time."""
    build("word ", 500)


@pytest.mark.parametrize("length", [1_000, pytest.param(5_000, marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", INPUTS)
def test_a_page_of_it_takes_time_as_its_length(name: str, length: int) -> None:
    unit = INPUTS[name]
    short = seconds(lambda: build(unit, length))
    long = seconds(lambda: build(unit, length * LONGER))
    assert long < ALLOWED * short + SLACK


def test_the_pages_show_the_text() -> None:
    assert unescape(build("[a](", 400)).count("[a](" * 90) >= 3
