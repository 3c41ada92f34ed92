"""The magnitude that an amount without a unit shares with the one before it: ``87,6 مليار درهم، مقابل 77``."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ..numbers.number import Number, times
from .base import Mention, View

MAGNITUDES: Final = tuple(Decimal(10) ** power for power in (3, 6, 9, 12))

# what leads to the level after the size of a change, and how many decimals no number of minor units has
LEVELS: Final = frozenset(("الي", "عند"))
DECIMALS: Final = 2


def in_whole(view: View, mention: Mention, source: Mention) -> Mention:
    """ارتفع السهم 5 قروش إلى 13.72: a level with hundredths, after a change of so many minor units, counts the main one."""
    size, level = source.number, mention.number
    if mention.money is None or not mention.money.minor or level is None or level.scaled or view.word(level.i - 1) not in LEVELS:
        return mention
    sized = view.word(source.i - 1) not in LEVELS and view.word(source.i - 1) != "من"
    if sized and (size is None or size.value % 1 == 0) and -int(level.value.as_tuple().exponent) >= DECIMALS:
        mention.money.whole = True
    return mention


def same_scale(number: Number, source: Mention) -> Decimal:
    """87,6 مليار درهم، مقابل 77: the magnitude is said once too."""
    scale = scale_of(source)
    if scale == 1 or number.scaled or number.value >= 1000 or not source.low:
        return number.value
    scaled = times(number.value, scale)
    return scaled if max(scaled, source.low) / min(scaled, source.low) <= source.low / number.value else number.value


def scale_of(source: Mention) -> Decimal:
    """The magnitude that an amount's number has, or that it shares with another: 300 مليون، منها 120 للطاقة و180 للنقل."""
    first = source.number
    if first is None or not source.low:
        return Decimal(1)
    if first.scaled:
        return first.scale
    return next((scale for scale in MAGNITUDES if times(first.value, scale) == source.low), Decimal(1))


def spoken(number: Number) -> Decimal:
    """مليار وثلاثمائة with no noun after it is a thousand million and three hundred more: the scale is said once."""
    whole = number.value // 10**6 * 10**6
    rest = number.value - whole
    if whole and 100 <= rest < 1000 and rest % 100 == 0:
        return whole + rest * (10**6 if whole >= 10**9 else 1000)
    return number.value
