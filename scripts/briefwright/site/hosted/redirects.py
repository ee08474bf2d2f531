"""Pages that lead from an old id to the new one, without a script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from briefwright.errors import BuildError
from briefwright.site.hosted.text import attribute

KINDS = ("articles", "briefs")
AT = "briefwright.yml"
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Moved</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={here}">
<link rel="canonical" href="{there}">
</head>
<body>
<p>This page has moved to <a href="{here}">{there}</a>.</p>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Redirect:
    """From one page to another of the same kind, `briefs` or `articles`."""

    kind: str
    old: str
    new: str


def redirects(
    wanted: Mapping[str, str], pages: Mapping[str, AbstractSet[str]]
) -> tuple[Redirect, ...]:
    """The redirects that `wanted`, old id to new id, asks for.

    An id names a brief, an article or both; each kind that has the new id and not the old one
    gets a redirect. A chain leads to its end at once.

    Args:
        wanted: ids only; the settings refuse everything else.
        pages: the ids of the site's `briefs` and `articles`.

    Raises:
        BuildError: B021, a redirect leads in a circle or nowhere, or its old id is in use.
    """
    return tuple(
        found for old in sorted(wanted) for found in _redirects(old, _end(old, wanted), pages)
    )


def first_ids(wanted: Mapping[str, str]) -> dict[str, str]:
    """For each id at the end of a chain the id at its start; of several, the first by name."""
    starts = sorted((old for old in wanted if old not in wanted.values()), reverse=True)
    return {_end(old, wanted): old for old in starts}


def _end(old: str, wanted: Mapping[str, str]) -> str:
    """Where a chain of redirects ends."""
    seen = [old]
    while seen[-1] in wanted:
        new = wanted[seen[-1]]
        if new in seen:
            raise _wrong(old, f"a circle: {' → '.join([*seen, new])}", "give it an end")
        seen.append(new)
    return seen[-1]


def _redirects(old: str, new: str, pages: Mapping[str, AbstractSet[str]]) -> Iterator[Redirect]:
    kinds = [kind for kind in KINDS if new in pages[kind]]
    if not kinds:
        raise _wrong(old, f"no brief or article has the id {new!r}", "write an id that is there")
    free = [kind for kind in kinds if old not in pages[kind]]
    if not free:
        raise _wrong(old, f"{old!r} is still in use", "take the redirect out, or rename the page")
    for kind in free:
        yield Redirect(kind, old, new)


def redirect_page(here: str, there: str) -> bytes:
    """The page at the old address.

    Args:
        here: the new page's address as seen from the old one.
        there: its whole address.
    """
    return _PAGE.format(here=attribute(here), there=attribute(there)).encode()


def _wrong(old: str, saw: str, fix: str) -> BuildError:
    return BuildError(
        "B021",
        at=f"{AT}: site.redirects.{old}",
        saw=saw,
        wanted="an old id, and the id of a brief or an article of this site",
        fix=fix,
    )
