from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefwright.errors import BuildError
from briefwright.site.manifest import NAME, generated, update
from briefwright.store.files import write_bytes


def test_files_come_change_and_go(tmp_path: Path) -> None:
    assert update(tmp_path, {"a.md": b"1", "sub/b.md": b"2"}).written == ("a.md", "sub/b.md")
    changes = update(tmp_path, {"a.md": b"3"})
    assert (changes.written, changes.removed) == (("a.md",), ("sub/b.md",))
    assert not (tmp_path / "sub").exists()
    assert generated(tmp_path) == {"a.md", NAME}


def test_a_persons_file_beside_a_removed_page_stays(tmp_path: Path) -> None:
    update(tmp_path, {"sub/b.md": b"2"})
    (tmp_path / "sub" / "mine.md").write_text("mine")
    update(tmp_path, {})
    assert [p.name for p in (tmp_path / "sub").iterdir()] == ["mine.md"]


def test_a_removed_page_that_a_person_changed_is_not_lost(tmp_path: Path) -> None:
    update(tmp_path, {"b.md": b"2"})
    (tmp_path / "b.md").write_text("better")
    with pytest.raises(BuildError):
        update(tmp_path, {})
    assert (tmp_path / "b.md").read_text() == "better"


def test_a_page_that_was_deleted_by_hand_comes_back(tmp_path: Path) -> None:
    update(tmp_path, {"b.md": b"2"})
    (tmp_path / "b.md").unlink()
    assert update(tmp_path, {"b.md": b"2"}).written == ("b.md",)


def test_a_same_file_without_a_manifest_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_bytes(b"2")
    assert update(tmp_path, {"b.md": b"2"}).written == ()
    assert update(tmp_path, {"b.md": b"3"}).written == ("b.md",)


@pytest.mark.parametrize("interrupted_after", [0, 1, 2])
def test_a_killed_build_is_no_persons_change(
    tmp_path: Path, interrupted_after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    update(tmp_path, {"a.md": b"1", "b.md": b"1"})
    done = 0

    def killed(path: Path, data: bytes) -> bool:
        nonlocal done
        if done == interrupted_after:
            raise KeyboardInterrupt
        done += 1
        return write_bytes(path, data)

    monkeypatch.setattr("briefwright.site.manifest.write_bytes", killed)
    with pytest.raises(KeyboardInterrupt):
        update(tmp_path, {"a.md": b"2", "b.md": b"2", "c.md": b"2"})
    monkeypatch.undo()
    update(tmp_path, {"a.md": b"3"})
    assert sorted(p.name for p in tmp_path.glob("*.md")) == ["a.md"]
    assert (tmp_path / "a.md").read_bytes() == b"3"


@pytest.mark.parametrize("text", ["[]", "{}", '{"files": 1}', '{"files": {"a": 1}}', "{"])
def test_a_damaged_manifest_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text)
    with pytest.raises(BuildError) as raised:
        update(tmp_path, {})
    assert raised.value.code == "B004"


def test_a_manifest_leads_nowhere_outside(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (tmp_path / "secret").write_text("x")
    files = {"../secret": "0", "/etc/passwd": "0", "sub/../../secret": "0"}
    (docs / NAME).write_text(json.dumps({"schema": 1, "files": files}))
    assert update(docs, {}).removed == ()
    assert (tmp_path / "secret").exists()
