"""``tadqiq diff`` and ``tadqiq report``: fixtures against extraction, for a terminal, a program, a browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .. import output
from ..commands.options import Claims, Fixtures, Lang, Names, Seeds, language_of
from ..errors import InputError

if TYPE_CHECKING:
    from .difference import Pair

FORMATS = ("text", "json", "github")


def diff(
    names: Names = None,
    fixtures: Fixtures = Path("fixtures"),
    claims: Claims = Path("build/claims"),
    seeds: Seeds = Path("seeds"),
    format: Annotated[
        str,
        typer.Option(
            metavar="|".join(FORMATS), help="For people, programs, or GitHub annotations.", autocompletion=lambda: list(FORMATS)
        ),
    ] = "text",
) -> None:
    """Show what is missing (−), unexpected (+) and changed (~) against the fixtures.

    Exits with 0 when nothing differs, 1 when something does, 2 on bad input.
    """
    from .formats import as_github, as_json
    from .project import Project, moved_error

    if format not in FORMATS:
        raise InputError(f"--format: {format!r} is none of {', '.join(FORMATS)}")
    project = Project(seeds, fixtures, claims)
    pairs = [project.pair(name) for name in names or project.fixed()]
    if format == "json":
        output.write_stdout([as_json(pairs)])
    elif format == "github":
        output.write_stdout(f"{line}\n".encode() for line in as_github(pairs))
    else:
        _to_terminal(pairs)
    if error := moved_error(pairs, fixtures):
        raise error
    if any(row.status != "same" for pair in pairs for row in pair.differences):
        raise typer.Exit(1)


def report(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]…", help="Documents; default: all with a source text.")
    ] = None,
    out: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The HTML file to write.")] = Path(
        "build/report.html"
    ),
    fixtures: Fixtures = Path("fixtures"),
    claims: Claims = Path("build/claims"),
    seeds: Seeds = Path("seeds"),
    lang: Lang = "ar",
) -> None:
    """Write the claims and their differences to the fixtures as one self-contained HTML file."""
    from .page import report as page
    from .project import Project

    language = language_of(lang)
    project = Project(seeds, fixtures, claims)
    pairs = [project.pair(name, live=not project.claims_path(name).exists()) for name in names or project.sourced()]
    output.write(out, [page(pairs, language)])
    typer.echo(f"{out}: {sum(len(pair.differences) for pair in pairs)} claims of {len(pairs)} document(s)", err=True)


def _to_terminal(pairs: list[Pair]) -> None:
    import sys

    from rich.console import Console

    from .terminal import show

    if sys.stdout.isatty():
        show(pairs, Console())
        return
    plain = Console(force_terminal=False, no_color=True, width=10**6, legacy_windows=False, record=False)
    with plain.capture() as capture:
        show(pairs, plain)
    output.write_stdout([capture.get().encode("utf-8", "replace")])
