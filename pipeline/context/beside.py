"""Who stands beside a verb of saying: its subject after it or before it, or whoever it passes on (نقلت عن مصدر)."""

from typing import Final

from ..extractors.base import View
from ..lexicon.context import context_words
from ..lexicon.wordsets import word_set
from .chunks import Chunks, Place
from .lexemes import NOUN
from .papers import COUNTS, LATEST, paper, speaker, stem
from .nouns import thing
from .reach import valued_at
from .sayers import can_speak, complement, definite, subject_at
from .saying import Verb
from .speakers import RELATIVES, before_verb, with_apposition
from .vowels import accusative, passive

# between a verb and its sayer
FILLERS: Final = word_set("attribution", "fillers")
# what a colon opens is said by these, whatever they mean before أن
QUOTING: Final = word_set("attribution", "quoting")
AFTERWARDS: Final = frozenset(("بعد", "قبل", "منذ"))
THAT: Final = frozenset(("ان", "انه", "انها", "انهم"))
MORE: Final = frozenset(("وعن", "والي", "ومن", "و", "وهو", "وهي", "وان"))
# after a comma they tell the same figure again
AGAIN: Final = frozenset(("اي", "او", "وهو", "وهي"))
WERE: Final = frozenset(("كان", "كانت", "كانوا"))
ANOTHER: Final = frozenset(("لكن", "لكنها", "لكنه", "ثم"))


def sayer(chunks: Chunks, verb: Verb, end: int) -> Place | None:
    """The subject of a verb, after it or before it."""
    return _after_verb(chunks, verb, end) or before_verb(chunks, verb, end)


def relayed(chunks: Chunks, verb: Verb, end: int) -> Place | None:
    """نقلت الصحيفة عن مصدر أن: who is quoted, not who passes it on."""
    if chunks.view.word(verb.at) not in context_words().relays:
        return None
    opened = complement(chunks, verb.at + 1, end)
    for at in range(verb.at + 1, opened or 0):
        if chunks.view.word(at) == "عن":
            return speaker(chunks, at + 1, end if opened is None else opened)
    return None


def _after_verb(chunks: Chunks, verb: Verb, end: int) -> Place | None:
    """The subject of the verb at a token, which stands before the token ``end``."""
    view, start = chunks.view, verb.at + 1
    while view.word(start) in FILLERS:
        start += 1
    opened = complement(chunks, start, end, verb.about)
    shown = view.word(verb.at) in context_words().showing and paper(view.word(start))
    shown = shown or view.word(verb.at) in context_words().counting and stem(view.word(start)) in COUNTS
    if opened is not None and _bare(view, verb, opened):
        if not (can_speak(chunks, start) or view.word(start) in LATEST) or any(_another(view, at) for at in range(opened, end)):
            return None
    direct = shown or verb.direct and not verb.that
    if opened is None and (not direct or _passed(chunks, start, end)) or opened == start or start >= end:
        return None
    owned = chunks.lexemes[verb.at].verb is None  # التي يقدرها المدعون بمليون: the pronoun is what is told of
    if opened is None and owned and not shown and any(_closes(view, at) for at in range(start, end)):
        return None
    if opened is None and not owned and view.word(verb.at - 1) in RELATIVES or verb.that and _colon(chunks, verb, opened):
        return None
    if not subject_at(chunks, start) or accusative(view, start) or opened is None and not can_speak(chunks, start) and not _values(chunks, verb, start, end):
        return None
    if view.word(start) == "احد" and view.word(verb.at - 1) in ("لا", "لم", "لن"):
        return None
    if verb.kind in ("expect", "hope", "propose", "deny") and not can_speak(chunks, start) and _thing(chunks, start, opened):
        return None
    place = speaker(chunks, start, opened if opened is not None else end, opened is None)
    return with_apposition(chunks, place, opened) if place is not None else None


def _colon(chunks: Chunks, verb: Verb, opened: int | None) -> bool:
    """سجل السهم تراجعا: …, and not رد البنك: …: what a colon opens is said only by verbs that quote."""
    return chunks.view.word(opened or 0) == ":" and chunks.view.word(verb.at).lstrip("وف") not in QUOTING


def _passed(chunks: Chunks, start: int, end: int) -> bool:
    """اعترفت الشركة بالرشوة، وستدفع …: another clause has begun, of which the verb says nothing."""
    view = chunks.view
    opened = (at + 1 for at in range(start, end) if view.word(at) in ("،", ","))
    later = any(_afterwards(view, at) for at in range(start, end))
    return later or any(
        at in chunks.verbs and not view.word(at).startswith(("لت", "لي")) or view.word(at) in ANOTHER for at in opened
    )


def _values(chunks: Chunks, verb: Verb, start: int, end: int) -> bool:
    """قدرت إس آي الأضرار بمليون: who has no known name, and then what is valued, at an amount with ب."""
    view = chunks.view
    word = view.word(start)
    if view.word(verb.at) not in context_words().estimates or not valued_at(chunks, end) or passive(view, verb.at):
        return False
    unknown = chunks.classes[start] == NOUN and not definite(word) and thing(word) in ("", "name") and not chunks.lexemes[start].owned and not word.endswith("ات")
    return unknown and word not in context_words().metrics and any(definite(view.word(n)) for n in range(start + 1, end - 1))


def _bare(view: View, verb: Verb, opened: int) -> bool:
    """حذر من عجز, أشار إلى نمو, and not حذر من أن …."""
    return view.word(opened) == verb.about and verb.about != "عن" and view.word(opened + 1) not in THAT


def _another(view: View, at: int) -> bool:
    """أشار إلى خسارة، ولم يدفع …: another clause after what a preposition opens, and not , وإلى …."""
    return view.word(at) in ("،", ",") and view.word(at + 1)[:1] == "و" and view.word(at + 1) not in MORE


def _closes(view: View, at: int) -> bool:
    """ثروته، التي قدرها الورثة بمليون، لا تتعدى …: a comma that ends what is valued, and not , أي …."""
    return view.word(at) in ("،", ",") and view.word(at + 1) not in AGAIN


def _afterwards(view: View, at: int) -> bool:
    """بعد أن خسر الفريق, بعدما انخفض; not بعد أن كان 15, which tells of the same."""
    if view.word(at) == "بعدما":
        return view.word(at + 1) not in WERE
    return view.word(at) in AFTERWARDS and view.word(at + 1) == "ان" and view.word(at + 2) not in WERE


def _thing(chunks: Chunks, start: int, opened: int | None) -> bool:
    """يتوقع بلوغ الأسعار …: what is expected, no sayer."""
    word = chunks.view.word(start)
    return opened is None or word in context_words().metrics
