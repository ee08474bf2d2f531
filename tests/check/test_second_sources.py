"""Claims and the articles that bear them out."""

from __future__ import annotations

from tests.check.planted import article_of, claim, found, pair

from briefwright.check import check
from briefwright.model import Article, Facts


def told(id: str, words: str) -> tuple[Article, Facts]:
    text = f"Officials said {words}."
    return pair(article_of(text, id=id), claims=[claim(words, "Officials", id=f"c-{id}")])


ONE = told("one", "the northern bridge will close for repairs in June")


def test_a_claim_of_one_article() -> None:
    (finding,) = found("no-second-source", ONE)
    assert finding.message == "1 claim rests on one article alone."
    assert finding.facts == ("c-one",)


def test_a_claim_that_another_article_has_too() -> None:
    two = told("two", "repairs will close the northern bridge in June")
    assert found("no-second-source", ONE, two) == []


def test_another_claim_bears_nothing_out() -> None:
    two = told("two", "the southern school will open after repairs in May")
    findings = found("no-second-source", ONE, two)
    assert [finding.facts for finding in findings] == [("c-one",), ("c-two",)]
    assert findings[0].message == "1 claim rests on this article alone."


def test_articles_of_another_brief_do_not_count() -> None:
    two = told("two", "repairs will close the northern bridge in June")
    findings = check([ONE, two], briefs=[("one",), ("two",)])
    assert [f.article for f in findings if f.check == "no-second-source"] == ["one", "two"]
