"""Whether a figure is so, or expected, hoped for, conditional, denied or only reported."""

from __future__ import annotations

from ..extractors.base import Mention
from ..lexicon.context import context_words
from .attribution import PARTICIPLES
from .chunks import FIGURE, Chunks
from .clause import HARD

RANK = ("denied", "conditional", "hoped", "expected", "reported")
REACH, AHEAD = 22, 16
COURSES = ("صعودا", "نزولا", "ارتفاعا", "انخفاضا", "هبوطا", "تراجعا")
KINDS = {"expect": "expected", "hope": "hoped", "propose": "hoped", "deny": "denied"}
TURNS = ("لكن", "بيد", "غير")
PRESENT = ("ي", "ت", "ن", "وي", "وت", "لي", "لت", "في")
FUTURE = ("سي", "ست", "وسي", "وست", "فسي", "فست")


def modality(chunks: Chunks, mention: Mention, said: str | None) -> tuple[str, str]:
    """The modality, and why. ``said`` is the kind of the verb by which somebody says so, None where nobody does."""
    cued = _condition_after(chunks, mention) or _cue(chunks, mention)
    if (mention.rule.endswith("-change") or _set_against(chunks, mention)) and (
        cued in ("expected", "hoped") or said in ("expect", "propose")
    ):
        return ("reported" if said is not None else "asserted"), "the level that is to be left holds now"
    if said == "deny" or cued == "denied":
        return "denied", "a verb of denying"
    if said in ("expect", "propose"):
        return ("expected" if said == "expect" else "hoped"), "the verb of who says so"
    if cued is not None:
        return cued, "a cue near the figure"
    return ("reported", "somebody says so") if said == "say" else ("asserted", "nothing else is said")


def _set_against(chunks: Chunks, mention: Mention) -> bool:
    """مقابل 6.1%, صعودا من 87: the figure that the expected one is compared with."""
    at = mention.i - 1
    return chunks.view.word(at) == "مقابل" or chunks.view.word(at) == "من" and chunks.view.word(at - 1) in COURSES


def _cue(chunks: Chunks, mention: Mention) -> str | None:
    """The nearest cue before the figure in its clause."""
    words, table = chunks.view.words, context_words().modality
    outer = table.outer
    apart = False  # وأن opened another clause after the cue
    settled = False  # a past verb nearer than the cue: what was expected has happened
    for at in range(mention.i - 1, max(-1, mention.i - REACH), -1):
        word = words[at]
        if word in HARD or word in PARTICIPLES or word.startswith(TURNS):
            return None
        apart = apart or word in ("وان", "وبان", "وانه", "وانها")
        hit = table.at(words, at) if word in outer else None
        if (
            hit is not None
            and not (settled and hit[0] in ("expected", "hoped"))
            and not (hit[0] == "conditional" and _assertive(chunks, at))
        ):
            return "conditional" if hit[0] == "expected" and word.startswith(FUTURE) and _supposed(chunks, at) else hit[0]
        kind = chunks.verbs.get(at)
        if kind in KINDS and not settled:
            return KINDS[kind]
        if kind is not None and not settled and not apart and word.startswith(FUTURE) and len(word) > 4:
            return "conditional" if _supposed(chunks, at) else "expected"
        if kind is not None and not word.startswith(PRESENT) or word in ("التي", "الذي", "الذين"):
            settled = True
    return None


def _supposed(chunks: Chunks, at: int) -> bool:
    """إذا بني السد فستبلغ الكلفة: a condition opens the sentence."""
    return any(chunks.view.word(n) in ("اذا", "لو", "واذا", "ولو", "فاذا") for n in range(max(0, at - REACH), at))


def _condition_after(chunks: Chunks, mention: Mention) -> str | None:
    """مليونا ريال إذا أحرزوا الدوري: the condition follows."""
    view = chunks.view
    for at in range(mention.j, min(mention.j + AHEAD, view.size)):
        word = view.word(at)
        if chunks.verbs.get(at) == "say" or chunks.taken[at] == FIGURE:
            return None
        if word == "ان" and at + 1 in chunks.verbs and view.source(at, at + 1).startswith("إ"):
            return "conditional"
        if at < mention.j + 4 and (
            word in ("اذا", "شريطه", "بشرط", "لو")
            or word == "ان"
            and view.source(at, at + 1).startswith("إ")
            or word == "في"
            and view.word(at + 1) == "حال"
        ):
            return "conditional"
        if word in ("اذا", "شريطه", "بشرط"):
            return "conditional"
        if word in HARD or word in ("،", ","):
            return None
    return None


def _assertive(chunks: Chunks, at: int) -> bool:
    """قد and إن before a past say that it is so: قد بلغت, إن الإيرادات بلغت."""
    word = chunks.view.word(at)
    if word.endswith("ان"):
        return not (at + 1 in chunks.verbs and chunks.view.source(at, at + 1).lstrip("وف").startswith("إ"))
    return word.endswith("قد") and not chunks.view.word(at + 1).startswith(("ي", "ت"))
