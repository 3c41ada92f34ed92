"""Amounts and shares whose unit one before them makes plain: ``4.31 تريليون جنيه مقابل 3.66 تريليون``,
``450 دولارا بدلا من 300``, ``35٪ بين الذكور و24 بين الإناث``. In: a document's sentences with what was found in them;
out: more mentions.

Precision first: nothing may be counted after the number, and its place beside another figure, or a word that leads up to a
price, shows what it is.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import Final

from ..lexicon.money import load_money
from ..numbers.number import Number
from .base import Amount, Free, Mention, View
from .carried import carried
from .elided_bracketed import bracketed_like, restated
from .elided_gaps import counted_against, counted_before, counted_first, other_between, parted
from .elided_governed import governed, owed
from .elided_home import Home
from .elided_made import money_like, share_like, unit_of_source
from .elided_paid import left_of_it, paid_bare, paid_out, part_in_words, peopled
from .elided_parallel import parallel
from .elided_priced import alternative, bought, price_of, priced, sold
from .elided_range import widened
from .elided_scale import in_whole, same_scale, scale_of
from .elided_shares import share_beside, share_governed
from .elided_tariff import entry
from .elision import (
    aside,
    beside,
    bracketed,
    closing,
    compared,
    coordinated,
    counting,
    follows,
    headed,
    led,
    priced_alike,
    small,
    sometimes,
    taken_from,
)
from .exchange import counter, rate
from .open_number import open_after
from .sum_like import same_order
from .two_way import two_way_back

# how many sentences back an amount is still in mind
REACH: Final = 2
# how many figures back in its sentence an amount is in mind
BACK: Final = 40
# how near its whole a part stands: 1640 دينارا، منها 510
PART: Final = 2
# a part of the amount before, or what that is a part of: 5 ملايين دينار من أصل 9 ملايين
PARTS_OF: Final = frozenset(("منها", "اصل"))
# digits so long are grouped: 318,000
GROUPED: Final = 5
# no share is more
WHOLE: Final = 100
SPOKEN_YEARS: Final = range(2001, 2040)
YEARS_AT: Final = frozenset(("علي", "في", "منذ", "قبل", "بعد"))
EACH: Final = frozenset(("كل", "لكل", "بكل"))
Waiting = tuple[View, Free, list[Mention], Number]


def elided(pages: Iterable[tuple[View, Free, list[Mention]]], region: str | None) -> None:
    """Adds elided amounts and shares to the mentions of each sentence; ``region`` gives the currency where no amount does."""
    last: tuple[int, Mention] | None = None
    code = load_money().currency_of_country.get((region or "").upper())
    home = Home(code)
    waiting: list[Waiting] = []
    for view, free, mentions in pages:
        _carry(view, free, mentions)
        figures = sorted((m for m in mentions if m.kind in ("money", "percent")), key=_start)
        said = home.instead(last[1]) if last and view.index - last[0] <= REACH else None
        for number in view.numbers:
            if not free(number):
                continue
            mention = _found(view, free, number, figures, said)
            if mention is not None:
                mention = widened(view, free, mention)
                free.take(mention.i, mention.j)
                mentions.append(mention)
                insort(figures, mention, key=_start)
            elif priced(view, number) or waiting and waiting[-1][0] is view and alternative(view, number):
                waiting.append((view, free, mentions, number))
        monies = [mention for mention in figures if mention.kind == "money"]
        if monies:
            last = view.index, next((m for m in reversed(monies) if not bracketed(view, m)), monies[-1])
            home.note(monies)
            _settle(waiting, monies[0].money)
            waiting.clear()
    if code:
        _settle(waiting, Amount(code, None, assumed=True))


def _start(figure: Mention) -> int:
    return figure.start


def _found(view: View, free: Free, number: Number, figures: list[Mention], said: Mention | None) -> Mention | None:
    """What the number is beside the ``figures`` of its sentence, or after ``said``, the last amount of the sentences before."""
    place = bisect_left(figures, number.start, key=_start)
    if place and restated(view, number, figures[place - 1]):
        again = money_like(view, number, unit_of_source(figures[place - 1]), "elided-restated")
        again.low = figures[place - 1].low
        return again
    source = bracketed_like(view, number, figures[place - 1]) if place else None
    if source is not None:
        return _as(view, number, source, "elided-bracketed")
    near = next((m for m in reversed(figures[max(0, place - BACK) : place]) if not bracketed(view, m)), None)
    if near is None:
        return _mention(view, free, number, None, said) if _tellable(view, number, None) else None
    past = figures[max(0, place - BACK) : place]
    paid = next((m for m in reversed(past) if m.kind == "money" and not bracketed(view, m)), near)
    before = paid if aside(view, near) or number.value > WHOLE else near
    if before.kind == "percent" and not other_between(view, free, number, before):
        rule = share_beside(view, number, before)
        if rule is not None:
            return share_like(view, number, before, rule)
    mention = _mention(view, free, number, paid, said) if _tellable(view, number, paid) else None
    return mention or _like(view, free, number, before, figures[place] if place < len(figures) else None)


def _tellable(view: View, number: Number, paid: Mention | None) -> bool:
    """Small numbers in words are mostly none of money's, nor is على ألفين وستة وعشرين a sum."""
    if number.worded and number.value in SPOKEN_YEARS and view.word(number.i - 1) in YEARS_AT:
        return False
    return not number.worded or number.scaled or number.value >= 20 or small(view, number, paid)


def _like(view: View, free: Free, number: Number, before: Mention, after: Mention | None) -> Mention | None:
    """A figure like the one ``before`` it, from what stands beside it or governs it; no number but years between the two."""
    if parted(view, free, number, before):
        return None
    rule = parallel(view, number, before, after) or entry(view, number, before) or two_way_back(view, number, before)
    if rule is None and before.kind == "money" and not headed(view, number):
        rule = governed(view, number, before, counted_before(view, free, before))
    elif rule is None and before.kind == "percent" and not counting(view, number) and not counted_before(view, free, before):
        rule = share_governed(view, number, before)
    if rule is None or peopled(view, number):
        return None
    return _as(view, number, before, rule)


def _as(view: View, number: Number, before: Mention, rule: str) -> Mention:
    if before.kind == "percent":
        return share_like(view, number, before, rule)
    mention = in_whole(view, money_like(view, number, unit_of_source(before), rule), before)
    if not number.scaled:
        mention.low = same_scale(number, before)
    return mention


def _carry(view: View, free: Free, mentions: list[Mention]) -> None:
    """Amounts that share the currency of one after them."""
    if len(view.numbers) < 2:
        return
    for number, amount in list(carried(view, free, mentions)):
        mentions.append(money_like(view, number, amount, "elided-carried"))
        free.take(number.i, number.j)


def _settle(waiting: list[Waiting], amount: Amount | None) -> None:
    """Amounts before the first that names its currency, where a price is plainly meant (صارت بمليون ونص)."""
    for view, free, mentions, number in waiting:
        if free(number) and amount is not None and (number.scaled or amount.code not in counter(view, number)):
            mentions.append(money_like(view, number, amount, "elided-before"))
            free.take(number.i, number.j)


def _mention(view: View, free: Free, number: Number, before: Mention | None, last: Mention | None) -> Mention | None:
    """``before`` is the figure before it in its sentence, ``last`` the last amount of the sentences before."""
    source = before if before is not None and before.kind == "money" else last
    exchange = rate(view, number)
    if exchange is not None and (source is not None or exchange.code or exchange.family):
        told = exchange.code or exchange.family
        unit = exchange if told else unit_of_source(source)
        other = unit is not None and (told or unit.code not in counter(view, number))
        return money_like(view, number, unit, "elided-rate") if other else None
    here = source is before
    if source is None or peopled(view, number):
        return None
    if paid_bare(view, number, here) or here and part_in_words(view, number, source):
        return money_like(view, number, unit_of_source(source), "elided-paid")
    if here and left_of_it(view, number, source):
        mention = money_like(view, number, unit_of_source(source), "elided-left")
        mention.low = same_scale(number, source) if not number.scaled else mention.low
        return mention
    part = view.word(number.i - 1) in PARTS_OF
    things = headed if here and not number.scaled else counting
    if things(view, number) and not sold(view, number) and not (here and (part or follows(view, number, source))):
        return None
    whole = number.prefix.endswith("ال") and not paid_out(view, number)
    if whole or number.prefix.startswith("لل") or _for_each(view, number, source):
        return None  # للمليون, لكل مليون وحدة, دولار/مليون وحدة: what the amount before is a rate for
    if number.scaled and source.money is not None and source.money.minor and scale_of(source) == 1:
        return None  # 35 سنتا … 385 ألفا: no thousands of cents, unless such were named before
    if not here and (counted_against(view, number) or counted_first(view, number) and not sold(view, number)):
        return None
    if number.scaled:
        part = here and (taken_from(view, number, source) or follows(view, number, source))
        plain = part or open_after(view, number) and (here or led(view, number))
        if not plain and open_after(view, number) and owed(view, number):
            return money_like(view, number, unit_of_source(source), "elided-owed")
        return money_like(view, number, unit_of_source(source), "elided-scaled") if plain else None
    return _bare(view, free, number, source, here)


def _bare(view: View, free: Free, number: Number, source: Mention, here: bool) -> Mention | None:
    """An amount without a magnitude, after ``source``, which is ``here`` where it stands in the same sentence."""
    if closing(view, number):
        return in_whole(view, money_like(view, number, unit_of_source(source), "elided-rate"), source)
    if not here or other_between(view, free, number, source):
        return money_like(view, number, unit_of_source(source), "elided-priced") if price_of(view, number) else None
    if any(told(view, number, source) for told in (follows, compared, coordinated, beside, sometimes)):
        mention = in_whole(view, money_like(view, number, unit_of_source(source), "elided-compared"), source)
        mention.low = same_scale(number, source)
        return mention
    near = (
        number.i - source.j <= PART
        or number.end - number.start > GROUPED
        and open_after(view, number)
        and same_order(number, source)
    )
    part = taken_from(view, number, source) and number.digits and near
    if part or price_of(view, number) or bought(view, number):
        mention = money_like(view, number, unit_of_source(source), "elided-priced")
        scaled = same_scale(number, source) if part else number.value
        if part and scale_of(source) > 1 and not (source.low is not None and number.value < scaled <= source.low):
            return None  # 300 مليون دولار منها 500: a part of it, or what it is for
        mention.low = scaled
        return mention
    if priced_alike(view, number, source):
        mention = money_like(view, number, unit_of_source(source), "elided-priced")
        mention.low = same_scale(number, source)
        return mention
    return None


def _for_each(view: View, number: Number, source: Mention) -> bool:
    return view.word(number.i - 1) in EACH or number.worded and source.j == number.i - 1 and view.word(source.j) == "/"
