"""The command line as a user meets it, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def briefwright(tmp_path: Path) -> Run:
    """Run the command line in a process of its own, in `tmp_path` unless `cwd` is given."""

    def run(
        *arguments: str, stdin: bytes = b"", cwd: Path = tmp_path, **environ: str
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "briefwright", *arguments],
            input=stdin, capture_output=True, cwd=cwd, env=os.environ | environ, check=False,
            timeout=120,
        )  # fmt: skip
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return run
