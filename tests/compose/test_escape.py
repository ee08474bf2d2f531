"""The law of escaping: whatever the text, the page shows that text and nothing else."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefwright.compose.escape import SafeMarkdown, escape, escape_each, front_matter

SYNTAX = "*_`[]<>{}#&|\\~^:!=+-.,;/?%@'\"()$ \n\t1aé’"
FRAGMENTS = st.sampled_from(
    ["1. ", "- ", "+ ", "* ", "> ", "# ", "```", "~~~", "!!! note", "    ", "[TOC]", "[a](b)",
     "{: #x }", "{#x}", "&lt;", "&#42;", "<b>", "</p>", "<!--", "-->", "<?", "==", "--", "---",
     "***", ":   d", "|", "|-|", "[^1]", "*[a]: b", "[a]: b", "\\*", "???", "\n\n", "  \n",
     "http://a.b/", "<a@b.c>", "www.a.b", "![a](b)", "\u202e", "\x00", "\x02", "\x03", "\r\n",
     "STX", "klzzwxh:0", "\u2028", "\x85", "\xa0", "\x1c", "A.", "١. ", "1) "]
)  # fmt: skip
TEXTS = st.lists(
    st.one_of(st.text(max_size=8), st.text(alphabet=SYNTAX, max_size=12), FRAGMENTS), max_size=8
).map("".join)
POSITIONS = {
    "paragraph": ("{}\n", ["p"]),
    "after words": ("Before {} after\n", ["p"]),
    "in emphasis": ("**{}** and _{}_\n", ["p", "strong", "em"]),
    "link text": ("[{}](page.html)\n", ["p", "a"]),
    "before a link": ("{}[link](page.html){{: .b }}\n", ["p", "a"]),
    "list item": ("- {}\n- second\n", ["ul", "li", "li"]),
    "numbered item": ("1.  {}\n    {{: #item }}\n\n    More\n", ["ol", "li", "p", "p"]),
    "heading": ("## {} {{: #here }}\n", ["h2", "a"]),
    "table cell": (
        "| a | b |\n| --- | --- |\n| {} | x |\n",
        ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"],
    ),
    "quote": ("> {}\n", ["blockquote", "p"]),
    "inside a block": ('<div class="x" markdown>\n\n{}\n\n</div>\n', ["div", "p"]),
    "inside a mark": ('<mark id="m">{}</mark>[1][]{{.b}}\n\n[1]: x.html\n', ["p", "mark", "a"]),
    "raw block": ("<figure>\n<p>{}</p>\n</figure>\n", ["figure", "p"]),
}


def shown(text: str) -> str:
    """What a page can show of `text`: white space of every kind as a space, controls as U+FFFD."""
    spaced = "".join(" " if c.isspace() and unicodedata.category(c) != "Zs" else c for c in text)
    return "".join("\ufffd" if unicodedata.category(c) in {"Cc", "Cs"} else c for c in spaced)


@pytest.mark.parametrize("position", POSITIONS)
@settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=TEXTS)
@example(text="1. item")
@example(text="*a* _b_ `c` [d](e) <f> {#g} &amp; | \\")
@example(text="  edges  ")
@example(text="= - +")
def test_a_page_shows_the_text_and_nothing_else(
    position: str, text: str, render: Callable[[str], str], read_html: Callable[..., Any]
) -> None:
    layout, elements = POSITIONS[position]
    marker = "TEXT"
    escaped = escape(text)
    if not escaped and position != "after words":
        return
    plain = read_html(render(layout.format(*[marker] * 2)), "headerlink")
    page = read_html(render(layout.format(*[escaped] * 2)), "headerlink")
    assert page.tags == plain.tags
    assert [t for t in plain.tags if t != "a"] == [t for t in elements if t != "a"]
    assert page.text == plain.text.replace(marker, shown(text))
    assert page.elements == plain.elements, "no attribute changed"


@given(text=TEXTS)
def test_the_source_is_one_line_and_decodes_to_the_text(text: str) -> None:
    escaped = escape(text)
    assert len(escaped.splitlines()) <= 1
    assert html.unescape(escaped) == shown(text)
    assert "".join(escape_each(text)) == escaped
    assert len(escape_each(text)) == len(text)


@given(text=TEXTS)
def test_front_matter_is_one_yaml_string_of_safe_html(text: str) -> None:
    loaded = yaml.safe_load(f"title: {front_matter(text)}\nother: 1\n")
    assert set(loaded) == {"title", "other"}
    title = loaded["title"]
    assert html.unescape(title) == " ".join(shown(text).split())
    assert not set(title) & set("<>\"'")


@pytest.mark.parametrize(
    "text",
    [
        "Nvidia, which saw a staggering loss of approximately $600 billion (£482 billion).",
        "“If you could do it cheaper,” he said: that’s 1.4% at 10:30.",
        "low-cost models; who knows? 3/4 of them - or 0.803 = 482 / 600",
    ],
)
def test_ordinary_prose_stays_readable(text: str) -> None:
    assert escape(text) == text


def test_safe_markdown_is_left_alone() -> None:
    assert escape(SafeMarkdown("**bold**")) == "**bold**"
    assert escape(escape("*")) == "&#42;"


def test_direction_marks_can_not_reorder_the_source() -> None:
    assert escape("a\u202eb") == "a&#8238;b"
