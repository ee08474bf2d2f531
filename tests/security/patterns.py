"""Every regular expression of the package, with the place that compiles it.

Run as a program in a fresh interpreter, so that it sees modules being imported:
`python -m tests.security.patterns` prints what it found as JSON. `re` compiles through one
function; it is watched while all modules are imported, all pattern functions without arguments are
called, and a workspace is worked through. `sites` reads the calls off the source, so that a
pattern that was never seen is known.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import pkgutil
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

import briefwright

PACKAGE = Path(briefwright.__file__).parent
GOLDEN = Path(__file__).parents[1] / "golden" / "compose"
EXTRACTED = Path(__file__).parents[1] / "golden" / "extract"
# Forms that the golden articles do not have.
PROSE = """

March futures on wheat fell 3 to 5 percent in May, Ann May said. ‘It is the workers’ right,’
Jean-Luc Van May (JLVM) said. Between five and six million dollars of crude for delivery in March
rose. May it be so.
"""
PAGE = (
    "<html><head><title>A ferry</title><link rel=canonical href='https://www.a.example/b'>"
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A ferry",}'
    "</script></head><body><article><h1>A ferry</h1>"
    + "<p>The ferry operator has ordered two ships, Marit Lund said on Thursday.</p>" * 9
    + "</article></body></html>"
)
# What compiles a pattern: all of `re` but `escape`, `purge` and the names of flags and errors.
_COMPILING = {"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub"}


class _CallOfRe(ast.Call):
    func: ast.Attribute


def sites() -> set[tuple[str, int]]:
    """(file, line) of every call in the package that compiles a pattern."""
    return {
        (path.relative_to(PACKAGE).as_posix(), node.lineno)
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if _is_of_re(node)
    }


@cache
def methods(file: str, line: int) -> set[str]:
    """The methods that are called on the pattern compiled at a place; empty when it can't be told.

    A pattern that is only ever matched against a whole text needs no search to be linear. It can be
    told for a call of `re` itself, and for a private name or function of one module.
    """
    tree = ast.parse((PACKAGE / file).read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    direct = {n.func.attr for n in nodes if _is_of_re(n) and n.lineno == line}
    if "compile" not in direct:
        return direct
    name = next((_name(n) for n in tree.body if n.lineno <= line <= (n.end_lineno or 0)), None)
    if name is None or not name.startswith("_"):
        return set()
    # `_NAME.search(...)` or `_function().search(...)`; any other use hides what happens.
    called = {id(n): n.attr for n in nodes if isinstance(n, ast.Attribute) and _of(n.value, name)}
    named = sum(1 for n in nodes if isinstance(n, ast.Name) and n.id == name and _loads(n))
    return set(called.values()) if len(called) == named else set()


def _name(node: ast.stmt) -> str | None:
    """The name of a constant that is one pattern, or of a function that returns one."""
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call()):
            return name
        case ast.FunctionDef(name=name, returns=ast.Subscript(value=ast.Attribute(attr="Pattern"))):
            return name
    return None


def _of(node: ast.expr, name: str) -> bool:
    match node:
        case ast.Name(id=found) | ast.Call(func=ast.Name(id=found)):
            return found == name
    return False


def _loads(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Load)


def _is_of_re(node: ast.AST) -> TypeGuard[_CallOfRe]:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in _COMPILING
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
    )


def constants(unseen: set[tuple[str, int]]) -> Iterator[tuple[str, int, str, int]]:
    """The patterns at places that no run reached, as far as the source has them as they are."""
    for file in sorted({file for file, _ in unseen}):
        tree = ast.parse((PACKAGE / file).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (file, node.lineno) in unseen and node.args:
                pattern = node.args[0]
                if isinstance(pattern, ast.Constant) and isinstance(pattern.value, str):
                    yield file, node.lineno, pattern.value, 0


class Watch:
    """Stands in for `re._compile` and sets down what the package compiles, and where."""

    def __init__(self) -> None:
        self.seen: dict[tuple[str, int, str, int], None] = {}
        self._compile = getattr(re, "_compile")  # noqa: B009 - private, and the one way in
        setattr(re, "_compile", self)  # noqa: B010 - as above

    def __call__(self, pattern: Any, flags: int) -> Any:
        compiled = self._compile(pattern, flags)
        frame = inspect.currentframe()
        while frame is not None and frame.f_globals.get("__name__") in {__name__, "re"}:
            frame = frame.f_back
        if frame is not None and frame.f_code.co_filename.startswith(str(PACKAGE)):
            file = Path(frame.f_code.co_filename).relative_to(PACKAGE).as_posix()
            positions = list(frame.f_code.co_positions())[frame.f_lasti // 2]
            text = compiled.pattern
            if isinstance(text, bytes):
                text = text.decode("ascii")
            # Bytes behave as text in which only ASCII is a letter, digit or space.
            flags = compiled.flags | (re.ASCII if isinstance(compiled.pattern, bytes) else 0)
            self.seen[file, positions[0] or 0, text, flags] = None
        return compiled


def _modules() -> Iterator[Any]:
    for info in pkgutil.walk_packages([str(PACKAGE)], "briefwright."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


def _call_the_cached(module: Any) -> None:
    """Call the module's cached functions that need no argument; tables and patterns are such."""
    for value in list(vars(module).values()):
        made_here = getattr(value, "__module__", "") == module.__name__
        if made_here and hasattr(value, "cache_info") and not inspect.signature(value).parameters:
            value()


def _work_through(root: Path) -> None:
    """Ingest, extract, check and compose: what makes patterns from the text makes them now."""
    from briefwright import Article, check, extract
    from briefwright.errors import BriefwrightError
    from briefwright.ingest.fetch.address import parse_address
    from briefwright.ingest.options import IngestOptions
    from briefwright.ingest.read import read_source
    from briefwright.site.prepare import prepare
    from briefwright.site.theme_scripts import theme_scripts
    from briefwright.store.workspace import Workspace
    from briefwright.workflow import extract_into

    for case in sorted(GOLDEN.iterdir()):
        shutil.copytree(case, root / case.name, ignore=shutil.ignore_patterns("expected"))
        (root / case.name / "mkdocs.yml").write_text("site_name: Briefs\nsite_url: https://a.b/\n")
        workspace = Workspace.find(root / case.name)
        prepare(workspace, lambda _: None, "private")
        settings = workspace.root / "briefwright.yml"
        settings.write_text(settings.read_text().replace("engine: none", "engine: rules"))
        list(extract_into(Workspace.find(workspace.root), workspace.article_ids()))
    for path in sorted(EXTRACTED.glob("*/article.txt")):
        text = path.read_text(encoding="utf-8") + PROSE
        article = Article.from_text(text, id="prose", published="2025-01-28")
        check([(article, extract(article))])
    theme_scripts(root)
    read_source(PAGE.encode(), "ferry.html")
    with suppress(BriefwrightError):
        read_source(PAGE.encode("utf-16"), "ferry.txt", IngestOptions(charset="utf 16"))
    for address in ("http://0x7f.1/", "https://a:b@c.example/d?e", "ftp://a"):
        with suppress(BriefwrightError):
            parse_address(address)


def main() -> None:
    """Print what was found."""
    watch = Watch()
    for module in list(_modules()):
        _call_the_cached(module)
    with tempfile.TemporaryDirectory() as folder:
        _work_through(Path(folder))
    json.dump([*watch.seen], sys.stdout)


if __name__ == "__main__":
    main()
