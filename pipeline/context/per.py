"""What an amount of money is a rate for: ``للسهم`` → سهم, ``سنويا`` → سنة, ``عن كل يوم`` → يوم, ``الدخل السنوي 31 ألف`` → سنة."""

from __future__ import annotations

from typing import Final

from ..extractors.base import Mention, View
from ..extractors.currency import noun_at
from ..extractors.elision import bracketed
from ..extractors.open_number import ROOTED
from ..lexicon.cues import cues
from ..lexicon.elision import elision_words
from ..lexicon.money import Noun, load_money
from ..lexicon.per import PerWords, per_words
from ..lexicon.wordsets import word_set
from ..text.tokens import WORD
from .modifier import modifier_after
from .paid_time import paid_by_time

BACK: Final = 7
YEAR: Final = 4
SHORT, REACHED, MAGNITUDE = 6, 10, 10
# عن السنة tells the time that an amount is of
LONG: Final = frozenset(("سنة", "شهر", "أسبوع", "موسم", "يوم", "مليون"))
# between a price and one that it is compared with
COMPARED: Final = word_set("per", "compared")
ALONE: Final = frozenset(("الواحد", "الواحده"))
EACH: Final = ALONE | {"كل", "لكل", "بكل"}
AGAINST: Final = frozenset(("مقابل", "امام", "لقاء"))
PRONOUNS: Final = word_set("per", "pronouns")
NO_THING: Final = word_set("per", "no_thing")
# words that may stand between an amount and its rate
ASIDE: Final = word_set("per", "aside")
RELATIVE: Final = word_set("per", "relative")


def per(view: View, mention: Mention, before: list[Mention]) -> str | None:
    """The ``per`` of a money mention; ``before`` are the sentence's mentions so far, whose rate a conversion shares."""
    words = per_words()
    at = mention.j
    after = modifier_after(view, mention)
    if after is not None:
        at += after[1]
    while view.word(at) in ASIDE:
        at += 1
    return (
        _time_after(view, words, at)
        or _each_after(view, words, at)
        or _before(view, words, mention)
        or paid_by_time(view, mention)
        or _thing_after(view, words, at, mention)
        or _time_after_whom(view, words, at)
        or _each_before(view, words, mention)
        or _shared(view, mention, before)
    )


def changed_from(view: View, mention: Mention, before: list[Mention]) -> Mention | None:
    """The first amount of a change whose rate is said with the second: من 11 دولارا إلى 15 دولارا في الساعة."""
    last = before[-1] if before else None
    if last is None or last.kind != "money" or mention.i - last.j > SHORT or "الي" not in view.words[last.j : mention.i]:
        return None
    if mention.i - last.j == 1:
        return last
    return last if view.word(last.i - 1) == "من" or view.word(last.i - 2) == "من" else None


def _time_after(view: View, words: PerWords, at: int) -> str | None:
    """سنويا, في الشهر, في اليوم الواحد, كل أسبوع, للساعة right after the amount."""
    word, following = view.word(at), view.word(at + 1)
    if word in words.adverbs and not word.startswith("ال"):
        return words.adverbs[word]
    if word in ("في", "فى") and following in words.times and following.startswith("ال"):
        return words.times[following] if not _told_which(view, at + 2) else None
    if word in ("في", "فى", "عن", "ب") and following.startswith("ال") and view.word(at + 2) in ALONE:
        return words.times.get(following) or view.source(at + 1, at + 2).removeprefix("ال")
    if word == "من":
        every = next((place for place in range(at + 2, at + 5) if view.word(place) == "كل"), None)
        return words.times.get(view.word(every + 1)) if every is not None else None
    if word in ("كل", "/") and (following in words.times or following in words.adverbs):
        return words.times.get(following) or words.adverbs[following]
    noun = word[2:] if word.startswith("لل") else word[3:] if word.startswith("بال") else ""
    if noun not in words.times or _told_which(view, at + 1) or following in RELATIVE or _year_follows(view, at + 1):
        return None
    return words.times[noun]


def _told_which(view: View, at: int) -> bool:
    """في السنة المنتهية في مارس, في الشهر الماضي, في الساعة 10: one time and no rate."""
    word = view.word(at)
    return word in RELATIVE or view.is_digits(at) or word.startswith("ال") and word not in ALONE


def _year_follows(view: View, at: int) -> bool:
    """للعام 2024, للعام الدراسي 2023/2024: a time told by its year is the time of the amount, not what it is a rate for."""
    at += view.word(at).startswith("ال")
    return view.is_digits(at) and len(view.word(at)) == YEAR


def _time_after_whom(view: View, words: PerWords, at: int) -> str | None:
    """90 ألفا للمضخة في الشهر: whom or what it is paid for stands between."""
    return _time_after(view, words, at + 1) if view.word(at).startswith("لل") else None


def _each_after(view: View, words: PerWords, at: int) -> str | None:
    """لكل سهم, عن كل يوم, دولار/برميل right after the amount."""
    word = view.word(at)
    if word == "/":
        return _each(view, words, at + 1) if _scale_at(view, at + 1) or view.word(at + 1) in words.things else None
    if word in ("لكل", "بكل") or word in ("عن", "مقابل", "علي", "في", "من") and view.word(at + 1) == "كل":
        return _each(view, words, at + 1 if word in ("لكل", "بكل") else at + 2)
    return None


def _scale_at(view: View, at: int) -> bool:
    """2.3 دولار/مليون وحدة حرارية: a magnitude that is said by the word alone, and what it counts."""
    entry = view.entries[at] if at < view.size else None
    return entry is not None and entry.role == "scale" and view.is_word(at + 1)


def _thing_after(view: View, words: PerWords, at: int, mention: Mention) -> str | None:
    """للسهم, عن الطن, مقابل الدولار, للفريق الواحد right after the amount."""
    word, following = view.word(at), view.word(at + 1)
    if word in ("عن", "علي") and following.startswith("ال"):
        thing = words.things.get(following[2:])
        return _with_tail(view, words, thing, at + 2) if thing is not None and thing not in LONG else None
    if word in AGAINST and following.startswith("ال"):
        noun = noun_at(view, at + 1, ("ال",))
        other = noun is not None and not noun.minor and not noun.plural and not _itself(mention, noun)
        return view.source(at + 1, at + 2)[2:] if other else None
    if not word.startswith("لل"):
        return None
    thing = words.things.get(word[2:]) or words.things.get("ل" + word[2:])
    if thing in words.times.values() and following in RELATIVE:
        return None
    if thing is None and following in ALONE and len(word) > 4:
        return view.source(at, at + 1).removeprefix("لل")  # للفريق الواحد
    return _with_tail(view, words, thing, at + 1) if thing else None


def _itself(mention: Mention, noun: Noun) -> bool:
    """اليورو إلى 1.08 مقابل الدولار: so many dollars for a euro, and not for a dollar."""
    amount = mention.money
    return amount is not None and amount.code is not None and load_money().families[noun.family].default == amount.code


def _with_tail(view: View, words: PerWords, thing: str, at: int) -> str:
    """متر مربع, ساعة طيران, كيلوواط/ساعة: the word that belongs to the thing's name."""
    joint = view.word(at) == "/"
    tail = view.word(at + joint)
    if tail not in words.tails or joint and not view.glued(at):
        return thing
    return f"{thing}{'/' if joint else ' '}{view.source(at + joint, at + joint + 1).removeprefix('ال')}"


def _each(view: View, words: PerWords, at: int) -> str | None:
    """The noun after كل, with its number: لكل سهم, مقابل كل 100 دولار, عن كل ألف كلمة."""
    if at >= view.size or view.word(at) in NO_THING:
        return None
    number = next((n for n in view.numbers if n.i == at), None)
    if number is not None:
        end = number.j + 1 if _counts(view, words, number.j) else number.j
        return view.source(at, end + (view.word(end) in words.tails))
    word = view.word(at)
    if view.kind(at) != WORD:
        return None
    return _with_tail(view, words, words.times.get(word) or words.things.get(word) or view.source(at, at + 1), at + 1)


def _counts(view: View, words: PerWords, at: int) -> bool:
    """كل 100 دولار, كل مليون وحدة, not على كل مية ألف وهو قاعد: whether the word after a number is what it counts."""
    word = view.word(at)
    if not word or view.kind(at) != WORD:
        return False
    joined = word.startswith("و") and word not in ROOTED
    return word in words.things or word in words.times or not joined and word not in elision_words().followers


def _each_before(view: View, words: PerWords, mention: Mention) -> str | None:
    """دفعت لكل بئر متضررة ألف ريال: كل and its noun right before the amount, an adjective between at most."""
    if EACH.isdisjoint(view.words[max(0, mention.i - 5) : mention.i]):
        return None
    for at in range(mention.i - 1, max(-1, mention.i - 5), -1):
        word = view.words[at]
        if word in words.bridges and word not in ALONE:
            return None
        opens = word in ("لكل", "بكل") or word == "كل" and view.word(at - 1) in ("في", "عن", "علي")
        if word == "كل" and at + 2 == mention.i and view.is_word(at + 1):
            return _each(view, words, at + 1)
        if word in ALONE and view.word(at - 2) in ("عن", "من", "في") and view.word(at - 1).startswith("ال"):
            return view.source(at - 1, at).removeprefix("ال")
        if opens and at + 1 < mention.i and all(view.kind(place) == WORD for place in range(at, mention.i)):
            return _each(view, words, at + 1)
    return None


def _before(view: View, words: PerWords, mention: Mention) -> str | None:
    """A time adjective of the noun that the amount is said of (الدخل السنوي), or لمدة ساعة, with nothing but bridges between."""
    for at in range(mention.i - 1, max(-1, mention.i - BACK), -1):
        word = view.word(at)
        if word in words.adverbs and not (word.endswith("ا") and (noun_at(view, at - 1) or not view.is_word(at - 1))):
            return words.adverbs[word]
        if word in words.times and (view.word(at - 1) == "لمده" or word.startswith("ال") and view.word(at - 1) in ("في", "فى")):
            return words.times[word] if view.word(at + 1) != "،" else None
        if word == "الفرد" and view.word(at - 1) == "نصيب":
            return "فرد"
        thing = words.things.get(word[2:]) or words.things.get("ل" + word[2:]) if word.startswith("لل") else None
        if thing is not None and at < mention.i - 1:
            return thing  # توزيعات للسهم إلى 58 سنتا
        if word not in words.bridges and not (word.startswith("ب") and word[1:] in words.bridges):
            return None
    return None


def _shared(view: View, mention: Mention, before: list[Mention]) -> str | None:
    """A conversion in brackets, a price that is compared with another, a pronoun for it: the rate is said once."""
    last = next((other for other in reversed(before) if other.kind == "money"), None)
    rate = last.fields.get("per") if last is not None else None
    if rate is None or last is None:
        return None
    between = view.words[last.j : mention.i]
    converted = "(" in between and len(between) <= 5 or bracketed(view, mention) and len(between) <= 7
    near = len(between) <= SHORT and "كل" not in between and not COMPARED.isdisjoint(between)
    near = near or not mention.fields.get("elided") and len(between) <= SHORT and between[-1:] in (["كان"], ["كانت"])
    compared = near and _alike(last, mention)
    return rate if converted or compared or _reached(view, last, mention) or between and between[-1] in PRONOUNS else None


def _reached(view: View, last: Mention, mention: Mention) -> bool:
    """300 كرونة عن كل طن، ثم ترتفع إلى 750 كرونة: the same price, later."""
    hit = cues().modifier_before.at(view.words, mention.i - 1)
    lead = view.word(mention.i - 1 - (hit[1] if hit else 0))
    return lead == "الي" and mention.i - last.j <= REACHED and _alike(last, mention)


def _alike(a: Mention, b: Mention) -> bool:
    """Whether two amounts may be one price at two times: a currency, a magnitude."""
    if a.fields.get("currency") != b.fields.get("currency") or not a.low or not b.low:
        return False
    return a.low / MAGNITUDE <= b.low <= a.low * MAGNITUDE
