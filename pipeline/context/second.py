"""Where a second thing begins after who speaks: what the verb has besides (البنك | ارتفاع الأسعار), whom it is said to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ..lexicon.context import context_words
from ..lexicon.cues import cues
from ..lexicon.money import load_money
from ..lexicon.wordsets import word_set
from .chunks import Chunks
from .lexemes import NOUN
from .nouns import thing
from .sayers import ROLES, bare, definite, role
from .titled import named_by_place
from .vowels import accusative

# names before الدين, which is no debt there: عز الدين
FAITH, FAITHFUL = "الدين", word_set("attribution", "faithful")
# whom a speaker speaks to: قال الوزير | للصحفيين
ADDRESSED: Final = word_set("attribution", "addressed")
# after a name they tell by the way whose or where it is: المركز | التابع للوزارة
BELONGING: Final = word_set("attribution", "belonging")
TITLES: Final = word_set("attribution", "titles")
# what a phrase goes on after with the same thing: خبير في أوساكا
ORIGINS: Final = frozenset(("في", "من", "لدي", "عن", "ما", "بعد"))
DUALS, PLURAL = ("ون", "ان"), "ون"


def second(chunks: Chunks, at: int, here: int, loose: bool) -> bool:
    """Another thing that the verb has: مسؤولون | الخسائر, الشركة | هيئة الأوراق, البنك | ارتفاع الأسعار; whom it is said to."""
    if here == at:
        return False
    if _apart(chunks, at, here) or loose and _object(chunks, here):
        return True
    answers = (rule(chunks, at, here, loose) for rule in RULES)
    return next((answer for answer in answers if answer is not None), False)


def _apart(chunks: Chunks, at: int, here: int) -> bool:
    """المركز | التابع للوزارة, قال الوزير | للصحفيين, قدم الحاكم | ملعبا, رئيسها | لصحيفة."""
    view = chunks.view
    word = view.word(here)
    if word in BELONGING or word in ADDRESSED and view.word(at) not in context_words().papers:
        return True
    return accusative(view, here) or word.startswith("ل") and here == at + 1 and owned(chunks, at)


def _object(chunks: Chunks, here: int) -> bool:
    """قدر البنك الدولي | الأضرار المادية: a definite noun that opens a phrase of its own, and no adjective."""
    word, before = chunks.view.word(here), chunks.view.word(here - 1)
    opened = here in chunks.at and chunks.classes[here - 1] == NOUN and before not in ORIGINS and before != "علي"
    return opened and word.startswith("ال") and not role(word) and not word.endswith("يه")


def _title(chunks: Chunks, at: int, here: int, loose: bool) -> bool | None:
    """الشركة | المدير, and not المدير المهندس nor الشركة الرئيسية."""
    word, before = chunks.view.word(here), chunks.view.word(here - 1)
    if not (definite(before) and word.startswith("ال") and role(word) and not role(before)):
        return None
    return not (word in TITLES and role(chunks.view.word(at)) or before.endswith("ه") and word.endswith("يه"))


def _for_whom(chunks: Chunks, at: int, here: int, loose: bool) -> bool | None:
    """قال المدير | لرويترز; not لجنة, لبنان."""
    word = chunks.view.word(here)
    if not word.startswith("ل") or word.startswith("لل"):
        return None
    if context_words().entities.get(word):
        return False
    return chunks.lexemes[here].cut > 0 or len(word) > 4 and word[1:] in load_money().countries or word == "لرويترز"


def _of_many(chunks: Chunks, at: int, here: int, loose: bool) -> bool | None:
    """مسؤولون | الخسائر, and not مهندسا الشركة: a plural in ون has no owner after it."""
    word, before = chunks.view.word(here), chunks.view.word(here - 1)
    many = len(before) > 5 and before.endswith(DUALS) and here == at + 1
    return before.endswith(PLURAL) if many and definite(word) and not definite(before) else None


def _measure(chunks: Chunks, at: int, here: int, loose: bool) -> bool | None:
    """البنك | ارتفاع الأسعار, البنك | خسائرها: what is measured, or what somebody has."""
    view = chunks.view
    word, before = view.word(here), view.word(here - 1)
    if word == FAITH and before in FAITHFUL:
        return False
    has = chunks.lexemes[here].owned
    if _measured(word) and before not in ORIGINS and (has or loose and _beyond(chunks, at, here)):
        return True
    return True if loose and word.endswith("ها") and has and bare(before) not in ROLES else None


def _beyond(chunks: Chunks, at: int, here: int) -> bool:
    """Past the end of an idafa: نشرة مكتب | الصرف is in it, and not المؤرخ والتر شايدل | الناتج."""
    view = chunks.view
    word, before = view.word(here), view.word(here - 1)
    turned = any(definite(view.word(n)) and not definite(view.word(n + 1)) for n in range(at, here - 1))
    owner = definite(word) and not definite(before) and not turned
    return before.endswith(PLURAL) or here > at + 1 and not owner or definite(before) and definite(word)


def _with_what(chunks: Chunks, at: int, here: int, loose: bool) -> bool | None:
    """طالب الوزير | بزيادة; not مصدر بوزارة النقل."""
    word, known = chunks.view.word(here), chunks.lexemes[here]
    if word[0] != "ب" or not (known.cut or word[1:] in cues().change):
        return None
    return not (here == at + 1 and not definite(chunks.view.word(at)) and known.entity)


def _indefinite(chunks: Chunks, at: int, here: int, loose: bool) -> bool | None:
    """البنك | هيئة الأوراق: no name after a definite noun; not المحلل سامي حداد."""
    word, before = chunks.view.word(here), chunks.view.word(here - 1)
    if not definite(before) or definite(word):
        return None
    title = bare(before) in ROLES
    return _measured(word) or not title and (loose and not _names(chunks, at, here) or chunks.lexemes[here].entity)


Rule = Callable[[Chunks, int, int, bool], "bool | None"]
# the first that knows tells
RULES: Final[tuple[Rule, ...]] = (_title, _for_whom, _of_many, _measure, _with_what, _indefinite)


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


def owned(chunks: Chunks, at: int) -> bool:
    """حفيده, رئيسها: a noun with its owner on it takes no second one."""
    view = chunks.view
    if at in chunks.closed:
        return False  # رئيسة
    return chunks.lexemes[at].owned or view.word(at).endswith("ه") and view.source(at, at + 1).endswith("ه")


def _measured(word: str) -> bool:
    return word in context_words().metrics or word in cues().up or word in cues().down
