"""Where a phrase that names who speaks begins and ends: it may run over several noun phrases, a title and then a name
(``المحلل | سامي حداد``), and an indefinite one takes in where the speaker comes from (``خبير في أوساكا``)."""

from __future__ import annotations

from ..lexicon.context import context_words
from ..lexicon.cues import cues
from ..lexicon.money import load_money
from ..lexicon.wordsets import word_set
from ..text.tokens import DIGITS, LATIN, SIGN
from .chunks import FIGURE, QUOTES, YEAR, Chunks
from .clause import HARD
from .idafa import Place
from .lexemes import CONJ, NOUN, NUMBER, PREP, STOP

# what opens the words of the sayer
COMPLEMENTS = word_set("attribution", "complements")
# أن after these is no complement: بعد أن, إلا أن
UNSAID = word_set("attribution", "unsaid")
ORIGINS = frozenset(("في", "من", "لدي", "عن", "ما", "بعد"))
# no part of a name: شددت موسكو مرارا
ADVERBS = word_set("attribution", "adverbs")
ROLES = word_set("attribution", "roles")
# papers that are known by their year (تعداد عام 1897)
COUNTS = word_set("attribution", "counts")
# words between a paper and who made it: أرقام صادرة عن الوزارة, استطلاع أجرته الصحيفة
ISSUED = word_set("attribution", "issued")
# data that speak for nobody when nobody is named
LATEST = frozenset(("احدث", "اخر", "ثمه", "عده", "بعض"))
MUTE = word_set("attribution", "mute")
# what is said about somebody, not by him: وأشارت إلى
NAME_LENGTH, QUOTED, AHEAD = 8, 6, 26


def bare(word: str) -> str:
    """A noun without its article and the ل or ب on it."""
    for head in ("لل", "بال", "وال", "ال"):
        if word.startswith(head):
            return word[len(head) :]
    return word


def stem(word: str) -> str:
    """A noun without its article and its ل: لتعداد."""
    found = bare(word)
    return word[1:] if found == word and word.startswith("ل") and len(word) > 4 and word[1:] in COUNTS else found


def definite(word: str) -> bool:
    return word.startswith(("ال", "لل", "وال", "بال"))


def closing(chunks: Chunks, at: int, limit: int) -> int | None:
    """The token that closes the quotation mark at ``at``."""
    close = QUOTES[chunks.view.word(at)]
    return next((n for n in range(at + 1, limit) if chunks.view.word(n) == close), None)


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
        if word in ORIGINS and end > at and (origin == end or not origin and end - at <= 1 + _vague(view.word(end - 1))):
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
    return view.cut.start(at if loose or origin else _name_after_title(chunks, at, end)), view.cut.end(end - 1)


def _name_after_title(chunks: Chunks, at: int, end: int) -> int:
    """وزير الري والزراعة | سامي حداد: where the name begins after a title of three words or more."""
    view = chunks.view
    if bare(view.word(at)) not in ROLES:
        return at
    for here in range(at + 3, end - 1):
        if definite(view.word(here - 1)) and not definite(view.word(here)) and view.kind(here) != SIGN:
            return here
    return at


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
    if kind in (PREP, CONJ, STOP) or word in ADVERBS:
        return False
    return kind == NOUN or here > at and chunks.classes[here - 1] == NOUN and len(word) > 2 and _a_name(chunks, here)


def _a_name(chunks: Chunks, here: int) -> bool:
    """A verb's form inside a person's name: تمام, يزيد; the word that follows opens what is said."""
    return chunks.view.word(here + 1) in COMPLEMENTS and chunks.view.word(here - 1) in ROLES


def _second(chunks: Chunks, at: int, here: int, loose: bool) -> bool:
    """Another thing that the verb has: مسؤولون | الخسائر, الشركة | هيئة الأوراق, البنك | ارتفاع الأسعار, and whom it is said to."""
    view = chunks.view
    if here == at:
        return False
    word, before = view.word(here), view.word(here - 1)
    if word.startswith("ل") and here == at + 1 and _owned(chunks, at):
        return True
    if definite(before) and definite(word) and role(word) and not role(before):
        return True
    if word.startswith("ل") and not word.startswith("لل") and not context_words().entities.get(word):
        return chunks.lexemes[here].cut > 0 or len(word) > 4 and word[1:] in load_money().countries or word == "لرويترز"
    if before.endswith(("ون", "ان")) and here == at + 1 and definite(word) and not definite(before):
        return before.endswith("ون")
    if _measured(word) and before not in ORIGINS and (chunks.lexemes[here].owned or loose and (before.endswith("ون") or here > at + 1)):
        return True
    if loose and word.endswith("ها") and chunks.lexemes[here].owned:
        return True
    if chunks.lexemes[here].cut and word[0] == "ب":
        return True
    if definite(before) and not definite(word):
        title = bare(before) in ROLES
        return _measured(word) or loose and not title or chunks.lexemes[here].entity and not title
    return False


def _owned(chunks: Chunks, at: int) -> bool:
    """حفيده, رئيسها: a noun with its owner on it takes no second one."""
    view = chunks.view
    return chunks.lexemes[at].owned or view.word(at).endswith("ه") and view.source(at, at + 1).endswith("ه")


def _measured(word: str) -> bool:
    return word in context_words().metrics or word in cues().up or word in cues().down


def complement(chunks: Chunks, start: int, end: int, about: bool = False) -> int | None:
    """The token that opens what is said, after the verb and its sayer: أن, a colon, a quotation; None before ``end``.

    ``about``: عن opens it too (كشفت الشركة عن …)."""
    view, passed = chunks.view, 0
    for at in range(start, min(start + AHEAD, end)):
        word = view.word(at)
        if at < passed:
            continue
        if word in HARD:
            return None
        if _opens(chunks, at, word) or about and word == "عن":
            return at
        if word in QUOTES:
            close = closing(chunks, at, min(view.size, at + QUOTED))
            if close is None or any(chunks.taken[n] for n in range(at, close)):
                return at
            passed = close + 1
    return None


def _opens(chunks: Chunks, at: int, word: str) -> bool:
    view = chunks.view
    if word not in COMPLEMENTS or view.word(at - 1) in UNSAID and view.word(at - 2) != "فيما":
        return False
    return word not in ("الا", "بالا") or "أ" in view.source(at, at + 1)


def issuer(chunks: Chunks, at: int, limit: int) -> Place | None:
    """Who speaks through a paper: أرقام صادرة عن المكتب, بيانات المكتب, استطلاع أجرته الصحيفة; the paper itself where nobody does."""
    view, words = chunks.view, context_words()
    last = min(limit, at + NAME_LENGTH)
    for here in range(at + 1, last):
        if view.word(here) in ISSUED:
            after = here + 1 if view.word(here + 1) != "عن" else here + 2
            maker = named(chunks, after, min(view.size, after + NAME_LENGTH), True)
            if maker is not None:
                return maker
            limit = here
            break
        if chunks.classes[here] not in (NOUN, NUMBER) and view.word(here) not in ("التي", "الذي"):
            break
    head = view.word(at)
    if chunks.taken[at + 1] == YEAR if at + 1 < view.size else False:
        return view.cut.start(at), view.cut.end(at + 1)
    if stem(head) in COUNTS and view.word(at + 1) in ("عام", "سنه", "العام") and at + 2 < view.size and chunks.taken[at + 2] == YEAR:
        return view.cut.start(at), view.cut.end(at + 2)
    run = named(chunks, at, limit, True)
    following = view.word(at + 1)
    if following.startswith("ل") and (following.startswith("لل") or chunks.classes[at + 1] == NOUN) and at + 1 < limit:
        owner = named(chunks, at + 1, limit, True)
        if owner is not None and not definite(head):
            return owner[0] + (0 if following.startswith("لل") else 1), owner[1]
    if run is None or definite(head) or stem(head) in COUNTS:
        return run
    inner = view.cut.start(at + 1)
    plain = following in words.entities or definite(following) and (not _adjective(following) or bare(following) in ROLES)
    return (inner, run[1]) if chunks.classes[at + 1 : at + 2] == [NOUN] and plain and inner < run[1] else run


def _adjective(word: str) -> bool:
    return word.endswith(("يه", "ي"))


def role(word: str) -> bool:
    """الباحث, الباحثان, وكيله, مديرها: what somebody is, in the dual too and with a pronoun."""
    found = bare(word)
    return found in ROLES or any(found.endswith(tail) and found[: -len(tail)] in ROLES for tail in ("ان", "ين", "ها", "هم", "ه"))


def paper(word: str) -> bool:
    return word in context_words().papers


def speaker(chunks: Chunks, at: int, limit: int, loose: bool = False) -> Place | None:
    """The span of who speaks from a token on: the issuer of a paper, or the name."""
    if at >= limit:
        return None
    if chunks.view.word(at) in LATEST and paper(chunks.view.word(at + 1)):
        at += 1
    if paper(chunks.view.word(at)):
        return issuer(chunks, at, limit)
    return named(chunks, at, limit, loose)


def nobody(chunks: Chunks, place: Place) -> bool:
    """الأرقام, بيانات رسمية: data whose source is not told."""
    view = chunks.view
    first, *others = view.text[place[0] : place[1]].split(" ")
    return first in MUTE and (not others or all(_adjective(word) for word in others) or first == "احدث" or first == "صور")


def can_speak(chunks: Chunks, at: int) -> bool:
    """An institution, a paper, a person, a people, a place or a name does; الخبرة, الأسعار do not."""
    view, words = chunks.view, context_words()
    word = view.word(at)
    stripped = word[1:] if word.startswith("ل") and not word.startswith("لل") else word
    if stripped in words.metrics and stripped not in words.papers:
        return False
    if any(form in words.entities or form in words.papers or role(form) for form in (word, stripped)):
        return True
    if view.kind(at) == LATIN or word in QUOTES or stripped in load_money().countries or bare(word) in load_money().countries:
        return True
    return word.endswith(("ون", "ين", "اء")) and len(word) > 4
