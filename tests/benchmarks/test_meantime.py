"""The scores of dates, amounts and names, on a CAT document that can be counted by hand."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest
from benchmarks.cat import CatDocument, read_cat
from benchmarks.meantime import Document, amounts, measures, names, score, times
from benchmarks.measure import Tally

HEADLINE = "Orr Ltd. to close mill"
DATELINE = "January 28 , 2025"
BODY = [
    "Orr Ltd. said on Monday that `` it was sorry '' for about US$ 5 million .",
    "The mill in Oslo ( Norway ) paid 3 % more a year ago , Orr 's owner said .",
    "Third .",
    "Fourth .",
    "On Friday Ann Lee paid $ 9 .",
]
Mark = tuple[str, int, str, dict[str, str]]  # element, sentence, words, attributes
MARKS: list[Mark] = [
    ("TIMEX3", 1, DATELINE, {"functionInDocument": "CREATION_TIME", "value": "2025-01-28"}),
    ("TIMEX3", 2, "Monday", {"functionInDocument": "NONE", "value": "2025-01-27"}),
    ("TIMEX3", 3, "a year ago", {"functionInDocument": "NONE", "value": "2023"}),
    ("VALUE", 2, "about US$ 5 million", {"type": "MONEY"}),
    ("VALUE", 3, "3 %", {"type": "PERCENT"}),
    ("VALUE", 3, "3", {"type": "QUANTITY"}),
    ("ENTITY_MENTION", 2, "Orr Ltd.", {"syntactic_type": "NAM", "m_id": "m1"}),
    ("ENTITY_MENTION", 3, "Oslo", {"syntactic_type": "NAM", "m_id": "m2"}),
    ("ENTITY_MENTION", 3, "The mill", {"syntactic_type": "NOM", "m_id": "m3"}),
]
INSTANCES = {"m1": "ORG", "m2": "LOC", "m3": "LOC"}


def cat(sentences: list[str], marks: list[Mark]) -> str:
    """A CAT document of tokens split at spaces."""
    words = [(n, word) for n, sentence in enumerate(sentences) for word in sentence.split()]
    lines = [
        f'<token number="{i}" sentence="{n}" t_id="{i + 1}">{escape(word)}</token>'
        for i, (n, word) in enumerate(words)
    ]
    lines.append("<Markables>")
    for name, number, text, attributes in marks:
        wanted = text.split()
        start = next(
            i
            for i, (n, _) in enumerate(words)
            if n == number and [w for _, w in words[i : i + len(wanted)]] == wanted
        )
        given = " ".join(f"{key}={quoteattr(value)}" for key, value in attributes.items())
        anchors = (f'<token_anchor t_id="{start + i + 1}"/>' for i in range(len(wanted)))
        lines.append(f"<{name} {given}>{''.join(anchors)}</{name}>")
    lines += [f'<ENTITY m_id="e{m}" ent_type="{kind}"/>' for m, kind in INSTANCES.items()]
    lines.append("</Markables><Relations>")
    for m in INSTANCES:
        lines.append(f'<REFERS_TO><source m_id="{m}"/><target m_id="e{m}"/></REFERS_TO>')
    return f"<Document>{''.join(lines)}</Relations></Document>"


def read(tmp_path: Path, sentences: list[str], marks: list[Mark] | None = None) -> CatDocument:
    path = tmp_path / "one.xml"
    path.write_text(cat(sentences, marks or []), "utf-8")
    return read_cat(path)


@pytest.fixture
def document(tmp_path: Path) -> Document:
    return Document(read(tmp_path, [HEADLINE, DATELINE, *BODY], MARKS))


def test_text_is_set_as_news_sets_it(document: Document) -> None:
    headline, dateline, body = document.source.text.split("\n\n")
    assert (headline, dateline) == (HEADLINE, "January 28, 2025")
    assert body.startswith('Orr Ltd. said on Monday that "it was sorry" for about US$5 million. ')
    assert "in Oslo (Norway) paid 3% more a year ago, Orr's owner said. Third. " in body


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ('He said , " no . "', 'He said, "no."'),
        ("GB # 20.1 bn of 5 / 6 [ sic ]", "GB£20.1 bn of 5/6 [sic]"),
        ("They do n't like the workers ' plan", "They don't like the workers' plan"),
        ("Michael O' Leary of AT&T & Co .", "Michael O'Leary of AT&T & Co."),
        ("the ' new ' plan -- this year - is 6:40 p.m. ( GMT +8 )",
         "the 'new' plan -- this year - is 6:40 p.m. (GMT +8)"),
    ],
)  # fmt: skip
def test_spaces(tmp_path: Path, tokens: str, text: str) -> None:
    assert read(tmp_path, ["H", "D", tokens]).text == f"H\n\nD\n\n{text}"


def test_the_creation_time_is_given_and_not_scored(document: Document) -> None:
    assert document.source.published == "2025-01-28"
    tally, lines = score(document, times(document))
    assert tally == Tally(1, 1, 1)
    assert lines[0].startswith("one: missed 2023 ")
    assert "(there: 2024 " in lines[0]


def test_the_creation_time_when_the_second_sentence_is_none(tmp_path: Path) -> None:
    marks: list[Mark] = [
        ("TIMEX3", 0, "H", {"functionInDocument": "CREATION_TIME", "value": "2024-02-03"})
    ]
    assert read(tmp_path, ["H", "D", "One ."], marks).published == "2024-02-03"
    assert read(tmp_path, ["H", "D", "One ."]).published is None


def test_amounts_have_one_extent_but_for_hedges(document: Document) -> None:
    wanted, found, _ = amounts(document)
    text = document.source.text
    assert [m.at.of(text) for m in wanted] == ["US$5 million", "3%"]
    assert [m.at.of(text) for m in found] == ["US$5 million", "3%"]
    assert score(document, amounts(document))[0] == Tally(2, 0, 0)


def test_names_of_marked_instances(document: Document) -> None:
    wanted, found, _ = names(document)
    assert [(m.at.of(document.source.text), m.label) for m in wanted] == [
        ("Orr Ltd.", "ORG"),
        ("Oslo", "LOC"),
    ]
    assert "Ann Lee" not in {m.at.of(document.source.text) for m in found}  # after the fifth


def test_the_corpus_is_scored_alike_in_both_modes(tmp_path: Path) -> None:
    folder = tmp_path / "corpus_one"
    folder.mkdir()
    (folder / "one.xml").write_text(cat([HEADLINE, DATELINE, *BODY], MARKS), "utf-8")
    first, second = (list(measures(tmp_path, tune)) for tune in (True, False))
    assert first == second
    assert [m.name for m in first] == [
        "meantime timex3 value",
        "meantime money and percent",
        "meantime entities",
    ]
