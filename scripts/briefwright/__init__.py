"""Briefwright: research briefs that can be audited.

    from briefwright import Article, check, extract
    article = Article.from_text(text, published="2025-01-28")
    findings = check([(article, extract(article))])

Importing the package is cheap; the models and the language pipeline load at first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

# The functions take the place of the packages of the same name; both doors are cheap to load.
from briefwright.check import check as check
from briefwright.extract import extract as extract

if TYPE_CHECKING:
    from briefwright.errors import BriefwrightError as BriefwrightError
    from briefwright.extract.settings import ExtractSettings as ExtractSettings
    from briefwright.model import Article as Article
    from briefwright.model import Facts as Facts
    from briefwright.model import Finding as Finding
    from briefwright.model import Span as Span

__version__ = "0.1.0"

_HOMES = {
    "Article": "briefwright.model",
    "BriefwrightError": "briefwright.errors",
    "ExtractSettings": "briefwright.extract.settings",
    "Facts": "briefwright.model",
    "Finding": "briefwright.model",
    "Span": "briefwright.model",
}
__all__ = [
    "Article", "BriefwrightError", "ExtractSettings", "Facts", "Finding", "Span", "__version__",
    "check", "extract",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'briefwright' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
