from __future__ import annotations

import time

import pytest

from briefwright.errors import FetchError
from briefwright.ingest.feed import Entry, read_feed
from briefwright.ingest.hints import with_hints
from briefwright.model import Article, Metadata, Other, Stated

RSS = b"""  <?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Harbour News</title><link>https://harbour.example/</link>
<item><title> Two  ferries </title><link>/ferries</link>
 <pubDate>Thu, 12 Mar 2026 09:30:00 +0100</pubDate><dc:creator>Ingrid Solvang</dc:creator></item>
<item><title><![CDATA[Ships & <b>more</b>]]></title><guid>https://harbour.example/ships</guid>
 <pubDate>soon</pubDate><author>desk@harbour.example (Owen)</author></item>
<item><title>Again</title><link>https://harbour.example/ferries</link></item>
<item><guid isPermaLink="false">https://harbour.example/no</guid></item>
<item><title>No link</title></item>
<item><link>http://[bad</link></item>
</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="ISO-8859-1"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><link href="/"/>
<entry><title type="text">Gr\xf6\xdfer</title>
 <link rel="self" href="/self"/><link href="two?a=1&amp;b=2"/>
 <updated>2026-03-13T08:00:00Z</updated><published>2026-03-12T08:00:00Z</published>
 <author><name>A. One</name></author><author><name>B. Two</name></author></entry>
</feed>""".encode("latin-1")
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel/>
<item rdf:about="https://harbour.example/x"><title>X</title>
<link>https://harbour.example/x</link><dc:date>2026-03-12</dc:date></item></rdf:RDF>"""
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE r ['
    b'<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY a%d "&a%s;&a%s;">' % (n, b"%d" % (n - 1) if n > 1 else b"",
                                                 b"%d" % (n - 1) if n > 1 else b"")
               for n in range(1, 40))
    + b"]><rss><channel><item><link>&a39;</link></item></channel></rss>"
)  # fmt: skip


def test_rss() -> None:
    first, second = read_feed(RSS, "feed", "https://harbour.example/feed.xml")
    assert first == Entry(
        "https://harbour.example/ferries",
        title="Two ferries",
        published="2026-03-12T09:30:00+01:00",
        author="Ingrid Solvang",
    )
    assert second.title == "Ships & <b>more</b>"
    assert (second.published, second.author) == (None, "Owen")


def test_atom() -> None:
    (entry,) = read_feed(ATOM, "feed", "https://harbour.example/feeds/atom")
    assert entry == Entry(
        "https://harbour.example/feeds/two?a=1&b=2",
        title="Größer",
        published="2026-03-12T08:00:00+00:00",
        author="A. One, B. Two",
    )


def test_rss_1() -> None:
    (entry,) = read_feed(RDF, "feed")
    assert (entry.url, entry.published) == ("https://harbour.example/x", "2026-03-12T00:00:00")


def test_a_feed_from_the_disk_has_no_links_of_its_own_place() -> None:
    assert [entry.url for entry in read_feed(RSS, "feed.xml")] == [
        "https://harbour.example/ships",
        "https://harbour.example/ferries",
    ]


@pytest.mark.parametrize(
    ("raw", "saw"),
    [
        (BOMB, "DOCTYPE"),
        (BOMB.decode().replace('"1.0"?', '"1.0" encoding="utf-16"?').encode("utf-16"), "DOCTYPE"),
        (b'<!DOCTYPE rss SYSTEM "http://127.0.0.1/x.dtd"><rss/>', "DOCTYPE"),
        (b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>', "DOCTYPE"),
        (b'<!DOCTYPE r [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]><rss/>', "DOCTYPE"),
        (b"<!DOCTYPE html><html></html>", "DOCTYPE"),
        (b"<html><body/></html>", "'html'"),
        (b"<rss>&nbsp;</rss>", "undefined entity"),
        (b"<rss><a></rss>", "mismatched"),
        (b"<rss>" * 100 + b"</rss>" * 100, "deeply"),
        (b"<rss>" + b"<a/>" * 200_001 + b"</rss>", "too many"),
        (b'<?xml version="1.0" encoding="no-such"?><rss/>', "encoding"),
        (b"", "no element"),
        (b"\x89PNG", "not well-formed"),
        (b'{"items": []}', "not well-formed"),
    ],
)
def test_what_is_no_feed_is_told(raw: bytes, saw: str) -> None:
    start = time.process_time()
    with pytest.raises(FetchError) as caught:
        read_feed(raw, "feed.xml")
    assert caught.value.code == "N009"
    assert saw in caught.value.saw
    assert caught.value.at.startswith("feed.xml")
    assert time.process_time() - start < 2


def article(**stated: Stated) -> Article:
    return Article("x", "Text.", Metadata(**stated))


def test_a_feed_fills_what_the_page_leaves_out() -> None:
    found = with_hints(article(), {"title": " A  title", "published": "soon", "author": "\x1b["})
    assert found.metadata.title == Stated(
        value="A title", origin="inferred", where="feed", note="the feed's entry"
    )
    assert (found.metadata.published, found.metadata.author) == (None, None)


def test_a_feed_never_overrides_the_page() -> None:
    page = {"origin": "document", "where": "json-ld"}
    before = article(
        title=Stated(value="The page's", **page),
        published=Stated(value="2026-03-12T10:00:00+01:00", **page),
        author=Stated(value="Me", origin="person"),
    )
    hints = {"title": "The feed's", "published": "2026-03-12T08:00:00+00:00", "author": "Other"}
    after = with_hints(before, hints).metadata
    assert after.title is not None
    assert (after.title.value, after.title.also) == (
        "The page's",
        (Other(value="The feed's", where="feed"),),
    )
    assert (after.published, after.author) == (before.metadata.published, before.metadata.author)
