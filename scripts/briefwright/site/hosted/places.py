"""Where the pages of a built site are, as files and on the web."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Places:
    """The files of a site below `root` and their addresses below `address`.

    Attributes:
        folders: MkDocs wrote `briefs/x/index.html` and not `briefs/x.html`.
    """

    root: Path
    address: str
    folders: bool

    def file(self, kind: str, id: str) -> str:
        """The path of a page below the site."""
        return f"{kind}/{id}/{INDEX}" if self.folders else f"{kind}/{id}.html"

    def url(self, kind: str, id: str) -> str:
        """The page's whole address."""
        return self.of(self.file(kind, id))

    def of(self, path: str) -> str:
        """The address of the file at `path` below the site."""
        shown = path.removesuffix(INDEX) if self.folders and path.endswith(INDEX) else path
        return self.address + quote(shown)

    def beside(self, id: str) -> str:
        """The address of a page as seen from another page of its kind."""
        return f"../{quote(id)}/" if self.folders else f"{quote(id)}.html"


def places(root: Path, address: str) -> Places:
    """The places of the site that MkDocs has built in `root`."""
    return Places(root, address, folders=any(root.glob(f"briefs/*/{INDEX}")))
