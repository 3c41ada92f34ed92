"""Which words turn a sentence: لكن always, إلا and غير only before أن (غير أن الأسعار …, and not القطاع غير النفطي)."""

from typing import Final

from ..extractors.base import View

# words that turn nothing by themselves, and what makes conjunctions of them
HALVES: Final = frozenset(("غير", "الا"))
NEVERTHELESS: Final = frozenset(("مع", "ومع", "رغم", "ورغم"))
CLOSING: Final = frozenset(("»", "”", '"'))
THAT: Final = frozenset(("ان", "انه", "انها", "انهم", "انهما", "اننا", "انني"))


def turning(view: View, at: int) -> bool:
    """Whether a word of turning at a token is a conjunction there."""
    return view.word(at) not in HALVES or view.word(at + 1) in THAT


def over(view: View, at: int) -> bool:
    """«…» ومع ذلك خفضت الجامعة …: what follows a quotation that has closed is the writer's own."""
    if view.word(at) not in NEVERTHELESS or view.word(at + 1) != "ذلك":
        return False
    return view.word(at - 2 if view.word(at - 1) in ("،", ",", ".") else at - 1) in CLOSING
