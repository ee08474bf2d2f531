from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefwright.errors import FactsError
from briefwright.model import Article, Facts
from briefwright.store.facts_file import load_facts, save_facts

Quote = Callable[[str], dict[str, Any]]


@pytest.fixture
def facts(article: Article, quote: Quote) -> Facts:
    return Facts.of(
        article,
        entities=[{"id": "bob", "name": "Bob", "type": "person", "mentions": [[18, 21]]}],
        claims=[
            {
                "id": "c-1",
                "speaker": {"entity": "bob", **quote("Bob")},
                "cue": quote("said"),
                "content": [quote("Hello world,")],
                "form": "direct",
                "certainty": "asserted",
            }
        ],
    )


@pytest.fixture
def path(tmp_path: Path, article: Article, facts: Facts) -> Path:
    path = tmp_path / "facts.yml"
    save_facts(path, facts, article)
    return path


def change(path: Path, old: str, new: str) -> int:
    """Replace `old` in the file and give the line (from 1) on which it stood."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    return text[: text.index(old)].count("\n") + 1


def test_facts_come_back_as_they_were_saved(path: Path, article: Article, facts: Facts) -> None:
    assert load_facts(path, article) == facts


def test_a_new_file_tells_editors_and_people_about_itself(path: Path) -> None:
    lines = path.read_text().split("\n")
    assert lines[0].startswith("# yaml-language-server: $schema=../../docs/reference/")
    assert "briefwright align" in path.read_text()


WRONG = [
    # code, old, new, words of the message, words of the remedy
    ("F003", "Hello world,", "Hello moon,", "'Hello moon,'", "briefwright align short"),
    ("F001", "certainty:", "certainity:", "`claims[1].certainity`", "write `certainty`"),
    ("F001", "form: direct", "form: direkt", "'direkt'", "write `direct`"),
    ("F001", "type: person", "type: 7", "is 7", ""),
    ("F004", ", at: [0, 12]", "", "no `claims[1].content[1].at`", "briefwright align short"),
    ("F001", "  - {id: bob, ", "  - {", "no `entities[1].id`", "briefwright align short"),
    ("F001", "schema: 1", "schema: 2", "`schema` is 2", ""),
    ("F001", "at: [0, 12]", "at: [12, 0]", "`claims[1].content[1].at`", ""),
    ("F001", "at: [0, 12]", "at: 0-12", "is '0-12'", ""),
    ("F001", "claims:", "clams:", "the key `clams`", "write `claims`"),
    ("F001", "claims:", "claims[:", "the key `claims[`", "write `claims`"),
    ("F001", "type: person", "type: [a]", "a list of 1", ""),
    ("F003", "mentions: [[18, 21]]", "mentions: [[18, 2100]]", "2100", ""),
]


@pytest.mark.parametrize(("code", "old", "new", "saw", "fix"), WRONG)
def test_each_mistake_names_its_line(
    path: Path, article: Article, *, code: str, old: str, new: str, saw: str, fix: str
) -> None:
    line = change(path, old, new)
    with pytest.raises(FactsError) as caught:
        load_facts(path, article)
    assert caught.value.code == code
    assert caught.value.at.endswith(f"facts.yml:{line}")
    assert saw in caught.value.saw
    assert fix in caught.value.fix


@pytest.mark.parametrize("value", ["1e99999999", "1e-99999999", ".inf", "many", "1e300"])
def test_numbers_of_no_ordinary_size_are_refused(
    path: Path, article: Article, quote: Quote, value: str
) -> None:
    figure = f"- {{id: f-1, quote: 1.4%, at: {quote('1.4%')['at']}, kind: percent, value: {value}}}"
    change(path, "figures: []", f"figures:\n{figure}")
    with pytest.raises(FactsError) as caught:
        load_facts(path, article)
    assert caught.value.code == "F001"
    assert "a number" in caught.value.wanted


def test_facts_of_another_text_are_refused(path: Path, article: Article) -> None:
    change(path, article.sha256, "0" * 64)
    with pytest.raises(FactsError) as caught:
        load_facts(path, article)
    assert caught.value.code == "F002"


def test_two_facts_with_one_id_are_refused(path: Path, article: Article) -> None:
    text = path.read_text()
    start = text.index("  - id: c-1")
    end = text.index("skeptics:")
    path.write_text(text[:end] + text[start:end] + text[end:])
    with pytest.raises(FactsError) as caught:
        load_facts(path, article)
    assert (caught.value.code, caught.value.saw) == ("F007", "'c-1'")


@pytest.mark.parametrize("content", ["", "# nothing\n", "[]\n", "words\n"])
def test_a_file_without_facts_is_told(path: Path, article: Article, content: str) -> None:
    path.write_text(content)
    with pytest.raises(FactsError) as caught:
        load_facts(path, article)
    assert caught.value.code == "F001"


def test_a_list_left_empty_is_no_mistake(path: Path, article: Article) -> None:
    change(path, "dates: []", "dates:")
    assert load_facts(path, article).dates == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    words=st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip),
    note=st.none() | st.text(st.characters(exclude_categories=["Cs"])),
)
def test_facts_on_any_text_come_back(tmp_path: Path, words: str, note: str | None) -> None:
    article = Article.from_text(words, id="any")
    span = {"quote": article.text, "at": [0, len(article.text)]}
    facts = Facts.of(
        article,
        timeline=[{"id": "t-1", "status": "past", "note": note, **span}] if article.text else [],
    )
    path = tmp_path / "facts.yml"
    path.unlink(missing_ok=True)
    save_facts(path, facts, article)
    assert load_facts(path, article) == facts
