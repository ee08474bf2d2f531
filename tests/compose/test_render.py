"""What a person's own template may do wrong, and what it may not do."""

from __future__ import annotations

import pytest

from briefwright.compose.escape import SafeMarkdown
from briefwright.compose.render import Renderer
from briefwright.errors import BuildError


def test_expressions_are_escaped_and_layout_is_not() -> None:
    page = Renderer({"a": "# {{ x }}\n\n\n\n**{{ y }}**\n"}).page(
        "a", x="*x*", y=SafeMarkdown("`y`")
    )
    assert page == "# &#42;x&#42;\n\n**`y`**\n"


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        ("one\n{{ missing }}", 2, "'missing' is undefined"),
        ("one\ntwo {% if %}", 2, "Expected an expression"),
        ("{{ x | safe }}", 1, "may not declare text safe"),
        ("\n{% set y %}<b>{% endset %}{{ y }}", 2, "may not declare text safe"),
        ("{% macro m() %}*{% endmacro %}{{ m() }}", 1, "may not declare text safe"),
        ("{{ none }}", 1, "gave nothing"),
        ("\n\n{{ 1 / 0 }}", 3, "division by zero"),
        ("{{ x.nothing }}", 1, "has no attribute 'nothing'"),
        ('{% include "a" %}', 1, "recursion"),
    ],
)
def test_a_wrong_template_is_named_with_its_line(source: str, line: int, said: str) -> None:
    with pytest.raises(BuildError) as raised:
        Renderer({"a": source}).page("a", x="x")
    assert raised.value.code == "B003"
    assert raised.value.at == f"templates/a:{line}"
    assert said in raised.value.saw


def test_a_missing_template_is_named() -> None:
    with pytest.raises(BuildError) as raised:
        Renderer({}).page("brief.md.j2")
    assert raised.value.at == "templates/brief.md.j2"


def test_an_error_in_a_partial_names_the_partial() -> None:
    with pytest.raises(BuildError) as raised:
        Renderer({"a": '{% include "b" %}', "b": "\n{{ nothing }}"}).page("a")
    assert raised.value.at == "templates/b:2"
