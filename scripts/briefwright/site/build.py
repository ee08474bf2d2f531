"""`build`: facts -> checks -> Markdown -> MkDocs -> the site's folder, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefwright.config import Profile
from briefwright.model import Finding
from briefwright.site.lock import build_lock
from briefwright.site.manifest import Changes, update
from briefwright.site.mkdocs import run_mkdocs
from briefwright.site.policy import add_policies
from briefwright.site.prepare import Prepared, Report, prepare
from briefwright.site.search import complete_search
from briefwright.site.staging import staging_folder
from briefwright.site.swap import recover, refuse_a_persons_folder, swap
from briefwright.site.untrusted import harmless_config
from briefwright.store.files import shown, told
from briefwright.store.workspace import Workspace

if TYPE_CHECKING:
    from briefwright.site.hosted import Plan

SITE = "site"
DOCS = "docs"
WORK = ".briefwright"


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did.

    Attributes:
        index: the site's first page.
        extracted: ids of the articles whose facts the engine extracted now.
        pages: how many files the program has in docs/.
        written, removed: paths below docs/ that were changed.
        findings: warnings and notices of the checks.
    """

    index: Path
    extracted: tuple[str, ...]
    pages: int
    written: tuple[str, ...]
    removed: tuple[str, ...]
    findings: tuple[Finding, ...]


def build_site(
    workspace: Workspace,
    *,
    report: Report,
    strict: bool = True,
    profile: Profile | None = None,
    untrusted: bool = False,
) -> BuildResult:
    """Build the site of `workspace`; on any error the site that is there stays.

    Args:
        workspace: its articles, facts, briefs and templates.
        report: is told what happens, one line at a time.
        strict: a broken link or anchor is an error.
        profile: who reads the site; None: what the settings say.
        untrusted: run nothing that the workspace brings, and read nothing outside of it.

    Raises:
        BuildError: B001 the checks found errors (nothing is written), B002 MkDocs failed, B003 a
            template is wrong, B004 a person's file stands in the way, B005 another build runs,
            B012 a workspace that is not trusted asks for more than it may, B020 a hosted site has
            no address, B021 a redirect is wrong.
        BriefwrightError: an article, facts file or brief is missing or wrong.
    """
    work = workspace.root / WORK
    live = workspace.root / SITE
    # Before anything is written: a link would lead the lock out of the workspace.
    config = harmless_config(workspace) if untrusted else None
    with build_lock(work / "build.lock"):
        if recover(live, work):
            report("brought back the site that an interrupted build had put aside")
        refuse_a_persons_folder(live)
        readers = profile or workspace.settings.profile
        made = prepare(workspace, report, readers)
        plan = _plan(workspace, made, readers)
        docs = workspace.root / DOCS
        with told(docs, "written"):
            changes = update(docs, made.pages)
        _tell(changes, report)
        address = {"site_url": plan.address} if plan else None
        with staging_folder(work) as staging:
            report("building the site with MkDocs")
            run_mkdocs(
                workspace.root,
                staging,
                epoch=made.epoch,
                strict=strict,
                overrides=address,
                config=config,
            )
            complete_search(staging, made.entries)
            tell_idle_scripts(add_policies(staging, root=workspace.root, docs=docs), report)
            if plan:
                report(f"making it ready for {plan.address}")
                _host(staging, workspace, plan, report)
            with told(live, "written"):
                swap(staging, live, work)
    report(f"built {shown(live / 'index.html')}")
    return BuildResult(
        index=live / "index.html",
        extracted=made.extracted,
        pages=len(made.pages),
        written=changes.written,
        removed=changes.removed,
        findings=made.findings,
    )


def _plan(workspace: Workspace, made: Prepared, readers: Profile) -> Plan | None:
    """What a hosted site has beside its pages; None for every other site."""
    if readers != "hosted":
        return None
    from briefwright.site.hosted import plan

    return plan(workspace, made.records)


def _host(staging: Path, workspace: Workspace, plan: Plan, report: Report) -> None:
    # Imported here: it draws, and no other build needs what that takes.
    from briefwright.site.hosted import host

    host(staging, workspace.root / DOCS, plan, report)


def tell_idle_scripts(pages: Sequence[str], report: Report) -> None:
    """Report inline scripts that the pages' content security policy keeps from running."""
    for page in pages:
        report(f"{page}: an inline script is no part of the theme and will not run")


def _tell(changes: Changes, report: Report) -> None:
    for path in changes.written:
        report(f"wrote {DOCS}/{path}")
    for path in changes.removed:
        report(f"removed {DOCS}/{path}")
