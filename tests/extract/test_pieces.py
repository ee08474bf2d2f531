"""What the parser sees of a paragraph, and where each of its characters stands in the article."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright import Article
from briefwright.extract.pieces import MAX_PIECE, MAX_RUN, STAND_IN, Piece, cut_pieces
from briefwright.extract.quotes import find_quotations


def pieces_of(text: str) -> list[Piece]:
    article = Article.from_text(text, id="pieces")
    return list(cut_pieces(article, find_quotations(article.text, article.blocks)))


def texts(text: str) -> list[str]:
    return [piece.text for piece in pieces_of(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("He left.", ["He left."]),
        ("He said, “It is good.”", ["He said, “this.”", "It is good."]),
        ("“It is good,” he said.", ["“this,” he said.", "It is good,"]),
        ("“Is it good?” he asked.", ["“this,” he asked.", "Is it good?"]),
        ("“It is good!” He left.", ["“this.” He left.", "It is good!"]),
        ("“It is. It was,” he said.", ["“this,” he said.", "It is. It was,"]),
        ("He said: “No.”", ["He said: “this.”", "No."]),
        ("He called it “a wake-up call” today.", ["He called it “a wake-up call” today."]),
        ("The “experts” left.", ["The “experts” left."]),
        ("He said “that is good” and left.", ["He said “that is good” and left."]),
        ("‘It is good,’ she said.", ["‘this,’ she said.", "It is good,"]),
        ("He said,“It is good.”", ["He said, “this.”", "It is good."]),
        ("“It is good,”he said.", ["“this,” he said.", "It is good,"]),
        ("“They say, ‘It is good,’ ” he said.", ["“this,” he said.", "They say, ‘It is good,’ "]),
    ],
)
def test_a_sentence_in_quotation_marks_becomes_a_piece(text: str, pieces: list[str]) -> None:
    assert texts(text) == pieces


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("FRANKFURT, March 6 (Wire) - The bank cut rates.", "FRANKFURT, March 6 (Wire) - "),
        ("OSLO — The bank cut rates.", "OSLO — "),
        ("NEW YORK, N.Y. – The bank cut rates.", ""),  # a stop ends the search
        ("The DAX - a German index - fell.", ""),
        ("NATO said so.", ""),
        ("NATO-led troops left.", ""),
    ],
)
def test_a_dateline_is_a_piece_of_its_own(text: str, dateline: str) -> None:
    first, *rest = texts(text)
    assert (first if rest else "") == dateline
    assert "".join([first, *rest]) == text


def test_hard_wrapped_lines_are_one_text() -> None:
    line = "This line goes on for about as long as old mail programs let it go on,\n"
    [piece] = texts(line * 4 + "and it ends.")
    assert "\n" not in piece
    assert piece.count("on, This") == 3


def test_a_long_paragraph_is_cut_at_its_sentences() -> None:
    sentence = "The dam is old, and nobody in the town wants to pay for another one. "
    found = texts(sentence * 400)
    assert len(found) > 1
    assert all(len(text) <= MAX_PIECE for text in found)
    assert all(text.rstrip().endswith(".") for text in found)
    assert "".join(found).rstrip() == (sentence * 400).rstrip()


def test_a_paragraph_without_sentences_is_cut_at_its_words() -> None:
    found = texts("word " * 5_000)
    assert all(len(text) <= MAX_PIECE for text in found)
    assert {word for text in found for word in text.split()} == {"word"}


def test_a_run_without_spaces_is_cut_anywhere() -> None:
    found = texts("See " + "(" * 1_000 + " there.")
    assert all(len(word) <= MAX_RUN for text in found for word in text.split())
    assert "".join(found) == "See " + "(" * 1_000 + " there."


MARKED = st.text(alphabet="ab. ,?!“”‘’\"'«»\n—-", max_size=80)


@given(MARKED)
@settings(max_examples=300, deadline=None)
def test_every_character_stands_where_it_came_from(text: str) -> None:
    article = Article.from_text("x" + text, id="pieces")
    for piece in cut_pieces(article, find_quotations(article.text, article.blocks)):
        assert len(piece.places) == len(piece.text)
        assert piece.places == sorted(piece.places)
        hidden = {q.inner.start: q for q in piece.masks.values()}
        for char, place in zip(piece.text, piece.places, strict=True):
            masked = any(q.inner.start <= place < q.inner.end for q in hidden.values())
            same = article.text[place] == char or article.text[place].isspace()
            assert same or (masked and char in STAND_IN + ",.") or char == " "
        for at, quotation in piece.masks.items():
            assert piece.text[at : at + len(STAND_IN)] == STAND_IN
            assert piece.places[at] == quotation.inner.start
