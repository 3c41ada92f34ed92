"""Money of the caller's country beside foreign money: a bare price of a sentence that names none is told in what people pay with.
In: the amounts of the sentences before; out: the one whose currency an amount without a unit takes."""

from __future__ import annotations

from collections.abc import Iterable

from ..lexicon.money import load_money
from .base import Amount, Mention


class Home:
    """The last amount in the money of the caller's country, as the document goes on."""

    __slots__ = ("code", "last")

    def __init__(self, code: str | None) -> None:
        self.code = code
        self.last: Mention | None = None

    def note(self, monies: Iterable[Mention]) -> None:
        """Remembers the last of a sentence's amounts that is of home."""
        for mention in monies:
            if mention.money is not None and self._own(mention.money):
                self.last = mention

    def instead(self, source: Mention) -> Mention:
        """The amount of home before a foreign ``source``, or the source itself: دولار ونصف لليتر. … راتبها 400 ألف."""
        foreign = source.money is not None and source.money.code is not None and source.money.code != self.code
        return self.last if foreign and self.last is not None else source

    def _own(self, amount: Amount) -> bool:
        """Whether an amount is in the money of home, by its full name or by a bare word of its family (ليرة)."""
        if amount.code is not None or self.code is None:
            return amount.code == self.code and self.code is not None and not amount.minor
        family = load_money().families.get(amount.family or "")
        return family is not None and self.code in family.codes and not amount.minor
