from __future__ import annotations

from pathlib import Path

import pytest

from briefwright.errors import FactsError, WorkspaceError
from briefwright.model import Article
from briefwright.store.facts_align import align_facts_file
from briefwright.store.facts_file import load_facts

BY_HAND = """\
# who is who
entities:
- {name: Ann, type: person, role: boss}   # ann
- name: Bob
  type: person
claims:
  # first
  - speaker: {quote: Bob, entity: bob}
    cue: {quote: said}   # which
    content:
    - quote: >-
        Hello
        world,
    - {quote: Shares fell}
    form: direct
    # tail
    certainty: asserted
dates:
  - quote: Monday
    suffix: ","
    type: DATE
    value:
    basis: unresolved"""

ALIGNED = """\
# who is who
schema: 1
article: {id: short, sha256: SHA256, published: "2025-01-28"}
entities:
- {id: ann, name: Ann, type: person, role: boss, role_at: [71, 75], mentions: [[62, 65]], \
origin: person}   # ann
- id: bob
  name: Bob
  type: person
  mentions: [[18, 21]]
  origin: person
claims:
  # first
  - id: ID1
    speaker: {quote: Bob, at: [18, 21], entity: bob}
    cue: {quote: said, at: [13, 17]}   # which
    content:
    - quote: >-
        Hello
        world,
      at: [0, 12]
    - {quote: Shares fell, at: [23, 34]}
    form: direct
    # tail
    certainty: asserted
    origin: person
dates:
  - id: ID2
    quote: Monday
    at: [54, 60]
    suffix: ","
    type: DATE
    value:
    basis: unresolved
    origin: person
"""


def test_everything_but_the_additions_stays_byte_for_byte(tmp_path: Path, article: Article) -> None:
    path = tmp_path / "facts.yml"
    path.write_text(BY_HAND)
    assert align_facts_file(path, article) is True
    facts = load_facts(path, article)
    expected = (
        ALIGNED.replace("SHA256", f'"{article.sha256}"' if article.sha256[0].isdigit()
                        else article.sha256)
        .replace("ID1", facts.claims[0].id)
        .replace("ID2", facts.dates[0].id)
    )  # fmt: skip
    assert path.read_text() == expected
    assert align_facts_file(path, article) is False


def test_a_moved_span_is_written_anew(tmp_path: Path, article: Article) -> None:
    path = tmp_path / "facts.yml"
    path.write_text(BY_HAND)
    align_facts_file(path, article)
    path.write_text(path.read_text().replace("at: [23, 34]", "at: [24, 35]"))
    assert align_facts_file(path, article) is True
    assert "at: [23, 34]" in path.read_text()


def test_an_error_names_the_line_and_writes_nothing(tmp_path: Path, article: Article) -> None:
    path = tmp_path / "facts.yml"
    wrong = BY_HAND.replace("Shares fell", "Bonds fell")
    path.write_text(wrong)
    with pytest.raises(FactsError) as caught:
        align_facts_file(path, article)
    assert caught.value.code == "F005"
    assert caught.value.at.endswith("facts.yml:14")
    assert path.read_text() == wrong


def test_a_file_that_breaks_the_format_is_told_with_its_new_line(
    tmp_path: Path, article: Article
) -> None:
    path = tmp_path / "facts.yml"
    path.write_text("dates:\n  - quote: Hello\n    typ: DATE\n")
    with pytest.raises(FactsError) as caught:
        align_facts_file(path, article)
    line = path.read_text()[: path.read_text().index("typ:")].count("\n") + 1
    assert (caught.value.code, caught.value.at) == ("F001", f"{path}:{line}")


def test_json_is_aligned_in_place(tmp_path: Path, article: Article) -> None:
    path = tmp_path / "facts.yml"
    path.write_text('{"figures": [{"quote": "1.4%", "kind": "percent", "value": 1.4}]}')
    align_facts_file(path, article)
    assert load_facts(path, article).figures[0].at.of(article.text) == "1.4%"


def test_no_file_is_told(tmp_path: Path, article: Article) -> None:
    with pytest.raises(WorkspaceError) as caught:
        align_facts_file(tmp_path / "facts.yml", article)
    assert caught.value.code == "A005"
