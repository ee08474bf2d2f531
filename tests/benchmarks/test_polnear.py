"""The scores of claims, on attributions that can be counted by hand."""

from __future__ import annotations

from pathlib import Path

from benchmarks.measure import Tally
from benchmarks.polnear import Document, direct, documents, triples

TEXT = "“The bridge is closed for good,” Ms Orr said.\nShe added that the ferry would run.\n"
ANNOTATION = (
    "T1\tContent 0 32\t“The bridge is closed for good,”\n"
    "T2\tSource 33 39\tMs Orr\n"
    "T3\tCue 40 44\tsaid\n"
    "T4\tAttribution 40 44\tsaid\n"
    "E1\tAttribution:T4 Content:T1 Cue:T3 Source:T2\n"
    "T5\tContent 56 80\tthat the ferry would run\n"
    "T6\tCue 50 55\tadded\n"
    "T7\tAttribution 50 55\tadded\n"
    "E2\tAttribution:T7 Content:T5 Cue:T6\n"
)


def document(tmp_path: Path, text: str = TEXT) -> Document:
    for folder, name, content in (
        ("text", "one.txt", text),
        ("attributions", "one_a.ann", ANNOTATION),
        ("attributions", "one_b.ann", ""),
    ):
        place = tmp_path / "train" / folder
        place.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(content, "utf-8")
    (only,) = documents(tmp_path, "train")
    return only


def test_the_first_annotator_is_read(tmp_path: Path) -> None:
    first, second = document(tmp_path).wanted
    assert first.shown == "[Ms Orr] said: “The bridge is closed for good,”"
    assert len(first.quoted) == len("Thebridgeisclosedforgood,")
    assert second.source == frozenset()
    assert second.quoted == frozenset()


def test_a_right_quotation_and_a_claim_with_another_source(tmp_path: Path) -> None:
    one = document(tmp_path)
    assert direct(one) == (Tally(1, 0, 0, hits=1), [])
    tally, lines = triples(one)
    # The second was marked without a source; the engine has "She".
    assert tally == Tally(1, 1, 1)
    assert [line.split()[1] for line in lines] == ["missed", "false"]


def test_offsets_survive_a_text_that_is_not_canonical(tmp_path: Path) -> None:
    shifted = document(tmp_path, TEXT.replace("Orr", "O\u0308r"))
    assert shifted.wanted[0].shown == "[Ms Ör] said: “The bridge is closed for good,”"


def test_hits_make_the_recall_of_unequal_counts() -> None:
    both = Tally(3, 1, 2, hits=2) + Tally(1, 0, 0)
    assert both == Tally(4, 1, 2, hits=3)
    assert (both.precision, both.recall) == (0.8, 0.6)
    assert Tally(0, 0, 0).f1 == 0.0
