"""Duckling in a process of its own, since some inputs abort it: texts in, CPU seconds out.

The parent finds the rows that abort it first and leaves them out for everybody; then the child stands by and is asked for one
pass over the texts at a time. Duckling reads each text whole, with the three dimensions that our claims are of, in Arabic.
"""

from __future__ import annotations

import sys
import time

import orjson

from .child import Child, answer

MODULE = "benchmarks.peer"
DIMENSIONS = ["amount-of-money", "time", "number"]
ALL = -1


def bearable(texts: list[str]) -> list[str]:
    """The texts that Duckling survives."""
    kept: list[str] = []
    start = 0
    while start < len(texts):
        rest = texts[start:]
        with Child(MODULE, rest) as child:
            alive = next((at for at in range(len(rest)) if child.ask(at) is None), len(rest))
        kept += rest[:alive]
        start += alive + 1
    return kept


def main() -> None:
    """The child: first the texts, then the number of one, or ALL."""
    import duckling

    zones = duckling.load_time_zones("/usr/share/zoneinfo")
    moment = duckling.parse_ref_time(zones, "UTC", 1_735_689_600)
    arabic = duckling.parse_locale("AR", duckling.default_locale_lang(duckling.parse_lang("AR")))
    context, dimensions = duckling.Context(moment, arabic), duckling.parse_dimensions(DIMENSIONS)
    texts: list[str] = orjson.loads(sys.stdin.buffer.readline())
    for line in sys.stdin.buffer:
        index = orjson.loads(line)
        start = time.process_time()
        for text in texts if index == ALL else [texts[index]]:
            duckling.parse_text(text, context, dimensions, False)
        answer(time.process_time() - start)


if __name__ == "__main__":
    main()
