"""Options that several commands share, as typer types, and the parsing of their values."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from ..canonical import KINDS
from ..errors import InputError
from ..sources import Defaults, parse_date, parse_region

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


def defaults(published: str | None, region: str | None) -> Defaults:
    """Raises InputError for a date or a country that is none."""
    day: date | None = None if published is None else parse_date(published, "--published")
    return Defaults(day, None if region is None else parse_region(region, "--region"))


def kinds_of(given: str) -> tuple[str, ...]:
    """``money,year`` → the kinds, in the order of KINDS. Raises InputError for an unknown one."""
    asked = {name.strip() for name in given.split(",") if name.strip()}
    if unknown := sorted(asked - set(KINDS)):
        raise InputError(f"--kinds: {unknown[0]!r} is no kind of claim; choose among {', '.join(KINDS)}")
    if not asked:
        raise InputError(f"--kinds: names no kind of claim; choose among {', '.join(KINDS)}")
    return tuple(kind for kind in KINDS if kind in asked)
