"""How far a verb of saying reaches, and whether anybody says it at all: passives, and clauses that have begun after it."""

from typing import Final

from ..extractors.base import Mention
from ..lexicon.context import context_words
from ..lexicon.wordsets import word_set
from .chunks import FIGURE, Chunks
from .complement import complement, is_complement
from .denial import NEGATIONS
from .lexemes import COMMAS
from .relative import RELATIVES
from .saying import Verb
from .tense import past
from .vowels import passive

# after a comma they open a clause that the verb before says nothing of
NEW: Final = word_set("attribution", "new")
# what is given as a cause is said too: عزا الهبوط إلى الرسوم التي زادت 5%
EXPLAINING: Final = word_set("attribution", "explaining")
# verbs that nobody does: تبين أن
UNOWNED: Final = word_set("attribution", "unowned")
# قدرت الأضرار بنحو مليون
AT: Final = frozenset(("بنحو", "بحوالي", "باكثر", "باقل", "بما", "بمبلغ", "بقرابه", "بزهاء", "بمقدار", "بحدود"))
# how far from a figure an aside closes
CLOSE: Final = 9
NOTICES: Final = frozenset(("تعلن", "يعلن"))
# the letters after the first of presents that are passives when u is written on it: يُتوقع, يُعتقد, يُطلب
PASSIVES: Final = frozenset(("تو", "عت", "تن", "نت", "طل", "زع", "ذك", "ظن"))


def told(chunks: Chunks, verb: Verb, end: int) -> bool:
    """قدر الخبراء أن … البالغ 9 آلاف, and not طالب بخفض راتبه البالغ 9 آلاف: what أن opens is all said."""
    return complement(chunks, verb.at + 1, end) is not None


def unsaid(chunks: Chunks, verb: Verb) -> bool:
    """قُدّر, يُتوقع, يُعتقد: a passive by its u, as يُقدر and يُعلن need not be; and what nobody has said: لم تعلن الشركة أن."""
    word = chunks.view.word(verb.at)
    return _denied(chunks, verb) or passive(chunks.view, verb.at) and (past(word) or word.lstrip("وف")[1:3] in PASSIVES)


def _denied(chunks: Chunks, verb: Verb) -> bool:
    """لم يؤكد المدير أن, ما لا يقوله الموظف; not لم يقدر الخبراء الكلفة بأكثر من مليون, which is an estimate too."""
    word = chunks.view.word
    return verb.kind == "say" and word(verb.at - 1) in NEGATIONS and word(verb.at) not in context_words().estimates


def notice(chunks: Chunks, verb: Verb) -> bool:
    """تعلن الجامعة عن فتح باب القبول: a notice of its own writer."""
    return verb.at <= 1 and chunks.view.start == 0 and chunks.view.word(verb.at) in NOTICES


def nobodys(chunks: Chunks, verb: Verb, kind: str) -> bool:
    """قال 28% منهم, يُقدّر أن, تبيّن أن: no pronoun that an earlier sayer stands for, where no subject follows; an amount is no
    subject (وتوقع مليارا و75 مليونا للموسم الجديد)."""
    view = chunks.view
    counted = chunks.taken[verb.at + 1] == FIGURE and not (kind == "money" and verb.kind == "expect")
    return counted or view.word(verb.at).lstrip("وف") in UNOWNED or passive(view, verb.at)


def past_it(chunks: Chunks, verb: Verb, end: int) -> bool:
    """أعلن الانفصال عن البلاد التي تضخ 67%، وكانت …: a relative clause or a new one has begun, and no أن before it."""
    view, inside = chunks.view, False
    if view.word(verb.at).lstrip("وف") in EXPLAINING:
        return False
    for at in range(verb.at + 1, end):
        word = view.word(at)
        if word in COMMAS:
            inside = False
            if view.word(at + 1) in NEW:
                return not told(chunks, verb, end)
        elif word in RELATIVES:
            inside = True
    valued = view.word(verb.at) in context_words().estimates and valued_at(chunks, end)
    return inside and not valued and not told(chunks, verb, end)


def in_aside(chunks: Chunks, verb: Verb, mention: Mention) -> bool:
    """أظهر استطلاع، وهامش الخطأ فيه 2%، أن 51% …: between commas, before what is said opens."""
    view, end = chunks.view, mention.i
    comma = next((at for at, word in enumerate(view.words[verb.at + 1 : end], verb.at + 1) if word in COMMAS), end)
    if comma == end or view.word(comma + 1)[:1] != "و" and view.word(comma + 1) not in RELATIVES:
        return False
    after = next((at for at in range(mention.j, min(view.size, mention.j + CLOSE)) if view.word(at) in COMMAS), view.size)
    opened = after + 1 < view.size and is_complement(chunks, after + 1, view.word(after + 1))
    return opened and not told(chunks, verb, end)


def valued_at(chunks: Chunks, end: int) -> bool:
    """قدرت الأضرار التي أصابت الحقول بمليون, بأكثر من مليون: an amount that ب leads to."""
    return any(word == "ب" or word[:1] == "ب" and word in AT for word in chunks.view.words[max(0, end - 4) : end + 1])


def opens(chunks: Chunks, verb: Verb, end: int) -> bool:
    """وأضاف أن, وقال في نشرته إن: a verb with nobody beside it, and what is said."""
    aside = chunks.view.word(verb.at + 1) in COMMAS
    opened = complement(chunks, verb.at + 1, min(end, verb.at + (20 if aside else 9)))
    if verb.kind == "expect" and chunks.view.word(verb.at).lstrip("وف").startswith("ي"):
        return False  # ويتوقع أن: nobody in particular
    if verb.kind in ("expect", "hope", "propose", "deny"):
        return opened is not None and opened <= verb.at + 3 or verb.at <= 1
    return opened is not None
