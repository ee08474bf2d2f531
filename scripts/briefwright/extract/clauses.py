"""What is reported: the pieces of a claim's content, as exact spans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefwright.extract.pieces import said_forms
from briefwright.extract.quotes import Quotation
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.syntax import speaks_again
from briefwright.extract.tables import words
from briefwright.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# Loose words and marks at the edges of a clause that are no part of what is said.
_DROP_FIRST = {"that", "whether", "which", "who", "as", "and", ",", ":", ";", "–", "—", "-", "but"}
_DROP_LAST = {",", ":", ";", "–", "—", "-", ".", "and", "but", "while"}
_DASHES = {"–", "—", "--", " - "}
_CONTRASTS = {"though", "although"}
_BRACKET = 60  # characters to the bracket that closes one in a content
# The article's own words again after a quotation: `"We lost," and the flag is at half-mast`.
_GOES_ON = re.compile(r"\s+(?:and|but|while|as)\s+(?!that\b|[“\"'‘])")
# How somebody says it, no part of what he says.
_SILENT = re.compile(r",? without (?:elaborat|explain|specify|nam|giv|cit|identify|provid)ing\b")
# Another report inside a piece: `was sorry: "We wait," he said, "and see"`.
_SPOKEN = re.compile(r",?\s+(?:[A-Z]?[\w.]+\s){1,3}?([a-z]+),?\s+[\"“‘']")
_MARKS = set('“”"‘’')
_POSSESSIVES = ("'s", "’s")


def clause_pieces(passage: Passage, head: Token, reading: Reading) -> list[Span]:
    """The clause headed by `head` as spans, cut where other words interrupt it.

    A participle that reports something itself (", stating ...") is not part of the clause, wherever
    the parser hangs it.
    """
    outside = {t.i for part in _other_speech(head) for t in part.subtree}
    runs: list[list[Token]] = []
    for token in sorted(head.subtree, key=lambda t: t.i):  # crossing branches come out of order
        if token.i in outside:
            continue
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    spans = [s for run in runs if (s := tidy(passage, run, reading)) is not None]
    return [s for s in spans if len(s) > 1]


def _other_speech(head: Token) -> Iterator[Token]:
    """The parts of the clause's parse that say something of their own."""
    yield from _reporting_participles(head)
    for child in head.children:
        if child.dep_ == "advcl" and any(c.lower_ in _CONTRASTS for c in child.children):
            yield child
        if child.dep_ == "conj" and speaks_again(child, head):
            yield child


def _reporting_participles(head: Token) -> Iterator[Token]:
    speech = words("reporting", "speech")
    for token in head.subtree:
        if token == head or token.tag_ != "VBG" or token.lemma_.lower() not in speech:
            continue
        first = token.doc[token.left_edge.i]
        before = token.doc[first.i - 1] if first.i else None
        if before is not None and before.text == "," and token.dep_ in {"advcl", "acl", "conj"}:
            yield token


def tidy(passage: Passage, tokens: Sequence[Token], reading: Reading) -> Span | None:
    """The tokens' span without loose punctuation, aside or torn quotation at its edges."""
    run = list(tokens)
    while run and (run[0].is_space or (run[0].lower_ in _DROP_FIRST and not _belongs(run[0]))):
        run = run[1:]
    run = _without_aside(passage, run, reading)
    if len(run) > 1 and run[-1].lower_ == "then" and run[-2].text == ",":
        run = run[:-1]
    while run and (run[-1].lower_ in _DROP_LAST or run[-1].is_space):
        run = run[:-1]
    if not any(t.is_alpha or t.like_num or t.i in passage.masks for t in run):
        return None
    span = _whole_quotations(passage.span(run), reading)
    if any(q.inner == span for q in reading.quotations_at(span)):
        return span  # what is said is quoted with all its marks
    text = reading.text
    ending = text[span.end - 2 : span.end]
    if ending in _POSSESSIVES and len(span) > len(ending):
        span = Span(span.start, span.end - len(ending))
    while span.end - span.start > 1 and text[span.end - 1] in ",;: \n":
        span = Span(span.start, span.end - 1)
    return _without_last_bracket(_balanced(span, text), text)


def _belongs(token: Token) -> bool:
    """Whether the word is no conjunction here: "That work cost ...", "As of Sunday, ..."."""
    if token.lower_ == "as":
        return token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "of"
    return token.lower_ == "that" and token.tag_ == "DT"


def _without_aside(passage: Passage, run: list[Token], reading: Reading) -> list[Token]:
    """Cut a comment after a dash ("... – a stark contrast to"), unless it is quoted or closed."""
    if passage.quotation is not None:
        return run
    dashes = [n for n in range(1, len(run) - 1) if _is_dash(run, n)]
    if len(dashes) != 1 or reading.quoted(passage.span([run[dashes[0]]])):
        return run
    rest = run[dashes[0] + 1 :]
    if any(_MARKS.intersection(t.text) or t.i in passage.masks for t in rest):
        return run
    return run[: dashes[0]]


def _is_dash(run: Sequence[Token], index: int) -> bool:
    """Whether it is a dash between clauses; "2019–2024" has none."""
    text = run[index].text
    return text in _DASHES and (text != "–" or bool(run[index - 1].whitespace_))


def _balanced(span: Span, text: str) -> Span:
    """The span with the bracket that closes one opened in it, or without the one left open; and
    without one that only closes.
    """
    start, end = span
    words_inside = text[start:end]
    if words_inside.count("(") > words_inside.count(")"):
        closing = text.find(")", end, end + _BRACKET)
        opening = text.rfind("(", start, end)
        if closing >= 0 and "\n" not in text[end:closing] and "(" not in text[end:closing]:
            end = closing + 1
        elif opening > start:
            end = opening
    elif words_inside.count(")") > words_inside.count("("):
        closing = text.find(")", start, end)
        if closing - start < len(words_inside) // 2:
            start = closing + 1
    while end - start > 1 and text[start] in " ,;:":
        start += 1
    while end - start > 1 and text[end - 1] in " ,;:\n":
        end -= 1
    return Span(start, end)


def _without_last_bracket(span: Span, text: str) -> Span:
    if text[span.end - 1] != ")":
        return span
    opening = text.rfind("(", span.start, span.end)
    if opening <= span.start:
        return span
    end = opening
    while end > span.start and text[end - 1].isspace():
        end -= 1
    return Span(span.start, end)


def _whole_quotations(span: Span, reading: Reading) -> Span:
    """Grow over a quotation that the span tears; drop the marks when it is all quotation."""
    for quotation in reading.quotations_at(span):
        outer = quotation.outer
        if quotation.inner.contains(span) or span.contains(outer):
            continue
        span = Span(min(span.start, outer.start), max(span.end, outer.end))
    exact = next((q for q in reading.quotations_at(span) if span in (q.outer, q.inner)), None)
    return exact.inner if exact else span


def own_words(piece: Span, reading: Reading) -> Span:
    """The piece without what the article goes on to tell after the quotation it begins with, and
    without "without elaborating".
    """
    text = reading.text
    silent = _SILENT.search(text, piece.start, piece.end)
    if silent is not None and not reading.quoted(Span(silent.start(), silent.end())):
        piece = Span(piece.start, silent.start())
    for quotation in reading.quotations_at(piece):
        introduced = text[piece.start : quotation.outer.start].rstrip()
        spoken = _SPOKEN.match(text, quotation.outer.end, piece.end)
        if introduced.endswith(":") and spoken is not None and spoken[1] in said_forms():
            return Span(piece.start, piece.start + len(introduced) - 1)
        closed = quotation.outer.start == piece.start and quotation.outer.end < piece.end
        if closed and text[quotation.inner.end - 1] == ",":
            goes_on = _GOES_ON.match(text, quotation.outer.end, piece.end)
            return quotation.inner if goes_on else piece
    return piece


def quoted_inside(span: Span, reading: Reading) -> list[Quotation]:
    """The quotations that lie inside `span`."""
    return [q for q in reading.quotations_at(span) if span.contains(q.outer)]


def form_of(pieces: Sequence[Span], cue: Span | None, reading: Reading) -> str:
    """direct: all of it is quoted; mixed: some of it; indirect: nothing.

    What is reported inside a quotation is quoted together with its reporting word, so it is
    indirect there.
    """
    around = [q.inner for q in reading.quotations_at(cue) if q.inner.contains(cue)] if cue else []
    if any(inner.contains(piece) for inner in around for piece in pieces):
        return "indirect"
    if all(reading.quoted(piece) for piece in pieces):
        return "direct"
    some = any(quoted_inside(p, reading) or reading.quoted(p) for p in pieces)
    return "mixed" if some else "indirect"
