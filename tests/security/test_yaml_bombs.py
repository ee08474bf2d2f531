"""Small files that would be large, deep or slow: each is refused quickly, in little memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise

import pytest

from briefwright.errors import YamlError
from briefwright.store.yaml import MAX_BYTES, load_yaml

MEGABYTE = 1_000_000
WORDS = ("lol", *(f"l{n}" for n in range(1, 10)))


def laughs() -> str:
    """A billion laughs: each line names the one before nine times."""
    lines = [f"{WORDS[0]}: &{WORDS[0]} ha"]
    lines += [
        f"{word}: &{word} [{', '.join([f'*{before}'] * 9)}]" for before, word in pairwise(WORDS)
    ]
    return "\n".join(lines)


def merges() -> str:
    """The same with merge keys, which copy the mappings."""
    lines = ["l0: &l0 {a: b}"]
    lines += [f"l{n}: &l{n}\n  <<: [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 10)]
    return "\n".join(lines)


# name: (source, code, a word of what was seen)
BOMBS: dict[str, tuple[Callable[[], str], str, str]] = {
    "billion laughs": (laughs, "Y002", "anchor"),
    "quadratic blow-up": (lambda: f"a: &a {'x' * 99_999}\nb: [{'*a, ' * 999}]", "Y002", "anchor"),
    "merge keys": (merges, "Y002", "anchor"),
    "merge key alone": (lambda: "<<: " + "{a: b}", "Y002", "merge key"),
    "alias to itself": (lambda: "a: &a [*a]", "Y002", "anchor"),
    "alias without anchor": (lambda: "a: [" + "*b, " * 99_999 + "]", "Y002", "alias"),
    "tags": (lambda: "a: !!python/object/apply:os.system [true]", "Y002", "tag"),
    "binary": (lambda: "a: !!binary " + "A" * 99_999, "Y002", "tag"),
    "many tag lines": (
        lambda: "".join(f"%TAG !a{n}! x\n" for n in range(900_000)) + "--- a", "Y002", "declares"
    ),
    "tag lines below": (
        lambda: "# x\na: b\n...\n" + "".join(f"%TAG !a{n}! x\n" for n in range(900_000)),
        "Y002", "declares",
    ),
    "deep lists": (lambda: "[" * MEGABYTE, "Y004", "50 levels"),
    "deep mappings": (lambda: "{a: " * MEGABYTE, "Y004", "50 levels"),
    "deep blocks": (lambda: "- " * MEGABYTE, "Y004", "50 levels"),
    "deep keys": (lambda: "? " * MEGABYTE, "Y002", "key"),
    "deep indentation": (
        lambda: "".join(f"{' ' * n}a:\n" for n in range(2_000)), "Y004", "50 levels"
    ),
    "many values": (lambda: "[" + "1," * 9_900_000 + "]", "Y004", "values"),
    "many lists": (lambda: ("- " * 49 + "\n") * 200_000, "Y004", "values"),
    "many keys": (lambda: "".join(f"{n}:\n" for n in range(2_000_000)), "Y004", "values"),
    "many pairs": (lambda: "[" + "[1,2]," * 3_000_000 + "]", "Y004", "values"),
    "too large": (lambda: "a: " + "x" * MAX_BYTES, "Y004", "bytes"),
    "many documents": (lambda: "---\n" * 5_000_000, "Y002", "second document"),
    "never closed": (lambda: 'a: "' + "x\n" * 9_000_000, "Y001", "never closed"),
    "control characters": (lambda: "a: b\n" + "\x01" * 9_000_000, "Y001", "control"),
}  # fmt: skip
LIMIT_SECONDS, LIMIT_MEGABYTES = 20, 1_000

CHILD = """
import json, resource, sys, time
from tests.security.test_yaml_bombs import BOMBS, seen
source = BOMBS[sys.argv[1]][0]().encode()
begin = time.process_time()
found = seen(source)
used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps([*found, time.process_time() - begin, used]))
"""


def seen(source: bytes) -> list[str]:
    """Code, place, what was seen and the remedy of the error that `source` gives."""
    try:
        load_yaml(source, "bomb.yml")
    except YamlError as error:
        return [error.code, error.at, error.saw, error.fix]
    return ["none"]


SLOW = {"many keys", "many pairs", "many documents"}  # they are like others


@pytest.mark.parametrize(
    "name", [pytest.param(n, marks=[pytest.mark.slow] if n in SLOW else []) for n in BOMBS]
)
def test_a_bomb_is_refused_quickly_in_little_memory(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, name], capture_output=True, text=True, check=True
    )
    code, at, saw, fix, seconds, megabytes = json.loads(done.stdout)
    _, wanted, word = BOMBS[name]
    assert (code, at.partition(":")[0]) == (wanted, "bomb.yml")
    assert word in saw
    assert fix
    assert seconds < LIMIT_SECONDS
    assert megabytes < LIMIT_MEGABYTES


def test_as_many_values_as_a_large_facts_file_has_are_read() -> None:
    assert len(load_yaml(b"- {a: 1, b: 2}\n" * 300_000, "f").data) == 300_000


@pytest.mark.slow
def test_a_larger_limit_for_the_file_is_one_for_its_values() -> None:
    source = b"[" + b"1," * 1_200_000 + b"]"
    with pytest.raises(YamlError):
        load_yaml(source, "f")
    assert len(load_yaml(source, "f", max_bytes=30_000_000).data) == 1_200_000


def test_lines_that_look_like_directives_inside_text_are_text() -> None:
    source = 'a: "b\n%TAG c"\n' + "".join(f"k{n}: |\n  %TAG x\n" for n in range(50))
    assert load_yaml(source.encode(), "f").data["a"] == "b %TAG c"
