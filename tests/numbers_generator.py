"""Integers up to 10^15 spelled in Arabic, correctly or as commonly misspelled: in (a number, a random source), out a string.

The tables are this file's own: nothing is shared with the lexicon that reads them back.

>>> spell(1948, Random(7)) != "" and misspell(1948, Random(7)) != ""
True

``python -m tests.numbers_generator [COUNT] [SEED]`` reads COUNT (100,000) numbers back and prints those that come out wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from random import Random

LIMIT = 10**15

# Forms before a masculine noun and before a feminine one: from 3 to 10 the number takes the opposite gender.
ONES = {
    1: ("واحد", "واحدة"),
    2: ("اثنان", "اثنتان"),
    3: ("ثلاثة", "ثلاث"),
    4: ("أربعة", "أربع"),
    5: ("خمسة", "خمس"),
    6: ("ستة", "ست"),
    7: ("سبعة", "سبع"),
    8: ("ثمانية", "ثماني"),
    9: ("تسعة", "تسع"),
    10: ("عشرة", "عشر"),
}
TWO = {("nom", 0): "اثنان", ("obl", 0): "اثنين", ("nom", 1): "اثنتان", ("obl", 1): "اثنتين"}
TWELVE = {("nom", 0): "اثنا عشر", ("obl", 0): "اثني عشر", ("nom", 1): "اثنتا عشرة", ("obl", 1): "اثنتي عشرة"}
TENS = {20: "عشر", 30: "ثلاث", 40: "أربع", 50: "خمس", 60: "ست", 70: "سبع", 80: "ثمان", 90: "تسع"}
HUNDREDS = {3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان", 9: "تسع"}


@dataclass(frozen=True, slots=True)
class Scale:
    """A power of a thousand: its singular, its plural after 3 to 10, and its stem for the dual."""

    exponent: int
    singular: str
    plural: str


SCALES = (
    (Scale(12, "تريليون", "تريليونات"), Scale(12, "ترليون", "ترليونات")),
    (Scale(9, "مليار", "مليارات"), Scale(9, "بليون", "بلايين"), Scale(9, "مليار", "ملايير")),
    (Scale(6, "مليون", "ملايين"),),
    (Scale(3, "ألف", "آلاف"),),
)


class Speller:
    """One way of writing: a case, a gender and a spelling of the hundred, kept through the whole number."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.case = rng.choice(("nom", "obl"))
        self.gender = rng.randrange(2)
        self.hundred = rng.choice(("مئة", "مائة"))
        self.split = rng.random() < 0.3
        self.tanween = rng.choice(("اً", "ًا", "ا"))

    def below_100(self, n: int, gender: int) -> str:
        if n == 2:
            return TWO[self.case, gender]
        if n == 12:
            return TWELVE[self.case, gender]
        if n <= 10:
            return ONES[n][gender]
        if n == 11:
            return ("أحد عشر", "إحدى عشرة")[gender]
        if n < 20:
            return f"{ONES[n - 10][gender]} {('عشر', 'عشرة')[gender]}"
        ten = TENS[n - n % 10] + ("ون" if self.case == "nom" else "ين")
        return f"{self.below_100(n % 10, gender)} و{ten}" if n % 10 else ten

    def hundreds(self, h: int, construct: bool) -> str:
        if h == 1:
            return self.hundred
        if h == 2:
            if self.hundred == "مية":
                return "ميتين"
            stem = self.hundred[:-1] + "ت" + ("ا" if self.case == "nom" else "ي")
            return stem if construct else stem + "ن"
        unit = HUNDREDS[h]
        if self.split:
            return f"{unit + 'ي' if h == 8 else unit} {self.hundred}"
        return unit + self.hundred

    def below_1000(self, n: int, gender: int, construct: bool = False) -> str:
        h, rest = divmod(n, 100)
        parts = [self.hundreds(h, construct and not rest)] if h else []
        if rest:
            parts.append(self.below_100(rest, gender))
        return " و".join(parts)

    def scaled(self, n: int, scale: Scale) -> str:
        """n (1 to 999) times the scale: 101 and 102 say the hundreds and the rest apart."""
        h, rest = divmod(n, 100)
        if h and rest in (1, 2):
            return f"{self.scaled(n - rest, scale)} و{self.scaled(rest, scale)}"
        if n == 1:
            return scale.singular
        if n == 2:
            return scale.singular + ("ان" if self.case == "nom" else "ين")
        if 3 <= rest <= 10:
            return f"{self.below_1000(n, 0)} {scale.plural}"
        if rest:
            return f"{self.below_1000(n, 0)} {scale.singular}{self.tanween}"
        return f"{self.below_1000(n, 0, construct=True)} {scale.singular}"

    def spell(self, n: int) -> str:
        if n == 0:
            return "صفر"
        if n == LIMIT:
            return "ألف تريليون"
        parts = []
        for forms in SCALES:
            scale = self.rng.choice(forms)
            group = n // 10**scale.exponent % 1000
            if group:
                parts.append(self.scaled(group, scale))
        if n % 1000:
            parts.append(self.below_1000(n % 1000, self.gender))
        return " و".join(parts)


def spell(n: int, rng: Random) -> str:
    """``n`` (0 to 10^15) in correct Arabic of a random case, gender and spelling."""
    return Speller(rng).spell(n)


class CarelessSpeller(Speller):
    """Case and gender at random from word to word, a hundred spelled or split as it comes, plurals forgotten."""

    def below_100(self, n: int, gender: int) -> str:
        self.case = self.rng.choice(("nom", "obl"))
        return super().below_100(n, self.rng.randrange(2))

    def hundreds(self, h: int, construct: bool) -> str:
        self.case = self.rng.choice(("nom", "obl"))
        self.hundred = self.rng.choice(("مئة", "مائة", "مائة", "مية"))
        self.split = self.rng.random() < 0.3
        if h > 2 and self.split and self.rng.random() < 0.5:
            return f"{ONES[h][0]} {self.hundred}"
        return super().hundreds(h, construct and self.rng.random() < 0.5)

    def scaled(self, n: int, scale: Scale) -> str:
        if n % 100 in (1, 2) and n > 100 and self.rng.random() < 0.5:
            return f"{self.below_1000(n, 0)} {scale.singular}"
        if self.rng.random() < 0.3 and n > 2:
            return f"{self.below_1000(n, 0)} {scale.singular}"
        return super().scaled(n, scale)


def _bare_alif(text: str) -> str:
    return text.translate(str.maketrans("أإآ", "ااا"))


def _wrong_hamza(text: str) -> str:
    return text.replace("اثن", "إثن").replace("إحدى", "أحدى")


def _ha(text: str) -> str:
    return " ".join(word[:-1] + "ه" if word.endswith("ة") else word for word in text.split(" "))


def _spaced_and(text: str) -> str:
    return " ".join("و " + word[1:] if word[0] == "و" and not word.startswith("واحد") else word for word in text.split(" "))


def _no_tanween(text: str) -> str:
    return text.replace("ً", "")


MISTAKES: tuple[Callable[[str], str], ...] = (_bare_alif, _wrong_hamza, _ha, _spaced_and, _no_tanween)


def misspell(n: int, rng: Random) -> str:
    """``n`` (0 to 10^15) as people commonly write it: wrong case, gender or number, hamza, ه for ة, و apart."""
    text = CarelessSpeller(rng).spell(n)
    for mistake in MISTAKES:
        if rng.random() < 0.4:
            text = mistake(text)
    return text


def numbers(count: int, seed: int) -> Iterator[tuple[int, str]]:
    """Numbers of every length up to 10^15, half of them spelled correctly, half not."""
    rng = Random(seed)
    for i in range(count):
        n = rng.randrange(10 ** rng.randint(1, 15) + 1)
        yield n, (misspell if i % 2 else spell)(n, rng)


def misread(count: int, seed: int) -> list[tuple[int, str, Decimal | None]]:
    """Those of ``numbers(count, seed)`` that ``read_number`` does not give back."""
    from pipeline.numbers import read_number

    return [(n, text, got) for n, text in numbers(count, seed) if (got := read_number(text)) != n]


if __name__ == "__main__":
    arguments = [int(a) for a in sys.argv[1:]]
    total, seed_ = [*arguments, *(100_000, 1)[len(arguments) :]]
    wrong = misread(total, seed_)
    for number, words, read in wrong[:50]:
        sys.stdout.write(f"{number} | {words} | {read}\n")
    sys.stdout.write(f"{total - len(wrong)} of {total} read back\n")
    sys.exit(bool(wrong))
