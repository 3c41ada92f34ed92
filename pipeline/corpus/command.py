"""``tadqiq corpus`` and ``tadqiq stats``: options in, a summary out."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import InputError

if TYPE_CHECKING:
    from .run import Summary


class Engine(StrEnum):
    local = "local"
    ray = "ray"


class Format(StrEnum):
    parquet = "parquet"
    jsonl = "jsonl"


KINDS = ("money", "percent", "year", "number")


def corpus(
    inputs: Annotated[
        list[str], typer.Argument(metavar="IN... OUT", help="Files, folders, globs, URLs or -; last the folder of results.")
    ],
    engine: Annotated[Engine, typer.Option(help="Where it runs: the cores of this machine, or a Ray cluster.")] = Engine.local,
    address: Annotated[str | None, typer.Option(help="Address of the Ray cluster; without it Ray is started here.")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes at once; without it all cores.")] = None,
    format: Annotated[Format, typer.Option(help="Kind of the result's files.")] = Format.parquet,
    flat: Annotated[bool, typer.Option("--flat", help="One row per claim, not per document.")] = False,
    keep_text: Annotated[bool, typer.Option("--keep-text", help="Keep texts beside the claims (of HTML: always).")] = False,
    text_column: Annotated[str, typer.Option(help="Column with the text, in JSONL, CSV and Parquet.")] = "text",
    id_column: Annotated[str, typer.Option(help="Column with the document's id.")] = "id",
    published_column: Annotated[str, typer.Option(help="Column with the date of publication.")] = "published",
    region_column: Annotated[str, typer.Option(help="Column with the document's country.")] = "region",
    kinds: Annotated[str, typer.Option(help="Kinds of claims, comma between.")] = "money,percent,year",
    region: Annotated[str | None, typer.Option(help="Country of documents that do not say theirs (ISO code).")] = None,
    no_context: Annotated[bool, typer.Option("--no-context", help="Leave the context of claims out; faster.")] = False,
    part_size: Annotated[int, typer.Option(min=1, help="Input bytes of a part.")] = 8_000_000,
    max_row_bytes: Annotated[
        int, typer.Option(min=1, help="A longer document (bytes of UTF-8) is reported, not extracted.")
    ] = 10_000_000,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")] = False,
) -> None:
    """Extract a whole corpus into a folder of parts; the same command goes on after an interruption.

    Exit code 0 when documents were read, though some be bad; 1 when all were bad; 2 when nothing could be begun or go on.
    """
    from ..sources import parse_region
    from .meter import Meter
    from .run import run_corpus
    from .settings import Settings

    if len(inputs) < 2:
        raise InputError("corpus: give what to read and, last, the folder for the results")
    settings = Settings(
        kinds=_kinds(kinds),
        region=parse_region(region, "--region") if region else None,
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
    with Meter(quiet=quiet) as meter:
        summary = run_corpus(
            inputs[:-1],
            inputs[-1],
            settings,
            engine=engine.value,
            workers=workers,
            address=address,
            part_bytes=part_size,
            watcher=meter,
        )
    if not quiet:
        for line in summary_lines(summary, inputs[-1]):
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


def _kinds(given: str) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(kind.strip() for kind in given.split(",") if kind.strip()))
    unknown = [kind for kind in wanted if kind not in KINDS]
    if unknown or not wanted:
        raise InputError(f"--kinds {given}: {', '.join(unknown) or 'nothing'} is no kind; choose from {', '.join(KINDS)}")
    return wanted
