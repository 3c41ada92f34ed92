"""A verb of saying and its subject where that does not follow it: before the verb, before a relative, or in an earlier clause."""

from __future__ import annotations

from typing import Final

from ..lexicon.context import context_words
from ..lexicon.wordsets import word_set
from .chunks import FIGURE, Chunks, Place
from .complement import complement
from .lexemes import COMMAS, CONJ, HARD, NOUN, NUMBER, PREP, STOP
from .name_ends import ADVERBS, BELONGING
from .nouns import thing
from .papers import ISSUED, paper, speaker
from .relative import RELATIVES
from .sayers import can_speak, definite, role
from .saying import Verb
from .vowels import accusative

# the subject of a verb after these is not who acts in the sentence
SUBORDINATE: Final = RELATIVES.union(("ان", "بان", "اذا", "لو", "حتي", "بعد"))
BEFORE_VERB: Final = word_set("attribution", "before_verb")
OPENERS: Final = word_set("attribution", "clause_openers")
TITLES: Final = word_set("attribution", "titles")
ASIDE, TOPIC = 24, 8
# what opens a sentence by what it is about
ABOUT: Final = word_set("attribution", "topics")


def at_head(chunks: Chunks, at: int) -> bool:
    """A verb at the head of its sentence, but for a particle or what it is about before it: وعن الملعب، قال إن."""
    return at <= 1 or at <= 3 and all(chunks.classes[n] in (CONJ, STOP) for n in range(at)) or _about(chunks, at)


def _about(chunks: Chunks, at: int) -> bool:
    """وعن كلفة الملعب، أوضح أن: one phrase with a preposition and a comma, no figure and no verb in it."""
    if at > TOPIC or chunks.view.word(at - 1) not in COMMAS or chunks.classes[0] not in (PREP, NOUN):
        return False
    led = chunks.classes[0] == PREP or chunks.view.word(0).lstrip("وف") in ABOUT
    return led and all(chunks.classes[n] in (NOUN, PREP) and not chunks.taken[n] for n in range(1, at - 1))


def feminine(word: str) -> bool:
    body = word[1:] if word[:1] in "وف" and len(word) > 3 else word
    return body.startswith("ت") and not body.startswith("تو") or body.endswith("ت") or body.startswith("ست")


def _noun_start(chunks: Chunks, end: int) -> int:
    """The first of the nouns and names that run up to a token."""
    start = end
    while start > 0 and start > end - 9:
        before = chunks.classes[start - 1]
        counted = before == NUMBER and not chunks.taken[start - 1] and not chunks.view.is_digits(start - 1)
        if before != NOUN and not counted and chunks.view.word(start - 1) not in ("»", "«"):
            break
        start -= 1
    return start


def before_verb(chunks: Chunks, verb: Verb, end: int) -> Place | None:
    """لكن المراجعين يقولون إن, الشركة، التي …، أعلنت أنها, النقابات التي تطالب بـ: the subject before its verb."""
    view, back = chunks.view, verb.at - 1
    if verb.kind == "say" and not verb.direct or verb.that:
        aside, told_of = view.word(verb.at + 1) in ("،", ","), view.word(back) in RELATIVES
        opened = complement(chunks, verb.at + 1, min(end, verb.at + (12 if aside else 6)), verb.about)
        if opened is None or verb.that and view.word(opened) == ":":
            return None
        if told_of and view.word(opened) == verb.about and any(view.word(n) in ("،", ",") for n in range(opened, end)):
            return None  # حصلت الممرضة، التي كشفت عن التزوير، على 5%
    if view.word(back) in RELATIVES:
        back -= 1
        while view.word(back) in ("،", ","):
            back -= 1
        return _spoken(chunks, back, False)
    while back > 0 and (view.word(back) in BEFORE_VERB or view.word(back) in ADVERBS):
        back -= 1
    if view.word(back) in ("،", ",") and view.word(verb.at)[:1] not in "وف":
        back = _over_aside(chunks, back)
    elif view.word(verb.at)[:1] == "ف" and (topic := _of_topic(chunks, verb.at)) >= 0:
        back = topic
    else:
        back = _over_adjunct(chunks, back)
    if back < 0:
        return None
    place = _spoken(chunks, back, True) or _issued(chunks, back)
    return with_apposition(chunks, place, verb.at) if place is not None else _told_of(chunks, verb.at - 1)


def _issued(chunks: Chunks, back: int) -> Place | None:
    """غير أن دراسة أعدتها جامعة حلب رأت أن: a paper told of by who made it."""
    made = _noun_start(chunks, back + 1) - 1
    if made < 1 or chunks.view.word(made) not in ISSUED:
        return None
    start = _noun_start(chunks, made)
    return speaker(chunks, start, back + 1) if start < made and paper(chunks.view.word(start)) else None


def _asked(chunks: Chunks, start: int) -> bool:
    """78% من السكان يعتقدون: who is counted speaks for himself alone."""
    return start > 1 and chunks.view.word(start - 1) == "من" and chunks.taken[start - 2] == FIGURE


def _told_of(chunks: Chunks, back: int) -> Place | None:
    """وسط بيانات تظهر أن, استمعت إلى خبير أثبت أن: an indefinite noun that the verb right after it says more of."""
    view = chunks.view
    for at in range(_noun_start(chunks, back + 1), back + 1):
        word = view.word(at)
        if not definite(word) and (paper(word) or role(word)):
            return speaker(chunks, at, back + 1)
    return None


def _of_topic(chunks: Chunks, verb: int) -> int:
    """أما أبو زينب، صاحب المولدة، فقال: the last of the nouns after أما."""
    view = chunks.view
    for at in range(verb - 1, max(-1, verb - ASIDE), -1):
        if view.word(at) in HARD:
            return -1
        if view.word(at) in ("اما", "واما"):
            end = next((n for n in range(at + 1, verb + 1) if chunks.classes[n] != NOUN), at + 1) - 1
            return end if end > at else -1
    return -1


def _over_aside(chunks: Chunks, comma: int) -> int:
    """، الذي أسس الشركة، and ، وهو عمدة البلدة،: the token before an aside that a comma closes."""
    view = chunks.view
    for at in range(comma - 1, max(-1, comma - ASIDE), -1):
        if view.word(at) in HARD:
            return -1
        if view.word(at) in ("،", ","):
            aside = view.word(at + 1)
            told = aside in RELATIVES or aside in ("وهو", "وهي", "وهم") or _apposed(chunks, at, comma)
            return at - 1 if told else -1
    return -1


def _apposed(chunks: Chunks, comma: int, end: int) -> bool:
    """كريم حداد، صاحب مخبز في حلب، يقول, رئيس مجلسها، كريم حداد، يقول, صاحب نزل، له 40 سريرا، يقول: an apposition, by who he
    is, by his name or by what he has, with no verb in it."""
    start = comma + 1
    return not any(at in chunks.verbs or chunks.taken[at] for at in range(start, end))


def _over_adjunct(chunks: Chunks, back: int) -> int:
    """المخططون في أوائل السبعينيات | يتصورون: one phrase with a preposition may stand between."""
    start = _noun_start(chunks, back + 1)
    before = chunks.classes[start - 1] if start else ""
    if 0 < start <= back and before == PREP:
        return start - 2
    return back


def _spoken(chunks: Chunks, back: int, opens: bool) -> Place | None:
    """The nouns that end at a token, if they name who can speak and, where ``opens``, stand at the head of a clause."""
    view = chunks.view
    start = _noun_start(chunks, back + 1)
    if start > back or _asked(chunks, start):
        return None
    while start < back and not can_speak(chunks, start) and not opens:
        start += 1
    head = view.word(start)
    if accusative(view, start) and (not start or view.word(start - 1) not in OPENERS):
        return None
    if opens:
        before = view.word(start - 1)
        clause = (
            start == 0
            or chunks.classes[start - 1] == STOP
            or before in OPENERS
            or before.lstrip("وف") in OPENERS
            or before.lstrip("وف") in ("كان", "كانت", "كانوا")
        )
        if not clause:
            return None
    joined = head.startswith("و") and chunks.lexemes[start].cut == 1
    whole = back > start and start == 0 and definite(view.word(back)) and head not in context_words().metrics
    named = definite(head) or whole or thing(head) in ("", "name", "place") and chunks.classes[start - 1] != STOP
    if (not can_speak(chunks, start) and not (opens and named and head not in context_words().metrics)) or (joined and not opens):
        return None
    if any(chunks.taken[at] == FIGURE for at in range(start, back + 1)):
        return None
    place = speaker(chunks, start, back + 1)
    return (place[0] + int(joined), place[1]) if place is not None else None


def subject_here(chunks: Chunks, at: int) -> Place | None:
    """رفضت المحكمة الطعن، وقالت إن: the subject of the verb before, in the same sentence, that the pronoun may stand for."""
    view, gender = chunks.view, feminine(chunks.view.word(at))
    participle = at not in chunks.verbs
    start = next((n + 1 for n in range(at - 1, -1, -1) if view.word(n) in HARD), 0)
    for place in range(start, at) if participle else range(at - 1, start - 1, -1):
        if place not in chunks.verbs or view.word(place - 1) in SUBORDINATE:
            continue
        if not participle and feminine(view.word(place)) != gender:
            continue
        phrase = chunks.after(place + 1)
        if phrase is None or phrase.prep or phrase.j > at:
            continue
        if can_speak(chunks, phrase.i) and not _thing(chunks, phrase.i):
            return speaker(chunks, phrase.i, at)
    return None


def _thing(chunks: Chunks, at: int) -> bool:
    return chunks.view.word(at) in context_words().metrics and not paper(chunks.view.word(at))


def with_apposition(chunks: Chunks, place: Place, opened: int | None) -> Place:
    """المشرف على الدراسة، الدكتور سامي حداد، إن: the name between commas says more than the title before it."""
    view = chunks.view
    if opened is None:
        return place
    at = next((n for n in range(opened) if view.cut.start(n) >= place[1]), opened)
    comma = next((n for n in range(at, opened) if view.word(n) in ("،", ",")), None)
    if comma is None or comma + 1 >= opened or chunks.classes[comma + 1] != NOUN:
        return place
    if view.word(comma + 1) in BELONGING or view.word(comma + 1)[0] == "و" and chunks.lexemes[comma + 1].cut:
        return place  # الشركة، المدرجة في البورصة، أن; ومقرها حلب
    second = speaker(chunks, comma + 1, opened)
    if second is None or view.text[place[0] : place[1]].count(" ") > 3 and comma == at:
        return place
    close = next((n for n in range(comma + 1, opened + 1) if view.word(n) in ("،", ",")), None)
    if close is None or close - comma > 7 or view.cut.end(close - 1) > second[1]:
        return place
    head = view.word(comma + 1)
    if head in TITLES:
        return second
    named = definite(view.text[place[0] : place[1]]) or view.text[place[0] : place[1]].split(" ")[0] in context_words().entities
    return second if named and (definite(head) or head not in context_words().entities and not _common(head)) else place


def _common(word: str) -> bool:
    return word.endswith(("ه", "ات")) and len(word) > 5
