"""Runs MkDocs, quietly, in a process of its own."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from briefwright.errors import BuildError
from briefwright.store import yaml_write

# Of a traceback only the last line, the exception, says what is wrong.
_NOISE = re.compile(r"^(?:INFO|DEBUG)\b|^Aborted with \d+ warnings|^Traceback \(most recent call")
_LEVEL = re.compile(r"^(?:WARNING|ERROR|CRITICAL)\s+-\s+")
# Enough to see what is wrong; the first ones usually cause the others.
MOST_LINES = 12


def run_mkdocs(
    root: Path,
    target: Path,
    *,
    epoch: int,
    strict: bool,
    overrides: Mapping[str, str | bool] | None = None,
    config: Mapping[str, Any] | None = None,
) -> None:
    """Build the MkDocs site of `root` into `target`.

    Args:
        root: the folder with mkdocs.yml.
        target: the site's folder; emptied first.
        overrides: values in the place of those of mkdocs.yml.
        config: a whole configuration; mkdocs.yml is not read then.
        epoch: seconds since 1970 that every time stamp of the site shows.
        strict: take warnings (a broken link, a missing anchor) for errors.

    Raises:
        BuildError: B002 with MkDocs's own words.
    """
    # Not --quiet: it hides warnings from MkDocs's own count of them, and --strict is then blind.
    # -P: a `yaml.py` that lies in the workspace must not be imported for the library.
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--site-dir", str(target)]
    command.append("--strict" if strict else "--no-strict")
    given = ""
    if config or overrides:
        # MkDocs reads a configuration from standard input; paths in it are relative to `root`.
        command += ["--config-file", "-"]
        given = yaml_write.flow({**(config or {"INHERIT": "mkdocs.yml"}), **(overrides or {})})
    done = subprocess.run(  # noqa: S603 - our own interpreter with fixed arguments
        command,
        cwd=root,
        input=given,
        # COLUMNS would break MkDocs's messages at that width.
        env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch), "NO_MKDOCS_2_WARNING": "1"}
        | {"COLUMNS": "0"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        full = os.strerror(errno.ENOSPC) in done.stdout
        raise BuildError(
            "B002",
            at="mkdocs.yml",
            saw=_said(done.stdout) or f"exit code {done.returncode}",
            fix="free some space on the disk; the old site stands"
            if full
            else "correct what MkDocs names; `mkdocs build --strict` shows it as well",
        )


def _said(output: str) -> str:
    lines = [_LEVEL.sub("", line) for line in _without_noise(output)]
    shown = lines[:MOST_LINES]
    if len(lines) > len(shown):
        shown.append(f"... and {len(lines) - len(shown)} more lines")
    return "\n".join(shown)


def _without_noise(output: str) -> Iterator[str]:
    """The lines of warnings and errors; an indented line belongs to the message above it."""
    noise = False
    for line in filter(str.strip, output.splitlines()):
        if not line[0].isspace():
            noise = bool(_NOISE.match(line))
        if not noise:
            yield line
