"""The words of what is doubted: the whole phrase or clause and nothing after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefwright.extract.clauses import clause_pieces, tidy
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.skeptics.doubt import Doubt, told
from briefwright.extract.syntax import child_of, phrase_span, phrase_tokens
from briefwright.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# Longer clauses (in words) are misread: nobody doubts so much at once.
_LONGEST_CLAUSE = 150
_CLAUSES = {"ccomp", "xcomp", "pcomp", "acl", "advcl"}
# No phrase ends with a word of these tags: the rest of it is what the parse tore off.
_OPEN_TAGS = {"WDT", "WP", "WRB", "IN", "DT", "CC", "TO", "PRP$", "RB"}
_OCCASIONS = {"in", "on", "during", "at", "before"}


def target_span(doubt: Doubt, passage: Passage, reading: Reading) -> Span | None:
    """The article's words for what the doubt is about; None when the parse does not tell them."""
    head = doubt.target
    if doubt.words:
        return tidy(passage, doubt.words, reading)
    if head.right_edge.i - head.left_edge.i > _LONGEST_CLAUSE:
        return None
    if head.dep_ in _CLAUSES and head.pos_ in {"VERB", "AUX"}:
        pieces = clause_pieces(passage, head, reading)
        return pieces[0] if pieces else None
    if head.i in passage.masks:
        return passage.masks[head.i].inner
    # "some of the claims made by DeepSeek": the part before "of" is a pronoun or a quantity.
    tokens = _with_second_half(_before(phrase_tokens(head), doubt.cue), head)
    tokens = _closed(_before_manner(tokens, head))
    span = tidy(passage, tokens, reading) or phrase_span(passage, head)
    return _whole_word(span, reading.text)


def _with_second_half(tokens: Sequence[Token], head: Token) -> list[Token]:
    """The phrase with what follows its "both": "both Israel and the United States"."""
    second = child_of(head, "conj")
    if second is None or child_of(head, "preconj") is None or second.i < tokens[-1].i:
        return list(tokens)
    return list(head.doc[tokens[0].i : phrase_tokens(second)[-1].i + 1])


def _before_manner(tokens: Sequence[Token], head: Token) -> list[Token]:
    """The phrase without how and where it is doubted: "the rules by giving away a gun", "the plan
    in an interview ahead of the vote".
    """
    for place, token in enumerate(tokens[:-1]):
        if token.i <= head.i:
            continue
        means = token.lower_ == "by" and tokens[place + 1].tag_ == "VBG"
        occasion = token.lower_ in _OCCASIONS and any(told(t, "venues") for t in token.children)
        if means or occasion:
            return list(tokens[:place])
    return list(tokens)


def _closed(tokens: Sequence[Token]) -> list[Token]:
    """The phrase without the words at its end that only begin something."""
    end = len(tokens)
    while end > 1 and tokens[end - 1].tag_ in _OPEN_TAGS:
        end -= 1
    return list(tokens[:end])


def _before(tokens: Sequence[Token], cue: Sequence[Token]) -> list[Token]:
    """The phrase without what follows the word of doubt in it ("the claims, disputed by")."""
    first = cue[0].i
    return [t for t in tokens if t.i < first] if tokens[0].i < first else list(tokens)


def _whole_word(span: Span, text: str) -> Span:
    """The span to the end of its last word: "ex-members" is more than one token."""
    end = span.end
    while end < len(text) - 1 and text[end] == "-" and text[end + 1].isalnum():
        end += 1
        while end < len(text) and text[end].isalnum():
            end += 1
    return Span(span.start, end)
