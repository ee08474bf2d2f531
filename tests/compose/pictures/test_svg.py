from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefwright.compose.pictures.svg import cut, wrap


def test_words_are_cut_between_words_and_marked() -> None:
    assert cut("The harbour board met", 21) == "The harbour board met"
    assert cut("The harbour board met", 20) == "The harbour board…"
    assert cut("Donaudampfschifffahrt", 6) == "Donau…"
    assert cut("The board, met", 11) == "The board…"


def test_long_names_are_wrapped_and_a_longer_word_is_parted() -> None:
    assert wrap("North Sea Ferry Passengers", 10, 4) == ["North Sea", "Ferry", "Passengers"]
    assert wrap("abcdefghij", 4, 4) == ["abcd", "efgh", "ij"]
    assert wrap("a b c d e f", 1, 3) == ["a", "b", "…"]
    assert wrap("   ", 5, 2) == []


@given(st.text(), st.integers(2, 30), st.integers(1, 5))
def test_no_line_is_longer_and_no_letter_is_lost_or_new(text: str, width: int, most: int) -> None:
    lines = wrap(text, width, most)
    assert len(lines) <= most
    assert all(0 < len(line) <= width for line in lines)
    whole, shown = "".join(text.split()), "".join("".join(lines).split())
    assert shown == whole or (shown.endswith("…") and whole.startswith(shown[:-1]))


@given(st.text(), st.integers(2, 60))
def test_a_cut_is_never_longer(text: str, room: int) -> None:
    short = cut(text, room)
    assert len(short) <= room
    assert short == text or text.startswith(short[:-1])
