"""The words for currencies: newspapers' own from the table, and the full names of all others."""

from __future__ import annotations

import unicodedata
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies

from briefwright.extract.tables import table

_COUNTRY_CODE = 2  # letters; CLDR's other territories are regions of the world


@cache
def currency_words() -> dict[str, str]:
    """Lower-case words behind an amount, with their ISO 4217 codes; the table's words go first."""
    tables = table("currencies")
    named = {**tables["words"], **tables["signs_behind"]}
    return {**_full_names(), **{name.lower(): code for name, code in named.items()}}


def _full_names() -> dict[str, str]:
    """Singular and plural of each tender of today ("Kuwaiti dinars"), with and without accents.

    Source: Unicode CLDR through Babel. Names of one word are left out: many are other words too.
    """
    names: dict[str, str] = {}
    for territory in map(str, Locale("en").territories):
        if len(territory) != _COUNTRY_CODE:
            continue
        for code in get_territory_currencies(territory, tender=True):
            for count in (1, 2):
                name = get_currency_name(code, count, locale="en").lower()
                if " " in name:
                    names[name] = names[_plain(name)] = code
    return names


def _plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
