"""The texts of the measurements: the seed, the rows of the bench beside this checkout, generated articles of our own."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import orjson

from .make_corpus import FIGURES, FIRMS, MEN, METRICS, PLACES, PLAIN, WOMEN

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "coreweave-ipo.txt"
BENCH = ROOT.parent / "shared" / "bench"
PARAGRAPH = 5


def seed() -> list[str]:
    return [SEED.read_text(encoding="utf-8")]


def rows(name: str) -> list[str] | None:
    """The texts of a JSONL file of the bench, None where it is not there."""
    path = BENCH / f"{name}.jsonl"
    if not path.exists():
        return None
    with open(path, "rb") as file:
        return [orjson.loads(line)["text"] for line in file]


def articles(size: int, percent: int, line_ends: bool = True) -> str:
    """An article stream of about ``size`` bytes of UTF-8, ``percent`` of its sentences with a claim or two; or all of it in
    one line. The same arguments give the same text."""
    dice = random.Random(size * 101 + percent)
    made, parts = 0, []
    for number, sentence in enumerate(_sentences(dice, percent), 1):
        parts.append(sentence)
        parts.append("\n" if line_ends and number % PARAGRAPH == 0 else " ")
        made += len(sentence.encode()) + 1
        if made >= size:
            break
    return "".join(parts)


def _sentences(dice: random.Random, percent: int) -> Iterator[str]:
    while True:
        low, year = dice.randrange(2, 400), dice.randrange(2008, 2026)
        yield dice.choice(FIGURES if dice.randrange(100) < percent else PLAIN).format(
            place=dice.choice(PLACES), woman=dice.choice(WOMEN), man=dice.choice(MEN), firm=dice.choice(FIRMS),
            metric=dice.choice(METRICS), a=low + dice.randrange(1, 300), b=dice.randrange(1, 10), c=low,
            p=dice.randrange(1, 60), q=dice.randrange(1, 10), year=year, before=year - dice.randrange(1, 6),
        )  # fmt: skip


def characters(texts: list[str]) -> int:
    return sum(map(len, texts))
