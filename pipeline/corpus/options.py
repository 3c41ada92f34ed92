"""The options of ``tadqiq corpus`` as typer types."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Engine(StrEnum):
    """Where a run takes place."""

    local = "local"
    ray = "ray"


class Format(StrEnum):
    """The kind of the result's files, and their ending."""

    parquet = "parquet"
    jsonl = "jsonl"


# bytes: no part is larger, and no string of Arrow
_LARGEST_PART, _LONGEST_TEXT = 10**15, 2 * 10**9

Inputs = Annotated[
    list[str], typer.Argument(metavar="IN... OUT", help="Files, folders, globs, URLs or -; last the folder of results.")
]
Engines = Annotated[Engine, typer.Option(help="Where it runs: the cores of this machine, or a Ray cluster.")]
Address = Annotated[str | None, typer.Option(help="Address of the Ray cluster; without it Ray is started here.")]
Workers = Annotated[int | None, typer.Option(min=1, help="Processes at once; without it all cores.")]
Formats = Annotated[Format, typer.Option(help="Kind of the result's files.")]
Flat = Annotated[bool, typer.Option("--flat", help="One row per claim, not per document.")]
KeepText = Annotated[bool, typer.Option("--keep-text", help="Keep texts beside the claims (of HTML: always).")]
TextColumn = Annotated[str, typer.Option(help="Column with the text, in JSONL, CSV and Parquet.")]
IdColumn = Annotated[str, typer.Option(help="Column with the document's id.")]
PublishedColumn = Annotated[str, typer.Option(help="Column with the date of publication.")]
RegionColumn = Annotated[str, typer.Option(help="Column with the document's country.")]
NoContext = Annotated[bool, typer.Option("--no-context", help="Leave the context of claims out; faster.")]
PartSize = Annotated[int, typer.Option(min=1, max=_LARGEST_PART, help="Input bytes of a part.")]
MaxRowBytes = Annotated[
    int, typer.Option(min=1, max=_LONGEST_TEXT, help="A longer document (bytes of UTF-8) is reported, not extracted.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")]
