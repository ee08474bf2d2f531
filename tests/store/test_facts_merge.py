"""A new extraction meets a file on which a person has worked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefwright.check import check
from briefwright.model import Article, Facts
from briefwright.store.facts_file import load_facts, save_facts

Make = Callable[..., Facts]


@pytest.fixture
def make(article: Article, quote: Callable[[str], dict[str, Any]]) -> Make:
    """The facts an engine may find, with some kinds replaced or left out."""

    def facts(**kinds: Any) -> Facts:
        found: dict[str, Any] = {
            "entities": [
                {"id": "bob", "name": "Bob", "type": "person", "mentions": [[18, 21]]},
                {"id": "ann", "name": "Ann", "type": "person", "mentions": [[62, 65]]},
            ],
            "dates": [
                {"id": "d-1", **quote("Monday"), "type": "DATE", "value": "2025-01-27",
                 "basis": "relative"},
            ],
            "figures": [{"id": "f-1", **quote("1.4%"), "kind": "percent", "value": 1.4}],
            "claims": [
                {"id": "c-1", "speaker": {"entity": "bob", **quote("Bob")}, "cue": quote("said"),
                 "content": [quote("Hello world,")], "form": "direct", "certainty": "asserted"},
            ],
            "timeline": [
                {"id": "t-1", "date": "d-1", "status": "past",
                 **quote("Shares fell 1.4% on Monday")},
            ],
        }  # fmt: skip
        return Facts.of(article, **(found | kinds))

    return facts


@pytest.fixture
def path(tmp_path: Path, article: Article, make: Make) -> Path:
    path = tmp_path / "facts.yml"
    save_facts(path, make(), article)
    return path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new))


def test_the_same_extraction_changes_nothing(path: Path, article: Article, make: Make) -> None:
    before = path.read_bytes(), path.with_name(".engine.json").read_bytes()
    assert save_facts(path, make(), article) is False
    assert (path.read_bytes(), path.with_name(".engine.json").read_bytes()) == before


def test_untouched_facts_are_replaced_and_the_file_is_as_if_new(
    path: Path, article: Article, make: Make, tmp_path: Path
) -> None:
    new = make(figures=[], timeline=[], dates=[])
    save_facts(path, new, article)
    save_facts(tmp_path / "fresh" / "facts.yml", new, article)
    assert path.read_bytes() == (tmp_path / "fresh" / "facts.yml").read_bytes()


def test_a_changed_value_stays_though_its_status_was_left(
    path: Path, article: Article, make: Make
) -> None:
    edit(path, 'value: "2025-01-27"', 'value: "2025-01-20"')
    save_facts(path, make(), article)
    save_facts(path, make(), article)
    assert load_facts(path, article).dates[0].value == "2025-01-20"


def test_a_comment_makes_a_fact_a_persons(path: Path, article: Article, make: Make) -> None:
    edit(path, "  - id: c-1\n", "  # is this all?\n  - id: c-1   # yes\n")
    text = path.read_text()
    save_facts(path, make(claims=[]), article)
    assert path.read_text() == text


@pytest.mark.parametrize("status", ["accepted", "rejected"])
def test_a_decision_stays_when_the_engine_finds_the_fact_no_more(
    path: Path, article: Article, make: Make, status: str
) -> None:
    edit(path, "value: 1.4, approximate: false, status: proposed", f"value: 1.4, status: {status}")
    save_facts(path, make(figures=[]), article)
    save_facts(path, make(), article)
    figures = load_facts(path, article).figures
    assert [(figure.id, figure.status) for figure in figures] == [("f-1", status)]


def test_a_rejected_fact_keeps_its_place_under_another_id(
    path: Path, article: Article, make: Make, quote: Callable[[str], dict[str, Any]]
) -> None:
    edit(path, "{id: d-1, quote: Monday", "{id: my-date, quote: Monday")
    edit(path, "date: d-1", "date: my-date")
    edit(path, "basis: relative, status: proposed", "basis: relative, status: rejected")
    edit(path, "review: proposed", "review: accepted")
    again = quote("On Monday, Ann (the boss) doubted it.")
    second = {"id": "t-2", "date": "d-1", "status": "past", **again}
    save_facts(path, make(timeline=[*make().timeline, second]), article)
    facts = load_facts(path, article)
    assert [(date.id, date.status) for date in facts.dates] == [("my-date", "rejected")]
    assert [event.date for event in facts.timeline] == ["my-date", "my-date"]


def test_a_persons_fact_stays_where_it_stands(path: Path, article: Article, make: Make) -> None:
    mine = "  - {id: boss, name: boss, type: other, mentions: [[71, 75]], origin: person}\n"
    edit(path, "  - {id: ann", mine + "  - {id: ann")
    save_facts(path, make(), article)
    assert [entity.id for entity in load_facts(path, article).entities] == ["bob", "boss", "ann"]
    assert mine in path.read_text()


def test_what_a_person_took_out_does_not_come_back(
    path: Path, article: Article, make: Make
) -> None:
    lines = [line for line in path.read_text().split("\n") if "id: f-1" not in line]
    path.write_text("\n".join(lines).replace("figures:\n", "figures: []\n"))
    for _ in range(3):
        save_facts(path, make(), article)
        assert load_facts(path, article).figures == ()


def take_out(path: Path, mark: str) -> None:
    """Delete the one line that has `mark`, as a person would."""
    lines = path.read_text().split("\n")
    kept = [line for line in lines if mark not in line]
    assert len(kept) == len(lines) - 1
    path.write_text("\n".join(kept))


def test_what_a_persons_fact_refers_to_stays(path: Path, article: Article, make: Make) -> None:
    edit(path, "certainty: asserted", "certainty: hedged")
    save_facts(path, make(entities=[], claims=[]), article)
    assert [entity.id for entity in load_facts(path, article).entities] == ["bob"]


def test_the_engine_no_longer_refers_to_what_a_person_took_out(
    path: Path, article: Article, make: Make
) -> None:
    take_out(path, "{id: bob")
    for _ in range(2):
        save_facts(path, make(), article)
        facts = load_facts(path, article)
        assert "bob" not in facts.by_id()
        assert facts.claims[0].speaker is not None
        assert facts.claims[0].speaker.entity is None
    assert save_facts(path, make(), article) is False


def test_a_persons_own_reference_to_what_is_gone_stays_for_the_check_to_tell(
    path: Path, article: Article, make: Make
) -> None:
    edit(path, "certainty: asserted", "certainty: hedged")
    take_out(path, "{id: bob")
    save_facts(path, make(), article)
    facts = load_facts(path, article)
    assert "bob" not in facts.by_id()
    assert check([(article, facts)])[0].check == "reference"


def test_what_stays_for_a_persons_fact_forgets_what_a_person_took_out(
    path: Path, article: Article, make: Make
) -> None:
    take_out(path, "{id: d-1")
    take_out(path, "{id: bob")
    edit(
        path,
        "skeptics: []",
        """\
skeptics:
  - {id: s-1, holder: null, cue: {quote: doubted, at: [77, 84]}, stance: doubts, target: \
{quote: it, at: [85, 87], claim: c-1}, origin: person}""",
    )
    save_facts(path, make(entities=[], dates=[], claims=[], timeline=[]), article)
    (claim,) = load_facts(path, article).claims
    assert claim.speaker is not None
    assert claim.speaker.entity is None


def test_without_the_engines_digests_everything_stays(
    path: Path, article: Article, make: Make
) -> None:
    path.with_name(".engine.json").write_text("damaged")
    text = path.read_text()
    save_facts(path, make(figures=[], timeline=[], dates=[], claims=[], entities=[]), article)
    assert path.read_text() == text


def test_the_head_follows_the_article_and_keeps_its_comments(
    path: Path, article: Article, make: Make
) -> None:
    edit(path, "article: {", "# whose words\narticle: {")
    later = Article.from_text(article.text, id="short", published="2025-02-01")
    save_facts(path, Facts.of(later, **{k: getattr(make(), k) for k in ("dates",)}), later)
    assert "# whose words\narticle: {" in path.read_text()
    assert load_facts(path, later).article.published == "2025-02-01"


def test_lists_in_brackets_keep_their_entries_and_comments(
    path: Path, article: Article, make: Make
) -> None:
    text = path.read_text()
    start, end = text.index("entities:"), text.index("dates:")
    mine = (
        "entities: [\n  # the boss\n  {id: boss, name: boss,  # no name\n    type: other, "
        "mentions: [[71, 75]]}, # that is all\n]\n\n"
    )
    path.write_text(text[:start] + mine + text[end:])
    save_facts(path, make(), article)
    result = path.read_text()
    assert all(comment in result for comment in ("# the boss", "# no name", "# that is all"))
    assert [entity.id for entity in load_facts(path, article).entities] == ["boss"]


def test_a_person_may_write_dashes_at_the_margin(path: Path, article: Article, make: Make) -> None:
    text = path.read_text()
    start, end = text.index("figures:"), text.index("claims:")
    own = "figures:\n- id: mine\n  quote: 1.4%\n  at: [35, 39]\n  kind: percent\n  value: 1.4\n\n"
    path.write_text(text[:start] + own + text[end:])
    save_facts(path, make(), article)
    assert "\n- id: mine\n" in path.read_text()
    assert [figure.id for figure in load_facts(path, article).figures] == ["mine"]


def test_json_in_the_file_is_taken_too(path: Path, article: Article, make: Make) -> None:
    import json

    path.write_text(json.dumps(make(figures=[]).dump()))
    path.with_name(".engine.json").unlink()
    save_facts(path, make(), article)
    assert len(load_facts(path, article).figures) == 1
