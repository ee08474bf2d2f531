"""The document: sections of proved pages in a frame of fixed words."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefwright.compose.escape import SafeMarkdown
from briefwright.compose.exports.formats import FOLDER
from briefwright.compose.render import Renderer
from briefwright.model import Brief
from briefwright.site.onefile.links import relink
from briefwright.site.onefile.paper import Paper
from briefwright.site.onefile.section import Section, section

FILE = "brief.html"
_TEMPLATE = "onefile/brief.html.j2"
_STYLE = "onefile/style.css.j2"


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the pages.

    Attributes:
        site: the site's name, the title of a document of all briefs.
        address: where the site stands on the web, with a slash at its end; empty when unknown.
        generator: the program's name and version.
    """

    site: str
    address: str
    generator: str


def one_file(
    briefs: Sequence[Brief],
    pages: Mapping[str, str],
    templates: Mapping[str, str],
    frame: Frame,
    *,
    paper: Paper | None = None,
) -> str:
    """The HTML of `briefs` and of the evidence of all of their articles.

    It runs nothing and loads nothing: its policy allows its one style sheet and no more.

    Args:
        briefs: one, or several that share a document.
        pages: the composed pages by their paths below docs/, past the gate.
        templates: with `onefile/`.
        frame: what stands around the pages.
        paper: the size of a printed page; None: what the reader's printer has.

    Raises:
        BuildError: B003, a template can't be rendered.
    """
    several = len(briefs) != 1
    parts = [_page(f"briefs/{b.id}.md", pages, level=2 if several else 1) for b in briefs]
    articles = dict.fromkeys(article for brief in briefs for article in brief.articles)
    evidence = [_page(f"articles/{name}.md", pages, level=3) for name in articles]
    relink([*parts, *evidence], frame.address)
    title = frame.site if several else parts[0].title
    renderer = Renderer(templates)
    style = renderer.page(
        _STYLE,
        paper=paper or "",
        running_title=css_string(title),
        running_edition=css_string("" if several else _edition(parts[0])),
    )
    return renderer.page(
        _TEMPLATE,
        title=title,
        site=frame.site,
        generator=frame.generator,
        several=several,
        address=_online(briefs, frame),
        briefs=parts,
        evidence=evidence,
        style=SafeMarkdown(style),
        policy=SafeMarkdown(f"sha256-{_digest(style)}"),
    )


def one_file_of_each(
    briefs: Sequence[Brief],
    pages: Mapping[str, str],
    templates: Mapping[str, str],
    frame: Frame,
) -> dict[str, str]:
    """The documents that a site offers beside its pages: path below docs/ and HTML."""
    return {
        f"{FOLDER}/{brief.id}/{FILE}": one_file([brief], pages, templates, frame)
        for brief in briefs
    }


def css_string(text: str) -> SafeMarkdown:
    """`text` as a string of a style sheet; all but letters, digits and spaces by their numbers.

    The space after a number belongs to it.
    """
    pieces = (c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):06x} " for c in text)
    return SafeMarkdown(f'"{"".join(pieces)}"')


def _page(path: str, pages: Mapping[str, str], *, level: int) -> Section:
    return section(path, pages[path], level=level)


def _edition(brief: Section) -> str:
    """The brief's own citation without its title: site, date and version."""
    cited = brief.root.find(".//div[@class='bw-cite']")
    words = "" if cited is None else " ".join(cited.text_content().split())
    return words.removeprefix(f"{brief.title}. ")


def _online(briefs: Sequence[Brief], frame: Frame) -> str:
    """Where the page stands on the web; empty when unknown."""
    if not frame.address or len(briefs) != 1:
        return frame.address
    return f"{frame.address}briefs/{briefs[0].id}.html"


def _digest(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
