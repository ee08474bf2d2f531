"""The pictures of links, as Pillow reads them back."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from briefwright.site.hosted.cards import HEIGHT, WIDTH, Card, can_show, draw

SCRIPTS = Path(__file__).parents[3] / "scripts"
LONG = "A title that goes on and on about ships and bonds and ministers " * 6
EMPTY = Card("", "", "")


def picture(card: Card) -> Image.Image:
    image = Image.open(io.BytesIO(draw(card)))
    image.load()
    return image.convert("RGB")


def inked(image: Image.Image) -> tuple[int, int, int, int]:
    """The box around what `image` has and an empty card has not."""
    box = ImageChops.difference(image, picture(EMPTY)).getbbox()
    assert box
    return box


def test_a_card_has_its_size_and_nothing_but_the_picture() -> None:
    data = draw(Card("Desk", "Ferries and bonds", "3 facts from 1 article"))
    image = Image.open(io.BytesIO(data))
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert not image.info
    assert image.getpixel((5, 5)) == (255, 255, 255)
    assert len(data) < 100_000


def test_the_same_card_has_the_same_bytes_in_another_process() -> None:
    card = Card("Desk", "Zürich – Łódź – Αθήνα – Москва", "note")
    code = (
        "import hashlib; from briefwright.site.hosted.cards import Card, draw;"
        f"print(hashlib.sha256(draw({card!r})).hexdigest())"
    )
    env = {**os.environ, "PYTHONPATH": str(SCRIPTS), "PYTHONHASHSEED": "3", "TZ": "Asia/Tokyo"}
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env=env | {"LC_ALL": lang}, capture_output=True,
            text=True, check=True,
        ).stdout
        for lang in ("C", "de_DE.UTF-8")
    }  # fmt: skip
    assert len(runs) == 1


@pytest.mark.parametrize(
    "title", ["Short", LONG, "W" * 400, "Donaudampfschifffahrtsgesellschaft" * 9 + " and more"]
)
def test_no_title_leaves_its_place(title: str) -> None:
    left, top, right, bottom = inked(picture(Card("", title, "")))
    assert left >= 80
    assert right < WIDTH - 80
    assert top > 150
    assert bottom < 500


def test_a_long_site_name_and_note_stay_inside() -> None:
    left, _, right, bottom = inked(picture(Card(LONG, "", LONG)))
    assert left >= 80
    assert right < WIDTH - 80
    assert bottom < HEIGHT - 14


@pytest.mark.parametrize("text", ["Ferries – “bonds” €5 £3 ½ …", "Łódź, Αθήνα, Москва, Việt Nam"])
def test_the_font_has_the_letters_of_europe(text: str) -> None:
    assert can_show(text)
    assert draw(Card("", text, "")) != draw(EMPTY)


@pytest.mark.parametrize(
    "text", ["北京宣布", "שלום", "مرحبا", "🚢 ferries", "x\u0301 is no letter"]
)
def test_what_can_not_be_set_right_is_left_out_whole(text: str) -> None:
    assert not can_show(text)
    assert draw(Card("", text, "")) == draw(EMPTY)


def test_a_letter_and_its_accent_are_one() -> None:
    assert draw(Card("", "e\u0301te\u0301", "")) == draw(Card("", "été", "")) != draw(EMPTY)


def test_control_and_format_characters_are_no_text() -> None:
    assert draw(Card("", "Fer\u202eries\u0000", "")) == draw(Card("", "Ferries", ""))
