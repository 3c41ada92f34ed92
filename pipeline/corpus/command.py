"""``tadqiq corpus`` and ``tadqiq stats``: options in, a summary out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..commands.options import USUAL_KINDS, Kinds, Published, Region, defaults, kinds_of
from ..errors import InputError
from . import options
from .options import Engine, Format
from .settings import MAX_ROW_BYTES, PART_BYTES, Settings

if TYPE_CHECKING:
    from .run import Summary


def corpus(
    inputs: options.Inputs,
    engine: options.Engines = Engine.local,
    address: options.Address = None,
    workers: options.Workers = None,
    format: options.Formats = Format.parquet,
    flat: options.Flat = False,
    keep_text: options.KeepText = False,
    text_column: options.TextColumn = "text",
    id_column: options.IdColumn = "id",
    published_column: options.PublishedColumn = "published",
    region_column: options.RegionColumn = "region",
    kinds: Kinds = USUAL_KINDS,
    published: Published = None,
    region: Region = None,
    no_context: options.NoContext = False,
    part_size: options.PartSize = PART_BYTES,
    max_row_bytes: options.MaxRowBytes = MAX_ROW_BYTES,
    quiet: options.Quiet = False,
) -> None:
    """Extract a whole corpus into a folder of parts; the same command goes on after an interruption.

    Exit code 0 when documents were read, though some be bad; 1 when all were bad; 2 when nothing could be begun or go on.
    """
    known = defaults(published, region)
    settings = Settings(
        kinds=kinds_of(kinds),
        published=known.published.isoformat() if known.published else None,
        region=known.region,
        context=not no_context,
        text_column=text_column,
        id_column=id_column,
        published_column=published_column,
        region_column=region_column,
        format=format.value,
        flat=flat,
        keep_text=keep_text,
        max_row_bytes=max_row_bytes,
    )
    _run(inputs, settings, engine, workers, address, part_size, quiet)


def _run(
    words: list[str], settings: Settings, engine: Engine, workers: int | None, address: str | None, part_size: int, quiet: bool
) -> None:
    """``words``: what to read and, last, the folder of results."""
    from .meter import Meter
    from .run import run_corpus

    if len(words) < 2:
        raise InputError("corpus: give what to read and, last, the folder for the results")
    *inputs, out = words
    with Meter(quiet=quiet) as meter:
        summary = run_corpus(
            inputs,
            out,
            settings,
            engine=engine.value,
            workers=workers,
            address=address,
            part_bytes=part_size,
            watcher=meter,
        )
    if not quiet:
        for line in summary_lines(summary, out):
            typer.echo(line)
    if summary.documents and summary.errors == summary.documents:
        typer.echo(f"tadqiq: not one of {summary.documents:,} documents could be read; the first: {summary.shown[0]}", err=True)
        raise typer.Exit(1)


def summary_lines(summary: Summary, out: str) -> list[str]:
    """The end of a run in a few lines; the first bad rows by name."""
    from .meter import rate_of

    claims = ", ".join(f"{kind} {count:,}" for kind, count in sorted(summary.claims.items())) or "none"
    lines = [
        f"documents   {summary.documents:,} ({summary.characters:,} characters)",
        f"claims      {summary.claims.total():,}: {claims}",
        f"errors      {summary.errors:,}",
        f"speed       {rate_of(summary.characters_now, summary.seconds)} characters/s, {summary.seconds:,.1f} s",
        f"parts       {summary.parts:,} in {out}" + (f" ({summary.resumed:,} from before)" if summary.resumed else ""),
    ]
    if summary.errors:
        lines += ["bad rows:", *(f"  {row}" for row in summary.shown)]
        if summary.errors > len(summary.shown):
            lines.append(f"  … all {summary.errors:,} are rows of the result whose column error is set; tadqiq stats counts them")
    return lines


def stats(
    out: Annotated[Path, typer.Argument(help="Folder that tadqiq corpus wrote.")],
    html: Annotated[Path | None, typer.Option(help="Page with plots; without it stats.html in the folder.")] = None,
    top: Annotated[int, typer.Option(min=1, help="How many metrics, years and currencies to list.")] = 15,
) -> None:
    """Count a corpus run's claims by kind, currency, year and metric; write a page of plots."""
    from ..output import write
    from .charts import page
    from .stats import collect, text_lines

    counted = collect(out, top)
    for line in text_lines(counted):
        typer.echo(line)
    target = html or out / "stats.html"
    write(target, [page(counted, str(out)).encode("utf-8")])
    typer.echo(f"page        {target}")
