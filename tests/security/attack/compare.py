"""What a page says, against what was planted on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from tests.security.attack.planted import Planted
from tests.security.support import shown

_PLANTED = re.compile(r"said of (p\d{4}): ")


def not_shown(
    page: str, found: dict[str, Any], planted: dict[str, Planted]
) -> Iterator[tuple[str, str]]:
    """The id, and the position with the text, of each text that is not shown as it is.

    Args:
        page: its path in the site.
        found: what `look.js` told of it.
        planted: the texts by id.
    """
    if page.startswith("articles/p"):
        yield from _on_article(found, planted[PurePosixPath(page).stem])
    elif page.startswith("articles/f"):
        yield from _on_evidence(found, planted)
    elif page.startswith("briefs/j"):
        yield from _on_brief(found, planted)


def _on_article(found: dict[str, Any], text: Planted) -> Iterator[tuple[str, str]]:
    """What the text's own evidence page does not show."""
    said = shown(text.text)
    header = {line.split(" ", 1)[0]: line.split(" ", 1)[-1] for line in map(shown, found["header"])}
    holds = {
        "title": shown(found["h1"] or "") == said and shown(found["title"]).startswith(said),
        "author": header.get("Author", "").startswith(said),
        "source": header.get("Publisher", "").startswith(said),
    }
    if text.address is not None:
        address = shown(text.address)
        holds["url" if "url" not in text.refused else "path"] = header.get("Original") == address
    yield from (
        (text.id, name) for name, held in holds.items() if not held and name not in text.refused
    )


def _on_evidence(found: dict[str, Any], planted: dict[str, Planted]) -> Iterator[tuple[str, str]]:
    """Which quoted texts the evidence page does not show."""
    main = shown(found["main"])
    for name in dict.fromkeys(_PLANTED.findall(main)):
        if shown(f"said of {name}: “{planted[name].text}”") not in main:
            yield name, "quote"


def _on_brief(found: dict[str, Any], planted: dict[str, Planted]) -> Iterator[tuple[str, str]]:
    """What the page of a brief does not show of the texts on it."""
    for claim, words in found["quotes"].items():
        article, _, own = claim.partition(".")
        if not own.startswith("k-"):
            continue
        text = planted[own.removeprefix("k-")]
        said = shown(text.text)
        name = shown(found["names"].get(f"{article}.{text.entity}", ""))
        holds = {
            "quote": _bare(said) == _bare(shown(words)),
            "note": shown(found["notes"][claim]).endswith(f"editor’s note: {said}"),
            "judgment": shown(found["judgments"].get(claim, "")).startswith(f"{said} Rests on"),
            "entity": name.startswith(f"{said} ·") and name.endswith(f"editor’s note: {said}"),
        }
        yield from _missing(text, holds)


def _missing(text: Planted, holds: dict[str, bool]) -> Iterator[tuple[str, str]]:
    for position, held in holds.items():
        if not held and position not in text.refused:
            yield text.id, f"{position}: {text.text[:80]!r}"


def _bare(words: str) -> str:
    """Without quotation marks at the edges, which a page writes in its own way."""
    return words.strip("\"'“”‘’«»„‚ ")
