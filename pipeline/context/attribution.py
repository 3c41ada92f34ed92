"""Who says so: the phrase after a verb of saying before the figure, or after وفقا لـ and its like around it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from ..extractors.base import Mention, View
from ..lexicon.context import context_words
from ..lexicon.wordsets import word_set
from ..text.tokens import LATIN
from .chunks import QUOTES, Chunks, Phrase
from .clause import HARD
from .idafa import MEASURES, Place
from .lexemes import STOP

# what opens the words of the sayer
SAYING = word_set("attribution", "saying")
# verbs that tell of a figure as their own object: قدرت كلفته بأربعة ملايين
DIRECT = word_set("attribution", "direct")
# a clause that these open is the writer's own
OWN = word_set("attribution", "own")
# between a sayer and what is said
COMPLEMENTS = frozenset(("ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "عن"))
RELATIVES = frozenset(("التي", "الذي", "الذين"))
INSIDE = frozenset(("في", "لدي"))
# a verb that nobody in particular says, and the accusative participles by which the subject of the verb before says more
IMPERSONAL = word_set("attribution", "impersonal")
PARTICIPLES = word_set("attribution", "participles")
SPAN = 60


class Sayer(NamedTuple):
    """Who says so, in which sentence's chunks, and the kind of the verb: ``say``, ``expect``, ``propose``, ``deny``."""

    place: Place
    kind: str
    rule: str


def attributed_to(chunks: Chunks, mention: Mention, last: Callable[[], Place | None]) -> Sayer | None:
    """The sayer of a figure. ``last`` gives the one of the sentence before, for verbs with a pronoun only (وأضاف أن)."""
    return _by(chunks, mention) or _verb(chunks, mention, last)


def _by(chunks: Chunks, mention: Mention) -> Sayer | None:
    """وفقا لوزارة المالية, بحسب تقرير: anywhere in the figure's sentence, not across a hard stop."""
    view = chunks.view
    if chunks.by is None:
        table = context_words().by
        hits = ((at, table.at(view.words, at)) for at in table.places(view.words))
        chunks.by = [(at, hit[1]) for at, hit in hits if hit is not None]
    for at, length in chunks.by:
        if _stopped(chunks, min(at, mention.i), max(at, mention.i)):
            continue
        asking = view.word(at) in ("يقول", "تقول")
        if mention.i > at and any(chunks.view.word(n) in RELATIVES for n in range(at + length, mention.i)):
            continue
        if asking and at < mention.i:
            continue
        sayer = _source(chunks, at + length, asking)
        if sayer is not None:
            return Sayer(sayer, "say", "by-" + view.word(at))
    return None


def _source(chunks: Chunks, at: int, asking: bool) -> Place | None:
    """The phrase at a token, its ل left out; a paper gives the word to who issued it (منشور لبنك السودان)."""
    view, words = chunks.view, context_words()
    while at < view.size and (at in chunks.verbs or view.word(at) in ("ما", "به", "بها")):
        at += 1
    phrase = chunks.after(at) or _rest(chunks, at)
    if phrase is None or view.word(phrase.i) in words.speechless or not (asking or _can_speak(chunks, phrase)):
        return None
    start, end = chunks.text(phrase)
    word = view.word(phrase.i)
    if word in words.papers:
        issuer = chunks.after(phrase.j) or chunks.after(phrase.j + 1)
        if phrase.j - phrase.i == 1 and issuer is not None and view.word(issuer.i)[:1] == "ل":
            start, end = chunks.text(issuer)
            return start + (0 if issuer.cut or view.word(issuer.i).startswith("لل") else 1), end
        if phrase.j - phrase.i > 1 and view.cut.end(phrase.i) < end:
            return view.cut.start(phrase.i + 1), end
    cut = 1 if word.startswith("ل") and not word.startswith("لل") and view.cut.start(phrase.i) == start and len(word) > 4 else 0
    return start + cut, max(end, _whole_name(chunks, phrase)[1])


def _can_speak(chunks: Chunks, phrase: Phrase) -> bool:
    """بحسب فئة المستثمر names no sayer: an institution, a paper, a person or a name does."""
    words, view = context_words(), chunks.view
    head = view.word(phrase.i)
    bare = head[1:] if head.startswith("ل") and not head.startswith("لل") else head
    if head in words.entities or bare in words.entities or head in words.papers or phrase.owned:
        return True
    named = all(not view.word(at).startswith(("ال", "لل")) for at in range(phrase.i, phrase.j)) and phrase.j - phrase.i > 1
    people = head.startswith(("ال", "لل")) and head.endswith(("ين", "ون", "اء", "ات", "در", "ف"))
    return named or people or any(view.kind(at) == LATIN or view.word(at) in QUOTES for at in range(phrase.i, phrase.j))


def _rest(chunks: Chunks, at: int) -> Phrase | None:
    """The rest of a phrase whose head is the cue itself: حسب قول | إيفان كونراد."""
    index = chunks.at.get(at)
    return chunks.phrases[index]._replace(i=at, cut=0) if index is not None else None


def _verb(chunks: Chunks, mention: Mention, last: Callable[[], Place | None]) -> Sayer | None:
    """قال وزير المالية إن …, توقع البنك أن …: the nearest verb of saying before the figure that has a sayer."""
    words = chunks.view.words
    for at in range(mention.i - 1, max(-1, mention.i - SPAN), -1):
        word = words[at]
        if word in HARD or word in IMPERSONAL or word in OWN and chunks.view.word(at - 1) != "ان":
            return None
        if word in PARTICIPLES:
            return _participle(chunks, at, mention)
        kind = chunks.verbs.get(at)
        if kind not in ("say", "expect", "propose", "deny"):
            continue
        sayer = _headline(chunks, at) or _after_verb(chunks, at, mention.i, kind) or _before_verb(chunks, at)
        if sayer is not None:
            return Sayer(sayer, kind, "verb-" + word)
        if _opens(chunks, at, mention) if kind == "say" else kind == "expect" and at <= 1:
            again = last()
            return Sayer(again, kind, "verb-again") if again is not None else None
    return None


def _opens(chunks: Chunks, at: int, mention: Mention) -> bool:
    """وأضاف أن, وقال في نشرته إن: a verb at the head of its sentence, its sayer named in the one before."""
    return at <= 1 and any(chunks.view.word(n) in SAYING for n in range(at + 1, min(at + 7, mention.i)))


def last_sayer(chunks: Chunks) -> Place | None:
    """The sayer of the last verb of saying in a sentence."""
    for at in sorted(chunks.verbs, reverse=True):
        sayer = _after_verb(chunks, at, chunks.view.size, "say") if chunks.verbs[at] == "say" else None
        if sayer is not None:
            return sayer
    return None


@cache
def _speechless() -> frozenset[str]:
    return context_words().speechless | COMPLEMENTS


def _after_verb(chunks: Chunks, at: int, end: int, kind: str) -> Place | None:
    """The subject of the verb at a token, which stands before the token ``end``."""
    phrase = chunks.after(at + 1)
    if phrase is None or phrase.prep or phrase.j > end or chunks.view.word(phrase.i) in _speechless():
        return None
    if kind == "say" and chunks.view.word(at) not in DIRECT and not _speaks(chunks, phrase, end):
        return None
    if phrase.head in MEASURES and chunks.view.word(phrase.j) not in SAYING:
        return None
    if kind != "say" and phrase.j == end and phrase.head in ("", "deed") and not chunks.view.word(phrase.i).startswith("ال"):
        return None  # رجح عودة ثمانين في المائة: what is expected, no sayer
    limit = next((at for at in range(phrase.j, min(phrase.j + 16, end)) if chunks.view.word(at) in COMPLEMENTS), None)
    return _whole_name(chunks, phrase) if limit is None else _up_to(chunks, phrase, limit)


def _up_to(chunks: Chunks, phrase: Phrase, limit: int) -> Place:
    """All that stands between the verb and its أن, but for adjuncts: مصدر بوزارة البترول, التاجر سالم الكعبي."""
    start, end = _whole_name(chunks, phrase)
    view, at = chunks.view, phrase.j
    while at < limit:
        more = chunks.after(at + 1 if view.word(at) in INSIDE else at)
        if more is None or more.j > limit or _addressed(view, more):
            break
        if view.word(at) in INSIDE and more.head != "entity" and view.word(more.i) not in QUOTES:
            break
        if view.word(more.i) in context_words().times:
            break
        end, at = max(end, chunks.text(more)[1]), more.j
    return start, end


def _addressed(view: View, phrase: Phrase) -> bool:
    """قال لرويترز إن: whom it is said to; ليلى حداد, two words, is a name."""
    word = view.word(phrase.i)
    return word.startswith("ل") and not word.startswith("لل") and phrase.j - phrase.i == 1


def _participle(chunks: Chunks, at: int, mention: Mention) -> Sayer | None:
    """نفى الوزير التهمة قائلا إن الكلفة …: who does what the verb before says."""
    for place in range(at - 1, max(-1, at - SPAN), -1):
        if chunks.view.word(place) in HARD:
            return None
        phrase = chunks.after(place + 1) if place in chunks.verbs else None
        if phrase is not None and not phrase.prep and phrase.j <= at and phrase.head not in MEASURES:
            return Sayer(_whole_name(chunks, phrase), "say", "participle-" + chunks.view.word(at))
    return None


def _headline(chunks: Chunks, at: int) -> Place | None:
    """مصرف ليبيا يعلن …: an institution at the head of the clause, right before its verb."""
    index = chunks.at.get(at - 1)
    if index is None:
        return None
    phrase = chunks.phrases[index]
    opens = phrase.i == 0 or chunks.classes[phrase.i - 1] == STOP
    return chunks.text(phrase) if opens and phrase.head == "entity" and phrase.j == at and not phrase.prep else None


def _whole_name(chunks: Chunks, phrase: Phrase) -> Place:
    """An indefinite sayer goes on past one preposition: خبير في أوساكا, مسح ما بعد التوزيع, أم لثلاثة أطفال."""
    start, end = chunks.text(phrase)
    view, at = chunks.view, phrase.j
    if phrase.j - phrase.i > 1 or view.word(phrase.i).startswith("ال"):
        return start, end
    while view.word(at) in ("في", "ما", "بعد", "من", "لدي", "عن"):
        at += 1
    more = chunks.after(at)
    return (start, chunks.text(more)[1]) if more is not None and phrase.j < at <= phrase.j + 2 else (start, end)


def _speaks(chunks: Chunks, phrase: Phrase, end: int) -> bool:
    """أن, a colon or a quotation after the sayer: what follows is said."""
    return any(chunks.view.word(at) in SAYING for at in range(phrase.j, min(phrase.j + 16, end)))


def _before_verb(chunks: Chunks, at: int) -> Place | None:
    """The subject before the verb, right beside it: والبنك يتوقع أن."""
    place = at - 1
    while place > 0 and chunks.view.word(place) in ("قد", "لا", "لم", "لن"):
        place -= 1
    index = chunks.at.get(place)
    if index is None or chunks.view.word(at + 1) not in SAYING and chunks.verbs[at] == "say":
        return None
    phrase = chunks.phrases[index]
    return chunks.text(phrase) if not phrase.prep.strip("وف") and phrase.head not in MEASURES else None


def _stopped(chunks: Chunks, start: int, end: int) -> bool:
    return any(
        chunks.view.word(at) in HARD and chunks.view.word(at) != "؛" and chunks.classes[at] == STOP for at in range(start, end)
    )
