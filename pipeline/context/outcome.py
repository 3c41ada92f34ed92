"""Where a measure has come to, as the two numbers or a clause of result tell: تخفيض الفدية من 15 مليونا إلى 9, زيادة قدرها 3،
ليصبح السعر 12; and what is added to a price, or taken from what something is worth."""

from ..extractors.base import Mention, View
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from .change_words import WORTH, course
from .chunks import FIGURE, Chunks
from .lexemes import HARD

RESULTS, ADDING, PRICES, ERASING, REGAINING = (
    word_set("figure_direction", name) for name in ("results", "adding", "prices", "erasing", "regaining")
)
FROM, OPENING, APART, BESIDE, BACK, FAR = 2, 6, 8, 6, 24, 10


def outcome(chunks: Chunks, mention: Mention, before: list[Mention]) -> str | None:
    """``up`` or ``down`` of what the metric has come to."""
    return (
        _moved(chunks, mention, before) or _resulted(chunks, mention) or _added(chunks, mention) or of_value(chunks.view, mention)
    )


def _moved(chunks: Chunks, mention: Mention, before: list[Mention]) -> str | None:
    """من 9% إلى 21%, من 9% قبل عشر سنوات إلى 21%: the numbers themselves tell."""
    view, left = chunks.view, next((other for other in reversed(before) if other.kind != "year"), None)
    if left is None or left.kind != mention.kind or left.low is None or mention.low is None:
        return None
    opening = view.words[max(0, left.i - OPENING) : left.i]
    if view.word(mention.i - 1) != "الي" or "من" not in opening[-FROM:] or not cues().range_openers.isdisjoint(opening):
        return None
    between = range(left.j, mention.i)
    if len(between) > APART or any(at in chunks.verbs or view.words[at] in HARD or chunks.taken[at] == FIGURE for at in between):
        return None
    if left.fields.get("currency") != mention.fields.get("currency"):
        return None
    first, last = left.high or left.low, mention.high or mention.low
    return None if first == last else "up" if last > first else "down"


def _resulted(chunks: Chunks, mention: Mention) -> str | None:
    """خفض راتبه إلى النصف، ليصبح 48 ألفا; زيادة قدرها 3 دولارات، ليصبح سعره 12: the change that leads there."""
    words = chunks.view.words
    at = next((at for at in range(mention.i - 1, max(0, mention.i - BESIDE - 1), -1) if words[at] in RESULTS), None)
    if at is None or FIGURE in chunks.taken[at : mention.i]:
        return None
    for place in range(at - 1, max(-1, at - BACK - 1), -1):
        if words[place] in HARD:
            return None
        way = course(words[place], place in chunks.closed)
        if way is not None and words[place + 1] != "عن":
            return way
    return None


def _added(chunks: Chunks, mention: Mention) -> str | None:
    """سيضيف 5 بنسات إلى سعر القهوة: a sum that a price rises by."""
    view = chunks.view
    if view.word(mention.j) != "الي" or view.word(mention.j + 1) not in PRICES:
        return None
    return None if ADDING.isdisjoint(view.words[max(0, mention.i - FAR) : mention.i]) else "up"


def of_value(view: View, mention: Mention) -> str | None:
    """محا 18 مليارا من قيمتها السوقية, استعادت 27% من قيمتها, تبخر 98% من قيمتها."""
    if view.word(mention.j) != "من" or not view.word(mention.j + 1).startswith(WORTH):
        return None
    near = view.words[max(0, mention.i - BESIDE) : mention.i]
    return "down" if not ERASING.isdisjoint(near) else "up" if not REGAINING.isdisjoint(near) else None
