"""The composed pages, past the gate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefwright.compose import Dossier, SiteInfo, compose
from briefwright.compose.source import Source
from briefwright.errors import BuildError
from briefwright.gate import Proof, ledger, prove
from briefwright.model import Brief

_MOST = 12  # refused lines in one message; the first usually tell why there are more


@dataclass(frozen=True, slots=True)
class Gated:
    """Composed pages with what the gate says of them.

    Attributes:
        pages: Markdown by path below docs/.
        proof: of their lines.
        records: each brief with its sources, from which the lines were proved.
    """

    pages: dict[str, str]
    proof: Proof
    records: list[tuple[Brief, list[Source]]]


def gated(
    dossiers: Sequence[Dossier],
    briefs: Sequence[Brief],
    templates: Mapping[str, str],
    site: SiteInfo,
) -> Gated:
    """The pages of `compose`, read at the gate.

    Raises:
        BuildError: B003, a template can't be rendered.
        WorkspaceError: A002, a brief names an article that is not there.
    """
    pages = compose(dossiers, briefs, templates, site)
    sources = {dossier.article.id: Source(dossier) for dossier in dossiers}
    records = [(brief, [sources[name] for name in brief.articles]) for brief in briefs]
    book = ledger(records, [site.name, f"Briefwright {site.version}"], site.off)
    return Gated(pages, prove(pages, book), records)


def refuse_unproved(proof: Proof) -> None:
    """Raises B007 when the gate refuses a line."""
    if not proof.refusals:
        return
    first = proof.refusals[0]
    told = [f"{r.page}:{r.line}: “{r.words}”: {r.why}" for r in proof.refusals[:_MOST]]
    if len(proof.refusals) > _MOST:
        told.append(f"... and {len(proof.refusals) - _MOST} more")
    raise BuildError(
        "B007",
        at=f"docs/{first.page}:{first.line}",
        saw="\n".join(told),
        wanted="words, numbers and names that the facts of the line bear out",
        fix="correct the template or the judgment; beside facts a page says only what they say",
    )
