"""Whether a figure is so, or expected, hoped for, conditional, denied or only reported."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention
from ..lexicon.context import context_words
from ..lexicon.wordsets import word_set
from .agreed import AGREEING, agreed
from .attribution import UNDONE
from .chunks import FIGURE, Chunks
from .complement import COMPLEMENTS
from .conditions import APT, condition_after, enabling, supposing
from .denial import admitted, denied_verb
from .disowned import disowned
from .figure import MODIFIERS
from .idle import ASKS, empty, excludes
from .lexemes import HARD, NOUN, NUMBER, STOP
from .participles import PARTICIPLES
from .penalty import penal
from .relative import RELATIVES
from .remember import remembered
from .revision import revision
from .saying import asked
from .set_against import set_against
from .tense import future, future_form, past
from .turns import turning
from .undone import unchanged, unpaid

REACH, BESIDE, NEXT, ANSWER = 28, 4, 9, 8
KINDS: Final = {"expect": "expected", "hope": "hoped", "propose": "hoped", "deny": "denied"}
SAID: Final = {"expect": "expected", "hope": "hoped", "propose": "hoped", "admit": "conditional"}
SMALL: Final = frozenset(("ان", "،", ","))
UNSETTLED: Final = ("expected", "hoped", "conditional")
TURNS: Final = frozenset(("لكن", "لكنه", "لكنها", "لكنهم", "لكنهما", "بيد", "غير", "الا"))
RUMOURED: Final = frozenset(("ما", "لما", "بما"))
HEADS: Final = frozenset(("ان", "وان", "بان", "لكن", "و"))
CITING: Final = frozenset(("كما", "مثلما", "حسبما"))
CITED: Final = frozenset(("جاء", "جاءت", "ورد", "وردت"))
WOULD: Final = frozenset(("كان", "كانت", "كانوا", "وكان", "وكانت", "لكان", "لكانت"))
MEANT: Final = frozenset(("شانه", "شانها", "شانهم"))
WERE, MEANWHILE = frozenset(("كان", "كانت", "كانوا")), frozenset(("بينما", "فيما", "حين"))
# what somebody has to do after them is not done: سيتعين عليها دفع
OWED: Final = word_set("modality", "owed")
# verbs by which those who are counted speak for themselves
ANSWERING: Final = word_set("modality", "answering")
APPROVING: Final = frozenset(("اقر", "اقرت"))
# a known thing by the way
ASIDES: Final = word_set("modality", "asides")
# another clause that goes on after a cue
APART: Final = word_set("modality", "apart")
MARKS: Final = HARD.union(PARTICIPLES, APART, RELATIVES, ASIDES, SMALL, WERE, TURNS, AGREEING, (APT,))


def modality(chunks: Chunks, mention: Mention, said: str | None) -> tuple[str, str]:
    """The modality, and why. ``said`` is the kind of the verb by which somebody says so, None where nobody does."""
    if unpaid(chunks.view, mention):
        return "denied", "a denied verb of paying"
    if unchanged(chunks.view, mention):
        return "denied", "a denied verb of change"
    if disowned(chunks, mention):
        return "denied", "the clause denies the figure"
    cued = condition_after(chunks, mention) or _cue(chunks, mention) or _coming(chunks, mention)
    if cued is None and penal(chunks, mention):
        cued = "conditional"
    if cued is None and revision(chunks, mention) is not None:
        cued = "expected"
    if (mention.rule.endswith("-change") or set_against(chunks, mention)) and (cued in ("expected", "hoped") or said in SAID):
        return ("reported" if said in ("say", "expect") else "asserted"), "the level that is to be left holds now"
    if said == "deny" or cued == "denied":
        return "denied", "a verb of denying"
    if cued == "conditional":
        return cued, "a condition near the figure"
    if said in SAID:
        return SAID[said], "the verb of who says so"
    if cued is not None:
        return cued, "a cue near the figure"
    if said == "say":
        return "reported", "somebody says so"
    return ("reported", "those counted say so") if _counted_say(chunks, mention) else ("asserted", "nothing else is said")


def _counted_say(chunks: Chunks, mention: Mention) -> bool:
    """وقال 48% من السكان إنهم …: the share that the figure is speaks for itself."""
    at = mention.i - 1
    while at > 0 and chunks.view.word(at) in MODIFIERS:
        at -= 1
    verb = chunks.view.word(at).lstrip("وف") if at >= 0 else ""
    if mention.kind != "percent" or verb not in ANSWERING:
        return False
    # أقر 62% من الناخبين الدستور: they approve of it
    return verb not in APPROVING or not COMPLEMENTS.isdisjoint(chunks.view.words[mention.j : mention.j + ANSWER])


def _coming(chunks: Chunks, mention: Mention) -> str | None:
    """85% من المبلغ ستنفق على المدارس: the figure heads its clause, and what is to come follows it."""
    view = chunks.view
    if mention.i and view.word(mention.i - 1) not in HEADS and chunks.classes[mention.i - 1] != STOP:
        return None
    for at in range(mention.j, min(mention.j + NEXT, view.size)):
        if chunks.classes[at] == STOP or chunks.taken[at] == FIGURE or view.word(at) in RELATIVES:
            return None
        if future(chunks, at):
            return "expected"
        if at in chunks.verbs:
            return None
    return None


def _cue(chunks: Chunks, mention: Mention) -> str | None:
    """The nearest cue before the figure in its clause."""
    words, table = chunks.view.words, context_words().modality
    outer = table.outer
    apart = False  # وأن opened another clause after the cue
    closed = False  # a comma between
    named = chunks.view.word(mention.i - 1) in ASIDES  # الضمان البالغ 3 آلاف: a thing that is there, whatever is denied
    aside = False  # ، الذي أنفق …: what is told by the way of a thing
    settled = False  # a past verb nearer than the cue: what was expected has happened
    for at in range(mention.i - 1, max(-1, mention.i - REACH), -1):
        word = words[at]
        if at not in chunks.verbs and not _tells(word):
            continue
        if _ends(chunks, at):
            return None
        apart = apart or word in APART
        supposed = not (aside and settled) and supposing(chunks, at)
        if supposed or admitted(chunks.view, at) or not settled and enabling(chunks, at, mention.i):
            return "conditional"
        if closed and words[at - 1] in RELATIVES and words[at - 2] in ("،", ","):
            continue  # الحزب، الذي وعد بمليون، حصل على 19%
        hit = table.at(words, at) if word in outer else None
        idle = hit is None or settled and hit[0] in UNSETTLED or named and hit[0] == "denied"
        if hit is not None and not idle and not empty(chunks, at, hit[0], mention.i):
            if hit[0] == "denied" and _set_right(chunks, at, mention.i):
                return None
            return _weighed(chunks, at, hit[0])
        kind = _kind(chunks, at)
        if kind in KINDS and not settled and not _of_others(chunks, at, kind):
            return KINDS[kind]
        if not settled and (coming := _to_come(chunks, at, apart, mention.i)) is not None:
            return coming
        if word in ("،", ","):
            closed = True
        elif word in RELATIVES:
            aside = not closed and words[at - 1] in ("،", ",")
            settled = not closed  # an aside that a comma has closed settles nothing
        elif _settles(chunks, at, kind) or word in ASIDES and mention.i - at <= BESIDE:
            settled = True
    return None


def _ends(chunks: Chunks, at: int) -> bool:
    """Whether no cue before a token reaches past it: a stop, a turn, بينما كانت ميزانيته مليونين."""
    word, before = chunks.view.words[at], chunks.view.words[at - 1]
    if word in HARD or word in PARTICIPLES or word in TURNS and turning(chunks.view, at):
        return True
    return word in WERE and before in MEANWHILE


def _kind(chunks: Chunks, at: int) -> str | None:
    """The kind of the verb at a token, one of asking by its form where it is no other."""
    kind, before = chunks.verbs.get(at), chunks.view.words[at - 1]
    if kind == "other" and before not in RELATIVES and before != "ما":
        return asked(chunks.view.words[at]) or kind
    return kind


def _to_come(chunks: Chunks, at: int, apart: bool, end: int) -> str | None:
    """What a token says of what is still to be done: ، على أن يدفع, وافق على إقراض, a future unless it stands ``apart``."""
    words = chunks.view.words
    if words[at] == "ان" and words[at - 1] == "علي" and at > 1 and words[at - 2] in ("،", ","):
        return "expected"
    if words[at] in AGREEING and agreed(chunks, at, end):
        return "expected"
    if apart or not future(chunks, at):
        return None
    return "conditional" if _supposed(chunks, at) or _unfulfilled(chunks, at) else "expected"


def _settles(chunks: Chunks, at: int, kind: str | None) -> bool:
    """A past verb, or one that لم denies: what was expected or asked has come to something. Not ما لم, "unless"."""
    word = chunks.view.word
    if kind is None or kind == "say" or word(at - 1) in OWED or word(at) in CITED and word(at - 1) in CITING:
        return False
    return past(word(at)) or word(at - 1) in UNDONE and word(at - 2) != "ما"


@remembered
def _tells(word: str) -> bool:
    """Whether a word on the way back from a figure can say anything of how sure it is."""
    return word in MARKS or word in context_words().modality.outer or future_form(word)


def _weighed(chunks: Chunks, at: int, name: str) -> str:
    """What a cue says once what governs it is known: a condition before it, or a denial (لا صحة لما قيل إن …)."""
    if name == "expected" and (_supposed(chunks, at) or chunks.view.word(at + 1) in MEANT and _unfulfilled(chunks, at)):
        return "conditional"
    table, words = context_words().modality, chunks.view.words
    if name == "reported" and words[at - 1] in RUMOURED:
        near = (table.at(words, n) for n in range(max(0, at - BESIDE), at))
        return "denied" if any(hit is not None and hit[0] == "denied" for hit in near) else name
    return name


def _set_right(chunks: Chunks, start: int, end: int) -> bool:
    """ليس صحيحا أن الدين 90 مليارا، بل 80، فالدين …: what is so instead of what is denied."""
    word = chunks.view.word
    opened = (n for n in range(start + 1, end) if word(n - 1) in ("،", ","))
    return "بل" in chunks.view.words[start:end] or any(word(n).startswith("فال") for n in opened)


def _of_others(chunks: Chunks, at: int, kind: str) -> bool:
    """ثلاثة ناخبين يريدون …: a wish whose object is no figure, in a clause that a comma has closed."""
    view = chunks.view
    if kind == "deny" and (excludes(chunks, at) or denied_verb(view, at)):
        return True
    if view.word(at).endswith(ASKS) or view.word(at) == "طالب" and at and chunks.classes[at - 1] == NUMBER:
        return True  # 90 ألف طالب: students
    return kind == "hope" and any(view.word(n) in ("،", ",") for n in range(at + 1, min(at + 4, view.size)))


def _supposed(chunks: Chunks, at: int) -> bool:
    """إذا بني السد فستبلغ الكلفة: a condition opens the sentence."""
    return any(supposing(chunks, n) for n in range(max(0, at - REACH), at))


def _unfulfilled(chunks: Chunks, at: int) -> bool:
    """كان سيكلف مليونا, كانت الشركة ستدفع, كان من شأنه أن: what was to be and is not."""
    view = chunks.view
    for place in range(at - 1, max(-1, at - BESIDE), -1):
        if view.word(place) in WOULD:
            return True
        if chunks.classes[place] != NOUN:
            return False
    return False
