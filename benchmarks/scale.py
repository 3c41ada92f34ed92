"""Speed and memory of a corpus run: ``python benchmarks/scale.py news.jsonl [--workers 1 2]``. In: a corpus; out: for each number
of workers the characters a second and the memory of all processes together, sampled all along (Linux)."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import orjson

PAGE = os.sysconf("SC_PAGE_SIZE")


def tree(root: int) -> list[int]:
    """A process and all below it."""
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((path / "stat").read_text().rpartition(")")[2].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
        parents.setdefault(parent, []).append(int(path.name))
    found = [root]
    for process in found:
        found += parents.get(process, [])
    return found


def resident(processes: list[int]) -> int:
    """Bytes in memory; pages that several processes share count several times."""
    total = 0
    for process in processes:
        try:
            total += int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE
        except (FileNotFoundError, ProcessLookupError):
            continue
    return total


def measure(corpus: Path, workers: int, options: list[str]) -> tuple[int, float, int, int]:
    """Characters, seconds, memory in the first tenth of the samples and at its highest."""
    with tempfile.TemporaryDirectory(dir=corpus.parent) as out:
        command = [
            sys.executable,
            "-m",
            "pipeline",
            "corpus",
            corpus,
            Path(out, "out"),
            "--workers",
            str(workers),
            "--quiet",
            *options,
        ]
        started = time.monotonic()
        samples = []
        with subprocess.Popen(list(map(str, command))) as process:
            while process.poll() is None:
                samples.append(resident(tree(process.pid)))
                time.sleep(0.25)
        seconds = time.monotonic() - started
        if process.returncode:
            raise SystemExit(process.returncode)
        commits = [orjson.loads(line) for line in Path(out, "out", "manifest.jsonl").read_bytes().splitlines()]
    early = max(samples[: max(20, len(samples) // 10)])
    return sum(commit["characters"] for commit in commits), seconds, early, max(samples)


def main() -> None:
    """Prints a line for each number of workers."""
    parser = argparse.ArgumentParser(description="Time a corpus run and watch its memory.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    given, options = parser.parse_known_args()
    rates = []
    for workers in given.workers:
        characters, seconds, early, highest = measure(given.corpus, workers, options)
        rates.append(characters / seconds)
        print(
            f"{workers} workers: {seconds:8.1f} s, {rates[-1]:12,.0f} characters/s, {rates[-1] / rates[0]:.2f} times the first; "
            f"memory {early / 1e6:,.0f} MB early, {highest / 1e6:,.0f} MB at most"
        )


if __name__ == "__main__":
    main()
