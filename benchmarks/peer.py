"""Duckling in a process of its own, since some inputs abort it: texts in, CPU seconds out.

The parent finds the rows that abort it first and leaves them out for everybody; then the child stands by and is asked for one
pass over the texts at a time. It speaks lines of JSON. Duckling reads each text whole, with the three dimensions that our claims
are of, in Arabic.
"""

from __future__ import annotations

import subprocess
import sys
import time
from types import TracebackType
from typing import Any

import orjson

DIMENSIONS = ["amount-of-money", "time", "number"]


class Duckling:
    """A child that has read ``texts``; ``pass_seconds`` is one run over them. A context manager."""

    def __init__(self, texts: list[str]) -> None:
        command = [sys.executable, "-m", "benchmarks.peer"]
        self._child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self._say(texts)

    def __enter__(self) -> Duckling:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._child.kill()
        self._child.communicate()

    def read(self, index: int) -> float | None:
        """CPU seconds for one text, or for all with -1; None where the child died of it."""
        try:
            self._say(index)
            return float(self._hear())
        except (BrokenPipeError, orjson.JSONDecodeError):
            return None

    def _say(self, message: Any) -> None:
        assert self._child.stdin is not None
        self._child.stdin.write(orjson.dumps(message, option=orjson.OPT_APPEND_NEWLINE))
        self._child.stdin.flush()

    def _hear(self) -> Any:
        assert self._child.stdout is not None
        return orjson.loads(self._child.stdout.readline())


def bearable(texts: list[str]) -> list[str]:
    """The texts that Duckling survives."""
    kept: list[str] = []
    start = 0
    while start < len(texts):
        with Duckling(texts[start:]) as child:
            alive = next((at for at in range(len(texts) - start) if child.read(at) is None), len(texts) - start)
        kept += texts[start : start + alive]
        start += alive + 1
    return kept


def main() -> None:
    """The child."""
    import duckling

    zones = duckling.load_time_zones("/usr/share/zoneinfo")
    moment = duckling.parse_ref_time(zones, "UTC", 1_735_689_600)
    arabic = duckling.parse_locale("AR", duckling.default_locale_lang(duckling.parse_lang("AR")))
    context, dimensions = duckling.Context(moment, arabic), duckling.parse_dimensions(DIMENSIONS)
    texts: list[str] = orjson.loads(sys.stdin.buffer.readline())
    for line in sys.stdin.buffer:
        index = orjson.loads(line)
        start = time.process_time()
        for text in texts if index < 0 else [texts[index]]:
            duckling.parse_text(text, context, dimensions, False)
        sys.stdout.buffer.write(orjson.dumps(time.process_time() - start, option=orjson.OPT_APPEND_NEWLINE))
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
