"""Where a phrase that names who speaks begins and ends: it may run over several noun phrases, a title and then a name
(``المحلل | سامي حداد``), and an indefinite one takes in where the speaker comes from (``خبير في أوساكا``)."""

from __future__ import annotations

from typing import Final

from ..lexicon.context import context_words
from ..lexicon.cues import cues
from ..lexicon.money import load_money
from ..lexicon.wordsets import word_set
from ..text.tokens import DIGITS
from .chunks import FIGURE, Chunks, Place
from .complement import COMPLEMENTS, QUOTED, closing
from .lexemes import CONJ, HARD, NOUN, NUMBER, PREP, QUOTES, STOP
from .nouns import thing
from .sayers import ROLES, bare, definite, role
from .spelled import foreign, spelled
from .titled import name_after_title, named_by_place
from .vowels import accusative

ORIGINS: Final = frozenset(("في", "من", "لدي", "عن", "ما", "بعد"))
# no part of a name: شددت موسكو مرارا
ADVERBS: Final = word_set("attribution", "adverbs")
# names before الدين, which is no debt there: عز الدين
FAITH, FAITHFUL = "الدين", word_set("attribution", "faithful")
# whom a speaker speaks to: قال الوزير | للصحفيين
ADDRESSED: Final = word_set("attribution", "addressed")
# after a name they tell by the way whose or where it is: المركز | التابع للوزارة
BELONGING: Final = word_set("attribution", "belonging")
TITLES: Final = word_set("attribution", "titles")
NAME_LENGTH: Final = 8


def named(chunks: Chunks, at: int, limit: int, loose: bool = False) -> Place | None:
    """The span of the speaker from a token on, up to ``limit`` at most: nouns and names, one origin of an indefinite noun.

    ``loose``: no أن ends it, so that what the verb is about may follow it. Of a long title and a name, the name.
    """
    view, end, origin = chunks.view, at, 0
    last = min(limit, at + NAME_LENGTH + 2)
    while end < last:
        word = view.word(end)
        if word in QUOTES:
            close = closing(chunks, end, min(last, end + QUOTED))
            if close is None or any(chunks.taken[n] == FIGURE for n in range(end, close)):
                break
            end = close + 1
            continue
        if _in_name(chunks, at, end):
            if _second(chunks, at, end, loose):
                break
            end += 1
            continue
        first = not origin and end - at <= 1 + _vague(view.word(end - 1))
        if word in ORIGINS and end > at and (origin == end or first):
            if definite(view.word(at)) or _owned(chunks, at):
                break
            end += 1
            origin = end
            continue
        break
    while end > at and view.word(end - 1) in ORIGINS:
        end -= 1
    if end == at:
        return None
    if QUOTES.get(view.word(at)) == view.word(end - 1) and end - at > 2:
        return view.cut.start(at + 1), view.cut.end(end - 2)
    return view.cut.start(at if origin else name_after_title(chunks, at, end)), view.cut.end(end - 1)


def _vague(word: str) -> int:
    """مصدر مقرب من العائلة: an adjective that needs its preposition."""
    return int(word in ("مقرب", "مقربه", "مقربون", "مقربين", "مطلع", "مطلعه", "مطلعين"))


def _in_name(chunks: Chunks, at: int, here: int) -> bool:
    view, kind, word = chunks.view, chunks.classes[here], chunks.view.word(here)
    if chunks.taken[here] == FIGURE or word in HARD:
        return False
    if kind == NUMBER:  # ثلاثة من جيرانها, أربع عاملات
        return not chunks.taken[here] and view.kind(here) != DIGITS
    if word == "علي":
        return here > at and view.source(here, here + 1).endswith("ي")
    if spelled(chunks, here) or here == at + 1 and foreign(chunks, here):
        return True
    if kind in (PREP, CONJ, STOP) or word in ADVERBS:
        return False
    return kind == NOUN or here > at and chunks.classes[here - 1] == NOUN and len(word) > 2 and _a_name(chunks, here)


def _a_name(chunks: Chunks, here: int) -> bool:
    """A verb's form inside a person's name: تمام, يزيد; the word that follows opens what is said."""
    return chunks.view.word(here + 1) in COMPLEMENTS and chunks.view.word(here - 1) in ROLES


def _second(chunks: Chunks, at: int, here: int, loose: bool) -> bool:
    """Another thing that the verb has: مسؤولون | الخسائر, الشركة | هيئة الأوراق, البنك | ارتفاع الأسعار; whom it is said to."""
    view = chunks.view
    if here == at:
        return False
    word, before = view.word(here), view.word(here - 1)
    if word in BELONGING or word in ADDRESSED and view.word(at) not in context_words().papers:
        return True
    if accusative(view, here):
        return True  # قدم الحاكم | ملعبا
    opened = here in chunks.at and chunks.classes[here - 1] == NOUN and before not in ORIGINS and before != "علي"
    if loose and opened and word.startswith("ال") and not role(word) and not word.endswith("يه"):
        return True  # قدر البنك الدولي | الأضرار المادية
    if word.startswith("ل") and here == at + 1 and _owned(chunks, at):
        return True
    if definite(before) and word.startswith("ال") and role(word) and not role(before):
        return not (word in TITLES and role(view.word(at)) or before.endswith("ه") and word.endswith("يه"))
    if word.startswith("ل") and not word.startswith("لل") and context_words().entities.get(word):
        return False
    if word.startswith("ل") and not word.startswith("لل"):
        return chunks.lexemes[here].cut > 0 or len(word) > 4 and word[1:] in load_money().countries or word == "لرويترز"
    if len(before) > 5 and before.endswith(("ون", "ان")) and here == at + 1 and definite(word) and not definite(before):
        return before.endswith("ون")
    turned = any(definite(view.word(n)) and not definite(view.word(n + 1)) for n in range(at, here - 1))
    owner = definite(word) and not definite(before) and not turned  # نشرة مكتب الصرف, and not المؤرخ والتر شايدل | الناتج
    beyond = loose and (before.endswith("ون") or here > at + 1 and not owner or definite(before) and definite(word))
    if word == FAITH and before in FAITHFUL:
        return False
    if _measured(word) and before not in ORIGINS and (chunks.lexemes[here].owned or beyond):
        return True
    if loose and word.endswith("ها") and chunks.lexemes[here].owned and bare(before) not in ROLES:
        return True
    if word[0] == "ب" and (chunks.lexemes[here].cut or word[1:] in cues().change):
        return not (here == at + 1 and not definite(before) and chunks.lexemes[here].entity)  # مصدر بوزارة النقل
    if definite(before) and not definite(word):
        title = bare(before) in ROLES
        return _measured(word) or not title and (loose and not _names(chunks, at, here) or chunks.lexemes[here].entity)
    return False


def _names(chunks: Chunks, at: int, here: int) -> bool:
    """القنصل الفرنسي | فيتال كينيه, مدير السد | رياض عز الدين: a name of two words after a title, and no other thing."""
    view = chunks.view
    word, kind = view.word(here), thing(view.word(here))
    if (
        not (kind in ("", "name") or role(view.word(at)) and named_by_place(chunks, here))
        or chunks.lexemes[here].owned
        or chunks.lexemes[here].cut
        or word.endswith("ه")
    ):
        return False
    return kind == "name" or chunks.classes[here + 1 : here + 2] == [NOUN]


def _owned(chunks: Chunks, at: int) -> bool:
    """حفيده, رئيسها: a noun with its owner on it takes no second one."""
    view = chunks.view
    if at in chunks.closed:
        return False  # رئيسة
    return chunks.lexemes[at].owned or view.word(at).endswith("ه") and view.source(at, at + 1).endswith("ه")


def _measured(word: str) -> bool:
    return word in context_words().metrics or word in cues().up or word in cues().down
