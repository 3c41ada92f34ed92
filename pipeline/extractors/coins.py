"""Amounts that are said by the noun alone: دولارين, ريال واحد, بدينار و200, what is bought بدينار."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ..lexicon.cues import cues
from ..lexicon.money import Noun, load_money
from ..lexicon.wordsets import word_set
from ..text.tokens import WORD
from .amount_tail import extend
from .base import Free, Mention, View
from .currency import described, noun_at

PREFIXES: Final = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب")
TOKEN: Final = ("رمزي", "رمزيا", "رمزيه")
LEVELS: Final = frozenset(("عتبه", "حاجز", "مستوي"))
ONE: Final = ("واحد", "واحده", "واحدا")


def without_number(view: View, free: Free, covered: bytes) -> list[Mention]:
    """دولارين is two, ريال واحد is one, بدينار و200 and ليرة ونصف open with one."""
    found = []
    nouns = load_money().nouns
    for at, word in enumerate(view.words):
        if word not in nouns or free.taken[at] or covered[at]:
            continue
        noun = noun_at(view, at, PREFIXES) or _bounding_dual(view, at)
        if noun is None or noun.plural:
            continue
        mention = _counted_noun(view, free, at, noun)
        if mention is not None:
            free.take(mention.i, mention.j)
            found.append(mention)
    return found


def _bounding_dual(view: View, at: int) -> Noun | None:
    """دون الدولارين, فوق الريالين ونصف الريال: two that are a bound; الدولاران الأمريكي والكندي are two currencies."""
    noun = noun_at(view, at, ("ال",))
    if noun is None or noun.count != 2 or noun.minor or noun.weak or view.word(at + 1).startswith("ال"):
        return None
    lead = at - 1 - (view.word(at - 1) in LEVELS)
    hit = cues().modifier_before.at(view.words, lead)
    return noun if hit is not None or lead < at - 1 else None


def _counted_noun(view: View, free: Free, at: int, noun: Noun) -> Mention | None:
    amount, end = described(view, noun, at)
    if noun.weak and end == at + 1 and not _paid(view, at):
        return None
    if view.word(end) in TOKEN:
        end += 1
    said_one = end > at + 1 and view.word(end - 1) in TOKEN or any(view.word(place) in ONE for place in range(at + 1, end + 1))
    if said_one and view.word(end) in ONE:
        end += 1
    mention = Mention("money", view, at, end, Decimal(noun.count or 1), None, "money-dual" if noun.count else "money-one", {})
    mention.money = amount
    if any(free.taken[at:end]):
        return None
    extend(view, free, mention, None)
    bought = noun.prefix in BY and not noun.weak and not noun.minor and _bought(view, at)
    return mention if noun.count or said_one or bought or mention.j > end else None


# a word that is a unit of time or something else as well (سنتين) is money where something is paid
PAYING: Final = word_set("money", "paying")
TRADING: Final = word_set("money", "trading")
BY: Final = ("ب", "وب", "فب")
TRADED: Final = 6


def _bought(view: View, at: int) -> bool:
    """نشتري أربعة أرغفة بدينار: what is bought and sold for a dinar costs one."""
    stops = at + 1 >= view.size or view.kind(at + 1) != WORD
    return stops and not TRADING.isdisjoint(view.words[max(0, at - TRADED) : at])


def _paid(view: View, at: int) -> bool:
    """دفع سنتين, أي أقل من سنتين للفدان."""
    if view.word(at - 1) in PAYING:
        return True
    hit = cues().modifier_before.at(view.words, at - 1)
    rated = view.word(at + 1).startswith("لل") or view.word(at + 1) == "لكل"
    return rated and view.word(at - 1 - (hit[1] if hit is not None else 0)) == "اي"
