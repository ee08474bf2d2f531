"""What a build has before MkDocs runs: facts -> checks -> composed and proved pages."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import briefwright
from briefwright.compose import Dossier, SiteInfo
from briefwright.compose.exports import exports
from briefwright.compose.search import SearchEntry, search_entries
from briefwright.compose.sentence_script import sentence_scripts
from briefwright.compose.source import Source
from briefwright.config import Profile
from briefwright.errors import BuildError
from briefwright.model import Article, Brief, Facts, Finding, Span
from briefwright.site.assets import assets
from briefwright.site.gated import Gated, gated, refuse_unproved
from briefwright.site.naming import site_address, site_name
from briefwright.site.onefile import Frame, one_file_of_each
from briefwright.site.published import shown_spans
from briefwright.store.templates import load_templates
from briefwright.store.workspace import Workspace
from briefwright.workflow import extract_into, findings, no_facts

Report = Callable[[str], None]
# Without any date in the input, time stamps show the first second that a zip archive can hold.
EARLIEST = int(dt.datetime(1980, 1, 1, tzinfo=dt.UTC).timestamp())


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a build has before MkDocs runs.

    Attributes:
        pages: every file that goes below docs/, by its path there.
        records: each brief with its sources, without the words that are not shown.
        entries: what the search finds beside headings.
        extracted: ids of the articles whose facts the engine extracted now.
        findings: warnings and notices of the checks.
        articles, briefs: how many there are.
        epoch: the site's time, in seconds since 1970.
    """

    pages: Mapping[str, bytes]
    records: Sequence[tuple[Brief, Sequence[Source]]]
    entries: Sequence[SearchEntry]
    extracted: tuple[str, ...]
    findings: tuple[Finding, ...]
    articles: int
    briefs: int
    epoch: int

    @property
    def date(self) -> str:
        """The site's day, as `2025-01-28`."""
        return _date(self.epoch)


def prepare(workspace: Workspace, report: Report, profile: Profile) -> Prepared:
    """Everything that goes to MkDocs; facts that are missing are extracted and saved, nothing else
    is written.

    Raises:
        BuildError: B001, B003.
        BriefwrightError: an article, facts file or brief is missing or wrong.
    """
    facts, extracted = _facts(workspace, report)
    noticed = _checked(workspace, facts, report)
    briefs = workspace.briefs()
    excerpts = shown_spans(workspace, facts, profile, report)
    made = composed(workspace, facts, briefs, noticed, excerpts)
    epoch = _epoch([article for article, _ in facts], briefs)
    return Prepared(
        pages=_files(workspace, made, epoch),
        records=made.records,
        entries=search_entries(made.records),
        extracted=extracted,
        findings=noticed,
        articles=len(facts),
        briefs=len(briefs),
        epoch=epoch,
    )


def _facts(
    workspace: Workspace, report: Report
) -> tuple[list[tuple[Article, Facts]], tuple[str, ...]]:
    """Every article with its facts; what has none is extracted now and saved."""
    pairs: list[tuple[Article, Facts]] = []
    extracted: list[str] = []
    for name in workspace.article_ids():
        article = workspace.article(name)
        facts = workspace.facts(name)
        if facts is None:
            if workspace.settings.engine == "none":
                raise no_facts(workspace, name)
            report(f"extracting facts of {name}")
            facts = next(extract_into(workspace, [name])).facts
            extracted.append(name)
        pairs.append((article, facts))
    return pairs, tuple(extracted)


def _checked(
    workspace: Workspace, facts: Sequence[tuple[Article, Facts]], report: Report
) -> tuple[Finding, ...]:
    found = findings(workspace, facts)
    errors = [finding for finding in found if finding.severity == "error"]
    if errors:
        raise BuildError(
            "B001",
            at=errors[0].at or f"articles/{errors[0].article}/facts.yml",
            saw="\n".join(f"{e.at or e.article}: {e.message} [{e.check}]" for e in errors),
            fix="correct the facts; `briefwright check` shows the findings with their places",
        )
    articles = "1 article" if len(facts) == 1 else f"{len(facts)} articles"
    report(f"checked the facts of {articles}: {len(found)} findings")
    return found


def generated_pages(
    workspace: Workspace,
    facts: Sequence[tuple[Article, Facts]],
    briefs: Sequence[Brief],
    findings: Sequence[Finding],
    excerpts: Mapping[str, tuple[Span, ...]],
) -> Mapping[str, bytes]:
    """Every file that a build writes below docs/, by its path there.

    Raises:
        BuildError: B003; B007, the gate refuses a line.
    """
    made = composed(workspace, facts, briefs, findings, excerpts)
    return _files(workspace, made, _epoch([article for article, _ in facts], briefs))


def _files(workspace: Workspace, made: Gated, epoch: int) -> Mapping[str, bytes]:
    refuse_unproved(made.proof)
    frame = frame_of(workspace)
    files = exports(
        made.records,
        site=frame.site,
        address=frame.address,
        date=_date(epoch),
        generator=frame.generator,
    )
    briefs = [brief for brief, _ in made.records]
    files |= one_file_of_each(briefs, made.pages, load_templates(workspace.root), frame)
    files |= sentence_scripts(source for _, sources in made.records for source in sources)
    texts = {path: text.encode() for path, text in (made.pages | files).items()}
    return texts | assets(workspace.root)


def frame_of(workspace: Workspace) -> Frame:
    """What files outside the site say of it."""
    return Frame(
        site=site_name(workspace),
        address=site_address(workspace),
        generator=f"Briefwright {briefwright.__version__}",
    )


def composed(
    workspace: Workspace,
    facts: Sequence[tuple[Article, Facts]],
    briefs: Sequence[Brief],
    findings: Sequence[Finding],
    excerpts: Mapping[str, tuple[Span, ...]],
) -> Gated:
    """The pages of `briefs`, read at the gate; nothing is written.

    Raises:
        BuildError: B003, a template can't be rendered.
    """
    dossiers = [
        Dossier(
            article,
            found,
            tuple(f for f in findings if f.article == article.id),
            excerpts.get(article.id),
            workspace.changes(article.id),
        )
        for article, found in facts
    ]
    off = frozenset(name for name, s in workspace.settings.checks.items() if s == "off")
    info = SiteInfo(site_name(workspace), briefwright.__version__, off)
    return gated(dossiers, briefs, load_templates(workspace.root), info)


def _epoch(articles: Sequence[Article], briefs: Sequence[Brief]) -> int:
    """The site's time: SOURCE_DATE_EPOCH, or the newest date that the input states."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isascii() and given.isdigit():
        return int(given)
    dates = [a.published for a in articles] + [b.as_of for b in briefs]
    newest = max((date[:10] for date in dates if date), default=None)
    if newest is None:
        return EARLIEST
    midnight = dt.datetime.combine(dt.date.fromisoformat(newest), dt.time(), tzinfo=dt.UTC)
    return max(EARLIEST, int(midnight.timestamp()))


def _date(epoch: int) -> str:
    return dt.datetime.fromtimestamp(epoch, dt.UTC).date().isoformat()
