"""What kind of thing a name stands for, decided once from all its mentions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from briefwright.extract.entities.grouping import Group
from briefwright.extract.reading import Reading
from briefwright.extract.tables import words
from briefwright.model import Span

# Votes for each label of the parser; it is right about persons and places more often than about
# organisations, which it uses for anything else that has capitals.
_LABEL_VOTES: dict[str, dict[str, float]] = {
    "PERSON": {"person": 1.5},
    "ORG": {"organization": 1.0},
    "GPE": {"place": 1.2},
    "LOC": {"place": 1.2},
    "FAC": {"place": 1.0},
    "PRODUCT": {"product": 1.2},
    "EVENT": {"event": 1.2},
    "WORK_OF_ART": {"other": 0.8},
    "LAW": {"other": 0.5},
}
_COMPANY_AFTER = re.compile(
    r"^(?:['’]s? )?(?:\w+ )?(?:shares?|stock|chief executive|CEO|shareholders|customers|profits?|"
    r"revenue|products|earnings|headquarters|chips?)\b"
)
_COMPANY_BEFORE = re.compile(
    r"(?:shares (?:in|of)|stock in|chief executive of|CEO of|founder of|co-founder of|"
    r"owned by|subsidiary of|stake in|products of|analysts? at|economists? at|strategists? at|"
    r"portfolio manager at|partner at) (?:the )?(?:\w+ ){0,3}$"
)
_PERSON_AFTER = re.compile(r"^,? (?:who|\d\d,|aged \d)|^,? (?:said|says|told|asked|wrote|argued)\b")
_PLACE_BEFORE = re.compile(r"\b(?:[Ii]n|near|across|outside|from) $")
_PLACE_OF = re.compile(
    r"\b(?:city|town|village|port|island|state|province|county|river) of (?:the )?$"
)
_DATELINE_AFTER = re.compile(r"^(?:, [\w. ]{3,30})?(?: \([^)]{2,30}\))? ?[-–—]")
_CENTRAL_BANK = re.compile(
    r"(?:(?:Central|Reserve) Bank|(?:Swiss )?National Bank|Bank) of (?:the )?[A-Z]"
)
_VEHICLE_BEFORE = re.compile(r"\baboard (?:the )?$")
_WORD_BEFORE = re.compile(r"([\w-]+),? $")
_LIST_HEAD = re.compile(r"([\w-]+),? (?:including|such as|like) (?:[\w&.’' -]+, ){0,6}(?:and )?$")
_APPOSITION = re.compile(r"^, (?:an?|the|one of the) ([^,.]{2,80})")


def decide_types(groups: Sequence[Group], reading: Reading) -> dict[Group, str]:
    """Each group's type; groups with too little evidence to be a name are left out."""
    votes = {g: _votes(g, reading) for g in groups}
    for one, other in _neighbours(groups, reading):
        if votes[one]["company"] >= _SURE and not votes[other]["company"]:
            votes[other]["company"] = _SURE / 2
    types = {g: _decide(g, votes[g]) for g in groups}
    return {g: kind for g, kind in types.items() if kind is not None}


_SURE = 3.0
_LISTED = re.compile(r"(?: [\d.]+%)?(?:,|,? and| and rival) ")


def _neighbours(groups: Sequence[Group], reading: Reading) -> Iterator[tuple[Group, Group]]:
    """Pairs of names that stand next to each other in a list; both orders."""
    placed = sorted(((c.span, g) for g in groups for c in g.mentions), key=lambda p: p[0])
    for (left, one), (right, other) in pairwise(placed):
        if one is not other and _LISTED.fullmatch(reading.text[left.end : right.start]):
            yield one, other
            yield other, one


def _decide(group: Group, votes: Counter[str]) -> str | None:
    known = next((c.known for c in group.mentions if c.known), "")
    if known:
        return known
    if not any(votes.values()):
        return "other" if len(group.mentions) > 1 or len(group.name.split()) > 1 else None
    if votes["company"] and votes["organization"]:
        votes = votes + Counter({"company": votes["organization"]})
        del votes["organization"]
    return max(votes, key=lambda kind: (votes[kind], kind))


def _votes(group: Group, reading: Reading) -> Counter[str]:
    """Labels count as their mean, the surroundings as the best of each kind, the name once."""
    votes: Counter[str] = Counter()
    labelled = [c for c in group.mentions if c.label in _LABEL_VOTES]
    for candidate in labelled:
        for kind, weight in _LABEL_VOTES[candidate.label].items():
            votes[kind] += weight / len(labelled)
    around: Counter[str] = Counter()
    for candidate in group.mentions:
        for kind, weight in _context(candidate.span, reading):
            around[kind] = max(around[kind], weight)
    votes.update(around)
    for kind, weight in _by_name(group.name):
        votes[kind] += weight
    if group.name in tickers():
        votes["company"] += 3
    return votes


@cache
def tickers() -> dict[str, str]:
    """Listed companies by the exact name a newspaper uses, with their ticker.

    From pytickersymbols. Legal forms are cut off the names; a name that two listings share is left
    out, because then the ticker would be a guess.
    """
    from pytickersymbols import PyTickerSymbols

    legal = words("people", "company_words")
    found: dict[str, set[str]] = {}
    for stock in PyTickerSymbols().get_all_stocks():
        name, symbol = stock.get("name"), stock.get("symbol")
        if not name or not symbol:
            continue
        parts = name.replace(",", "").split()
        while len(parts) > 1 and parts[-1] in legal and parts[-1] not in _PART_OF_NAME:
            parts.pop()
        for form in {name, " ".join(parts)}:
            found.setdefault(form, set()).add(symbol)
    return {name: next(iter(symbols)) for name, symbols in found.items() if len(symbols) == 1}


# Words that are in the list of company words but make up the name itself ("Bank of", "Air Liquide").
_PART_OF_NAME = {
    "Bank",
    "Airlines",
    "Energy",
    "Electron",
    "Motors",
    "Motor",
    "Gas",
    "Oil",
    "Steel",
    "Foods",
    "Media",
    "Partners",
    "Research",
    "Air",
    "Capital",
    "Brands",
    "Resources",
    "Systems",
}


def _by_name(name: str) -> Iterator[tuple[str, float]]:
    parts = name.split()
    last = parts[-1]
    institution = words("people", "institution_words")
    if len(parts) > 1 and set(parts) & institution:
        yield "organization", 6.0 if parts[0] in institution or last in institution else 3.0
    elif _CENTRAL_BANK.match(name) and name not in tickers():
        yield "organization", 4.0
    elif len(parts) > 1 and last in words("people", "company_words"):
        yield "company", 3.0
    elif len(parts) > 1 and set(parts) & words("people", "company_words"):
        yield "company", 1.5
    if "&" in parts:
        yield "company", 1.5
    if len(parts) > 1 and (set(parts) & words("people", "place_words")):
        yield "place", 2.0
    if len(parts) > 1 and set(parts) & words("people", "event_words"):
        yield "event", 2.0
    if last in words("people", "index_words"):
        yield "index", 4.0
    if re.search(r"[A-Za-z]-?\d", name):
        yield "product", 2.0
    if name.isupper() and len(name) > 1 and len(parts) == 1:
        yield "organization", 0.8


def _context(span: Span, reading: Reading) -> Iterator[tuple[str, float]]:
    text = reading.text
    before = text[max(0, span.start - 120) : span.start].replace("\n", " ")
    after = text[span.end : span.end + 100].replace("\n", " ")
    block = reading.article.block_at(span)
    if block and block.span.start == span.start and span.of(text).isupper():
        if _DATELINE_AFTER.match(after):
            yield "place", 5.0
    if _COMPANY_AFTER.match(after) or _COMPANY_BEFORE.search(before):
        yield "company", 1.5
    if _PERSON_AFTER.match(after):
        yield "person", 0.7
    if _PLACE_BEFORE.search(before):
        yield "place", 0.4
    if _PLACE_OF.search(before):
        yield "place", 3.0
    if _VEHICLE_BEFORE.search(before):
        yield "product", 3.0
    if after.startswith((" index", " Index", " average")):
        yield "index", 4.0
    yield from _nouns_near(before, after)


def _nouns_near(before: str, after: str) -> Iterator[tuple[str, float]]:
    """Votes of the noun right before the name, of a list's head and of an apposition."""
    word = _WORD_BEFORE.search(before)
    if word:
        lowered = word[1].lower()
        if word[1] in words("people", "honorifics") or word[1] in words("people", "titles"):
            yield "person", 3.0
        elif lowered in words("people", "roles"):
            yield "person", 2.0
        yield from _noun_votes(lowered, 3.0)
    head = _LIST_HEAD.search(before)
    if head:
        yield from _noun_votes(head[1].lower(), 2.5)
    apposition = _APPOSITION.match(after)
    if apposition:
        nouns = re.split(r" (?:of|at|for|in|on|who|that|which|whose|from|with) ", apposition[1])[0]
        last = nouns.split()[-1].lower()
        if last in words("people", "roles"):
            yield "person", 3.0
        yield from _noun_votes(last, 2.5)
    following = re.match(r" (?:\w+ )?([\w-]+)", after)
    if following and following[1].lower() in words("people", "product_nouns"):
        yield "product", 1.0


def _noun_votes(noun: str, weight: float) -> Iterator[tuple[str, float]]:
    for kind in ("company", "organization", "place", "product"):
        if noun in words("people", f"{kind}_nouns"):
            yield kind, weight
            return
