"""Names that stand again where the parser saw none ("Jobs said" after "Steve Jobs")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefwright.extract.entities.candidate import Candidate
from briefwright.extract.entities.gazetteer import company_names, find_names, first_words
from briefwright.extract.entities.taken import Taken
from briefwright.extract.reading import Reading
from briefwright.extract.tables import words
from briefwright.extract.text_view import running_text
from briefwright.model import Span

_SHORTEST = 3  # letters: shorter names are as often something else
_LOWER = re.compile(r"(?<![\w'’-])[a-z]+(?![\w-])")


def find_repeated(
    reading: Reading, found: Sequence[Candidate], busy: Taken, small: set[str]
) -> Iterator[Candidate]:
    """Free places of names that stand elsewhere, of persons' last names, and of sure companies.

    Args:
        reading: the parsed article.
        found: the names found so far.
        busy: what is spoken for; the places found here are added.
        small: the words that the article also writes small, which are names only where the parser
            saw one.
    """
    text = running_text(reading.article)
    places = [*find_names(text, first_words(_names(found))), *find_names(text, company_names())]
    for start, name in places:
        span = Span(start, start + len(name))
        if not busy.free(span) or name.lower() in small:
            continue
        if " " in name or _is_noun(reading, span):
            busy.add(span)
            yield Candidate(span, name)


def small_words(reading: Reading) -> set[str]:
    """The words that the article writes without a capital."""
    return set(_LOWER.findall(running_text(reading.article)))


def _names(found: Iterable[Candidate]) -> set[str]:
    """The names to look for."""
    none = words("people", "common_acronyms") | words("people", "titles")
    names = set()
    for candidate in found:
        if not candidate.known:
            names.add(candidate.text)
            if candidate.label == "PERSON" and " " in candidate.text:
                names.add(candidate.text.split()[-1])
    return {n for n in names if len(n) >= _SHORTEST and n[0].isupper() and n not in none}


def _is_noun(reading: Reading, span: Span) -> bool:
    """Whether the parser takes the word for a noun, which not every word with a capital is."""
    passage = reading.passage_at(span)
    return passage is not None and passage.tokens_in(span)[0].pos_ in {"NOUN", "PROPN", "X"}
