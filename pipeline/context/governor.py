"""What a figure hangs on: the noun phrase that names what is measured, or the verb, and whose figure it is.

Walks back from the figure over the words between a noun and its number (قدره, بلغ, نحو, بنسبة), then over the clause to its
verb. A measuring or changing verb hands the figure to its noun; a verb of paying or sharing is itself what is measured.
"""

from __future__ import annotations

from ..extractors.base import Mention
from ..lexicon.context import context_words
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from .bridges import over_bridges
from .census import group
from .chunks import Chunks, Phrase
from .clause import (
    MOVING,
    NONE,
    Governor,
    and_length,
    clause_verb,
    counted_thing,
    goods,
    of_clause,
    of_phrase,
    pronoun_before,
    subject_after,
    verb_and_subject,
)
from .idafa import MEASURES, Place, inner, split
from .lexemes import CONJ, PREP, STOP, VERB

HAD = word_set("governor", "had")


def governor(chunks: Chunks, mention: Mention, before: list[Mention]) -> Governor:
    """The governor of a figure; ``before`` are the mentions of its sentence that precede it."""
    counted = group(chunks, mention)
    if counted is not None:
        return Governor(counted, None, False, None, "counted-group")
    return (
        _named_after(chunks, mention)
        or _part_of(chunks, mention)
        or _predicate(chunks, mention)
        or _walk(chunks, mention, before)
    )


def _named_after(chunks: Chunks, mention: Mention) -> Governor | None:
    """500 دينار أتعاب محاماة, 4 ملايين حوافز: an indefinite noun of measure right after the amount says what it is."""
    if mention.kind != "money":
        return None
    phrase = chunks.after(mention.j)
    if (
        phrase is None
        or phrase.head not in MEASURES
        or phrase.prep
        or phrase.owned
        or chunks.view.word(phrase.i).startswith(("ال", "دفعه"))
    ):
        return None
    return Governor(chunks.text(phrase), None, False, None, "named-after")


def _part_of(chunks: Chunks, mention: Mention) -> Governor | None:
    """1.9 مليار دولار من الإيرادات: the figure is an amount of what follows."""
    if mention.kind != "money" or chunks.view.word(mention.j) != "من":
        return None
    phrase = chunks.after(mention.j + 1)
    if phrase is None or phrase.head not in MEASURES or phrase.head == "price" and _deed_before(chunks, mention):
        return None
    metric, owner = split(chunks, phrase)
    if owner is None and _carried(chunks, mention):
        return Governor(metric, None, True, None, "amount-of")
    verb, subject = verb_and_subject(chunks, mention.i)
    return Governor(metric, owner or subject, phrase.owned, verb, "amount-of")


def _carried(chunks: Chunks, mention: Mention) -> bool:
    """تحقيقها 1.9 مليار, حملها نحو 8 مليارات: the noun before the figure carries the pronoun of whose it is."""
    at = mention.i - 1
    while at >= 0 and chunks.view.word(at) in context_words().bridges:
        at -= 1
    word = chunks.view.word(at)
    return at in chunks.at and len(word) > 4 and word.endswith(("ها", "هم", "ه")) and not word.startswith("ال")


def _deed_before(chunks: Chunks, mention: Mention) -> bool:
    """الاستيلاء على 209 آلاف من أموال الجمعية: the deed is the metric."""
    index = chunks.at.get(mention.i - 1, chunks.at.get(mention.i - 2))
    return index is not None and chunks.phrases[index].head == "deed"


def _predicate(chunks: Chunks, mention: Mention) -> Governor | None:
    """83% من العائلات خفضت وجباتها: what the share does is what is measured."""
    view = chunks.view
    if mention.kind != "percent" or view.word(mention.j) not in ("من", "منهم", "منها"):
        return None
    if (
        mention.i
        and chunks.verbs.get(mention.i - 1) in ("other", "share", "pay")
        and view.word(mention.i - 1) not in ("شكل", "شكلت", "يشكل", "تشكل")
    ):
        token = view.tokens[mention.i - 1]
        return Governor((token.start + and_length(token.text), token.end), None, False, mention.i - 1, "predicate-before")
    if mention.i and chunks.classes[mention.i - 1] not in (CONJ, STOP):
        return None
    if view.word(mention.i - 1) in ("ب", ":") and mention.i > 1 and chunks.classes[mention.i - 2] != STOP:
        return None
    at = mention.j + 1
    phrase = chunks.after(at) if view.word(mention.j) == "من" else None
    if phrase is not None:
        at = phrase.j
    start = at
    if view.word(at) in ("لا", "لم", "لن", "ليس", "ليست"):
        at += 1
    if at < view.size and (at in chunks.verbs or at > start or _finite(view.word(at))) and chunks.classes[at] not in (STOP, PREP):
        return Governor((view.cut.start(start), view.cut.end(at)), None, False, at, "predicate")
    return None


def _finite(word: str) -> bool:
    return len(word) > 3 and (
        word.startswith(("ي", "ت")) and not word.endswith(("ه", "ات")) or word.endswith("ت") and not word.endswith("ات")
    )


def _walk(chunks: Chunks, mention: Mention, before: list[Mention]) -> Governor:
    at, valued = over_bridges(chunks, mention, before)
    if at < 0:
        return NONE
    index = chunks.at.get(at)
    phrase = chunks.phrases[index] if index is not None else None
    if phrase is not None and not _adjunct(chunks, phrase) and not _moved(chunks, phrase):
        measured = inner(chunks, phrase)
        if measured is None and valued is not None and phrase.prep:
            measured = _measure_before(chunks, phrase)
        if _change(chunks, phrase) and (measured is None or measured is phrase):
            return of_phrase(chunks, phrase, "change-noun")._replace(change=True)
        if measured is not None:
            if (what := _obtained(chunks, mention, measured)) is not None:
                return what
            found = of_phrase(chunks, _headed(chunks, measured), "worth" if valued is not None else "noun-before")
            if found.subject is None and (agent := _agent(chunks, phrase)) is not None:
                return found._replace(subject=agent)
            return _with_subject(chunks, found, phrase)
        if valued is not None:
            if phrase.head == "entity":
                return Governor(valued, _valued_name(chunks, phrase), False, None, "value-of")
            return Governor(chunks.text(phrase), _agent(chunks, phrase), phrase.owned, None, "worth")
    return of_clause(
        chunks, at, phrase, chunks.view.word(mention.i - 1) in ("ب", ":") or chunks.view.word(mention.i).startswith("ب")
    )


def _moved(chunks: Chunks, phrase: Phrase) -> bool:
    """هبط سهم «النورس» 3%: the verb right before what is traded."""
    return goods(chunks, phrase) and chunks.verbs.get(phrase.i - 1) in MOVING


def _adjunct(chunks: Chunks, phrase: Phrase) -> bool:
    """العجز بعد المنح, تدر في المتوسط: when or how, not what."""
    return phrase.prep in ("قبل", "بعد") or phrase.prep == "في" and chunks.view.word(phrase.i) in context_words().times


def _obtained(chunks: Chunks, mention: Mention, phrase: Phrase) -> Governor | None:
    """خيار الحصول على 12 مليار دولار أخرى في البنية التحتية: what the money is had for."""
    view, at = chunks.view, mention.j
    if view.word(at) not in ("اخري", "اضافيه") or view.word(at + 1) != "في" or "حصول" not in view.word(phrase.j - 1):
        return None
    what = chunks.after(at + 2)
    return Governor(chunks.text(what), None, False, clause_verb(chunks, phrase.i - 1), "obtained") if what is not None else None


def _valued_name(chunks: Chunks, phrase: Phrase) -> Place:
    """ستكون CoreWeave شركة بقيمة 32 مليارا: the name before says which company."""
    index = chunks.at.get(phrase.i - 1)
    return chunks.text(chunks.phrases[index] if index is not None and phrase.j - phrase.i == 1 else phrase)


def _agent(chunks: Chunks, phrase: Phrase) -> Place | None:
    """مدعومة من شركة إنفيديا بأمر ضخم: who gives stands after من, right before what is given."""
    index = chunks.at.get(phrase.i - 1)
    giver = chunks.phrases[index] if index is not None and phrase.prep == "ب" else None
    return chunks.text(giver) if giver is not None and giver.prep == "من" and giver.head == "entity" else None


def _headed(chunks: Chunks, phrase: Phrase) -> Phrase:
    """الحد الأدنى للأجور: a noun after لل goes with the one before it."""
    index = chunks.at.get(phrase.i - 1)
    if not chunks.view.word(phrase.i).startswith("لل") or index is None:
        return phrase
    first = inner(chunks, chunks.phrases[index])
    return first._replace(j=phrase.j) if first is not None and first.head in MEASURES else phrase


def _with_subject(chunks: Chunks, found: Governor, phrase: Phrase) -> Governor:
    """قدم الاتحاد منحة بقيمة 25 مليونا: who gives, plans or asks is whose figure it is."""
    if found.subject is not None or found.owned:
        return found
    thing = _thing_before(chunks, phrase)
    if thing is not None:
        return found._replace(subject=chunks.text(thing))
    verb = clause_verb(chunks, phrase.i - 1)
    if verb is not None and pronoun_before(chunks, verb):
        return found._replace(verb=verb)
    if (
        verb is None
        or chunks.verbs[verb] in ("measure", "copula", "say", "deny")
        and chunks.view.word(verb) not in HAD
        or chunks.verbs[verb] == "other"
        and not chunks.view.word(verb).startswith(("ي", "ت"))
    ):
        return found
    subject = subject_after(chunks, verb, phrase.i) or _subject_before(chunks, verb)
    return found._replace(subject=chunks.text(subject), verb=verb) if subject is not None else found


def _thing_before(chunks: Chunks, phrase: Phrase) -> Phrase | None:
    """مشغل رافعة براتب …, محاسب (راتب …): the thing that is had with a price, right before it or before its bracket."""
    if phrase.prep == "ب":
        for thing in chunks.before(phrase.i):
            if (
                phrase.i - thing.j > 6
                or counted_thing(chunks, thing)
                or any(chunks.classes[at] in (STOP, VERB) or chunks.taken[at] == 2 for at in range(thing.j, phrase.i))
            ):
                return None
            if not thing.prep.strip("وف"):
                return thing if thing.head not in MEASURES and thing.head != "deed" and not thing.owned else None
    bracketed = chunks.view.word(phrase.i - 1) == "("
    index = chunks.at.get(phrase.i - 2) if bracketed else None
    return chunks.phrases[index] if index is not None else None


def _subject_before(chunks: Chunks, verb: int) -> Phrase | None:
    """كانت الشركة تأمل: the subject right before the verb."""
    index = chunks.at.get(verb - 1)
    phrase = chunks.phrases[index] if index is not None else None
    return phrase if phrase is not None and not phrase.prep and phrase.head not in MEASURES else None


def _measure_before(chunks: Chunks, phrase: Phrase) -> Phrase | None:
    """عقد إنشاء 3 جسور في لوسيل لتحالف محلي بقيمة 118 مليونا: the noun of measure further back in the clause."""
    for earlier in chunks.before(phrase.i):
        if phrase.i - earlier.j > 10 or any(chunks.classes[at] in (STOP, VERB) for at in range(earlier.j, phrase.i)):
            return None
        found = inner(chunks, earlier)
        if found is not None and found.head in MEASURES:
            return found
    return None


def _change(chunks: Chunks, phrase: Phrase) -> bool:
    """بزيادة, بانخفاض: the change of something said before."""
    word = chunks.view.word(phrase.i)
    return word.startswith("ب") and (word in cues().up or word in cues().down) and phrase.j - phrase.i <= 2
