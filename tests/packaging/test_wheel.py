"""The wheel in a fresh environment: its data is inside, and a workspace builds with it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}


def _run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run(
        sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
        "--wheel-dir", folder, ROOT, cwd=folder,
    )  # fmt: skip
    return next(folder.glob("briefwright-*.whl"))


def test_the_wheel_holds_templates_and_tables(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    packaged = {f"briefwright/templates/{p.relative_to(ROOT / 'templates').as_posix()}"
                for p in (ROOT / "templates").rglob("*") if p.is_file()}  # fmt: skip
    tables = {f"briefwright/extract/tables/{p.name}"
              for p in (ROOT / "scripts/briefwright/extract/tables").glob("*.yml")}  # fmt: skip
    assert packaged
    assert tables
    assert packaged | tables <= names
    assert not any(name.startswith(("tests/", "docs/")) for name in names)


def test_a_fresh_environment_builds_a_workspace(wheel: Path, tmp_path: Path) -> None:
    _run(sys.executable, "-m", "venv", tmp_path / "venv", cwd=tmp_path)
    pip: list[str | Path] = [tmp_path / "venv/bin/python", "-m", "pip", "install", "--quiet"]
    _run(*pip, "--require-hashes", "-r", ROOT / "requirements.txt", cwd=tmp_path)
    _run(*pip, "--no-deps", wheel, cwd=tmp_path)
    briefwright = tmp_path / "venv/bin/briefwright"
    _run(briefwright, "init", "desk", cwd=tmp_path)
    _run(briefwright, "build", cwd=tmp_path / "desk")
    index = (tmp_path / "desk/site/index.html").read_text("utf-8")
    assert "briefs/" in index
