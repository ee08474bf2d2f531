"""Where names stand: the parser's hints, runs of capitals and the tables of known names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefwright.extract.numbers import alternatives
from briefwright.extract.placed import Placed
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.tables import table, words
from briefwright.extract.text_view import running_text
from briefwright.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

NAME_LABELS = {"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"}
# Lower-case words that a name may hold between two capitals ("University of Halden").
_LINKS = {"of", "for", "de", "van", "von", "der", "den", "la", "le", "du", "al", "bin", "&", "del"}
_POSSESSIVE = re.compile(r"^(?:'s|’s)$")
_MOVED = re.compile(r"\b(?:prices?|futures|fell|rose|gained|lost|up|down|slid|climbed|dropped|"
                    r"strengthened|weakened|eased|edged|rallied|a barrel|an ounce|against|versus|"
                    r"slipped|firmed|jumped|sank|surged|tumbled|little changed)\b")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that may name an entity.

    Attributes:
        span: the name, without article, title and possessive.
        label: the parser's label; "" when it saw no name there.
        known: the kind when the name stands in a table of known names.
    """

    span: Span
    text: str
    label: str = ""
    known: str = ""


def find_candidates(reading: Reading, taken: Sequence[Span]) -> list[Candidate]:
    """All places that may be names, without overlaps, in text order."""
    found = list(_known(reading))
    busy = _Taken([*taken, *(c.span for c in found)])
    labelled: list[Candidate] = []
    for passage in reading.passages:
        for candidate in _parsed(passage, reading.text):
            if not busy.overlaps(candidate.span):
                labelled.append(candidate)
    busy.add(c.span for c in labelled)
    runs = []
    for passage in reading.passages:
        for candidate in _runs(passage, reading.text):
            if not busy.overlaps(candidate.span):
                runs.append(candidate)
                busy.add([candidate.span])
    return sorted([*found, *labelled, *runs], key=lambda c: c.span)


class _Taken:
    """Spans already spoken for, by character."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._places: set[int] = set()
        self.add(spans)

    def add(self, spans: Iterator[Span] | Sequence[Span]) -> None:
        for span in spans:
            self._places.update(range(span.start, span.end))

    def overlaps(self, span: Span) -> bool:
        return any(place in self._places for place in range(span.start, span.end))


@cache
def _known_pattern() -> re.Pattern[str]:
    names = table("names")
    fixed = [n for kind in ("index", "market", "organization", "place", "commodity_caps")
             for n in names[kind]]  # fmt: skip
    return re.compile(rf"(?<![\w-])(?:{alternatives([*fixed, *countries()])})(?![\w-])")


@cache
def _traded_pattern() -> re.Pattern[str]:
    names = table("names")
    traded = alternatives([*names["commodity"], *names["currency"]])
    return re.compile(rf"(?<![\w$-])(?:{traded})(?!\w)(?! sands)", re.IGNORECASE)


@cache
def countries() -> dict[str, str]:
    """Each name of a country and the country's chief name."""
    from babel import Locale

    names = table("names")
    known = {
        name: name
        for code, name in Locale("en").territories.items()
        if code.isalpha() and name not in names["not_countries"]
    }
    for chief, others in names["aliases"].items():
        known.update({name: chief for name in [chief, *others]})
    return known


@cache
def known_kinds() -> dict[str, str]:
    """The kind of each fixed name."""
    names = table("names")
    kinds = dict.fromkeys(countries(), "place")
    for kind in ("index", "market", "organization", "place"):
        kinds.update(dict.fromkeys(names[kind], kind))
    kinds.update(dict.fromkeys(names["commodity_caps"], "commodity"))
    return kinds


def _known(reading: Reading) -> Iterator[Candidate]:
    text = running_text(reading.article)
    covered: list[Span] = []
    for match in _known_pattern().finditer(text):
        following = text[match.end() :]
        kind = known_kinds()[match[0]]
        if kind in {"organization", "place"} and _in_longer_name(text, match):
            continue  # the parser or a run of capitals will give the whole name
        span = Span(*match.span())
        covered.append(span)
        yield Candidate(span, match[0], known=kind)
    if not _MOVED.search(text):
        return
    known = Placed(covered, lambda span: span)
    for match in _traded_pattern().finditer(text):
        span = Span(*match.span())
        if known.overlapping(span) or not _is_traded(reading, span):
            continue
        currency = match[0].lower() in table("names")["currency"]
        yield Candidate(span, match[0], known="currency" if currency else "commodity")


_NEXT_WORD = re.compile(r" ([A-Z][a-z]+)")
_NAME_OF = re.compile(r"([A-Z][a-z]+) (?:of|for)(?: the)? $")
_SECURITY = re.compile(r" (?:notes?|bonds?|bills?|yields?|futures|securities)\b")


def _in_longer_name(text: str, match: re.Match[str]) -> bool:
    titles = words("people", "titles") | words("people", "portfolios")
    following = _NEXT_WORD.match(text, match.end())
    if following and following[1] not in titles:
        return True
    before = _NAME_OF.search(text[max(0, match.start() - 40) : match.start()])
    if before and before[1] not in titles:
        return True
    return match[0] == "Treasury" and bool(_SECURITY.match(text, match.end()))


def _is_traded(reading: Reading, span: Span) -> bool:
    """Whether the word is a noun of its own here, not an amount's unit or part of a name."""
    passage = reading.passage_at(span)
    if passage is None:
        return False
    tokens = passage.tokens_in(span)
    last = tokens[-1]
    if not _MOVED.search(passage.span(last.sent).of(reading.text)):
        return False
    numbered = any(c.pos_ == "NUM" or c.tag_ == "$" for c in tokens[0].children)
    capital_next = last.i + 1 < len(passage.doc) and passage.doc[last.i + 1].pos_ == "PROPN"
    modifier = last.dep_ in {"compound", "amod", "nmod"} and last.head.lemma_.lower() not in {
        "price", "future", "contract", "rate", "benchmark",
    }  # fmt: skip
    owned = any(c.tag_ == "PRP$" for c in last.children)
    noun = last.pos_ in {"NOUN", "PROPN"}
    return noun and not (owned or numbered or capital_next or modifier)


def _parsed(passage: Passage, text: str) -> Iterator[Candidate]:
    for ent in passage.doc.ents:
        if ent.label_ not in NAME_LABELS:
            continue
        for tokens in _split_possessive(list(ent)):
            trimmed = _trim(_widen(tokens))
            if trimmed and _is_name(trimmed):
                span = passage.span(trimmed)
                yield Candidate(span, span.of(text), label=ent.label_)


def _widen(tokens: list[Token]) -> list[Token]:
    """The tokens with capitalised neighbours that the parser left out of a name."""
    if not tokens:
        return tokens
    doc, first, last = tokens[0].doc, tokens[0].i, tokens[-1].i
    while first > 0 and _capital(doc[first - 1]) and doc[first - 1].pos_ == "PROPN":
        first -= 1
    while last + 1 < len(doc) and _capital(doc[last + 1]) and doc[last + 1].pos_ == "PROPN":
        last += 1
    return list(doc[first : last + 1])


def _split_possessive(tokens: list[Token]) -> Iterator[list[Token]]:
    part: list[Token] = []
    for token in tokens:
        if _POSSESSIVE.match(token.text):
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _runs(passage: Passage, text: str) -> Iterator[Candidate]:
    """Runs of capitalised proper nouns that the parser did not label."""
    run: list[Token] = []
    for token in [*passage.doc, None]:
        if token is not None and _capital(token) and token.pos_ == "PROPN":
            run.append(token)
            continue
        if token is not None and run and _links(token):
            run.append(token)
            continue
        trimmed = _trim(run)
        if trimmed and _is_name(trimmed):
            span = passage.span(trimmed)
            yield Candidate(span, span.of(text))
        run = []


def _links(token: Token) -> bool:
    """Whether a lower-case word or a bare apostrophe joins two capitals ("Owners' Association")."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    joins = token.lower_ in _LINKS or (token.tag_ == "POS" and token.text in {"'", "’"})
    return joins and following is not None and _capital(following) and following.pos_ == "PROPN"


def _trim(tokens: list[Token]) -> list[Token]:
    """Without articles, titles, marks and lower-case words at either end."""
    drop = words("people", "honorifics")
    tokens = _after_title(tokens)
    while tokens and (
        not _capital(tokens[0])
        and not tokens[0].text[:1].isdigit()
        or tokens[0].lower_ in {"the", "a", "an"}
        or (tokens[0].text in drop and len(tokens) > 1)
    ):
        tokens = tokens[1:]
    while tokens and not (_capital(tokens[-1]) or tokens[-1].text[:1].isdigit()):
        tokens = tokens[:-1]
    while len(tokens) > 1 and tokens[-1].text in words("people", "common_acronyms"):
        tokens = tokens[:-1]
    return tokens


def _after_title(tokens: list[Token]) -> list[Token]:
    """What follows the last title of "U.S. President Donald Trump"; all of it when none does."""
    titles = words("people", "titles")
    last = max((i for i, t in enumerate(tokens) if t.text in titles), default=-1)
    institution = set(words("people", "institution_words")) & {t.text for t in tokens}
    return tokens[last + 1 :] if last + 1 < len(tokens) and not institution else tokens


def _is_name(tokens: list[Token]) -> bool:
    first = tokens[0]
    if all(t.text in words("people", "titles") for t in tokens):
        return False
    if len(tokens) == 1:
        text = first.text
        dates = table("dates")
        if text in words("people", "common_acronyms") or text in words("people", "titles"):
            return False
        if text.lower() in dates["weekdays"] or text.lower() in dates["months"]:
            return False
        if first.ent_type_ == "NORP" or first.pos_ in {"ADJ", "ADV", "VERB", "PRON", "ADP", "INTJ"}:
            return False
        if _in_brackets_after_common_noun(first) or len(text) < 2:  # noqa: PLR2004
            return False
        if first.is_sent_start and first.pos_ != "PROPN":
            return False
        if text in words("people", "security_names") and _next_lower(first) in dates["securities"]:
            return False
    return _capital(first) and any(t.pos_ in {"PROPN", "NOUN", "X"} for t in tokens)


def _next_lower(token: Token) -> str:
    return token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""


def _in_brackets_after_common_noun(token: Token) -> bool:
    """ "artificial intelligence (AI)": an abbreviation of ordinary words is no name."""
    doc, i = token.doc, token.i
    if not (0 < i < len(doc) - 1 and doc[i - 1].text == "(" and doc[i + 1].text == ")"):
        return False
    return i > 1 and not _capital(doc[i - 2])
