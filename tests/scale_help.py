"""What tests of corpus runs and of faults share: a corpus, its results in an order of their own, a run in a process to kill."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pyarrow.parquet as pq

ROOT = Path(__file__).parent.parent
TEXT = "بلغت الأرباح 20 مليون دولار في 2019.\n"


def news_rows(count: int) -> bytes:
    """JSONL rows of TEXT, twenty times each, numbered from 0."""
    return b"".join(orjson.dumps({"id": str(n), "text": TEXT * 20}, option=orjson.OPT_APPEND_NEWLINE) for n in range(count))


def write_corpus(path: Path, documents: int, *, poison: int | None = None) -> Path:
    """JSONL rows with two figures each; row ``poison`` (from 1) has the word that kills or fails the fakes."""
    rows = (f"دفعت الشركة {n} دولار في {1990 + n % 30}" + (" poison" if n == poison else "") for n in range(1, documents + 1))
    lines = (orjson.dumps({"id": f"d{n}", "text": text}, option=orjson.OPT_APPEND_NEWLINE) for n, text in enumerate(rows, 1))
    path.write_bytes(b"".join(lines))
    return path


def result_lines(out: Path) -> list[bytes]:
    """All rows of a run as canonical JSON, sorted: two runs are the same when these are."""
    rows: list[dict[str, Any]] = []
    for path in sorted((out / "claims").iterdir()):
        rows += (
            pq.read_table(path).to_pylist() if path.suffix == ".parquet" else map(orjson.loads, path.read_bytes().splitlines())
        )
    return sorted(orjson.dumps(row, option=orjson.OPT_SORT_KEYS) for row in rows)


def start(out: Path, *arguments: str, extractor: str = "slow_claims") -> subprocess.Popen[str]:
    """A run of tests/scale_run.py, which is ``run_corpus`` with a fake extractor, as a process of its own group."""
    command = [sys.executable, "-m", "tests.scale_run", *arguments, str(out), extractor]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)


def finish(process: subprocess.Popen[str], seconds: float = 120) -> tuple[int, str, str]:
    """Exit code, standard output and error."""
    out, err = process.communicate(timeout=seconds)
    return process.returncode, out, err


def committed(out: Path) -> int:
    manifest = out / "manifest.jsonl"
    return manifest.read_bytes().count(b"\n") if manifest.exists() else 0


def wait_until(holds: Callable[[], bool], process: subprocess.Popen[str], seconds: float = 60) -> None:
    """Until a condition holds, or the process has ended, or it took too long (both are the test's failure)."""
    end = time.monotonic() + seconds
    while not holds():
        if process.poll() is not None or time.monotonic() > end:
            raise AssertionError(f"the run did not come so far: {finish(process) if process.poll() is not None else 'too slow'}")
        time.sleep(0.01)


def children(pid: int) -> list[int]:
    """The processes that a process has started and that are workers of a run."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((path / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == pid and b"spawn_main" in (path / "cmdline").read_bytes():
                found.append(int(path.name))
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found
