"""A claim in the making."""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.extract.quotes import Quotation
from briefwright.model import Span, Speaker


@dataclass(slots=True, eq=False)
class Draft:
    """A claim in the making.

    Attributes:
        speaker: who says it; None when nobody is named.
        cue: the reporting words; None for an answer or a quotation that nothing introduces.
        pieces: the content; quotations that go on are still added.
        certainty: asserted, hedged, denied or projected.
        depth: through how many mouths it goes.
        block: index of the paragraph.
        form: direct, mixed or indirect; "" where the pieces tell.
        last: the quotation it ends with, if any.
        firm: it may be a report inside a report: a certain one said it, once and for all.
    """

    speaker: Speaker | None
    cue: Span | None
    pieces: list[Span]
    certainty: str
    depth: int
    block: int
    form: str = ""
    last: Quotation | None = None
    firm: bool = True
