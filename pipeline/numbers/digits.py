"""A run of digits and signs in, its readings out, the likeliest first. What the signs leave open stays open here.

>>> read_digits("1.635.092,22"), read_digits("2,5")
(Reading(value=Decimal('1635092.22'), other=None, decimal=','), Reading(value=Decimal('2.5'), other=None, decimal=','))
>>> read_digits("15.000")
Reading(value=Decimal('15000'), other=Decimal('15.000'), decimal='.')
"""

import re
from decimal import Context, Decimal
from typing import Final, NamedTuple

# longer runs are no amounts: they are skipped, not computed with
MAX_DIGITS: Final = 24
EXACT: Final = Context(prec=100)
"""No sum or product of such runs and of magnitudes has more digits: nothing is rounded."""
SHORT: Final = Context(prec=28)
"""For the quotients, which may go on for ever."""
_SIGNS: Final = re.compile(r"[.,٫٬،']")
_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:[.,٬،'][0-9]{3})+")
_INDIAN: Final = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}")


class Reading(NamedTuple):
    """``value`` is the likeliest number, ``other`` the second one where one sign may be decimal or thousands.

    ``decimal`` is the sign that is decimal: in ``value``, or in ``other`` where there is one.
    """

    value: Decimal
    other: Decimal | None = None
    decimal: str | None = None


def read_digits(run: str) -> Reading | None:
    """The readings of ``[0-9]+([.,٫٬،'][0-9]+)*``; None where no convention gives a number (dates, versions, addresses)."""
    if len(run) > MAX_DIGITS:
        return None
    if run.isdecimal():
        return Reading(Decimal(run))
    signs = _SIGNS.findall(run)
    last = signs[-1]
    if last == "٫" or len(set(signs)) == 2 and signs.count(last) == 1 and last not in "٬'":
        return _grouped_decimal(run, last)
    if len(set(signs)) > 1:
        return None
    if len(signs) > 1:
        return Reading(_plain(run)) if _GROUPED.fullmatch(run) or _INDIAN.fullmatch(run) else None
    return _single_sign(run, last)


def _single_sign(run: str, sign: str) -> Reading | None:
    whole, fraction = run.split(sign)
    if sign in "٬'":
        return Reading(_plain(run)) if len(fraction) == 3 and len(whole) <= 3 else None
    decimal = Decimal(f"{whole}.{fraction}")
    if len(fraction) != 3 or len(whole) > 3 or whole.startswith("0"):
        return Reading(decimal, None, sign)
    return Reading(_plain(run), decimal, sign)


def _grouped_decimal(run: str, sign: str) -> Reading | None:
    whole, fraction = run.rsplit(sign, 1)
    if not whole.isdecimal() and not _GROUPED.fullmatch(whole):
        return None
    return Reading(Decimal(f"{_plain(whole)}.{fraction}"), None, sign)


def _plain(run: str) -> Decimal:
    return Decimal(_SIGNS.sub("", run))
