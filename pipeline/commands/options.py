"""Options that several commands share, as typer types, and the parsing of their values."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..canonical import DEFAULT_KINDS
from ..errors import InputError
from ..known import parse_date, parse_kinds, parse_region
from ..sources import Defaults

if TYPE_CHECKING:
    from ..report.words import Language

USUAL_KINDS = ",".join(DEFAULT_KINDS)
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="The day of publication, YYYY-MM-DD, for documents that name none; relative years count from it."
    ),
]
Region = Annotated[
    str | None,
    typer.Option(metavar="CC", help="ISO country code for documents that name none; settles a bare dinar, riyal, pound…"),
]
Kinds = Annotated[str, typer.Option(metavar="KINDS", help="Which claims: money, percent, year, number.")]
Names = Annotated[list[str] | None, typer.Argument(metavar="[NAME]…", help="Documents; default: all with a fixture.")]
Fixtures = Annotated[Path, typer.Option(metavar="DIR", help="Hand-checked claims, NAME.claims.json.")]
Claims = Annotated[Path, typer.Option(metavar="DIR", help="Extracted claims, NAME.claims.json.")]
Seeds = Annotated[Path, typer.Option(metavar="DIR", help="The source texts, NAME.txt.")]
Lang = Annotated[str, typer.Option(metavar="ar|en", help="The language that the page opens in.")]


def defaults(published: str | None, region: str | None) -> Defaults:
    """Raises InputError for a date or a country that is none."""
    day: date | None = None if published is None else parse_date(published, "--published")
    return Defaults(day, None if region is None else parse_region(region, "--region"))


def kinds_of(given: str) -> tuple[str, ...]:
    """``money,year`` → the kinds, in the order of KINDS. Raises InputError for an unknown one, and for none."""
    return parse_kinds([name.strip() for name in given.split(",") if name.strip()], "--kinds")


def language_of(given: str) -> Language:
    """The value of ``--lang``. Raises InputError for another than ar and en."""
    if given not in ("ar", "en"):
        raise InputError(f"--lang: {given!r} is none of ar, en")
    return "en" if given == "en" else "ar"
