"""Years that hold beyond their sentence: of a census, of a vote, and of the period that a report tells of."""

from typing import Final, NamedTuple

from ..extractors.base import Mention, View
from ..lexicon.wordsets import word_set
from .chunks import Chunks
from .dating import Time, written
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
COUNT, VOTE, PERIOD = "count", "vote", "period"
SAME: Final = frozenset(
    ("مقابل", "مقارنه", "قياسا", "نفس", "نفسه", "نفسها", "ذاته", "المماثل", "المماثله", "عن", "بعد", "المقابله")
)
KEPT: Final = 4
YEAR_NOUNS: Final = frozenset(("عام", "سنه", "العام", "السنه", "لعام", "لسنه"))


class Held(NamedTuple):
    """The year of a count, of a vote or of a report's period, and the last sentence that it holds for."""

    sentence: int
    time: Time
    topic: str


def goes_on(chunks: Chunks, mention: Mention, held: Held) -> bool:
    """وكان 28% من السكان, وُلد 15% منهم after a census; حصل حزبه على 36% after an election; وتراجعت الإيرادات after the report of
    a quarter."""
    view = chunks.view
    if held.topic == COUNT:
        return view.word(0) in GOING_ON or mention.kind == "percent" and view.word(0) in PEOPLE
    if held.topic == VOTE:
        first, voting = next(iter(chunks.verbs), None), not VOTING.isdisjoint(view.words) and POLLS.isdisjoint(view.words)
        return mention.kind == "percent" and voting and (first is None or past(view.words[first]))
    return chunks.verbs.get(0) in ("change", "measure") and view.word(0).startswith("و") and not future(chunks, 0)


def counted(view: View, mentions: list[Mention], held: Held | None) -> Held | None:
    """The count that a sentence tells of, or goes on with: what holds for the sentence after it."""
    years = [year for year in mentions if year.kind == "year"]
    for year in years:
        if counts(view, year, CENSUSES) and SAME.isdisjoint(view.words[max(0, year.i - 3) : year.i]):
            return Held(view.index, written(year), COUNT)
    told = [year for year in years[:KEPT] if is_period(view, year)]
    if len(told) == 1:
        return Held(view.index, written(told[0]), PERIOD)
    if len(years) == 1 and "low" in written(years[0]) and not VOTES.isdisjoint(view.words):
        return Held(view.index, written(years[0]), VOTE)
    if held is None or held.topic == PERIOD or years or held.sentence + 1 != view.index:
        return None
    return held._replace(sentence=view.index)


def is_period(view: View, year: Mention) -> bool:
    """الربع الأول من 2025, and not مقابل … الربع نفسه من 2024."""
    before = view.words[max(0, year.i - 5) : year.i]
    return not PERIODS.isdisjoint(before) and not SAME & set(before)


def counts(view: View, year: Mention, words: frozenset[str]) -> bool:
    """تعداد عام 2010, التعداد الوطني لعام 2010, إحصاء 2010."""
    at = year.i - 1
    while at >= 0 and view.word(at) in YEAR_NOUNS:
        at -= 1
    return any(view.word(n).lstrip("وفل") in words or view.word(n) in words for n in range(max(0, at - 2), at + 1))
