"""HTML into an article: the door of `html_*.py`."""

from __future__ import annotations

from lxml import etree

from briefwright.errors import IngestError
from briefwright.ingest.article import make_article
from briefwright.ingest.encoding import decode_page
from briefwright.ingest.html_body import article_lines
from briefwright.ingest.html_guess import guessed_date
from briefwright.ingest.html_lines import Line, cleaned
from briefwright.ingest.html_metadata import page_metadata
from briefwright.ingest.html_tree import parsed, size_of
from briefwright.ingest.html_trim import trimmed
from briefwright.ingest.options import IngestOptions
from briefwright.model import Article, Span, Stated, canonical

# Twenty times the largest news page that was measured (see benchmarks/README.md), and still read in
# under ten seconds.
_LIMITS = (30_000, 3_000_000)
_LEAD_KEYS = ("title", "author", "published")


def read_html(raw: bytes, name: str, options: IngestOptions) -> Article:
    """The article in the page `raw`: one paragraph, heading, item or table row a line.

    Raises:
        IngestError: I006, a person's value can't be used; I009, the page has no article text; I010,
            its bytes can't be read.
    """
    decoded = decode_page(raw, name, options.charset)
    tree = parsed(decoded.text)
    if tree is None:
        raise _no_article(name)
    _check_size(tree, name)
    stated = page_metadata(tree, options.address)
    if "published" not in stated:
        address = stated["url"].value if "url" in stated else options.address
        if (date := guessed_date(tree, address)) is not None:
            stated["published"] = date
    lines = trimmed(article_lines(tree), tree, _known(tree, stated))
    if not any(line.level == 0 for line in lines):
        raise _no_article(name)
    text, headings = _joined(lines)
    shape = Article(
        "unnamed",
        "",
        format="html",
        headings=headings,
        encoding=decoded.encoding,
        replaced=decoded.replaced,
    )
    return make_article(text, name, options, stated, shape)


def _check_size(tree: etree._Element, name: str) -> None:
    for found, limit, what in zip(size_of(tree), _LIMITS, ("elements", "characters"), strict=True):
        if found > limit:
            raise IngestError(
                "I004",
                at=name,
                saw=f"a page with {found:,} {what}",
                wanted=f"at most {limit:,}",
                fix="save the article alone, as a page or as text",
            )


def _known(tree: etree._Element, stated: dict[str, Stated]) -> set[str]:
    """What the metadata says already, in every wording that the page uses for a title."""
    known = {stated[key].value for key in _LEAD_KEYS if key in stated}
    known |= {other.value for key in _LEAD_KEYS if key in stated for other in stated[key].also}
    headings = [*tree.iter("h1"), *tree.iter("title")]
    known |= {cleaned("".join(node.itertext())) for node in headings}
    return known | set(tree.xpath('//meta[@property="og:title"]/@content'))


def _joined(lines: list[Line]) -> tuple[str, tuple[tuple[Span, int], ...]]:
    """The canonical text and where its headings stand."""
    headings = []
    parts: list[str] = []
    place = 0
    for line in lines:
        text = canonical(line.text)
        if line.level:
            headings.append((Span(place, place + len(text)), line.level))
        parts.append(text)
        place += len(text) + 1
    return "\n".join([*parts, ""]), tuple(headings)


def _no_article(name: str) -> IngestError:
    return IngestError(
        "I009",
        at=name,
        saw="a page without an article's text",
        wanted="a page with the article in it",
        fix="save the page after it has loaded, or save the article as text and add that",
    )
