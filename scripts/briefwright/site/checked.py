"""What the gate says of the briefs whose articles are at hand; nothing is written."""

from __future__ import annotations

from collections.abc import Sequence

import briefwright
from briefwright.compose import SiteInfo
from briefwright.gate import Proof
from briefwright.model import Finding
from briefwright.site.build import dossiers_of, site_name
from briefwright.site.gated import pages_and_proof
from briefwright.store.templates import load_templates
from briefwright.store.workspace import Workspace
from briefwright.workflow import with_facts


def proof_of(workspace: Workspace, ids: Sequence[str], findings: Sequence[Finding]) -> Proof:
    """The proof of the pages of every brief all of whose articles are among `ids`."""
    briefs = [b for b in workspace.briefs() if set(b.articles) <= set(ids)]
    pairs = with_facts(workspace, ids)
    dossiers = dossiers_of(workspace, pairs, findings, {})
    info = SiteInfo(name=site_name(workspace), version=briefwright.__version__)
    _, proof = pages_and_proof(dossiers, briefs, load_templates(workspace.root), info)
    return proof
