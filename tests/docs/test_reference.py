"""The reference is complete and holds nothing that is not there."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from jinja2 import meta
from pydantic import BaseModel

import briefwright
from briefwright.check.table import check_table
from briefwright.cli import app
from briefwright.compose import SiteInfo
from briefwright.compose.article import ArticleView
from briefwright.compose.brief import BriefView, JudgmentLine
from briefwright.compose.chart import Chart
from briefwright.compose.claims import ClaimLine, Voice
from briefwright.compose.evidence import EvidenceBlock, Note
from briefwright.compose.figures import FigureLine
from briefwright.compose.findings import FindingLine
from briefwright.compose.keypoints import KeyPoint
from briefwright.compose.links import Ref
from briefwright.compose.market import EffectLine, Size
from briefwright.compose.people import EntityGroup, EntityLine
from briefwright.compose.render import Renderer
from briefwright.compose.sections import Sections
from briefwright.compose.site_pages import BriefEntry, SiteView
from briefwright.compose.skeptics import SkepticLine
from briefwright.compose.source_list import Known, SourceLine
from briefwright.compose.timeline import DateLine, EventLine
from briefwright.compose.uses import Use
from briefwright.config import ENVIRONMENT_PREFIX, Settings
from briefwright.errors import CODES
from briefwright.model import (
    ArticleRef,
    Brief,
    Claim,
    DateExpression,
    Entity,
    Fact,
    Facts,
    Figure,
    Finding,
    Instrument,
    Judgment,
    MarketEffect,
    Quote,
    Skeptic,
    Speaker,
    Stated,
    Target,
    TimelineEvent,
)
from briefwright.model.facts import ReviewedFact
from briefwright.store.article_file import ArticleFile
from briefwright.store.templates import packaged_templates

Read = Callable[[str], dict[str, str]]

VIEWS: dict[str, type[Any]] = {
    "brief": BriefView, "sections": Sections, "ref": Ref, "claim": ClaimLine, "voice": Voice,
    "skeptic": SkepticLine, "event": EventLine, "date": DateLine, "effect": EffectLine,
    "size": Size, "figure": FigureLine, "group": EntityGroup, "entity": EntityLine,
    "finding": FindingLine, "judgment": JudgmentLine, "point": KeyPoint, "chart": Chart,
    "source": SourceLine, "known": Known, "article": ArticleView, "block": EvidenceBlock,
    "note": Note, "use": Use, "all": SiteView, "entry": BriefEntry, "site": SiteInfo,
}  # fmt: skip
FORMAT: dict[str, list[type[BaseModel]]] = {
    "Every fact": [Fact, ReviewedFact],
    "quotes": [Quote],
    "The file": [Facts, ArticleRef],
    "entities": [Entity],
    "dates": [DateExpression],
    "figures": [Figure],
    "claims": [Claim, Speaker],
    "skeptics": [Skeptic, Target],
    "timeline": [TimelineEvent],
    "market-effects": [MarketEffect, Instrument],
}
_ROW = re.compile(r"^\| `([^|]+?)` \|", re.MULTILINE)
_COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


def rows(section: str) -> set[str]:
    """The names in the first column of a section's tables."""
    return {name for cell in _ROW.findall(section) for name in re.split("`, `", cell)}


def keys(model: type[BaseModel]) -> set[str]:
    """The keys that a file has for `model`."""
    return {field.alias or name for name, field in model.model_fields.items()}


# Commands


def test_the_commands_are_those_of_the_program(sections: Read) -> None:
    page = sections("reference/commands.md")
    told = set(page) - {"", "Commands", "Exit codes", "Output"}
    assert told == set(_COMMANDS)


@pytest.mark.parametrize("name", sorted(_COMMANDS))
def test_every_option_and_argument_of_a_command(sections: Read, name: str) -> None:
    section = sections("reference/commands.md")[name]
    options = {
        option
        for parameter in _COMMANDS[name].params
        if parameter.param_type_name == "option" and parameter.name != "help"
        for option in (*parameter.opts, *parameter.secondary_opts)
    }
    assert {row for row in rows(section) if row.startswith("-")} == options
    for parameter in _COMMANDS[name].params:
        if parameter.param_type_name == "argument":
            assert f"`{(parameter.metavar or parameter.name).strip('{}[].')}`" in section


def test_the_options_of_the_program_itself(sections: Read) -> None:
    assert rows(sections("reference/commands.md")["Commands"]) == {"--version", "--help"}


def test_the_keys_of_checks_in_json(sections: Read) -> None:
    section = sections("reference/commands.md")["check"]
    for key in Finding.model_fields:
        assert f'"{key}":' in section


# Errors and checks


def test_every_error_code_has_its_section_and_title(sections: Read) -> None:
    page = sections("reference/errors.md")
    told = {name.upper() for name in page if re.fullmatch(r"[a-z]\d{3}", name)}
    assert told == set(CODES)
    for code, title in CODES.items():
        section = page[code.lower()]
        assert section.startswith(f"{code} · {title}\n")
        assert "What to do: " in section
        assert "```text" not in section or f"\nerror {code} {title}\n" in section


def test_every_check_has_its_section_severity_and_title(sections: Read) -> None:
    page = sections("reference/checks.md")
    groups = {"", "Checks", "Grounding", "Arithmetic", "Dates", "Sources and speakers",
              "The article as a document", "What the article leaves open"}  # fmt: skip
    assert set(page) - groups == set(check_table())
    for name, info in check_table().items():
        assert f"*{info.severity.capitalize()}. {info.title}.*" in page[name]


# Configuration and formats


def leaves(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        inner = field.annotation
        key = prefix + (field.alias or name)
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from leaves(inner, f"{key}.")
        else:
            yield key


def test_every_setting_has_its_section_and_variable(sections: Read) -> None:
    page = sections("reference/configuration.md")
    settings = set(leaves(Settings))
    names = list(page)
    own = names[names.index("briefwright.yml") + 1 : names.index("Environment variables")]
    assert set(own) == settings
    named = settings - {"schema", "checks", "site.redirects"}
    variables = {ENVIRONMENT_PREFIX + key.upper().replace(".", "_") for key in named}
    assert rows(page["Environment variables"]) == variables


def test_every_default_number_is_the_programs(sections: Read) -> None:
    page = sections("reference/configuration.md")
    settings = Settings()
    assert f"Default: {settings.extract.max_chars};" in page["extract.max_chars"]
    assert f"`{settings.extract.pipeline}`" in page["extract.pipeline"]
    assert f"Default: {settings.limits.source_bytes}." in page["limits.source_bytes"]
    assert f"Default: {settings.limits.yaml_bytes};" in page["limits.yaml_bytes"]


def test_every_key_of_an_articles_and_a_briefs_file(sections: Read) -> None:
    page = sections("reference/configuration.md")
    assert rows(page["article.yml"]) == keys(ArticleFile) | keys(Stated)
    assert rows(page["briefsidyml"]) == keys(Brief) | keys(Judgment)


@pytest.mark.parametrize("name", FORMAT)
def test_every_field_of_the_facts_format(sections: Read, name: str) -> None:
    models = FORMAT[name]
    told = rows(sections("reference/facts-format.md")[name])
    shared = set() if name in {"Every fact", "quotes"} else keys(ReviewedFact) | keys(Quote)
    if name == "timeline":
        shared = shared - {"status"}
    assert told - {"id"} == set().union(*map(keys, models)) - shared - {"id"}


def test_what_must_be_written_by_hand_is_what_the_format_requires(sections: Read) -> None:
    page = sections("reference/facts-format.md")
    required = {
        (name, field.alias or key)
        for name, models in FORMAT.items()
        for model in models
        for key, field in model.model_fields.items()
        if field.is_required() and key not in {"id", "sha256", "article", "at", "mentions"}
    }
    told = {
        (name, key)
        for name in FORMAT
        for key in re.findall(r"^\| `(\w+)` \| you \|", page[name], re.MULTILINE)
    }
    quotes = {(name, "quote") for name in FORMAT if name != "quotes"}
    assert told == required - quotes


# Templates and Python


def test_every_template_and_its_variables(sections: Read) -> None:
    page = sections("reference/templates.md")
    told = dict(
        re.findall(r"^\| `([\w./-]+\.j2)` \|[^|]*\| (.*) \|$", page["Pages"] + page["Partials"],
                   re.MULTILINE)
    )  # fmt: skip
    folder = packaged_templates()
    sources = {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in folder.rglob("*.j2")}
    assert set(told) == set(sources)
    environment = Renderer(sources)._environment
    for name, source in sources.items():
        used = meta.find_undeclared_variables(environment.parse(source))
        assert used <= set(re.findall(r"`(\w+)`", told[name])), name


def test_every_file_of_the_sites_look(sections: Read) -> None:
    names = {f"site/{path.name}" for path in (packaged_templates() / "site").iterdir()}
    assert rows(sections("reference/templates.md")["Other files"]) == names


@pytest.mark.parametrize("name", VIEWS)
def test_every_field_of_a_view(sections: Read, name: str) -> None:
    fields = {field.name for field in dataclasses.fields(VIEWS[name])}
    assert rows(sections("reference/templates.md")[name]) == fields


def test_every_public_name(sections: Read) -> None:
    page = sections("reference/python.md")
    assert set(page) - {"", "Python"} == set(briefwright.__all__)


def test_the_examples_in_python_run() -> None:
    root = Path(__file__).parents[2]
    block = re.compile(
        r"^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL
    )
    shown = 0
    for page in (root / "README.md", root / "docs" / "reference" / "python.md"):
        for code, answer in block.findall(page.read_text("utf-8")):
            done = subprocess.run(
                [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
            )
            assert done.stdout
            assert not answer or done.stdout == answer
            shown += bool(answer)
    assert shown == 1
