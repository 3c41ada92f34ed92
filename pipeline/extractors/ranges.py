"""How two numbers that stand side by side belong together: an interval, a change, a list, or not at all.

``بين 47 و55``, ``6-7``, ``10 إلى 20`` are intervals: one claim. ``ارتفع من 10 إلى 20`` is a change: two. ``40 و52 على التوالي``
is a list: two, the first without its unit.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from ..lexicon.affixes import prefixed
from ..lexicon.wordsets import word_set
from ..numbers.number import Number, times
from ..text.charmap import TATWEEL
from .base import Free, View
from .changes import COMMAS, between_before, changes, from_before, size_to_level
from .votes import sides

HYPHENS: Final = frozenset(("-", "–", "—", "~", "‐", "‑", "−"))
TO: Final = word_set("ranges", "to")
DATING: Final = word_set("scan", "dating")
AGES: Final = word_set("ranges", "ages")
LABELS: Final = prefixed(word_set("ranges", "labels"))
COUNTS: Final = word_set("ranges", "counts")
# what comes in grades: بنزين 95, عيار 21; a price that goes from there to more than so many times as much begins elsewhere
GRADED: Final = prefixed(word_set("ranges", "graded"))
GRADES: Final = 2
# what a minus may stand against: an opening sign, a word before numbers, a letter
OPENING: Final = frozenset(("(", "<", ">", "="))
LEADS: Final = word_set("ranges", "leading")
ATTACHED: Final = frozenset(("ب", "ل", "وب", "ول"))
# a minus in words, and one that takes off from what stands before it unless a level is led up to (نصف الثمن ناقص 10%)
MINUS: Final = prefixed(word_set("ranges", "minus"), ("", "و", "ب", "ل", "وب"))
LESS: Final = prefixed(word_set("ranges", "less"), ("", "ب"))
BEFORE_LESS: Final = word_set("ranges", "leading") - {"او"}
LEVELLED: Final = prefixed(word_set("ranges", "levelled"), ("", "و", "ف"))
OWNER: Final = 3
# no interval goes from 2000 to more than so many times as much
SPREAD: Final = 100


def relation(view: View, first: int, gap: int, after: int, joined: bool, sums: bool = False) -> str | None:
    """``range``, ``change`` or ``list`` for a number that starts at token ``first`` and ends, unit included, before ``gap``,
    and another that starts at ``after``; ``joined``: و is attached to the second; ``sums``: they are money."""
    between = [view.word(at) for at in range(gap, after)]
    if joined and not between or between == ["و"]:
        return "range" if between_before(view, first) else "list"
    if len(between) == 1 and between[0] in HYPHENS:
        return "range"
    if (
        between
        and between[0] in TO
        and (len(between) == 1 or len(between) == 2 and between[1] in ("نحو", "حوالي", "ال", "%", "$", "€", "£"))
    ):
        opening = from_before(view, first)
        return "change" if opening is not None and changes(view, opening, sums) else "range"
    if between == ["او"]:
        return "range"
    if between in (["،"], [","], ["،", "و"]) or joined and between == ["،"]:
        return "list"
    return None


def shared_scale(first: Number, second: Number) -> Decimal:
    """What the first number is to be multiplied by: the magnitude is said once, after the second (10 إلى 20 مليون)."""
    if first.scaled or not second.scaled or second.value == second.scale or first.value >= 1000:
        return Decimal(1)
    return second.scale


def negative(view: View, i: int) -> bool:
    """سالب or a minus sign that stands against its number, after a space, an opening bracket or a word that leads to numbers."""
    if minus_word(view, i - 1):
        return True
    if view.word(i - 1) != "-" or not view.glued(i) or view.is_digits(i - 2):
        return False
    return not view.glued(i - 1) or view.word(i - 2) in OPENING or _led(view, i - 1)


def minus_word(view: View, at: int) -> bool:
    """سالب, وسالب; إلى ناقص 3%, بناقص 3%, بلغ النمو ناقص 3%, but neither زائد أو ناقص 3% nor نصف الثمن ناقص 10%."""
    word = view.word(at)
    if word not in LESS:
        return word in MINUS
    before = view.words[max(0, at - OWNER) : at]
    if word.startswith("ب") or before and before[-1] in BEFORE_LESS:
        return True
    return view.is_word(at - 1) and before[-1] != "او" and not LEVELLED.isdisjoint(before)


def _led(view: View, minus: int) -> bool:
    """و-4, إلى-4, بـ-4; in ب-4 the sign is the joint, which in بـ-4 the tatweel is."""
    before = view.word(minus - 1)
    if before in LEADS:
        return not view.glued(minus - 1)
    raw = view.page.to_raw(view.cut.start(minus), view.cut.start(minus) + 1)
    return before in ATTACHED and view.page.raw[raw.start - 1 : raw.start] == TATWEEL


class Group(NamedTuple):
    """Numbers that make one claim: places ``first`` to ``last`` in ``view.numbers``; ``owner`` has the unit, which the others
    share; ``i`` and ``j`` bound its tokens, unit included."""

    first: int
    last: int
    owner: int
    i: int
    j: int
    low: Decimal
    high: Decimal | None
    elided: bool
    link: str


def groups(
    view: View, free: Free, spans: Mapping[int, tuple[int, int]], alike: Callable[[int, int], bool], apart: bool = False
) -> list[Group]:
    """The claims that numbers with units (``spans``: place -> tokens of number and unit) and their bare neighbours make.

    ``alike`` tells whether two places have the same unit, ``apart`` whether a size may stand beside its level (not so in
    shares: تقلص 10% إلى 12% is an interval). Read from right to left: the unit is said once, at the end.
    """
    found: list[Group] = []
    done = len(view.numbers)
    for place in sorted(spans, reverse=True):
        if place < done:
            chain = _chain(view, free, spans, alike, place, apart)
            found += chain
            done = chain[-1].first
    return found[::-1]


def _chain(
    view: View, free: Free, spans: Mapping[int, tuple[int, int]], alike: Callable[[int, int], bool], place: int, apart: bool
) -> list[Group]:
    numbers, (i, j) = view.numbers, spans[place]
    current = Group(place, place, place, i, j, numbers[place].value, None, False, "single")
    chain = [current]
    while current.first > 0:
        at = current.first - 1
        number, own = numbers[at], spans.get(at)
        if not free(number) or own and not alike(at, place) or not own and at - 1 in spans and spans[at - 1][1] > number.i:
            break
        start, gap = own if own else (number.i, number.j)
        joined = numbers[current.first].joined and current.i == numbers[current.first].i
        spoken = current.i - 1 >= gap and minus_word(view, current.i - 1)
        signed = spoken or current.i - 1 > gap and negative(view, current.i)
        joined = joined or spoken and view.word(current.i - 1).startswith("و")
        opens = start - 1 if negative(view, start) else start
        link = relation(view, opens, gap, current.i - 1 if signed else current.i, joined, apart)
        if link in (None, "range") and not apart and sides(view, number, gap, numbers[current.first]):
            link = "list"
        if link is None or own and link != "range" or not own and _stands_alone(view, number, link, numbers[place]):
            break
        if own and apart and size_to_level(view, start, gap) or not own and link == "list" and _counts_else(view, at):
            break
        if link == "list" and len(chain) == 1 and view.word(current.i - 1) in COMMAS and not numbers[current.first].joined:
            break
        scale = Decimal(1) if own else shared_scale(number, numbers[place])
        low = times(number.value, scale) if scale > 1 else number.value
        if link == "range":
            ends = _ends(-low if opens < start else low, -current.low if signed else current.low)
            if current.high is not None or ends is None:
                break
            current = Group(at, current.last, place, opens, current.j, *ends, current.elided, "range")
            chain[-1] = current
        else:
            current = Group(at, at, place, start, gap, low, None, True, link)
            chain.append(current)
    return chain


def _ends(first: Decimal, second: Decimal) -> tuple[Decimal, Decimal] | None:
    """An interval's two ends; below nought the greater may be said first (بين -2% و-4%)."""
    if first == second or first > second >= 0:
        return None
    return min(first, second), max(first, second)


def _counts_else(view: View, at: int) -> bool:
    """A number without a unit that is no member of a list: شخص واحد و12%, دون سن 18 و7%, بين 18 و24، و20%, البالغ
    عددها 825، و90%."""
    number = view.numbers[at]
    if number.worded and number.value == 1 or view.word(number.i - 1) in AGES or view.word(number.i - 1) in LABELS:
        return True
    if view.word(number.i - 1) in COUNTS and view.word(number.j) in COMMAS:
        return True
    before = view.numbers[at - 1] if at else None
    return before is not None and relation(view, before.i, before.j, number.i, number.joined) == "range"


def _stands_alone(view: View, number: Number, link: str, owner: Number) -> bool:
    """A year is no part of a list or change, nor of a range: في عامي 2019 و40%, الربع الثالث من 2024 إلى 14.4 مليار; nor is
    what ends a name: كوفيد-19 و4%. ``owner`` has the unit, and perhaps a magnitude for both."""
    dated = view.word(number.i - 1) in DATING
    if _ends_name(view, number.i):
        return True
    if link == "range" and not dated:
        return _level_follows(view, number, owner)
    first = 1000 if link == "list" or dated else 1900
    return number.digits and first <= number.value <= 2100 and number.end - number.start == 4


def _ends_name(view: View, i: int) -> bool:
    """كوفيد-19: a hyphen against its number and against a word that leads to none."""
    tied = view.word(i - 1) in HYPHENS and view.glued(i) and view.glued(i - 1)
    return tied and view.is_word(i - 2) and not negative(view, i)


def _level_follows(view: View, number: Number, owner: Number) -> bool:
    """في موسم 2022 إلى 119 مليون, عيار 21 إلى 3,900 جنيه, بنزين 95 إلى 1080 فلسا, نقطة مئوية واحدة إلى 2.49%: a level that is
    so many times as much as the number before إلى, or than one of a thing, makes no interval with it."""
    if view.word(number.j) != "الي" or between_before(view, number.i) or from_before(view, number.i) is not None:
        return False
    if number.worded and number.value == 1:
        return True
    spread = GRADES if number.digits and view.word(number.i - 1) in GRADED else SPREAD
    return owner.value > spread * times(number.value, shared_scale(number, owner))
