"""The article's text in a page, by trafilatura."""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from collections.abc import Iterable
from copy import deepcopy
from html import unescape

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import Document

from briefwright.ingest.html_jsonld import jsonld_body
from briefwright.ingest.html_lines import Line, cleaned, lines_of, words_of

# What it can't read it returns as nothing, and says so in a log that nobody has asked for.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

# Below this many words, precision may have thrown the article away with the page's frame.
_FEW_WORDS = 80
# The balanced mode must find this many times as much to be believed over precision.
_MUCH_MORE = 4
# Of two fallbacks of about one size, the text for programs is the cleaner one.
_NEARLY = 0.8
# What a further box of the article holds at least: two paragraphs of more than a teaser's length.
_BOX_PARAGRAPHS = 2
_BOX_CHARS = 300
# How many steps of tag and class, upwards, two boxes of one article share.
_PATH = 3
_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")


def article_lines(tree: etree._Element) -> list[Line]:
    """The article's lines in the page `tree`, which stays as it is; empty when there is none.

    Precision comes first. Where it finds almost nothing, the balanced mode counts; where a page
    splits its article over several boxes of one kind (with advertisements between them) and
    trafilatura took one, the boxes are joined and read again. Where the page itself has next to
    nothing, the text that it gives to programs counts.
    """
    lines = _extracted(tree, precise=True)
    if _size(lines) < _FEW_WORDS:
        others = (_written_for_programs(tree), _extracted(tree, precise=False))
        enough = max(map(_size, others)) * _NEARLY
        best = next(other for other in others if _size(other) >= enough)
        return best if _size(best) > _MUCH_MORE * _size(lines) else lines
    joined = _with_joined_boxes(tree, lines)
    if joined is not None:
        whole = _extracted(joined, precise=True)
        if _size(whole) > _size(lines):
            return whole
    return lines


def _extracted(tree: etree._Element, *, precise: bool) -> list[Line]:
    document = bare_extraction(deepcopy(tree), favor_precision=precise, include_comments=False)
    return lines_of(document.body) if isinstance(document, Document) else []


def _written_for_programs(tree: etree._Element) -> list[Line]:
    """JSON-LD's `articleBody`, which is all there is on a page that a script fills later."""
    body = _TAGS.sub("\n", unescape(jsonld_body(tree)))
    return [Line(text) for part in body.splitlines() if (text := cleaned(part))]


def _size(lines: Iterable[Line]) -> int:
    return sum(len(line.text.split()) for line in lines)


def _with_joined_boxes(tree: etree._Element, lines: Iterable[Line]) -> etree._Element | None:
    """A copy of `tree` whose boxes of article text are one box; None when nothing is to join."""
    taken = {words_of(line.text) for line in lines}
    boxes: dict[tuple[str, ...], list[etree._Element]] = defaultdict(list)
    copied = deepcopy(tree)
    for node in copied.iter("div", "section"):
        if node.get("class") and _paragraphs(node):
            boxes[_path(node)].append(node)
    changed = False
    for group in boxes.values():
        held = [any(words in taken for words in _paragraphs(box)) for box in group]
        rest = [box for box, has in zip(group, held, strict=True) if not has]
        if not any(held) or not rest or any(not _is_prose(box) for box in rest):
            continue
        first, *others = group
        for box in others:
            first.extend(list(box))
        changed = True
    return copied if changed else None


def _path(node: etree._Element) -> tuple[str, ...]:
    steps = [node, *node.iterancestors()][:_PATH]
    return tuple(f"{step.tag}.{step.get('class', '')}" for step in steps)


def _paragraphs(node: etree._Element) -> list[str]:
    """The words of the paragraphs that stand right in `node`."""
    return [words_of("".join(p.itertext())) for p in node.iterchildren("p")]


def _is_prose(box: etree._Element) -> bool:
    paragraphs = [words for words in _paragraphs(box) if words]
    return len(paragraphs) >= _BOX_PARAGRAPHS and sum(map(len, paragraphs)) >= _BOX_CHARS
