"""How a number, an amount and a percentage are written: forms drawn at random, each with its value."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Any

from .grammar_tables import PERCENT_WORDS, POINTS, Currency
from .numbers_generator import Speller

Answer = dict[str, Any]
Style = str  # the convention of a sentence's digits: "en" 1,234.5 · "eu" 1.234.567,8 · "ar" ١٬٢٣٤٫٥ · "sp" 1 234 567,8
EASTERN = str.maketrans("0123456789,.", "٠١٢٣٤٥٦٧٨٩٬٫")
WORDED = (
    ("مليون", Decimal(10**6)),
    ("مليار", Decimal(10**9)),
    ("ألف", Decimal(1000)),
    ("مليونا", Decimal(2 * 10**6)),
    ("مليوني", Decimal(2 * 10**6)),
    ("ملياري", Decimal(2 * 10**9)),
    ("ألفي", Decimal(2000)),
    ("نصف مليون", Decimal(500_000)),
    ("ربع مليار", Decimal(250 * 10**6)),
    ("مليون ونصف المليون", Decimal(1_500_000)),
    ("ثلاثة أرباع المليون", Decimal(750_000)),
    ("مئة ألف", Decimal(100_000)),
    ("ثلاثة ملايين ونصف المليون", Decimal(3_500_000)),
    ("مليار ومئتي مليون", Decimal(1_200 * 10**6)),
)
MAGNITUDES = ((3, "ألف", "آلاف"), (6, "مليون", "ملايين"), (9, "مليار", "مليارات"))


@dataclass(slots=True)
class Sentence:
    """Text grown piece by piece; a claim's span is what was said between its start and its end."""

    text: str = ""
    answers: list[Answer] = field(default_factory=list)

    def say(self, words: str) -> None:
        self.text += words

    def claim(self, words: str, **answer: Any) -> None:
        self.answers.append({"start": len(self.text), "end": len(self.text) + len(words), **answer})
        self.text += words


def digits(number: Decimal, style: Style, rng: Random) -> str:
    """Digits of a number in one convention, grouped or not; a lone group of a European thousand is left ungrouped."""
    text = f"{number:f}"
    grouped = f"{number:,f}" if rng.random() < 0.7 else text
    if style == "en":
        return grouped
    if style == "ar":
        return grouped.translate(EASTERN)
    if grouped.count(",") < 2:
        grouped = text
    group = "." if style == "eu" else rng.choice((" ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"))
    return group.join(part.replace(".", ",") for part in grouped.split(","))


def noun(currency: Currency, n: Decimal, rng: Random) -> str:
    """The currency's name as the number wants it: plural after 3–10, accusative after 11–99, else singular."""
    rest = int(n) % 100 if n == n.to_integral_value() else 0
    if 3 <= rest <= 10:
        return currency.plural
    if 11 <= rest <= 99:
        return rng.choice((currency.accusative, currency.singular))
    return currency.singular


def spelled(n: int, gender: int, rng: Random) -> str:
    """``n`` in words before a noun: a dual that ends it loses its noon, a scale its tanween."""
    speller = Speller(rng)
    speller.gender = gender
    text = speller.spell(n)
    if n % 100 or text.endswith(("ملايين", "بلايين")):
        return text
    if text.endswith(("اً", "ًا", "ا")) and not text.endswith("تا"):
        return text.rstrip("اً")
    return text[:-1] if text.endswith(("ان", "ين")) else text


def spelled_for_noun(rng: Random) -> int:
    while True:
        n = rng.choice(
            (rng.randrange(3, 1000), rng.randrange(1000, 10**6), rng.randrange(1, 1000) * 10**6, rng.randrange(1, 100) * 10**9)
        )
        if n > 2 and n % 100 not in (1, 2):
            return n


def small(rng: Random) -> Decimal:
    """A number as it stands before a magnitude or a percent sign: at most two decimals."""
    return rng.choice(
        (Decimal(rng.randrange(3, 1000)), Decimal(rng.randrange(11, 999)) / 10, Decimal(rng.randrange(101, 9999)) / 100)
    )


def scaled(number: Decimal, exponent: int) -> Decimal:
    return number * Decimal(10**exponent)


def amount(currency: Currency, style: Style, rng: Random) -> tuple[str, Decimal]:
    """An amount in one of its forms, currency included, and its value."""
    form = rng.randrange(8)
    if form == 7:
        words, n_ = rng.choice(WORDED)
        return f"{words} {currency.singular}", n_
    if form == 0:
        n = spelled_for_noun(rng)
        return f"{spelled(n, currency.gender, rng)} {noun(currency, Decimal(n), rng)}", Decimal(n)
    if form in (1, 2, 3):
        exponent, one, many = rng.choice(MAGNITUDES)
        n_ = small(rng)
        if exponent == 3:
            n_ = Decimal(rng.randrange(3, 1000))
        magnitude = many if 3 <= n_ <= 10 and n_ == int(n_) else one
        return f"{digits(n_, style, rng)} {magnitude} {currency.singular}", scaled(n_, exponent)
    n_ = Decimal(rng.randrange(3, 10 ** rng.randint(1, 8)) if form != 4 else rng.randrange(101, 99_999)) + 3
    if form == 4:
        n_ = n_ / 100
    written = digits(n_, style, rng)
    if form == 5 and style != "ar":
        return (f"{written} {currency.code}" if rng.random() < 0.6 else f"{currency.code} {written}"), n_
    if form == 6 and currency.sign and style != "ar":
        return (f"{currency.sign}{written}" if rng.random() < 0.5 else f"{written}{currency.sign}"), n_
    return f"{written} {noun(currency, n_, rng)}", n_


def percent_words(style: Style, rng: Random) -> tuple[str, Decimal, str]:
    """A percentage, in digits or words, or points of one."""
    if rng.random() < 0.15:
        n = rng.randrange(3, 90)
        one, few, unit = rng.choice(POINTS)
        return f"{digits(Decimal(n), style, rng)} {few if n <= 10 else one}", Decimal(n), unit
    if rng.random() < 0.25:
        n = rng.randrange(3, 101)
        return f"{spelled(n, 0, rng)} {rng.choice(PERCENT_WORDS)}", Decimal(n), "percent"
    value = rng.choice(
        (Decimal(rng.randrange(1, 100)), Decimal(rng.randrange(1, 999)) / 10, Decimal(rng.randrange(1, 9999)) / 100)
    )
    written = digits(value, style, rng)
    sign = "٪" if style == "ar" else "%"
    form = rng.randrange(4)
    if form == 0:
        return written + sign, value, "percent"
    if form == 1 and style in ("en", "ar"):
        return sign + written, value, "percent"
    if form == 2:
        return f"{written} {sign}", value, "percent"
    return f"{written} {rng.choice(PERCENT_WORDS)}", value, "percent"
