"""What an amount of money is a rate for: ``للسهم`` → سهم, ``سنويا`` → سنة, ``عن كل يوم`` → يوم, ``الدخل السنوي 31 ألف`` → سنة."""

from __future__ import annotations

from ..extractors.base import Mention, View
from ..lexicon.per import PerWords, per_words
from ..lexicon.wordsets import word_set
from ..text.tokens import WORD
from .modifier import modifier_after

BACK = 7
PRONOUNS = word_set("per", "pronouns")
NO_THING = word_set("per", "no_thing")


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
        or _before(view, words, mention)
        or _thing_after(view, words, at)
        or _shared(view, mention, before)
    )


def _time_after(view: View, words: PerWords, at: int) -> str | None:
    word, following = view.word(at), view.word(at + 1)
    if word in words.adverbs and not word.startswith("ال"):
        return words.adverbs[word]
    if word in ("في", "فى") and following in words.times and following.startswith("ال"):
        return words.times[following] if view.word(at + 2) not in RELATIVE and not view.is_digits(at + 2) else None
    if word in ("كل", "/") and (following in words.times or following in words.adverbs):
        return words.times.get(following) or words.adverbs[following]
    noun = word[2:] if word.startswith("لل") else word[3:] if word.startswith("بال") else ""
    return words.times[noun] if noun in words.times and following not in RELATIVE else None


def _thing_after(view: View, words: PerWords, at: int) -> str | None:
    word, following = view.word(at), view.word(at + 1)
    if word in ("لكل", "بكل") or word in ("عن", "مقابل", "علي", "في") and following == "كل":
        return _each(view, words, at + 1 if word in ("لكل", "بكل") else at + 2)
    if not word.startswith("لل"):
        return None
    thing = words.things.get(word[2:]) or words.things.get("ل" + word[2:])
    return _with_tail(words, thing, following) if thing else None


def _with_tail(words: PerWords, thing: str, tail: str) -> str:
    return f"{thing} {tail.removeprefix('ال')}" if tail in words.tails else thing


# words that may stand between an amount and its rate
ASIDE = word_set("per", "aside")
RELATIVE = word_set("per", "relative")


def _each(view: View, words: PerWords, at: int) -> str | None:
    """The noun after كل, with its number: لكل سهم, مقابل كل 100 دولار, عن كل ألف كلمة."""
    if at >= view.size or view.word(at) in NO_THING:
        return None
    number = next((n for n in view.numbers if n.i == at), None)
    if number is not None:
        end = number.j + 1 if number.j < view.size and view.kind(number.j) == WORD else number.j
        return view.source(at, end)
    word = view.word(at)
    if view.kind(at) != WORD:
        return None
    return _with_tail(words, words.times.get(word) or words.things.get(word) or view.source(at, at + 1), view.word(at + 1))


def _before(view: View, words: PerWords, mention: Mention) -> str | None:
    """A time adjective of the noun that the amount is said of (الدخل السنوي), or لمدة ساعة, with nothing but bridges between."""
    for at in range(mention.i - 1, max(-1, mention.i - BACK), -1):
        word = view.word(at)
        if word in words.adverbs and not word.endswith("ا"):
            return words.adverbs[word]
        if word in words.times and view.word(at - 1) == "لمده":
            return words.times[word]
        if word not in words.bridges and not (word.startswith("ب") and word[1:] in words.bridges):
            return None
    return None


def _shared(view: View, mention: Mention, before: list[Mention]) -> str | None:
    """A conversion in brackets, a price that is compared with another, a pronoun for it: the rate is said once."""
    last = next((other for other in reversed(before) if other.kind == "money"), None)
    rate = last.fields.get("per") if last is not None else None
    if rate is None or last is None:
        return None
    between = [view.word(at) for at in range(last.j, mention.i)]
    converted = "(" in between and len(between) <= 5
    compared = mention.rule == "elided-compared" and bool({"بدلا", "بدل"} & set(between))
    return rate if converted or compared or between and between[-1] in PRONOUNS else None
