"""Parts, wholes and shares."""

from __future__ import annotations

import pytest
from tests.check.planted import article_of, counts, figure, first_word, found, pair, percent


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("12 of the 10 members", 1),
        ("12 out of the 10 members", 1),
        ("9 of the 10 members", 0),
        ("10 of the 10 members", 0),
        ("1,200 of its 1,100 shops", 1),
        ("12 of the 10,000 members", 0),
    ],
)
def test_a_part_named_with_its_whole(words: str, wrong: int) -> None:
    article = article_of(f"So {words} voted.")
    ratio = figure(words, "count", float(first_word(words).replace(",", "")))
    findings = found("part-over-whole", pair(article, figures=[ratio]))
    assert len(findings) == wrong
    assert all(finding.facts == (ratio["id"],) for finding in findings)


def test_the_working_compares_part_and_whole() -> None:
    article = article_of("12 of the 10 members voted.")
    ratio = figure("12 of the 10 members", "count", 12)
    (finding,) = found("part-over-whole", pair(article, figures=[ratio]))
    assert finding.message == "“12 of the 10”: the part is larger than the whole"
    assert finding.working == ("12 > 10",)


def test_a_date_is_no_whole() -> None:
    article = article_of("12 of the 10 July votes counted.")
    ratio = figure("12 of the 10", "count", 12)
    assert found("part-over-whole", pair(article, figures=[ratio])) == []


INCLUDING = [
    ("The fire killed 12 people, including 14 children.", ["12 people", "14 children"], 1),
    ("The fire killed 12 people, including 7 children.", ["12 people", "7 children"], 0),
    ("It hit 12 people, including 7 women and 6 men.", ["12 people", "7 women", "6 men"], 1),
    ("It hit 12 people, including 6 women and 6 men.", ["12 people", "6 women", "6 men"], 0),
    ("It hit 12 people, including 7 women and 6 nurses.",
     ["12 people", "7 women", "6 nurses"], 0),
    ("It hit 12 people, and 14 children fled.", ["12 people", "14 children"], 0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quotes", "wrong"), INCLUDING)
def test_what_is_included_is_no_more_than_the_whole(
    text: str, quotes: list[str], wrong: int
) -> None:
    findings = found("part-over-whole", pair(article_of(text), figures=counts(*quotes)))
    assert len(findings) == wrong


def test_parts_that_nobody_shares_are_added() -> None:
    text, quotes, _ = INCLUDING[2]
    (finding,) = found("part-over-whole", pair(article_of(text), figures=counts(*quotes)))
    assert finding.working == ("7 + 6 = 13; 13 > 12",)
    assert len(finding.facts) == 3


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("60 % voted for it and 45 % against.", 1),
        ("60 % voted for it and 40 % against.", 0),
        ("60 % said yes and 45 % were women.", 0),
        ("60 % supported the tunnel, and 45 % opposed it.", 1),
        ("60 % supported the tunnel. A year before, 45 % opposed it.", 0),
    ],
)
def test_shares_that_exclude_each_other(text: str, wrong: int) -> None:
    figures = [percent(quote) for quote in ("60 %", "45 %", "40 %") if quote in text]
    findings = found("shares-over-100", pair(article_of(text), figures=figures))
    assert len(findings) == wrong


def test_the_working_adds_the_shares() -> None:
    article = article_of("60 % voted for it and 45 % against.")
    pairs = pair(article, figures=[percent("60 %"), percent("45 %")])
    (finding,) = found("shares-over-100", pairs)
    assert finding.working == ("60 + 45 = 105", "105 > 100")


def test_shares_that_rounding_takes_over_a_hundred() -> None:
    article = article_of("51 % voted for it and 50 % against.")
    figures = [percent("51 %"), percent("50 %")]
    assert found("shares-over-100", pair(article, figures=figures)) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("It was backed by 120 % of voters.", 1),
        ("It was backed by 100 % of voters.", 0),
        ("Debt stands at 120 % of income.", 0),
        ("Sales were 120 % of the target.", 0),
    ],
)
def test_a_share_of_people_above_all_of_them(text: str, wrong: int) -> None:
    told = "120 %" if "120" in text else "100 %"
    findings = found("share-over-100", pair(article_of(text), figures=[percent(told)]))
    assert [finding.working for finding in findings] == [("120 > 100",)] * wrong
