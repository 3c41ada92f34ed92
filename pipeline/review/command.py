"""``tadqiq review`` and ``tadqiq new``: the local review page, and the way of a raw article to it."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from ..commands.options import Fixtures, Lang, Seeds, language_of


def review(
    fixtures: Fixtures = Path("fixtures"),
    seeds: Seeds = Path("seeds"),
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="Port on 127.0.0.1; 0 takes a free one.")] = 0,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = True,
    lang: Lang = "ar",
) -> None:
    """Review the differences in a local web page: each decision goes to the fixture at once."""
    from .serve import serve

    serve(seeds, fixtures, port, language_of(lang), open_browser=open_browser)


def new(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A UTF-8 text file.")],
    name: Annotated[str | None, typer.Option(metavar="NAME", help="Name of the document; default: the file's.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TITLE", help="Default: the first line of the text.")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="Publication date, YYYY-MM-DD.")] = None,
    region: Annotated[str | None, typer.Option(metavar="CC", help="Country where it was published, ISO code.")] = None,
    origin: Annotated[str | None, typer.Option(metavar="WORDS", help="Where the text is from.")] = None,
    fixtures: Fixtures = Path("fixtures"),
    seeds: Seeds = Path("seeds"),
) -> None:
    """Put a text into seeds/ with its metadata and start an empty fixture for the review page."""
    from .new import begin

    made = begin(path, seeds, fixtures, name=name, title=title, published=published, region=region, origin=origin)
    for file in made:
        typer.echo(str(file))
    typer.echo(f"decide its claims: {_opens(seeds, fixtures)}", err=True)


def _opens(seeds: Path, fixtures: Path) -> str:
    """The command that opens these folders' page; in a checkout make sets up what the page needs, too."""
    places = {"--seeds": (seeds, Path("seeds")), "--fixtures": (fixtures, Path("fixtures"))}
    words = [word for option, (given, usual) in places.items() if given != usual for word in (option, str(given))]
    return "make review" if not words and Path("Makefile").exists() else shlex.join(["tadqiq", "review", *words])
