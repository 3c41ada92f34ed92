"""Amounts and shares whose unit one before them makes plain: ``4.31 تريليون جنيه مقابل 3.66 تريليون``,
``450 دولارا بدلا من 300``, ``35٪ بين الذكور و24 بين الإناث``. In: a document's sentences with what was found in them;
out: more mentions.

Precision first: nothing may be counted after the number, and its place beside another figure, or a word that leads up to a
price, shows what it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from ..lexicon.money import load_money
from ..numbers.number import Number, times
from .base import Amount, Free, Mention, View
from .carried import carried
from .elided_paid import left_of_it, paid_bare, peopled
from .elision import (
    alternative,
    beside,
    bought,
    bracketed,
    closing,
    compared,
    coordinated,
    counting,
    follows,
    led,
    price_of,
    priced,
    priced_alike,
    reached,
    small,
    taken_from,
)
from .exchange import counter, rate
from .open_number import open_after

# how many sentences back an amount is still in mind
REACH: Final = 2
# how near its whole a part stands: 1640 دينارا، منها 510
PART: Final = 2
# how many numbers back one is looked for that is compared
LOOK: Final = 4
MAGNITUDES: Final = tuple(Decimal(10) ** power for power in (3, 6, 9, 12))
EACH: Final = frozenset(("كل", "لكل", "بكل"))
Waiting = tuple[View, Free, list[Mention], Number]


def elided(pages: Iterable[tuple[View, Free, list[Mention]]], region: str | None) -> None:
    """Adds elided amounts and shares to the mentions of each sentence; ``region`` gives the currency where no amount does."""
    last: tuple[int, Mention] | None = None
    waiting: list[Waiting] = []
    for view, free, mentions in pages:
        _carry(view, free, mentions)
        figures = [mention for mention in mentions if mention.kind in ("money", "percent")]
        for number in view.numbers:
            if not free(number):
                continue
            before = next((m for m in reversed(figures) if m.start < number.start and not bracketed(view, m)), None)
            if number.worded and not number.scaled and number.value < 20 and not small(view, number, before):
                continue
            mention = _mention(view, free, number, before, last[1] if last and view.index - last[0] <= REACH else None)
            if mention is not None:
                free.take(mention.i, mention.j)
                mentions.append(mention)
                figures.append(mention)
                figures.sort(key=lambda figure: figure.start)
            elif priced(view, number) or waiting and waiting[-1][0] is view and alternative(view, number):
                waiting.append((view, free, mentions, number))
        monies = [mention for mention in figures if mention.kind == "money"]
        if monies:
            last = view.index, next((m for m in reversed(monies) if not bracketed(view, m)), monies[-1])
            _settle(waiting, monies[0].money)
            waiting.clear()
    code = load_money().currency_of_country.get((region or "").upper())
    if code:
        _settle(waiting, Amount(code, None, assumed=True))


def _carry(view: View, free: Free, mentions: list[Mention]) -> None:
    """Amounts that share the currency of one after them."""
    if sum(number.scaled for number in view.numbers) < 2:
        return
    for number, amount in list(carried(view, free, mentions)):
        mentions.append(_money(view, number, amount, "elided-carried"))
        free.take(number.i, number.j)


def _settle(waiting: list[Waiting], amount: Amount | None) -> None:
    """Amounts before the first that names its currency, where a price is plainly meant (صارت بمليون ونص)."""
    for view, free, mentions, number in waiting:
        if free(number) and amount is not None and (number.scaled or amount.code not in counter(view, number)):
            mentions.append(_money(view, number, amount, "elided-before"))
            free.take(number.i, number.j)


def _mention(view: View, free: Free, number: Number, before: Mention | None, last: Mention | None) -> Mention | None:
    """``before`` is the figure before it in its sentence, ``last`` the last amount of the sentences before."""
    if before is not None and before.kind == "percent":
        share = _share(view, free, number, before)
        if share is not None:
            return share
    source = before if before is not None and before.kind == "money" else last
    exchange = rate(view, number)
    if exchange is not None and (source is not None or exchange.code or exchange.family):
        unit = exchange if exchange.code or exchange.family else _unit(source)
        return _money(view, number, unit, "elided-rate") if unit is not None and unit.code not in counter(view, number) else None
    here = source is before
    if source is None or peopled(view, number):
        return None
    if paid_bare(view, number, here) or here and left_of_it(view, number, source):
        return _money(view, number, _unit(source), "elided-paid")
    if counting(view, number) and not (here and follows(view, number, source)):
        return None
    if number.prefix.endswith("ال") or number.prefix.startswith("لل") or _for_each(view, number, source):
        return None  # للمليون, لكل مليون وحدة, دولار/مليون وحدة: what the amount before is a rate for
    if number.scaled and source.money is not None and source.money.minor and not (source.number and source.number.scaled):
        return None  # 35 سنتا … 385 ألفا: no thousands of cents, unless such were named before
    if number.scaled:
        part = here and (taken_from(view, number) or follows(view, number, source))
        plain = part or open_after(view, number) and (here or led(view, number))
        return _money(view, number, _unit(source), "elided-scaled") if plain else None
    return _bare(view, free, number, source, here)


def _bare(view: View, free: Free, number: Number, source: Mention, here: bool) -> Mention | None:
    """An amount without a magnitude, after ``source``, which is ``here`` where it stands in the same sentence."""
    if closing(view, number):
        return _money(view, number, _unit(source), "elided-rate")
    if not here or _other_between(view, free, number, source):
        return _money(view, number, _unit(source), "elided-priced") if price_of(view, number) else None
    if any(told(view, number, source) for told in (follows, compared, coordinated, beside)):
        mention = _money(view, number, _unit(source), "elided-compared")
        mention.low = _same_scale(number, source)
        return mention
    part = taken_from(view, number) and number.digits and number.i - source.j <= PART
    if part or price_of(view, number) or bought(view, number):
        mention = _money(view, number, _unit(source), "elided-priced")
        scaled = _same_scale(number, source) if part else number.value
        if part and _scale(source) > 1 and not (source.low is not None and number.value < scaled <= source.low):
            return None  # 300 مليون دولار منها 500: a part of it, or what it is for
        mention.low = scaled
        return mention
    if priced_alike(view, number, source):
        mention = _money(view, number, _unit(source), "elided-priced")
        mention.low = _same_scale(number, source)
        return mention
    return None


def _for_each(view: View, number: Number, source: Mention) -> bool:
    return view.word(number.i - 1) in EACH or number.worded and source.j == number.i - 1 and view.word(source.j) == "/"


def _other_between(view: View, free: Free, number: Number, source: Mention) -> bool:
    """سيختارون 126 نائبا بدلا من 76: the number right before, counted, is what this one is compared with."""
    place = bisect_left(view.numbers, number.i, key=lambda other: other.i)
    return any(source.j <= other.i and free(other) and not _dating(other) for other in view.numbers[max(0, place - LOOK) : place])


def _dating(number: Number) -> bool:
    """Whether a number may be a year or a day of the month."""
    return number.digits and number.end - number.start == 4 and number.value % 1 == 0 or number.value < 32


def _share(view: View, free: Free, number: Number, before: Mention) -> Mention | None:
    """إلى 71,4 في المائة، بعد 69,5 سنة 2022; 35٪ بين الذكور و24 بين الإناث: a share whose sign is said once."""
    if not number.digits or number.scaled or number.value > 100 or counting(view, number):
        return None
    if _other_between(view, free, number, before):
        return None
    counted = view.word(number.j) == "("  # 14 (27%): the share is told beside what it is of
    told = compared(view, number, before) and open_after(view, number) and not counted or coordinated(view, number, before)
    if not (told or reached(view, number, before)):
        return None
    fields = {"unit": before.fields["unit"], "elided": True}
    return Mention("percent", view, number.i, number.j, number.value, None, "percent-compared", fields, number)


def _money(view: View, number: Number, amount: Amount | None, rule: str) -> Mention:
    mention = Mention("money", view, number.i, number.j, number.value, None, rule, {"elided": True}, number)
    mention.money = Amount(amount.code, amount.family, amount.minor, assumed=amount.assumed) if amount is not None else None
    if number.scaled:
        mention.low = _spoken(number)
    return mention


def _unit(source: Mention | None) -> Amount | None:
    return source.money if source is not None else None


def _same_scale(number: Number, source: Mention) -> Decimal:
    """87,6 مليار درهم، مقابل 77: the magnitude is said once too."""
    scale = _scale(source)
    if scale == 1 or number.scaled or number.value >= 1000 or not source.low:
        return number.value
    scaled = times(number.value, scale)
    return scaled if max(scaled, source.low) / min(scaled, source.low) <= source.low / number.value else number.value


def _scale(source: Mention) -> Decimal:
    """The magnitude that an amount's number has, or that it shares with another: 300 مليون، منها 120 للطاقة و180 للنقل."""
    first = source.number
    if first is None or not source.low:
        return Decimal(1)
    if first.scaled:
        return first.scale
    return next((scale for scale in MAGNITUDES if times(first.value, scale) == source.low), Decimal(1))


def _spoken(number: Number) -> Decimal:
    """مليار وثلاثمائة with no noun after it is a thousand million and three hundred more: the scale is said once."""
    whole = number.value // 10**6 * 10**6
    rest = number.value - whole
    if whole and 100 <= rest < 1000 and rest % 100 == 0:
        return whole + rest * (10**6 if whole >= 10**9 else 1000)
    return number.value
