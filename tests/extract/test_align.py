from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright.errors import FactsError
from briefwright.extract import extract
from briefwright.extract.align import align
from briefwright.extract.occurrences import occurrences
from briefwright.ingest.text import read_text
from briefwright.model import KINDS, Article, Facts
from briefwright.store.yaml import read_yaml

GOLDEN = Path(__file__).parents[1] / "golden" / "extract"


def where(loc: Sequence[str | int]) -> str:
    return ".".join(map(str, loc))


def one(article: Article, kind: str, **fact: Any) -> dict[str, Any]:
    """The one aligned fact of a file that holds `fact`."""
    found: dict[str, Any] = align({kind: [fact]}, article, where)[kind][0]
    return found


def test_spans_ids_origin_and_the_article_are_filled_in(article: Article) -> None:
    data = {
        "entities": [{"name": "Ann", "type": "person", "role": "the boss"}],
        "claims": [
            {
                "speaker": {"entity": "bob", "quote": "Bob"},
                "cue": {"quote": "said"},
                "content": [{"quote": "Hello world,"}],
                "form": "direct",
                "certainty": "asserted",
            }
        ],
    }
    facts = Facts.of(article, **align(data, article, where))
    ann, claim = facts.entities[0], facts.claims[0]
    assert (ann.id, ann.origin, [list(m) for m in ann.mentions]) == ("ann", "person", [[62, 65]])
    assert ann.role_at is not None
    assert ann.role_at.of(article.text) == "the boss"
    assert claim.id.startswith("c-")
    assert [span.of(article.text) for span in claim.spans()] == ["Bob", "said", "Hello world,"]


def test_aligning_twice_changes_nothing(article: Article) -> None:
    data = {"dates": [{"quote": "Monday", "suffix": ", Ann", "type": "DATE", "value": None}]}
    once = align(data, article, where)
    assert align(once, article, where) == once


def test_prefix_and_suffix_choose(article: Article) -> None:
    assert one(article, "dates", quote="Monday", suffix=".")["at"] == [43, 49]
    assert one(article, "dates", quote="Monday", prefix="\nOn ")["at"] == [54, 60]


def test_whole_words_count_before_parts_of_words() -> None:
    article = Article.from_text("The theory, he said, is there.")
    assert one(article, "dates", quote="he")["at"] == [12, 14]
    assert one(article, "dates", quote="heor")["at"] == [5, 9]


def test_a_facts_own_quote_tells_repeats_apart(article: Article) -> None:
    effect = one(
        article,
        "market_effects",
        quote="Shares fell 1.4% on Monday",
        instrument={"quote": "Shares"},
        cue={"quote": "Monday"},
    )
    assert effect["cue"]["at"] == [43, 49]


def test_the_paragraph_of_the_other_quotes_tells_repeats_apart(article: Article) -> None:
    claim = one(article, "claims", cue={"quote": "Monday"}, content=[{"quote": "doubted it"}])
    assert claim["cue"]["at"] == [54, 60]


def test_a_right_span_stays_and_a_wrong_one_is_found_anew(article: Article) -> None:
    assert one(article, "dates", quote="Monday", at=[54, 60])["at"] == [54, 60]
    assert one(article, "figures", quote="1.4%", at=[0, 4])["at"] == [35, 39]
    with pytest.raises(FactsError) as caught:
        one(article, "dates", quote="Monday", at=[0, 6])
    assert caught.value.code == "F006"


@pytest.mark.parametrize("at", [[0.5, 3], "39", [35], [39, 35], [35, 39, 40], None, {"a": 1}])
def test_what_is_no_span_is_found_anew(article: Article, at: object) -> None:
    assert one(article, "figures", quote="1.4%", at=at)["at"] == [35, 39]


def test_words_that_are_not_there_are_an_error_with_the_closest_passage(article: Article) -> None:
    with pytest.raises(FactsError) as caught:
        one(article, "figures", quote="Shares fell 2.4% on Monday")
    error = caught.value
    assert (error.code, error.at) == ("F005", "figures.0.quote")
    assert "'Shares fell 1.4% on Monday'" in error.wanted


def test_repeated_words_are_an_error_with_each_place(article: Article) -> None:
    with pytest.raises(FactsError) as caught:
        one(article, "dates", quote="Monday")
    error = caught.value
    assert (error.code, error.at) == ("F006", "dates.0.quote")
    assert "fell 1.4% on [Monday]." in error.saw
    assert "On [Monday], Ann" in error.saw
    assert 'prefix: "' in error.fix


@pytest.mark.parametrize("entity", [{"name": "Carl"}, {"name": "Ann", "role": "the cook"}])
def test_names_and_roles_must_be_the_texts(article: Article, entity: dict[str, str]) -> None:
    with pytest.raises(FactsError) as caught:
        one(article, "entities", **entity)
    assert caught.value.code == "F005"


def test_another_texts_facts_are_refused(article: Article) -> None:
    with pytest.raises(FactsError) as caught:
        align({"article": {"sha256": "0" * 64}}, article, where)
    assert caught.value.code == "F002"


@pytest.mark.parametrize(
    "data",
    [{"claims": "x"}, {"claims": [1]}, {"article": 3}, {"entities": [{"name": 4}]}, {"x": 1}],
)
def test_what_is_no_fact_is_left_to_the_format(article: Article, data: dict[str, Any]) -> None:
    assert align(data, article, where)["schema"] == 1


@pytest.mark.parametrize("case", sorted(path.parent.name for path in GOLDEN.glob("*/expected.yml")))
def test_the_goldens_align(case: str) -> None:
    document = read_yaml(GOLDEN / case / "expected.yml")
    (source,) = (GOLDEN / case).glob("article.*")
    article = read_text(source.read_bytes(), source.name)
    for kind in align(document.data, article, document.at).values():
        for fact in kind if isinstance(kind, list) else ():
            if "quote" in fact:
                assert article.text[slice(*fact["at"])] == fact["quote"]


def turned(value: Any) -> Any:
    """The same data with the keys of every mapping in the opposite order."""
    if isinstance(value, dict):
        return {key: turned(inner) for key, inner in reversed(value.items())}
    return [turned(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("order", [dict, turned])
def test_a_fact_written_by_hand_has_the_id_that_the_engine_gives(order: Any) -> None:
    source = GOLDEN / "chip-earnings" / "article.txt"
    article = read_text(source.read_bytes(), source.name)
    found = extract(article).dump()
    by_hand = {
        kind: [{k: v for k, v in fact.items() if k != "id"} for fact in facts]
        for kind, facts in found.items()
        if kind in KINDS
    }
    aligned = align(order(by_hand), article, where)
    assert sum(map(len, by_hand.values())) > 30
    assert {kind: [fact["id"] for fact in aligned[kind]] for kind in KINDS} == {
        kind: [fact["id"] for fact in found[kind]] for kind in KINDS
    }


def test_pieces_in_another_order_are_the_same_claim(article: Article) -> None:
    pieces = [{"quote": "Hello world,"}, {"quote": "1.4%"}]
    ids = [one(article, "claims", content=order)["id"] for order in (pieces, pieces[::-1])]
    assert ids[0] == ids[1]


def test_a_fact_that_is_not_whole_gets_no_id(article: Article) -> None:
    whole = {"cue": {"quote": "doubted"}, "target": {"quote": "it"}}
    assert "id" in one(article, "skeptics", **whole)
    for part in whole:
        assert "id" not in one(article, "skeptics", **(whole | {part: None}))
    assert "id" not in one(article, "claims", content=[], cue={"quote": "said"})
    assert "id" not in one(article, "market_effects", quote="Shares fell", cue={"quote": "fell"})


@given(st.text(min_size=1), st.data())
def test_an_aligned_quote_is_exactly_the_text(text: str, data: st.DataObject) -> None:
    article = Article.from_text("x" + text)
    start = data.draw(st.integers(0, len(article.text) - 1))
    end = data.draw(st.integers(start + 1, len(article.text)))
    quote = article.text[start:end]
    prefix, suffix = article.text[:start], article.text[end:]
    fact = one(article, "dates", quote=quote, prefix=prefix or None, suffix=suffix or None)
    assert fact["at"] == [start, end]
    for place in occurrences(article.text, quote):
        assert place.of(article.text) == quote
