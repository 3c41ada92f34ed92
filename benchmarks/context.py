"""What context costs: ``python -m benchmarks.context`` prints, for the seed and the bench's texts, the speed of extraction with
all context as a share of its speed without, medians of turns side by side in one run."""

from __future__ import annotations

import sys
from statistics import median

from pipeline.flow import claim_dicts

from . import ours, texts

TURNS = 11


def share(given: list[str]) -> float:
    """The speed with context in that without it, turn by turn."""

    def read(context: bool) -> None:
        for text in given:
            claim_dicts(text, context=context)

    read(True)
    turns = [(ours.seconds(lambda: read(False)), ours.seconds(lambda: read(True))) for _ in range(TURNS)]
    return median(without / with_all for without, with_all in turns)


if __name__ == "__main__":
    sys.stdout.write("| text | with context, of the speed without |\n| --- | ---: |\n")
    found = {name: texts.rows(name) or [] for name in ("news", "wiki", "press")}
    sets = {"seed": texts.seed(), "news and wiki": found["news"] + found["wiki"], **found}
    for name, given in sets.items():
        if given:
            sys.stdout.write(f"| {name} | {share(given):.2f} |\n")
