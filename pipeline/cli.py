"""The command ``tadqiq``: words of the command line in, exit code out; errors become one line on standard error and exit 2.

How to add a command: write a typer function in a module of your own (``pipeline/<room>/command.py``), its first docstring line
being the help, options as ``Annotated[…, typer.Option(help=…)]``; put its name into COMMANDS. The module is imported when the
command is called (or help asked for), so import what is heavy or belongs to an extra inside the function. Raise a TadqiqError
for what the user can mend, ``typer.Exit(1)`` for differences found.
"""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Annotated, Any, NoReturn

import typer
from typer._click.exceptions import NoArgsIsHelpError, UsageError  # typer offers them under no other name
from typer.core import TyperGroup

from . import __version__
from .errors import TadqiqError

# In the order of the help.
COMMANDS = {
    "extract": "pipeline.commands.extract:extract",
    "validate": "pipeline.commands.validate:validate",
    "explain": "pipeline.commands.explain:explain",
    "schema": "pipeline.commands.schema:schema",
    "diff": "pipeline.report.command:diff",
    "report": "pipeline.report.command:report",
    "review": "pipeline.review.command:review",
    "new": "pipeline.review.command:new",
    "export": "pipeline.export.command:export",
    "import": "pipeline.export.command:import_",
    "corpus": "pipeline.corpus.command:corpus",
    "stats": "pipeline.corpus.command:stats",
}

# Which extra of the package brings a module that is not there; in a checkout a lock of the same name does, save LOCKS.
EXTRAS = {
    **dict.fromkeys(("starlette", "uvicorn"), "review"),
    **dict.fromkeys(("duckdb", "fsspec", "pyarrow", "trafilatura", "zstandard"), "corpus"),
    "ray": "ray",
}
LOCKS = {"ray": "engines"}

app = typer.Typer(
    name="tadqiq", no_args_is_help=True, pretty_exceptions_enable=False, context_settings={"max_content_width": 120}
)


class CommandTable(Mapping[str, Any]):
    """COMMANDS as the group wants them: each is imported when it is looked up."""

    def __getitem__(self, name: str) -> Any:
        module, _, function = COMMANDS[name].partition(":")
        single = typer.Typer(add_completion=False)
        single.command(name)(getattr(import_module(module), function))
        return typer.main.get_command(single)

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


def main() -> NoReturn:
    """Runs the command line of this process and exits: 0 done, 1 differences found, 2 bad input, 130 interrupted."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)  # noqa: S101
    group.commands = CommandTable()  # type: ignore[assignment]
    signal.signal(signal.SIGTERM, _terminated)
    gc.set_threshold(100_000)  # the tables of a start would be walked dozens of times, and hold no garbage
    try:
        code = group(prog_name="tadqiq", standalone_mode=False)  # else typer draws a box around what is wrong
    except TadqiqError as error:
        _fail(str(error))
    except NoArgsIsHelpError:  # the help is printed
        sys.exit(2)
    except UsageError as error:
        _fail(_misused(error))
    except ModuleNotFoundError as error:
        extra = EXTRAS.get((error.name or "").partition(".")[0])
        if extra is None:
            raise
        # by its path: no index has the package, and who would take its name there is not known
        get = f"in a checkout run make env-{LOCKS.get(extra, extra)}, else pip install 'CHECKOUT[{extra}]'"
        _fail(f"this command needs {error.name}, which is not installed; {get}")
    sys.exit(code or 0)


def _show_version(shown: bool) -> None:
    if shown:
        print(f"tadqiq {__version__}")  # noqa: T201
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", is_eager=True, callback=_show_version)
    ] = False,
) -> None:
    """Monetary amounts, percentages and years out of Arabic text, each with what it is about."""


def _terminated(_signal: int, _frame: object) -> NoReturn:
    """SIGTERM ends the program as Ctrl-C does: temporary files are taken away."""
    raise SystemExit(128 + signal.SIGTERM)


def _misused(error: UsageError) -> str:
    """``extract: missing argument 'PATH…'; see tadqiq extract --help``"""
    command = error.ctx.command_path if error.ctx else "tadqiq"
    _, _, name = command.partition(" ")
    told = error.format_message().rstrip(".")
    return f"{f'{name}: ' if name else ''}{told[:1].lower()}{told[1:]}; see {command} --help"


def _fail(message: str) -> NoReturn:
    line = " ".join(message.split("\n"))
    print(f"tadqiq: {line}", file=sys.stderr)  # noqa: T201
    sys.exit(2)
