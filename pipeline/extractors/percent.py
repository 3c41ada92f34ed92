"""A sentence's numbers in, its percentages out: ``62%``, ``٪15``, ``ثلاثين في المئة``, ``٢٥ نقطة أساس``, ``6-7%``."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from ..lexicon.affixes import prefixed
from ..lexicon.elision import elision_words
from ..lexicon.marks import PERCENT, POINT
from ..lexicon.percent import percent_words
from ..lexicon.wordsets import word_set
from ..numbers.number import Number
from ..text.tokens import DIGITS, LATIN, WORD
from .base import Free, Mention, View
from .ranges import groups, negative

# after the points of an index, a game or an exam
WHOLE: Final = 100
INDEXED: Final = prefixed(word_set("percent", "indexed"))
INDICES: Final = word_set("percent", "indices")
PARTS: Final = {"ونصف": Decimal("0.5"), "وربع": Decimal("0.25")}
OF_A_POINT: Final = frozenset(("النقطه", "نقطه"))
FI: Final = word_set("percent", "fi")
Unit = tuple[str, int, int]  # the unit's name, the first and the last token of number and unit


def percents(view: View, free: Free) -> list[Mention]:
    """Mentions of kind ``percent``; numbers beside them that share their unit are some too."""
    if not view.marks & PERCENT:
        return []
    units: dict[int, Unit] = {}
    end = 0
    for place, number in enumerate(view.numbers):
        unit = _unit(view, number) or _point(view, number, units) if free(number) else None
        if unit is not None and unit[1] >= end:  # the sign in 5%7 is the first one's
            units[place] = unit
            end = unit[2]
    spans = {place: (i, j) for place, (_, i, j) in units.items()}
    found: list[Mention] = []
    for group in groups(view, free, spans, lambda a, b: units[a][0] == units[b][0]):
        fields: dict[str, Any] = {"unit": units[group.owner][0]}
        if group.elided:
            fields["elided"] = True
        rule = f"percent-{group.link}"
        mention = Mention("percent", view, group.i, group.j, group.low, group.high, rule, fields, view.numbers[group.first])
        if group.high is None and view.word(group.i + 1) in percent_words().point_ones:
            mention.low = percent_words().point_parts.get(view.word(group.i), group.low)
        if group.high is None and negative(view, group.i):
            mention.low = -group.low
            mention.i -= 1
            mention.start = view.cut.start(mention.i)
        free.take(mention.i, mention.j)
        found.append(mention)
    return found + _duals(view, free) if view.marks & POINT else found


def _unit(view: View, number: Number) -> Unit | None:
    words, j = percent_words(), number.j
    word = view.word(j)
    if word == "%" or word in words.one:
        return "percent", number.i, j + 1
    if word in FI and view.word(j + 1) in words.after_fi:
        return "percent", number.i, j + 2
    if word in words.point_nouns and view.word(j + 1) in words.point_units:
        return words.point_units[view.word(j + 1)], number.i, j + 2
    before = view.word(number.i - 1)
    if before == "%" and view.glued(number.i) and not _encoded(view, number):
        return "percent", number.i - 1, j
    if (
        before in words.one
        and number.digits
        and (number.i < 2 or not view.is_digits(number.i - 2) and view.entries[number.i - 2] is None)
    ):
        return "percent", number.i - 1, j
    return None


def _point(view: View, number: Number, before: dict[int, Unit]) -> Unit | None:
    """بسبع نقاط مئوية بين النساء و11 نقطة بين الرجال: points after points of percent are such too."""
    points = percent_words().point_nouns
    if view.word(number.j) not in points or view.word(number.j + 1) in INDICES or not before or number.value > WHOLE:
        return None
    name, _, end = next(reversed(before.values()))
    if not INDEXED.isdisjoint(view.words[end : number.i]):
        return None
    last = view.word(end - 1)
    return (name, number.i, number.j + 1) if last in points or last in percent_words().point_units else None


def _encoded(view: View, number: Number) -> bool:
    """10%20 and a%20b: the sign belongs to what stands before it, or to an address."""
    if view.glued(number.i - 1) and view.kind(number.i - 2) in (DIGITS, LATIN):
        return True
    return view.glued(number.j) and view.kind(number.j) == LATIN


def _duals(view: View, free: Free) -> list[Mention]:
    """نقطتان مئويتان is two percentage points with no numeral, نقطة مئوية واحدة and بنقطة مئوية are one, نقطة مئوية ونصف one
    and a half."""
    words, found = percent_words(), []
    for at, word in enumerate(view.words):
        dual = word in words.point_duals
        unit = words.point_units.get(view.word(at + 1)) if dual or word in words.point_ones else None
        if unit is None or free.taken[at]:
            continue
        one = view.word(at + 2) in ("واحده", "واحد")
        part, after = _part(view, at + 3 if one else at + 2)
        if dual or one or part or word.startswith("ب"):
            value, j = Decimal(2 if dual else 1) + part, after
            mention = Mention("percent", view, at, j, value, None, "percent-dual" if dual else "percent-one", {"unit": unit})
            free.take(at, j)
            found.append(mention)
    return found


def _part(view: View, at: int) -> tuple[Decimal, int]:
    """ونصف, وربع النقطة: of a point, not of something else (ونصف السكان)."""
    part = PARTS.get(view.word(at), Decimal(0))
    if not part:
        return part, at
    if view.word(at + 1) in OF_A_POINT:
        return part, at + 2
    follows = at + 1 < view.size and view.kind(at + 1) == WORD and view.word(at + 1) not in elision_words().followers
    return (Decimal(0), at) if follows else (part, at + 1)
