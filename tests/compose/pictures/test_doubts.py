from __future__ import annotations

import pytest
from tests.compose.pictures.drawn import collisions, tree, words

from briefwright.compose.claims import Voice
from briefwright.compose.escape import SafeMarkdown
from briefwright.compose.links import Ref
from briefwright.compose.pictures.doubts import MOST_EDGES, DoubtGraph, doubt_graph
from briefwright.compose.skeptics import SkepticLine
from briefwright.model import Skeptic, Span

X = SafeMarkdown("x")
FACT = Skeptic.model_validate(
    {
        "id": "s-1", "holder": None, "stance": "doubts",
        "cue": {"quote": "x", "at": Span(0, 1)}, "target": {"quote": "x", "at": Span(0, 1)},
    }
)  # fmt: skip


def doubt(holder: str, whom: str | None, stance: str = "doubts") -> SkepticLine:
    return SkepticLine(
        ref=Ref("a", "s-1", X, X, X, "¶1", "proposed", None), number=1,
        voice=Voice(holder, None, None, named=True, heading=holder), stance=stance, cue="x",
        extract="x", at=Span(0, 1), target="the plan", claim=None, about=None, whom=whom,
        grounds=None, grounds_claim=None, skeptic=FACT,
    )  # fmt: skip


def svg(graph: DoubtGraph) -> str:
    assert graph.svg is not None
    return graph.svg


def lines(graph: DoubtGraph) -> list[tuple[float, float]]:
    found = [n for n in tree(svg(graph)).iter("line") if "bw-doubt" in n.get("class", "")]
    return [(float(n.get("y1", "nan")), float(n.get("y2", "nan"))) for n in found]


def test_without_doubts_there_is_no_picture() -> None:
    assert doubt_graph([], "d").svg is None


def test_a_name_stands_once_and_each_doubt_leads_from_it() -> None:
    graph = doubt_graph([doubt("Ann", "P"), doubt("Ann", "Q"), doubt("Ben", "Q")], "d")
    said = [box.words for box in words(svg(graph), 340)]
    assert said == ["Ann", "Ben", "P", "Q"]
    (ann, p), (again, q), (ben, same) = lines(graph)
    assert (ann, q) == (again, same)
    assert ann < ben
    assert p < q


def test_where_nobody_is_named_the_articles_words_stand_in_quotation_marks() -> None:
    graph = doubt_graph([doubt("Ann", None), doubt("Ben", "DeepSeek")], "d")
    said = [box.words for box in words(svg(graph), 340)]
    assert said == ["Ann", "Ben", "“the plan”", "DeepSeek"]


def test_two_doubts_of_one_kind_are_one_line_and_two_kinds_are_two() -> None:
    same = doubt_graph([doubt("Ann", "P"), doubt("Ann", "P")], "d")
    assert len(lines(same)) == 1
    assert len(same.shown) == 2
    other = doubt_graph([doubt("Ann", "P"), doubt("Ann", "P", "denies")], "d")
    assert len(set(lines(other))) == 2
    assert other.stances == ("doubts", "denies")
    assert 'class="bw-doubt bw-denies"' in svg(other)


def test_more_doubts_than_can_be_told_apart_are_left_to_the_list() -> None:
    doubts = [doubt(f"Person {n}", f"Company {n % 5}") for n in range(MOST_EDGES + 6)]
    graph = doubt_graph(doubts, "d")
    assert len(lines(graph)) == MOST_EDGES
    assert graph.shown == tuple(doubts[:MOST_EDGES])
    assert graph.left_out
    assert not doubt_graph(doubts[:MOST_EDGES], "d").left_out


LONG = "Anna Berg of the North Sea Ferry Passengers’ Association of Bramford and Upper Sound"


@pytest.mark.parametrize("width", [340, 720])
@pytest.mark.parametrize("number", [1, 3, MOST_EDGES])
def test_names_never_overlap_and_stay_in_the_picture(number: int, width: int) -> None:
    named = ["Ann", LONG, "Donaudampfschifffahrtsgesellschaftskapitän" * 3, "W" * 60]
    doubts = [doubt(f"{named[n % 4]} {n}", f"{named[n % 3]} {n % 7}") for n in range(number)]
    graph = doubt_graph(doubts, "d")
    boxes = words(svg(graph), width)
    assert collisions(boxes) == []
    assert all(box.left >= 0 and box.right <= width for box in boxes), boxes
    assert max(box.bottom for box in boxes) <= float(tree(svg(graph)).get("height", "0"))


def test_the_same_doubts_give_the_same_picture() -> None:
    doubts = [doubt(f"P{n % 4}", f"C{n % 3}") for n in range(9)]
    assert svg(doubt_graph(doubts, "d")) == svg(doubt_graph(list(doubts), "d"))
    mixed = doubts[::-1]
    assert sorted(b.words for b in words(svg(doubt_graph(mixed, "d")), 340)) == sorted(
        b.words for b in words(svg(doubt_graph(doubts, "d")), 340)
    )


def test_hostile_names_are_text() -> None:
    name = '<img src=x onerror="alert(1)"> & {: #y }'
    drawn = svg(doubt_graph([doubt(name, "</svg><script>")], "d"))
    assert {node.tag for node in tree(drawn).iter()} <= {
        "svg", "title", "desc", "defs", "marker", "path", "line", "text", "tspan"
    }  # fmt: skip
    assert "onerror=" not in drawn
    assert name in (tree(drawn).findtext("desc") or "")


def test_the_picture_is_told_in_words() -> None:
    root = tree(svg(doubt_graph([doubt("Ann", "P"), doubt("Ben", "P", "denies")], "d")))
    assert root.get("role") == "img"
    assert root.findtext("title") == "Who doubts whom"
    assert root.findtext("desc") == "Ann — doubts — P. Ben — denies — P."
