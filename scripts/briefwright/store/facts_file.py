"""`facts.yml`: reading it strictly, and writing new facts without losing a person's words.

How a person's edit is told from the engine's own words: beside `facts.yml` stands `.engine.json`
with a digest of the lines of each fact as the engine wrote it. A fact whose lines differ in any way
(a value, a comment, the layout) is a person's and is kept line for line; so is every fact that was
accepted, rejected or made by a person or a language model. A fact that the engine wrote and a
person took out does not come back, and what the engine writes does not refer to it any more.
Without `.engine.json` everything in the file is kept.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from briefwright.errors import FactsError, shorten
from briefwright.model import KINDS, Article, DuplicateId, Facts, SpanMismatch
from briefwright.store.facts_layout import fresh_text
from briefwright.store.facts_merge import Merged, digests, merge
from briefwright.store.files import read_bytes, shown, write_text
from briefwright.store.plain_words import explain
from briefwright.store.yaml import MAX_BYTES, YamlDocument, load_yaml, read_yaml

FACTS_FILE = "facts.yml"
ENGINE_FILE = ".engine.json"

# What `briefwright align` can fill in.
_ALIGNED = {"at", "id", "sha256", "mentions", "article"}


def load_facts(path: Path, article: Article, *, max_bytes: int = MAX_BYTES) -> Facts:
    """The facts in `path`, proved against `article`.

    Raises:
        FactsError: F001 to F004 and F007, each with `file:line`.
        YamlError: the file can't be parsed.
        WorkspaceError: A008, it can't be read.
    """
    return facts_of(read_yaml(path, max_bytes=max_bytes), article)


def save_facts(path: Path, facts: Facts, article: Article, *, max_bytes: int = MAX_BYTES) -> bool:
    """Write newly extracted `facts`; False when the file says all that already.

    What a person decided, changed, commented, added or took out stays so; see the module. A file
    of more than `max_bytes` is neither read nor written.

    Raises:
        FactsError, YamlError: what stands in `path` is wrong; nothing is changed.
        WorkspaceError: A008, a file can't be read or written.
    """
    if path.exists():
        document = read_yaml(path, max_bytes=max_bytes)
        old = facts_of(document, article)
        merged = merge(document, old, facts, engine_digests(path), max_bytes=max_bytes)
    else:
        text = fresh_text(facts.dump())
        document = load_yaml(text.encode(), shown(path), max_bytes=max_bytes)
        merged = Merged(document, digests(document))
    facts_of(merged.document, article)
    changed = write_text(path, merged.document.text)
    # After the facts: were the program cut off between the two, facts would seem changed by a
    # person and stay, which loses nothing.
    write_text(_engine_path(path), json.dumps(merged.digests, indent=0, sort_keys=True) + "\n")
    return changed


def facts_of(document: YamlDocument, article: Article) -> Facts:
    """A loaded facts file as facts; raises as `load_facts`."""
    data = document.data
    if not isinstance(data, dict):
        raise FactsError(
            "F001",
            at=document.at(),
            saw="an empty file" if data is None else "no mapping",
            wanted="keys such as `schema: 1` and `claims:`",
            fix=f"run: briefwright extract {article.id}",
        )
    return _validated(data, document, article)


def _validated(data: dict[str, Any], document: YamlDocument, article: Article) -> Facts:
    # A list that a person left empty (`claims:`) is null in YAML.
    given = {key: value for key, value in data.items() if value is not None or key not in KINDS}
    align = f"run: briefwright align {article.id}"
    if given.get("article") is None:
        raise FactsError(
            "F001", at=document.at(), saw="no `article`", wanted="the key `article`", fix=align
        )
    try:
        return Facts.of(article, **given)
    except ValidationError as error:
        problem = explain(error, Facts)
        missing = problem.loc[-1] if problem.missing_key else ""
        raise FactsError(
            "F004" if missing == "at" else "F001",
            at=document.at(problem.loc),
            saw=problem.saw,
            wanted=problem.wanted,
            fix=align if missing in _ALIGNED else problem.fix,
        ) from error
    except SpanMismatch as error:
        raise _mismatch(error, document, article) from error
    except DuplicateId as error:
        raise FactsError("F007", at=document.at(error.loc), saw=error.saw, fix=error.fix) from error


def _mismatch(error: SpanMismatch, document: YamlDocument, article: Article) -> FactsError:
    if error.loc[-1] == "sha256":
        return FactsError(
            "F002",
            at=document.at(error.loc),
            saw=f"sha256 {error.found[:12]}…",
            wanted=f"sha256 {error.expected[:12]}…, that of the article {article.id}",
            fix="put the facts of this article here, or remove the file and extract again",
        )
    return FactsError(
        "F003",
        at=document.at(error.loc),
        saw=shorten(error.found),
        wanted=shorten(error.expected),
        fix=f"correct the quote, or run: briefwright align {article.id}",
    )


def _engine_path(path: Path) -> Path:
    return path.with_name(ENGINE_FILE)


def engine_digests(path: Path) -> dict[str, str]:
    """What the engine wrote last; empty (so that everything is kept) when that is not known."""
    beside = _engine_path(path)
    if not beside.exists():
        return {}
    try:
        found = json.loads(read_bytes(beside))
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(fact_id): str(digest) for fact_id, digest in found.items()}
