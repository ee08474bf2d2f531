"""What a person may do to facts does not stop the build."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.compose.cases import INFO, briefs, dossiers

from briefwright.compose import Dossier
from briefwright.gate import Proof
from briefwright.model import KINDS, Facts
from briefwright.site.gated import gated
from briefwright.store.templates import load_templates


def proof(seed: list[Dossier]) -> Proof:
    return gated(seed, briefs("seed"), load_templates(), INFO).proof


def test_a_note_may_say_anything_beside_a_finding() -> None:
    """The checks' lines show the notes of the facts that they are about."""
    noted = [
        replace(d, facts=_changed(d.facts, note="See Ana Berg, 12 March")) for d in dossiers("seed")
    ]
    assert proof(noted).refusals == ()


@pytest.mark.parametrize("name", [".", ",", "…", "“”"])
def test_a_name_without_a_letter_stands_in_no_sentence_of_the_program(name: str) -> None:
    found = dossiers("seed")
    first = found[0].facts.entities[0].model_copy(update={"name": name})
    rest = found[0].facts.entities[1:]
    facts = found[0].facts.model_copy(update={"entities": (first, *rest)})
    whys = {refusal.why for refusal in proof([replace(found[0], facts=facts), *found[1:]]).refusals}
    assert "the line cites no fact for a name or a number in it" not in whys


def _changed(facts: Facts, **values: object) -> Facts:
    kinds = {
        kind: tuple(fact.model_copy(update=values) for fact in getattr(facts, kind))
        for kind in KINDS
    }
    return facts.model_copy(update=kinds)
