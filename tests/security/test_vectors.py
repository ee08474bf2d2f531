"""Whatever Markdown an article holds, a page shows it as it stands and is built as without it."""

from __future__ import annotations

import html
from itertools import chain

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.security.support import HERE, Site, shown, structure, vectors

from briefwright.compose.dossier import Dossier
from briefwright.compose.escape import escape, front_matter
from briefwright.compose.links import Links
from briefwright.compose.source import Source
from briefwright.compose.source_list import source_line
from briefwright.model import Article, Facts, Metadata, Stated

WORD = "TEXT"
POSITIONS = (HERE / "positions.md").read_text("utf-8")
EAGER = Site(all_extensions=True)
ALL = [pytest.param(text, id=f"{kind}: {text!r}") for kind in vectors() for text in vectors()[kind]]


@pytest.fixture(scope="module", params=[False, True], ids=["new site", "all extensions"])
def site(request: pytest.FixtureRequest) -> Site:
    return Site(all_extensions=request.param)


def test_there_are_many_vectors_and_none_twice() -> None:
    found = [*chain.from_iterable(vectors().values())]
    assert len(found) >= 200
    assert len(found) == len(set(found))


def test_the_positions_hold_what_pages_are_made_of(site: Site) -> None:
    tags = {tag for tag, _ in structure(site.render(POSITIONS))}
    assert tags >= {
        "a",
        "blockquote",
        "em",
        "h2",
        "h3",
        "li",
        "mark",
        "ol",
        "p",
        "strong",
        "td",
        "ul",
    }
    assert POSITIONS.count(WORD) > 40


@pytest.mark.parametrize("text", ALL)
def test_a_page_shows_the_text_in_every_position(text: str, site: Site) -> None:
    page = site.render(POSITIONS.replace(WORD, escape(text)))
    plain = site.render(POSITIONS.replace(WORD, WORD))
    assert structure(page) == structure(plain)
    said = shown(plain.text_content()).replace(WORD, "\0")
    assert shown(page.text_content()) == shown(said.replace("\0", shown_in_line(text)))


@pytest.mark.parametrize("text", ALL)
def test_front_matter_holds_the_text_and_nothing_else(text: str) -> None:
    head = f"title: {front_matter(text)}\ndescription: {front_matter(text)}\n"
    loaded = yaml.safe_load(head)
    assert loaded.keys() == {"title", "description"}
    assert shown(html.unescape(loaded["title"])) == shown(text)
    assert not {*"<>\"'"} & {*loaded["title"]}


@pytest.mark.parametrize("text", ALL)
def test_two_texts_side_by_side_make_no_markup(text: str, site: Site) -> None:
    """Markup whose halves come from two texts."""
    half = len(text) // 2
    page = site.render(f"\n- a\n\n{escape(text[:half])} · {escape(text[half:])} · {escape(text)}\n")
    assert [tag for tag, _ in structure(page)] == ["main", "ul", "li", "p"]
    assert shown(page.text_content()) == shown(f"a {text[:half]} · {text[half:]} · {text}")


def shown_in_line(text: str) -> str:
    """`text` as `shown`, with the white space at its edges as a space."""
    spaced = "".join(" " if c.isspace() else c for c in text)
    return f"{' ' * spaced.startswith(' ')}{shown(text)}{' ' * spaced.endswith(' ')}"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/?a=1&lt=2&copy;=3&#36;x=$4&b=$5$#c;d",
        "https://example.org/~a/~b/www.c/@d/:e:/f_g_h/i=j",
        "https://example.org/%5B%5D?q=%22&amp;r",
        "https://example.org/'-alert-'",
        "https://example.org/'a'",
    ],
)
def test_a_link_leads_exactly_there(address: str, site: Site) -> None:
    article = Article(
        id="a", text="x", metadata=Metadata(url=Stated(value=address, origin="person"))
    )
    line = source_line(Source(Dossier(article, Facts.of(article))), Links("", {}))
    assert line.url is not None
    page = site.render(f"- [{escape(line.url.text)}]({line.href}) and {escape('$5')}\n")
    assert structure(page)[-1] == ("a", {"href": address})
    assert page.text_content().strip() == f"{address} and $5"


PIECES = st.one_of(
    st.sampled_from([*chain.from_iterable(vectors().values())]),
    st.text(alphabet="*_`[]<>{}#&|\\~^:!=+-.,;/?%@'\"()$ \n1aw\u200b\x02", max_size=6),
    st.text(max_size=4),
)


@settings(max_examples=300)
@given(text=st.lists(PIECES, max_size=4).map("".join).filter(str.strip))
def test_texts_made_of_pieces_of_them_are_shown_as_well(text: str) -> None:
    layout = "# TEXT {: #brief }\n\n“TEXT” · TEXT\n\n- **TEXT**: [TEXT](x.html){: .b } TEXT\n"
    page = EAGER.render(layout.replace(WORD, escape(text)))
    plain = EAGER.render(layout)
    said = shown(plain.text_content()).replace(WORD, "\0")
    assert structure(page) == structure(plain)
    assert shown(page.text_content()) == shown(said.replace("\0", shown_in_line(text)))
