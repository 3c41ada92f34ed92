"""A year that the sentence has named before the figure, in another clause, and how far it holds: بلغت الإيرادات 9 ملايين في 2019،
والأرباح مليونا."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention
from ..lexicon.context import context_words
from ..lexicon.cues import cues
from ..lexicon.wordsets import word_set
from .chunks import Chunks
from .lexemes import HARD
from .periods import COUNTS, counts, is_period
from .relative import RELATIVES
from .saying import SAYS
from .tense import future, past
from .turns import turning
from .year_apart import SINCE, apart, now

FAR, BACK, BESIDE, NEAR = 60, 8, 2, 5
ASIDE: Final = RELATIVES | {"وهو", "وهي"}
# what a clause after a comma opens with that the year before it still dates
DATED: Final = word_set("when", "dated")
TURNS: Final = word_set("when", "turns")
# what counts people by shares, one against another: 84% بحسب تعداد 2014؛ أما البلغار فهم 5%
SURVEYS, SEMICOLONS = word_set("when", "surveys"), frozenset(("؛", ";"))
# what a clause that tells when opens with, and what says that one sum is another
CIRCUMSTANCES, EQUALS = word_set("when", "circumstances"), word_set("when", "equals")
CONTRASTS: Final = frozenset(("لكن", "ولكن", "غير", "اما", "ثم", "بيد"))
OF_THEM: Final = frozenset(("منها", "منهم", "منه"))


def year_told(chunks: Chunks, mention: Mention, years: list[Mention]) -> Mention | None:
    """The last year before the figure: it holds on until another comes, unless it dates something else."""
    view = chunks.view
    earlier = [year for year in years if year.j <= mention.i]
    if not earlier:
        return None
    last = earlier[-1]
    listed = len(earlier) > 1 and last.i - earlier[-2].j <= BESIDE and not _same(earlier[-2], last)
    surveyed = mention.kind == "percent" and counts(view, last, SURVEYS)
    stops = HARD - SEMICOLONS if surveyed else HARD
    if listed or mention.i - last.j > FAR or not stops.isdisjoint(view.words[last.j : mention.i]):
        return None
    contrast = not surveyed and any(view.word(at) in CONTRASTS and turning(view, at) for at in range(last.j, mention.i))
    if counts(view, last, COUNTS) and not contrast and not now(view, last.j, mention.i):
        return last
    if apart(view, last, mention):
        return None
    if any(word in ASIDE or word in SINCE for word in view.words[max(0, last.i - BACK) : last.i]):
        return None
    return last if view.word(mention.i - 1) == "(" or not _turns(chunks, last, mention) else None


def _same(year: Mention, following: Mention) -> bool:
    """1447 هـ الموافق 2026: one year by both calendars."""
    return year.fields.get("calendar") != following.fields.get("calendar")


def _turns(chunks: Chunks, year: Mention, mention: Mention) -> bool:
    """Another matter between the year and the figure: a contrast, a later step, a relative clause, a saying, a new clause whose
    verb tells of no measure."""
    word = chunks.view.word
    if word(year.i - 1) in ("بحلول", "حتي") or word(year.i - 2) in ("بحلول", "حتي"):
        return True
    sized = _sized(chunks, mention)
    for at in range(year.j, mention.i):
        turns = word(at) in TURNS and turning(chunks.view, at) and not (sized and word(at) == "مقابل")
        agreed = word(at) == "علي" and word(at + 1) in ("ان", "الا")
        if turns or agreed or future(chunks, at) or chunks.verbs.get(at) in SAYS:
            return True
        if word(at - 1) in ("،", ",") and not _dated(chunks, year, at) and not _shared(chunks, at, mention):
            return True
    return False


def _dated(chunks: Chunks, year: Mention, at: int) -> bool:
    """، وكان 40%, ، منها 5 ملايين, ، بزيادة …: what goes on telling of the year before the comma; another change does not."""
    word, verb = chunks.view.word(at), chunks.verbs.get(at)
    if word in DATED or verb in ("copula", "measure") or chunks.taken[at] or _main(chunks, year, at):
        return True
    if word in ("وهو", "وهي"):
        return chunks.view.word(at + 1) == "ما" and chunks.view.word(at + 2) in EQUALS  # وهو ما يعادل 13%
    if verb == "change" and not word.startswith("و") or verb is not None and is_period(chunks.view, year):
        return True
    if verb == "change":
        return False
    return not word.startswith(("و", "ف")) and at not in chunks.verbs or word in context_words().waw


def _main(chunks: Chunks, year: Mention, at: int) -> bool:
    """عندما توقف الصيد في 1992، فقد 19%; في دراسة أجريت في 2010، فشل 69%: the main clause, after one that tells when."""
    word = chunks.view.word(at)
    if at - 1 != year.j or at not in chunks.verbs or chunks.view.word(0) not in CIRCUMSTANCES:
        return False
    return past(word) and (word[:1] not in ("و", "ف") or word in context_words().verbs)


def _shared(chunks: Chunks, at: int, mention: Mention) -> bool:
    """، تلقت بريطانيا منها 26%, ، يمثل الفرنسيون 14% منهم: a clause with no و tells of parts of what was dated."""
    word, verb = chunks.view.word(at), chunks.verbs.get(at)
    if verb is None or verb in ("change", "say") or word.startswith("و") or verb != "share" and not past(word):
        return False
    return not OF_THEM.isdisjoint(chunks.view.words[at : mention.j + 2])


def _sized(chunks: Chunks, mention: Mention) -> bool:
    """، بزيادة قدرها مليونان: how much the figure that is spoken of has changed, whatever it was compared with."""
    word = chunks.view.word
    for at in range(mention.i - 1, max(0, mention.i - NEAR), -1):
        if word(at) in ("،", ","):
            told = word(at + 2) if word(at + 1) == "اي" else word(at + 1)
            return told.startswith("ب") and (told in cues().up or told in cues().down)
    return False
