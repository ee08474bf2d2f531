"""Whether a move is a market's: what moved may be a market's only because of what is around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.market.draft import Sentence
from briefwright.extract.market.instruments import Traded
from briefwright.extract.market.move import Move
from briefwright.extract.numbers import alternatives
from briefwright.extract.reading import Reading
from briefwright.extract.tables import table
from briefwright.model import Figure

_MARKET_ENTITIES = {"index", "market", "commodity", "currency"}
_TO_A_PRICE = re.compile(r"(?: a share|,)? to [$€£¥\d]")


def plausible(traded: Traded, move: Move, sizes: Sequence[Figure], around: Sentence) -> bool:
    """Whether it is a market's move: what is no sure instrument needs a percentage beside it."""
    sentence = around.extent.of(around.reading.text)
    if (traded.general or not traded.sure) and not around.trading:
        return False
    if move.direction == "closed" and not traded.sure:
        return _trading_place().search(sentence) is not None
    if move.direction is None or traded.sure:
        return traded.sure
    if move.loss and sizes and any(w in sentence for w in table("market")["market_value_words"]):
        return True
    return any(f.kind == "percent" or _on_to_a_price(f, around.reading.text) for f in sizes)


def _on_to_a_price(size: Figure, text: str) -> bool:
    """Whether a price follows an amount, so that it is a share's: "fell 40 cents to $12.30"."""
    return size.kind == "money" and _TO_A_PRICE.match(text, size.at.end) is not None


def speaks_of_trade(reading: Reading, mentions: Mentions) -> bool:
    """Whether the article speaks of markets, so that "prices" and a firm's "rose 3%" are theirs."""
    if any(e.type in _MARKET_ENTITIES for e in mentions.entities.values()):
        return True
    return _market_words().search(reading.text) is not None


@cache
def _market_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('market')['trading_words'])})\b", re.IGNORECASE)


@cache
def _trading_place() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('market')['trading_places'])})")
