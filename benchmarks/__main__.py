"""``python -m benchmarks``: the tables of docs/performance.md in Markdown, measured in one run.

``--quick`` takes small texts and few turns; a word picks the tables whose name it begins: ratios, growth, start.
"""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Iterator
from importlib.util import find_spec

from . import ratios, shape, texts
from .compiled import compiled

SHARES = (0, 1, 5, 20)


def main() -> None:
    """Prints the tables that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("tables", nargs="*", choices=["ratios", "growth", "start", []], help="all, unless some are named")
    parser.add_argument("--quick", action="store_true", help="small texts, three turns")
    given = parser.parse_args()
    wanted, quick = given.tables or ["ratios", "growth", "start"], given.quick
    if "ratios" in wanted and find_spec("duckling") is None:
        parser.error("ratios are to Duckling's speed, which is not installed; `make bench SPEED=ratios` sets it up")
    print(f"{platform.machine()}, {os.cpu_count()} cores, {_processor()}, Python {platform.python_version()}\n")
    rounds = 3 if quick else 5
    if "ratios" in wanted:
        fast = compiled()
        for place, (name, some, peer) in enumerate(_texts(1 if quick else 10)):
            row = ratios.measure(name, some, rounds if peer else 3, peer, fast)
            print("\n".join(ratios.table([row])[0 if place == 0 else -1 :]), flush=True)
        print()
    if "growth" in wanted:
        print("\n".join(shape.growth([1, 2] if quick else [1, 2, 4, 8, 16], 3)), end="\n\n")
    if "start" in wanted:
        print("\n".join(shape.start(rounds)))


def _texts(megabytes: int) -> Iterator[tuple[str, list[str], bool]]:
    """Name, texts, and whether Duckling reads them too: at its speed ten megabytes would take a minute a turn."""
    yield "seed", texts.seed(), True
    for name in ("news", "wiki"):
        rows = texts.rows(name)
        if rows is not None:
            yield name, rows, True
    size = megabytes * shape.MB
    for share in SHARES:
        yield f"{megabytes} MB of articles, {share}% with claims", [texts.articles(size, share)], False
    yield f"{megabytes} MB in one line, 5% with claims", [texts.articles(size, 5, line_ends=False)], False


def _processor() -> str:
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown processor")


if __name__ == "__main__":
    main()
