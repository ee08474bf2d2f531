"""Every regular expression of the package is linear on the worst texts that can be made for it.

The limit is a multiple of what a plain word pattern takes on texts of the same length in this run.
A text is grown step by step, so that a slow pattern fails at a short one and never hangs.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

import pytest
from tests.security.attacks import GENERIC, units
from tests.security.patterns import constants, methods, sites

Found = tuple[str, int, str, int]
ROOT = Path(__file__).parents[2]
# The short ones are for patterns whose time doubles with each character or grows with its power.
LENGTHS = (20, 24, 32, 48, 400, 4_000, 16_000)
LONGER = (64_000, 250_000, 1_000_000)
WORST = 3
TOO_LONG = float("inf")
Attacks = list[tuple[str, str]]
ALL = [("", unit) for unit in GENERIC]
FEW = [("", unit) for unit in ("a", "1", " ", "a ", "Aa ", "-", "“")]
# The slowest of our linear patterns takes 150 times as long as the plain one: it tries all ways of
# writing a number at each place. A quadratic one takes 400 times as long on 64,000 characters, and
# 6,000 times on a million.
ALLOWED = 250
SLACK = 0.02  # seconds: what a busy machine adds


@pytest.fixture(scope="module")
def found() -> list[Found]:
    """What a fresh interpreter sees being compiled, and what the source has as it is."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.security.patterns"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    seen: list[Found] = [
        (file, line, text, flags) for file, line, text, flags in json.loads(done.stdout)
    ]
    unseen = sites() - {(file, line) for file, line, *_ in seen}
    return [*seen, *constants(unseen)]


def filled(beginning: str, unit: str, length: int) -> str:
    """`length` characters with an end that no pattern goes on with."""
    return (beginning + unit * (length // len(unit) + 1))[: length - 1] + "\x00"


@cache
def plain_seconds(length: int) -> float:
    text = filled("", "word ", length)
    pattern = re.compile(r"\w+")
    return min(seconds(lambda: sum(1 for _ in pattern.finditer(text))) for _ in range(5))


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def ways(pattern: re.Pattern[str], used: set[str]) -> Iterator[Callable[[str], object]]:
    """How the package uses a pattern; where that can't be told, a search and a match."""
    if "fullmatch" in used:
        yield pattern.fullmatch
    if "match" in used or not used:
        yield pattern.match
    if used - {"match", "fullmatch"} or not used:
        yield lambda text: sum(1 for _ in pattern.finditer(text))


def slow(pattern: re.Pattern[str], used: set[str], longest: int, more: Attacks) -> Iterator[str]:
    """For each way of use the first text that takes too long; the worst ones grow to `longest`."""
    attacks = [*sorted(units(pattern.pattern, pattern.flags)), *more]
    longer = [length for length in LONGER if length <= longest]
    for way in ways(pattern, used):
        took: dict[tuple[str, str], float] = {}
        for attack in attacks:
            took[attack] = _grow(way, attack, LENGTHS)
            if took[attack] == TOO_LONG:
                break
        for attack in sorted(took, key=took.__getitem__)[-WORST:]:
            if took[attack] == TOO_LONG or _grow(way, attack, longer) == TOO_LONG:
                yield f"{attack[0]!r} + {attack[1]!r} again and again"
                break


def _grow(way: Callable[[str], object], attack: tuple[str, str], lengths: Sequence[int]) -> float:
    """Seconds on the longest text, or TOO_LONG as soon as one takes more than is allowed."""
    took = 0.0
    for length in lengths:
        text = filled(*attack, length)
        limit = ALLOWED * plain_seconds(length) + SLACK
        took = seconds(partial(way, text))
        if took > limit and seconds(partial(way, text)) > limit:
            return TOO_LONG
    return took


def test_every_pattern_of_the_source_is_known(found: list[Found]) -> None:
    assert sites() - {(file, line) for file, line, *_ in found} == set()
    assert len({text for _, _, text, _ in found}) > 300


@pytest.mark.parametrize(
    ("longest", "more"),
    [(LONGER[0], FEW), pytest.param(LONGER[-1], ALL, marks=pytest.mark.slow)],
    ids=["short", "a million"],
)
def test_every_pattern_is_linear(found: list[Found], longest: int, more: Attacks) -> None:
    slow_ones = [
        f"{file}:{line} {text[:80]}: {attack}"
        for file, line, text, flags in found
        for attack in slow(re.compile(text, flags), methods(file, line), longest, more)
    ]
    assert not slow_ones


@pytest.mark.parametrize(
    "pattern", [r"(\w+\s?)+$", r"\d+x", r"[ \t]+\n", r"<[^>]*>", r"by (?:[a-z]+,? ?){1,8}$"]
)
def test_a_slow_pattern_is_found(pattern: str) -> None:
    assert any(slow(re.compile(pattern), {"search"}, LONGER[0], FEW))
