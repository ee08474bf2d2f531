"""A hostile text, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from briefwright.model import Article

STATED = ("title", "author", "source", "url")
# `path` is the text as the path of a web address, because few texts are addresses themselves.
POSITIONS = (*STATED, "path", "quote", "entity", "note", "judgment")
HOST = "https://example.org/"
# So many texts share an article with facts, and a brief; more make slow pages, fewer make many.
TOGETHER = 24
SPEAKER, CUE = "Ann Bell", "said"


@dataclass
class Planted:
    """One text and where it stands.

    Attributes:
        text: as the canonical text of an article holds it.
        id: that of the article about which it is stated.
        refused: why our own validation keeps it out, by position.
    """

    text: str
    id: str
    refused: dict[str, str] = field(default_factory=dict)

    @property
    def entity(self) -> str:
        """The id of the entity of this name."""
        return f"e-{self.id}"

    @property
    def claim(self) -> str:
        """The id of the claim with these words."""
        return f"k-{self.id}"

    @property
    def address(self) -> str | None:
        """What stands as the article's address: the text, or an address that ends with it."""
        if "url" not in self.refused:
            return self.text
        return None if "path" in self.refused else self.path

    @property
    def path(self) -> str:
        """An address that ends with the text, in which no space may stand."""
        return HOST + "+".join(self.text.split())


@dataclass
class Together:
    """Texts that one article quotes.

    Attributes:
        id: the article's; its brief is `j` and the number.
        texts: those that it quotes.
        article, found: what became of it, and the facts that the engine found in it.
    """

    id: str
    texts: list[Planted]
    article: Article | None = None
    found: dict[str, Any] = field(default_factory=dict)

    @property
    def brief(self) -> str:
        """The id of the brief with the judgments."""
        return f"j{self.id[1:]}"
