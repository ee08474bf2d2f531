"""The program's own words on pages: the fixed text of the packaged templates and of its tables.

Words of a workspace's own templates are none of them: beside facts, a page says only what the facts
say and what Briefwright itself has always said of facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from jinja2 import Environment, nodes

from briefwright.compose import limits, words
from briefwright.store.templates import load_templates

_TABLES = (words.FORM, words.CERTAINTY, words.STANCE, words.STATUS, words.MEASURE, words.BASIS,
           words.FIGURE, words.ENTITY, words.RIGHTS, words.SEVERITY, words.ORIGIN)  # fmt: skip
# Said of reviews, of counts and of a brief's parts by the program, not by a template.
_SAID = """
accepted by a person. editor’s note. proposed. Key point. Key number. Claim. Doubt. Market effect.
Finding. Open question. Change.
Timeline. Date as read. in the article. publication date. unnamed. no date. date not resolved.
a duration. a repetition. heading. p. index level. market value. Extended Date/Time Format.
Market effects with a stated size. US dollars. pounds sterling. euros. yen. yuan.
Swiss francs. percent. points. basis points. ratio. number. all rights reserved. Source. Evidence
"""
# Templates of other files (a style sheet says "up" and "down") lend no words to a page.
_OF_PAGES = ".md.j2"
# Markdown, attribute lists and HTML in a template's fixed text, and what parts its phrases.
_MARKUP = re.compile(r"\{:[^{}]*\}|<[^<>]*>|\]\([^()]*\)|[*#`>\[\]]")
_PARTS = re.compile(r"[“”·—|:().,;\n]")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@cache
def phrases() -> frozenset[tuple[str, ...]]:
    """Each fixed phrase as its words in lower case."""
    found = {_words(text) for text in (*_literals(), *_SAID.split("."))}
    return frozenset(phrase for phrase in found if phrase)


@cache
def capitalised() -> frozenset[str]:
    """Words that the fixed text writes with a capital."""
    texts = (*_literals(), *(t for table in _TABLES for t in table.values()), *limits.ALWAYS)
    return frozenset(w for t in texts for w in WORD.findall(t) if w[0].isupper())


@cache
def capitalised_lower() -> frozenset[str]:
    """The same in lower case."""
    return frozenset(word.lower() for word in capitalised())


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in WORD.findall(text))


@cache
def _literals() -> tuple[str, ...]:
    """The fixed runs of the packaged templates, parted as pages are."""
    environment = Environment()  # noqa: S701 - parsed only, never rendered
    return tuple(
        run
        for name, source in load_templates().items()
        if name.endswith(_OF_PAGES)
        for node in environment.parse(source).find_all(nodes.Output)
        for run in _runs(node.nodes)
    )


def _runs(parts: Iterable[nodes.Expr]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, nodes.TemplateData):
            yield from _PARTS.split(_MARKUP.sub(" ", part.data))


def only_fixed(text: str) -> bool:
    """Whether `text` is made of fixed phrases, one after the other."""
    left = _words(text)
    return bool(left) and not re.search(r"\d", text) and _covered(left)


def _covered(left: tuple[str, ...]) -> bool:
    if not left:
        return True
    return any(
        left[: len(phrase)] == phrase and _covered(left[len(phrase) :])
        for phrase in _starting(left[0])
    )


@cache
def _starting(word: str) -> tuple[tuple[str, ...], ...]:
    found = [phrase for phrase in phrases() if phrase[0] == word]
    return tuple(sorted(found, key=len, reverse=True))
