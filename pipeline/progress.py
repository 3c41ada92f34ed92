"""How far a long run has come, on a terminal: nothing for what takes less than a second, and nothing into a pipe."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .sources import SourceText

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0  # seconds


def watched(documents: Iterable[SourceText], total: int | None, *, quiet: bool) -> Iterator[SourceText]:
    """The same documents; a bar on standard error once they take longer than a second. ``total``: their bytes, if known."""
    if quiet or not sys.stderr.isatty():
        yield from documents
        return
    started, done, bar = time.monotonic(), 0, None
    try:
        for document in documents:
            yield document
            done += document.size
            if bar is None and time.monotonic() - started > PATIENCE:
                bar = _bar(total)
            if bar is not None:
                bar.update(bar.task_ids[0], completed=done)
    finally:
        if bar is not None:
            bar.stop()


def _bar(total: int | None) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("extracting", total=total)
    bar.start()
    return bar
