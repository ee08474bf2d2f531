"""What the facts' codes are called on the pages."""

from __future__ import annotations

FORM = {
    "direct": "direct quote",
    "mixed": "partly quoted",
    "indirect": "paraphrase",
}
CERTAINTY = {
    "asserted": "asserted",
    "hedged": "hedged",
    "denied": "denied",
    "projected": "about the future",
}
STANCE = {
    "doubts": "doubts",
    "disputes": "disputes",
    "denies": "denies",
    "criticises": "criticises",
}
STATUS = {
    "past": "happened",
    "ongoing": "ongoing",
    "scheduled": "scheduled",
    "hypothetical": "may happen",
}
MEASURE = {
    "price": "price",
    "market_value": "market value",
    "index": "index level",
    "yield": "yield",
    "rate": "rate",
}
# An arrow and a word: meaning never hangs on colour or on a symbol alone.
DIRECTION = {
    "up": "▲ up",
    "down": "▼ down",
    "flat": "◆ flat",
    "closed": "■ closed",
    "mixed": "◇ mixed",
    None: "direction not given",
}
BASIS = {
    "explicit": "the words alone say it",
    "relative": "counted from the publication date",
    "unresolved": "can’t be known from the article",
}
FIGURE = {
    "money": "money",
    "percent": "percent",
    "points": "points",
    "basis_points": "basis points",
    "ratio": "ratio",
    "quantity": "quantity",
    "count": "count",
}
ENTITY = {
    "person": "person",
    "company": "company",
    "organization": "organisation",
    "place": "place",
    "index": "index",
    "market": "market",
    "commodity": "commodity",
    "currency": "currency",
    "product": "product",
    "event": "event",
    "other": "other",
}
ORIGIN = {
    "document": "",
    "person": "stated by the editor, not by the article",
    "inferred": "inferred by the program, not stated by the article",
}
RIGHTS = {
    "own": "the publisher’s own text",
    "public-domain": "public domain",
    "cc0": "CC0",
    "cc-by": "CC BY",
    "cc-by-sa": "CC BY-SA",
    "cc-by-nc": "CC BY-NC",
    "cc-by-nd": "CC BY-ND",
    "cc-by-nc-sa": "CC BY-NC-SA",
    "cc-by-nc-nd": "CC BY-NC-ND",
    "all-rights-reserved": "all rights reserved",
    "unknown": "",
}
SEVERITY = {"error": "Error", "warning": "Warning", "notice": "Notice"}


def depth(level: int) -> str:
    """How far a claim is from the one who made it."""
    return "first-hand" if level == 1 else f"a report of a report (depth {level})"


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 claim`, `2 claims`; zero is `no claims`."""
    noun = one if number == 1 else many or f"{one}s"
    return f"{number or 'no'} {noun}"
