from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefwright.errors import WorkspaceError
from briefwright.store.files import read_bytes, shown, write_text


def test_writing_makes_folders_and_leaves_nothing_beside_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"
    assert write_text(path, "x\ny\n") is True
    assert path.read_bytes() == b"x\ny\n"
    assert [found.name for found in path.parent.iterdir()] == ["b.txt"]


def test_the_same_text_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_text(path, "x")
    before = path.stat().st_mtime_ns
    assert write_text(path, "x") is False
    assert path.stat().st_mtime_ns == before


def test_permissions_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    path.chmod(0o640)
    write_text(path, "new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_full_disk_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    write_text(path, "old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WorkspaceError) as caught:
        write_text(path, "new")
    assert (caught.value.code, caught.value.saw) == ("A008", "no space left on device")
    assert path.read_text() == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["a.txt"]


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(WorkspaceError):
        write_text(tmp_path / "a.txt", "x")
    with pytest.raises(WorkspaceError):
        read_bytes(tmp_path / "a.txt")


def test_a_limit_reads_one_byte_more(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert read_bytes(tmp_path / "a", limit=3) == b"1234"


def test_paths_are_shown_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown(tmp_path / "a" / "b") == str(Path("a") / "b")
    assert shown(Path("/elsewhere/x")) == "/elsewhere/x"
