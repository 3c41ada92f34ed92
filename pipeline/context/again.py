"""A figure that goes on with the one before it: a conversion, a comparison, the size of a change, a new level."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from .chunks import YEAR, Chunks
from .comparison import comparison, elsewhere
from .lexemes import HARD, NOUN, PREP, STOP, VERB
from .nouns import thing
from .relative import RELATIVES

FIGURES: Final = ("money", "percent")
REACHED: Final = word_set("again", "reached")
COMPARED: Final = word_set("again", "compared")
UNLISTED, LIST = word_set("direction", "unlisted") - {"،"}, 8
AGAIN: Final = frozenset(("(", "اي", "يعني", "او"))
# what sets another level beside the one before
OTHERS: Final = word_set("again", "others")
# whose another figure is
OF_OTHERS, PLACED = word_set("again", "of_others"), word_set("again", "placed")
DATED, NAMED, NEAR = 12, 6, 5
COMMAS: Final = frozenset(("،", ","))


def _last(before: list[Mention]) -> int | None:
    return next((n for n in range(len(before) - 1, -1, -1) if before[n].kind in FIGURES), None)


def told_again(chunks: Chunks, mention: Mention, before: list[Mention]) -> int | None:
    """The place of the figure that this one tells once more: a conversion in brackets, أي and يعني after a comma."""
    place = _last(before)
    if place is None:
        return None
    between = [chunks.view.word(at) for at in range(before[place].j, mention.i)]
    if "(" in between and ")" not in between and len(between) <= 5:
        return place
    if before[place].kind == mention.kind and _set_beside(chunks, mention) and len(between) <= 10 and not HARD & set(between):
        return _main(chunks, before, place)
    same = before[place].kind == mention.kind or mention.kind == "percent"
    place = _main(chunks, before, place)
    return place if same and between and len(between) <= 7 and {"اي", "يعني", "او"} & set(between[:4]) else None


def _set_beside(chunks: Chunks, mention: Mention) -> bool:
    """5.8% من الناتج مقابل 6.1%: the same measure at another time."""
    return chunks.view.word(mention.i - 1) == "مقابل"


def _main(chunks: Chunks, before: list[Mention], place: int) -> int:
    """The figure that is spoken of, past those that it is only compared with (مقابل 1150 مليونا)."""
    while place > 0 and before[place - 1].kind in FIGURES and chunks.view.word(before[place].i - 1) in COMPARED:
        place -= 1
    return place


def continued(chunks: Chunks, mention: Mention, before: list[Mention]) -> int | None:
    """The place of the figure whose sentence goes on to this one with no noun or verb of its own."""
    place = _last(before)
    if place is None:
        return None
    start = before[place].j
    if chunks.view.word(mention.i - 1) in ("فهي", "فهو"):
        return place
    for at in range(start, mention.i):
        word = chunks.view.word(at)
        if word in HARD:
            return None
        if chunks.classes[at] == VERB and chunks.verbs[at] not in ("measure", "copula") and word not in cues().change:
            return None
    for phrase in chunks.phrases:
        if start <= phrase.i < mention.i and (not phrase.prep or phrase.prep in ("و", "ف")) and not _aside(chunks, phrase.i):
            return None
    return place


def _aside(chunks: Chunks, at: int) -> bool:
    word = chunks.view.word(at)
    return word in cues().up or word in cues().down or word in ("نفسه", "وقت", "سابق")


def inherited(chunks: Chunks, mention: Mention, source: Mention, way: str | None) -> tuple[str, ...]:
    """Which fields hold for both: a conversion shares all, the size of a change its time, a comparison neither;
    ``way`` is the direction of the first."""
    between = {chunks.view.word(at) for at in range(source.j, mention.i)}
    if chunks.view.word(mention.i - 1) in ("فهي", "فهو"):
        return ()
    if between & AGAIN:
        return ("base", "when", "direction") if _same(chunks, mention, source, way) else ("base", "when")
    if between & COMPARED:
        return () if "مقابل" not in between else ("base", "when") if _of_others(chunks, mention) else ("base",)
    if between <= {"و", "،"}:
        return ("base", "when", "direction")
    return ("when", "direction") if between & REACHED else ("when",)


def _of_others(chunks: Chunks, mention: Mention) -> bool:
    """46% في 2014، مقابل 30% من الرجال, للرجال, في حلب: others at the same time; not من قبل, للعام الماضي, في العام الماضي."""
    view, at = chunks.view, mention.j
    word = view.word(at)
    theirs = (
        word in OF_OTHERS and chunks.classes[at + 1 : at + 2] != [PREP] or word.startswith("ل") and chunks.classes[at] == NOUN
    )
    if not theirs and not (word in PLACED and thing(view.word(at + 1)) == "place"):
        return False
    for place in range(at, min(at + NEAR, view.size)):
        if view.words[place] in RELATIVES or chunks.classes[place] == STOP:
            return True
        if chunks.taken[place] == YEAR or thing(view.words[place]) == "time":
            return False
    return True


def _same(chunks: Chunks, mention: Mention, source: Mention, way: str | None) -> bool:
    """Whether it rose or fell as well: no other level (أي أقل من ذروته البالغة 50, من أصل 90), no share (أي 3% من الناتج), no sum
    that a share comes to."""
    view = chunks.view
    again = max(at for at in range(source.j, mention.i) if view.words[at] in AGAIN)
    worth = view.word(mention.i - 1) == "نسبته"  # أو ما نسبته 78% من الناتج: the level itself, as a share
    share = mention.kind == "percent" and source.kind == "money" and view.word(mention.j) == "من" and not worth
    if share or not OTHERS.isdisjoint(view.words[again : mention.i]) and not _further(chunks, mention, way):
        return False
    return source.kind != "percent" or mention.kind == "percent" or "direction" in source.fields


def _further(chunks: Chunks, mention: Mention, way: str | None) -> bool:
    """تراجع إلى 300، أي أقل بـ88: by how much it fell; not where it is set beside another (أقل بـ88 من منافسه)."""
    view = chunks.view
    return way is not None and comparison(view, mention, mention.i - 1) == way and not elsewhere(view, mention)


def listed(chunks: Chunks, first: Mention, second: Mention) -> bool:
    """9% في 2011، والأرمن 3%: a noun with و and a share alone, and no year or verb of its own."""
    start = _past_year(chunks, first, second)
    between = range(start, second.i)
    words = [word for word in chunks.view.words[start : second.i] if word not in ("،", ",")]
    if first.kind != second.kind or not 0 < len(between) <= LIST or any(at in chunks.verbs or chunks.taken[at] for at in between):
        return False
    if start > first.j and (len(between) > NAMED or not words or not words[0].startswith("وال")):
        return False
    return any(word.startswith("و") and word not in UNLISTED for word in words[:1]) and UNLISTED.isdisjoint(words)


def _past_year(chunks: Chunks, first: Mention, second: Mention) -> int:
    """The token past the year that dates the first figure, where a comma follows it: 9% من السكان في 2011، والأرمن 3%."""
    taken = chunks.taken
    at = next((at for at in range(first.j, min(first.j + DATED, second.i)) if taken[at]), second.i)
    if at == second.i or taken[at] != YEAR or not COMMAS.isdisjoint(chunks.view.words[first.j : at]):
        return first.j
    while taken[at] == YEAR and at < second.i:
        at += 1
    return at if chunks.view.word(at) in COMMAS else first.j
