"""Numbers as people type them. In: what stands in a field of the form; out: digits and a point, or an error that asks.

The form shows decimals with a point, so a point alone is one. A comma may be either sign: what can be read in one way only is
taken, what can be read in two is asked back.
"""

from __future__ import annotations

import re

from .problem import DecisionError

# A space within a number groups it, as ٬ does.
_SIGNS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫،− \u00a0\u202f", "01234567890123456789.,-٬٬٬", "\u061c\u200e\u200f")
_GROUPED = re.compile(r"-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?")
_GROUPED_BY_MARK = re.compile(r"-?[1-9]\d{0,2}(٬\d{3})+([.,]\d+)?")
_GROUPED_BY_POINTS = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+,\d+")
_COMMA_DECIMAL = re.compile(r"-?\d+,\d+")


def digits(typed: str) -> str:
    """Western digits and signs, without direction marks and the spaces around them.

    >>> digits(" −٣ ")
    '-3'
    """
    return typed.strip().translate(_SIGNS)


def decimal(field: str, typed: str) -> str:
    """The number as the claim has it; what is no number stays for the claim's own check. Raises DecisionError for 1,500.

    >>> [decimal("value", typed) for typed in ("٣,٥", "٣٫٥", "١٬٥٠٠", "1 500,5", "1,234,567", "1,234.5", "1.234,5", "0,50")]
    ['3.5', '3.5', '1500', '1500.5', '1234567', '1234.5', '1234.5', '0.50']
    """
    plain = digits(typed)
    if _GROUPED_BY_MARK.fullmatch(plain):
        return plain.replace("٬", "").replace(",", ".")
    if _GROUPED.fullmatch(plain):
        if plain.count(",") == 1 and "." not in plain:
            raise DecisionError(field, "two_ways", value=typed, thousands=plain.replace(",", ""), decimal=plain.replace(",", "."))
        return plain.replace(",", "")
    if _GROUPED_BY_POINTS.fullmatch(plain):
        return plain.replace(".", "").replace(",", ".")
    return plain.replace(",", ".") if _COMMA_DECIMAL.fullmatch(plain) else plain
