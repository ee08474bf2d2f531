from __future__ import annotations

import pytest
from tests.compose.pictures.drawn import collisions, places, tree, words

from briefwright.compose import timex
from briefwright.compose.escape import SafeMarkdown
from briefwright.compose.links import Ref
from briefwright.compose.pictures.events import (
    MOST_DATES,
    MOST_WITH_WORDS,
    Timeline,
    timeline_picture,
)
from briefwright.compose.timeline import EventLine
from briefwright.compose.words import STATUS
from briefwright.model import Span, TimelineEvent

WIDTHS = [340, 720]


def event(value: str | None, status: str = "past", quote: str = "The board met") -> EventLine:
    fact = TimelineEvent.model_validate(
        {"id": "t-1", "quote": quote, "at": Span(0, len(quote)), "status": status}
    )
    plain = SafeMarkdown("x")
    key = timex.calendar_key(value)
    return EventLine(
        ref=Ref("a", "t-1", plain, plain, plain, "¶1", "proposed", None),
        date=timex.in_words(value) if key else "",
        written=None,
        reading=None,
        key=key,
        status=STATUS[fact.status],
        quote=quote,
        days=None,
        value=value,
        event=fact,
    )


def svg(picture: Timeline) -> str:
    assert picture.svg is not None
    return picture.svg


def test_without_dated_events_there_is_no_picture() -> None:
    assert timeline_picture([], "t").svg is None
    assert timeline_picture([event(None), event("P1W")], "t").svg is None


def test_one_event_stands_in_the_middle_of_its_day() -> None:
    drawn = timeline_picture([event("2025-01-27")], "t")
    assert places(svg(drawn), "circle", "cx") == [50]
    assert (drawn.bars, drawn.open, drawn.seasons, drawn.several) == (False, False, False, False)


def test_days_are_points_and_longer_dates_are_bars_over_their_extent() -> None:
    drawn = timeline_picture([event("2025-01"), event("2025-01-16"), event("2025-H1")], "t")
    # 181 days, of which January has 31; the 16th is its sixteenth.
    assert places(svg(drawn), "rect") == [0, 0]
    assert places(svg(drawn), "rect", "width") == [round(31 / 181 * 100, 2), 100]
    assert places(svg(drawn), "circle", "cx") == [pytest.approx(15.5 / 181 * 100, abs=0.01)]
    assert drawn.bars


def test_fifty_years_are_to_scale() -> None:
    drawn = timeline_picture([event("1975-01-01"), event("2000-01-01"), event("2024-12-31")], "t")
    assert places(svg(drawn), "circle", "cx") == [0, pytest.approx(50, abs=0.02), 100]


def test_what_has_not_happened_is_dashed_and_a_season_is_hatched() -> None:
    events = [event("2025-01-01"), event("2025-02-01", "scheduled"), event("2025-SP", "past"),
              event("2025-SU", "hypothetical"), event("2025-03-01", "ongoing")]  # fmt: skip
    drawn = timeline_picture(events, "t")
    marks = [node for node in tree(svg(drawn)).iter() if "bw-mark" in node.get("class", "")]
    assert [node.get("class") for node in marks] == [
        "bw-mark bw-done", "bw-mark bw-open", "bw-mark bw-done bw-season",
        "bw-mark bw-open bw-season", "bw-mark bw-done",
    ]  # fmt: skip
    assert [node.get("fill") for node in marks].count("url(#t-hatch)") == 2
    assert (drawn.open, drawn.seasons) == (True, True)


def test_the_undated_are_not_in_the_picture() -> None:
    events = [event("2025-01-01", quote="Seen"), event(None, quote="Unseen")]
    drawn = timeline_picture(events, "t")
    assert [line.quote for line in drawn.shown] == ["Seen"]
    assert "Unseen" not in svg(drawn)


def many(number: int) -> list[EventLine]:
    days = [(1975 + n * 5 // 6, 1 + n % 12, 1 + n % 28) for n in range(number)]
    long = "The harbour board met and voted on the new quay for the ferries of the sound " * 3
    return sorted(
        (event(f"{y}-{m:02}-{d:02}" if d % 4 else f"{y}-{m:02}", quote=long) for y, m, d in days),
        key=lambda line: line.key or "",
    )


@pytest.mark.parametrize("number", [1, 2, MOST_WITH_WORDS, MOST_WITH_WORDS + 1, 60])
@pytest.mark.parametrize("width", WIDTHS)
def test_words_never_overlap_and_stay_in_the_picture(number: int, width: int) -> None:
    drawn = svg(timeline_picture(many(number), "t"))
    hidden = "bw-wide" if width == min(WIDTHS) else "bw-narrow"
    boxes = words(drawn, width, leave_out=hidden)
    assert len(boxes) > number
    assert collisions(boxes) == []
    assert all(box.left >= -1 and box.right <= width + 1 for box in boxes), boxes
    assert max(box.bottom for box in boxes) <= float(tree(drawn).get("height", "0"))


def test_sixty_events_of_one_day_are_one_mark_with_a_line_around_it() -> None:
    drawn = timeline_picture([event("2025-01-27") for _ in range(60)], "t")
    assert places(svg(drawn), "circle", "cx") == [50]
    assert places(svg(drawn), "circle", "cx", "bw-ring") == [50]
    assert len(drawn.shown) == 60
    assert drawn.several


def test_more_dates_than_a_picture_can_hold_are_left_to_the_list() -> None:
    events = [event(f"{1900 + n}") for n in range(MOST_DATES)]
    assert timeline_picture(events, "t").svg is not None
    drawn = timeline_picture([*events, event("2020-01-01")], "t")
    assert (drawn.svg, drawn.shown, drawn.too_many) == (None, (), True)


def test_events_that_differ_in_status_share_no_mark() -> None:
    events = [event("2025-01-27", "past" if n % 2 else "scheduled") for n in range(20)]
    assert len(places(svg(timeline_picture(events, "t")), "circle", "cx")) == 2


def test_hostile_words_are_text() -> None:
    quote = '</text><script>alert(1)</script> & "x" {: #y } ]]> *z*'
    drawn = svg(timeline_picture([event("2025-01-27", quote=quote)], "t"))
    root = tree(drawn)
    assert {node.tag for node in root.iter()} <= {
        "svg", "title", "desc", "defs", "pattern", "line", "text", "tspan", "circle"
    }  # fmt: skip
    assert quote in (root.findtext("desc") or "")
    assert "<script" not in drawn


def test_the_picture_is_told_in_words() -> None:
    drawn = svg(timeline_picture([event("2025-01-27"), event("2025-02-05", "scheduled")], "t"))
    root = tree(drawn)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "t-title t-desc"
    assert root.findtext("title") == "Timeline"
    assert root.findtext("desc") == (
        "27 January 2025 — happened: The board met. 5 February 2025 — scheduled: The board met."
    )
