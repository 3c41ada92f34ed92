"""How a verb of saying tells a figure where no أن opens it: as its object, by a preposition, as a value; and where it has
stopped telling."""

from typing import Final

from ..extractors.base import View
from ..lexicon.context import context_words
from .chunks import Chunks
from .lexemes import COMMAS, NOUN
from .nouns import thing
from .papers import COUNTS, LATEST, paper, stem
from .reach import valued_at
from .sayers import can_speak, definite
from .saying import Verb
from .vowels import passive

AFTERWARDS: Final = frozenset(("بعد", "قبل", "منذ"))
WERE: Final = frozenset(("كان", "كانت", "كانوا"))
ANOTHER: Final = frozenset(("لكن", "لكنها", "لكنه", "ثم"))
THAT: Final = frozenset(("ان", "انه", "انها", "انهم"))
# after a comma they tell the same figure again, and these another that the same preposition opens
AGAIN: Final = frozenset(("اي", "او", "وهو", "وهي"))
MORE: Final = frozenset(("وعن", "والي", "ومن", "و", "وهو", "وهي", "وان"))


def shown(chunks: Chunks, verb: Verb, start: int) -> bool:
    """أظهر استطلاع تأييد 70%, أحصى تعداد 1960 …: what a paper, a census shows."""
    words, view = context_words(), chunks.view
    known, counted = view.word(verb.at) in words.showing, view.word(verb.at) in words.counting
    return known and paper(view.word(start)) or counted and stem(view.word(start)) in COUNTS


def misled(chunks: Chunks, verb: Verb, start: int, opened: int, end: int) -> bool:
    """يشير يوم الاثنين إلى 1987, أشار إلى خسارة، ولم يدفع …: what opens nothing said, or another clause after it."""
    view = chunks.view
    if view.word(opened) != verb.about or verb.about == "عن" or view.word(opened + 1) in THAT:
        return False
    speaks = can_speak(chunks, start) or view.word(start) in LATEST
    return not speaks or any(
        view.word(at) in COMMAS and view.word(at + 1)[:1] == "و" and view.word(at + 1) not in MORE for at in range(opened, end)
    )


def closed(view: View, start: int, end: int) -> bool:
    """ثروته، التي قدرها الورثة بمليون، لا تتعدى …: a comma that ends what is valued, and not ، أي …."""
    return any(view.word(at) in COMMAS and view.word(at + 1) not in AGAIN for at in range(start, end))


def passed(chunks: Chunks, start: int, end: int) -> bool:
    """اعترفت الشركة بالرشوة، وستدفع …: another clause has begun, of which the verb says nothing."""
    view = chunks.view
    opened = (at + 1 for at in range(start, end) if view.word(at) in COMMAS)
    later = any(_afterwards(view, at) for at in range(start, end))
    return later or any(
        at in chunks.verbs and not view.word(at).startswith(("لت", "لي")) or view.word(at) in ANOTHER for at in opened
    )


def _afterwards(view: View, at: int) -> bool:
    """بعد أن خسر الفريق, بعدما انخفض; not بعد أن كان 15, which tells of the same."""
    if view.word(at) == "بعدما":
        return view.word(at + 1) not in WERE
    return view.word(at) in AFTERWARDS and view.word(at + 1) == "ان" and view.word(at + 2) not in WERE


def values(chunks: Chunks, verb: Verb, start: int, end: int) -> int | None:
    """قدرت إس آي | الأضرار بمليون: the token of what is valued at an amount with ب, after a name that nobody knows; None else."""
    view, word = chunks.view, chunks.view.word(start)
    if view.word(verb.at) not in context_words().estimates or not valued_at(chunks, end) or passive(view, verb.at):
        return None
    if chunks.classes[start] != NOUN or definite(word) or thing(word) not in ("", "name") or word in context_words().metrics:
        return None
    if chunks.lexemes[start].owned or word.endswith("ات"):
        return None
    return next((at for at in range(start + 1, end - 1) if definite(view.word(at))), None)
