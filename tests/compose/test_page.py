"""A brief's page as a whole: the order of its sections, and nothing of its layout shows."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

Pages = Callable[[str], dict[str, str]]
ORDER = [
    "Bottom line", "The editor’s judgment", "Key points", "What changed since the last version",
    "Key numbers", "Timeline", "Claims", "Skeptics", "Market effects", "People and organisations",
    "Findings of the checks", "What we don’t know", "Sources", "Methods, and what was not checked",
    "How to cite",
]  # fmt: skip
# In brief before the point, so that a phone's first screen has both; whole behind it.
HEAD = ["As of", "Updated", "Review", "Sources", "Checks", "Downloads"]
ABOUT = ["Sources", "Facts", "Downloads"]


def test_sections_stand_in_the_order_of_a_brief(compose_case: Pages) -> None:
    page = compose_case("two-sources")["briefs/yields.md"]
    assert re.findall(r"^## (.+?) \{:", page, re.MULTILINE) == ORDER
    head, _, rest = page.partition("## Bottom line")
    top = rest[: rest.index("\n## ")]
    assert re.findall(r"^- \*\*(.+?)\*\*", head, re.MULTILINE) == HEAD
    assert re.findall(r"^- \*\*(.+?)\*\*", top, re.MULTILINE) == ABOUT


@pytest.mark.parametrize("case", ["seed", "two-sources", "empty"])
def test_no_attribute_list_is_shown(
    case: str, compose_case: Pages, render: Callable[[str], str]
) -> None:
    for path, page in compose_case(case).items():
        assert "{:" not in render(page), path


def test_an_empty_brief_says_what_it_does_not_have(compose_case: Pages) -> None:
    page = compose_case("empty")["briefs/nothing.md"]
    assert "<svg" not in page
    for said in ("No sentence in which a fact stands can be read alone and shown here",
                 "There is no earlier version", "The article reports no events",
                 "Nobody in the article doubts", "no move of a price"):  # fmt: skip
        assert said in page


def test_the_citation_holds_title_site_date_and_version(compose_case: Pages) -> None:
    page = compose_case("two-sources")["briefs/yields.md"]
    cited = r"^Yields and their doubters\. Briefs, as of 4 March 2026\. Version [0-9a-f]{12}\.$"
    assert re.search(cited, page, re.MULTILINE)
