"""The workflow that `init` writes: least rights, pinned actions, a locked install."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.site.hosted.conftest import ROOT

from briefwright.ingest.starter import make_workspace
from briefwright.store.templates import packaged_lock

WORKFLOW = ".github/workflows/pages.yml"


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_workspace(tmp_path_factory.mktemp("new") / "desk").root


@pytest.fixture(scope="module")
def workflow(new: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load((new / WORKFLOW).read_text(), yaml.BaseLoader)  # noqa: S506
    return found


def test_no_job_has_more_rights_than_it_needs(workflow: dict[str, Any]) -> None:
    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in workflow["jobs"].items()} == {
        "build": {"contents": "read"},
        "publish": {"pages": "write", "id-token": "write"},
    }
    assert set(workflow["on"]) == {"push", "workflow_dispatch"}
    checkout = workflow["jobs"]["build"]["steps"][0]
    assert checkout["with"]["persist-credentials"] == "false"


def test_actions_are_pinned_to_commits(new: Path, workflow: dict[str, Any]) -> None:
    used = [s["uses"] for job in workflow["jobs"].values() for s in job["steps"] if "uses" in s]
    assert len(used) == 4
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action)
        assert re.search(rf"{action} # v\d+\.\d+\.\d+\n", (new / WORKFLOW).read_text())


def test_no_step_puts_an_expression_into_a_shell(workflow: dict[str, Any]) -> None:
    runs = [s["run"] for job in workflow["jobs"].values() for s in job["steps"] if "run" in s]
    assert any("briefwright build --profile hosted" in run for run in runs)
    assert not [run for run in runs if "${{" in run]


def test_the_install_is_locked(new: Path, workflow: dict[str, Any]) -> None:
    install = next(
        s["run"] for s in workflow["jobs"]["build"]["steps"] if "pip" in s.get("run", "")
    )
    first, second = install.strip().splitlines()
    assert "--require-hashes" in first
    assert "--no-index" in second
    lock = (new / ".github" / "requirements.txt").read_bytes()
    assert lock == (ROOT / "requirements.txt").read_bytes() == packaged_lock().read_bytes()
    # Every dependency is in the lock, each with a hash.
    locked = dict(
        re.findall(
            r"^([a-z0-9-]+)==\S+(?: ; .*)? \\\n    --hash=(\S+)", lock.decode(), re.MULTILINE
        )
    )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    needed = {re.split(r"[=<>~!]", need)[0].replace("_", "-") for need in project["dependencies"]}
    assert needed <= locked.keys()
    assert all(digest.startswith("sha256:") for digest in locked.values())


def test_the_wheel_brings_the_lock() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]
    included = build["targets"]["wheel"]["force-include"]
    assert included["requirements.txt"] == "briefwright/requirements.txt"
    assert "requirements.txt" in build["targets"]["sdist"]["include"]
