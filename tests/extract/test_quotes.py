"""Quotation marks are paired before any sentence is split."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
        ("„Es ist vorbei“, sagte er.", ["Es ist vorbei"]),
        ("``It is over,'' he said.", ["It is over,"]),
        ("He said: ‘No.’ Then: ‘Yes.’", ["No.", "Yes."]),
        ("The '90s and the '80s were long.", []),
        ("She wrote 'the farmers' union is wrong' and left.", ["the farmers' union is wrong"]),
        ("‘The farmers’ union,’ she said, ‘is wrong.’", ["The farmers’ union,", "is wrong."]),
        ("“He said “go,” and “stay,” to us,” she said.", ["He said “go,” and “stay,” to us,"]),
        ("“One “two” three”, she said.", ["One “two” three"]),
        ("“One “two three”, she said.", ["One “two three"]),
        ("(“It is over.”) [“Is it?”]", ["It is over.", "Is it?"]),
        ("An empty “” and a lone ” stay.", []),
        ("No mark opens before a“word”.", []),
        ('“It is old," she said. "It will break.”', ["It is old,", "It will break."]),
        ('"It is old,” she said. “It will break."', ["It is old,", "It will break."]),
        ('She called it “too old," and left. He called it “new.”', ["too old,", "new."]),
        ('"He said "go" and we went," she said.', ['He said "go" and we went,']),
        ('"It is old, she said. "It will break."', ["It will break."]),
        ("“A 6' 2\" wide board is old,” she said.", ["A 6' 2\" wide board is old,"]),
        ('He said,"It is old." Then,"Go."', ["It is old.", "Go."]),
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


@given(st.text(alphabet="ab s. ,“”‘’\"'«»„\n—(", max_size=60))
@settings(max_examples=300, deadline=None)
def test_quotations_are_apart_and_stand_between_their_marks(text: str) -> None:
    article = Article.from_text("x" + text, id="quotes")
    found = find_quotations(article.text, article.blocks)
    assert all(one.outer.end <= other.outer.start for one, other in pairwise(found))
    for quotation in found:
        inner, outer = quotation.inner, quotation.outer
        assert article.blocks[quotation.block].span.contains(outer)
        assert inner.start == outer.start + 1
        assert outer.end - inner.end == (0 if quotation.continued else 1)
