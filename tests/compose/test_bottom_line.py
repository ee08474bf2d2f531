"""The bottom line, the head of a brief and its version."""

from __future__ import annotations

from typing import Any

import pytest
from tests.compose.test_lines import claim, words_of

from briefwright.check import check
from briefwright.compose import header
from briefwright.compose.bottom_line import Extract, best_extract
from briefwright.compose.cite import version
from briefwright.compose.dossier import Dossier
from briefwright.compose.links import Links
from briefwright.compose.sections import sections
from briefwright.compose.source import Source
from briefwright.compose.verdicts import verdicts
from briefwright.model import Article, Brief, Facts, Metadata, Span, Stated
from briefwright.model.changes import Changes, Update

LINKS = Links(root="../", homes={"a": "b", "z": "b"}, here="b")
BRIEF = Brief(id="b", title="T", articles=("a",))


def source(text: str, *said: str, id: str = "a", shown: Any = None, **more: Any) -> Source:
    """An article in which Ann says each of `said`."""
    article = Article(id=id, text=text)
    claims = [claim(text, n, "Ann", words, **more) for n, words in enumerate(said)]
    facts = Facts.of(article, claims=claims)
    return Source(Dossier(article, facts, (), shown))


def chosen(*sources: Source) -> Extract | None:
    return best_extract(sources, sections(sources, LINKS))


def words(*sources: Source) -> str | None:
    found = chosen(*sources)
    return found.words if found else None


LEAD = "Ann said on Monday that the bridge is closed."
SECOND = "Ann said on Tuesday that the road is open too."


def test_it_is_the_first_sentence_with_a_fact() -> None:
    text = f"The river rose all night long without end. {LEAD} {SECOND}"
    found = chosen(source(text, "the road is open", "the bridge is closed"))
    assert found is not None
    assert found.words == LEAD
    assert [label for label, _ in found.lines] == ["Claim 1"]
    assert [ref.id for _, ref in found.lines] == ["c-0000000001"]


@pytest.mark.parametrize(
    "first",
    [
        "She said on Monday that Ann has closed the bridge.",  # points back
        "“They said on Monday that Ann has closed the bridge.”",
        "Ann said the bridge was.",  # too short
        f"Ann said that the bridge is closed {'and closed ' * 30}today.",  # too long
        "Ann said on Monday that “the bridge is closed.",  # half a quotation
    ],
)
def test_what_cant_be_read_alone_is_passed_over(first: str) -> None:
    said = "the bridge" if "the bridge" in first else first
    assert words(source(f"{first} {SECOND}", said, "the road is open")) == SECOND


def test_a_heading_and_a_sentence_with_a_rejected_fact_are_passed_over() -> None:
    text = f"# Ann said that the bridge is closed\n\n{LEAD} {SECOND}"
    article = Article(id="a", text=text, format="markdown")
    kept = claim(text, 1, "Ann", "the road is open")
    refused = claim(text, 2, "Ann", "the bridge is closed.", status="rejected")
    other = claim(text, 3, "Ann", "on Monday")
    made = Source(Dossier(article, Facts.of(article, claims=[kept, refused, other])))
    assert words(made) == SECOND


def test_a_sentence_that_is_not_shown_is_passed_over() -> None:
    text = f"{LEAD} {SECOND}"
    shown = (Span(len(LEAD) + 1, len(text)),)
    said = ("the bridge is closed", "the road is open")
    assert words(source(text, *said, shown=shown)) == SECOND
    assert words(source(text, *said, shown=())) is None


def test_of_several_sources_the_first_is_asked_first() -> None:
    first, second = source(LEAD, "the bridge is closed"), source(SECOND, "the road", id="z")
    assert words(first, second) == LEAD
    assert words(second, first) == SECOND
    assert words(source("Nothing of note was said today by anyone.")) is None


def test_updated_is_the_newest_day_that_anybody_states() -> None:
    stated = {
        "updated": Stated.model_validate({"value": "2025-02-01T10:00:00Z", "from": "document"})
    }
    article = Article(id="a", text=LEAD, metadata=Metadata(**stated))
    one = Source(Dossier(article, Facts.of(article)))
    assert header.updated([one]) == header.AsOf("2025-02-01", "1 February 2025", "")
    assert header.updated([source(LEAD)]) is None
    update = Update.model_validate(
        {"from": "0" * 64, "to": article.sha256, "date": "2025-03-01", "date_from": "published",
         "moved": 0}
    )  # fmt: skip
    later = Dossier(article, Facts.of(article), (), None, Changes(article="a", updates=(update,)))
    found = header.updated([Source(later)])
    assert found == header.AsOf("2025-03-01", "1 March 2025", "the new version’s publication date")


RATES = "It lost $600 million (£480 million). It cost $6 million (£4.2 million)."


def rates() -> Source:
    """Two conversions that disagree."""
    figures = []
    for n, (quote, value, currency) in enumerate(
        [("$600 million", 6e8, "USD"), ("£480 million", 4.8e8, "GBP"),
         ("$6 million", 6e6, "USD"), ("£4.2 million", 4.2e6, "GBP")]
    ):  # fmt: skip
        converts = {"converts": f"f-{n - 1:010x}"} if n % 2 else {}
        figures.append({"id": f"f-{n:010x}", "kind": "money", "value": value,
                        "currency": currency, **words_of(RATES, quote), **converts})  # fmt: skip
    article = Article(id="a", text=RATES)
    facts = Facts.of(article, figures=figures)
    return Source(Dossier(article, facts, check([(article, facts)])))


def test_checks_are_passed_failed_or_had_nothing_to_compare() -> None:
    made = rates()
    assert {f.check for f in made.findings if f.severity == "warning"} == {"exchange-rate"}
    told = verdicts([made])
    assert told.failed == 1
    assert told.idle > 0
    without = verdicts([made], off={"exchange-rate"})
    assert (without.passed, without.failed, without.idle) == (told.passed, 0, told.idle)
    bare = verdicts([source(LEAD)])
    assert bare.failed == 0
    assert sum((bare.passed, bare.idle)) == sum((told.passed, told.failed, told.idle))
    assert header.checks(told, 2) == (
        f"{told.passed} passed, 1 failed, {told.idle} had nothing to compare; 2 open questions"
    )


def test_how_the_facts_were_found_is_counted() -> None:
    text = f"{LEAD} {SECOND}"
    made = source(text, "the bridge is closed", "the road is open", origin="person")
    assert header.found([made]) == "2 written by a person"
    assert header.found([source(text, "the bridge", "the road")]) == "2 found by fixed rules"


def test_the_version_changes_with_the_editor_the_text_and_the_facts() -> None:
    base = source(LEAD, "the bridge is closed")
    versions = [
        version(BRIEF, [base]),
        version(Brief(id="b", title="U", articles=("a",)), [base]),
        version(BRIEF, [source(f"{LEAD} ", "the bridge is closed")]),
        version(BRIEF, [source(LEAD, "the bridge")]),
        version(BRIEF, [source(LEAD, "the bridge is closed", status="accepted")]),
    ]
    assert len(set(versions)) == len(versions)
    assert all(len(v) == 12 and int(v, 16) >= 0 for v in versions)
    assert version(BRIEF, [source(LEAD, "the bridge is closed", shown=())]) == versions[0]
