"""Listed companies and their tickers."""

from __future__ import annotations

from functools import cache

from briefwright.extract.tables import words


@cache
def tickers() -> dict[str, str]:
    """Listed companies by the exact name a newspaper uses, with their ticker.

    From pytickersymbols. Legal forms are cut off the names; a name that two listings share is left
    out, because then the ticker would be a guess.
    """
    from pytickersymbols import PyTickerSymbols

    legal = words("people", "company_words") - words("people", "company_words_in_names")
    found: dict[str, set[str]] = {}
    for stock in PyTickerSymbols().get_all_stocks():
        name, symbol = stock.get("name"), stock.get("symbol")
        if not name or not symbol:
            continue
        parts = name.replace(",", "").split()
        while len(parts) > 1 and parts[-1] in legal:
            parts.pop()
        for form in {name, " ".join(parts)}:
            found.setdefault(form, set()).add(symbol)
    return {name: next(iter(symbols)) for name, symbols in found.items() if len(symbols) == 1}
