"""The timeline drawn to scale: a point for a day, a bar for what lasts longer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.compose.escape import SafeMarkdown, escape
from briefwright.compose.pictures import svg
from briefwright.compose.pictures.extents import Extent, extent
from briefwright.compose.pictures.scale import Scale
from briefwright.compose.timeline import EventLine

# Up to so many events each has its words above its mark; more have their dates beside it.
MOST_WITH_WORDS = 12
# A picture of more dates is longer than three screens and tells no more than the list.
MOST_DATES = 100
_AXIS = 24  # pixels: the dates on the scale
_TALL, _FLAT = 46, 22  # pixels for an event with words, and for a date without
_RADIUS, _BAR = 5, 10
_HALF = 50.0
_OPEN = {"scheduled", "hypothetical"}


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture, and what its caption has to explain.

    Attributes:
        svg: None when no event has a place on the calendar.
        shown: the events in it.
        bars, open, seasons, several: whether it has bars, events that have not happened, seasons,
            and marks for several events.
        too_many: there are more dates than a picture can hold, and so there is none.
    """

    svg: SafeMarkdown | None = None
    shown: tuple[EventLine, ...] = ()
    bars: bool = False
    open: bool = False
    seasons: bool = False
    several: bool = False
    too_many: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """What is drawn for the events of one extent."""

    extent: Extent
    events: tuple[EventLine, ...]

    @property
    def open(self) -> bool:
        return all(event.event.status in _OPEN for event in self.events)

    @property
    def words(self) -> str:
        return self.events[0].date


def timeline_picture(events: Sequence[EventLine], name: str) -> Timeline:
    """The picture of the events that have a place on the calendar; `name` begins its ids."""
    placed = [(found, event) for event in events if (found := extent(event.value))]
    if not placed:
        return Timeline()
    with_words = len(placed) <= MOST_WITH_WORDS
    marks = [_Mark(at, (event,)) for at, event in placed] if with_words else _grouped(placed)
    if len(marks) > MOST_DATES:
        return Timeline(too_many=True)
    scale = Scale.of([mark.extent for mark in marks])
    row = _TALL if with_words else _FLAT
    height = _AXIS + row * len(marks) + 4
    parts = [_hatch(name), *_axis(scale, height)]
    for number, mark in enumerate(marks):
        top = _AXIS + number * row
        parts += _row(mark, scale, top, name) if with_words else _line(mark, scale, top, name)
    said = " ".join(_sentence(mark, with_words) for mark in marks)
    return Timeline(
        svg=svg.frame(name, height, ("Timeline", said), parts),
        shown=tuple(event for _, event in placed),
        bars=any(mark.extent.kind != "day" for mark in marks),
        open=any(mark.open for mark in marks),
        seasons=any(mark.extent.kind == "season" for mark in marks),
        several=any(len(mark.events) > 1 for mark in marks),
    )


def _grouped(placed: Sequence[tuple[Extent, EventLine]]) -> list[_Mark]:
    """One mark for each date as it is written, in the order of the list."""
    groups: dict[tuple[Extent, str, bool], list[EventLine]] = {}
    for at, event in placed:
        key = (at, event.date, event.event.status in _OPEN)
        groups.setdefault(key, []).append(event)
    return [_Mark(key[0], tuple(found)) for key, found in groups.items()]


def _sentence(mark: _Mark, with_words: bool) -> str:
    event = mark.events[0]
    said = f"{mark.words} — {event.status}"
    return f"{said}: {event.quote.rstrip('.')}." if with_words else f"{said}."


def _hatch(name: str) -> str:
    return (
        f'<defs><pattern id="{name}-hatch" width="5" height="5" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><line class="bw-hatch" x1="0" x2="0" y1="0" y2="5"/>'
        "</pattern></defs>"
    )


def _axis(scale: Scale, height: int) -> list[str]:
    """The dates on the scale, each with a line through all rows."""
    return [
        f'<line class="bw-grid" x1="{tick.at:g}%" x2="{tick.at:g}%" y1="4" y2="{height}"/>'
        f'<text class="bw-tick" x="{tick.at:g}%" dx="4" y="13">{escape(tick.label)}</text>'
        for tick in scale.ticks()
    ]


def _row(mark: _Mark, scale: Scale, top: int, name: str) -> list[str]:
    """An event with its words in a line of their own above the mark."""
    short, long = (
        svg.cut(mark.events[0].quote, room - len(mark.words) - 2)
        for room in (svg.LINE, svg.WIDE_LINE)
    )
    said = (
        f'<tspan dx="8">{escape(short)}</tspan>'
        if short == long
        else f'<tspan class="bw-narrow" dx="8">{escape(short)}</tspan>'
        f'<tspan class="bw-wide" dx="8">{escape(long)}</tspan>'
    )
    words = (
        f'<text x="0" dx="4" y="{top + 16}"><tspan class="bw-name">{escape(mark.words)}</tspan>'
        f"{said}</text>"
    )
    return [words, *_shape(mark, scale, top + 30, name)]


def _line(mark: _Mark, scale: Scale, top: int, name: str) -> list[str]:
    """A date beside its mark, on the side that has more room; over a bar that leaves none."""
    y = top + _FLAT // 2
    at, away, anchor = _beside(mark, scale)
    text = (
        f'<text x="{at:g}%" dx="{away}" y="{y + 4}" text-anchor="{anchor}">'
        f"<tspan>{escape(mark.words)}</tspan></text>"
    )
    return [*_shape(mark, scale, y, name), text]


def _beside(mark: _Mark, scale: Scale) -> tuple[float, int, str]:
    """Where a mark's date stands, how far from there in pixels, and which of its ends."""
    if mark.extent.kind == "day":
        at = scale.place(mark.extent.start, middle=True)
        return (at, 12, "start") if at <= _HALF else (at, -12, "end")
    first, last = scale.place(mark.extent.start), scale.place(mark.extent.end)
    if first > _HALF:
        return first, -7, "end"
    return (last if last <= _HALF else first), 7, "start"


def _shape(mark: _Mark, scale: Scale, y: int, name: str) -> list[str]:
    state = "bw-open" if mark.open else "bw-done"
    first = scale.place(mark.extent.start)
    ring = len(mark.events) > 1
    line = f'<line class="bw-track" x1="0" x2="100%" y1="{y}" y2="{y}"/>'
    if mark.extent.kind == "day":
        at = scale.place(mark.extent.start, middle=True)
        shapes = [f'<circle class="bw-mark {state}" cx="{at:g}%" cy="{y}" r="{_RADIUS}"/>']
        if ring:
            shapes.append(f'<circle class="bw-ring" cx="{at:g}%" cy="{y}" r="{_RADIUS + 3}"/>')
        return [line, *shapes]
    width = round(scale.place(mark.extent.end) - first, 2)
    place = f'x="{first:g}%" width="{width:g}%"'
    fill = f' fill="url(#{name}-hatch)"' if mark.extent.kind == "season" else ""
    season = " bw-season" if fill else ""
    shapes = [
        f'<rect class="bw-mark {state}{season}" {place} y="{y - _BAR // 2}" height="{_BAR}"{fill}/>'
    ]
    if ring:
        shapes.append(
            f'<rect class="bw-ring" {place} y="{y - _BAR // 2 - 3}" height="{_BAR + 6}"/>'
        )
    return [line, *shapes]
