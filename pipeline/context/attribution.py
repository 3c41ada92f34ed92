"""Who says so: the phrase beside the verb of saying that governs the figure, or after وفقا لـ and its like around it."""

from collections.abc import Callable
from typing import Final, NamedTuple

from ..extractors.base import Mention
from ..lexicon.context import context_words
from ..lexicon.wordsets import word_set
from .beside import relayed, sayer
from .chunks import Chunks, Place
from .cited import cited_after, cited_before, cues_before
from .complement import complement
from .denial import admitted, denied_verb
from .idle import excludes
from .labelled import label_speaker
from .lexemes import HARD, STOP
from .papers import nobody, speaker
from .participles import KINDS, participle
from .published import PUBLISHING, VARYING, estimated, publisher
from .quotations import after_quotation, going_on
from .reach import in_aside, nobodys, notice, opens, past_it, told, unsaid
from .remember import remembered
from .revision import revised_by
from .sayers import role
from .saying import Verb, saying, speech
from .speakers import SUBORDINATE, at_head, subject_here
from .tense import future, past
from .turns import NEVERTHELESS, over, turning

# a clause that these open is the writer's own
OWN: Final = word_set("attribution", "own")
# a verb that nobody in particular says
IMPERSONAL: Final = word_set("attribution", "impersonal")
# a figure after these is a known thing by the way
NAMED: Final = frozenset(("البالغ", "البالغه", "البالغين", "والبالغ", "والبالغه"))
SPAN, BESIDE = 60, 9
# a turn after which a hope, a demand or an object of saying has ended
TURNS: Final = frozenset(("بينما", "فيما", "لكن", "ولكن", "لكنه", "لكنها", "غير", "بيد", "الا"))
WHILE: Final = "حين"
# طالبت بمليون ولم تنل سوى 300 ألف: what they deny has been
UNDONE: Final = frozenset(("لم", "ولم", "فلم"))
MARKS: Final = HARD.union(OWN, IMPERSONAL, TURNS, NEVERTHELESS, KINDS, UNDONE, (WHILE,))
THAT: Final = frozenset(("ان", "الا"))
ESTIMATING: Final = frozenset(("قدر", "قدرت", "قدروا", "يقدر", "تقدر", "يقدرون"))
TELLING: Final = PUBLISHING | VARYING
# before a verb and what أن opens: he also said; and what had been said before أن
ALSO: Final = frozenset(("كما", "وكما"))
AFTER: Final = frozenset(("بعد", "وبعد", "قبل", "منذ", "الي"))


class Sayer(NamedTuple):
    """Who says so, in which sentence's chunks, and the kind of the verb: ``say``, ``expect``, ``hope``, ``propose``, ``deny``,
    or ``admit`` for what is not ruled out."""

    place: Place
    kind: str
    rule: str


NOBODY: Final = Sayer((0, 0), "", "nobody")


def attributed_to(chunks: Chunks, mention: Mention, last: Callable[[], Place | None]) -> Sayer | None:
    """The sayer of a figure. ``last`` gives the one of the sentence before, for verbs with a pronoun only (وأضاف أن)."""
    quoted = after_quotation(chunks, mention)
    if quoted is not None:
        return Sayer(quoted, "say", "after-quotation")
    reviser = revised_by(chunks, mention)
    if reviser is not None:
        return Sayer(reviser, "expect", "revision")
    found = _before(chunks, mention, last)
    if found is not None:
        return found
    cited = cited_after(chunks, mention)
    if cited is not None:
        return Sayer(cited[0], "say", "by-" + cited[1])
    again = going_on(chunks, last)
    if again is not None:
        return Sayer(again, "say", "quotation-goes-on")
    label = label_speaker(chunks, mention)
    return Sayer(label, "say", "label") if label is not None else None


def _before(chunks: Chunks, mention: Mention, last: Callable[[], Place | None]) -> Sayer | None:
    """قال وزير المالية إن …, توقع البنك أن …: the nearest verb of saying before the figure that has a sayer."""
    words = chunks.view.words
    cues = cues_before(chunks, mention)
    hoping: Sayer | None = None
    turned = False
    for at in range(mention.i - 1, max(-1, mention.i - SPAN), -1):
        word = words[at]
        if at not in cues and not _tells(word):
            continue
        if word in HARD or word in OWN and chunks.view.word(at + 1) != "ان" or over(chunks.view, at):
            return hoping
        if word in IMPERSONAL and chunks.view.word(at + 1) in ("ان", "الي", "بالذكر"):
            return hoping
        turned = (
            turned
            or word in TURNS
            and turning(chunks.view, at)
            or word == WHILE
            and words[at - 1] in ("في", "وفي")
            or word in UNDONE
            and words[at - 1] != "ما"
        )
        if at in cues:
            cited = cited_before(chunks, mention, at, cues[at])
            if cited is not None:
                return Sayer(cited, "say", "by-" + word)
        if word in KINDS and chunks.classes[at] != STOP:
            found = participle(chunks, at, mention, last)
            if found is not None:
                return Sayer(found, KINDS[word], "participle-" + word)
            continue
        told = publisher(chunks, at, mention.i) or estimated(chunks, at, mention.i)
        if told is not None:
            return Sayer(told, "say", "published")
        verb = saying(chunks, at)
        if verb is None or _within(chunks, at, cues, mention.i) or word in context_words().pledges:
            continue
        said = _of_verb(chunks, mention, verb, last, turned)
        if said is not None and said.kind == "hope":
            hoping = hoping or said
        elif said is not None:
            return said if said is not NOBODY else None
    return hoping


def _of_verb(chunks: Chunks, mention: Mention, verb: Verb, last: Callable[[], Place | None], turned: bool) -> Sayer | None:
    """Who says the figure by one verb; NOBODY where it tells of it without a source, None where another verb may."""
    word, end = chunks.view.word(verb.at), mention.i
    if verb.direct and past_it(chunks, verb, end) or unsaid(chunks, verb) or in_aside(chunks, verb, mention):
        return None
    if verb.kind == "deny" and excludes(chunks, verb.at):
        return None
    if notice(chunks, verb):
        return NOBODY
    place = relayed(chunks, verb, end) or sayer(chunks, verb, end)
    if place is not None and nobody(chunks, place):
        return NOBODY
    if turned and (verb.kind in ("hope", "propose", "expect") or verb.direct and not told(chunks, verb, end)):
        return None
    if place is not None:
        known = verb.kind != "hope" and verb.direct and chunks.view.word(end - 1) in NAMED and not told(chunks, verb, end)
        return NOBODY if known else Sayer(place, _kind(chunks, verb), "verb-" + word)
    if verb.kind == "hope" or not opens(chunks, verb, end) or nobodys(chunks, verb, mention.kind):
        return None
    again = subject_here(chunks, verb.at) or (last() if at_head(chunks, verb.at) else None)
    return Sayer(again, _kind(chunks, verb), "verb-again") if again is not None else None


def _kind(chunks: Chunks, verb: Verb) -> str:
    """لم ينف الوزير أن, لم يستبعد المحافظ أن: who does not deny says, or admits that it may be; قدرت الوزارة أن تصل …: an
    estimate of what is to come is a forecast."""
    if verb.kind == "say" and chunks.view.word(verb.at).lstrip("وف") in ESTIMATING and _to_come(chunks, verb.at):
        return "expect"
    if verb.kind != "deny" or not denied_verb(chunks.view, verb.at):
        return verb.kind
    return "admit" if admitted(chunks.view, verb.at) else "say"


def _to_come(chunks: Chunks, at: int) -> bool:
    """أن تصل, أن تأهيله سيكلف: a verb that is no past right after أن, or a future."""
    that = next((n for n in range(at + 1, min(chunks.view.size - 2, at + BESIDE)) if chunks.view.word(n) == "ان"), None)
    if that is None:
        return False
    return that + 1 in chunks.verbs and not past(chunks.view.word(that + 1)) or future(chunks, that + 2)


def _within(chunks: Chunks, at: int, cues: dict[int, int], end: int) -> bool:
    """A verb that says nothing by itself: of a citation (وفق ما ذكر), after أن (يريد أن يعلن). Not كما قال البنك أن …, nor
    بعد أن وجد المدقق أن …, which tells by its own أن."""
    word = chunks.view.word
    told = complement(chunks, at + 1, end) is not None
    if at - 1 in cues or at - 2 in cues:
        return not (told and word(at - 1) in ALSO)
    return word(at - 1) in THAT and not (told and word(at - 2) in AFTER and past(word(at)))


@remembered
def _tells(word: str) -> bool:
    """Whether a word on the way back from a figure can say who speaks, or that nobody does."""
    return word in MARKS or speech(word) or word.lstrip("وف") in TELLING


def last_sayer(chunks: Chunks) -> Place | None:
    """The sayer of the last verb of saying in a sentence."""
    for at in sorted(chunks.verbs, reverse=True):
        verb = saying(chunks, at)
        if verb is not None and verb.kind in ("say", "expect"):
            place = sayer(chunks, verb, chunks.view.size)
            if place is not None:
                return place
    for at in sorted(chunks.verbs):
        phrase = chunks.after(at + 1)
        if (
            phrase is not None
            and chunks.view.word(at - 1) not in SUBORDINATE
            and not phrase.prep
            and role(chunks.view.word(phrase.i))
        ):
            return speaker(chunks, phrase.i, chunks.view.size)
    return None
