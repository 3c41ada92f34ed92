"""tadqiq, Duckling and the floor over the same texts, by turns: characters a second of CPU time, medians, ratios.

(a) tadqiq: text in memory to the bytes of its claims' JSON, with all context; (b) Duckling, each text whole; (c) the floor: one
``str.translate`` with our table and one compiled scan for digits, the least that a reader of Arabic figures in Python can do.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from statistics import median
from typing import NamedTuple

from pipeline.canonical import dump_row
from pipeline.flow import claim_dicts
from pipeline.text.charmap import load_table

from . import peer, texts

LEAST = 0.2  # seconds of one turn
_DIGITS = re.compile("[0-9]+")
_TABLE = load_table()


class Row(NamedTuple):
    """``dead``: texts that abort Duckling, left out for all; speeds in characters a second, Duckling's 0 where it was not
    asked."""

    name: str
    texts: int
    dead: int
    characters: int
    claims: int
    tadqiq: float
    duckling: float
    floor: float


def tadqiq(given: list[str]) -> None:
    for text in given:
        dump_row("id", claim_dicts(text))


def floor(given: list[str]) -> None:
    for text in given:
        for _ in _DIGITS.finditer(text.translate(_TABLE)):
            pass


def measure(name: str, given: list[str], rounds: int, duckling: bool) -> Row:
    """One row of the table: ``rounds`` turns of each."""
    kept = peer.bearable(given) if duckling else given
    size, claims = texts.characters(kept), sum(len(claim_dicts(text)) for text in kept)
    turns: dict[str, list[float]] = {"tadqiq": [], "duckling": [], "floor": []}
    with peer.Duckling(kept if duckling else []) as child:
        for _ in range(rounds):
            turns["tadqiq"].append(_seconds(lambda: tadqiq(kept)))
            turns["floor"].append(_seconds(lambda: floor(kept)))
            turns["duckling"].append((child.read(-1) or 0) if duckling else 0)
    speeds = {who: size / median(seconds) if median(seconds) else 0 for who, seconds in turns.items()}
    return Row(name, len(given), len(given) - len(kept), size, claims, speeds["tadqiq"], speeds["duckling"], speeds["floor"])


def _seconds(work: Callable[[], None]) -> float:
    """CPU seconds of one call, over as many calls as LEAST asks for."""
    start, calls = time.process_time(), 0
    while True:
        work()
        calls += 1
        spent = time.process_time() - start
        if spent >= LEAST:
            return spent / calls


def table(rows: list[Row]) -> list[str]:
    """Markdown."""
    lines = [
        "| text | texts | characters | claims | tadqiq, chars/s | Duckling, chars/s | times Duckling | floor, chars/s | floors |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in rows:
        peers = (f"{row.duckling:,.0f}", f"{row.tadqiq / row.duckling:.0f}") if row.duckling else ("", "")
        name = f"{row.name} ({row.dead} left out)" if row.dead else row.name
        numbers = f"{row.texts:,} | {row.characters:,} | {row.claims:,} | {row.tadqiq:,.0f} | {peers[0]} | {peers[1]}"
        lines.append(f"| {name} | {numbers} | {row.floor:,.0f} | {row.floor / row.tadqiq:.2f} |")
    return lines
