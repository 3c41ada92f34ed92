"""The engine of a cluster: Ray Data maps the parts over its nodes with the same kernel. In: parts; out: events.

OUT and the input must be seen by every node under the same name. Ray runs a part again whose node is lost; what it gives up
is written as error rows by the driver, as on one machine.
"""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Generator, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

from .local import EngineError, Event
from .plan import Part, Slice
from .settings import Settings

WAVE = 2048
"""Parts given to Ray at a time: each is a block, and a plan may have a million."""

RETRIES = 4


def run_ray(parts: Iterator[Part], out: Path, settings: Settings, workers: int | None, address: str | None) -> Generator[Event]:
    """Extract the parts on the cluster at ``address``, or on one that is started here. Raises EngineError."""
    ray = _ray(address, workers)
    try:
        while wave := list(islice(parts, WAVE)):
            yield from _run_wave(ray, wave, out.resolve(), settings, workers)
    finally:
        ray.shutdown()


def _ray(address: str | None, workers: int | None) -> Any:
    """Ray, joined or started here, and quiet. Raises EngineError."""
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    try:
        import ray
    except ImportError as error:
        get = "in a checkout run make env-engines, else pip install 'CHECKOUT[ray]'"
        raise EngineError(f"no Ray here ({error}); {get}; or leave --engine out") from None
    try:
        if address:
            _knock(address)
            ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR)
        else:
            ray.init(address="local", num_cpus=workers, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    except (OSError, ValueError, RuntimeError) as error:
        raise EngineError(f"no Ray cluster at {address or 'this machine'} ({error}); check --address") from None
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.max_errored_blocks = -1
    return ray


def _knock(address: str) -> None:
    """Raises OSError when nobody listens there: Ray itself would try for minutes and then end the process."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if port.isdigit():
        socket.create_connection((host.strip("[]"), int(port)), timeout=10).close()


def _run_wave(ray: Any, wave: list[Part], out: Path, settings: Settings, workers: int | None) -> Iterator[Event]:
    """Some parts through Ray Data; what it gives up is written as error rows."""
    rows = [{"part": orjson.dumps([part.number, [list(piece) for piece in part.slices]])} for part in wave]
    dataset = ray.data.from_items(rows, override_num_blocks=len(rows)).map_batches(
        write_parts,
        batch_size=1,
        batch_format="pyarrow",
        fn_args=(str(out), settings),
        concurrency=workers,
        num_cpus=1,
        max_retries=RETRIES,  # Ray Data's own is without end, and a part that kills its worker would hold up the run for ever
    )
    missing = {part.number: part for part in wave}
    for row in dataset.iter_rows():
        if row["failed"]:
            raise EngineError(f"{row['failed']}; make room, then start the same command again: it goes on from here")
        commit = orjson.loads(row["commit"])
        del missing[commit["part"]]
        yield Event(characters=commit["characters"], commit=commit)
    for part in missing.values():
        from .part import write_lost_part

        yield Event(notice=f"Ray gave up {part.name}; its rows are reported as errors")
        yield Event(commit=write_lost_part(part, "not extracted, Ray gave the part up", out, settings).as_dict())


def write_parts(table: Any, out: str, settings: Settings) -> Any:
    """A block of the plan into a block of commits; runs on a node."""
    import pyarrow as pa

    from .part import write_part

    commits: list[bytes] = []
    failed: list[str] = []
    for line in table.column("part").to_pylist():
        number, slices = orjson.loads(line)
        try:
            commit = write_part(Part(number, tuple(Slice(*piece) for piece in slices)), Path(out), settings)
        except OSError as error:
            commits, failed = [*commits, b""], [*failed, f"{out}: {error.strerror or error}"]
        else:
            commits, failed = [*commits, orjson.dumps(commit.as_dict())], [*failed, ""]
    return pa.table({"commit": pa.array(commits, pa.binary()), "failed": pa.array(failed, pa.string())})
