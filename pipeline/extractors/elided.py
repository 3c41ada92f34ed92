"""Amounts whose currency an amount before them makes plain: ``4.31 تريليون جنيه مقابل 3.66 تريليون``, ``450 دولارا بدلا من 300``,
``151.3 للدولار``. In: a document's sentences with what was found in them; out: more mentions of kind ``money``.

Precision first: nothing may be counted after the number, and a word that leads up to a price stands before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ..lexicon.elision import ElisionWords, elision_words
from ..lexicon.money import load_money
from ..numbers.scan import Number
from ..text.tokens import DIGITS, LATIN, WORD
from .base import Amount, Free, Mention, View
from .currency import noun_at

# how many sentences back an amount is still in mind
REACH = 2
OPEN_PREFIXES = ("ب", "وب", "فب", "ل")


def elided(pages: Iterable[tuple[View, Free, list[Mention]]]) -> None:
    """Adds elided amounts to the mentions of each sentence."""
    last: tuple[int, Mention] | None = None
    waiting: list[tuple[View, Free, list[Mention], Number]] = []
    for view, free, mentions in pages:
        monies = [mention for mention in mentions if mention.kind == "money" and mention.money is not None]
        for number in view.numbers:
            if not free(number):
                continue
            before = [mention for mention in monies if mention.start < number.start]
            source = before[-1] if before else last[1] if last and view.index - last[0] <= REACH else None
            mention = _mention(view, number, source, bool(before)) or _share(view, number, mentions)
            if mention is not None:
                free.take(mention.i, mention.j)
                mentions.append(mention)
            elif source is None and number.scaled and _led(view, number, elision_words()) and _priced(view, number):
                waiting.append((view, free, mentions, number))
        if monies:
            last = view.index, max(monies, key=lambda mention: mention.start)
            _settle_waiting(waiting, last[1])
            waiting.clear()


def _settle_waiting(waiting: list[tuple[View, Free, list[Mention], Number]], source: Mention) -> None:
    """Amounts before the first that names its currency, where a price is plainly meant (صارت بمليون ونص)."""
    for view, free, mentions, number in waiting:
        if free(number):
            mentions.append(_made(view, number, source, "elided-before"))
            free.take(number.i, number.j)


def _mention(view: View, number: Number, source: Mention | None, same_sentence: bool) -> Mention | None:
    words = elision_words()
    if number.worded and not number.scaled and number.value < 20:
        return None
    rate = _rate(view, number)
    if rate is not None and (source is not None or rate.code):
        return _made(view, number, source if rate.code is None else None, "elided-rate", rate)
    if source is not None and same_sentence and number.scaled and _taken_from(view, number):
        return _made(view, number, source, "elided-scaled")
    if source is None or not _open_after(view, words, number):
        return None
    if number.scaled:
        return _made(view, number, source, "elided-scaled") if _led(view, number, words) else None
    if (
        same_sentence
        and not _counting(view, words, number)
        and (
            _left(view, number)
            or _priced_alike(view, number, source)
            or words.bare_leads.at(view.words, number.i - 1)
            or _beside(view, number, source)
        )
    ):
        return _made(view, number, source, "elided-compared")
    return None


def _taken_from(view: View, number: Number) -> bool:
    """15,5 مليون منها, منها 600 مليون: a part of the amount before."""
    return "منها" in (view.word(number.j), view.word(number.i - 1)) or view.word(number.j) == "منه"


def _share(view: View, number: Number, mentions: list[Mention]) -> Mention | None:
    """إلى 71,4 في المائة، بعد 69,5 سنة 2022: the percentage that one before it is compared with, its sign said once."""
    before = [mention for mention in mentions if mention.kind in ("money", "percent") and mention.j <= number.i]
    if not before or before[-1].kind != "percent" or not number.digits or number.scaled or number.value >= 1000:
        return None
    words = elision_words()
    compared = view.word(number.i - 1) in ("بعد", "مقابل") and number.value % 1 or words.bare_leads.at(view.words, number.i - 1)
    if not compared or not _open_after(view, words, number) or _counting(view, words, number):
        return None
    fields = {"unit": before[-1].fields["unit"], "elided": True}
    return Mention("percent", view, number.i, number.j, number.value, None, "percent-compared", fields, number)


def _made(view: View, number: Number, source: Mention | None, rule: str, amount: Amount | None = None) -> Mention:
    mention = Mention("money", view, number.i, number.j, number.value, None, rule, {"elided": True}, number)
    if source is not None and source.money is not None:
        amount = Amount(source.money.code, source.money.family, source.money.minor)
    mention.money = amount
    if rule in ("elided-scaled", "elided-before"):
        mention.low = _spoken(view, number)
    return mention


def _spoken(view: View, number: Number) -> Decimal:
    """مليار وثلاثمائة with no noun after it is a thousand million and three hundred more: the scale is said once."""
    whole = number.value // 10**6 * 10**6
    rest = number.value - whole
    if whole and 100 <= rest < 1000 and rest % 100 == 0:
        scale = 10**6 if whole >= 10**9 else 1000
        return whole + rest * scale
    return number.value


def _led(view: View, number: Number, words: ElisionWords) -> bool:
    if number.prefix in OPEN_PREFIXES:
        return True
    return words.scaled_leads.at(view.words, number.i - 1) is not None


def _priced(view: View, number: Number) -> bool:
    """ب before a magnitude with nothing counted after it is a price even where no currency came before."""
    led = number.prefix in ("ب", "وب") or view.word(number.i - 1) == "ب"
    return led and _open_after(view, elision_words(), number)


def _open_after(view: View, words: ElisionWords, number: Number) -> bool:
    """Whether nothing is counted by the number: a stop, a preposition or a word of time follows."""
    at = number.j
    if at >= len(view.tokens):
        return True
    token = view.tokens[at]
    if token.kind == WORD:
        return (
            token.text in words.followers
            or token.text.startswith("و")
            and len(token.text) > 2
            or token.text.startswith(("لل", "بال"))
        )
    return token.kind not in (DIGITS, LATIN) and token.text not in ("%", "/", "-", ":", "°", "×")


def _left(view: View, number: Number) -> bool:
    """قفزت إلى 5500 بعد أن كانت بأربعة آلاف: a price, and the price before it."""
    return (
        view.word(number.i - 1) == "الي"
        and [view.word(number.j + n) for n in range(2)] == ["بعد", "ان"]
        and view.word(number.j + 2) in ("كان", "كانت")
    )


def _priced_alike(view: View, number: Number, source: Mention) -> bool:
    """الخبز بـ3 دراهم والحليب بـ7: a list of prices, each after ب."""
    return view.word(number.i - 1) == "ب" and view.word(source.i - 1) == "ب" and view.word(number.i - 2).startswith("وال")


def _counting(view: View, words: ElisionWords, number: Number) -> bool:
    """Whether the clause speaks of something that is counted, not paid."""
    return any(view.word(at) in words.counting for at in range(number.i - 1, max(-1, number.i - 10), -1))


def _beside(view: View, number: Number, source: Mention) -> bool:
    """دولار من 1.30: a bare number that من or إلى sets against the amount right before it."""
    return source.j == number.i - 1 and view.word(source.j) in ("من", "الي")


def _rate(view: View, number: Number) -> Amount | None:
    """151.3 للدولار is an exchange rate: in the currency that rises or falls in the clause, else in that of the amount before."""
    word = view.word(number.j)
    if not word.startswith("لل") or number.scaled and not number.digits or word not in load_money().nouns:
        return None
    if view.word(number.i - 1) not in ("عند", "الي", "مستوي", "من", "حدود", "بلغ", "نحو", "حوالي", "سجل", "قرب", "بسعر"):
        return None
    for at in range(number.i - 1, max(-1, number.i - 12), -1):
        noun = noun_at(view, at, ("ال", "وال", "لل"))
        if noun is not None and not noun.minor and not noun.plural:
            family = load_money().families[noun.family]
            return Amount(family.default, family.name)
    return Amount(None, None)
