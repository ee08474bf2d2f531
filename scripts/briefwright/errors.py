"""One root of errors: each says where, what was seen, what was wanted and what to do.

The codes are the public contract (`docs/reference/errors.md` has a section for each, and a test
keeps the two in step). Letters name the room: Y YAML, F facts, I ingest, A articles and workspace,
C configuration, E engine, B build, N network, U use of the command line.
"""

from __future__ import annotations

CODES: dict[str, str] = {
    "Y001": "The file is not valid YAML",
    "Y002": "The file holds a YAML feature that is refused",
    "Y003": "A key stands twice in one mapping",
    "Y004": "The YAML file is too large or nested too deeply",
    "Y005": "The file is not UTF-8 text",
    "F001": "The facts file does not follow the facts format",
    "F002": "The facts file belongs to another text",
    "F003": "A quote is not what the article says at its span",
    "F004": "A fact has a quote but no span",
    "F005": "A quote does not stand in the article",
    "F006": "A quote stands in the article more than once",
    "F007": "Two facts have the same id",
    "I001": "The source is empty",
    "I002": "The source is not text",
    "I003": "The source is not valid UTF-8",
    "I004": "The source is too large",
    "I005": "The front matter can't be read",
    "I006": "A metadata value can't be used",
    "I007": "The id is taken by another article",
    "I008": "The source can't be read",
    "I009": "No article text was found in the page",
    "I010": "The source can't be decoded",
    "I020": "The PDF document is a scan without text",
    "I021": "The PDF document is locked",
    "I022": "The PDF document is damaged",
    "I023": "The PDF document has too many pages",
    "I024": "The letters of the PDF document can't be read",
    "A001": "This folder is not a workspace",
    "A002": "There is no such article",
    "A003": "The article's text is not the text that was ingested",
    "A004": "The workspace exists already",
    "A005": "The article has no facts",
    "A007": "An article's metadata file is wrong",
    "A008": "A file can't be read or written",
    "A009": "A brief's file is wrong",
    "A010": "The article's source is not what was ingested",
    "A011": "An article's file of changes is wrong",
    "A012": "The article can't be updated",
    "C001": "The configuration has an unknown key",
    "C002": "A configuration value is wrong",
    "E001": "The language pipeline is not installed",
    "E002": "The text is too long for the engine",
    "B001": "The checks found errors",
    "B002": "MkDocs could not build the site",
    "B003": "A template can't be rendered",
    "B004": "A page of a person's stands where a brief's page must go",
    "B005": "Another build is running",
    "B006": "The site can't be served at this address",
    "B007": "A line of a page can't be proved",
    "B010": "The bundle would load something from elsewhere",
    "B011": "This is no bundle",
    "B012": "A workspace that is not trusted asks for more than it may",
    "B020": "The hosted site has no address",
    "B021": "A redirect can't be followed",
    "B030": "There is no browser to print with",
    "B031": "The browser could not print",
    "N001": "The web address can't be used",
    "N002": "The web address does not lead to the public network",
    "N003": "The server's redirects can't be followed",
    "N004": "The server did not give the page",
    "N005": "The server can't be reached",
    "N006": "The server is too slow",
    "N007": "The server's robots.txt does not allow the page",
    "N008": "The server's answer can't be used",
    "N009": "The feed can't be read",
    "U001": "The options do not go together",
}


class BriefwrightError(Exception):
    """The root of all errors a user can meet; the command line prints it and never a traceback.

    Attributes:
        code: a key of `CODES`.
        at: the place, as `file`, `file:line` or the name of an option.
        saw: what stands there.
        wanted: what should stand there.
        fix: what to do, as an instruction.
        exit_code: 2 for misuse and bad input, 1 for what a check found in the user's facts.
    """

    exit_code = 2

    def __init__(
        self, code: str, *, at: str = "", saw: str = "", wanted: str = "", fix: str = ""
    ) -> None:
        if code not in CODES:
            raise ValueError(f"unknown error code {code!r}")
        self.code, self.at, self.saw, self.wanted, self.fix = code, at, saw, wanted, fix
        super().__init__(self.summary())

    def summary(self) -> str:
        """The error in one line, without its remedy."""
        parts = [f"{self.code} {CODES[self.code]}"]
        if self.saw:
            parts.append(f"saw {self.saw}")
        if self.wanted:
            parts.append(f"wanted {self.wanted}")
        text = "; ".join(parts)
        return f"{self.at}: {text}" if self.at else text

    def as_dict(self) -> dict[str, str]:
        """The error for programs (`--format json`)."""
        return {
            "code": self.code,
            "title": CODES[self.code],
            "at": self.at,
            "saw": self.saw,
            "wanted": self.wanted,
            "fix": self.fix,
        }


class YamlError(BriefwrightError):
    """A YAML file that the strict loader refuses (Y...)."""


class FactsError(BriefwrightError):
    """A facts file that breaks the format or the exact-span law (F...)."""

    exit_code = 1


class IngestError(BriefwrightError):
    """A source that can't become an article (I...)."""


class WorkspaceError(BriefwrightError):
    """A workspace, article or brief that is missing or damaged (A...)."""


class ConfigError(BriefwrightError):
    """A wrong `briefwright.yml` (C...)."""


class EngineError(BriefwrightError):
    """The extraction engine can't run (E...)."""


class BuildError(BriefwrightError):
    """The site can't be built (B...)."""

    exit_code = 1


class BundleError(BriefwrightError):
    """What is given as a bundle is none (B011)."""


class PrintError(BriefwrightError):
    """A document that can't be printed on this machine (B030, B031)."""


class FetchError(BriefwrightError):
    """A web address or a feed that can't be fetched or read (N...)."""


class UsageError(BriefwrightError):
    """Options that contradict each other (U...)."""


def shorten(text: str, limit: int = 80) -> str:
    """`text` on one line of at most `limit` characters, quoted for a message."""
    flat = " ".join(text.split())
    return repr(flat if len(flat) <= limit else flat[: limit - 1] + "…")
