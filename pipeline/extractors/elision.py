"""What shows that a number without a unit is an amount or share: what follows it, what leads up to it, what stands beside it."""

from __future__ import annotations

from typing import Final

from ..lexicon.cues import cues
from ..lexicon.elision import elision_words
from ..lexicon.wordsets import word_set
from ..lexicon.years import year_words
from ..numbers.number import Number
from ..text.tokens import WORD
from .base import Mention, View
from .elided_gaps import dated, yearly
from .open_number import absolute, open_after
from .sum_like import sum_like

OPEN_PREFIXES: Final = ("ب", "وب", "فب", "ل")
AFTER_SHARES: Final = word_set("elision", "after_shares")
EQUALS: Final = word_set("elision", "equals")
# a student, and who demanded
DEMANDED: Final = frozenset(("طالب", "وطالب"))
OUT_OF_IT: Final = frozenset(("منها", "منه", "ومنه"))
ADVERBS: Final = word_set("elision", "adverbs")
ASIDES: Final = word_set("elision", "asides")
FIRST: Final = 1900
# how near its whole a part stands that counts no noun after it: منها 600 مليون قروضا
WHOLE: Final = 3
NEAR, SPAN, CLAUSE, FAR = 8, 5, 10, 14


def counting(view: View, number: Number, reach: int = CLAUSE) -> bool:
    """Whether the clause speaks of something that is counted or measured, not paid."""
    words = elision_words()
    clause = range(max(0, number.i - reach + 1), number.i)
    return any(view.words[at] in words.measured or _counted(view, at) for at in clause)


def headed(view: View, number: Number) -> bool:
    """Whether the clause speaks of people or of a number of something: the goods whose price it tells are none of these."""
    return any(_counted(view, at) for at in range(max(0, number.i - CLAUSE + 1), number.i))


def _counted(view: View, at: int) -> bool:
    """A word of what is counted: of students, and not طالب بـ, nor راتب الموظف and مستحقات العمال, which are sums."""
    words = elision_words()
    if view.words[at] not in words.counting or view.words[at] in DEMANDED and view.words[at + 1].startswith("ب"):
        return False
    return not (at and view.words[at].startswith("ال") and view.words[at - 1] in words.flows)


def led(view: View, number: Number) -> bool:
    """A word of price, or ب, right before the number, its modifier between."""
    hit = cues().modifier_before.at(view.words, number.i - 1)
    return (
        number.prefix in OPEN_PREFIXES
        or hit is not None
        or elision_words().scaled_leads.at(view.words, number.i - 1) is not None
        or view.word(number.i - 1) in elision_words().flows
        or _paid(view, number)
        or _opening(view, number)
    )


def _opening(view: View, number: Number) -> bool:
    """تسعتاشر مليون ونص، بعد الضرايب: a sum that opens its sentence goes on with what was said, nothing counted after it."""
    opens = number.i == 0 or number.i == 1 and view.kind(0) != WORD
    return opens and (number.j >= view.size or view.kind(number.j) != WORD)


def _paid(view: View, number: Number) -> bool:
    """خصصت الميزانية للصحة 260 مليارا: a verb of paying governs the number, no other figure and no stop between."""
    if not absolute(view, number):
        return False
    for at in range(number.i - 1, max(-1, number.i - NEAR), -1):
        if view.word(at) in elision_words().paying:
            return True
        if view.kind(at) != WORD or view.entries[at] is not None:
            return False
    return False


def closing(view: View, number: Number) -> bool:
    """ليقفل عند 18.26: where a share closes, told in decimals; an index is counted in points."""
    return (
        number.value % 1 != 0
        and view.word(number.i - 1) == "عند"
        and view.word(number.i - 2) in elision_words().closing
        and open_after(view, number)
    )


def bracketed(view: View, mention: Mention) -> bool:
    """A conversion, in brackets or after أي, is an aside: what comes after goes on with the amount before it."""
    if mention.kind != "money":
        return False
    if view.word(mention.i - 1) == "(" and view.word(mention.j) == ")":
        return True
    return any(view.word(mention.i - steps) in ("اي", "او") and view.word(mention.i - 1) in EQUALS for steps in (2, 3, 4))


def aside(view: View, mention: Mention) -> bool:
    """A share in brackets or after البالغة tells of what stands before it: the sentence goes on with its amounts."""
    return mention.kind == "percent" and view.word(mention.i - 1) in ASIDES


def follows(view: View, number: Number, source: Mention) -> bool:
    """من 250 مليون ريال إلى 400 مليون: the end of a change, right after its beginning."""
    return number.i == source.j + 1 and view.word(source.j) == "الي" and view.word(source.i - 1) == "من"


def priced_alike(view: View, number: Number, source: Mention) -> bool:
    """صالة بتسعة آلاف دولار، وفستان بـ700: another price, led by ب as the one before it was."""
    if number.i - source.j > FAR or number.value < 2 or not open_after(view, number) or number.prefix in ("بال", "وبال"):
        return False
    if number.worded and not number.scaled and not (sum_like(view, number) or number.value >= 100):
        return False
    source_by = view.word(source.i - 1) == "ب" or source.number is not None and source.number.prefix in ("ب", "وب")
    return source_by and (view.word(number.i - 1) == "ب" or number.prefix in ("ب", "وب"))


def small(view: View, number: Number, source: Mention | None) -> bool:
    """من ثمانية جنيهات إلى عشرة, بستة ريالات فصار بأحد عشر: small numbers too, where a change ends or a price is told again."""
    if source is None or source.kind != "money":
        return False
    return follows(view, number, source) or number.value > 9 and priced_alike(view, number, source)


def reached(view: View, number: Number, source: Mention) -> bool:
    """تبلغ 37,2 في المئة، وترتفع لدى الإناث إلى 48: a second share that rises or falls, its sign said with the first."""
    if view.word(number.i - 1) != "الي" or number.i - source.j > CLAUSE or not open_after(view, number):
        return False
    moved = [at for at in range(source.j, number.i - 1) if view.word(at) in cues().up or view.word(at) in cues().down]
    return bool(moved) and view.word(moved[0]).startswith(("و", "ف"))


def taken_from(view: View, number: Number, source: Mention) -> bool:
    """15,5 مليون منها, منها 600 مليون قروضا: a part of the amount before; منها مليون نسخة is none."""
    if view.word(number.i - 1) in OUT_OF_IT:
        follower = view.word(number.j)
        near = number.i - source.j <= WHOLE or follower.startswith("ل")
        return follower not in year_words().counted and (near or open_after(view, number))
    return view.word(number.j) in ("منها", "منه")


def compared(view: View, number: Number, source: Mention) -> bool:
    """بدلا من 300, مقابل 77 قبل سنة, إلى 5500 بعد أن كانت بأربعة آلاف: one price or share set against another."""
    if not open_after(view, number):
        return False
    lead = view.word(number.i - 1)
    hit = cues().modifier_before.at(view.words, number.i - 1)
    before = number.i - 1 - (hit[1] if hit else 0)
    if view.word(before) == "مستوي" and yearly(number, FIRST):
        return False
    if elision_words().bare_leads.at(view.words, before) is not None:
        return True
    near = number.i - source.j <= NEAR
    if lead == "الي" and view.word(source.i - 1) == "من" and number.i - source.j <= SPAN:
        return True
    return (
        lead == "مقابل"
        and near
        and not _against_counted(view, number, source)
        or lead == "بعد"
        and near
        and bool(number.value % 1 or _reached(view, source))
        or _left(view, number)
    )


def _against_counted(view: View, number: Number, source: Mention) -> bool:
    """14 صوتا مقابل 9, بأغلبية 8 مقابل 1: what stands before مقابل is counted, and so is the number."""
    between = [(number.i - other.j, other) for other in view.numbers if source.j <= other.i]
    return any(gap == 1 and not dated(other) or gap in (2, 3) and view.is_word(other.j) for gap, other in between)


def _reached(view: View, source: Mention) -> bool:
    return view.word(source.i - 1) in ("الي", "عند")


def _left(view: View, number: Number) -> bool:
    after = [view.word(number.j + n) for n in range(3)]
    return view.word(number.i - 1) == "الي" and after[:2] == ["بعد", "ان"] and after[2] in ("كان", "كانت")


def coordinated(view: View, number: Number, source: Mention) -> bool:
    """2060 ريالا للشراء و2074 للبيع, على 40 في المئة … والأجانب على 35: two alike, joined by و, the unit said with the first."""
    if not 0 < number.i - source.j <= NEAR:
        return False
    between = view.words[source.j : number.i]
    if not any(word.startswith("و") for word in between) or not open_after(view, number):
        return False
    if between[-1] == "و":
        follower = view.word(number.j)
        paired = follower.startswith("ل") or follower in AFTER_SHARES
        return paired and len(between) <= 4 and (len(between) == 1 or between[0].startswith("ل") or between[0] in AFTER_SHARES)
    same_lead = between[-1] == view.word(source.i - 1) and between[-1] in ("علي", "ب", "عند")
    return same_lead or source.kind == "percent" and between[-1].startswith("وال") and len(between) <= 2


def sometimes(view: View, number: Number, source: Mention) -> bool:
    """يباع بـ12 ألفا وأحيانا 13, 40 دينارا بل 45: another price right after the first, an adverb between."""
    between = view.words[source.j : number.i]
    told = 0 < len(between) <= 2 and between[0] in ADVERBS and (len(between) == 1 or between[1] in ("ب", "الي", "حتي", "و"))
    return told and number.digits and open_after(view, number)


def beside(view: View, number: Number, source: Mention) -> bool:
    """دولار من 1.30: a bare number that من or إلى sets against the amount right before it."""
    return source.j == number.i - 1 and view.word(source.j) in ("من", "الي") and open_after(view, number)
