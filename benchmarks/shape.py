"""What size does: CPU time a megabyte, peak memory; and what starting costs. Each in processes of its own where memory counts."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from pipeline.canonical import dump_row
from pipeline.flow import claim_dicts

from . import texts

MB = 1_000_000
COMMAND = str(Path(sys.executable).with_name("tadqiq"))


def growth(sizes: list[int], rounds: int) -> list[str]:
    """Milliseconds of CPU a megabyte for growing documents, all sizes by turns, and the peak memory of the command on each."""
    lines = [
        "| megabytes | articles, ms/MB | one line, ms/MB | articles, peak MB | one line, peak MB | allowed MB |",
        "| ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    given = {(size, ends): texts.articles(size * MB, 5, line_ends=ends) for size in sizes for ends in (True, False)}
    spent: dict[tuple[int, bool], list[float]] = {key: [] for key in given}
    for _ in range(rounds):
        for key, text in given.items():
            spent[key].append(_milliseconds(text) / (len(text.encode()) / MB))
    for size in sizes:
        speed = [median(spent[size, ends]) for ends in (True, False)]
        memory = [peak(given[size, ends]) for ends in (True, False)]
        lines.append(f"| {size} | {speed[0]:.0f} | {speed[1]:.0f} | {memory[0]:.0f} | {memory[1]:.0f} | {60 + 12 * size} |")
    return lines


def _milliseconds(text: str) -> float:
    start = time.process_time()
    dump_row("id", claim_dicts(text))
    return (time.process_time() - start) * 1000


# a child's peak counts what its parent held when it was born: a parent of its own, that holds nothing, starts the command
PARENT = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def peak(text: str) -> float:
    """Megabytes that ``tadqiq extract`` takes at most for a text."""
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder, "text.txt"), Path(folder, "out.json")
        path.write_text(text, encoding="utf-8")
        command = [sys.executable, "-c", PARENT, COMMAND, "extract", str(path), "-o", str(out)]
        return int(subprocess.run(command, check=True, capture_output=True).stdout) / 1024


def start(rounds: int) -> list[str]:
    """Wall time of whole processes, the best and the median, in milliseconds; the import from ``-X importtime``."""
    lines = ["| process | best, ms | median, ms |", "| --- | ---: | ---: |"]
    commands = {
        "`python -c pass`": [sys.executable, "-c", "pass"],
        "`tadqiq --version`": [COMMAND, "--version"],
        "`tadqiq extract seeds/coreweave-ipo.txt`": [COMMAND, "extract", str(texts.SEED)],
    }
    for name, command in commands.items():
        spent = sorted(_wall(command) for _ in range(rounds))
        lines.append(f"| {name} | {spent[0]:.0f} | {median(spent):.0f} |")
    imports = sorted(_import() for _ in range(rounds))
    return [*lines, f"| `import pipeline` | {imports[0]:.0f} | {median(imports):.0f} |"]


def _wall(command: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=texts.ROOT)
    return (time.perf_counter() - begun) * 1000


def _import() -> float:
    command = [sys.executable, "-X", "importtime", "-c", "import pipeline"]
    told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=texts.ROOT).stderr
    last = next(line for line in reversed(told.splitlines()) if line.endswith("| pipeline"))
    return int(last.split("|")[1]) / 1000
