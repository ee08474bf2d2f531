"""Lines that a page puts around the article's own: titles, links elsewhere, promotion."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from lxml import etree

from briefwright.ingest.html_lines import Line, cleaned, words_of
from briefwright.store.yaml import load_yaml

# A title, kicker, byline or date stands among the first lines.
_LEAD = 4
# No page closes with more lines of its own than this, and never takes half of what was found.
_TAIL = 15
# Beside its links, a line of links holds at most so many words ("and", "by Ann Smith").
_OUTSIDE_WORDS = 3
_LINKED = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "div", "span", "td", "strong", "em")
_LONGEST_LINKED = 600


def trimmed(lines: Sequence[Line], tree: etree._Element, known: Collection[str]) -> list[Line]:
    """`lines` without what is not the article.

    Args:
        lines: what was found in the page.
        tree: the page, to tell which lines are links.
        known: title, author and such, which the metadata holds: a first line that says no more
            than one of them is dropped.
    """
    links = link_lines(tree)
    kept = _without_lead(list(lines), {words_of(value) for value in known})
    kept = [
        line
        for index, line in enumerate(kept)
        if not _matches("anywhere", line.text) and not _leads_elsewhere(kept, index, links)
    ]
    most = max(len(kept) - _TAIL, len(kept) // 2)
    while len(kept) > most and _closes(kept[-1], links):
        kept.pop()
    return kept


def link_lines(tree: etree._Element) -> dict[str, str]:
    """For each short element with links: its words, and what of its text stands outside them."""
    found: dict[str, str] = {}
    for node in tree.iter(*_LINKED):
        if node.find(".//a") is None:
            continue
        text = cleaned("".join(node.itertext()))
        if not text or len(text) > _LONGEST_LINKED:
            continue
        outside = _outside(node)
        key = words_of(text)
        if key not in found or len(outside) > len(found[key]):
            found[key] = outside
    for node in tree.iter("a"):
        found.setdefault(words_of("".join(node.itertext())), "")
    return found


def _outside(node: etree._Element) -> str:
    parts = []
    walk = etree.iterwalk(node, events=("start", "end"))
    for event, step in walk:
        if event == "start":
            if step.tag == "a":
                walk.skip_subtree()
            else:
                parts.append(step.text or "")
        elif step is not node:
            parts.append(step.tail or "")
    return cleaned("".join(parts))


def _without_lead(lines: list[Line], known: set[str]) -> list[Line]:
    """Without the lines among the first ones that the metadata holds."""
    lead = [
        line
        for line in lines[:_LEAD]
        if words_of(line.text) not in known and not _matches("lead", line.text)
    ]
    return lead + lines[_LEAD:]


def _leads_elsewhere(lines: Sequence[Line], index: int, links: Mapping[str, str]) -> bool:
    """Whether a line between paragraphs is a label and a link ("Related: ...")."""
    outside = links.get(words_of(lines[index].text))
    return outside is not None and bool(_label().fullmatch(outside))


def _closes(line: Line, links: Mapping[str, str]) -> bool:
    """Whether the last line is none of the article's: a heading over nothing, links, promotion."""
    if line.level or _matches("closing", line.text) or _label().fullmatch(line.text):
        return True
    words = words_of(line.text).split()
    for beside in range(min(_OUTSIDE_WORDS + 1, len(words))):
        outside = links.get(" ".join(words[: len(words) - beside]))
        if outside is not None:
            label = _label().match(outside)
            rest = outside[label.end() :] if label else outside
            return len(rest.split()) + beside <= _OUTSIDE_WORDS
    return False


def _matches(kind: str, text: str) -> bool:
    return any(pattern.search(text) for pattern in _patterns(kind))


@cache
def _label() -> re.Pattern[str]:
    choices = "|".join(_table()["labels"])
    return re.compile(rf"[\W_]*(?:{choices})[\W_]*", re.IGNORECASE)


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in _table()[kind])


@cache
def _table() -> dict[str, list[str]]:
    name = "html_trim.yml"
    data: Any = load_yaml(files(__package__).joinpath(name).read_bytes(), name).data
    return {key: values.splitlines() for key, values in data.items()}
