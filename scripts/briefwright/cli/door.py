"""The one door through which every error leaves: a code, a place, a remedy; never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import typer
from typer.exceptions import TyperException

from briefwright.cli.output import one_line, print_json
from briefwright.errors import CODES, BriefwrightError, WorkspaceError

INTERRUPTED = 130  # 128 + SIGINT, as shells have it
UNEXPECTED = 70  # EX_SOFTWARE of sysexits.h
DEBUG = "BRIEFWRIGHT_DEBUG"


@dataclass
class State:
    """What the door has to know of the command that runs."""

    json: bool = False


def run(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Run `app` on `arguments` and give its exit code; errors are printed here."""
    state = State()
    try:
        code = app(args=list(arguments), prog_name="briefwright", standalone_mode=False, obj=state)
        sys.stdout.flush()
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the one place where nothing may escape
        return _told(error, state)
    return code if isinstance(code, int) else 0


def _told(error: Exception, state: State) -> int:
    match error:
        case BriefwrightError():
            return _tell(error, state)
        case TyperException():
            return _tell_usage(error)
        case BrokenPipeError():
            # The reader has gone, as in `briefwright check | head`; nothing is left to say.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 1
        case OSError():
            return _tell(_as_file_error(error), state)
        case _:
            return _tell_unexpected(error)


def _as_file_error(error: OSError) -> WorkspaceError:
    return WorkspaceError(
        "A008",
        at=str(error.filename or ""),
        saw=(error.strerror or type(error).__name__).lower(),
        fix="check the path, its permissions and the free space on the disk",
    )


def _tell(error: BriefwrightError, state: State) -> int:
    if state.json:
        print_json({"error": error.as_dict()}, indent=None)
        return error.exit_code
    lines = [f"error {error.code} {CODES[error.code]}"]
    rows = (("at", error.at), ("saw", error.saw), ("wanted", error.wanted), ("fix", error.fix))
    lines += [f"  {name + ':':<7} {one_line(value)}" for name, value in rows if value]
    typer.echo("\n".join(lines), err=True)
    return error.exit_code


def _tell_usage(error: TyperException) -> int:
    show = getattr(error, "show", None)
    if show is not None:
        show()
    else:
        typer.echo(f"Error: {error.format_message()}", err=True)
    return error.exit_code


def _tell_unexpected(error: Exception) -> int:
    if os.environ.get(DEBUG):
        raise error
    first = (str(error).splitlines() or [""])[0]
    typer.echo(
        f"error: Briefwright met something it does not know ({type(error).__name__}: {first})\n"
        f"  fix:    this is a fault of the program; please report it with the command you ran and "
        f"what {DEBUG}=1 shows",
        err=True,
    )
    return UNEXPECTED
