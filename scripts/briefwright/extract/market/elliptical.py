"""Names with a bare percentage that share a verb: "A tumbled 7.2%, B 5.9% and C 3%"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefwright.extract.market.draft import Draft, Sentence
from briefwright.extract.market.instruments import Traded, named_instrument
from briefwright.model import Entity, Figure, Span

# What may stand in such a list, and what of it is measured.
_MEASURES = {"company": "price", "index": "index", "commodity": "price", "currency": "rate"}


def sharing_the_verb(drafts: Sequence[Draft], sentence: Sentence) -> Iterator[Draft]:
    """A draft for each name right before a percentage that no move has taken.

    It moves as the last sized instrument before it does.
    """
    sized = [d for d in drafts if d.change]
    used = {f.id for d in sized for f in d.change}
    for figure in sentence.figures if sized else ():
        if figure.id in used or figure.kind != "percent":
            continue
        before = (d for d in reversed(sized) if d.traded.instrument.at.end < figure.at.start)
        lead, named = next(before, None), _named_before(figure, sentence)
        if lead is None or named is None:
            continue
        span, entity = named
        instrument = named_instrument(span, entity, sentence.reading.text)
        traded = Traded(instrument, _MEASURES[entity.type], sure=True)
        yield Draft(traded, lead.move, lead.sentence, sentence.passage, (figure,))


def _named_before(figure: Figure, sentence: Sentence) -> tuple[Span, Entity] | None:
    """The name that ends right before the figure, when it can trade."""
    passage = sentence.passage
    tokens = passage.tokens_in(figure.at)
    if not tokens or tokens[0].i == 0:
        return None
    named = sentence.mentions.at(passage, passage.doc[tokens[0].i - 1])
    if named is None or named[1].type not in _MEASURES:
        return None
    gap = sentence.reading.text[named[0].end : figure.at.start]
    return named if gap == " " else None
