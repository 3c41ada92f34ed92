"""Fuzzes the extractor with atheris for a bounded time: exit 0 where nothing is found, else the input stands in build/fuzz.

``python -m tests.fuzz --seconds 600``; ``python -m tests.fuzz build/fuzz/crash-…`` shows what one input breaks.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["pipeline"]):
    from tests.fuzz.laws import broken

from tests.fuzz.text import text_of

CORPUS = Path(__file__).parent / "corpus"
BUILD = Path("build/fuzz")
# an input that takes longer is a finding; the slowest of a thousand bytes take a tenth of a second
SECONDS_EACH = 20
LONGEST = 1024


def one_input(data: bytes) -> None:
    lines = broken(text_of(data))
    if lines:
        raise AssertionError("\n".join([repr(text_of(data)), *lines]))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("inputs", nargs="*", type=Path, help="inputs to run once each")
    options = parser.parse_args()
    words = [sys.argv[0], f"-timeout={SECONDS_EACH}", "-rss_limit_mb=2048"]
    if options.inputs:
        words += map(str, options.inputs)
    else:
        (BUILD / "corpus").mkdir(parents=True, exist_ok=True)
        words += [
            f"-max_total_time={options.seconds}",
            f"-max_len={LONGEST}",
            f"-artifact_prefix={BUILD}/",
            str(BUILD / "corpus"),
            str(CORPUS),
        ]
    atheris.Setup(words, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
