"""A document on its way to the kernel, and the checks of its fields: whatever a file may hold goes in, a row or what is
wrong with it comes out. Nothing here raises for bad data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from ..encoding import decode
from ..errors import InputError
from ..known import parse_date, parse_region
from .files import stem_of
from .settings import Settings

LONGEST_ERROR = 300
Place = tuple[str | None, str | None, str | None]
NAMES: dict[type, str] = {
    type(None): "null",
    bool: "a boolean",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
}


class Row(NamedTuple):
    """The fields of ``schema.ROWS``. ``row`` counts from 1: lines of JSONL, records of CSV, rows of Parquet."""

    id: str
    file: str
    row: int
    published: str | None = None
    region: str | None = None
    title: str | None = None
    text: str | None = None
    error: str | None = None


def bad_row(file: str, row: int, error: str) -> Row:
    """The row of a document that could not be read."""
    return Row(f"{stem_of(file)}:{row}", file, row, error=error)


def row_of(file: str, row: int, fields: Mapping[str, Any], settings: Settings) -> Row:
    """A row of named fields, checked; without an id column the id is ``<name of the file>:<row>``."""
    key = as_string(fields.get(settings.id_column)) or f"{stem_of(file)}:{row}"
    if settings.text_column not in fields:
        return Row(key, file, row, error=no_column(settings.text_column, fields))
    text, fault = checked_text(fields[settings.text_column], settings)
    published, region, place_fault = checked_place(fields.get(settings.published_column), fields.get(settings.region_column))
    if error := fault or place_fault:
        return Row(key, file, row, published, region, error=error)
    return Row(key, file, row, published, region, text=text)


def checked_text(value: object, settings: Settings, file: str | None = None) -> tuple[str | None, str | None]:
    """(text, None), or (None, what is wrong): no string, no UTF-8, more than ``max_row_bytes``. ``file`` holds nothing else."""
    if isinstance(value, bytes):
        if len(value) > settings.max_row_bytes:
            return None, too_long(settings)
        try:
            return decode(value, "text", file), None
        except InputError as error:
            return None, str(error)
    if not isinstance(value, str):
        return None, f"text is {_type(value)}, not a string"
    if len(value) * 4 > settings.max_row_bytes < len(value.encode("utf-8", "surrogatepass")):
        return None, too_long(settings)
    return value, None


def checked_place(published: object, region: object) -> Place:
    """(ISO date, country, what is wrong); each None where there is nothing."""
    try:
        day = None if published is None or published == "" else parse_date(published, "published").isoformat()
        country = None if region is None or region == "" else parse_region(as_string(region), "region")
    except InputError as error:
        return None, None, str(error)
    return day, country, None


def no_column(name: str, there: Iterable[str]) -> str:
    """The columns that are there tell a name of another case, or a separator that is no comma."""
    names = ", ".join(map(repr, there))
    return f"no column {name!r} among {names[:100] or 'none'}; name it with --text-column"


def too_long(settings: Settings) -> str:
    return f"document of more than {settings.max_row_bytes:,} bytes; split it, or raise --max-row-bytes"


def shortened(error: str | None) -> str | None:
    """An error may quote what it found, and that may be a book."""
    return error if error is None or len(error) <= LONGEST_ERROR else f"{error[: LONGEST_ERROR - 1]}…"


def as_string(value: object) -> str | None:
    """An id or a country as a string: numbers as their digits, bytes as UTF-8."""
    if value is None or isinstance(value, str):
        return value
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _type(value: object) -> str:
    return NAMES.get(type(value), type(value).__name__)
