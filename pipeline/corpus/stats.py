"""What a run found, counted. In: OUT; out: tables of counts, made by DuckDB over the result files, whatever their form."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from ..errors import InputError
from .schema import FLAT, RESULT
from .store import read_manifest, read_record

YEARS_LISTED = 10
Table = list[tuple[str, int]]

NESTED_CLAIMS = "CREATE VIEW claims AS SELECT found.* FROM (SELECT unnest(claims) AS found FROM results WHERE error IS NULL)"
FLAT_CLAIMS = "CREATE VIEW claims AS SELECT * FROM results WHERE error IS NULL"
KINDS = "SELECT kind, count(*) FROM claims GROUP BY kind ORDER BY 2 DESC, 1"
CURRENCIES = """
    SELECT coalesce(currency, array_to_string(currency_candidates, ' or '), 'not told'), count(*)
    FROM claims WHERE kind = 'money' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"""
METRICS = (
    "SELECT context.metric.text, count(*) FROM claims WHERE context.metric IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"
)
YEARS = """
    SELECT year::VARCHAR, count(*)
    FROM (SELECT try_cast(coalesce(gregorian_low, value, low) AS INTEGER) AS year FROM claims WHERE kind = 'year')
    WHERE year IS NOT NULL GROUP BY year ORDER BY year"""
# Errors that differ in their numbers alone are one kind; the 8 of UTF-8 is no number, and the byte that was met tells nothing.
ERRORS = r"""
    SELECT regexp_replace(regexp_replace(split_part(error, ';', 1), ' \(0x[0-9A-F]+\)', ''),
                          '(^|[^[:alnum:]-])[0-9]+([-:.,/][0-9]+)*', '\1…', 'g'), count(*)
    FROM results WHERE error IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"""
BAD_ROWS = 'SELECT file, "row", error FROM results WHERE error IS NOT NULL ORDER BY file, "row" LIMIT ?'


@dataclass(frozen=True, slots=True)
class Counts:
    """Tables are (name, count), most frequent first; ``years`` is in the order of the years. ``bad_rows``: file:row, error."""

    parts: int
    documents: int
    characters: int
    errors: int
    kinds: Table
    currencies: Table
    years: Table
    metrics: Table
    error_kinds: Table
    bad_rows: list[tuple[str, str]]


def collect(out: Path, top: int) -> Counts:
    """Count the results in OUT, so far as its run has come. Raises InputError when OUT is no folder of a run."""
    commits = list(read_manifest(out))
    settings = read_record(out)["settings"]
    with duckdb.connect() as database, _explained(out):
        _views(database, out, settings["format"], settings["flat"])

        def table(query: str, *values: int) -> list[Any]:
            rows: list[Any] = database.execute(query, list(values)).fetchall()
            return rows

        return Counts(
            parts=len(commits),
            documents=sum(commit["documents"] for commit in commits),
            characters=sum(commit["characters"] for commit in commits),
            errors=sum(commit["errors"] for commit in commits),
            kinds=table(KINDS),
            currencies=table(CURRENCIES, top),
            years=table(YEARS),
            metrics=table(METRICS, top),
            error_kinds=table(ERRORS, top),
            bad_rows=[(f"{file}:{row}", error) for file, row, error in table(BAD_ROWS, top)],
        )


@contextmanager
def _explained(out: Path) -> Iterator[None]:
    """A file of results that DuckDB cannot read is an InputError that names it."""
    try:
        yield
    except duckdb.Error as error:
        first = str(error).partition("\n")[0]
        raise InputError(
            f"{out}: the results cannot be read: {first}; restore the file, or run tadqiq corpus into another folder"
        ) from None


def _views(database: duckdb.DuckDBPyConnection, out: Path, form: str, flat: bool) -> None:
    """``results`` as written, ``claims`` one row each."""
    schema = FLAT if flat else RESULT
    files: Any = [str(path) for path in sorted((out / "claims").glob(f"part-*.{form}"))]
    database.register("nothing", pa.Table.from_batches([], schema))
    if not files:
        database.execute("CREATE VIEW results AS SELECT * FROM nothing")
    elif form == "parquet":
        database.read_parquet(files).create_view("results")
    else:
        types = {name: kind for name, kind, *_ in database.execute("DESCRIBE nothing").fetchall()}
        database.read_json(files, columns=types, format="newline_delimited", maximum_object_size=1 << 28).create_view("results")
    database.execute(FLAT_CLAIMS if flat else NESTED_CLAIMS)


def text_lines(counts: Counts) -> list[str]:
    """The counts for a terminal."""
    tables = (
        ("kinds", counts.kinds),
        ("currencies", counts.currencies),
        ("metrics", counts.metrics),
        ("errors", counts.error_kinds),
    )
    busiest = sorted(counts.years, key=lambda year: -year[1])[:YEARS_LISTED]
    lines = [
        f"documents   {counts.documents:,} ({counts.characters:,} characters, {counts.parts:,} parts)",
        f"errors      {counts.errors:,}",
    ]
    for name, table in (*tables[:2], ("years", busiest), *tables[2:]):
        if table:
            lines += ["", name, *(f"  {count:>12,}  {what}" for what, count in table)]
    return [*lines, ""]
