"""What of MkDocs's output is shown when it fails."""

from __future__ import annotations

from briefwright.site.mkdocs import MOST_LINES, _said

OUTPUT = """\
INFO    -  Cleaning site directory
INFO    -  The following pages exist in the docs directory, but are not included in the "nav":
  - mine.md
            - other.md

WARNING -  Doc file 'mine.md' contains a link 'nowhere.md',
           but the target is not found.
INFO    -  Documentation built
Traceback (most recent call last):
  File "hook.py", line 1, in <module>
ZeroDivisionError: division by zero
ERROR   -  Config value 'plugins': no such plugin.

Aborted with 1 warnings in strict mode!
"""


def test_only_warnings_and_errors_are_said_with_all_their_lines() -> None:
    assert _said(OUTPUT) == (
        "Doc file 'mine.md' contains a link 'nowhere.md',\n"
        "           but the target is not found.\n"
        "ZeroDivisionError: division by zero\n"
        "Config value 'plugins': no such plugin."
    )


def test_a_flood_is_cut() -> None:
    said = _said("WARNING -  a\n" * 50).split("\n")
    assert len(said) == MOST_LINES + 1
    assert said[-1] == f"... and {50 - MOST_LINES} more lines"
