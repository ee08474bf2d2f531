"""How to cite a brief: its words never change without its version changing."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from briefwright.compose.source import Source
from briefwright.model import Brief

# Of SHA-256's 64 hex digits; twelve tell the versions of one brief apart.
DIGITS = 12


def version(brief: Brief, sources: Sequence[Source]) -> str:
    """The first digits of a SHA-256 over what the editor wrote, the texts and their facts.

    It is the same whether all words of the sources are shown or only excerpts.
    """
    told = hashlib.sha256(brief.model_dump_json().encode("utf-8", "surrogatepass"))
    for source in sources:
        told.update(source.fingerprint.encode())
    return told.hexdigest()[:DIGITS]
