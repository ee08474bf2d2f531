"""The environment in which every template runs: it lays out what it is given and reaches no more.

A workspace may come from somebody else, and its templates with it. Jinja2's sandbox keeps a
template from Python's own attributes (`__class__` and the like) and from changing what it is given.
Here it also calls nothing but macros, blocks and the methods of plain values: a view's or a model's
own methods can read files (pydantic's `parse_file`).
"""

from __future__ import annotations

from typing import Any

from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

# Jinja's own globals that only count and keep; `lipsum`, `cycler` and `joiner` are left out.
_GLOBALS = ("range", "dict", "namespace")
_PLAIN = (str, int, float, tuple, list, dict, LoopContext)
# A repeated text or a power of more than this is no layout.
_MOST = 100_000


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox with fewer calls."""

    intercepted_binops = frozenset(("*", "**"))

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        kept = {name: self.globals[name] for name in _GLOBALS}
        self.globals.clear()
        self.globals.update(kept)

    def is_safe_callable(self, obj: Any) -> bool:
        """Macros, blocks, the three globals and methods of plain values."""
        if isinstance(obj, Macro | BlockReference) or obj is Namespace:
            return True
        # Jinja puts a wrapper around `str.format`, so that it reaches no attributes either.
        method = getattr(obj, "__wrapped__", obj)
        known = any(obj is value for value in self.globals.values())
        return known or isinstance(getattr(method, "__self__", None), _PLAIN)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """`*` and `**`, within bounds."""
        sizes = [_size(left), _size(right)]
        if (operator == "**" and max(sizes) > _MOST) or (
            operator == "*" and not _numbers(left, right) and sizes[0] * sizes[1] > _MOST
        ):
            raise SecurityError(f"{operator!r} makes more than {_MOST:,} characters")
        return super().call_binop(context, operator, left, right)


def _numbers(*values: Any) -> bool:
    return all(isinstance(value, int | float) for value in values)


def _size(value: Any) -> int:
    """A number's own size, and the length of anything else."""
    if isinstance(value, int | float):
        return int(min(abs(value), 10**9))
    return len(value) if hasattr(value, "__len__") else 1
