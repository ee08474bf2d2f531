"""What kind of thing a name stands for, decided once from all its mentions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefwright.extract.entities.evidence import from_surroundings
from briefwright.extract.entities.grouping import Group, national_body
from briefwright.extract.entities.name_evidence import Vote, from_name
from briefwright.extract.reading import Reading
from briefwright.extract.tables import words

# Votes for each label of the parser; it is right about persons and places more often than about
# organisations, which it uses for anything else that has capitals.
_LABEL_VOTES: dict[str, Vote] = {
    "PERSON": ("person", 1.5),
    "ORG": ("organization", 1.0),
    "GPE": ("place", 1.2),
    "LOC": ("place", 1.2),
    "FAC": ("place", 1.0),
    "PRODUCT": ("product", 1.2),
    "EVENT": ("event", 1.2),
    "WORK_OF_ART": ("other", 0.8),
    "LAW": ("other", 0.5),
}
# From so many votes on a company vouches for its neighbours in a list.
_SURE = 3.0
_ARTICLE = 1.5  # as much as the parser's label "person"
_LISTED = re.compile(r"(?: [\d.]+%)?(?:,|,? and| and rival) ")

Votes = defaultdict[str, float]


def decide_types(groups: Sequence[Group], reading: Reading) -> dict[Group, str]:
    """Each group's type; groups with too little evidence to be a name are left out."""
    votes = {g: _votes(g, reading) for g in groups}
    for one, other in _neighbours(groups, reading):
        if votes[one]["company"] >= _SURE and not votes[other]["company"]:
            votes[other]["company"] = _SURE / 2
    types = {g: _decide(g, votes[g]) for g in groups}
    surnames = {g.name.split()[-1] for g in groups if types[g] == "person" and " " in g.name}
    for found in groups:
        if found.name in surnames and not any(c.known for c in found.mentions):
            types[found] = "person"  # one of several of that name, or of its family
    return {g: kind for g, kind in types.items() if kind is not None}


def _votes(group: Group, reading: Reading) -> Votes:
    """Labels count as their mean, the surroundings as the best of each kind, the name once."""
    votes: Votes = defaultdict(float)
    labelled = [_LABEL_VOTES[c.label] for c in group.mentions if c.label in _LABEL_VOTES]
    for kind, weight in labelled:
        votes[kind] += weight / len(labelled)
    around: Votes = defaultdict(float)
    for candidate in group.mentions:
        for kind, weight in from_surroundings(candidate.span, reading):
            around[kind] = max(around[kind], weight)
    for kind, weight in [*around.items(), *from_name(group.name), *_of_articles(group)]:
        votes[kind] += weight
    return votes


def _of_articles(group: Group) -> Iterator[Vote]:
    """Persons take no article, and places and companies no "a": "an Orvane" is one of many."""
    articles = {c.article for c in group.mentions} - {""}
    if articles:
        yield "person", -_ARTICLE
    if "the" in articles and group.name.endswith("s") and " " not in group.name:
        yield "organization", 1.0  # "the Corvids"
    if articles & {"a", "an"}:
        yield "place", -_ARTICLE
        yield "product", _ARTICLE / 2


def _neighbours(groups: Sequence[Group], reading: Reading) -> Iterator[tuple[Group, Group]]:
    """Pairs of names that stand next to each other in a list; both orders."""
    placed = sorted(((c.span, g) for g in groups for c in g.mentions), key=lambda p: p[0])
    for (left, one), (right, other) in pairwise(placed):
        if one is not other and _LISTED.fullmatch(reading.text[left.end : right.start]):
            yield one, other
            yield other, one


def _decide(group: Group, votes: Votes) -> str | None:
    known = next((c.known for c in group.mentions if c.known), "")
    if known or national_body(group.name):
        return known or "organization"
    if group.name in words("people", "generic"):
        return None
    if not any(votes.values()):
        return "other" if len(group.mentions) > 1 or len(group.name.split()) > 1 else None
    if votes["company"] and votes["organization"]:
        votes["company"] += votes.pop("organization")  # a company is an organisation too
    best = max(votes, key=lambda kind: (votes[kind], kind))
    return best if votes[best] > 0 else "other"
