"""A figure's clause in, its governor out: the noun of measure that the verb hands the figure to, or the verb itself."""

from __future__ import annotations

from typing import NamedTuple

from ..lexicon.context import context_words
from ..lexicon.cues import cues
from .chunks import Chunks, Phrase
from .idafa import MEASURES, Place, inner, owner_after, split
from .lexemes import NUMBER, VERB

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


def of_phrase(chunks: Chunks, phrase: Phrase, rule: str) -> Governor:
    metric, subject = split(chunks, phrase)
    if subject is None and not phrase.owned:
        subject = owner_after(chunks, phrase)
    return Governor(metric, subject, phrase.owned, None, rule)


def verb_and_subject(chunks: Chunks, end: int) -> tuple[int | None, Place | None]:
    """The nearest verb before a token and its subject: the first phrase after it without preposition, else the one before it."""
    for at in range(end - 1, max(-1, end - REACH), -1):
        if at in chunks.verbs:
            subject = subject_after(chunks, at, end)
            return at, chunks.text(subject) if subject is not None else None
        if chunks.view.word(at) in HARD:
            break
    return None, None


def subject_after(chunks: Chunks, verb: int, end: int) -> Phrase | None:
    for phrase in chunks.phrases:
        if phrase.i > verb and phrase.j <= end:
            return phrase if phrase.i - verb <= 2 and not phrase.prep and phrase.head not in MEASURES else None
    return None


def of_clause(chunks: Chunks, end: int, near: Phrase | None, led: bool) -> Governor:
    """The figure's clause: back to its verb, or to its first noun of measure where it has none."""
    verb = clause_verb(chunks, end)
    if verb is None:
        return _verbless(chunks, end, near, led)
    kind = chunks.verbs[verb]
    after = [phrase for phrase in chunks.phrases if verb < phrase.i and phrase.j <= end + 1]
    objects = [phrase for phrase in after if not phrase.prep or phrase.prep in ("و", "ف")]
    metrics = [measured for phrase in objects if (measured := inner(chunks, phrase)) is not None]
    if kind in ("say", "expect", "hope", "propose", "deny"):
        metrics = metrics or [measured for phrase in after[-2:] if (measured := inner(chunks, phrase)) is not None]
        return of_phrase(chunks, metrics[0], "object")._replace(verb=verb) if metrics else NONE
    if metrics and not (kind in MOVING and goods(chunks, objects[0])):
        found = of_phrase(chunks, metrics[0], f"{kind}-object")
        first = objects[0]
        if found.subject is None and first.j <= metrics[0].i and first.i - verb <= 2:
            found = found._replace(subject=chunks.text(first))
        return found._replace(verb=verb)
    return _of_verb(chunks, verb, kind, objects)


def clause_verb(chunks: Chunks, end: int) -> int | None:
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
            return of_phrase(chunks, measured, f"{kind}-subject")._replace(verb=verb)
        subject = earlier[0] if earlier and not earlier[0].prep.strip("وف") and verb - earlier[0].j <= 1 else None
        subject = _joined(earlier, subject)
    if subject is not None and counted_thing(chunks, subject):
        subject = None
    place = chunks.text(subject) if subject is not None else None
    if chunks.view.word(verb - 1) == "مما":
        return _consequence(chunks, verb)
    if kind == "copula":
        return Governor(None, place, False, verb, "copula") if place is not None else NONE
    moved = subject is not None and goods(chunks, subject)
    if kind == "measure" and not moved or kind == "change" and subject is not None and not _traded(chunks, subject):
        return Governor(place, None, False, verb, "measured") if place is not None else NONE
    token = chunks.view.tokens[verb]
    return Governor((token.start + and_length(token.text), token.end), place, False, verb, f"{kind}-verb")


MOVING = ("change", "measure", "pay", "other", "copula")


def goods(chunks: Chunks, phrase: Phrase) -> bool:
    """خسر السهم 8%, بلغ الدولار 2060 ريالا: what is traded has no measure of its own, the verb is what is measured."""
    return not phrase.owned and chunks.view.word(phrase.i) in context_words().goods


def counted_thing(chunks: Chunks, phrase: Phrase) -> bool:
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
    _, subject = verb_and_subject(chunks, verb - 1)
    return Governor(None, subject, False, verb, "consequence") if subject is not None else NONE


def and_length(verb: str) -> int:
    """The length of the و or ف that is attached to a verb."""
    return 1 if verb[0] in "وف" and (verb[1:] in context_words().verbs or verb[1:] in cues().change) else 0


def _verbless(chunks: Chunks, end: int, near: Phrase | None, led: bool) -> Governor:
    """A headline or a label: the nearest noun of measure in it; a thing with its price after ب is a subject alone."""
    for phrase in chunks.before(end + 1):
        if end - phrase.j > 12 or any(chunks.view.word(at) in HARD or chunks.taken[at] == 2 for at in range(phrase.j, end + 1)):
            break
        if phrase.head in MEASURES or phrase.head == "deed":
            return of_phrase(chunks, phrase, "label")
    if near is not None and led:
        return Governor(None, chunks.text(near), False, None, "priced")
    return NONE
