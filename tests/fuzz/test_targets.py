"""The fuzzer's targets stand: seeds and damaged seeds pass, and each target can fail."""

from __future__ import annotations

import random

import pytest
from tests.fuzz import targets
from tests.fuzz.targets import SEEDS, TARGETS

from briefwright.store import yaml_write


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_and_damaged_seeds_pass(name: str) -> None:
    chance = random.Random(name)  # noqa: S311 - damage, no secrets
    for seed in SEEDS[name]:
        TARGETS[name](seed)
        for _ in range(100):
            damaged = bytearray(seed)
            for _ in range(chance.randint(1, 6)):
                damaged[chance.randrange(len(damaged))] = chance.randrange(256)
            TARGETS[name](bytes(damaged[: chance.randint(1, len(damaged))]))


def test_a_page_that_shows_something_else_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(targets, "escape", lambda text: text)
    with pytest.raises(AssertionError):
        targets.escaping(b"a *b* c")


def test_a_writer_that_loses_something_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_write, "flow", lambda _: "1")
    with pytest.raises(AssertionError):
        targets.loader(b"a: 2")
