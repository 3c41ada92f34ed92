"""What shows that a number without a unit is an amount or share: what follows it, what leads up to it, what stands beside it."""

from __future__ import annotations

from ..lexicon.elision import elision_words
from ..lexicon.money import load_money
from ..lexicon.wordsets import word_set
from ..numbers.scan import Number
from ..text.tokens import DIGITS, LATIN, WORD
from .base import Amount, Mention, View
from .currency import noun_at

OPEN_PREFIXES = ("ب", "وب", "فب", "ل")
RATES = word_set("elision", "rates")
AFTER_SHARES = word_set("elision", "after_shares")
NEAR, SPAN, CLAUSE = 8, 5, 10


def open_after(view: View, number: Number) -> bool:
    """Whether nothing is counted by the number: a stop, a preposition or a word of time follows."""
    at, words = number.j, elision_words()
    if at >= view.size:
        return True
    token = view.tokens[at]
    if token.kind == WORD:
        attached = token.text.startswith("و") and len(token.text) > 2 or token.text.startswith(("لل", "بال"))
        return attached or token.text in words.followers or token.text in AFTER_SHARES
    return token.kind not in (DIGITS, LATIN) and token.text not in ("%", "/", "-", ":", "°", "×")


def counting(view: View, number: Number) -> bool:
    """Whether the clause speaks of something that is counted, not paid."""
    words = elision_words()
    return any(view.word(at) in words.counting for at in range(number.i - 1, max(-1, number.i - CLAUSE), -1))


def led(view: View, number: Number) -> bool:
    """A word of price, or ب, right before the number."""
    return number.prefix in OPEN_PREFIXES or elision_words().scaled_leads.at(view.words, number.i - 1) is not None


def priced(view: View, number: Number) -> bool:
    """ب or a noun of price before a magnitude with nothing counted after it, or a rate, where no amount came before:
    المطلوب 3 ملايين."""
    if not number.scaled:
        return rate(view, number) is not None
    by = (number.prefix in ("ب", "وب") or view.word(number.i - 1) == "ب") and not counting(view, number)
    return (by or view.word(number.i - 1) in elision_words().prices) and open_after(view, number)


def taken_from(view: View, number: Number) -> bool:
    """15,5 مليون منها, منها 600 مليون: a part of the amount before."""
    return "منها" in (view.word(number.j), view.word(number.i - 1)) or view.word(number.j) == "منه"


def compared(view: View, number: Number, source: Mention) -> bool:
    """بدلا من 300, مقابل 77 قبل سنة, إلى 5500 بعد أن كانت بأربعة آلاف: one price or share set against another."""
    if not open_after(view, number):
        return False
    lead = view.word(number.i - 1)
    if elision_words().bare_leads.at(view.words, number.i - 1) is not None:
        return True
    near = number.i - source.j <= NEAR
    if lead == "الي" and view.word(source.i - 1) == "من" and number.i - source.j <= SPAN:
        return True
    return (
        lead == "مقابل"
        and near
        or lead == "بعد"
        and near
        and bool(number.value % 1 or _reached(view, source))
        or _left(view, number)
    )


def _reached(view: View, source: Mention) -> bool:
    return view.word(source.i - 1) in ("الي", "عند")


def _left(view: View, number: Number) -> bool:
    after = [view.word(number.j + n) for n in range(3)]
    return view.word(number.i - 1) == "الي" and after[:2] == ["بعد", "ان"] and after[2] in ("كان", "كانت")


def coordinated(view: View, number: Number, source: Mention) -> bool:
    """2060 ريالا للشراء و2074 للبيع, على 40 في المئة … والأجانب على 35: two alike, joined by و, the unit said with the first."""
    if not 0 < number.i - source.j <= NEAR:
        return False
    between = view.words[source.j : number.i]
    if not any(word.startswith("و") for word in between) or not open_after(view, number):
        return False
    if between[-1] == "و":
        follower = view.word(number.j)
        paired = follower.startswith("ل") or follower in AFTER_SHARES
        return paired and len(between) <= 4 and (len(between) == 1 or between[0].startswith("ل") or between[0] in AFTER_SHARES)
    same_lead = between[-1] == view.word(source.i - 1) and between[-1] in ("علي", "ب", "عند")
    return same_lead or source.kind == "percent" and between[-1].startswith("وال") and len(between) <= 2


def beside(view: View, number: Number, source: Mention) -> bool:
    """دولار من 1.30: a bare number that من or إلى sets against the amount right before it."""
    return source.j == number.i - 1 and view.word(source.j) in ("من", "الي") and open_after(view, number)


def rate(view: View, number: Number) -> Amount | None:
    """151.3 للدولار and الدولار عند 7.80 are exchange rates: in the currency that rises or falls in the clause, else in that of
    the amount before (an amount that says nothing)."""
    word = view.word(number.j + 1) if view.word(number.j) == "مقابل" else view.word(number.j)
    if number.scaled and not number.digits:
        return None
    if view.word(number.i - 1) == "عند" and noun_at(view, number.i - 2, ("ال", "وال")) is not None and open_after(view, number):
        return Amount(None, None)
    if (
        not word.startswith(("لل", "ال"))
        or word == view.word(number.j)
        and word.startswith("ال")
        or word not in load_money().nouns
        or view.word(number.i - 1) not in RATES
    ):
        return None
    for at in range(number.i - 1, max(-1, number.i - 12), -1):
        noun = noun_at(view, at, ("ال", "وال", "لل"))
        if noun is not None and not noun.minor and not noun.plural:
            family = load_money().families[noun.family]
            return Amount(family.default, family.name)
    return Amount(None, None)


def counter(view: View, number: Number) -> tuple[str | None, ...]:
    """The currency that a rate prices (للدولار, الدولار عند): it is never the rate's own."""
    priced_by = view.word(number.j).startswith("لل") or view.word(number.j) == "مقابل"
    places = (number.j, number.j + 1) if priced_by else (number.i - 2,)
    nouns = [noun_at(view, at, ("ال", "وال", "لل")) for at in places]
    return tuple(load_money().families[noun.family].default for noun in nouns if noun is not None and not noun.minor)
