"""From an article to its facts. The door is `extract`; spaCy loads when it is first called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefwright.extract.settings import ExtractSettings
    from briefwright.model import Article, Facts


def extract(article: Article, settings: ExtractSettings | None = None) -> Facts:
    """The facts that the embedded engine finds in `article`.

    Deterministic: the same text, publication date and settings give the same facts and ids.

    Raises:
        EngineError: the language pipeline is not installed, or the text is over the limit.
    """
    from briefwright.extract.engine import run

    return run(article, settings)
