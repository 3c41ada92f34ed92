"""Whether a word of rising or falling means that where it stands, and which one of several counts."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.affixes import CONJUNCTIONS
from ..lexicon.context import context_words
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from ..text.tokens import WORD

AHEAD: Final = frozenset(("تقدم", "تقدما", "تقدمت", "يتقدم", "تتقدم", "تقدموا"))
DEVELOPS: Final = frozenset(("تطور", "يطور", "طور"))  # تطوره الشركة
# who gains or loses a part of something (يكسب 70% من دخله, خسر 70% من مدخراته), and what is worth less (فقدت 40% من قيمتها)
GAINS: Final = word_set("direction", "gains")
WORTH: Final = ("قيم", "القيم")
# words of change that only the sizes of changes are told with (اتسعت بمقدار)
UP, DOWN = (frozenset(head + word for word in word_set("direction", name) for head in CONJUNCTIONS) for name in ("up", "down"))
# words of change that no size of its own follows: انزلق إلى, بمضاعفة الرسم إلى
MORE, FEWER = (
    frozenset(head + word for word in word_set("direction", name) for head in (*CONJUNCTIONS, "ب"))
    for name in ("doubling", "sliding")
)
GROWTH: Final = frozenset(head + word for word in ("نمو", "نموا", "النمو") for head in (*CONJUNCTIONS, "ب"))
NEGATIVE, PARTIES, PROFITS, SINCE, GAINED, LACKED = (
    word_set("direction", name) for name in ("negative", "parties", "profits", "since", "gained", "lacked")
)
OWNERS: Final = ("ها", "هم", "ه")
EXCEED: Final = word_set("direction", "exceed")
# what only looks like a word of change: نقل 5 ملايين, ضعف ما كان
NEVER: Final = word_set("direction", "never")
OBJECTS, PARTICLES, CHAINED, SIZES = (word_set("direction", name) for name in ("objects", "particles", "chained", "sizes"))
# what shows that a word of change is another: قلت له, تقدم على, زائد أو ناقص
OTHERWISE: Final = {
    "قلت": ("له", "لها", "لهم", "ان", "انه", "لك"), "تقدم": ("علي",), "تقدموا": ("علي",), "تقدمت": ("علي",), "زائد": ("او",),
    "زياده": ("علي",),
}  # fmt: skip


def way(view: View, at: int) -> str:
    """``up`` or ``down`` of the word of change at a token; نمو سلبي is a fall."""
    word = view.word(at)
    if word not in cues().up and word not in UP:
        return "up" if word not in cues().down and course(word, False) == "up" else "down"
    return "down" if word in GROWTH and not NEGATIVE.isdisjoint(view.words[at + 1 : at + 3]) else "up"


@lru_cache(maxsize=1 << 13)
def course(word: str, closed: bool) -> str | None:
    """``up`` or ``down`` of a word of change, its object or its owner on it too (فرفعه, تباطؤه, زيادته), unless it is ``closed``
    by ة; لقفز."""
    if word in NEVER:
        return None
    if word in cues().up or word in MORE:
        return "up"
    if word in cues().down or word in FEWER:
        return "down"
    for tail in () if closed else OWNERS:
        if word.endswith(tail) and len(word) > len(tail) + 2:
            bare = word[: -len(tail)]
            return course(bare, closed) or (course(bare[:-1] + "ه", True) if bare.endswith("ت") else None)
    return course(word[1:], closed) if word.startswith("ل") and len(word) > 4 and word[1:] in cues().change else None


def changes(view: View, at: int, mention: Mention, sized: bool) -> bool:
    """Whether a word of rising or falling stands at a token, and means that."""
    word, after = view.word(at), view.word(at + 1)
    if not _moves(word) and not (sized and _moves_its_own(word)) or word in NEVER:
        return False
    if word in EXCEED or word[1:] in EXCEED:
        bounds = after in ("علي", "عن") or not sized and not {"علي", "عن"}.isdisjoint(view.words[at : mention.i])
        return not bounds and (sized or word.lstrip("و") not in ("يقل", "تقل"))
    if word == "فقد":  # a particle before a verb in the past: فقد نال 8.6%
        return after.startswith("ال") or after in OBJECTS or view.is_digits(at + 1)
    if word.lstrip("وف") in AHEAD and (not sized or _leads(view, at, mention)):  # تقدم المدارس خدماتها, تقدم بطلبات
        return False
    if profit(word, view.word(at - 1)) or lack(view, at):
        return False
    if (
        word in GAINED
        and view.word(mention.j).startswith("من")
        and view.word(mention.j) != "منذ"
        and not since(view, mention.j + 1)
    ):
        return False
    own = word if word in GAINS else word.lstrip("وس")
    if own in GAINS and view.word(mention.j) == "من" and not its_own(view.word(mention.j + 1)):
        return False
    if word == "تخفيض" and at == mention.i - 1:  # a discount
        return False
    return after not in OTHERWISE.get(word, ())


def _moves(word: str) -> bool:
    return word in cues().up or word in cues().down or word in UP or word in DOWN


def _moves_its_own(word: str) -> bool:
    """رفعها بنسبة 5%, تخفضه, انكماشه, لزادت; not ربحها, تتقدمهم, تطوره."""
    bare = next((word[: -len(tail)] for tail in OWNERS if word.endswith(tail)), word).lstrip("وف")
    return bare not in GAINS and bare not in AHEAD and bare not in DEVELOPS and course(word, False) is not None


def _leads(view: View, at: int, mention: Mention) -> bool:
    """تقدم المرشح على منافسه بنسبة 47%, مقابل 44%: votes, no rise."""
    near = view.words[max(0, at - 3) : mention.i] + view.words[mention.j + 1 : mention.j + 2]
    against = view.word(mention.j) == "مقابل" and (view.is_digits(mention.j + 1) or view.word(mention.j + 1) == "ال")
    return against or "علي" in near or any(word.lstrip("وفل").removeprefix("ال") in PARTIES for word in near)


def profit(word: str, before: str) -> bool:
    """هامش ربح: after a noun of measure it is a profit."""
    return word.lstrip("وف") == "ربح" and before.lstrip("وفبل") in PROFITS


def lack(view: View, at: int) -> bool:
    """فيروس نقص المناعة, يعانون من نقص في الدواء: what is wanting is no fall of the figure; نقص السكان 3% is."""
    word = view.word(at)
    return word.endswith("نقص") and (view.word(at + 1) in LACKED or view.word(at - 1) == "من")


def since(view: View, at: int) -> bool:
    """بزيادة 2% من الشهر السابق: when it was what it has risen from."""
    return view.word(at) in SINCE or view.is_digits(at) and len(view.word(at)) == 4 and view.word(at) < "2100"


def its_own(word: str) -> bool:
    """فقدت المدينة 60% من سكانها, 40% من قيمتها: it is itself less than it was."""
    return word.startswith(WORTH) or word.endswith(("ها", "هم", "ه")) and not word.startswith("ال")


def its_size(view: View, at: int, level_at: int) -> bool:
    """لم يكن الانخفاض قد تجاوز 12 نقطة: the change itself is what reaches the number."""
    if view.word(at).startswith("ال"):
        return level_at - at <= 3 and view.word(level_at) == "تجاوز"
    return level_at - at <= 2 and view.word(at) in CHAINED  # ارتفاع لا يتجاوز 3%


def outermost(view: View, at: int) -> int:
    """خفض معدل انتشار ارتفاع ضغط الدم بنسبة 33%: of a chain of nouns, the first one changes."""
    if view.word(at) not in CHAINED:
        return at
    found = at
    for place in range(at - 1, max(-1, at - 4), -1):
        word = view.word(place)
        if view.kind(place) != WORD or word.startswith(("ال", "لل", "بال", "وال")) or word in PARTICLES:
            break
        if (word in cues().up or word in cues().down) and word != "فقد":
            found = place
    return found


def future(word: str) -> bool:
    """سيوفر: a verb with its own object, unless the size of the change is what it tells (سيبلغ); a name is none (ستوكس)."""
    if not word.startswith(("سي", "ست")) or len(word) < 5 or word[1:] in SIZES or word in cues().change:
        return False
    return word in context_words().verbs or word[1:] in context_words().verbs
