"""Words on a new version: exactly there or nowhere, and never at another place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.extract.move import CONTEXT, UNIQUE, Lost, Mover
from briefwright.model import Span

OLD = (
    "Shares of the harbour company fell 5% on Monday, the exchange said.\n"
    "Ann Bell doubted that the quay would open in June. “We are late,” she said.\n"
    "Profits in the third quarter rose 5% from a year before, the company said.\n"
    "The board will meet again on Monday to look at the cost."
)


def span_of(text: str, words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def placed(new: str, words: str, nth: int = 0) -> str | None:
    """The words with what stands around them in the new text, or why there are none."""
    found = Mover(OLD, new).place(span_of(OLD, words, nth))
    if isinstance(found, Lost):
        return found.why
    assert found.of(new) == words
    return new[max(0, found.start - 12) : found.end + 10]


@pytest.mark.parametrize("nth", [0, 1])
def test_a_text_that_only_grows_keeps_all(nth: int) -> None:
    new = f"CORRECTED: 5% was wrong.\n{OLD}\nMore on Monday, it said."
    assert placed(new, "5%", nth) == placed(OLD, "5%", nth)


def test_swapped_paragraphs_keep_their_own_words() -> None:
    first, second, third, fourth = OLD.split("\n")
    new = f"{third}\n{second}\n{first}\n{fourth}"
    assert placed(new, "5%", 0) == "ompany fell 5% on Monday"
    assert "rter rose 5%" in str(placed(new, "5%", 1))


def test_a_short_word_does_not_move_into_another_sentence() -> None:
    first, second, third, fourth = OLD.split("\n")
    new = "\n".join([second, third.replace("5%", "7%"), fourth, "Unemployment is 5% of all."])
    assert placed(new, "5%", 0) == "elsewhere"
    assert placed(new, "5%", 1) == "elsewhere"
    assert placed(new.replace("Unemployment is 5% of all.", ""), "5%", 0) == "gone"
    assert first not in new


def test_a_change_on_one_side_leaves_the_words_where_they_are() -> None:
    new = OLD.replace("from a year before, the company said", "and may fall again in spring")
    assert "rter rose 5%" in str(placed(new, "5%", 1))


def test_copies_that_nothing_tells_apart_are_ambiguous() -> None:
    paragraph = "Profits in the third quarter rose 5% from a year before, the company said."
    filler = "\n".join(["The board met and talked at length about nothing in particular."] * 600)
    old = f"{filler}\n{paragraph}\n{filler}"
    new = f"{filler}\n{paragraph}\n{filler}\n{paragraph}\n{filler}"
    found = Mover(old, new).place(span_of(old, "5%"))
    assert found == Lost("ambiguous")


def test_a_copied_paragraph_leaves_the_words_at_the_old_place() -> None:
    first, second, third, fourth = OLD.split("\n")
    new = f"{first}\n{second}\n{third}\n{fourth}\n{third}"
    found = Mover(OLD, new).place(span_of(OLD, "5%", 1))
    assert found == span_of(OLD, "5%", 1)


def test_a_long_sentence_may_stand_alone_in_new_company() -> None:
    sentence = OLD.split("\n")[2]
    assert len(sentence) >= UNIQUE
    new = f"Something else altogether, at some length, as an introduction. {sentence} And more."
    found = Mover(OLD, new).place(span_of(OLD, sentence))
    assert isinstance(found, Span)
    assert found.of(new) == sentence


def test_part_of_a_word_is_no_word() -> None:
    old, new = "He said he was late for the train.", "He said she was late for the train."
    assert Mover(old, new).place(Span(8, 10)) == Lost("gone")


PARAGRAPHS = OLD.split("\n")
edits = st.lists(
    st.tuples(
        st.sampled_from(["insert", "delete", "duplicate", "swap", "cut", "type"]),
        st.integers(0, 400), st.integers(0, 400),
        st.sampled_from(["5%", " on Monday", "x", "“", " Ann Bell", " the company said", "\n"]),
    ),
    max_size=6,
)  # fmt: skip


def edited(text: str, changes: list[tuple[str, int, int, str]]) -> str:
    for what, a, b, words in changes:
        parts = text.split("\n")
        one, other = a % len(parts), b % len(parts)
        match what:
            case "insert":
                parts.insert(one, PARAGRAPHS[b % 4].replace("5%", words))
            case "delete":
                del parts[one]
            case "duplicate":
                parts.insert(one, parts[other])
            case "swap":
                parts[one], parts[other] = parts[other], parts[one]
        text = "\n".join(parts)
        at = a % (len(text) + 1)
        if what == "cut":
            text = text[:at] + text[at + b % 30 :]
        if what == "type":
            text = text[:at] + words + text[at:]
        text = text or "x"
    return text


@given(changes=edits, start=st.integers(0, len(OLD) - 2), length=st.integers(1, 60))
@settings(max_examples=1500, deadline=None)
def test_whatever_is_edited_words_are_exact_and_in_their_context(
    changes: list[tuple[str, int, int, str]], start: int, length: int
) -> None:
    span = Span(start, min(start + length, len(OLD)))
    new = edited(OLD, changes)
    found = Mover(OLD, new).place(span)
    quote = span.of(OLD)
    if isinstance(found, Lost):
        return
    assert found.of(new) == quote
    before = _left(OLD, span) == _left(new, found)
    after = _right(OLD, span) == _right(new, found)
    assert before or after or (len(quote) >= UNIQUE and new.count(quote) == 1)
    # No other place of the new text fits as well, and no other words of the old one fit there.
    back = Mover(new, OLD).place(found)
    assert back == span


def _left(text: str, span: Span) -> str:
    return ("\x02" + text[: span.start])[-CONTEXT:]


def _right(text: str, span: Span) -> str:
    return (text[span.end :] + "\x03")[:CONTEXT]
