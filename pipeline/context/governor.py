"""What a figure hangs on: the noun phrase that names what is measured, or the verb, and whose figure it is.

Walks back from the figure over the words between a noun and its number (قدره, بلغ, نحو, بنسبة), then over the clause to its
verb. A measuring or changing verb hands the figure to its noun; a verb of paying or sharing is itself what is measured.
"""

from __future__ import annotations

from typing import NamedTuple

from ..extractors.base import Mention
from ..lexicon.context import context_words
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from .census import group
from .chunks import Chunks, Phrase
from .idafa import MEASURES, Place, inner, owner_after, split
from .lexemes import CONJ, NUMBER, PREP, STOP, VERB

HARD = frozenset((".", "؛", ";", "!", "؟", "•", "*", "|", "\n", "…", "🔹", "¶"))
REACH = 34


class Governor(NamedTuple):
    """Spans in the normalized text, and why: ``metric``, ``subject``; ``owned``: the metric carries a pronoun;
    ``verb``: the token of the verb of the clause; ``change``: the noun before the figure only says that something changed."""

    metric: Place | None = None
    subject: Place | None = None
    owned: bool = False
    verb: int | None = None
    rule: str = ""
    change: bool = False


NONE = Governor()


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
    verb, subject = _verb_and_subject(chunks, mention.i)
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
        return Governor((token.start + _and(token.text), token.end), None, False, mention.i - 1, "predicate-before")
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
    at, valued = _over_bridges(chunks, mention, before)
    if at < 0:
        return NONE
    index = chunks.at.get(at)
    phrase = chunks.phrases[index] if index is not None else None
    if phrase is not None and not _adjunct(chunks, phrase) and not _moved(chunks, phrase):
        measured = inner(chunks, phrase)
        if measured is None and valued is not None and phrase.prep:
            measured = _measure_before(chunks, phrase)
        if _change(chunks, phrase) and (measured is None or measured is phrase):
            return _of_phrase(chunks, phrase, "change-noun")._replace(change=True)
        if measured is not None:
            if (what := _obtained(chunks, mention, measured)) is not None:
                return what
            found = _of_phrase(chunks, _headed(chunks, measured), "worth" if valued is not None else "noun-before")
            if found.subject is None and (agent := _agent(chunks, phrase)) is not None:
                return found._replace(subject=agent)
            return _with_subject(chunks, found, phrase)
        if valued is not None:
            if phrase.head == "entity":
                return Governor(valued, _valued_name(chunks, phrase), False, None, "value-of")
            return Governor(chunks.text(phrase), _agent(chunks, phrase), phrase.owned, None, "worth")
    return _of_clause(
        chunks, at, phrase, chunks.view.word(mention.i - 1) in ("ب", ":") or chunks.view.word(mention.i).startswith("ب")
    )


def _moved(chunks: Chunks, phrase: Phrase) -> bool:
    """هبط سهم «النورس» 3%: the verb right before what is traded."""
    return _goods(chunks, phrase) and chunks.verbs.get(phrase.i - 1) in MOVING


def _adjunct(chunks: Chunks, phrase: Phrase) -> bool:
    """العجز بعد المنح, تدر في المتوسط: when or how, not what."""
    return phrase.prep in ("قبل", "بعد") or phrase.prep == "في" and chunks.view.word(phrase.i) in context_words().times


def _obtained(chunks: Chunks, mention: Mention, phrase: Phrase) -> Governor | None:
    """خيار الحصول على 12 مليار دولار أخرى في البنية التحتية: what the money is had for."""
    view, at = chunks.view, mention.j
    if view.word(at) not in ("اخري", "اضافيه") or view.word(at + 1) != "في" or "حصول" not in view.word(phrase.j - 1):
        return None
    what = chunks.after(at + 2)
    return Governor(chunks.text(what), None, False, _clause_verb(chunks, phrase.i - 1), "obtained") if what is not None else None


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
    verb = _clause_verb(chunks, phrase.i - 1)
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
    subject = _subject_after(chunks, verb, phrase.i) or _subject_before(chunks, verb)
    return found._replace(subject=chunks.text(subject), verb=verb) if subject is not None else found


def _thing_before(chunks: Chunks, phrase: Phrase) -> Phrase | None:
    """مشغل رافعة براتب …, محاسب (راتب …): the thing that is had with a price, right before it or before its bracket."""
    if phrase.prep == "ب":
        for thing in chunks.before(phrase.i):
            if (
                phrase.i - thing.j > 6
                or _counted(chunks, thing)
                or any(chunks.classes[at] in (STOP, VERB) or chunks.taken[at] == 2 for at in range(thing.j, phrase.i))
            ):
                return None
            if not thing.prep.strip("وف"):
                return thing if thing.head not in MEASURES and thing.head != "deed" and not thing.owned else None
    bracketed = chunks.view.word(phrase.i - 1) == "("
    index = chunks.at.get(phrase.i - 2) if bracketed else None
    return chunks.phrases[index] if index is not None else None


HAD = word_set("governor", "had")
PRONOUNS = frozenset(
    f"{head}{tail}" for head in ("لكن", "ولكن", "ان", "وان", "لان", "بان", "ف", "و", "كما ان") for tail in ("ها", "ه", "هم")
) | {"فهي", "فهو", "وهي", "وهو", "لانها"}


def pronoun_before(chunks: Chunks, verb: int) -> bool:
    """لكنها بدأت: the subject is a pronoun, and somebody named before."""
    return (
        chunks.view.word(verb - 1) in PRONOUNS
        or chunks.view.word(verb - 2) in PRONOUNS
        and chunks.view.word(verb - 1) in ("قد", "لا", "لم")
    )


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


def _over_bridges(chunks: Chunks, mention: Mention, before: list[Mention]) -> tuple[int, Place | None]:
    """The last token before the figure that is no bridge, and the span of قيمة where the bridge was بقيمة."""
    view, words = chunks.view, context_words()
    at, valued = mention.i - 1, None
    linked = {m.j - 1: m for m in before}
    while at >= 0:
        word = view.word(at)
        if word in ("بقيمه", "قيمته", "قيمتها", "تساوي"):
            token = view.tokens[at]
            valued = (token.start + (1 if word.startswith("ب") else 0), token.end)
        if at in linked and _same_change(linked[at], mention, view.word(at + 1)):
            at = linked[at].i - 1
        elif word in ("،", ",", ")") and (opened := _aside(chunks, at)) is not None:
            at = opened - 1
        elif (
            word in words.bridges
            or word == "لمده"
            or view.word(at - 1) == "لمده"
            or chunks.verbs.get(at) in ("measure", "copula")
            and at - 1 in chunks.at
        ):
            at -= 1
        else:
            break
    return at, valued


RELATIVE = word_set("governor", "relative")


def _aside(chunks: Chunks, close: int) -> int | None:
    """Where a relative clause between two commas, or a bracket, that closes at a token has opened."""
    view = chunks.view
    if view.word(close) == ")":
        return next((at for at in range(close - 1, max(-1, close - 12), -1) if view.word(at) == "("), None)
    for at in range(close - 1, max(-1, close - 14), -1):
        if view.word(at) in ("،", ",", *HARD):
            return at if view.word(at) in ("،", ",") and view.word(at + 1) in RELATIVE else None
    return None


def _same_change(first: Mention, second: Mention, link: str) -> bool:
    """من 7.5 إلى 6.8%, 4.4 و4.5: one noun for both."""
    if first.kind == "year":
        return False
    return first.kind == second.kind and (first.rule.endswith(("-change", "-list")) or link == "الي")


def _of_phrase(chunks: Chunks, phrase: Phrase, rule: str) -> Governor:
    metric, subject = split(chunks, phrase)
    if subject is None and not phrase.owned:
        subject = owner_after(chunks, phrase)
    return Governor(metric, subject, phrase.owned, None, rule)


# --- the clause


def _verb_and_subject(chunks: Chunks, end: int) -> tuple[int | None, Place | None]:
    """The nearest verb before a token and its subject: the first phrase after it without preposition, else the one before it."""
    for at in range(end - 1, max(-1, end - REACH), -1):
        if at in chunks.verbs:
            subject = _subject_after(chunks, at, end)
            return at, chunks.text(subject) if subject is not None else None
        if chunks.view.word(at) in HARD:
            break
    return None, None


def _subject_after(chunks: Chunks, verb: int, end: int) -> Phrase | None:
    for phrase in chunks.phrases:
        if phrase.i > verb and phrase.j <= end:
            return phrase if phrase.i - verb <= 2 and not phrase.prep and phrase.head not in MEASURES else None
    return None


def _of_clause(chunks: Chunks, end: int, near: Phrase | None, led: bool) -> Governor:
    """The figure's clause: back to its verb, or to its first noun of measure where it has none."""
    verb = _clause_verb(chunks, end)
    if verb is None:
        return _verbless(chunks, end, near, led)
    kind = chunks.verbs[verb]
    after = [phrase for phrase in chunks.phrases if verb < phrase.i and phrase.j <= end + 1]
    objects = [phrase for phrase in after if not phrase.prep or phrase.prep in ("و", "ف")]
    metrics = [measured for phrase in objects if (measured := inner(chunks, phrase)) is not None]
    if kind in ("say", "expect", "hope", "propose", "deny"):
        metrics = metrics or [measured for phrase in after[-2:] if (measured := inner(chunks, phrase)) is not None]
        return _of_phrase(chunks, metrics[0], "object")._replace(verb=verb) if metrics else NONE
    if metrics and not (kind in MOVING and _goods(chunks, objects[0])):
        found = _of_phrase(chunks, metrics[0], f"{kind}-object")
        first = objects[0]
        if found.subject is None and first.j <= metrics[0].i and first.i - verb <= 2:
            found = found._replace(subject=chunks.text(first))
        return found._replace(verb=verb)
    return _of_verb(chunks, verb, kind, objects)


def _clause_verb(chunks: Chunks, end: int) -> int | None:
    for at in range(end, max(-1, end - REACH), -1):
        if chunks.classes[at] == VERB and not chunks.view.word(at).startswith(("لي", "لت")):
            return at
        word = chunks.view.word(at)
        if word in HARD or word == ":" and at < end or chunks.taken[at] == 2:
            return None
    return None


def _of_verb(chunks: Chunks, verb: int, kind: str, objects: list[Phrase]) -> Governor:
    """No noun of measure after the verb: one before it, or the verb itself."""
    subject = objects[0] if objects and objects[0].i - verb <= 2 else None
    if subject is None:
        earlier = [phrase for phrase in chunks.before(verb) if verb - phrase.j <= 8][:3]
        measured = next((phrase for phrase in earlier if phrase.head in MEASURES and phrase.prep in ("", "و", "من", "ب")), None)
        if measured is not None and kind in ("measure", "copula", "change"):
            return _of_phrase(chunks, measured, f"{kind}-subject")._replace(verb=verb)
        subject = earlier[0] if earlier and not earlier[0].prep.strip("وف") and verb - earlier[0].j <= 1 else None
        subject = _joined(earlier, subject)
    if subject is not None and _counted(chunks, subject):
        subject = None
    place = chunks.text(subject) if subject is not None else None
    if chunks.view.word(verb - 1) == "مما":
        return _consequence(chunks, verb)
    if kind == "copula":
        return Governor(None, place, False, verb, "copula") if place is not None else NONE
    moved = subject is not None and _goods(chunks, subject)
    if kind == "measure" and not moved or kind == "change" and subject is not None and not _traded(chunks, subject):
        return Governor(place, None, False, verb, "measured") if place is not None else NONE
    token = chunks.view.tokens[verb]
    return Governor((token.start + _and(token.text), token.end), place, False, verb, f"{kind}-verb")


MOVING = ("change", "measure", "pay", "other", "copula")


def _goods(chunks: Chunks, phrase: Phrase) -> bool:
    """خسر السهم 8%, بلغ الدولار 2060 ريالا: what is traded has no measure of its own, the verb is what is measured."""
    return not phrase.owned and chunks.view.word(phrase.i) in context_words().goods


def _counted(chunks: Chunks, phrase: Phrase) -> bool:
    """10 أشهر, 50 طنا: what is counted owns no figure."""
    return phrase.i > 0 and chunks.classes[phrase.i - 1] == NUMBER


def _joined(earlier: list[Phrase], last: Phrase | None) -> Phrase | None:
    """رواتب الموظفين والمتقاعدين تستهلك: two joined by و are one subject."""
    if last is None or len(earlier) < 2 or earlier[1].j != last.i or not last.prep.startswith("و") or earlier[1].prep:
        return last
    return earlier[1]._replace(j=last.j)


def _traded(chunks: Chunks, phrase: Phrase) -> bool:
    """هبط الذهب, خسرت الشركة: the verb is the metric; تراجع الإقبال: the noun is."""
    words, view = context_words(), chunks.view
    head = view.word(phrase.i)
    return (
        phrase.head == "entity"
        or head in words.goods
        or not head[phrase.cut :].startswith("ال")
        or view.word(phrase.j - 1) in words.goods
    )


def _consequence(chunks: Chunks, verb: int) -> Governor:
    """استخدمت CoreWeave الأموال …، مما شكل 6%: the subject of what it follows from."""
    _, subject = _verb_and_subject(chunks, verb - 1)
    return Governor(None, subject, False, verb, "consequence") if subject is not None else NONE


def _and(verb: str) -> int:
    """The length of the و or ف that is attached to a verb."""
    return 1 if verb[0] in "وف" and (verb[1:] in context_words().verbs or verb[1:] in cues().change) else 0


def _verbless(chunks: Chunks, end: int, near: Phrase | None, led: bool) -> Governor:
    """A headline or a label: the nearest noun of measure in it; a thing with its price after ب is a subject alone."""
    for phrase in chunks.before(end + 1):
        if end - phrase.j > 12 or any(chunks.view.word(at) in HARD or chunks.taken[at] == 2 for at in range(phrase.j, end + 1)):
            break
        if phrase.head in MEASURES or phrase.head == "deed":
            return _of_phrase(chunks, phrase, "label")
    if near is not None and led:
        return Governor(None, chunks.text(near), False, None, "priced")
    return NONE
