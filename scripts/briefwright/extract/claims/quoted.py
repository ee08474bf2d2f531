"""Which quotation a reporting verb introduces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefwright.extract.claims.beside import reporting_verbs, voice_after
from briefwright.extract.claims.report import NOTHING, Content
from briefwright.extract.clauses import tidy
from briefwright.extract.pieces import ending_of
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.tables import words
from briefwright.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLIMBS = 4  # from a quotation's stand-in up to its verb
# Words between a quotation and a verb: so near the parse is believed, so near it is overruled.
_BELIEVED, _OVERRULED = 6, 4
_MAX_GAP = 6  # words between a verb and the quotation that is its object
_SHORT_WORD = 4  # letters of articles and prepositions, which names write small


def masks_of(passage: Passage, verb: Token, text: str) -> list[Token]:
    """The stand-ins of quotations that this verb introduces."""
    first, end = verb.sent.start, verb.sent.end
    masks = [passage.doc[index] for index in passage.masks if first <= index < end]
    return [mask for mask in masks if _governor(passage, mask, text) == verb]


def speaker_after(passage: Passage, verb: Token, masks: list[Token], text: str) -> Token | None:
    """The speaker in `The plan "will fail," said Anna Berg`, where the parse takes the plan."""
    for mask in masks:
        voice = voice_after(passage, mask.i, ending_of(text, passage.masks[mask.i]))
        if voice is not None and voice.verb == verb:
            return voice.head
    return None


def _governor(passage: Passage, mask: Token, text: str) -> Token | None:
    """The reporting verb of a quotation: right after it, above it in the parse, or the nearest."""
    voice = voice_after(passage, mask.i, ending_of(text, passage.masks[mask.i]))
    if voice is not None:
        return voice.verb
    node = mask
    for _ in range(_CLIMBS):
        node = node.head
        near = abs(node.i - mask.i) <= _BELIEVED or node.dep_ == "ROOT"
        if near and _reports(node):
            return _closest(passage, mask, node)
        if node.head == node:
            break
    return _closest(passage, mask, None)


def _closest(passage: Passage, mask: Token, above: Token | None) -> Token | None:
    """The verb right before or after the quotation when there is one, else `above`."""
    near = [t for t in mask.sent if _reports(t) and t.i not in passage.masks]
    if not near:
        return None
    nearest = min(near, key=lambda t: (abs(t.i - mask.i), t.i))
    return nearest if above is None or abs(nearest.i - mask.i) <= _OVERRULED else above


def _reports(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() in reporting_verbs()


def quoted_content(passage: Passage, verb: Token, reading: Reading) -> Content:
    """The content of a verb whose quoted words are no sentence of their own."""
    for form in (_clause_around, _described, _quoted):
        content = form(passage, verb, reading)
        if content.pieces:
            return content
    return NOTHING


def _clause_around(passage: Passage, verb: Token, reading: Reading) -> Content:
    """The clause around the words in "The deal was close, two diplomats said, after ..."."""
    if verb.dep_ != "parataxis" or verb.lemma_.lower() not in words("reporting", "speech"):
        return NOTHING
    own = {t.i for t in verb.subtree}
    clause = verb.head
    before = [t for t in clause.subtree if t.i not in own and t.i < verb.i]
    after = [t for t in clause.subtree if t.i not in own and t.i > verb.i]
    pieces = [s for part in (before, after) if part and (s := tidy(passage, part, reading))]
    return Content(pieces, [clause])


def _described(passage: Passage, verb: Token, reading: Reading) -> Content:
    """The quoted words in "described X as “a blow”", "called X “theatre”"."""
    if verb.lemma_.lower() not in words("reporting", "describing"):
        return NOTHING
    end = _next_verb_start(passage, verb, passage.span(verb.sent))
    region = Span(passage.starts[verb.i], end)
    quoted = [q for q in reading.quotations_at(region) if region.contains(q.inner)]
    return Content([quoted[0].inner], []) if quoted else NOTHING


def _quoted(passage: Passage, verb: Token, reading: Reading) -> Content:
    """The quoted words right after the verb ("praised "a bold step"")."""
    if verb.lemma_.lower() in words("reporting", "asking"):
        return NOTHING
    return Content(_quoted_object(passage, verb, reading), [])


def _quoted_object(passage: Passage, verb: Token, reading: Reading) -> list[Span]:
    """Quoted words right after the verb or its object, inside the same sentence."""
    following = passage.ends[verb.i]
    end = _next_verb_start(passage, verb, passage.span(verb.sent))
    if end <= following:
        return []
    for quotation in reading.quotations_at(Span(following, end)):
        start = quotation.outer.start
        if not following <= start < end or is_title(quotation.inner.of(reading.text)):
            continue
        gap = reading.text[following:start]
        if len(gap.split()) <= _MAX_GAP and "," not in gap[1:].rstrip().rstrip(","):
            return [quotation.inner]
    return []


def is_title(quoted: str) -> bool:
    """Whether the words are a name, as "International Women's Day Celebration", no statement."""
    spelled = [w for w in quoted.split() if w[0].isalpha()]
    small = [w for w in spelled if not w[0].isupper()]
    return len(spelled) - len(small) > 1 and all(len(w) <= _SHORT_WORD for w in small)


def _next_verb_start(passage: Passage, verb: Token, sentence: Span) -> int:
    """Where the next clause after `verb` starts, so that no later quotation is taken."""
    verbs = words("reporting", "speech")
    for token in passage.doc[verb.i + 1 : verb.sent.end]:
        if token.lemma_.lower() in verbs and token.pos_ == "VERB":
            start = passage.starts[token.i]
            if not any(q.outer.start <= start < q.outer.end for q in passage.masks.values()):
                return start
    return sentence.end
