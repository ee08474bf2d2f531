"""The templates' environment: nothing reaches a page unescaped unless this program wrote it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from briefwright.compose.escape import SafeMarkdown, escape, front_matter
from briefwright.compose.sandbox import Sandbox
from briefwright.errors import BuildError

FOLDER = "templates/"
# What a mistaken expression in somebody's own template can raise.
_FAILURES = (
    TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError,
    RecursionError, MemoryError,
)  # fmt: skip
# Layout leaves more blank lines than a reader wants; text from outside holds no line end.
_BLANK_LINES = re.compile(r"\n(?:[ ]*\n){2,}")


class Renderer:
    """Renders pages from the templates of one build."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        def load(name: str) -> tuple[str, str, None] | None:
            source = templates.get(name)
            return None if source is None else (source, f"{FOLDER}{name}", None)

        self._environment = Sandbox(
            loader=FunctionLoader(load),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )
        self._environment.filters["front_matter"] = front_matter

    def page(self, name: str, **context: Any) -> str:
        """The page from the template `name`, with one line end at its end.

        Raises:
            BuildError: B003, with the template and the line.
        """
        try:
            text = self._environment.get_template(name).render(**context)
        except TemplateSyntaxError as error:
            raise _broken(f"{FOLDER}{error.name or name}:{error.lineno}", error) from error
        except _FAILURES as error:
            raise _broken(_place_of(error) or f"{FOLDER}{name}", error) from error
        return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"


def _finalize(value: object) -> SafeMarkdown:
    """Escapes what an expression gives; markup made by Jinja (`|safe`, macros, set blocks) is no
    text of ours and is refused.
    """
    if isinstance(value, Markup):
        raise TemplateError("a template may not declare text safe (macro, |safe or set block)")
    if value is None:
        raise TemplateError("an expression gave nothing")
    return escape(value)


def _place_of(error: Exception) -> str | None:
    """Template and line: Jinja puts frames with the template's name into the traceback."""
    place = None
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(FOLDER):
            place = f"{file}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _broken(at: str, error: Exception) -> BuildError:
    return BuildError(
        "B003",
        at=at,
        saw=str(error),
        fix="correct the template, or delete it to use the packaged one",
    )
