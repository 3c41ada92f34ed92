"""What stands before two numbers that من and إلى join, in; whether they are the two ends of a change out.

``ارتفع من 10 إلى 20``, ``دفع السعر من 10 إلى 20`` are changes, ``يتراوح من 10 إلى 20``, ``يكسب من 10 إلى 20`` are none.
"""

from typing import Final

from ..lexicon.cue_forms import verb_forms
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from .base import View
from .year_leads import unit

# one comma between two numbers makes no list: بلغ العدد 2,1 مليون، 60 بالمائة منهم نساء
COMMAS: Final = ("،", ",")
BETWEEN: Final = word_set("ranges", "between")
# words that may stand between بين or من and the first number
SKIPPED: Final = word_set("ranges", "skipped")
# between a change and its size: what prices, earns or leads up to a level, so that the change is none of the number's
PRICING: Final = word_set("ranges", "pricing")
# changes that are given or granted: the number right after them is all of their size
GIVEN: Final = word_set("ranges", "given")
FI: Final = word_set("percent", "fi")
BACK: Final = 20
NEAR: Final = 12
# what opens another clause: a change before it is none of the numbers after it
CLAUSES: Final = frozenset((".", "؛", "!", "؟", "كما", "بينما", "فيما", "حيث"))
# gains and losses that are of the numbers' size: يكسب من 10 إلى 50 دولارا
GAINS: Final = frozenset(verb_forms(sorted(word_set("ranges", "gains"))))
FROM: Final = ("من", "ومن")
COMPARATIVES: Final = word_set("year", "comparatives")
PUSHING: Final = word_set("ranges", "pushing")
PUSHED: Final = word_set("ranges", "pushed")
SWELLING: Final = word_set("ranges", "swelling")
PREFIXES: Final = ("ال", "بال", "وال", "لل", "ب")
OWNERS: Final = ("ها", "هما", "هم", "ه")


def between_before(view: View, at: int) -> bool:
    """Whether بين or ما بين opens right before token ``at``."""
    return view.word(at - 1) in BETWEEN or view.word(at - 1) in SKIPPED and view.word(at - 2) in BETWEEN


def from_before(view: View, at: int) -> int | None:
    """The token of the من that opens right before token ``at``, the first of من أقل من; none in أكثر من, which compares."""
    for place in (at - 1, at - 2):
        if view.word(place) in FROM:
            if view.word(place - 1) not in COMPARATIVES:
                return place
            return place - 2 if view.word(place - 2) in FROM else None
        if view.word(place) not in SKIPPED:
            return None
    return None


def changes(view: View, opening: int, sums: bool = False) -> bool:
    """Whether a word of rising, falling or passing from one state to another governs the من at ``opening``, before ``sums`` of
    money or other numbers."""
    stops = cues().range_openers
    level = False
    for place in range(opening - 1, max(-1, opening - BACK), -1):
        word = view.word(place)
        if word in CLAUSES or word in stops and not _passed(view, place, opening):
            return False
        if _moves(word, level) or sums and word in SWELLING:
            return True
        level = level or _level(word)
    return False


def _moves(word: str, level: bool) -> bool:
    """Whether a word tells a change; ``level``: what has one stands between it and the numbers, as gains and pushes want it."""
    verbs = cues().change
    if word in verbs or word[:1] == "ل" and word[1:] in verbs or _of_it(word):
        return level or word not in GAINS
    return level and (word in PUSHING or word[:1] in ("و", "ف", "ل") and word[1:] in PUSHING)


def _of_it(word: str) -> bool:
    """زيادتها, ومضاعفته: a change with the pronoun of what changes."""
    stem = next((word[: -len(tail)] for tail in OWNERS if word.endswith(tail) and len(word) > len(tail) + 2), "")
    return stem in cues().change or stem.endswith("ت") and f"{stem[:-1]}ه" in cues().change


def _level(word: str) -> bool:
    """سعر, السعر, بسعرها: what has a level."""
    word = next((word[len(prefix) :] for prefix in PREFIXES if word.startswith(prefix) and len(word) > len(prefix) + 2), word)
    if word in PUSHED:
        return True
    stem = next((word[: -len(tail)] for tail in OWNERS if word.endswith(tail)), "")
    return stem in PUSHED or stem.endswith("ت") and f"{stem[:-1]}ه" in PUSHED


def _passed(view: View, place: int, opening: int) -> bool:
    """Whether a بين that stands before the من holds people (تقاسم الأرباح بين الشركاء) or has both its numbers already (ارتفع
    بين 301 و324 من 72,000 إلى 300,000), and no amounts (إلى ما بين 4 و6% من 8 إلى 12%)."""
    if view.word(place) not in BETWEEN:
        return False
    if view.is_word(place + 1):
        return True
    inside = [number for number in view.numbers if place < number.i and number.j <= opening]
    if len(inside) != 2 or not (inside[1].joined or view.word(inside[1].i - 1) == "و"):
        return False
    return not unit(view.word(inside[1].j)) and view.word(inside[1].j) not in FI


def size_to_level(view: View, first: int, gap: int) -> bool:
    """ارتفع الذهب 12 دولارا إلى 2340 دولارا: the size of a change and the level that it led to, each with its unit. Not where
    a stop, a new clause or a verb of pricing stands between the change and the number, nor where the change is itself what is
    given (زيادة 100 دولار إلى 200 دولار)."""
    if view.word(gap) != "الي" or between_before(view, first) or from_before(view, first) is not None:
        return False
    up, down, stops = cues().up, cues().down, cues().range_openers
    for place in range(first - 1, max(-1, first - NEAR), -1):
        word = view.word(place)
        if word in CLAUSES or word in COMMAS or word in stops or word in PRICING or word.startswith("و") and word[1:] in PRICING:
            return False
        if word in up or word in down:
            return view.word(place - 1) not in stops and not (place == first - 1 and word in GIVEN)
    return False
