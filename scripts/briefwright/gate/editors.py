"""An editor's own sentence: its numbers, names and quotations stand in the facts that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefwright.compose import timex
from briefwright.extract.tables import table
from briefwright.gate import wording
from briefwright.gate.ledger import Cited, Ledger
from briefwright.gate.page import Unit
from briefwright.gate.quotes import QuoteVerdict, stands_in, verdict
from briefwright.model import Judgment

# A number with the letters that it stands among: "5bn", "w3.org".
_NUMBER = re.compile(r"(?<!\w)[^\W\d]*\d(?:[\w.,]*\w)?")
_DIGITS = re.compile(r"\d(?:[\d.,]*\d)?")
_NAME = re.compile(r"\b[A-Z][\w’'-]*(?: (?:of |the |and )?[A-Z][\w’'-]*)*")
_RESTS = re.compile(r" Rests on .*$")
_SCALES = re.compile(r" (?:Verdict|Likelihood|Confidence): [a-z ]+\.")
_DAYS = re.compile(rf"\b(?:{'|'.join((*timex.MONTHS, *timex.WEEKDAYS))})\b")
_ABBREVIATED = 3  # letters of "bn" and the like, which stand behind digits


def faults(
    unit: Unit, cited: Sequence[Cited], book: Ledger, quotes: list[QuoteVerdict]
) -> Iterator[tuple[str, str]]:
    """What in the sentence the cited facts do not bear; `quotes` gets the verdicts."""
    said = _said(unit)
    judgment = _written(said, book)
    if judgment is None:
        yield said, "no editor has written this sentence"
        return
    yield from _scales(unit, judgment)
    known = [text for c in cited for text in (*c.texts, *c.labels)]
    paragraphs = [c.paragraphs for c in cited]
    own = judgment.text
    for segment in unit.segments:
        if segment.quoted:
            found = verdict(segment.words, cited, ())
            quotes.append(found)
            if found.kind == "verbatim":
                own = own.replace(segment.words, " ")  # its numbers and names are proved with it
            elif not found.holds:
                yield segment.words, f"{found.kind}: no cited fact has these words"
    for pattern, kind in ((_NUMBER, "number"), (_number_words(), "number"), (_DAYS, "date")):
        for match in pattern.finditer(own):
            if not any(stands_in(form, text) for form in _forms(match[0]) for text in known):
                yield match[0], f"a {kind} that no cited fact has"
    for match in _NAME.finditer(own):
        if not _is_name(match, own, known, paragraphs, book):
            yield match[0], "a name that no cited fact has"


def _forms(words: str) -> Iterator[str]:
    """How a fact may write it: "$5bn" may be "5 billion" there."""
    yield words
    if words[0].isdigit() and (digits := _DIGITS.match(words)) is not None:
        yield digits[0]


@cache
def _number_words() -> re.Pattern[str]:
    """Numbers in words; "one" is mostly none."""
    numbers = table("numbers")
    scales = (scale for scale in numbers["scales"] if len(scale) > _ABBREVIATED)
    words = {*numbers["units"], *numbers["tens"], *scales, "half", "twice", "double", "triple"}
    return re.compile(rf"\b(?:{'|'.join(sorted(words - {'one'}))})\b")


def wrote(unit: Unit, book: Ledger) -> bool:
    """Whether the sentence is one of an editor's."""
    return _written(_said(unit), book) is not None


def _said(unit: Unit) -> str:
    return _SCALES.sub("", _RESTS.sub("", unit.whole))


def _written(said: str, book: Ledger) -> Judgment | None:
    written = (j for brief in book.briefs.values() for j in brief.own_words)
    return next((judgment for judgment in written if _is(judgment, said)), None)


def _is(judgment: Judgment, said: str) -> bool:
    return " ".join(judgment.text.split()) == said.strip()


def _scales(unit: Unit, judgment: Judgment) -> Iterator[tuple[str, str]]:
    stated = {
        "Verdict": judgment.verdict,
        "Likelihood": judgment.likelihood,
        "Confidence": judgment.confidence,
    }
    for name, value in stated.items():
        shown = re.search(rf"{name}: ([a-z ]+)\.", unit.whole)
        if (shown[1] if shown else None) != value:
            yield f"{name}: {shown[1] if shown else 'none'}", "not what the editor wrote"


def _is_name(
    match: re.Match[str], text: str, known: list[str], paragraphs: list[str], book: Ledger
) -> bool:
    name = match[0]
    if any(stands_in(name, one) for one in known):
        return True
    start = match.start() == 0 or text[: match.start()].rstrip()[-1:] in ".!?:“"
    if not start:
        return False
    first, _, rest = name.partition(" ")
    if rest and not any(stands_in(rest, one) for one in known):
        return False
    is_entity = any(stands_in(first, name) for name in book.names)
    lower = any(stands_in(first.lower(), p) for p in paragraphs) or first in wording.capitalised()
    return not is_entity or (lower and not rest)
