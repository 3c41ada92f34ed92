"""The clauses of the grammar: each says a few words with one claim in them, or two, and notes what it said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from random import Random
from typing import Any

from .grammar_forms import EASTERN, MAGNITUDES, Sentence, Style, amount, digits, percent_words, scaled
from .grammar_tables import (
    AFTER,
    BEFORE,
    CHANGES,
    CURRENCIES,
    DECADES,
    HIJRI_YEARS,
    MONEY,
    MONTHS,
    PERCENT,
    RANGES,
    RELATIVE,
    SUBUNITS,
    YEAR_RANGES,
    YEARS,
)
from .numbers_generator import Speller


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


def money_with_subunit(s: Sentence, style: Style, rng: Random) -> None:
    """A main unit and its hundredth are one amount."""
    n, cents = rng.randrange(11, 100), rng.randrange(11, 100)
    main, code, sub = rng.choice(SUBUNITS)
    s.say(rng.choice(("بلغ رسم الدخول ", "دفع السائق ")))
    s.claim(f"{n} {main} و{cents} {sub}", kind="money", value=Decimal(n) + Decimal(cents) / 100, currency=code, modifier=None)


def money_converted(s: Sentence, style: Style, rng: Random) -> None:
    """An amount and, in brackets or after أي ما يعادل, the same in another currency."""
    first, second = rng.sample(CURRENCIES, 2)
    before, after = rng.choice(((" (", ")"), ("، أي ما يعادل ", "")))
    s.say("بلغت قيمة الصفقة ")
    for i, currency in enumerate((first, second)):
        words, value = amount(currency, style, rng)
        s.claim(words, kind="money", value=value, currency=currency.code)
        s.say(after if i else before)


def percent_change(s: Sentence, style: Style, rng: Random) -> None:
    """From one level to another: two claims with no direction of their own."""
    sign = rng.choice(("%", " في المئة", " بالمئة"))
    s.say(rng.choice(("ارتفعت نسبة البطالة من ", "تراجعت نسبة الأمية من ")))
    for i in range(2):
        n = Decimal(rng.randrange(1, 99))
        s.claim(digits(n, style, rng) + sign, kind="percent", value=n, unit="percent", direction=None, modifier=None)
        s.say("" if i else " إلى ")


def percent_groups(s: Sentence, style: Style, rng: Random) -> None:
    """Two groups in coordination, و left out of the span before digits."""
    s.say("يؤيد القرار ")
    for group in (" من الرجال و", " من النساء"):
        n = Decimal(rng.randrange(1, 999)) / 10
        s.claim(digits(n, style, rng) + ("٪" if style == "ar" else "%"), kind="percent", value=n, unit="percent")
        s.say(group)


def year_in_date(s: Sentence, style: Style, rng: Random) -> None:
    """Inside a full date only the year; a date of both calendars has two years."""
    n, month, day = rng.randrange(1950, 2035), rng.randrange(1, 13), rng.randrange(1, 29)
    form = rng.randrange(4)
    if form == 0:
        s.say(f"حرر المحضر بتاريخ {day:02}/{month:02}/")
        s.claim(str(n), kind="year", value=Decimal(n))
    elif form == 1:
        s.say("حرر المحضر بتاريخ ")
        s.claim(str(n), kind="year", value=Decimal(n))
        s.say(f"-{month:02}-{day:02}")
    elif form == 2:
        s.say("صدر القرار عام ")
        s.claim("1446هـ", kind="year", value=Decimal(1446), calendar="hijri")
        s.say(rng.choice(("/", " الموافق ", " - ")))
        s.claim("2024م", kind="year", value=Decimal(2024), calendar=None)
    else:
        s.say("فاز النادي بالكأس في موسم ")
        s.claim(f"{n}/{(n + 1) % 100:02}", kind="year", low=Decimal(n), high=Decimal(n + 1))


def years_listed(s: Sentence, style: Style, rng: Random) -> None:
    """عامي with no بين lists two."""
    years = sorted(rng.sample(range(1950, 2025), 2))
    s.say(rng.choice(("فاز المنتخب في عامي ", "أقيم المعرض سنتي ")))
    for i, n in enumerate(years):
        s.claim(str(n).translate(EASTERN) if style == "ar" else str(n), kind="year", value=Decimal(n))
        s.say("" if i else " و")
