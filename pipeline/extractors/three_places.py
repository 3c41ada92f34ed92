"""Three digits after a sign, in the light of what money has a thousand parts: ``سعر السهم 1.250 دينار كويتي`` is a dinar and a
quarter, ``95,194 جنيها`` are thousands. A mention of money and the text that it stands in, its value by the other reading of
its digits out."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ..lexicon.wordsets import word_set
from ..numbers.settle import NOUGHTS
from .base import Mention

THREE_PLACES: Final = word_set("prices", "three_places")
# a gram of gold costs a thousand of it
CHEAP: Final = word_set("prices", "cheap")
# what is sold one by one for little money
THINGS: Final = word_set("prices", "things")
FOR_ONE: Final = word_set("prices", "for_one")
# what changes hands at a rate: only after a word of it
CHANGED: Final = word_set("prices", "changed")
RATES: Final = word_set("prices", "rates")
STOPS: Final = frozenset("،؛.,!؟\n")
BACK, AHEAD, WORDS = 80, 24, 8
WHOLE: Final = 100
# a rate of less, with three places, is none of thousands: اليورو عند 1,085 دولار
RATE: Final = 10
PLACES: Final = 3


def three_places(text: str, mention: Mention, among_coins: bool = False) -> None:
    """Reads a lone dot before three digits as decimal where the amount is the price of one share, litre, barrel or currency;
    a comma too, where the document groups no thousands with it and what is sold one by one costs no thousand of that money.
    ``among_coins``: another price of its sentence is told in the parts of that money (هامور 2.800 ر.ع، سردين 150 بيسة)."""
    if mention.high is not None:
        _small_range(text, mention)
        return
    number = mention.number
    reading = number.reading if number is not None else None
    if number is None or number.scaled or reading is None or reading.other is None:
        return
    if reading.decimal != "." and (mention.fields.get("currency") in CHEAP or NOUGHTS in text):
        return
    told = among_coins and reading.decimal == "." or _price(text, mention)
    if mention.low == reading.value and reading.other < WHOLE and told:
        mention.low = reading.other


def _small_range(text: str, mention: Mention) -> None:
    """من 3 إلى 3.500 ر.ع: no price ranges from three to thousands."""
    figures = [word for word in text[mention.start : mention.end].split() if word[0].isdecimal()]
    whole, _, thousandths = figures[-1].partition(".") if figures else ("", "", "")
    if mention.low is None or mention.high is None or not 0 < mention.low < WHOLE:
        return
    if len(thousandths) != PLACES or not thousandths.isdecimal() or not whole.isdecimal():
        return
    high = Decimal(figures[-1])
    if mention.high == high.scaleb(3) and mention.low <= high <= mention.low * RATE:
        mention.high = high


def grouped(text: str, mention: Mention) -> None:
    """Reads a comma before three digits as one of thousands though the document's decimals have commas too, since money of a
    hundred parts has no third place: 2,5% … 95,194 جنيها. Rates have one."""
    number = mention.number
    reading = number.reading if number is not None else None
    if number is None or number.scaled or reading is None or reading.other is None or reading.decimal != ",":
        return
    if mention.high is None and mention.low == reading.other and reading.other >= RATE and not _price(text, mention):
        mention.low = reading.value


def _price(text: str, mention: Mention) -> bool:
    after = text[mention.end : mention.end + AHEAD].split()
    if after and after[0].rstrip(".،؛") in FOR_ONE:
        return True
    words = text[max(0, mention.start - BACK) : mention.start].split()[-WORDS:]
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word in THINGS or word in CHANGED and place and words[place - 1] in RATES:
            return True
        if not STOPS.isdisjoint(word) or word[:1].isdigit():
            return False
    return False
