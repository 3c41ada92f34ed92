"""Where numbers begin, in; the beginnings outside long rows of digits, out: a table's row or garbage is no figure of a text."""

from __future__ import annotations

from typing import Final

from ..text.tokens import is_digits

# numbers in a row of a table that lost its lines; enumerations of a text have commas or words between
LONGEST: Final = 40
# between two runs of digits of one row: spans, phone numbers, the decimal sign of the wire agencies
TIES: Final = frozenset(("-", "–", "ـ", "ر", "/", "_"))


def outside_rows(starts: list[int], words: list[str]) -> list[int]:
    """``starts`` without those of digits that more than :data:`LONGEST` others follow or precede with nothing or a tie between.

    >>> outside_rows(list(range(50)), ["1990"] * 50), outside_rows([0, 2], ["7", "-", "9"])
    ([], [0, 2])
    """
    if len(starts) <= LONGEST:
        return starts
    kept: list[int] = []
    row: list[int] = []
    for at in starts:
        if row and not _goes_on(row[-1], at, words):
            kept += row if len(row) <= LONGEST else ()
            row = []
        row.append(at)
    return kept + row if len(row) <= LONGEST else kept


def _goes_on(last: int, at: int, words: list[str]) -> bool:
    tied = at - last == 1 or at - last == 2 and words[last + 1] in TIES
    return tied and is_digits(words[at]) and is_digits(words[last])
