"""Slips that the templates' white space rules make easy."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from briefwright.store.templates import load_templates

TEMPLATES = load_templates()
ONLY_TAGS = re.compile(r"\s*(?:\{%.*?%\}\s*)+")


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_line_that_ends_in_a_tag_does_not_run_into_the_next(name: str) -> None:
    """Jinja drops the line end after a tag (`trim_blocks`), so such a line needs a blank one."""
    lines = TEMPLATES[name].split("\n")
    joined = [
        f"{number}: {line} | {after}"
        for number, (line, after) in enumerate(pairwise(lines), 1)
        if line.endswith("%}") and not ONLY_TAGS.fullmatch(line)
        and after.strip() and not ONLY_TAGS.fullmatch(after)
    ]  # fmt: skip
    assert joined == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_template_declares_text_safe(name: str) -> None:
    assert not re.search(r"\|\s*safe\b|\bmacro\b|\bautoescape\b", TEMPLATES[name])


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_jinja_comment_hides_an_attribute_list(name: str) -> None:
    """`{#id}` is attr_list to Markdown and the start of a comment to Jinja: write `{: #id }`."""
    assert "{#" not in TEMPLATES[name]
