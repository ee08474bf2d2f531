"""Text from outside becomes Markdown that shows exactly that text, wherever it is put.

There is one function for Markdown, attr_list and HTML (`escape`) and one for front matter.

The rule can be proved from its alphabet. Letters, digits, inner spaces and the few punctuation
marks in `_PLAIN_...` pass; some marks pass only between neighbours that make them ordinary
punctuation; everything else becomes a numeric character reference. Backslash escapes would not
do: Python-Markdown takes them for `ESCAPED_CHARS` only (not for `|`, `<`, `:` or `~`), and
attr_list, tables and raw HTML read the text before they are undone. A character reference is
never syntax to any of them.
"""

from __future__ import annotations

import html
import re
import unicodedata

# Never syntax inside a line, and no extension opens a block with them.
_PLAIN_ANYWHERE = frozenset("'\"()")
# Never syntax inside a line; at its start some extensions open blocks with them (`///`).
_PLAIN_INSIDE = frozenset(",;/%")
# Plain between some neighbours: `1 + 1 = 2`, `low-cost`, `he said: no`, `10:30`, `for $5`,
# `who? me`.
_BETWEEN = frozenset(":=+-.$?")
# A number or letter, one of these and a space at the start of a line open a list.
_LIST_NUMBER = re.compile(r"\(?(?:\d+|[a-z]|[ivxlcdm]+)(?=[.)](?: |$))", re.IGNORECASE)
# Forty hexadecimal digits, which become a link to a commit.
_COMMIT = re.compile(r"(?<!\w)[0-9a-f]{40}(?!\w)", re.IGNORECASE)
# What may stand between the two colons of an icon's name, `:smile:`.
_ICON = re.compile(r"[\w+-]+")


class SafeMarkdown(str):
    """Markdown that this program wrote; the only text that templates put out as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """What Jinja's autoescape asks for: already safe."""
        return str(self)


def escape(text: object) -> SafeMarkdown:
    """`text` as Markdown for one line: a paragraph, list item, heading, table cell or HTML text.

    Line ends, tabs and other white space that HTML shows as a space become a space, so text never
    leaves its line. Control characters, which no page can hold, become U+FFFD. Not for
    attribute values: outside text has no place there.
    """
    if isinstance(text, SafeMarkdown):
        return text
    return SafeMarkdown("".join(escape_each(str(text))))


def escape_each(text: str) -> list[str]:
    """`escape(text)`, one piece for each code point, so that marks can be put between them."""
    plain = "".join(_readable(char) for char in text)
    number = _LIST_NUMBER.match(plain)
    openers = {number.end()} if number else set()
    openers |= {match.start() for match in _COMMIT.finditer(plain)}
    return [
        char if index not in openers and _is_plain(plain, index) else reference(char)
        for index, char in enumerate(plain)
    ]


def front_matter(text: str) -> SafeMarkdown:
    """`text` as a double-quoted YAML scalar for a page's front matter.

    It is escaped for HTML as well: MkDocs renders `title` and `description` without autoescape.
    """
    line = " ".join("".join(_readable(char) for char in text).split())
    escaped = html.escape(line, quote=True).replace("\\", "&#92;")
    return SafeMarkdown(f'"{"".join(_yaml_char(char) for char in escaped)}"')


def reference(char: str) -> str:
    """The character as a reference: named for the three that every reader knows."""
    return {"&": "&amp;", "<": "&lt;", ">": "&gt;"}.get(char, f"&#{ord(char)};")


def _readable(char: str) -> str:
    category = unicodedata.category(char)
    if char == "\xa0" or category == "Zs":
        return char
    if char.isspace():
        return " "
    return "\ufffd" if category in {"Cc", "Cs"} else char


def _is_plain(text: str, index: int) -> bool:
    char = text[index]
    before = text[index - 1] if index else ""
    after = text[index + 1] if index + 1 < len(text) else ""
    if char.isalnum() or char in _PLAIN_ANYWHERE:
        return True
    if char.isspace():
        return bool(before and after)
    if char in _BETWEEN:
        return _is_plain_between(text, index, before, after)
    if char.isascii():
        return char in _PLAIN_INSIDE and bool(before)
    # Format characters (bidirectional overrides, zero-width marks) must not reorder the source.
    return unicodedata.category(char) != "Cf"


def _is_plain_between(text: str, index: int, before: str, after: str) -> bool:
    char = text[index]
    if char == ":":
        closes = before not in {"", " "} and after in {"", " "}
        return (closes or (before.isdigit() and after.isdigit())) and not _ends_icon(text, index)
    if char == ".":  # "www." makes a link
        return bool(before) and text[max(0, index - 3) : index].lower() != "www"
    if char == "?":  # "name?12" links to a discussion
        return bool(before) and not after.isalnum()
    if char == "$":  # a second one, right after something else, would end a formula
        return before == " " and after.isdigit()
    return before == after == " " or (char == "-" and before.isalnum() and after.isalnum())


def _ends_icon(text: str, index: int) -> bool:
    """Whether the colon at `index` could end an icon's name that an earlier one opened."""
    start = text.rfind(":", 0, index)
    return start >= 0 and bool(_ICON.fullmatch(text, start + 1, index))


def _yaml_char(char: str) -> str:
    if char.isprintable():
        return char
    return f"\\U{ord(char):08x}"
