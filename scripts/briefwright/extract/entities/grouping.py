"""Mentions of one thing, brought together by the parts of its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefwright.extract.entities.candidate import Candidate
from briefwright.extract.entities.gazetteer import chief_names, known_kinds
from briefwright.extract.entities.listed import companies
from briefwright.extract.reading import Reading
from briefwright.extract.tables import words

_INTRODUCED = re.compile(r"^\s*\((?:the )?([A-Z][A-Za-z&]{1,9})\)")
_INTRODUCED_WIDTH = 16  # characters: the brackets with the longest abbreviation
_NATIONAL = re.compile(r"^(?:U\.?S\.?|U\.?K\.?|United States|UN|EU) ")
_LONGEST_PERSON = 3  # words: first, middle and last name


@dataclass(eq=False)
class Group:
    """All mentions of one entity; `name` is the fullest form that stands in the text."""

    mentions: list[Candidate] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The longest form; of two as long, the first."""
        return max(self.mentions, key=lambda c: (len(c.text), -c.span.start)).text

    @property
    def first(self) -> int:
        """Where the first mention starts."""
        return min(c.span.start for c in self.mentions)


def group(candidates: Sequence[Candidate], reading: Reading) -> list[Group]:
    """Groups in the order of their first mention.

    Full names come first, then shorter forms join them: a surname its person, the first words of a
    company's name the company, an abbreviation the name it was introduced after.
    """
    groups: dict[str, Group] = {}
    acronyms = _acronyms(candidates, reading)
    by_length = sorted(candidates, key=lambda c: (-len(c.text.split()), c.span))
    by_word: dict[str, set[str]] = {}
    for candidate in by_length:
        key = _key(candidate, groups, acronyms, by_word)
        groups.setdefault(key, Group()).mentions.append(candidate)
        for word in key.casefold().split():
            by_word.setdefault(word, set()).add(key)
    return sorted(groups.values(), key=lambda g: g.first)


def _key(
    candidate: Candidate,
    groups: dict[str, Group],
    acronyms: dict[str, str],
    by_word: dict[str, set[str]],
) -> str:
    """The name under which the candidate's group stands."""
    text = " ".join(candidate.text.split())
    if text in acronyms:
        return acronyms[text]
    national = national_body(text)
    if national:
        return chief_names().get(national, national)
    if candidate.known:
        chief = chief_names().get(text, text)
        return chief.lower() if candidate.known in {"commodity", "currency"} else chief
    if text.isupper() and text.title() in known_kinds():  # a dateline
        return chief_names().get(text.title(), text.title())
    if text in groups:
        return text
    folded = text.casefold()
    parts = folded.split()
    near = sorted(by_word.get(parts[0], ()))
    owners = [k for k in near if _is_part(parts, k.casefold().split(), candidate, groups[k])]
    return owners[0] if len(owners) == 1 else text


def national_body(name: str) -> str:
    """The known body of "U.S. Supreme Court" without its country; "" for anything else."""
    body = _NATIONAL.sub("", name)
    return body if body != name and known_kinds().get(body) == "organization" else ""


def _is_part(parts: list[str], full: list[str], candidate: Candidate, group: Group) -> bool:
    """Whether the words of a shorter form belong to a full name."""
    if len(parts) >= len(full) or any(c.known for c in group.mentions):
        return parts == full
    person = any(c.label == "PERSON" for c in group.mentions) or len(full) <= _LONGEST_PERSON
    if full[-len(parts) :] == parts and person:
        return candidate.label not in {"GPE", "LOC"} or len(full) <= _LONGEST_PERSON
    if full[: len(parts)] == parts:
        institution = {w.casefold() for w in words("people", "institution_words")} & set(full)
        company = candidate.text in companies()
        named_person = not company and any(c.label == "PERSON" for c in group.mentions)
        if institution or (candidate.label in {"GPE", "LOC"} and not named_person):
            return False  # "London" is not short for the "London School"
        # "Norvane" is Norvane Energy; "Facebook" is not Facebook Ireland Limited.
        generic = {w.casefold() for w in words("people", "company_words")} | {"&"}
        rest = full[len(parts) :]
        return named_person or rest[0] == "&" or all(w in generic for w in rest)
    return False


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters are capitals of the name in order, from its first one."""
    initials = [w[0] for w in re.split(r"[\s-]+", name) if w[:1].isupper()]
    rest = iter(initials)
    return bool(initials) and short[:1] == initials[0] and all(letter in rest for letter in short)


def _acronyms(candidates: Sequence[Candidate], reading: Reading) -> dict[str, str]:
    """Abbreviations introduced in brackets: "Coastal Climate Fund (CCF)"."""
    found: dict[str, str] = {}
    for candidate in candidates:
        after = reading.text[candidate.span.end : candidate.span.end + _INTRODUCED_WIDTH]
        match = _INTRODUCED.match(after)
        if match is None or match[1] in words("people", "common_acronyms"):
            continue
        if _abbreviates(match[1].upper(), candidate.text):
            found[match[1]] = " ".join(candidate.text.split())
    return found
