"""Entities: what is a name, of which kind, which mentions belong together, and who a word means."""

from __future__ import annotations

import pytest
from tests.extract.support import article_of, assert_span, facts_of

from briefwright.extract.entities.listed import tickers
from briefwright.model import Entity


def entity(text: str, name: str) -> Entity:
    found = {e.name: e for e in facts_of(text).entities}
    assert name in found, sorted(found)
    return found[name]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The ministry is led by Anna Berg, who is 52.", "Anna Berg", "person"),
        ("Shares in Veldmark fell 3%.", "Veldmark", "company"),
        ("The lender Norvane cut its rates.", "Norvane", "company"),
        ("Corvid Holdings made a loss.", "Corvid Holdings", "company"),
        ("He teaches at Halden University.", "Halden University", "organization"),
        ("The Ministry of Fisheries closed the river.", "Ministry of Fisheries", "organization"),
        ("The European Central Bank cut rates.", "European Central Bank", "organization"),
        ("The Fed cut rates.", "Fed", "organization"),
        ("They met in Norway.", "Norway", "place"),
        ("They met at Halden Airport.", "Halden Airport", "place"),
        ("They live in the town of Skarvik.", "Skarvik", "place"),
        ("The S&P 500 fell.", "S&P 500", "index"),
        ("The Nikkei 225 was closed.", "Nikkei 225", "index"),
        ("Wall Street was closed.", "Wall Street", "market"),
        ("Brent crude rose 2%.", "Brent crude", "commodity"),
        ("The price of gold rose to a record.", "gold", "commodity"),
        ("The euro fell against other currencies.", "euro", "currency"),
        ("They came to the World Cup.", "World Cup", "event"),
        ("They sailed aboard the Northern Star.",
         "Northern Star", "product"),
        ("A mine damaged the bulk carrier Vera Lund.", "Vera Lund", "product"),
        ("The yard launched the MV Halden Star.", "MV Halden Star", "product"),
        ("General Motors cut its forecast.", "General Motors", "company"),
        ("They laid off 500 Boeing engineers.", "Boeing", "company"),
        ("They praised Boeing Australia for it.", "Boeing Australia", "company"),
        ("Air Canada ordered ten jets.", "Air Canada", "company"),
        ("Apple raised its prices, and so did others.", "Apple", "company"),
        ("The lender Norvane is based in Toulouse.", "Toulouse", "place"),
        ("A Toulouse-based firm grew.", "Toulouse", "place"),
        ("Daniel Press spoke to the council.", "Daniel Press", "person"),
        ("The President of Norway Ulla Strand spoke.", "Ulla Strand", "person"),
        ("Hurricane Odra reached the coast.", "Hurricane Odra", "event"),
        ("They came to the Skarvik Air Show.", "Skarvik Air Show", "event"),
        ("Reuters reported it.", "Reuters", "organization"),
        ("They fish in the upper Odra.", "Odra", "place"),
    ],
)  # fmt: skip
def test_types(text: str, name: str, kind: str) -> None:
    assert entity(text, name).type == kind


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("Anna Berg spoke. Berg left.", "Anna Berg", ["Anna Berg", "Berg"]),
        (
            "Norvane Energy grew. Norvane paid more.",
            "Norvane Energy",
            ["Norvane Energy", "Norvane"],
        ),
        (
            "The Coastal Climate Fund (CCF) met. The CCF paid.",
            "Coastal Climate Fund",
            ["Coastal Climate Fund", "CCF", "CCF"],
        ),
        ("Britain voted. The UK left.", "Britain", ["Britain", "UK"]),
        ("They met in Orlando, Fla., and in Florida.", "Florida", ["Fla.", "Florida"]),
        (
            "The ECB met. The European Central Bank cut rates.",
            "European Central Bank",
            ["ECB", "European Central Bank"],
        ),
        (
            "The US Supreme Court met. The Supreme Court ruled.",
            "US Supreme Court",
            ["US Supreme Court", "Supreme Court"],
        ),
        ("Oil prices rose. Then oil fell 3%.", "Oil", ["Oil", "oil"]),
    ],
)
def test_forms_of_one_name_are_one_entity(text: str, name: str, mentions: list[str]) -> None:
    found = entity(text, name)
    assert [m.of(text) for m in found.mentions] == mentions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The London School of Trade is in London.", {"London School of Trade", "London"}),
        ("Anna Berg met Otto Lind.", {"Anna Berg", "Otto Lind"}),
        ("Bank of Halden is no Bank of Oslo.", {"Bank of Halden", "Bank of Oslo"}),
        ("Anna Berg met Otto Berg. Berg left.", {"Anna Berg", "Otto Berg", "Berg"}),
        ("The senator from Vermont Anna Berg left.", {"Vermont", "Anna Berg"}),
        ("The minister of information Anna Berg left.", {"Anna Berg"}),
        ("Arizona Sen. Anna Berg left.", {"Arizona", "Anna Berg"}),
    ],
)
def test_different_names_are_different_entities(text: str, names: set[str]) -> None:
    assert {e.name for e in facts_of(text).entities} == names


def test_two_of_one_slug_get_numbers() -> None:
    found = facts_of("Anna Berg met the ANNA BERG of Norway.").entities
    ids = [e.id for e in found]
    assert len(set(ids)) == len(ids)


def test_a_surname_that_two_persons_share_is_nobody_of_them() -> None:
    found = entity("Anna Berg met Otto Berg. Berg left.", "Berg")
    assert found.type == "person"
    assert len(found.mentions) == 1


def test_a_name_is_found_again_where_the_parser_sees_none() -> None:
    found = entity("Shares in Veldmark fell. Some said Veldmark needs help.", "Veldmark")
    assert len(found.mentions) == 2


def test_a_place_in_a_persons_name_is_no_place() -> None:
    found = facts_of("Sandra Denver spoke to the council. Denver left.").entities
    assert {e.type for e in found} == {"person"}


def test_a_month_after_a_given_name_is_a_surname() -> None:
    assert entity("They met Theresa May in London.", "Theresa May").type == "person"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("U.S. President Donald Trump spoke.", "Donald Trump", "U.S. President"),
        ("Anna Berg, chief executive of Norvane, spoke.", "Anna Berg",
         "chief executive of Norvane"),
        ("Anna Berg, a researcher at Halden University, spoke.", "Anna Berg",
         "researcher at Halden University"),
        ("Anna Berg, who leads the harbour board, spoke.", "Anna Berg", "leads the harbour board"),
        ("The economist Anna Berg spoke.", "Anna Berg", "economist"),
        ("The Halden-based activist Anna Berg spoke.", "Anna Berg", "Halden-based activist"),
    ],
)  # fmt: skip
def test_roles(text: str, name: str, role: str) -> None:
    found = entity(text, name)
    assert found.role == role
    assert found.role_at is not None
    assert_span(article_of(text), found.role_at, role)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg, 52, spoke.",
        "Anna Berg, however, spoke.",
        "Anna Berg,  and president, spoke.",  # two spaces where a role would start
        "Anna Berg spoke, a fact that surprised the leader.",
        "Anna Berg, and another officer, spoke.",
    ],
)
def test_no_role(text: str) -> None:
    assert entity(text, "Anna Berg").role is None


@pytest.mark.parametrize(
    "description", ["Moderator", "Immunologist", "Republican", "Engineer", "Spokeswoman"]
)
def test_descriptions_are_no_part_of_a_name(description: str) -> None:
    found = facts_of(f"{description} Anna Berg spoke to the council.").entities
    assert [e.name for e in found if e.type == "person"] == ["Anna Berg"]


@pytest.mark.parametrize("title", ["Mr", "Mrs.", "Dr", "Professor", "President", "Sen."])
def test_titles_are_no_part_of_a_name(title: str) -> None:
    found = facts_of(f"{title} Anna Berg spoke to the council.").entities
    assert [e.name for e in found if e.type == "person"] == ["Anna Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "The AI boom goes on.",
        "The CEO and the CFO left.",
        "GDP grew, and the CPI fell.",
        "They use artificial intelligence (AI) and machine learning (ML).",
        "On Monday in May they left.",
        "The French and the German voters agree.",
        "However, nobody came.",
        "The 10-year Treasury note rose.",
        "The Prime Minister and the Chief Operating Officer left.",
        "The Minority Leader left.",
        "It cost US$5 million.",
        "It has a 30GB disk.",
        "COVID-19 spread, and so did SARS.",
        "A Democrat and a Houthi fighter met.",
        "(Image: a man at work.)",
        "In the Centre and on the Board they disagree.",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert facts_of(text).entities == ()


def test_a_ticker_only_when_the_name_is_one_listing() -> None:
    found = facts_of("Nvidia shares fell 17%. Veldmark shares fell 3%.").market_effects
    assert {e.instrument.quote: e.instrument.ticker for e in found} == {
        "Nvidia shares": tickers().get("Nvidia"),
        "Veldmark shares": None,
    }
    assert "" not in tickers()
    assert not {"Target", "Next", "Shell"} & set(tickers())  # ordinary words
    assert "Bank" not in tickers()


@pytest.mark.parametrize(
    ("text", "pronoun", "speaker"),
    [
        ("Anna Berg is a baker. She said that it works.", "She", "anna-berg"),
        ("Mr Otto Lind met Mrs Anna Berg. She said that it works.", "She", "anna-berg"),
        ("Mrs Anna Berg met Mr Otto Lind. He said that it works.", "He", "otto-lind"),
        ("The lender Norvane grew. The company said that it works.", "The company", "norvane"),
        ("Norvane Energy grew. It said that sales rose.", "It", "norvane-energy"),
        ("The ministry met. They said that it works.", "They", None),
        ("The Justice Department met. The department said that it works.", "The department",
         "justice-department"),
        ("Anna Berg, a baker, left. The baker said that it works.", "The baker", "anna-berg"),
        ("Officials met Anna Berg. A spokesman said that it works.", "A spokesman", None),
    ],
)  # fmt: skip
def test_who_a_word_stands_for(text: str, pronoun: str, speaker: str | None) -> None:
    claims = [c for c in facts_of(text).claims if c.speaker and c.speaker.quote == pronoun]
    assert [c.speaker.entity for c in claims if c.speaker] == [speaker]


def test_a_pronoun_far_from_every_name_stands_for_nobody() -> None:
    text = "Anna Berg is a baker. " + "The sea is wide. " * 100 + "She said that it works."
    [claim] = facts_of(text).claims
    assert claim.speaker is not None
    assert (claim.speaker.quote, claim.speaker.entity) == ("She", None)
