"""A Hijri year in, the Gregorian years that it touches out."""

from datetime import date, timedelta
from functools import cache
from typing import Final

# 1 Muharram 1 AH of the tabular calendar, which serves outside hijridate's tables, and 1 January 1 CE, as Julian day numbers
_EPOCH: Final = 1948440
_GREGORIAN_EPOCH: Final = 1721426


def gregorian_years(hijri: int) -> tuple[int, int]:
    """The Gregorian years of the first and the last day of a Hijri year: Umm al-Qura where hijridate has it (1343–1500),
    the tabular calendar elsewhere.

    >>> gregorian_years(1445), gregorian_years(600)
    ((2023, 2024), (1203, 1204))
    """
    return _exact(hijri) if 1343 <= hijri < 1500 else (_tabular(hijri, 1), _tabular(hijri, 354))


@cache
def _exact(hijri: int) -> tuple[int, int]:
    from hijridate import Hijri

    after = Hijri(hijri + 1, 1, 1).to_gregorian()
    return Hijri(hijri, 1, 1).to_gregorian().year, (date(after.year, after.month, after.day) - timedelta(days=1)).year


def _tabular(hijri: int, day: int) -> int:
    """The Gregorian year of a day of a Hijri year, by the mean length of Gregorian ones: 1 January may be in the year before."""
    days = _EPOCH + day - 1 + 354 * (hijri - 1) + (3 + 11 * hijri) // 30 - _GREGORIAN_EPOCH
    return int(days * 400 // 146097) + 1
