"""JSON-LD in the words of schema.org.

A `Claim` is what an article says that somebody said: its `appearance` is the article, its `author`
the speaker. Left out are claims that would be told wrong so: those that the speaker denies, and
those of a report of a report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefwright.compose.links import anchor
from briefwright.compose.source import QUOTE_MARKS, Source
from briefwright.model import Claim, Entity
from briefwright.site.hosted.entry import Entry, Evidence
from briefwright.site.hosted.nodes import Node, stated
from briefwright.site.hosted.reviews import claim_reviews
from briefwright.site.hosted.text import one_line

CONTEXT = "https://schema.org"
_AUTHORS = {"person": "Person", "company": "Organization", "organization": "Organization"}


def brief_data(
    entry: Entry, articles: Mapping[str, tuple[Evidence, str]], *, url: str, image: str, site: Node
) -> Node:
    """The brief, the articles it rests on and their claims.

    Args:
        entry: the brief.
        articles: by their ids, each with the address of its evidence page.
        url: the address of the brief's page.
        image: the address of its card.
        site: the node of the site.
    """
    sources = [(source, *articles[source.article.id]) for source in entry.sources]
    brief: Node = {
        "@type": "Article",
        "@id": url,
        "url": url,
        "headline": entry.title,
        "description": entry.lead,
        "image": image,
        "publisher": site,
        "datePublished": entry.date,
        "dateModified": entry.changed,
        "isBasedOn": [{"@id": _id_of(page)} for _, _, page in sources],
        "correction": list(entry.corrections),
    }
    nodes = [stated(brief)]
    for source, found, page in sources:
        nodes += [_article(found, page), *_claims(source, brief=url, page=page)]
    nodes += claim_reviews(entry, nodes, url, site)
    return {"@context": CONTEXT, "@graph": nodes}


def evidence_data(found: Evidence, url: str) -> Node:
    """The article, and the page that shows it."""
    page = {"@type": "WebPage", "@id": url, "url": url, "mainEntity": {"@id": _id_of(url)}}
    return {"@context": CONTEXT, "@graph": [page, _article(found, url)]}


def site_node(name: str, address: str) -> Node:
    """The site as the one that publishes its briefs."""
    return {"@type": "Organization", "name": name, "url": address}


def _article(found: Evidence, page: str) -> Node:
    """The source; `NewsArticle` only where a publisher is stated, since a report is none."""
    cited = found.cited
    return stated(
        {
            "@type": "NewsArticle" if cited.container else "Article",
            "@id": _id_of(page),
            "headline": cited.title,
            "url": cited.url,
            # Persons and agencies both sign articles, and a name does not tell which.
            "author": cited.author and {"@type": "Thing", "name": cited.author},
            "publisher": cited.container and {"@type": "Organization", "name": cited.container},
            "datePublished": cited.date,
            "subjectOf": {"@type": "WebPage", "@id": page, "url": page},
        }
    )


def _claims(source: Source, *, brief: str, page: str) -> Iterator[Node]:
    for claim in source.facts.claims:
        if not _is_sayable(source, claim):
            continue
        name = anchor(source.article.id, claim.id)
        said = " … ".join(one_line(piece.quote).strip(QUOTE_MARKS) for piece in claim.content)
        yield stated(
            {
                "@type": "Claim",
                "@id": f"{brief}#{name}",
                "text": said,
                "author": _author(source.speaker(claim.speaker)),
                "appearance": {"@id": _id_of(page)},
                "url": f"{page}#{name}",
            }
        )


def _is_sayable(source: Source, claim: Claim) -> bool:
    """Whether "the speaker claims: the words" is what the article says, in words that are shown."""
    own = claim.depth == 1 and claim.certainty != "denied"
    return own and all(source.shows(piece.at) for piece in claim.content)


def _author(entity: Entity | None) -> Node | None:
    """A speaker whom the article names; a market or a place can't sign for a claim."""
    kind = _AUTHORS.get(entity.type) if entity else None
    return {"@type": kind, "name": one_line(entity.name)} if entity and kind else None


def _id_of(page: str) -> str:
    """The name of the article whose evidence `page` shows."""
    return f"{page}#article"
