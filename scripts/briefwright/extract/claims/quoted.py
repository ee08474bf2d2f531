"""Which quotation a reporting verb introduces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefwright.extract.reading import Passage, Reading
from briefwright.extract.tables import words
from briefwright.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def masks_of(passage: Passage, verb: Token) -> list[Token]:
    """The stand-ins of quotations that this verb introduces."""
    found = []
    for index in passage.masks:
        mask = passage.doc[index]
        if mask.sent.start <= verb.i < mask.sent.end and _governor(passage, mask) == verb:
            found.append(mask)
    return found


def _governor(passage: Passage, mask: Token) -> Token | None:
    """The reporting verb of a quotation: above it in the parse, or else the nearest one."""
    verbs = words("reporting", "speech") | words("reporting", "thought")
    node = mask
    for _ in range(4):
        node = node.head
        if node.pos_ in {"VERB", "AUX"} and node.lemma_.lower() in verbs:
            if abs(node.i - mask.i) <= 6 or node.dep_ == "ROOT":  # noqa: PLR2004
                return _closest(passage, mask, node, verbs)
        if node.head == node:
            break
    return _closest(passage, mask, None, verbs)


def _closest(
    passage: Passage, mask: Token, above: Token | None, verbs: frozenset[str]
) -> Token | None:
    """The verb right before or after the quotation when there is one, else `above`."""
    near = [
        t
        for t in mask.sent
        if t.pos_ in {"VERB", "AUX"} and t.lemma_.lower() in verbs and t.i not in passage.masks
    ]
    if not near:
        return None
    nearest = min(near, key=lambda t: (abs(t.i - mask.i), t.i))
    return nearest if above is None or abs(nearest.i - mask.i) <= 4 else above  # noqa: PLR2004


def quoted_object(passage: Passage, verb: Token, reading: Reading) -> list[Span]:
    """Quoted words right after the verb or its object, inside the same sentence."""
    following = passage.ends[verb.i]
    end = next_verb_start(passage, verb, passage.span(verb.sent))
    if end <= following:
        return []
    for quotation in reading.quotations_at(Span(following, end)):
        if following <= quotation.outer.start < end:
            gap = reading.text[following : quotation.outer.start]
            if _is_title(quotation.inner.of(reading.text)):
                continue
            if len(gap.split()) <= 6 and "," not in gap[1:].rstrip().rstrip(","):  # noqa: PLR2004
                return [quotation.inner]
    return []


def _is_title(words_: str) -> bool:
    """As in "International Women's Day Celebration": a quoted name is no statement."""
    long = [w for w in words_.split() if len(w) > 3]  # noqa: PLR2004 - articles and prepositions
    return len(long) > 1 and all(w[0].isupper() for w in long)


def next_verb_start(passage: Passage, verb: Token, sentence: Span) -> int:
    """Where the next clause after `verb` starts, so that no later quotation is taken."""
    verbs = words("reporting", "speech")
    for token in passage.doc[verb.i + 1 : verb.sent.end]:
        if token.lemma_.lower() in verbs and token.pos_ == "VERB":
            start = passage.starts[token.i]
            if not any(q.outer.start <= start < q.outer.end for q in passage.masks.values()):
                return start
    return sentence.end
