"""Hostile texts by name, and how long each takes: ``python -m tests.fuzz.hostile [MEGABYTES] [NEWS.jsonl]`` prints the table of
docs/reliability.md. The measure is CPU time for a character, as a multiple of what ordinary news takes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import orjson

from pipeline.flow import claim_dicts

SEED = Path(__file__).parents[2] / "seeds" / "coreweave-ipo.txt"


class Hostile(NamedTuple):
    """A text of ``unit`` again and again between ``head`` and ``tail``, which hold claims, so that no scan passes it by."""

    unit: str
    head: str = "بلغ 5% "
    tail: str = " نحو 7% في عام 1990"

    def text(self, size: int) -> str:
        return self.head + (self.unit * (size // len(self.unit) + 1))[:size] + self.tail


# texts without claims, or with few: bounded for each character
SPARSE = {
    "digits, one run": Hostile("7"),
    "numbers of 11 digits": Hostile("12345678901 "),
    "numbers of 10,000 digits": Hostile("7" * 10_000 + " مليون دولار، "),
    "digits with a comma each": Hostile("1,"),
    "digits with a point each": Hostile("1."),
    "commas": Hostile(","),
    "points": Hostile("."),
    "points and spaces": Hostile(". "),
    "Arabic thousands separators": Hostile("٬"),
    "hyphens": Hostile("-"),
    "و": Hostile("و"),
    "و, spaced": Hostile("و "),
    "one number word": Hostile("ثلاثة "),
    "one number word, joined": Hostile("ثلاثة و"),
    "مليون": Hostile("مليون "),
    "مليون, joined": Hostile("ومليون "),
    "a number without an end": Hostile("ثلاثمئة وخمسة وعشرون ألفا و"),
    "halves": Hostile("ونصف "),
    "one currency word": Hostile("ريال "),
    "dollar signs": Hostile("$"),
    "percent signs": Hostile("%"),
    "nested ranges, من إلى": Hostile("من 1 إلى "),
    "nested ranges, بين و": Hostile("بين 3 و"),
    "nested ranges, hyphens": Hostile("1-"),
    "exponents": Hostile("1e5 "),
    "verbs of saying": Hostile("وقال "),
    "prepositions": Hostile("من "),
    "quotation marks": Hostile("«"),
    "bidi controls": Hostile("\u202b"),
    "marks on one letter": Hostile("\u064e"),
    "strokes (tatweel)": Hostile("ـ"),
    "ligatures": Hostile("\ufdfa"),
    "one word": Hostile("ب"),
    "Latin letters": Hostile("a"),
    "letters and digits": Hostile("a5"),
    "addresses": Hostile("a@b."),
    "abbreviations": Hostile("ر.س "),
    "empty lines": Hostile("\n"),
    "spaces": Hostile(" "),
    "half surrogates": Hostile("\ud800"),
    "years in a row": Hostile("1990 "),
    "spans of years in a row": Hostile("1990-1995-"),
    "decimals of the wire in a row": Hostile("5ر4 "),
}
# texts that are all claims: bounded for each claim
DENSE = {
    "percentages, unspaced": Hostile("1%"),
    "amounts": Hostile("5 ريال "),
    "amounts, joined": Hostile("5 دولارات و"),
    "years": Hostile("عام 1990، "),
    "dates": Hostile("1/1/1990 "),
    "years in brackets": Hostile("(1990 "),
    "relative years": Hostile("العام الماضي "),
    "decades": Hostile("الثمانينيات "),
    "percentages in quotation marks": Hostile("«5% "),
    "a clause of news without an end": Hostile("ارتفعت أرباح شركة أبل بنسبة 5% إلى 3 ملايين دولار في عام 1990 و"),
    "في المئة": Hostile("في المئة "),
    "amounts with a unit": Hostile("5 دولارات للبرميل "),
    "decimals of the wire": Hostile("5ر4% "),
}


def seconds(text: str, runs: int = 1, read: Callable[[str], object] = claim_dicts) -> float:
    """CPU time of the best of some runs: a busy machine does not count."""
    best = float("inf")
    for _ in range(runs):
        started = time.process_time()
        read(text)
        best = min(best, time.process_time() - started)
    return best


def warm_up() -> None:
    """Loads every table that is loaded when first asked for."""
    claim_dicts(SEED.read_text(encoding="utf-8"))
    for hostile in DENSE.values():
        claim_dicts(hostile.text(200))


def news(paths: list[str]) -> str:
    """The texts of a JSONL file, or the seed again and again."""
    if paths:
        return "\n".join(orjson.loads(line)["text"] for line in Path(paths[0]).read_bytes().splitlines())
    return SEED.read_text(encoding="utf-8") * 20


def main(words: list[str]) -> None:
    size = int(float(words[0] if words else "1") * 1_000_000)
    warm_up()
    ordinary = news(words[1:])
    a_character = seconds(ordinary, 5) / len(ordinary)
    a_claim = seconds(ordinary, 5) / len(claim_dicts(ordinary))
    sys.stdout.write(f"news: {a_character * 1e6:.3f} µs a character, {a_claim * 1e6:.0f} µs a claim\n\n")
    sys.stdout.write("| text | characters | times news, a character |\n| --- | --: | --: |\n")
    rows = {
        **SPARSE,
        "news on one line, without points": Hostile(" ".join(ordinary.replace(".", "").split()) + " ", "", ""),
    }
    for name, hostile in rows.items():
        text = hostile.text(size)
        sys.stdout.write(f"| {name} | {len(text):,} | {seconds(text) / len(text) / a_character:.2f} |\n")
        sys.stdout.flush()
    sys.stdout.write("\n| text | characters | claims | times news, a claim |\n| --- | --: | --: | --: |\n")
    for name, hostile in DENSE.items():
        text = hostile.text(size // 10)
        claims = len(claim_dicts(text))
        sys.stdout.write(f"| {name} | {len(text):,} | {claims:,} | {seconds(text) / claims / a_claim:.2f} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
