"""Listed companies and their tickers, and other companies by name."""

from __future__ import annotations

from functools import cache

from briefwright.extract.tables import table, words


@cache
def _listings() -> dict[str, frozenset[str]]:
    """Each listed company's name, with and without its legal form, and its tickers."""
    from pytickersymbols import PyTickerSymbols

    legal = words("people", "company_words") - words("people", "company_words_in_names")
    found: dict[str, set[str]] = {}
    for stock in PyTickerSymbols().get_all_stocks():
        name, symbol = stock.get("name"), stock.get("symbol")
        if not name or not symbol or "(" in name:
            continue
        parts = name.replace(",", "").split()
        while len(parts) > 1 and (parts[-1] in legal or parts[-1] == "&"):
            parts.pop()
        for form in {name, " ".join(parts)}:
            found.setdefault(form, set()).add(symbol)
    return {name: frozenset(symbols) for name, symbols in found.items()}


@cache
def tickers() -> dict[str, str]:
    """Listed companies by the exact name a newspaper uses, with their ticker.

    From pytickersymbols. Legal forms are cut off the names; a name that two listings share, or that
    is an ordinary word, is left out, because then the ticker would be a guess.
    """
    unsure = words("companies", "words")
    return {
        name: next(iter(symbols))
        for name, symbols in _listings().items()
        if len(symbols) == 1 and name not in unsure
    }


@cache
def companies() -> frozenset[str]:
    """The names of companies: the listed ones, and those of the table."""
    named = {name for names in table("companies")["names"] for name in names}
    return frozenset(named | set(_listings()))
