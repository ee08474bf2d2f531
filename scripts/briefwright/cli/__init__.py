"""The command line. `main` is the console script; each command has a file of its own.

The commands import what they need when they run, so that `briefwright --help` starts at once.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from briefwright.cli.add import add
from briefwright.cli.align import align
from briefwright.cli.build import build
from briefwright.cli.bundle import bundle
from briefwright.cli.check import check
from briefwright.cli.doctor import doctor
from briefwright.cli.door import run
from briefwright.cli.export import export
from briefwright.cli.extract import extract
from briefwright.cli.init import init
from briefwright.cli.serve import serve
from briefwright.cli.update import update
from briefwright.cli.verify import verify

app = typer.Typer(
    name="briefwright",
    help="Research briefs that can be audited: every line leads to the exact words it came from.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (
    init,
    add,
    update,
    extract,
    align,
    check,
    build,
    bundle,
    verify,
    export,
    serve,
    doctor,
):
    app.command()(command)


def _print_version(value: bool) -> None:
    if value:
        from briefwright import __version__

        typer.echo(f"briefwright {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Research briefs that can be audited: every line leads to the exact words it came from."""


def main() -> None:
    """Run the command line and leave with its exit code: 0, 1 for findings, 2 for misuse."""
    sys.exit(run(app, sys.argv[1:]))
