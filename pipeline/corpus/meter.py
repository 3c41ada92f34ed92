"""How far a run is, on standard error: a bar with rate and time left on a terminal, a line now and then in a log."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from .local import Event

LOG_SECONDS = 30


class Meter:
    """A ``run.Watcher``. Rate is of characters extracted, time left of input bytes committed."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._console = Console(stderr=True, quiet=quiet)
        self._log = not quiet and not sys.stderr.isatty()
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeElapsedColumn(),
            TextColumn("left"),
            TimeRemainingColumn(),
            console=self._console,
            disable=quiet or self._log,
        )
        self._task: TaskID | None = None
        self._total = self._at_start = self._characters = 0
        self._started = self._logged = 0.0

    def begin(self, total_bytes: int, done_bytes: int, resumed: int) -> None:
        """See :meth:`run.Watcher.begin`."""
        if resumed:
            self._console.print(f"going on: {resumed} parts are done already", highlight=False)
        self._total, self._at_start = total_bytes, done_bytes
        self._started = self._logged = time.monotonic()
        self._task = self._bar.add_task("extracting", total=total_bytes, completed=done_bytes, rate="")
        self._bar.start()

    def event(self, event: Event, done_bytes: int) -> None:
        """See :meth:`run.Watcher.event`."""
        self._characters += event.characters
        if event.notice:
            self._console.print(event.notice, highlight=False, soft_wrap=True)
        now = time.monotonic()
        rate = f"{rate_of(self._characters, now - self._started)} characters/s"
        if self._task is not None:
            self._bar.update(self._task, completed=done_bytes, rate=rate)
        if self._log and now - self._logged >= LOG_SECONDS:
            self._logged = now
            self._console.print(f"{self._share(done_bytes)}, {rate}, {self._left(done_bytes, now)}", highlight=False)

    def _share(self, done_bytes: int) -> str:
        return f"{100 * done_bytes // max(1, self._total)}% of {self._total / 1e6:,.0f} MB"

    def _left(self, done_bytes: int, now: float) -> str:
        if done_bytes <= self._at_start:
            return "time left not known yet"
        seconds = (now - self._started) * (self._total - done_bytes) / (done_bytes - self._at_start)
        return f"about {seconds / 60:,.0f} min left" if seconds >= 90 else f"about {seconds:.0f} s left"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.stop()
        if kind is KeyboardInterrupt:
            self._console.print("interrupted; the same command goes on with what is left", highlight=False)


def rate_of(characters: int, seconds: float) -> str:
    """``1.25 million`` characters (a second), or plain below a million."""
    rate = characters / max(seconds, 0.001)
    return f"{rate / 1e6:.2f} million" if rate >= 1e6 else f"{rate:,.0f}"
