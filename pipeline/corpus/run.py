"""A run from its inputs to its summary: plan or resume, hand what is left to an engine, note each part that is done."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal, Protocol

from ..errors import InputError
from .local import EngineError, Event, run_local
from .plan import Part
from .settings import DEFAULT, PART_BYTES, Settings
from .store import Store

Engine = Literal["local", "ray"]
StartEngine = Callable[[Iterator[Part], int], Generator[Event]]
BAD_ROWS_SHOWN = 10


class Watcher(Protocol):
    """Told how far a run is; the command line draws a bar."""

    def begin(self, total_bytes: int, done_bytes: int, resumed: int) -> None: ...

    def event(self, event: Event, done_bytes: int) -> None: ...


@dataclass(slots=True)
class Summary:
    """All of OUT's documents, whichever run they are of; ``characters_now`` and ``seconds`` are of this run."""

    parts: int = 0
    resumed: int = 0
    documents: int = 0
    characters: int = 0
    errors: int = 0
    claims: Counter[str] = field(default_factory=Counter)
    shown: list[str] = field(default_factory=list)
    characters_now: int = 0
    seconds: float = 0.0

    def add(self, commit: dict[str, Any]) -> None:
        """Counts a part that is done."""
        self.parts += 1
        self.documents += commit["documents"]
        self.characters += commit["characters"]
        self.errors += commit["errors"]
        self.claims.update(commit["claims"])
        self.shown += commit["shown"][: BAD_ROWS_SHOWN - len(self.shown)]


def run_corpus(
    inputs: Sequence[str],
    out: str | Path,
    settings: Settings = DEFAULT,
    *,
    engine: Engine = "local",
    workers: int | None = None,
    address: str | None = None,
    part_bytes: int = PART_BYTES,
    watcher: Watcher | None = None,
) -> Summary:
    """Extract the documents of all inputs into the folder ``out``, or go on where an earlier run of the same arguments ended.

    Raises InputError (input or OUT unfit) or EngineError (disk full, no cluster); what is committed stays. Without Arrow, which
    the workers load and the driver does not, ModuleNotFoundError comes before anything is made.
    """
    if find_spec("pyarrow") is None:
        raise ModuleNotFoundError("No module named 'pyarrow'", name="pyarrow")
    if address is not None and engine != "ray":
        raise InputError(f"--address {address}: names a Ray cluster; add --engine ray, or leave it out")
    started = time.monotonic()
    try:
        with closing(Store(Path(out))) as store:
            facts = store.prepare(tuple(inputs), settings, part_bytes)
            summary = _run(
                store, facts, watcher, lambda parts, left: _engine(engine, parts, store.out, settings, workers, left, address)
            )
            store.check_unchanged(tuple(inputs), facts)
            (store.out / "stdin.jsonl").unlink(missing_ok=True)
    except OSError as error:
        raise EngineError(
            f"{error.filename or out}: {error.strerror or error}; mend that, then start the same command again"
        ) from None
    summary.seconds = time.monotonic() - started
    return summary


def _run(store: Store, facts: dict[str, Any], watcher: Watcher | None, engine: StartEngine) -> Summary:
    """What is left of the plan through the engine, each part noted as it is done."""
    summary = Summary()
    done = set[int]()
    for commit in store.commits():
        summary.add(commit)
        done.add(commit["part"])
    summary.resumed = summary.parts
    sizes = _Sizes(store, done)
    if watcher:
        watcher.begin(facts["bytes"], sizes.done, summary.resumed)
    with closing(engine(sizes.parts_left(), facts["parts"] - len(done))) as events:
        for event in events:
            summary.characters_now += event.characters
            if event.commit is not None:
                store.add(event.commit)
                summary.add(event.commit)
                sizes.commit(event.commit["part"])
            if watcher:
                watcher.event(event, sizes.done)
    return summary


class _Sizes:
    """The plan, less what is done, and how many of its bytes are."""

    def __init__(self, store: Store, finished: set[int]) -> None:
        self._store, self._finished = store, finished
        self._running: dict[int, int] = {}
        self.done = sum(part.size for part in store.parts() if part.number in finished)

    def parts_left(self) -> Iterator[Part]:
        """The parts that are not done, in order."""
        for part in self._store.parts():
            if part.number not in self._finished:
                self._running[part.number] = part.size
                yield part

    def commit(self, number: int) -> None:
        self.done += self._running.pop(number)


def _engine(
    name: Engine, parts: Iterator[Part], out: Path, settings: Settings, workers: int | None, left: int, address: str | None
) -> Generator[Event]:
    if workers is not None and workers < 1:
        raise InputError(f"--workers {workers}: give 1 or more")
    if not left:
        return _nothing()
    if name == "ray":
        from .ray_engine import run_ray

        return run_ray(parts, out, settings, workers, address)
    return run_local(parts, out, settings, min(workers or _cores(), left))


def _cores() -> int:
    """Those that this process may use: in a container or a cluster's job fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _nothing() -> Generator[Event]:
    yield from ()
