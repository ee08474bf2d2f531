from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from briefwright.site import swap as swapping
from briefwright.site.swap import PREVIOUS, recover, swap
from briefwright.store.exchange import exchange


def site(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    for number in range(20):
        (folder / f"{number}.html").write_text(text)
    return folder


@pytest.fixture(params=["exchange", "two moves"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "two moves":
        monkeypatch.setattr(swapping, "exchange", lambda *_: False)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_the_new_site_takes_the_place(tmp_path: Path) -> None:
    work = tmp_path / "work"
    live = site(tmp_path / "site", "old")
    swap(site(work / "next", "new"), live, work)
    assert {p.read_text() for p in live.iterdir()} == {"new"}
    assert list(work.iterdir()) == []


def test_the_first_site_takes_its_place(tmp_path: Path) -> None:
    swap(site(tmp_path / "work" / "next", "new"), tmp_path / "site", tmp_path / "work")
    assert (tmp_path / "site" / "0.html").read_text() == "new"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="renameat2 is Linux's")
def test_a_reader_always_finds_a_whole_site(tmp_path: Path) -> None:
    work = tmp_path / "work"
    live = site(tmp_path / "site", "0")
    ended, missed = threading.Event(), []

    def read() -> None:
        while not ended.is_set():
            try:
                folder = os.open(live, os.O_RDONLY)
            except FileNotFoundError as error:
                missed.append(error)
            else:
                os.close(folder)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 60):
        swap(site(work / "next", str(number)), live, work)
    ended.set()
    reader.join()
    assert not missed


def test_a_crash_between_the_two_moves_is_healed(tmp_path: Path) -> None:
    work = tmp_path / "work"
    site(work / PREVIOUS, "old")
    site(work / "next", "half")
    live = tmp_path / "site"
    assert recover(live, work)
    assert {p.read_text() for p in live.iterdir()} == {"old"}
    assert not (work / PREVIOUS).exists()


def test_a_crash_after_the_swap_leaves_nothing_behind(tmp_path: Path) -> None:
    work = tmp_path / "work"
    live = site(tmp_path / "site", "new")
    site(work / PREVIOUS, "old")
    assert not recover(live, work)
    assert {p.read_text() for p in live.iterdir()} == {"new"}
    assert not (work / PREVIOUS).exists()


def test_exchange_says_when_it_can_not(tmp_path: Path) -> None:
    assert not exchange(tmp_path / "nothing", tmp_path / "neither")
