"""The word of rising or falling that governs a figure, read back through its clause: ارتفع السعر إلى 50, خفض سعره بمقدار 3."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View
from ..lexicon.context import context_words
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from .change_words import NEVER, course, lack, profit
from .chunks import FIGURE, YEAR, Chunks
from .lexemes import CONJ, HARD, PREP
from .relative import RELATIVES
from .tense import past
from .verbs import body, conjunction

REACH, BESIDE, FAR, NEAR = 30, 9, 14, 6
REACHED: Final = word_set("figure_direction", "reached")
EXCEED: Final = word_set("figure_direction", "exceed")
# what something else is measured by, told of the same subject (بسعر يقل 23%)
BOUNDS: Final = word_set("figure_direction", "bounds")
NEGATIONS: Final = frozenset(("لا", "الا", "لم", "لن", "بالا", "والا", "ولا", "ولم"))
# a verb of measure nearer than the change: the figure is a plain level, unless it is the change's own (زيادة بلغت)
LEVEL: Final = word_set("figure_direction", "level")
# what a noun has all along: القرض البالغ 5 ملايين
PLAIN: Final = word_set("figure_direction", "plain")
CLAUSES: Final = frozenset(("فيما", "بينما", "كما", "حيث", "اذ", "التي", "الذي"))
# who wins or loses a sum, whose value a market gives and takes, and what is raised without rising
WINNING: Final = word_set("figure_direction", "winning")
MARKET: Final = frozenset(("السوقي", "السوقيه", "القيمه"))
SUITS, FILING = word_set("figure_direction", "suits"), word_set("figure_direction", "filing")
FORETOLD: Final = word_set("figure_direction", "foretold")
# إلى ما نسبته 130%
WORTH: Final = word_set("figure_direction", "worth")
# what has not moved: بقي عند 62%
TO: Final = frozenset(("الي", "والي"))
STAYING: Final = word_set("figure_direction", "staying")
# between a noun of change and a figure, these tell of something else: للصعود إلى قمته 5 دنانير
NO_SIZE: Final = word_set("figure_direction", "no_size")
COMMAS: Final = frozenset(("،", ","))
AGAIN: Final = frozenset(("اي", "او"))
# وفق البيان: an aside, whatever it begins with
BY: Final = frozenset(("وفق", "وفقا"))
SPLITTING: Final = word_set("figure_direction", "splitting")
CLAUSE_OPENERS: Final = frozenset(("،", ",", "ان", "اذ", "لان"))
ASIDE, LED, REACHED_LED, SUIT = 12, 3, 4, 9


def lead(view: View, mention: Mention) -> int:
    """The token before the figure and its modifier: إلى | أقل من 50%."""
    hit = cues().modifier_before.at(view.words, mention.i - 1)
    at = mention.i - 1 - (hit[1] if hit and view.word(mention.i - 1) not in REACHED else 0)
    while view.word(at) in WORTH:
        at -= 1
    return at


def governed(chunks: Chunks, mention: Mention) -> str | None:
    """``up`` or ``down`` of the word of change that governs the figure."""
    view = chunks.view
    link = view.word(lead(view, mention))
    reached = link in REACHED
    if view.word(mention.i - 1) in PLAIN or not reached and mention.kind == "percent" and view.word(mention.j) == "من":
        return None  # القرض البالغ 5 ملايين; خفضت 58% من الأسر استهلاكها: a part
    inside = _aside(view, mention, reached)
    for at in range(mention.i - 1, max(-1, mention.i - REACH), -1):
        if at in inside:
            continue
        way = course(view.words[at], at in chunks.closed) if reached else _way(view.words[at])
        if _stops(chunks, at, link, way is not None) or reached and _measured(chunks, at, mention):
            return None
        if way is None or view.word(at + 1) == "عن" or _bounds(view, at, mention):
            continue
        if chunks.classes[at] == CONJ and not (reached and view.words[at] in EXCEED):
            continue
        if _unsaid(chunks, at, mention, reached):
            return None
        if _other(chunks, at, mention) or _by_the_way(chunks, at, mention):
            continue
        if at in chunks.verbs or _sized(chunks, at, mention) or reached and _leads_on(chunks, at, mention):
            return way
    return None


def _leads_on(chunks: Chunks, at: int, mention: Mention) -> bool:
    """خفض رسوم التسجيل إلى 5: a noun of change, and no verb between where the level is further away."""
    far = mention.i - at
    return far <= BESIDE or far <= FAR and not any(n in chunks.verbs for n in range(at + 1, mention.i))


def _way(word: str) -> str | None:
    return None if word in NEVER else "up" if word in cues().up else "down" if word in cues().down else None


def _stops(chunks: Chunks, at: int, link: str, moves: bool) -> bool:
    """Whether what stands before a token says nothing of the figure: another clause, another figure. Past a figure إلى leads on,
    and past a relative clause: قفز 22% إلى 1.38 مليار, ارتفع من 6 إلى 8, انخفضت الديون التي ورثتها إلى تسعة ملايين."""
    word, verb = chunks.view.words[at], chunks.verbs.get(at)
    if word in HARD or word in LEVEL or _another(chunks.view, at, link):
        return True
    if link == "عند" and word in STAYING:
        return True  # نما السوق، لكن الدين بقي عند 62%
    if not moves and (verb in ("measure", "pay") and _apart(chunks, at) or link not in REACHED and _parts(chunks, at)):
        return True
    return bool(chunks.taken[at]) and chunks.taken[at] != YEAR and link not in REACHED and link not in AGAIN and link != "("


def _measured(chunks: Chunks, at: int, mention: Mention) -> bool:
    """هبطت النسبة إلى 2%، إلا أن الغطاء قد يصل إلى 30%: a clause of its own leads to the figure."""
    words = chunks.view.words
    if words[at] not in CLAUSE_OPENERS:
        return False
    for n in range(mention.i - 1, at, -1):
        if chunks.taken[n] == FIGURE:
            return False
        if chunks.verbs.get(n) == "measure" and words[n][0] not in "لوف" and words[n - 1] != "حتي" and not _foretold(chunks, n):
            return True
    return False


def _foretold(chunks: Chunks, at: int) -> bool:
    """قفز إلى 32، ومن المقرر أن يصل في 2028 إلى 41: the same subject goes on; not أن يصل الغطاء إلى 41, لكن من المقرر."""
    view = chunks.view
    if view.word(at - 1) != "ان" or view.word(at - 2) not in FORETOLD or chunks.classes[at + 1] != PREP:
        return False
    return view.word(at - 3) == "ومن" or view.word(at - 4) in COMMAS or view.word(at - 4) == "ثم"


def _another(view: View, at: int, link: str) -> bool:
    """Whether another clause begins: فيما, and not فيما بعد; a relative one, unless إلى leads on past it."""
    word = view.words[at]
    if word not in CLAUSES or word == "فيما" and view.word(at + 1) == "بعد":
        return False
    return not (link in TO and word in RELATIVES)


def _apart(chunks: Chunks, at: int) -> bool:
    """ارتفع عدد السياح وبلغت الإيرادات, رسوم وصلت إلى 9%: another subject; تضاعفت الكلفة ووصلت إلى 5, حتى وصلت: the same."""
    word = chunks.view.words[at]
    if not word.startswith("و"):
        return False
    return chunks.view.word(at + 1) not in TO if conjunction(word) else chunks.view.word(at - 1) != "حتي"


def _parts(chunks: Chunks, at: int) -> bool:
    """What parts a figure from a change before it, unless إلى leads to it: a comma, a verb that tells of something else."""
    if chunks.view.words[at] in SPLITTING:
        return True
    if chunks.view.words[at] in COMMAS:
        after = chunks.view.word(at + 1)
        return after not in AGAIN and not (after.startswith("ف") and chunks.verbs.get(at + 1) == "measure")
    return at in chunks.verbs and chunks.verbs[at] != "measure"


def _aside(view: View, mention: Mention, reached: bool) -> range:
    """انخفضت الودائع، بحسب البنك، بمقدار 31 مليارا: what stands between commas right before the figure and its lead."""
    back = REACHED_LED if reached else LED
    close = next((at for at in range(mention.i - 1, max(-1, mention.i - 1 - back), -1) if view.words[at] in COMMAS), None)
    if close is None or view.word(close + 1) in AGAIN or view.word(close + 1).startswith(("و", "ف")):
        return range(0)
    for at in range(close - 2, max(-1, close - ASIDE), -1):
        if view.words[at] in COMMAS:
            another = not reached and view.word(at + 1).startswith(("و", "ف")) and view.word(at + 1) not in BY
            return range(0) if another else range(at, close + 1)
    return range(0)


def _bounds(view: View, at: int, mention: Mention) -> bool:
    """يزيد على 5, and no rise."""
    return view.words[at] in EXCEED and (view.word(at + 1) in ("علي", "عن", "ال") or view.word(mention.i - 1) in ("علي", "عن"))


def _unsaid(chunks: Chunks, at: int, mention: Mention, reached: bool) -> bool:
    """لم يرتفع; 37%، وترتفع بين النساء إلى 83% (elsewhere, not later); التي تقل عن غيرها, unless إلى leads to the figure."""
    view, word = chunks.view, chunks.view.words[at]
    if view.word(at - 1) in NEGATIONS and at in chunks.verbs:
        return True
    if mention.kind == "percent" and at and word.startswith(("وت", "وي")) and not past(word):
        return True
    return not reached and (word in BOUNDS or view.word(at - 1) in RELATIVES)


def _other(chunks: Chunks, at: int, mention: Mention) -> bool:
    """فقد شكلت is no loss, رفعت دعوى no rise, نقص التغذية no fall; who loses a sum has no measure that moves, unless traded."""
    view = chunks.view
    word, after = view.word(at), view.word(at + 1)
    if _particle(chunks, at):
        return True
    if after in SUITS or _filed(chunks, at):
        return True
    if profit(word, view.word(at - 1)) or lack(view, at):
        return True
    if word not in WINNING and word[1:] not in WINNING and word.lstrip("و").removeprefix("س") not in WINNING:
        return False
    goods = context_words().goods
    near = range(at + 1, min(at + 4, mention.i))
    return mention.kind == "money" and not any(view.word(n) in goods or view.word(n) in MARKET for n in near)


def _by_the_way(chunks: Chunks, at: int, mention: Mention) -> bool:
    """زادت الصادرات، رغم تراجع الطلب، بنسبة 4% إلى 9: a noun of change between commas, past which the verb of change leads on."""
    words = chunks.view.words
    if at in chunks.verbs or COMMAS.isdisjoint(words[at + 1 : mention.i]):
        return False
    opening = next((n for n in range(at - 1, max(0, at - LED), -1) if words[n] in COMMAS), 0)
    if not opening or words[opening + 1].startswith(("و", "ف")):
        return False
    return any(n in chunks.verbs and course(words[n], n in chunks.closed) for n in range(max(0, opening - ASIDE), opening))


def _filed(chunks: Chunks, at: int) -> bool:
    """رفعت الأسر المتضررة دعوى, and no rise: the suit is its object; not رفعت الرسوم بعد استئناف الدراسة إلى 30."""
    words = chunks.view.words
    if body(words[at]) not in FILING or at not in chunks.verbs:
        return False
    for n in range(at + 2, min(at + SUIT, chunks.view.size)):
        if words[n] in COMMAS or words[n] in TO:
            return False
        if words[n] in SUITS:
            return chunks.classes[n - 1] != PREP
    return False


def _particle(chunks: Chunks, at: int) -> bool:
    """فقد before a verb is ف and قد, and no loss: فقد شكلت, فقد ارتفع."""
    if chunks.view.words[at] not in ("فقد", "وفقد") or at + 1 == chunks.view.size:
        return False
    following = chunks.lexemes[at + 1]
    return following.verb is not None or following.perhaps


def _sized(chunks: Chunks, at: int, mention: Mention) -> bool:
    """A noun of change governs only what is told as its size: بزيادة قدرها 5 ملايين."""
    between = range(at + 1, mention.i)
    if any(n in chunks.verbs and chunks.verbs[n] not in ("measure", "copula") for n in between):
        return False
    return mention.i - at <= NEAR and NO_SIZE.isdisjoint(chunks.view.words[at + 1 : mention.i])
