"""`briefwright add`."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from briefwright.cli.added import Outcome, print_outcomes, tell_line, tell_one, tell_sum
from briefwright.cli.output import note, one_line, with_progress
from briefwright.cli.sources import Source, expand, feed_sources, fetcher_for, load

if TYPE_CHECKING:
    from briefwright.ingest.fetch import Fetcher
    from briefwright.ingest.options import IngestOptions
    from briefwright.store.workspace import Workspace

# One value can't be right for several sources.
_ONE_SOURCE_ONLY = ("id", "title", "url")


class RightsChoice(StrEnum):
    """The rights that `article.yml` knows."""

    own = "own"
    public_domain = "public-domain"
    cc0 = "cc0"
    cc_by = "cc-by"
    cc_by_sa = "cc-by-sa"
    cc_by_nc = "cc-by-nc"
    cc_by_nd = "cc-by-nd"
    cc_by_nc_sa = "cc-by-nc-sa"
    cc_by_nc_nd = "cc-by-nc-nd"
    all_rights_reserved = "all-rights-reserved"
    unknown = "unknown"


class SourceKind(StrEnum):
    """What a source is, when its content is not to tell."""

    text = "text"
    markdown = "markdown"
    html = "html"
    pdf = "pdf"


def _remember_json(ctx: typer.Context, value: bool) -> bool:
    """Tell the door that errors too are to be printed as JSON."""
    if ctx.obj is not None:
        ctx.obj.json = value
    return value


def add(
    ctx: typer.Context,
    sources: Annotated[
        list[str] | None,
        typer.Argument(help="Files, folders, web addresses; - reads standard input."),
    ] = None,
    *,
    feed: Annotated[
        str | None, typer.Option(help="Add the pages of an RSS or Atom feed, by address or file.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="With --feed: the most entries that are taken.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="The article's title.")] = None,
    published: Annotated[
        str | None, typer.Option(help="Its publication date, such as 2025-01-28.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="Its address.")] = None,
    source: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    author: Annotated[str | None, typer.Option(help="Who wrote it.")] = None,
    language: Annotated[str | None, typer.Option(help="Its language, such as en.")] = None,
    id: Annotated[
        str | None, typer.Option(help="Its folder's name; else made from the title.")
    ] = None,
    format: Annotated[
        SourceKind | None, typer.Option(help="What the source is; else told by its content.")
    ] = None,
    rights: Annotated[
        RightsChoice, typer.Option(help="Who may publish its text; a hosted site asks.")
    ] = RightsChoice.unknown,
    ignore_robots: Annotated[
        bool, typer.Option("--ignore-robots", help="Fetch pages that robots.txt forbids.")
    ] = False,
    json: Annotated[
        bool, typer.Option("--json", callback=_remember_json, help="Print the results as JSON.")
    ] = False,
) -> None:
    """Take articles into the workspace. A text that is there already changes nothing."""
    from briefwright.ingest.options import IngestOptions
    from briefwright.store.workspace import Workspace

    if not sources and feed is None:
        raise typer.BadParameter("Missing argument 'SOURCES...' or option '--feed'.", ctx=ctx)
    stated = {
        "title": title, "published": published, "url": url, "source": source, "author": author,
        "language": language,
    }  # fmt: skip
    options = IngestOptions(
        stated={key: value for key, value in stated.items() if value is not None},
        id=id,
        format=None if format is None else format.value,
        rights=rights.value,
    )
    workspace = Workspace.find()
    fetcher = fetcher_for(workspace, ignore_robots=ignore_robots)
    found = _sources(sources or [], feed, limit, workspace, fetcher)
    _check_options(options, found, limit=limit, feed=feed)
    single = len(found) == 1 and feed is None and found[0].name == (sources or [""])[0]
    outcomes = []
    for outcome in with_progress(_added(found, workspace, fetcher, options), len(found), "Adding"):
        if single and outcome.error is not None:
            raise outcome.error
        outcomes.append(outcome)
        if not json and not single:
            tell_line(outcome)
    if json:
        print_outcomes(outcomes)
    elif single and outcomes[0].result is not None:
        tell_one(outcomes[0].result)
    else:
        tell_sum(outcomes)
    if any(outcome.error for outcome in outcomes):
        raise typer.Exit(1)


def _sources(
    arguments: list[str],
    feed: str | None,
    limit: int | None,
    workspace: Workspace,
    fetcher: Fetcher,
) -> list[Source]:
    def skipped(path: str, reason: str) -> None:
        note(f"skipped: {one_line(path)} ({reason})")

    found = [s for argument in arguments for s in expand(argument, workspace.root, skipped)]
    return found + (feed_sources(feed, limit, fetcher) if feed is not None else [])


def _check_options(
    options: IngestOptions, found: list[Source], *, limit: int | None, feed: str | None
) -> None:
    from briefwright.errors import UsageError

    if limit is not None and feed is None:
        raise UsageError(
            "U001", at="--limit", saw="no --feed", wanted="--limit with --feed", fix="leave it out"
        )
    given = [k for k in _ONE_SOURCE_ONLY if k in options.stated or (k == "id" and options.id)]
    if len(found) > 1 and given:
        raise UsageError(
            "U001",
            at=f"--{given[0]}",
            saw=f"{len(found)} sources",
            wanted=f"one source with --{given[0]}",
            fix="add the sources one by one",
        )


def _added(
    found: list[Source], workspace: Workspace, fetcher: Fetcher, options: IngestOptions
) -> Iterator[Outcome]:
    """The outcome of each source; an error of one leaves the others alone.

    Raises:
        BriefwrightError: an option is wrong, so that all sources would fail alike.
    """
    from briefwright.errors import BriefwrightError
    from briefwright.ingest.add import Adder

    adder = Adder(workspace)
    for source in found:
        try:
            raw, name, known = load(source, fetcher, options)
            yield Outcome(source.name, result=adder.add(raw, name, known, source.hints))
        except BriefwrightError as error:
            if error.at.startswith("--"):
                raise
            yield Outcome(source.name, error=error)
