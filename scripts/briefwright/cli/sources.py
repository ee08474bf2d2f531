"""What the arguments of `add` mean: files, folders, addresses, a feed, standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefwright.errors import IngestError
    from briefwright.ingest.fetch import Fetcher
    from briefwright.ingest.options import IngestOptions
    from briefwright.store.workspace import Workspace

STDIN = "-"
STDIN_NAME = "standard input"
# Text is taken from a folder only under these names; HTML and PDF are told by their content.
TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
# Folders of the workspace that hold no sources.
_OWN_FOLDERS = ("articles", "briefs", "docs", "site", "templates")
_HEAD = 4_096


@dataclass(frozen=True)
class Source:
    """One source: a file's path, an address or `-`, with what a feed says about it."""

    name: str
    hints: Mapping[str, str] = field(default_factory=dict)


def expand(argument: str, root: Path, skipped: Callable[[str, str], None]) -> Iterator[Source]:
    """The sources that `argument` means: itself, or the articles in a folder, sorted by path.

    Args:
        argument: as the person wrote it.
        root: the workspace's folder.
        skipped: is told (path, reason) of each file in a folder that is left out.

    Raises:
        IngestError: I008, a folder has no article.
    """
    from briefwright.ingest.fetch import is_address

    if argument == STDIN or is_address(argument) or not Path(argument).is_dir():
        yield Source(argument)
        return
    own = {str(root / name) for name in _OWN_FOLDERS}
    found = 0
    for path in _files(argument, own, skipped):
        reason = _no_article(path)
        if reason is None:
            found += 1
            yield Source(path)
        else:
            skipped(path, reason)
    if not found:
        raise _unreadable(
            argument, "a folder without articles", "a folder with text, Markdown, HTML or PDF files"
        )


def _files(folder: str, own: set[str], skipped: Callable[[str, str], None]) -> Iterator[str]:
    """The files below `folder`, hidden ones and links left out."""

    def unreadable(error: OSError) -> None:
        skipped(str(error.filename), (error.strerror or "it can't be read").lower())

    for place, folders, files in os.walk(folder, onerror=unreadable):
        kept = []
        for name in sorted(folders):
            path = Path(place, name)
            if name.startswith(".") or path.is_symlink() or str(path.absolute()) in own:
                skipped(str(path), "hidden, a link, or the workspace's own")
            else:
                kept.append(name)
        folders[:] = kept
        for name in sorted(files):
            path = Path(place, name)
            if name.startswith(".") or path.is_symlink() or not path.is_file():
                skipped(str(path), "hidden, a link, or no regular file")
            else:
                yield str(path)


def _no_article(path: str) -> str | None:
    """Why the file in a folder is left out; None when it is to be read."""
    from briefwright.ingest.kind import kind_of
    from briefwright.ingest.magic import signature_of

    try:
        with Path(path).open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        return (error.strerror or "it can't be read").lower()
    if kind_of(head, path) in {"pdf", "html"}:
        return None
    if Path(path).suffix.lower() not in TEXT_SUFFIXES:
        return signature_of(head) or "its name is not that of a text"
    return None


def read_source(file: str, limit: int) -> tuple[bytes, str]:
    """(bytes, name) of a source; not more than a byte over `limit`, which ingest then refuses.

    Raises:
        IngestError: I008, the file can't be read.
    """
    if file == STDIN:
        return sys.stdin.buffer.read(limit + 1), STDIN_NAME
    try:
        with Path(file).open("rb") as source:
            return source.read(limit + 1), file
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _unreadable(file, reason.lower(), "a file that can be read") from error


def fetcher_for(workspace: Workspace, *, ignore_robots: bool) -> Fetcher:
    """What fetches for a workspace; the commands' one maker of fetchers."""
    from briefwright.ingest.fetch import Fetcher

    settings = workspace.settings
    return Fetcher(settings.fetch, settings.limits.source_bytes, ignore_robots)


def load(
    source: Source, fetcher: Fetcher, options: IngestOptions
) -> tuple[bytes, str, IngestOptions]:
    """(bytes, name, options) of a source, from the disk or the network.

    Raises:
        IngestError: I004, I008. FetchError: N001 to N008.
    """
    from briefwright.ingest.fetch import is_address

    if not is_address(source.name):
        raw, name = read_source(source.name, fetcher.max_bytes)
        return raw, name, options
    page = fetcher.fetch(source.name)
    return page.raw, page.address, replace(options, charset=page.charset, address=page.address)


def feed_sources(feed: str, limit: int | None, fetcher: Fetcher) -> list[Source]:
    """The pages of a feed, an address or a file; at most `limit`, in the feed's order.

    Raises:
        FetchError: N001 to N009, the feed can't be fetched or read, or has no pages.
        IngestError: I004, I008.
    """
    from briefwright.errors import FetchError
    from briefwright.ingest.feed import hinted, read_feed
    from briefwright.ingest.fetch import FEEDS, is_address

    if is_address(feed):
        page = fetcher.fetch(feed, FEEDS)
        entries = read_feed(page.raw, page.address, page.address)
    else:
        entries = read_feed(*read_source(feed, fetcher.max_bytes))
    if not entries:
        raise FetchError(
            "N009", at=feed, saw="no entry with an address", fix="give the feed's own address"
        )
    return [Source(entry.url, dict(hinted(entry))) for entry in entries[:limit]]


def _unreadable(at: str, saw: str, wanted: str) -> IngestError:
    from briefwright.errors import IngestError

    return IngestError("I008", at=at, saw=saw, wanted=wanted, fix="check the path and permissions")
