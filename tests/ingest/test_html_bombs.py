"""Pages made to exhaust a reader: each is read or refused within ten seconds."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from briefwright.errors import IngestError
from briefwright.ingest.options import IngestOptions
from briefwright.ingest.read import read_source

TEXT = "<p>The ferry operator has ordered two electric ships, Marit Lund said on Thursday.</p>" * 6
LIMIT_SECONDS = 10
JSON_LD = '<script type="application/ld+json">'

BOMBS = {
    "nested": "<div>" * 100_000 + TEXT,
    "nested inline": TEXT + "<b>" * 100_000,
    "nested tables": "<table><tr><td>" * 40_000 + TEXT,
    "closed after": TEXT + "<div>" * 100_000 + "</div>" * 100_000,
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">" + TEXT,
    "a huge attribute": f'<p class="{"x " * 2_000_000}">{TEXT}</p>',
    "an unclosed quote": f'<p class="{"x " * 500_000}{TEXT}',
    "many quotes": "<a b='\"" * 300_000 + TEXT,
    "less-than signs": "<" * 3_000_000 + TEXT,
    "unclosed comments": TEXT + "<!-- " * 300_000,
    "unclosed scripts": TEXT + "<script " * 300_000,
    "empty elements": TEXT + "<i></i>" * 300_000,
    "links": TEXT + "<a href='/'>link</a> " * 29_000,
    "line breaks": "<p>" + "line<br>" * 29_000 + "</p>",
    "deep json": f"{JSON_LD}{'[' * 1_000_000}</script>{TEXT}",
    "wide json": JSON_LD + '[{"@type": "Article"},' * 50_000 + f"</script>{TEXT}",
    "metas": "<meta name=date content=2020-01-01>" * 25_000 + TEXT,
    "entities": "<p>" + "&amp;" * 2_500_000 + "</p>" + TEXT,
    "long word": f"<p>{'x' * 5_000_000}</p>{TEXT}",
    "title": f"<title>{'t ' * 1_000_000}</title>{TEXT}",
}


@pytest.mark.parametrize("name", BOMBS)
def test_no_page_takes_long_or_crashes(name: str) -> None:
    raw = f"<!doctype html><html><body>{BOMBS[name]}</body></html>".encode()
    begin = time.process_time()
    with suppress(IngestError):
        assert read_source(raw, "bomb.html").text
    assert time.process_time() - begin < LIMIT_SECONDS


@pytest.mark.parametrize("name", ["attributes", "a huge attribute", "deep json", "title"])
def test_what_is_huge_beside_the_text_does_not_hide_it(name: str) -> None:
    raw = f"<!doctype html><html><body>{BOMBS[name]}</body></html>".encode()
    assert "Marit Lund" in read_source(raw, "bomb.html").text


def test_a_page_over_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(IngestError) as caught:
        read_source(b"<html>" + b" " * 50_000_000, "big.html", IngestOptions())
    assert caught.value.code == "I004"


def test_a_script_full_of_quotes_is_no_tag() -> None:
    script = "<script>if (a <b && c == '\"') { " + " ".join(f"v{n}='" for n in range(999))
    assert "Marit Lund" in read_source(f"<html>{script}</script>{TEXT}".encode(), "a.html").text
