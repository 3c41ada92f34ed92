"""tadqiq, Duckling and the floor over the same texts, by turns: characters a second of CPU time, medians, ratios.

tadqiq: text in memory to the bytes of its claims' JSON, with all context; as it is, and compiled by mypyc. Duckling: each text
whole. The floor: one ``str.translate`` with our table and one compiled scan for digits, the least that a reader of Arabic figures
in Python can do.
"""

from __future__ import annotations

import re
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import NamedTuple

from pipeline.text.charmap import load_table

from . import ours, peer, texts
from .child import Child

_DIGITS = re.compile("[0-9]+")
_TABLE = load_table()


class Row(NamedTuple):
    """``dead``: texts that abort Duckling, left out for all. Speeds in characters a second, 0 of what was not asked; ``times``
    and ``floors``: tadqiq's and the compiled package's speed in Duckling's and time in the floor's, medians over the turns."""

    name: str
    texts: int
    dead: int
    characters: int
    claims: int
    tadqiq: float
    compiled: float
    duckling: float
    floor: float
    times: tuple[float, float]
    floors: tuple[float, float]


def floor(given: list[str]) -> None:
    """The least work: each text translated and scanned for digits."""
    for text in given:
        for _ in _DIGITS.finditer(text.translate(_TABLE)):
            pass


def measure(name: str, given: list[str], rounds: int, duckling: bool, fast: Path | None) -> Row:
    """One row of the table: ``rounds`` turns of each. Raises RuntimeError where the compiled package finds other claims."""
    kept = peer.bearable(given) if duckling else given
    turns: dict[str, list[float]] = {"tadqiq": [], "compiled": [], "duckling": [], "floor": []}
    with ExitStack() as stack:
        plain = stack.enter_context(Child(ours.MODULE, ["", kept]))
        quick = stack.enter_context(Child(ours.MODULE, [str(fast), kept])) if fast is not None else None
        other = stack.enter_context(Child(peer.MODULE, kept)) if duckling else None
        for _ in range(rounds):
            spent, digest, claims = plain.ask("")
            turns["tadqiq"].append(spent)
            if quick is not None:
                spent, theirs, _ = quick.ask("")
                if digest != theirs:
                    raise RuntimeError(f"{name}: the compiled package finds other claims")
                turns["compiled"].append(spent)
            turns["floor"].append(ours.seconds(lambda: floor(kept)))
            if other is not None:
                turns["duckling"].append(other.ask(peer.ALL))
    size = texts.characters(kept)
    speeds = {who: size / median(spent) if spent else 0.0 for who, spent in turns.items()}
    times = _ratio(turns["duckling"], turns["tadqiq"]), _ratio(turns["duckling"], turns["compiled"])
    floors = _ratio(turns["tadqiq"], turns["floor"]), _ratio(turns["compiled"], turns["floor"])
    return Row(name, len(given), len(given) - len(kept), size, claims, **speeds, times=times, floors=floors)


def _ratio(some: list[float], others: list[float]) -> float:
    """Turn by turn, since what stands side by side in time had the same machine."""
    return median(a / b for a, b in zip(some, others, strict=True)) if some and others else 0.0


def table(rows: list[Row]) -> list[str]:
    """Markdown, speeds in thousands of characters a second."""
    lines = [
        "| text | characters | claims | Duckling | tadqiq | compiled | times | compiled | floor | floors | compiled |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in rows:
        name = f"{row.name}: {row.texts:,} texts, {row.dead} left out" if row.dead else row.name
        speeds = [f"{speed / 1000:,.0f}" if speed else "" for speed in (row.duckling, row.tadqiq, row.compiled)]
        times = [f"{ratio:.0f}" if ratio else "" for ratio in row.times]
        floors = [f"{ratio:.2f}" if ratio else "" for ratio in row.floors]
        cells = [name, f"{row.characters:,}", f"{row.claims:,}", *speeds, *times, f"{row.floor / 1000:,.0f}", *floors]
        lines.append(f"| {' | '.join(cells)} |")
    return lines
