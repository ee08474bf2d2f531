"""What to say to somebody who names an article that is not there."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from briefwright.errors import WorkspaceError
from briefwright.model import slugify

# What a person writes who takes a file's name for an id.
_PATH_MARK = re.compile(r"[/\\]")
_FILE_ENDINGS = (".txt", ".md", ".markdown", ".html", ".pdf", ".yml")
_NEAREST = 3


def no_such_article(id: str, known: Sequence[str], at: str) -> WorkspaceError:
    """A002 with the nearest of the ids `known`, and another remedy for what looks like a file."""
    slug = slugify(id)
    # 0.3 is half of difflib's own cutoff: a far guess is better than none where it is only shown.
    close = [name for name in known if slug in name][:_NEAREST] or difflib.get_close_matches(
        slug, known, n=_NEAREST, cutoff=0.3
    )
    return WorkspaceError(
        "A002",
        at=at,
        saw=repr(id),
        wanted=f"one of {', '.join(close or known[:_NEAREST])}" if known else "an article",
        fix=_fix(id, known, close),
    )


def _fix(id: str, known: Sequence[str], close: Sequence[str]) -> str:
    inside = [part for part in _PATH_MARK.split(id) if part in known]
    if inside:
        return f"write {inside[-1]}: an article is named by its id, which is its folder's name"
    if _PATH_MARK.search(id) or id.lower().endswith(_FILE_ENDINGS):
        return (
            "write an id, which is the name of a folder in articles/; to take in a file, run: "
            "briefwright add FILE"
        )
    if close:
        return f"write {close[0]}; the folders in articles/ are the ids"
    return "write the name of a folder in articles/, or run: briefwright add FILE"
