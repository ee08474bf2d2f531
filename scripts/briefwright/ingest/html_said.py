"""What one place of a page says about the article."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A value as the page writes it, for a key of the metadata, and the place where it stands."""

    key: str
    value: str
    where: str
