"""`bundle` and `verify` as a person meets them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_from_a_new_workspace_to_a_verified_bundle(briefwright: Run, tmp_path: Path) -> None:
    assert briefwright("init", "desk").returncode == 0
    desk = tmp_path / "desk"
    made = briefwright("bundle", cwd=desk)
    assert made.returncode == 0, made.stderr
    digest, path = made.stdout.split()
    assert path == "dist/my-briefs-offline.zip"
    assert len(digest) == 64
    assert not (desk / "site").exists()

    seen = briefwright("verify", "desk/dist/my-briefs-offline.zip")
    assert (seen.returncode, seen.stdout) == (0, "")
    assert "whole" in seen.stderr

    bundle = desk / "dist" / "my-briefs-offline.zip"
    data = bundle.read_bytes()
    bundle.write_bytes(data[:5000] + bytes([data[5000] ^ 1]) + data[5001:])
    broken = briefwright("verify", "--format", "json", str(bundle))
    assert broken.returncode == 1
    report = json.loads(broken.stdout)
    assert (report["whole"], report["broken_seal"]) == (False, True)


def test_what_is_no_bundle_is_misuse(briefwright: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.zip").write_text("notes")
    done = briefwright("verify", "notes.zip")
    assert done.returncode == 2
    assert done.stderr.startswith("error B011")
    assert briefwright("verify", "nowhere.zip").returncode == 2
    assert briefwright("verify", ".").stderr.startswith("error B011")
