"""Years that hold beyond their sentence: of a census, of a vote, and of the period that a report tells of."""

from typing import Final, NamedTuple

from ..extractors.base import Mention, View
from ..lexicon.wordsets import word_set
from .chunks import Chunks
from .dating import Time, written
from .lexemes import HARD
from .reports import announces, of_report
from .tense import future, past

# censuses and surveys: their year holds for all that is told of them
COUNTS: Final = word_set("when", "counts")
CENSUSES: Final = word_set("when", "censuses")
PERIODS: Final = word_set("when", "periods")
# what a sentence opens with that goes on telling of a count, and what people are counted by
GOING_ON, PEOPLE = word_set("when", "going_on"), word_set("when", "people")
# votes, and who votes for what
VOTES, VOTING = word_set("when", "votes"), word_set("when", "voting")
POLLS: Final = word_set("when", "polls")
# what is done with a count
CONDUCTED: Final = word_set("when", "conducted")
COUNT, VOTE, PERIOD, REPORT = "count", "vote", "period", "report"
COPULAS: Final = frozenset(("وكان", "وكانت"))
SAME: Final = frozenset(
    ("مقابل", "مقارنه", "قياسا", "نفس", "نفسه", "نفسها", "ذاته", "المماثل", "المماثله", "عن", "بعد", "المقابله")
)
KEPT, LONG, BACK, DAY = 4, 10, 6, 4
# how many sentences later a year still holds
NEXT, LATER = 1, 4
YEAR_NOUNS: Final = frozenset(("عام", "سنه", "العام", "السنه", "لعام", "لسنه"))


class Held(NamedTuple):
    """The year of a count, of a vote or of a report's period, and the last sentence that it holds for."""

    sentence: int
    time: Time
    topic: str


def holds(held: Held, index: int) -> bool:
    """Whether what is held reaches the sentence of an index: a report's period over those without figures too."""
    return 0 < index - held.sentence <= (LATER if held.topic == REPORT else NEXT)


def goes_on(chunks: Chunks, mention: Mention, held: Held) -> bool:
    """وكان 28% من السكان, وُلد 15% منهم after a census; حصل حزبه على 36% after an election; وتراجعت الإيرادات after the report of
    a quarter."""
    view = chunks.view
    if held.topic == COUNT:
        if view.word(0) in GOING_ON:
            return True
        return mention.kind == "percent" and (view.word(0) in PEOPLE or _nominal(chunks, mention))
    if held.topic == VOTE:
        first, voting = next(iter(chunks.verbs), None), not VOTING.isdisjoint(view.words) and POLLS.isdisjoint(view.words)
        return mention.kind == "percent" and voting and (first is None or past(view.words[first]))
    first = next(iter(chunks.verbs), None)
    if held.topic == REPORT:
        return of_report(chunks, mention)
    if first == 0 and chunks.verbs[0] == "pay" and mention.kind == "money" and past(view.words[0]):
        return True  # خُصص للطرقات 320 مليونا: parts of a budget
    if first is None or not view.word(0).startswith("و") or view.word(0) in COPULAS:
        return False
    return chunks.verbs[first] in ("change", "measure") and not future(chunks, first)


def _nominal(chunks: Chunks, mention: Mention) -> bool:
    """أكبر المجموعات هي الباجاو (14%), 24% من الأسر أفرادها وحيدون: a share in brackets or first, no verb before it."""
    aside = chunks.view.word(mention.i - 1) == "("
    return (aside or mention.i <= 1) and all(at > mention.i for at in chunks.verbs)


def counted(view: View, mentions: list[Mention], held: Held | None) -> Held | None:
    """The count that a sentence tells of, or goes on with: what holds for the sentence after it."""
    years = [year for year in mentions if year.kind == "year"]
    for year in years:
        if counts(view, year, CENSUSES) and SAME.isdisjoint(view.words[max(0, year.i - 3) : year.i]):
            if _taken_over(year, years):
                return None
            return Held(view.index, written(year), COUNT)
    told = [year for year in years[:KEPT] if is_period(view, year)]
    if len(told) == 1:
        return Held(view.index, written(told[0]), REPORT if announces(view, told[0], mentions) else PERIOD)
    if len(years) == 1 and "low" in written(years[0]) and not VOTES.isdisjoint(view.words):
        return Held(view.index, written(years[0]), VOTE)
    if held is not None and held.topic == REPORT and all("anchor" in year.fields for year in years):
        return held._replace(sentence=view.index)
    if held is None or held.topic == PERIOD or years or held.sentence + 1 != view.index:
        return None
    return held._replace(sentence=view.index)


def _taken_over(year: Mention, years: list[Mention]) -> bool:
    """5 آلاف في تعداد 2010، و6 آلاف في 2015: a later year, told after that of the count."""
    known = year.high if year.high is not None else year.low
    return known is not None and any(other.i > year.i and other.low is not None and other.low > known for other in years)


def is_period(view: View, year: Mention) -> bool:
    """الربع الأول من 2025, الفترة المنتهية في 30-09-2025, and not مقابل … الربع نفسه من 2024."""
    far = DAY if view.word(year.i - 1) in ("-", "/", "–", ".") else 0
    before = view.words[max(0, year.i - 5 - far) : year.i]
    return not PERIODS.isdisjoint(before) and not SAME & set(before)


def counts(view: View, year: Mention, words: frozenset[str]) -> bool:
    """تعداد عام 2010, التعداد الوطني لعام 2010, إحصاء 2010."""
    at = year.i - 1
    while at >= 0 and view.word(at) in YEAR_NOUNS:
        at -= 1
    return _among(view, max(0, at - 2), at + 1, words) or _conducted(view, at, words)


def _conducted(view: View, last: int, words: frozenset[str]) -> bool:
    """الإحصاء الذي أجرته السلطات في 1913, استطلاع للرأي أجري في مايو 2020: who has counted where stands between."""
    if CONDUCTED.isdisjoint(view.words[max(0, last - LONG + 1) : last + 1]):
        return False
    for at in range(last, max(-1, last - LONG), -1):
        if view.word(at) in HARD:
            return False
        if view.word(at) in CONDUCTED:
            return _among(view, max(0, at - BACK), at, words)
    return False


def _among(view: View, start: int, end: int, words: frozenset[str]) -> bool:
    return any(word in words or word.lstrip("وفل") in words for word in view.words[start:end])
