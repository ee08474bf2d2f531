"""Figures: values set down from what the words mean, in plain units."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.extract.support import facts_of

# Text, the figure's words, its value, its currency.
MONEY = [
    ("It cost $12.50.", "$12.50", "12.5", "USD"),
    ("It cost £1,234,567.89 in all.", "£1,234,567.89", "1234567.89", "GBP"),
    ("It cost €0.05.", "€0.05", "0.05", "EUR"),
    ("It cost C$3 million.", "C$3 million", "3000000", "CAD"),
    ("It cost HK$40.", "HK$40", "40", "HKD"),
    ("It cost NZ$7m.", "NZ$7m", "7000000", "NZD"),
    ("It cost R$2.5 billion.", "R$2.5 billion", "2500000000", "BRL"),
    ("It cost ₩500 billion.", "₩500 billion", "500000000000", "KRW"),
    ("It cost ¥20 billion.", "¥20 billion", "20000000000", "JPY"),
    ("It cost CN¥20.", "CN¥20", "20", "CNY"),
    ("It cost Rs 500.", "Rs 500", "500", "INR"),
    ("It cost Rs. 2 lakh.", "Rs. 2 lakh", "200000", "INR"),
    ("It cost ₹20 lakh.", "₹20 lakh", "2000000", "INR"),
    ("It cost ₹1.5 crore.", "₹1.5 crore", "15000000", "INR"),
    ("It cost CHF 30 million.", "CHF 30 million", "30000000", "CHF"),
    ("It cost RMB 5bn.", "RMB 5bn", "5000000000", "CNY"),
    ("It cost 12 million USD.", "12 million USD", "12000000", "USD"),
    ("It cost 5m EUR.", "5m EUR", "5000000", "EUR"),
    ("It cost $3k.", "$3k", "3000", "USD"),
    ("It cost $1.1trn.", "$1.1trn", "1100000000000", "USD"),
    ("It cost £400 thousand.", "£400 thousand", "400000", "GBP"),
    ("It cost $2 mn.", "$2 mn", "2000000", "USD"),
    ("It cost seven dollars.", "seven dollars", "7", "USD"),
    ("It cost half a million dollars.", "half a million dollars", "500000", "USD"),
    ("It cost a million pounds.", "a million pounds", "1000000", "GBP"),
    ("It cost two hundred euros.", "two hundred euros", "200", "EUR"),
    ("It cost twenty-five million kroner.", "twenty-five million kroner", "25000000", "NOK"),
    ("It cost 40 million Danish kroner.", "40 million Danish kroner", "40000000", "DKK"),
    ("It cost three billion rupees.", "three billion rupees", "3000000000", "INR"),
    ("It cost 1.5 trillion won.", "1.5 trillion won", "1500000000000", "KRW"),
    ("It cost 90 US dollars.", "90 US dollars", "90", "USD"),
    ("It cost ninety-nine cents.", "ninety-nine cents", "0.99", "USD"),
    ("It cost 20 pence.", "20 pence", "0.2", "GBP"),
    ("It cost 45p.", "45p", "0.45", "GBP"),
    ("It cost $600-million.", "$600-million", "600000000", "USD"),
    ("It was a $5-billion plant.", "$5-billion", "5000000000", "USD"),
    ("It cost 50 €.", "50 €", "50", "EUR"),
    ("It cost 20¢.", "20¢", "0.2", "USD"),
    ("It cost $5 CAD.", "$5 CAD", "5", "CAD"),
    ("It cost $5 million Australian dollars.", "$5 million Australian dollars", "5000000", "AUD"),
    ("It was a USD$ 23 million dollar deal.", "USD$ 23 million dollar", "23000000", "USD"),
    ("It lost -$5 million.", "-$5 million", "-5000000", "USD"),
    (
        "It cost 300 million South African rand.",
        "300 million South African rand",
        "300000000",
        "ZAR",
    ),
]
# Text, the figure's words, its kind, its value.
MEASURES = [
    ("Rates rose 0.5 percentage point.", "0.5 percentage point", "points", "0.5"),
    ("Rates rose half a percentage point.", "half a percentage point", "points", "0.5"),
    ("Rates rose a quarter point.", "a quarter point", "points", "0.25"),
    ("Rates rose three percentage points.", "three percentage points", "points", "3"),
    ("The yield rose 50 basis points.", "50 basis points", "basis_points", "50"),
    ("It was a 25-basis-point cut.", "25-basis-point", "basis_points", "25"),
    ("The yield rose 25bp.", "25bp", "basis_points", "25"),
    ("Prices rose 1.5 pct.", "1.5 pct", "percent", "1.5"),
    ("Prices rose one per cent.", "one per cent", "percent", "1"),
    ("It was a 20-percent stake.", "20-percent", "percent", "20"),
    ("It was a 3.25% coupon.", "3.25%", "percent", "3.25"),
    ("The index lost 12 points.", "12 points", "points", "12"),
    ("One in five adults agree.", "One in five", "ratio", "0.2"),
    ("It fails one in every three times.", "one in every three", "ratio", "0.3333"),
    ("There were ten times more visitors.", "ten times", "ratio", "10"),
    ("It is twice as large.", "twice", "ratio", "2"),
    ("Two-thirds of voters agree.", "Two-thirds", "ratio", "0.6667"),
    ("Sales rose 3-fold.", "3-fold", "ratio", "3"),
    ("Sales tripled.", "tripled", "ratio", "3"),
    ("Sales halved.", "halved", "ratio", "0.5"),
    ("It trades at 2.5 times.", "2.5 times", "ratio", "2.5"),
    ("It is four times faster.", "four times", "ratio", "4"),
    ("Half of the voters agree.", "Half", "ratio", "0.5"),
    ("A third of the voters agree.", "A third", "ratio", "0.3333"),
    ("It won 20pc.", "20pc", "percent", "20"),
    ("The rate is minus 0.5 percent.", "minus 0.5 percent", "percent", "-0.5"),
    ("Three-quarters of a point is much.", "Three-quarters of a point", "points", "0.75"),
]
COUNTS = [
    ("The group has 12 firms.", "12 firms", "12"),
    ("It burned down 1.2 million homes.", "1.2 million homes", "1200000"),
    ("They met fifteen children.", "fifteen children", "15"),
    ("The union has 27 member states.", "27 member states", "27"),
    ("They sold 4,500 electric cars.", "4,500 electric cars", "4500"),
    ("It won 21 of the 25 seats.", "21 of the 25 seats", "21"),
    ("It drew upwards of 5,000 visitors.", "upwards of 5,000 visitors", "5000"),
]
# Text, the range's words, its kind, its two ends.
RANGES = [
    ("It will cost $5 to $7 billion.", "$5 to $7 billion", "money", "5000000000", "7000000000"),
    ("It will cost ₹5 to ₹7 crore.", "₹5 to ₹7 crore", "money", "50000000", "70000000"),
    ("It will cost $900 to $1.2 million.", "$900 to $1.2 million", "money", "900", "1200000"),
    ("It will cost €3 to €4.", "€3 to €4", "money", "3", "4"),
    ("It will cost 3-5 million euros.", "3-5 million euros", "money", "3000000", "5000000"),
    ("Rates rose 5 to 7 percent.", "5 to 7 percent", "percent", "5", "7"),
    ("Rates rose between 5 and 7 percent.", "between 5 and 7 percent", "percent", "5", "7"),
    ("Rates rose between 5% and 7%.", "between 5% and 7%", "percent", "5", "7"),
    ("Rates rose 20 to 30 basis points.", "20 to 30 basis points", "basis_points", "20", "30"),
    ("Rates rose 10–15%.", "10–15%", "percent", "10", "15"),
    ("Rates rose five to seven percent.", "five to seven percent", "percent", "5", "7"),
    ("It will cost $10-15 million.", "$10-15 million", "money", "10000000", "15000000"),
    ("It will cost $3 to 4 billion.", "$3 to 4 billion", "money", "3000000000", "4000000000"),
    (
        "It costs between US$300 and 400 billion.",
        "between US$300 and 400 billion",
        "money",
        "300000000000",
        "400000000000",
    ),
    (
        "It will cost 20 thousand to 50 thousand rupees.",
        "20 thousand to 50 thousand rupees",
        "money",
        "20000",
        "50000",
    ),
    ("It drew 18,000 to 63,000 visitors.", "18,000 to 63,000 visitors", "count", "18000", "63000"),
]


@pytest.mark.parametrize(("text", "quote", "value", "currency"), MONEY)
def test_money(text: str, quote: str, value: str, currency: str) -> None:
    found = facts_of(text).figures
    assert [(f.quote, f.kind, f.value, f.currency) for f in found] == [
        (quote, "money", Decimal(value), currency)
    ]


@pytest.mark.parametrize(("text", "quote", "kind", "value"), MEASURES)
def test_measures(text: str, quote: str, kind: str, value: str) -> None:
    found = facts_of(text).figures
    assert [(f.quote, f.kind, f.value) for f in found] == [(quote, kind, Decimal(value))]


@pytest.mark.parametrize(("text", "quote", "value"), COUNTS)
def test_counts(text: str, quote: str, value: str) -> None:
    found = facts_of(text).figures
    assert [(f.quote, f.kind, f.value) for f in found] == [(quote, "count", Decimal(value))]


@pytest.mark.parametrize(("text", "quote", "kind", "low", "high"), RANGES)
def test_ranges(text: str, quote: str, kind: str, low: str, high: str) -> None:
    found = facts_of(text).figures
    assert [(f.quote, f.kind, f.value, f.upper) for f in found] == [
        (quote, kind, Decimal(low), Decimal(high))
    ]


@pytest.mark.parametrize(
    "quote",
    [
        "an estimated $5m",
        "as much as 40%",
        "just under £3bn",
        "in excess of €2bn",
        "close to ¥900",
        "at least 15%",
        "less than $1",
        "upwards of 300 people",
        "~$5m",
    ],
)
def test_approximations(quote: str) -> None:
    found = facts_of(f"They counted {quote}.").figures
    assert [(f.quote, f.approximate) for f in found] == [(quote, True)]


def test_a_change_and_its_level_are_no_range() -> None:
    found = facts_of("The share gained €5 to €22.").figures
    assert [(f.quote, f.upper) for f in found] == [("€5", None), ("€22", None)]


def test_a_day_and_the_share_after_it_are_no_range() -> None:
    found = facts_of("It rose from 40 percent on July 14 to 42 percent.").figures
    assert [(f.quote, f.upper) for f in found] == [("40 percent", None), ("42 percent", None)]


def test_a_margin_of_error_is_not_negative() -> None:
    [found] = facts_of("The margin is plus or minus 4.3 percentage points.").figures
    assert (found.quote, found.value) == ("4.3 percentage points", Decimal("4.3"))


def test_each_count_has_its_own_words() -> None:
    found = facts_of("It knows over 120 languages and over 80 cultures.").figures
    assert [(f.quote, f.value) for f in found] == [
        ("over 120 languages", Decimal(120)),
        ("over 80 cultures", Decimal(80)),
    ]


def test_a_second_conversion_is_one_of_the_first_amount() -> None:
    first, second, third = facts_of("It cost €20,000 (£17,500; US$22,900).").figures
    assert second.converts == third.converts == first.id


@pytest.mark.parametrize("text", ["It was exactly $5m.", "A roundabout $5m road.", "$5m overall."])
def test_no_approximation(text: str) -> None:
    assert [(f.quote, f.approximate) for f in facts_of(text).figures] == [("$5m", False)]


@pytest.mark.parametrize(
    ("text", "converted"),
    [
        ("It cost $4m (£3m).", True),
        ("It cost $4m (or £3m).", True),
        ("It cost $4m [€3m].", True),
        ("It cost $4m, or £3m.", True),
        ("It cost $4m and £3m.", False),
        ("It cost $4m ($3m last year).", False),
        ("It cost $4m (down from £3m).", False),
    ],
)
def test_conversions(text: str, converted: bool) -> None:
    first, second = facts_of(text).figures
    assert first.converts is None
    assert second.converts == (first.id if converted else None)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("The FTSE 100 closed at 8,533.87.", ["8,533.87"]),
        ("The DAX rose 12 points to 21,430.58.", ["12 points", "21,430.58"]),
        ("The town grew to 12,500.", []),
        ("The index rose to 4,100 people.", []),
    ],
)
def test_the_level_of_an_index(text: str, levels: list[str]) -> None:
    found = facts_of(text).figures
    assert [f.quote for f in found if f.kind == "points"] == levels


@pytest.mark.parametrize(
    "text",
    [
        "The G7 leaders met.",
        "They invoked Article 50.",
        "See page 12 and chapter 7.",
        "It happened on 5 February at 9 a.m.",
        "He is 52.",
        "They live at 10 Downing Street.",
        "Two people came.",
        "Version 2.5 is out.",
        "They won 3-1.",
        "The won fell, and so did the pound.",
        "That is a good point.",
        "In the 2010s and in 1998 they met.",
        "It took ten years and three days.",
        f"The key is {'7' * 60}%.",
        f"It costs $0.{'3' * 40}.",
        "They flew in two Boeing 737 jets.",
        "They met at 5:40 p.m. and at 6 p.m.",
        "The AP reported it.",
        "Halden beat Skarvik by 22 points to 10.",
        "It has a 1080p screen.",
        "The mayor has a ten-point plan.",
        "The two won medals, and he who in 1998 won more left.",
        "Norway is no euro zone country, nor has it a dollar index.",
        "They met in the first half of the year.",
        "They doubled down on it.",
        "It is high as a percent of income.",
        "He is the better half of a team, and the Danish half of it.",
        "The 78 co-owners met.",
    ],
)
def test_no_figure(text: str) -> None:
    assert facts_of(text).figures == ()


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("It cost ₹3 lakh crore.", "₹3 lakh crore", "3000000000000"),
        ("It cost three hundred thousand dollars.", "three hundred thousand dollars", "300000"),
        ("It cost one hundred and five dollars.", "one hundred and five dollars", "105"),
        ("It cost two hundred dollars.", "two hundred dollars", "200"),
        ("It cost $5 million (billions were lost).", "$5 million", "5000000"),
        ("Prices fell by −2.5%.", "−2.5%", "-2.5"),
        ("The rate stands at -0.5 percent now.", "-0.5 percent", "-0.5"),
        ("It was a post-2% world.", "2%", "2"),
    ],
)
def test_long_numbers_and_signs(text: str, quote: str, value: str) -> None:
    found = facts_of(text).figures
    assert [(f.quote, f.value) for f in found] == [(quote, Decimal(value))]
