"""A page's characters into a tree, whatever the page does."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

# libxml2 compares each attribute of an element with all others: 200,000 in one tag take minutes.
_MAX_ATTRIBUTES = 200
# A shorter tag can't hold enough of them to matter.
_LONG_TAG = 1_000
# The possessive quantifiers let each character be looked at once. A quote counts only after `=`,
# and in a comment or a script nothing is a tag.
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1|\Z)|(?P<tag><[a-zA-Z][^\s/>]*+"
    r"(?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?+)*+(?:>|\Z))",
    re.DOTALL | re.IGNORECASE,
)
# Characters that XML, and thus lxml's trees, can't hold (XML 1.0, section 2.2).
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LONG_VALUE = 20_000
_UNREAD = {"script", "style", "template", "svg"}
_NAME = re.compile(r"<[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(r"[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"']++)?+)?+")


def size_of(tree: etree._Element) -> tuple[int, int]:
    """How many elements the tree has, and how many characters outside scripts and styles."""
    elements = characters = 0
    for node in tree.iter():
        elements += 1
        if node.tag not in _UNREAD:
            characters += len(node.text or "")
        characters += len(node.tail or "")
    return elements, characters


def parsed(text: str) -> etree._Element | None:
    """The page's tree; None when there is nothing in it.

    libxml2 stops at a depth of 256 elements, so that no page can exhaust the stack; what lies
    deeper is lost. Of an element's attributes the first 200 count, and none with a value of more
    than 20,000 characters (an image in the page itself).
    """
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, default_doctype=False
    )
    data = _TAG.sub(_shortened, _CONTROLS.sub("", text)).encode("utf-8", "replace")
    try:
        return document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _shortened(tag: re.Match[str]) -> str:
    written = tag[0]
    name = _NAME.match(tag["tag"] or "")
    if len(written) < _LONG_TAG or name is None:
        return written
    found = [a[0] for a in islice(_ATTRIBUTE.finditer(written, name.end()), _MAX_ATTRIBUTES + 1)]
    kept = [attribute for attribute in found[:_MAX_ATTRIBUTES] if len(attribute) <= _LONG_VALUE]
    return written if len(kept) == len(found) else f"{name[0]} {' '.join(kept)}>"
