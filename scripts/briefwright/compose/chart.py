"""The market-effects picture: diverging bars, one group for each unit, drawn at build time.

Lengths are percentages and text has a fixed size, so the picture keeps legible letters at every
width. Colours come from the style sheet through classes; each bar also has its arrow, its word
and its figure. The table beside it holds the same data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.compose.escape import SafeMarkdown, escape
from briefwright.compose.market import EffectLine, Size
from briefwright.compose.pictures.svg import LINE, cut

ROW = 52  # pixels: a line of words, the bar, and air
HEAD = 30
BAR = 14
HALF = 50.0  # percent of the width on each side of the axis
# Of a name, however long its figure is: enough to tell it from others.
SHORTEST = 9

_SIGN = {"up": 1, "down": -1, "flat": 0}
_CURRENCY = {"USD": "US dollars", "GBP": "pounds sterling", "EUR": "euros", "JPY": "yen",
             "CNY": "yuan", "CHF": "Swiss francs"}  # fmt: skip
_UNIT = {"percent": "percent", "points": "points", "basis_points": "basis points",
         "ratio": "ratio", "quantity": "number", "count": "number"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chart:
    """The picture and what it can't show: effects without a size or without a direction."""

    svg: SafeMarkdown | None
    beside: tuple[EffectLine, ...]


@dataclass(frozen=True, slots=True)
class _Bar:
    effect: EffectLine
    size: Size
    sign: int


def market_chart(effects: Sequence[EffectLine], name: str) -> Chart:
    """The chart of `effects`; `name` makes its ids unique on the page."""
    groups: dict[str, list[_Bar]] = {}
    beside = []
    for effect in effects:
        sign = _SIGN.get(effect.effect.direction or "")
        if sign is None or not effect.sizes:
            beside.append(effect)
            continue
        for size in effect.sizes:
            groups.setdefault(_unit(effect, size), []).append(_Bar(effect, size, sign))
    svg = _svg(groups, name) if groups else None
    return Chart(svg, tuple(beside))


def _unit(effect: EffectLine, size: Size) -> str:
    figure = size.figure
    if figure.kind != "money":
        return _UNIT[figure.kind]
    currency = _CURRENCY.get(figure.currency or "", figure.currency or "money")
    return f"{currency}, {effect.measure}"


def _svg(groups: dict[str, list[_Bar]], name: str) -> SafeMarkdown:
    parts: list[str] = []
    top = 0
    for unit, bars in groups.items():
        parts.append(_group(unit, bars, top))
        top += HEAD + ROW * len(bars)
    sentences = " ".join(_sentence(bar) for bars in groups.values() for bar in bars)
    return SafeMarkdown(
        f'<svg class="bw-chart" role="img" aria-labelledby="{name}-title {name}-desc" '
        f'width="100%" height="{top}">\n'
        f'<title id="{name}-title">Market effects with a stated size</title>\n'
        f'<desc id="{name}-desc">{escape(sentences)}</desc>\n' + "\n".join(parts) + "\n</svg>"
    )


def _sentence(bar: _Bar) -> str:
    return (
        f"{bar.effect.instrument}, {bar.effect.measure}: {bar.effect.direction}, {bar.size.words}."
    )


def _group(unit: str, bars: Sequence[_Bar], top: int) -> str:
    longest = max(max(bar.size.figure.value, bar.size.figure.upper or 0) for bar in bars) or 1
    rows = [
        _row(bar, top + HEAD + index * ROW, float(abs(bar.size.figure.value) / longest))
        for index, bar in enumerate(bars)
    ]
    head = (
        f'<text class="bw-unit" x="50%" y="{top + 14}" text-anchor="middle">'
        f"◀ down · {escape(unit)} · up ▶</text>"
    )
    return "\n".join([head, *rows])


def _row(bar: _Bar, top: int, share: float) -> str:
    width = round(share * HALF, 2)
    left = HALF - width if bar.sign < 0 else HALF
    direction = bar.effect.effect.direction
    shape = (
        f'<rect class="bw-bar bw-{direction}" x="{left:g}%" y="{top + 20}" '
        f'width="{width:g}%" height="{BAR}"/>'
        if bar.sign
        else f'<circle class="bw-bar bw-flat" cx="50%" cy="{top + 27}" r="5"/>'
    )
    axis = f'<line class="bw-axis" x1="50%" x2="50%" y1="{top + 17}" y2="{top + 37}"/>'
    return f"{_words(bar, top + 12)}\n{shape}\n{axis}"


def _words(bar: _Bar, y: int) -> str:
    """The instrument and the figure above the bar; a long pair is shortened on the instrument's
    side only, because the figure stands as the article writes it.
    """
    shown = cut(bar.effect.instrument, max(LINE - len(bar.size.words) - 2, SHORTEST))
    return (
        f'<text x="0" y="{y}"><tspan class="bw-name">{escape(shown)}</tspan>'
        f'<tspan dx="8">{escape(bar.size.words)}</tspan></text>'
    )
