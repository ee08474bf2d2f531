"""A claim in the making."""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.extract.quotes import Quotation
from briefwright.model import Span, Speaker


@dataclass(slots=True)
class Draft:
    """A claim in the making; quotations that go on are still added to `pieces`."""

    speaker: Speaker | None
    cue: Span | None
    pieces: list[Span]
    certainty: str
    depth: int
    block: int
    form: str = ""
    last: Quotation | None = None
