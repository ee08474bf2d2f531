"""The templates' environment: nothing reaches a page unescaped unless this program wrote it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from briefwright.compose.escape import SafeMarkdown, escape, front_matter
from briefwright.errors import BuildError

# What a mistaken expression in somebody's own template can raise.
_FAILURES = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError)
# Layout leaves more blank lines than a reader wants; text from outside holds no line end.
_BLANK_LINES = re.compile(r"\n(?:[ ]*\n){2,}")


class Renderer:
    """Renders pages from the templates of one build."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self._environment = Environment(
            loader=DictLoader(dict(templates)),
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
            raise _broken(error.name or name, error.lineno, error) from error
        except _FAILURES as error:
            raise _broken(name, _line_of(error), error) from error
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


def _line_of(error: Exception) -> int | None:
    """The template's line: Jinja puts its own frames, named by the template, into the traceback."""
    line = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _broken(name: str, line: int | None, error: Exception) -> BuildError:
    return BuildError(
        "B003",
        at=f"templates/{name}:{line}" if line else f"templates/{name}",
        saw=str(error),
        fix="correct the template, or delete it to use the packaged one",
    )
