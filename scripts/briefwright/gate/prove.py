"""Proves each line of the composed pages, or says what in it stands on nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from briefwright.compose.claims import UNATTRIBUTED
from briefwright.compose.pictures.extents import extent
from briefwright.compose.pictures.scale import Scale, day_of
from briefwright.compose.source import QUOTE_MARKS, Source
from briefwright.gate import editors, wording
from briefwright.gate.ledger import Ledger, plain
from briefwright.gate.page import Segment, Unit, line_of, units
from briefwright.gate.quotes import ELLIPSIS, QuoteVerdict, stands_in, verdict
from briefwright.model import Claim, DateExpression, MarketEffect, TimelineEvent

_NUMBERED = re.compile(r"(?:Claim|Doubt) (\d+)")
# The stand-in for words that a hosted site does not show.
_WITHHELD = re.compile(
    r"(?:[A-Z][a-z ]+ at )?(?:¶\d+(?:, p\. \d+)?, |heading, )?"
    r"characters (?P<start>\d+)-(?P<end>\d+)(?:, not published here)?"
)
_PLACE = re.compile(r"(?:S\d+ )?(?:¶\d+|heading)(?:, p\. \d+)?")
_COUNT = re.compile(r"((?<!\d)(?<!\d[,.])\d[\d,.]{0,40}|no) ([a-z]+(?: [a-z]+)?)")
_DIGIT = re.compile(r"\d")
_LABEL = re.compile(r"S\d+")
_LETTERS = re.compile(r"[^a-z]+", re.IGNORECASE)
_SIGNS = re.compile(r"[^\w%$£€¥.,-]+")
# From the first opening mark: where that one is never closed, no later one is.
_QUOTED = re.compile(r"\A[^“\"«„]*+([“\"«„][^”\"»]*+[”\"»])")
_SENTENCE_START = re.compile(r"(?:^|[.!?:] )$")
# Headings and cells name somebody or something; only a fact's own words stand there.
_NAMING = {"h1", "h2", "h3", "h4", "h5", "h6", "strong", "tspan"}
# Sections whose lines are the checks' own, and the one of the editor.
_CHECKED, _EDITORS = {"findings", "unknown"}, "judgments"
# Those whose lines are words of the source in one run; the first of them may be an editor's.
_BOTTOM, _POINTS, _CHANGES = "bottom-line", "key-points", "changes"
# The ends of a chart's axis.
_AXIS = {"up", "down"}

_ACCEPTED = "accepted by a person"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line that can't be proved.

    Attributes:
        page: its path below docs/.
        line: of the page's Markdown, counted from 1.
        words: what stands on nothing.
        why: in words for people.
    """

    page: str
    line: int
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What the gate found: refused lines, and a verdict for each quotation."""

    refusals: tuple[Refusal, ...]
    quotes: tuple[tuple[str, int, QuoteVerdict], ...]


def prove(pages: Mapping[str, str], book: Ledger) -> Proof:
    """Read `pages` and prove each of their lines from `book`.

    Args:
        pages: Markdown by path below docs/, as composed.
        book: the facts, and what is stated and counted (`gate.ledger`).
    """
    refusals: list[Refusal] = []
    quotes: list[tuple[str, int, QuoteVerdict]] = []
    for path, page in pages.items():
        for unit in units(page):
            reader = _Reader(path, unit, book)
            found = list(reader.faults())
            line = line_of(page, unit) if found or reader.quotes else 0
            refusals += [Refusal(path, line, words, why) for words, why in found]
            quotes += [(path, line, quote) for quote in reader.quotes]
    return Proof(tuple(refusals), tuple(quotes))


class _Reader:
    """One unit against the ledger."""

    def __init__(self, path: str, unit: Unit, book: Ledger) -> None:
        self.path, self.unit, self.book = path, unit, book
        names = dict.fromkeys((*unit.facts, *unit.links))
        self.cited = [book.facts[name] for name in names if name in book.facts]
        self.quotes: list[QuoteVerdict] = []
        self.evidence = path.startswith("articles/")

    def faults(self) -> Iterator[tuple[str, str]]:
        """Each run of words that stands on nothing, and why."""
        unknown = [name for name in self.unit.facts if name not in self.book.facts]
        for name in unknown:
            yield name, "no accepted or proposed fact has this id"
        if self.evidence and (text := self._article_text()) is not None:
            yield from text
            return
        if self.cited and self._is_editors():
            yield from editors.faults(self.unit, self.cited, self.book, self.quotes)
            return
        if self.unit.section in _CHECKED:
            yield from self._checked()
            return
        if self.unit.section == _CHANGES:
            yield from self._changed()
            return
        if self.cited:
            yield from self._own_ids()
            yield from self._reviews()
            yield from self._extract()
            yield from self._parts()
            for segment in self.unit.segments:
                yield from self._segment(segment)
            return
        yield from self._without_facts()

    def _is_editors(self) -> bool:
        if self.unit.section == _BOTTOM:
            return editors.wrote(self.unit, self.book)
        return self.unit.section == _EDITORS

    # A line that cites facts

    def _reviews(self) -> Iterator[tuple[str, str]]:
        """No more facts are called accepted than a person has accepted."""
        accepted = sum(c.fact.review_status == "accepted" for c in self.cited)
        if self.unit.whole.count(_ACCEPTED) > accepted:
            yield _ACCEPTED, "nobody has accepted the fact"

    def _segment(self, segment: Segment) -> Iterator[tuple[str, str]]:
        whole = self._in_whole_words(segment.words)
        if segment.quoted:
            found = verdict(segment.words, self.cited, self.book.texts)
            if found.holds or not whole:
                self.quotes.append(found)
            if not found.holds and not whole:
                yield segment.words, _told(found)
            return
        if whole:
            return
        if not self._proved(segment.words, segment.inside):
            yield segment.words, "the facts of this line do not say it"

    def _in_whole_words(self, words: str) -> bool:
        """Whether it is a part of a title or of a fact's words that stand whole in the line."""
        return any(words in text for text in self._whole_words)

    @cached_property
    def _whole_words(self) -> list[str]:
        """The titles and the facts' words that stand whole in the line."""
        own = (text for c in self.cited for text in c.texts if text in self.unit.whole)
        return [*self.book.stated.inside(self.unit.whole), *own]

    def _proved(self, words: str, inside: frozenset[str]) -> bool:
        if self._is_said(words, naming=bool(inside & _NAMING)) or wording.only_fixed(words):
            return True
        scaled = self.unit.kind == "figure" and "text" in inside and not inside & _NAMING
        return (scaled and self._is_on_scale(words)) or self._is_mixed(words, inside)

    def _is_said(self, words: str, *, naming: bool) -> bool:
        """Whether the facts, what is stated, or what is counted say exactly this."""
        if any(words in c.texts or words in c.labels for c in self.cited):
            return True
        if words in self.book.stated or _LABEL.fullmatch(words):
            return True
        if self.unit.kind == "figure" and words in _AXIS:
            return True
        if self.evidence and words.isdecimal():
            return True  # the small numbers that lead back to the brief
        if withheld := _WITHHELD.fullmatch(words):
            return self._is_withheld(int(withheld["start"]), int(withheld["end"]))
        if numbered := _NUMBERED.fullmatch(words):
            return self._is_number(int(numbered[1]))
        if _PLACE.fullmatch(words):
            return any(words.removeprefix(_prefix(words)) in c.places for c in self.cited)
        if not naming and any(stands_in(words, c.paragraphs) for c in self.cited):
            return True
        return self._is_label(words)

    def _is_withheld(self, start: int, end: int) -> bool:
        """Whether words that are not published here stand at that place."""
        near = (n for c in self.cited for n in (c, *c.near))
        spans = (s for c in near for s in (*c.fact.spans(), *getattr(c.fact, "mentions", ())))
        covered = [(s.start, s.end) for s in spans]
        return any((start <= a and b <= end) or (a, b) == (start, end) for a, b in covered)

    def _is_number(self, number: int) -> bool:
        """Whether the line cites the claim or doubt of this number, or is about it."""
        own = (n for c in self.cited for n in (c, *c.near))
        known = (self.book.facts.get(c.anchor) for c in own)
        return any(found is not None and found.number == number for found in known)

    def _is_label(self, words: str) -> bool:
        """Whether it is the fact's own value in the program's words, or a count of mentions."""
        mentions = sum(len(getattr(c.fact, "mentions", ())) for c in self.cited)
        return words == ("1 mention" if mentions == 1 else f"{mentions} mentions")

    def _is_on_scale(self, words: str) -> bool:
        """Whether it is a date on a picture's scale, between the first and last of the facts'."""
        near = (n.fact for c in self.cited for n in c.near)
        dates = [e for f in near if isinstance(f, DateExpression) if (e := extent(f.value))]
        day = day_of(words)
        return bool(dates) and day is not None and Scale.of(dates).holds(day)

    def _is_mixed(self, words: str, inside: frozenset[str]) -> bool:
        """Whether fixed words stand before or after what the facts say ("written February 5")."""
        parts = words.split(" ")
        for cut in range(1, len(parts)):
            first, rest = " ".join(parts[:cut]).strip(" ,"), " ".join(parts[cut:]).strip(" ,")
            naming = bool(inside & _NAMING)
            if wording.only_fixed(first) and self._is_said(rest, naming=naming):
                return True
            if wording.only_fixed(rest) and self._is_said(first, naming=naming):
                return True
        if not inside & {"td", "li", "desc", "text", "title", "figcaption"}:
            return False
        pieces = [p for p in re.split(r"[,.;] ", words) if p.strip()]
        return len(pieces) > 1 and all(
            self._proved(p.strip(" .,"), inside - {"td", "li"}) for p in pieces
        )

    def _own_ids(self) -> Iterator[tuple[str, str]]:
        """A line that is a fact's own carries its id where readers of the Markdown see it."""
        if self.evidence:
            return
        for anchor in self.unit.anchors:
            if anchor in self.book.facts and anchor not in self.unit.facts:
                yield anchor, "the line does not carry the id of its fact"

    def _extract(self) -> Iterator[tuple[str, str]]:
        """A key point is words of the source in one run."""
        if self.unit.section not in {_BOTTOM, _POINTS} or self.unit.kind != "li":
            return
        extract = self.unit.whole.rpartition(" — ")[0]
        for piece in (p.strip() for p in extract.split("[…]")):
            if piece and not any(_holds(c.paragraphs, piece) for c in self.cited):
                yield piece, "it is not the source's words in one run"

    def _parts(self) -> Iterator[tuple[str, str]]:
        """What a line of its own must hold whole: a claim its words and its speaker."""
        for cited in self.cited:
            if cited.anchor not in self.unit.anchors or self.evidence:
                continue
            fact, whole = cited.fact, self.unit.whole
            if isinstance(fact, Claim):
                said = " … ".join(_quoted(fact, plain(p.quote)) for p in fact.content)
                if not _holds(whole, said):
                    yield said, "the line does not hold the claim's exact words"
                yield from self._speaker(cited.source, fact)
            elif isinstance(fact, TimelineEvent) and not _holds(whole, fact.quote):
                yield fact.quote, "the line does not hold the event's exact words"
            elif isinstance(fact, MarketEffect) and plain(fact.instrument.quote) not in whole:
                yield fact.instrument.quote, "the line does not say what moved"

    def _speaker(self, source: Source, claim: Claim) -> Iterator[tuple[str, str]]:
        entity = source.speaker(claim.speaker)
        named = entity.name if entity else claim.speaker.quote if claim.speaker else UNATTRIBUTED
        if f" · {plain(named)}" not in self.unit.whole:
            yield named, "the line does not name the claim's speaker"

    # What an update changed

    def _changed(self) -> Iterator[tuple[str, str]]:
        """Quotations stand in the record of the update or in the text as it is; so do names."""
        texts = (self.book.updates, *self.book.texts)
        for segment in self.unit.segments:
            words = ELLIPSIS.split(segment.words)
            known = all(any(piece.strip() in text for text in texts) for piece in words)
            if segment.quoted and not known:
                yield segment.words, "no version of the source has these words"
            elif not segment.quoted and not known and self._names_unknown(segment.words):
                yield segment.words, "the record of the update does not say it"

    def _names_unknown(self, words: str) -> bool:
        return not self.cited and any(stands_in(n, words) for n in self.book.names.inside(words))

    # The checks' lines

    def _checked(self) -> Iterator[tuple[str, str]]:
        whole = self.unit.whole
        for said in sorted(self.book.findings.inside(whole), key=len, reverse=True):
            whole = whole.replace(said, " ")
        for note in sorted({plain(c.fact.note or "") for c in self.cited} - {""}, key=len)[::-1]:
            whole = whole.replace(f"editor’s note: {note}", " ")
        whole = re.sub(r"¶\d+(?:, p\. \d+)?|\bS\d+\b|\(\s*(?:,\s*)*\)|^\d+\.", " ", whole)
        rest = whole.strip(" ()·,.:—")
        if rest and not self._plain_prose(rest):
            yield rest, "no check says it"

    # Lines without facts

    def _without_facts(self) -> Iterator[tuple[str, str]]:
        spoken = (s.words for s in self.unit.segments if "attribute" in s.inside)
        for text in (self.unit.whole, *spoken):
            rest = self._without_stated(text)
            quoted = _QUOTED.search(rest)
            if quoted and not wording.only_fixed(quoted[1]):
                yield quoted[1], "a quotation in a line that cites no fact"
            elif not self._plain_prose(rest):
                yield text[:160], "the line cites no fact for a name or a number in it"

    def _without_stated(self, text: str) -> str:
        """The text without what is stated of the sources and the site, and without places."""
        kept = (self.book.stated, self.book.dates, self.book.findings)
        said = {stated for runs in kept for stated in runs.inside(text)}
        for stated in sorted(said, key=lambda stated: (-len(stated), stated)):
            text = re.sub(rf"(?<!\w){re.escape(stated)}(?!\w)", " ", text)
        text = re.sub(r"[“”] *[“”]", " ", text)
        return re.sub(r"¶\d+(?:, p\. \d+)?|\bSHA-256\b|\bS\d+\b", " ", text)

    def _plain_prose(self, text: str) -> bool:
        """Whether it has no number but what can be counted, and no name."""
        rest = _COUNT.sub(self._counted, text)
        if _DIGIT.search(rest):
            return False
        names = (n for n in self.book.names.inside(rest) if stands_in(n, rest))
        if any(name.lower() not in wording.capitalised_lower() for name in names):
            return False
        for word in wording.WORD.finditer(rest):
            start = bool(_SENTENCE_START.search(rest[: word.start()]))
            if word[0][0].isupper() and not start and word[0] not in wording.capitalised():
                return False
        return True

    def _counted(self, match: re.Match[str]) -> str:
        number = 0 if match[1] == "no" else int(re.sub(r"\D", "", match[1]) or 0)
        said = match[2]
        for noun in self.book.counts.get(number, ()):
            plural = f"{noun}s"
            if said in {noun, plural} or said.startswith((f"{noun} ", f"{plural} ")):
                return said.replace(plural, "").replace(noun, "")
        if match[1] == "no":
            wrong = any(said in {noun, f"{noun}s"} for noun in self.book.nouns)
            return "0" if wrong else match[0]
        return " " if number in self.book.counts and said == "of" else match[0]

    # The evidence page

    def _article_text(self) -> list[tuple[str, str]] | None:
        """The faults of a paragraph of the source's text; None for other lines of the page."""
        own = [a for a in self.unit.anchors if re.fullmatch(r"p\d+|heading-\d+", a)]
        if not own or self.unit.kind not in {"p", "h2"}:
            return None
        source = self.book.sources.get(self.path.removeprefix("articles/").removesuffix(".md"))
        if source is None:
            return []
        # The small numbers of the notes stand between the words, so digits are not compared here.
        text = _letters(source.article.text)
        pieces = [p.strip() for p in self.unit.whole.split("[…]") if p.strip()]
        missing = [p for p in pieces if _LETTERS.sub("", p) not in text]
        return [(p[:120], "it is not the source's text") for p in missing]


@lru_cache(maxsize=1)
def _letters(text: str) -> str:
    """The letters of an article's text; its page asks for them with every paragraph."""
    return _LETTERS.sub("", text)


def _holds(whole: str, said: str) -> bool:
    """Whether the words and numbers of `said` stand in `whole`, one after the other."""
    return _SIGNS.sub(" ", said).strip() in _SIGNS.sub(" ", whole)


def _quoted(claim: Claim, piece: str) -> str:
    return f"“{piece.strip(QUOTE_MARKS)}”" if claim.form == "direct" else piece


def _prefix(words: str) -> str:
    found = re.match(r"S\d+ ", words)
    return found[0] if found else ""


def _told(found: QuoteVerdict) -> str:
    if found.kind == "altered":
        return f"altered: the article has “{found.nearest}”"
    if found.kind == "wrong speaker":
        return "wrong speaker: the words stand elsewhere, not in the facts of this line"
    return "absent: no article has these words"
