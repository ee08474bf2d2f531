"""The YAML parser's complaints in plain words, each with what to do."""

from __future__ import annotations

from typing import NamedTuple

import yaml


class Problem(NamedTuple):
    """Where the parser stopped (1-based line) and what to say about it."""

    line: int
    saw: str
    fix: str


# Part of libyaml's message, whether the place to show is where the construct began (True) or where
# the parser gave up (False), what it means, and the remedy. The messages are those of libyaml
# 0.2.5 `scanner.c`, `parser.c` and `reader.c`, which PyYAML's own parser words alike.
_KNOWN: tuple[tuple[str, bool, str, str], ...] = (
    ("mapping values are not allowed", False, "a second colon in one line",
     "put the text between double quotes, or start a new line for the key"),
    ("unexpected end of stream", True, "a quotation mark or bracket that is never closed",
     "close it on the same line"),
    ("could not find expected ':'", True, "a line without a colon where a key should stand",
     "write `key: value`, or indent the line under the value it belongs to"),
    ("did not find expected ',' or", True, "a list or mapping in brackets that is not closed",
     "separate its entries with commas and close the bracket"),
    ("did not find expected key", False, "a line that does not line up with the keys above it",
     "indent it like its neighbours, and quote the whole value or nothing of it"),
    ("did not find expected '-'", False, "a line that does not line up with the list above it",
     "begin it with `- ` at the list's own indentation"),
    ("unknown escape character", False, "a backslash in double quotes that means nothing",
     "write the backslash twice"),
    ("control characters are not allowed", False, "a control character",
     "remove the invisible character"),
    ("cannot start any token", False, "a character that can't begin a value",
     "put the value between double quotes"),
    ("block sequence entries are not allowed", False, "a list item where none can stand",
     "start the list on the line below its key"),
    ("did not find expected <document start>", False, "text after the end of the document",
     "keep one mapping in the file and indent what belongs to it"),
)  # fmt: skip
_TAB = "indent with spaces; YAML takes no tab there"
_OTHER = "check the quotes, colons and indentation of this line"


def explain(error: yaml.YAMLError, text: str) -> Problem:
    """`error` of either of PyYAML's parsers as a place and a remedy."""
    if not isinstance(error, yaml.MarkedYAMLError):
        line = _line_of_reader_error(error, text)
        return Problem(line, "a control character", "remove the invisible character")
    message = error.problem or "a mistake"
    known = next((entry for entry in _KNOWN if entry[0] in message), None)
    begun = error.context_mark if known and known[1] else None
    mark = begun or error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    tab = _tab_line(text, line, error.problem_mark.line + 1 if error.problem_mark else line)
    if tab:
        return Problem(tab, "a tab in the indentation", _TAB)
    return Problem(line, known[2], known[3]) if known else Problem(line, message, _OTHER)


def _tab_line(text: str, *candidates: int) -> int | None:
    lines = text.split("\n")
    for number in candidates:
        line = lines[number - 1] if 0 < number <= len(lines) else ""
        if "\t" in line[: len(line) - len(line.lstrip())]:
            return number
    return None


def _line_of_reader_error(error: yaml.YAMLError, text: str) -> int:
    """The line of a place that libyaml gives in bytes."""
    position = getattr(error, "position", 0) or 0
    return text.encode()[:position].count(b"\n") + 1
