"""`briefwright.yml`: what a workspace decides, checked as it is read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, Field, ValidationError, field_validator

from briefwright.check.table import CheckSeverity, check_ids
from briefwright.errors import ConfigError
from briefwright.extract.settings import ExtractSettings
from briefwright.model.span import Model
from briefwright.store.plain_words import Problem, explain, nearest
from briefwright.store.yaml import MAX_BYTES, YamlDocument, read_yaml

FILE_NAME = "briefwright.yml"
ENVIRONMENT_PREFIX = "BRIEFWRIGHT_"
# No user, no query and no fragment: pages' paths are put behind it.
WEB_ADDRESS = re.compile(r"https?://[\w.\-\[\]:]+(/[\w.~%/\-]*)?", re.IGNORECASE)
_SLUG = re.compile(r"[\w][\w-]*")
# Keys with a mapping of names that a person chooses have no variable in the environment.
_MAPPINGS = {"checks", "site.redirects"}
Profile = Literal["private", "offline", "hosted"]


class Limits(Model):
    """How large a file may be."""

    source_bytes: int = Field(
        default=20_000_000, ge=1, description="Largest source that `add` takes, in bytes."
    )
    yaml_bytes: int = Field(
        default=MAX_BYTES, ge=1_000, description="Largest facts file that is read, in bytes."
    )
    pdf_pages: int = Field(default=500, ge=1, description="Most pages of a PDF document.")


class FetchSettings(Model):
    """How web addresses are fetched. None of it opens the guard."""

    timeout_seconds: float = Field(
        default=30,
        ge=1,
        le=600,
        description="The time that one page may take in all, redirects included, in seconds.",
    )
    pause_seconds: float = Field(
        default=1,
        ge=0,
        le=600,
        description="The least time between two requests to one server, in seconds.",
    )
    contact: str | None = Field(
        default=None,
        min_length=1,
        max_length=200,
        pattern=r"^[!-~]+( [!-~]+)*$",
        description="An address for the people who run the servers; it is sent with each request.",
    )


class Excerpts(Model):
    """How much of a restricted article a hosted site shows; the smaller of the two counts."""

    words: int = Field(default=300, ge=0, description="At most so many words of an article.")
    share: float = Field(default=0.25, ge=0, le=1, description="At most this share of its words.")


class SiteSettings(Model):
    """Where the site stands on the web."""

    url: str | None = Field(
        default=None,
        max_length=500,
        description="The address at which readers find the site; `site_url` of mkdocs.yml without "
        "one.",
    )
    redirects: dict[str, str] = Field(
        default_factory=dict,
        description="Old ids of briefs and articles, each with the new one; a hosted site leads "
        "from the old address to the new one.",
    )

    @field_validator("url")
    @classmethod
    def _web(cls, value: str | None) -> str | None:
        if value is not None and not WEB_ADDRESS.fullmatch(value):
            raise ValueError(
                "an address such as https://briefs.example.org/, without user, query or fragment"
            )
        return value

    @field_validator("redirects")
    @classmethod
    def _ids_only(cls, value: dict[str, str]) -> dict[str, str]:
        for name in (name for pair in value.items() for name in pair):
            if not _SLUG.fullmatch(name):
                raise ValueError(f"ids of briefs and articles, which {name!r} can’t be")
        return value


class Settings(Model):
    """A workspace's settings; every key may be left out."""

    schema_version: Literal[1] = Field(
        default=1, alias="schema", description="The version of this file's format."
    )
    engine: Literal["rules", "none"] = Field(
        default="rules",
        description="rules: the embedded engine finds the facts; none: a person or another tool "
        "writes every facts.yml.",
    )
    extract: ExtractSettings = Field(
        default_factory=ExtractSettings, description="Settings of the embedded engine."
    )
    checks: dict[str, CheckSeverity] = Field(
        default_factory=dict,
        description="The severity of a check by its id: error, warning, notice or off.",
    )
    fetch: FetchSettings = Field(
        default_factory=FetchSettings, description="How web addresses are fetched."
    )
    limits: Limits = Field(default_factory=Limits, description="How large a file may be.")
    profile: Profile = Field(
        default="private",
        description="Who reads the site. private, offline: the full text of every article; hosted: "
        "of an article whose rights do not allow that, excerpts.",
    )
    excerpts: Excerpts = Field(
        default_factory=Excerpts,
        description="How much of a restricted article a hosted site shows.",
    )
    site: SiteSettings = Field(
        default_factory=SiteSettings, description="Where the site stands on the web."
    )

    @field_validator("checks")
    @classmethod
    def _known_checks(cls, value: dict[str, CheckSeverity]) -> dict[str, CheckSeverity]:
        for name in value:
            if name not in check_ids():
                raise UnknownCheck(name)
        return value


class UnknownCheck(Exception):
    """A check id that does not exist; no ValueError, so that it leaves pydantic as it is."""


@dataclass(frozen=True)
class LoadedSettings:
    """Settings and, for each key that is not at its default, where its value came from."""

    settings: Settings
    origins: Mapping[str, str] = field(default_factory=dict)

    def rows(self) -> Iterator[tuple[str, Any, str]]:
        """(key, value, origin) of every setting; the origin is `default`, a place or a variable."""
        for key, value in _flat(self.settings.model_dump(by_alias=True)):
            yield key, value, self.origins.get(key, "default")


def load_settings(path: Path, environ: Mapping[str, str] = os.environ) -> LoadedSettings:
    """The settings in `path`, overridden by the environment.

    `BRIEFWRIGHT_` and a key in capitals with `_` for its dots overrides that key:
    `BRIEFWRIGHT_EXTRACT_PIPELINE=en_core_web_lg` sets `extract.pipeline`.

    Raises:
        ConfigError: C001 for an unknown key, C002 for a wrong value, with the place.
        YamlError: the file can't be parsed.
        WorkspaceError: A008, the file can't be read.
    """
    document = read_yaml(path)
    data = document.data if document.data is not None else {}
    if not isinstance(data, dict):
        raise ConfigError(
            "C002",
            at=document.at(),
            saw="no mapping",
            wanted="keys and values such as `schema: 1`",
            fix="write `schema: 1`, and below it what you decide",
        )
    origins = {key: document.at(tuple(key.split("."))) for key, _ in _flat(data)}
    for key, name in _variables().items():
        if name in environ:
            _set(data, key, environ[name])
            origins[key] = f"environment {name}"
    return LoadedSettings(_validated(data, document, origins), origins)


def _validated(
    data: dict[str, Any], document: YamlDocument, origins: Mapping[str, str]
) -> Settings:
    try:
        return Settings.model_validate(data)
    except UnknownCheck as error:
        name = str(error)
        wanted, fix = nearest(name, check_ids())
        problem = Problem(("checks", name), f"the key `checks.{name}`", wanted, fix, True)
    except ValidationError as error:
        problem = explain(error, Settings)
    raise ConfigError(
        "C001" if problem.unknown_key else "C002",
        at=origins.get(".".join(map(str, problem.loc)), document.at(problem.loc)),
        saw=problem.saw,
        wanted=problem.wanted,
        fix=problem.fix,
    )


def default_settings() -> LoadedSettings:
    """What holds without a workspace."""
    return LoadedSettings(Settings())


def _flat(data: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """The leaves of nested mappings under dotted keys."""
    for key, value in data.items():
        if isinstance(value, Mapping) and value:
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _variables() -> dict[str, str]:
    """Each key that holds one value and the environment variable that overrides it."""
    return {
        key: ENVIRONMENT_PREFIX + key.upper().replace(".", "_")
        for key in _leaf_keys(Settings)
        if key not in {"schema", *_MAPPINGS}
    }


def _leaf_keys(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    for name, info in model.model_fields.items():
        key = prefix + (info.alias or name)
        inner = info.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from _leaf_keys(inner, f"{key}.")
        else:
            yield key


def _set(data: dict[str, Any], key: str, value: str) -> None:
    *path, last = key.split(".")
    for step in path:
        below = data.get(step)
        data[step] = below if isinstance(below, dict) else {}
        data = data[step]
    data[last] = value
