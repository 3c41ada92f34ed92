"""A grammar of whole sentences with known answers: in (a random source), out a text and the claims that stand in it.

Its tables are its own, apart from the extractor's lexicon; what it writes is ordinary, well-formed Arabic of the news, the
encyclopedia and the notice board, with numbers that are no claims between the claims.

``python -m tests.grammar [COUNT] [SEED]`` checks COUNT (50,000) sentences and prints those that come out wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Any

from .grammar_tables import (
    AFTER,
    BEFORE,
    CHANGES,
    CURRENCIES,
    DECADES,
    HIJRI_YEARS,
    MONEY,
    MONTHS,
    NOISE,
    PERCENT,
    PERCENT_WORDS,
    POINTS,
    RANGES,
    RELATIVE,
    YEAR_RANGES,
    YEARS,
    Currency,
)
from .numbers_generator import Speller

Answer = dict[str, Any]
Style = str  # the convention of a sentence's digits: "en" 1,234.5 · "eu" 1.234.567,8 · "ar" ١٬٢٣٤٫٥ · "sp" 1 234 567,8
EASTERN = str.maketrans("0123456789,.", "٠١٢٣٤٥٦٧٨٩٬٫")
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
    if n % 100:
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
    form = rng.randrange(7)
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


def bounded(s: Sentence, words: str, rng: Random, **answer: Any) -> None:
    """A claim with or without a modifier before or after it."""
    chance = rng.random()
    if chance < 0.3:
        before, modifier = rng.choice(BEFORE)
        s.say(before + " ")
        s.claim(words, modifier=modifier, **answer)
    elif chance < 0.4:
        after, modifier = rng.choice(AFTER)
        s.claim(words, modifier=modifier, **answer)
        s.say(" " + after)
    else:
        s.claim(words, modifier=None, **answer)


def framed(s: Sentence, frames: Sequence[str], rng: Random, fill: Callable[[], None]) -> None:
    before, after = rng.choice(frames).split("@")
    s.say(before)
    fill()
    s.say(after)


def money(s: Sentence, style: Style, rng: Random) -> None:
    currency = rng.choice(CURRENCIES)
    words, value = amount(currency, style, rng)
    framed(s, MONEY, rng, lambda: bounded(s, words, rng, kind="money", value=value, currency=currency.code))


def money_range(s: Sentence, style: Style, rng: Random) -> None:
    currency = rng.choice(CURRENCIES)
    exponent, one, _ = rng.choice(MAGNITUDES)
    low = rng.randrange(11, 500)
    high = low + rng.randrange(1, 400)
    before, link = rng.choice(RANGES)
    s.say(before)
    s.claim(
        f"{digits(Decimal(low), style, rng)}{link}{digits(Decimal(high), style, rng)} {one} {currency.singular}",
        kind="money",
        low=scaled(Decimal(low), exponent),
        high=scaled(Decimal(high), exponent),
        currency=currency.code,
        modifier=None,
    )


def money_change(s: Sentence, style: Style, rng: Random) -> None:
    currency = rng.choice(CURRENCIES)
    before, link = rng.choice(CHANGES)
    s.say(before)
    for i in range(2):
        words, value = amount(currency, style, rng)
        s.claim(words, kind="money", value=value, currency=currency.code, modifier=None)
        s.say(link if i == 0 else "")


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


def percent(s: Sentence, style: Style, rng: Random) -> None:
    words, value, unit = percent_words(style, rng)
    frames = [(text, direction) for text, direction, levels in PERCENT if unit == "percent" or not levels]
    text, direction = rng.choice(frames)
    framed(s, [text], rng, lambda: bounded(s, words, rng, kind="percent", value=value, unit=unit, direction=direction))


def percent_range(s: Sentence, style: Style, rng: Random) -> None:
    low = rng.randrange(2, 60)
    high = low + rng.randrange(1, 39)
    s.say(rng.choice(("تتراوح نسبة الرطوبة بين ", "يمثل القطاع ما بين ")))
    tail = rng.choice(("%", " في المئة", " بالمئة", " في المائة"))
    s.claim(
        f"{digits(Decimal(low), style, rng)} و{digits(Decimal(high), style, rng)}{tail}",
        kind="percent",
        low=Decimal(low),
        high=Decimal(high),
        unit="percent",
        modifier=None,
    )


def year(s: Sentence, style: Style, rng: Random) -> None:
    n = rng.randrange(1600, 2050)
    text = str(n).translate(EASTERN) if style == "ar" else str(n)
    chance = rng.random()
    if chance < 0.12:
        speller = Speller(rng)
        speller.case, speller.gender, n = "obl", 0, rng.randrange(1803, 2000)
        text = speller.spell(n)
        s.say(rng.choice(("أسست المدرسة عام ", "ولد الكاتب سنة ")))
        s.claim(text, kind="year", value=Decimal(n), part=None)
    elif chance < 0.3:
        month = rng.choice(MONTHS)
        s.say(f"افتتح المتحف في {rng.randrange(1, 29)} {month} ")
        s.claim(text, kind="year", value=Decimal(n))
    else:
        before, after, part = rng.choice(YEARS)
        s.say(before)
        s.claim(text, kind="year", value=Decimal(n), part=part)
        s.say(after)


def year_range(s: Sentence, style: Style, rng: Random) -> None:
    low = rng.randrange(1700, 2020)
    high = low + rng.randrange(1, 25)
    before, link, after = rng.choice(YEAR_RANGES)
    written = f"{low}{link}{high}"
    s.say(before)
    s.claim(written.translate(EASTERN) if style == "ar" else written, kind="year", low=Decimal(low), high=Decimal(high))
    s.say(after)


def other_year(s: Sentence, style: Style, rng: Random) -> None:
    form = rng.randrange(4)
    if form == 0:
        name, low = rng.choice(DECADES)
        s.say(rng.choice(("انتشرت الإذاعة في ", "هاجرت الأسرة في ")))
        s.claim(name, kind="year", low=Decimal(low), high=Decimal(low + 9))
    elif form == 1:
        n, mark = rng.choice(HIJRI_YEARS), rng.choice(("هـ", " هـ"))
        s.say(rng.choice(("صدر النظام عام ", "جدد الجامع سنة ")))
        s.claim(f"{n}{mark}", kind="year", value=Decimal(n), calendar="hijri")
    elif form == 2:
        n = rng.randrange(100, 3000)
        s.say("تعود الآثار إلى عام ")
        s.claim(f"{n} {rng.choice(('ق.م', 'قبل الميلاد'))}", kind="year", value=Decimal(-n))
    else:
        words, offsets = rng.choice(RELATIVE)
        s.say(rng.choice(("عاد اللاعب إلى فريقه ", "تضاعف الإنتاج ")))
        lead, _, rest = words.partition("|")
        s.say(lead)
        s.claim(rest, kind="year", **offsets)


PARTS = (
    money,
    money,
    money,
    money_range,
    money_change,
    percent,
    percent,
    percent,
    percent_range,
    year,
    year,
    year_range,
    other_year,
)


def sentence(rng: Random) -> Sentence:
    """One to three clauses of claims, a clause of other numbers between them now and then, and a stop."""
    s, style = Sentence(), rng.choice(("en", "en", "eu", "ar", "sp"))
    for i in range(rng.choice((1, 1, 2, 2, 3))):
        if i:
            s.say(rng.choice(("، و", "؛ و", "، كما ", "، بينما ")))
        rng.choice(PARTS)(s, style, rng)
        if rng.random() < 0.35:
            s.say(rng.choice(("، و", "، كما ")) + rng.choice(NOISE))
    s.say(".")
    return s


def differences(expected: Sentence) -> list[str]:
    """What the extractor says otherwise of one sentence; nothing where all agrees."""
    from pipeline.flow import claim_dicts

    found = claim_dicts(expected.text, context=False)
    spans = {(a["start"], a["end"], a["kind"]): a for a in expected.answers}
    got = {(c["start"], c["end"], c["kind"]): c for c in found}
    out = [f"missing {expected.text[a:b]!r}" for a, b, k in spans.keys() - got.keys()]
    out += [f"unexpected {k} {expected.text[a:b]!r}" for a, b, k in got.keys() - spans.keys()]
    for key in sorted(spans.keys() & got.keys()):
        for name, wanted in spans[key].items():
            value = got[key].get(name)
            if (Decimal(value) if isinstance(wanted, Decimal) and value is not None else value) != wanted:
                out.append(f"{got[key]['text']!r}: {name} {wanted} wanted, got {value}")
    return sorted(out)


def failures(count: int, seed: int) -> Iterator[tuple[str, list[str]]]:
    rng = Random(seed)
    for _ in range(count):
        s = sentence(rng)
        wrong = differences(s)
        if wrong:
            yield s.text, wrong


if __name__ == "__main__":
    arguments = [int(a) for a in sys.argv[1:]]
    total, seed_ = [*arguments, *(50_000, 1)[len(arguments) :]]
    bad = list(failures(total, seed_))
    for text_, wrong_ in bad[:60]:
        sys.stdout.write("\n  ".join([text_, *wrong_]) + "\n")
    sys.stdout.write(f"{total - len(bad)} of {total} sentences right\n")
    sys.exit(bool(bad))
