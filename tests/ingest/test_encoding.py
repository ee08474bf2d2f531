from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright.errors import IngestError
from briefwright.ingest.encoding import decode_page, decode_text
from briefwright.ingest.options import IngestOptions
from briefwright.ingest.read import read_source

WESTERN = "It’s a “test”, said Zoë Müller. The résumé cost £5 – or €6…"


def page(text: str, charset: str = "") -> str:
    meta = f'<meta charset="{charset}">' if charset else ""
    return f"<html><head>{meta}</head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_plain_text_in_the_usual_encodings(encoding: str) -> None:
    article = read_source(WESTERN.encode(encoding), "a.txt")
    assert article.text == WESTERN
    assert article.encoding == encoding.removesuffix("-sig")


def test_utf16_of_both_orders() -> None:
    for mark, order in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        assert read_source(mark + WESTERN.encode(order), "a.txt").text == WESTERN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Привет, мир: это русский текст о погоде.", "cp1251"),
        ("Český text: příští týden bude pršet, řekl žák.", "cp1250"),
        ("Türkiye'nin başkenti Ankara'dır ve şimdi soğuk.", "cp1254"),
        ("Zażółć gęślą jaźń w Łodzi.", "cp1250"),
        ("The café said it’s “naïve” – résumé…", "mac_roman"),
        ("one café", "cp1252"),  # a single byte tells nothing
    ],
)
def test_a_doubtful_encoding_is_never_guessed(text: str, encoding: str) -> None:
    with pytest.raises(IngestError) as caught:
        decode_text(text.encode(encoding), "a.txt")
    assert caught.value.code == "I003"
    assert decode_text(text.encode("cp1251", "replace"), "a.txt", "windows-1251").text


def test_bytes_against_the_mark_or_the_declared_charset_are_refused() -> None:
    for raw, charset in ((b"\xff\xfea\x00b\x00c", None), (b"a\x81", "shift_jis")):
        with pytest.raises(IngestError) as caught:
            decode_text(raw, "a.txt", charset)
        assert caught.value.code == "I010"


def test_utf16_that_holds_no_text_is_refused() -> None:
    with pytest.raises(IngestError) as caught:
        decode_text("a\x00b\x01".encode("utf-16"), "a.txt")
    assert caught.value.code == "I002"


@pytest.mark.parametrize(
    ("text", "codec", "charset", "declared"),
    [
        (WESTERN, "cp1252", "iso-8859-1", ""),  # by the header, read as browsers read it
        (WESTERN, "cp1252", None, "ISO-8859-1"),
        (WESTERN, "cp1252", None, "us-ascii"),
        (WESTERN, "utf-8", "iso-8859-1", ""),  # valid UTF-8 is UTF-8
        (WESTERN, "utf-8", None, "utf-16"),
        (WESTERN, "utf-16", None, "utf-8"),  # the mark wins
        ("Привет, мир", "cp1251", "windows-1251", "utf-8"),
        ("日本語の新聞", "shift_jis", None, "Shift_JIS"),
        ("日本語の新聞", "iso2022_jp", None, "iso-2022-jp"),
        ("中文报纸，人民币€", "gb18030", None, "gb2312"),
        ("한국 신문", "cp949", None, "euc-kr"),
        (WESTERN, "cp1252", "no-such-charset", ""),  # detection
        (WESTERN, "cp1252", "utf-7", ""),
    ],
)
def test_pages_by_header_declaration_and_detection(
    text: str, codec: str, charset: str | None, declared: str
) -> None:
    decoded = decode_page(page(text, declared).encode(codec), "a.html", charset)
    assert text in decoded.text
    assert decoded.replaced == 0


def test_an_xml_declaration_and_http_equiv_count() -> None:
    for head in (
        '<?xml version="1.0" encoding="windows-1251"?><html><body>',
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
    ):
        assert "Привет" in decode_page((head + "Привет").encode("cp1251"), "a.html").text


def test_a_few_bad_bytes_of_a_page_are_replaced_and_counted() -> None:
    raw = page("The café opened. " * 40, "utf-8").encode().replace(b"\xc3\xa9", b"\xe9", 1)
    article = read_source(raw, "a.html")
    assert (article.encoding, article.replaced) == ("utf-8", 1)
    assert article.text.count("\ufffd") == 1


def test_a_page_of_rubbish_is_refused() -> None:
    raw = page("", "shift_jis").encode() + bytes(range(0x80, 0x100)) * 20
    with pytest.raises(IngestError) as caught:
        read_source(raw, "a.html", IngestOptions(charset="euc-jp"))
    assert caught.value.code in {"I009", "I010"}


@given(st.binary(max_size=400))
def test_no_bytes_make_a_page_crash(raw: bytes) -> None:
    with suppress(IngestError):
        read_source(b"<html><body><p>Some words of it " + raw, "a.html")
