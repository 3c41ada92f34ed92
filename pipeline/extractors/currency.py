"""The currency beside a number: what stands after it (دولار أمريكي, من اليورو, ر.س, $) or before it ($, USD)."""

from functools import cache
from typing import Final, NamedTuple

from ..lexicon.inflect import adjective_forms
from ..lexicon.money import Family, MoneyLexicon, Noun, load_money
from ..lexicon.places import load_places
from ..lexicon.sign_tables import sign_tables
from ..lexicon.wordsets import word_set
from ..text.charmap import TATWEEL
from ..text.tokens import LATIN
from .base import Amount, View

# a currency that is also a measure, of what من names: 5 أوقيات من الذهب
MEASURES: Final = word_set("money", "measures")

# bn, m, k after digits are magnitudes only beside a currency; م too, in the Maghrebi abbreviation م/درهم
LATIN_SCALES: Final = {
    "k": 3,
    "K": 3,
    "m": 6,
    "M": 6,
    "mn": 6,
    "mln": 6,
    "b": 9,
    "B": 9,
    "bn": 9,
    "Bn": 9,
    "BN": 9,
    "tn": 12,
    "T": 12,
    "million": 6,
    "billion": 9,
}

# 2500 دهـ is so many dirhams, المبلغ 2500 ده this very sum
SHORT_DIRHAM: Final = "ده"


class Unit(NamedTuple):
    """Tokens ``i`` to ``j`` of number and currency, what is said of the currency, and 10^``power`` to multiply with."""

    i: int
    j: int
    amount: Amount
    power: int


def unit_of(view: View, i: int, j: int) -> Unit | None:
    """The currency of the number in tokens ``i`` to ``j``; None where there is none."""
    power, j = _latin_scale(view, j)
    unit = _noun_after(view, i, j) or _sign_after(view, i, j) or _sign_before(view, i, j)
    if unit is None:
        return None
    return unit._replace(power=unit.power + power)


def _latin_scale(view: View, j: int) -> tuple[int, int]:
    if j < view.size and view.kind(j) == LATIN and (view.glued(j) or len(view.word(j)) > 1) and view.word(j) in LATIN_SCALES:
        return LATIN_SCALES[view.word(j)], j + 1
    if view.word(j) == "م" and view.word(j + 1) == "/" and view.word(j + 2) in load_money().nouns:
        return 6, j + 2
    return 0, j


def noun_at(view: View, at: int, prefixes: tuple[str, ...] = ("",)) -> Noun | None:
    """The currency noun at a token, a main unit before a minor one."""
    nouns = load_money().nouns.get(view.word(at))
    if nouns is None:
        return None
    fitting = [noun for noun in nouns if noun.prefix in prefixes]
    return min(fitting, key=lambda noun: noun.minor) if fitting else None


def _noun_after(view: View, i: int, j: int) -> Unit | None:
    at = j
    noun = noun_at(view, at)
    if noun is None and view.word(j) in ("من", "م", "/"):
        at = j + 1
        noun = noun_at(view, at, ("ال", ""))
        if noun is not None and not (noun.plural or view.word(j) == "/" or noun.prefix and not noun.weak):
            return None
    if noun is None or noun.count == 2 or noun.family in MEASURES and view.word(at + 1) == "من":
        return None
    amount, end = described(view, noun, at)
    return Unit(i, end, amount, 0)


def described(view: View, noun: Noun, at: int) -> tuple[Amount, int]:
    """What the noun at a token and the words after it say, and the token after them: دولار أمريكي, فرنك سويسري, ليرة عثمانية."""
    money = load_money()
    family = (money.minors if noun.minor else money.families)[noun.family]
    end = at + 1
    code, name = family.default, family.name
    hit = _qualified(view, family, end)
    if hit is None and view.word(end) in ("واحد", "واحده"):
        end += 1
        hit = _qualified(view, family, end)
    if hit is not None:
        code, name, length = hit
        end += length
    elif code is None and not noun.minor and view.word(end) in nationalities():
        code, end = "", end + 1
    if noun.minor and hit is None and view.word(end) == "من":
        main = noun_at(view, end + 1, ("ال",))
        told = money.families[main.family].default if main is not None and not main.minor else None
        if told in family.parts:
            code, end = told, end + 2  # سنت من اليورو
    return Amount(code, name if not noun.minor else None, noun.family if noun.minor else None, full=hit is not None), end


@cache
def nationalities() -> frozenset[str]:
    """Adjectives of all countries, in the indefinite: ريال تونسي was money, and has no code today."""
    forms = {form for each in load_places().adjectives.values() for adjective in each for form in adjective_forms(adjective)}
    return frozenset(form for form in forms if not form.startswith("ال"))


def _qualified(view: View, family: Family, at: int) -> tuple[str | None, str, int] | None:
    words = [view.word(place) for place in range(at, at + 4)]
    hit = family.qualify(words, 0)
    return None if hit is None else (hit.code, hit.family, hit.length)


def _sign_after(view: View, i: int, j: int) -> Unit | None:
    place = sign_tables().after(view.text, view.cut.end(j - 1), view.end)
    if place is None:
        return None
    start, end = place
    sign = view.text[start:end]
    if len(sign) == 1 and sign.isalpha() and _other_letter(view, i, j):
        return None
    if sign == SHORT_DIRHAM and view.page.raw[view.page.to_raw(start, end).end :][:1] != TATWEEL:
        return None
    # the last point of ر.س. at the end of a sentence is the sentence's
    end = end - 1 if sign.endswith(".") and end >= view.end else end
    return _from_sign(view, load_money(), sign, i, _token_at(view, j, end))


def _other_letter(view: View, i: int, j: int) -> bool:
    """A letter that is no dinar: 16سا 30د are minutes, 4 د الأحياء is the Moroccan genitive."""
    return view.word(i - 1) in ("سا", "س") or not view.glued(j) and view.word(j + 1).startswith("ال")


def _sign_before(view: View, i: int, j: int) -> Unit | None:
    start = view.cut.start(i)
    place = sign_tables().before(view.text, max(view.start, start - 8), start)
    if place is None:
        return _ligature_before(view, i, j)
    at, end = place
    first = i
    while first > 0 and view.cut.start(first - 1) >= at:
        first -= 1
    if first > 0 and view.is_digits(first - 1) and view.glued(first):
        return None
    return _from_sign(view, load_money(), view.text[at:end], first, j)


def _ligature_before(view: View, i: int, j: int) -> Unit | None:
    """﷼ is a word in normal form, and a sign in the source."""
    if i == 0 or view.word(i - 1) != "ريال" or view.source(i - 1, i) != "\N{RIAL SIGN}":
        return None
    return Unit(i - 1, j, Amount(None, "ريال"), 0)


def _from_sign(view: View, money: MoneyLexicon, sign: str, i: int, j: int) -> Unit | None:
    minor = money.minor_symbols.get(sign)
    if minor is not None:
        return Unit(i, j, Amount(money.minors[minor].default, None, minor), 0)
    symbol = money.symbols[sign]
    return Unit(i, j, Amount(symbol.code, symbol.family), symbol.power)


def _token_at(view: View, j: int, offset: int) -> int:
    """The token that begins at or after an offset."""
    while j < view.size and view.cut.start(j) < offset:
        j += 1
    return j
