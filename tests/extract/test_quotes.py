"""Quotation marks are paired before any sentence is split."""

from __future__ import annotations

import pytest

from briefwright import Article
from briefwright.extract.quotes import find_quotations


def inner(text: str) -> list[str]:
    article = Article.from_text(text, id="quotes")
    found = find_quotations(article.text, article.blocks)
    for quotation in found:
        assert quotation.outer.contains(quotation.inner)
    return [quotation.inner.of(article.text) for quotation in found]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said, “It is over.”", ["It is over."]),
        ('He said, "It is over," and left. "Now."', ["It is over,", "Now."]),
        ("‘It is over,’ said the council’s leader.", ["It is over,"]),
        ("He called it ‘the workers’ own plan’ today.", ["the workers’ own plan"]),
        ("It was the workers’ plan and the bosses’ loss.", []),
        ("‘They said, “Go,” and we went,’ he told us.", ["They said, “Go,” and we went,"]),
        ("It's the dog's dinner, isn't it?", []),
        ("«It is over», he said.", ["It is over"]),
        ("He said, 'It is over,' and left.", ["It is over,"]),
        ("A 6' board and a 5\" nail were found.", []),
        ("An “open quotation that nobody closes.", []),
    ],
)
def test_pairs(text: str, quoted: list[str]) -> None:
    assert inner(text) == quoted


def test_a_quotation_runs_on_where_the_next_paragraph_opens_it_again() -> None:
    text = '"Half of it is new," she wrote. "We will grow.\n"Nor will we cut."\nIt ended there.'
    article = Article.from_text(text, id="quotes")
    found = find_quotations(article.text, article.blocks)
    assert [(q.inner.of(text), q.continued) for q in found] == [
        ("Half of it is new,", False),
        ("We will grow.", True),
        ("Nor will we cut.", False),
    ]
