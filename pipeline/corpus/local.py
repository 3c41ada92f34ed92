"""The engine of one machine: processes that pull parts. In: parts; out: events, in the order in which they happen.

A worker that dies (kill -9, out of memory) costs the part it was at, which another takes again; a part at which three have
died is written as error rows, and the run goes on. When the driver dies its workers end themselves.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from ..errors import TadqiqError
from .plan import Part
from .settings import Settings

DEATHS = 3
_SPAWN = get_context("spawn")


class EngineError(TadqiqError):
    """A run that cannot go on; what is committed stays, and the same command goes on from there."""


@dataclass(frozen=True, slots=True)
class Event:
    """``characters`` more are extracted, or a part is done (``commit``), or something is worth a line (``notice``)."""

    characters: int = 0
    commit: dict[str, Any] | None = None
    notice: str | None = None


@dataclass(slots=True)
class _Task:
    """A part, how many workers have died at it, and the reason to give it up for."""

    part: Part
    deaths: int = 0
    reason: str = ""


class _Worker:
    """A process with what it is at; it is ``ready`` once it has said so."""

    def __init__(self, out: Path, settings: Settings) -> None:
        self.task: _Task | None = None
        self.ready = False
        self.connection, theirs = _SPAWN.Pipe()
        self.process = _SPAWN.Process(target=_work, args=(theirs, out, settings), daemon=True)
        self.process.start()
        theirs.close()

    def give(self, task: _Task) -> None:
        """Sends a part to be extracted, or one that is given up to be written as errors."""
        self.task = task
        with suppress(BrokenPipeError):  # it died idle; the closed connection tells
            self.connection.send((task.part, task.reason if task.deaths >= DEATHS else ""))

    def end(self) -> int | None:
        """Stop it; its exit code (negative: the signal that killed it)."""
        self.connection.close()
        self.process.join(0.2 if self.task else 5)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        return self.process.exitcode


class _Pool:
    """The workers at work and the parts that wait for one; a dead worker's part is the next."""

    def __init__(self, parts: Iterator[Part], out: Path, settings: Settings, size: int) -> None:
        self._parts, self._out, self._settings, self._size = parts, out, settings, size
        self._again = deque[_Task]()
        self._workers: list[_Worker] = []
        self._failed_starts = 0

    def fill(self) -> bool:
        """Starts workers while there are parts for them; whether any is at work."""
        while len(self._workers) < self._size and (task := self._next()):
            self._workers.append(worker := _Worker(self._out, self._settings))
            worker.task = task
        return bool(self._workers)

    def events(self) -> Iterator[Event]:
        """Waits until workers have something to say, hears them and gives them more to do."""
        ready = wait([worker.connection for worker in self._workers])
        for worker in [worker for worker in self._workers if worker.connection in ready]:
            try:
                kind, content = worker.connection.recv()
            except (EOFError, OSError):
                yield from self._died(worker)
            else:
                yield from _heard(worker, kind, content)
                self._go_on(worker, kind)

    def end(self) -> None:
        """Stops all workers."""
        for worker in self._workers:
            worker.end()

    def _next(self) -> _Task | None:
        if self._again:
            return self._again.popleft()
        part = next(self._parts, None)
        return None if part is None else _Task(part)

    def _died(self, worker: _Worker) -> Iterator[Event]:
        self._workers.remove(worker)
        code = worker.end()
        self._failed_starts = 0 if worker.ready else self._failed_starts + 1
        if self._failed_starts >= DEATHS:
            raise EngineError(f"no worker starts (exit code {code}); mend what the message above says") from None
        yield from _lost(worker, self._again, code)

    def _go_on(self, worker: _Worker, kind: str) -> None:
        """The worker's first part, or the next; where none is left it ends."""
        if kind == "ready" and worker.task:
            worker.give(worker.task)
        elif kind == "done" and (task := self._next()):
            worker.give(task)
        elif kind == "done":
            self._workers.remove(worker)
            worker.task = None
            worker.end()


def run_local(parts: Iterator[Part], out: Path, settings: Settings, workers: int) -> Generator[Event]:
    """Extract the parts with so many processes. Raises EngineError when OUT cannot be written or no worker starts."""
    pool = _Pool(parts, out, settings, workers)
    try:
        while pool.fill():
            yield from pool.events()
    finally:
        pool.end()


def _heard(worker: _Worker, kind: str, content: Any) -> Iterator[Event]:
    """A worker's message as an event. Raises EngineError for the one that OUT cannot be written."""
    if kind == "ready":
        worker.ready = True
    elif kind == "progress":
        yield Event(characters=content)
    elif kind == "done":
        yield Event(commit=content)
    else:
        raise EngineError(f"{content}; make room, then start the same command again: it goes on from here")


def _lost(worker: _Worker, tasks: deque[_Task], code: int | None) -> Iterator[Event]:
    """A dead worker's part goes back to the head of the queue."""
    task = worker.task
    if task is None:
        return
    if not worker.ready:
        tasks.appendleft(task)
        return
    how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
    if task.deaths >= DEATHS:
        raise EngineError(f"{task.part.name}: not even its error rows can be written ({how}); look at memory and disk")
    task.deaths += 1
    task.reason = f"not extracted, the worker died {DEATHS} times ({how})"
    again = "is tried again" if task.deaths < DEATHS else "is given up: its rows are reported as errors"
    tasks.appendleft(task)
    yield Event(notice=f"a worker died at {task.part.name} ({how}); the part {again}")


def _work(connection: Connection, out: Path, settings: Settings) -> None:
    """A worker: parts come in over the connection until it closes, commits go out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the driver decides
    threading.Thread(target=_end_with_parent, daemon=True).start()
    import pyarrow as pa

    from .part import write_lost_part, write_part

    pa.set_memory_pool(pa.system_memory_pool())  # gives back what it does not need: 30 MB less per worker than the default

    def tell(characters: int) -> None:
        connection.send(("progress", characters))

    with suppress(EOFError, BrokenPipeError):
        connection.send(("ready", None))
        while True:
            part, reason = connection.recv()
            try:
                commit = write_lost_part(part, reason, out, settings) if reason else write_part(part, out, settings, tell)
            except BrokenPipeError:
                return
            except OSError as error:
                connection.send(("failed", f"{out}: {error.strerror or error}"))
                return
            connection.send(("done", commit.as_dict()))


def _end_with_parent() -> None:
    driver = parent_process()
    if driver is not None:
        driver.join()
        os._exit(1)
