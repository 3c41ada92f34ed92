"""A sentence's free numbers in, its calendar years out.

A number is a year by an era after it (``575 م``, ``1445هـ``, ``332 ق.م``), by a word of years, months or events before it, or,
weaker, by a preposition, brackets or the head of a line when nothing is counted after it. A counted noun tells itself by
grammar: after 11–99 it is an accusative singular, so a word that ends in neither alef nor ta marbuta is none (Wright,
Grammar I §322); after round hundreds it may be any noun.
"""

from __future__ import annotations

from decimal import Decimal

from ..lexicon.wordsets import word_set
from ..lexicon.years import YearWords, year_words
from ..numbers.scan import Number
from ..text.tokens import LATIN, SIGN, WORD
from .base import Free, Mention, View
from .ranges import HYPHENS, between_before, relation

STRONG, WEAK, BARE = 3, 2, 1
FIRST, LAST = 1000, 2100
OPENERS = frozenset(("•", "*", "-", "–", "·", "(", "[", ":", "|"))
DATING = word_set("year", "dating")
PARTICLES = word_set("year", "particles")
COMPARATIVES = word_set("year", "comparatives")
HOMOGRAPHS = word_set("year", "homographs")
DEFINITE = ("ال", "وال", "بال", "لل")
CLOSERS = frozenset((")", "]", "،", ",", ".", ":", "؛", "؟", "!", "»", '"', "|", "-", "–", "/", "…", "”"))


def years(view: View, free: Free) -> list[Mention]:
    """Mentions of kind ``year`` with a value or a range."""
    words = year_words()
    found: list[Mention] = []
    place, numbers = 0, view.numbers
    while place < len(numbers):
        number = numbers[place]
        step = 1
        if free(number) and _whole(number):
            mention, step = _range_or_year(view, free, words, place, found)
            if mention is not None:
                free.take(mention.i, mention.j)
                found.append(mention)
        place += step
    return found


def _whole(number: Number) -> bool:
    if number.value != int(number.value) or number.value < 1 or number.value > 9999:
        return False
    return number.worded or number.digits and view_digits(number)


def view_digits(number: Number) -> bool:
    """Years are written without separators."""
    return number.end - number.start <= 4


def _range_or_year(view: View, free: Free, words: YearWords, place: int, found: list[Mention]) -> tuple[Mention | None, int]:
    numbers = view.numbers
    number = numbers[place]
    follower = numbers[place + 1] if place + 1 < len(numbers) and free(numbers[place + 1]) else None
    if follower is not None and (_whole(follower) or follower.digits and view.word(follower.i) == "00"):
        mention = _range(view, words, number, follower, _listed(view, number, found))
        if mention is not None:
            return mention, 2
    return _year(view, words, number, found), 1


# --- one year


def _year(view: View, words: YearWords, number: Number, found: list[Mention]) -> Mention | None:
    value, era, end = int(number.value), *_era(view, words, number)
    cue = max(_cue(view, words, number.i), _listed(view, number, found))
    if not _plausible(view, words, number, value, era, cue, end):
        return None
    if (
        value % 10 == 0
        and value >= 100
        and era is None
        and view.word(number.i - 1) in words.decade_nouns
        and not _list_goes_on(view, end)
    ):
        return Mention("year", view, number.i, end, Decimal(value), Decimal(value + 9), "year-decade")
    if number.digits and number.end - number.start == 2 and era is None:
        value += 1900 if value > 30 else 2000
    mention = Mention(
        "year",
        view,
        number.i,
        end,
        Decimal(-value if era == "before" else value),
        None,
        f"year-cue-{cue}" if era is None else f"year-{era}",
    )
    if era == "hijri" or era is None and 1300 <= value <= 1500 and _hijri_month(view, words, number.i):
        mention.fields["calendar"] = "hijri"
    return mention


def _list_goes_on(view: View, at: int) -> bool:
    return view.word(at) in ("و", "،", "او") and view.is_digits(at + 1)


def _plausible(view: View, words: YearWords, number: Number, value: int, era: str | None, cue: int, end: int) -> bool:
    size = number.end - number.start if number.digits else 4
    if era in ("hijri", "before", "after_christ"):
        return not (era == "hijri" and value > 1600) and (size >= 2 or cue == STRONG)
    if era == "common":
        return _common_era(view, words, number, value, cue, end)
    if _labelled(view, words, number):
        return False
    if cue == STRONG:
        return _strong(view, words, number, value, size)
    if number.worded:
        return cue >= WEAK and FIRST < value < LAST and value % 1000 != 0 and not _counted(view, words, number.j, value)
    if size != 4 or not (FIRST <= value <= LAST) or view.kind(number.i) == LATIN:
        return False
    if cue == BARE and not 1700 <= value <= 2099:
        return False
    return cue > 0 and not _counted(view, words, number.j, value)


def _strong(view: View, words: YearWords, number: Number, value: int, size: int) -> bool:
    """After عام and its like any number of two to four digits is a year, unless it counts something."""
    if number.worded and value < 100 or size < 2:
        return False
    if size == 2:
        return (
            _timely(view, words, number.i)
            and view.word(number.j) not in words.months
            and not _counted_plainly(view, words, number.j)
        )
    return FIRST <= value <= LAST or value < FIRST and not _counted_plainly(view, words, number.j)


def _timely(view: View, words: YearWords, i: int) -> bool:
    """After these, and no more than these, two digits make a year: عام 67, صيف 82."""
    return view.word(i - 1) in words.nouns or view.word(i - 1) in words.seasons


def _common_era(view: View, words: YearWords, number: Number, value: int, cue: int, end: int) -> bool:
    """م after a number is metres as well as the common era."""
    spelled = view.word(number.j) != "م"
    if spelled or cue == STRONG:
        return True
    if _labelled(view, words, number) or value > LAST:
        return False
    lead = number.i - 2 if view.word(number.i - 1) in ("ل", "ب") else number.i - 1
    near = view.word(lead) in ("(", "/", "الموافق", "يوافق") or view.word(number.i - 2) in ("ه", "هجري", "هجريه")
    return value >= FIRST and (view.glued(number.j) and cue >= WEAK or near) or near and value >= 100


def _era(view: View, words: YearWords, number: Number) -> tuple[str | None, int]:
    hit = words.eras.at(view.words, number.j)
    if hit is None:
        return None, number.j
    era, length = hit
    end = number.j + length
    return era, end


def _hijri_month(view: View, words: YearWords, at: int) -> bool:
    return (
        view.word(at - 1) in words.hijri_months
        or view.word(at - 2) in words.hijri_months
        and view.word(at - 1) in words.month_tails
    )


# --- what stands before


def _cue(view: View, words: YearWords, i: int) -> int:
    """How strongly the words before token ``i`` announce a year."""
    at = i - 1
    word = view.word(at)
    if word in ("ل", "ب") and view.glued(i):
        return WEAK
    if word in ("و", "ال"):
        at -= 1
        word = view.word(at)
    if word in words.nouns or word in words.seasons or word in words.events or word in words.months or word in words.decade_nouns:
        return STRONG
    if word in words.month_tails and view.word(at - 1) in words.months:
        return STRONG
    if word in words.between and (
        view.word(at - 1) in words.nouns or word in ("،", ",", "من") and view.word(at - 1) in words.months
    ):
        return STRONG
    if word == "من" and view.word(at - 1) in COMPARATIVES:
        return 0
    if word in words.weak or word == "الي" and view.word(at - 1) in DATING:
        return WEAK
    if word == "(":
        return WEAK
    if at < 0 or word in OPENERS:
        return BARE if view.word(i + 1) in CLOSERS or i + 1 == view.size else 0
    if word in (",", "،") and view.is_digits(at - 1) and view.word(at - 2) in words.months:
        return STRONG
    if view.kind(at) == WORD:
        return 0 if at < i - 1 or _verbal(word) or word in PARTICLES or not _dates(view, words, at) else BARE
    return BARE if word in ("،", ",", ")", "»", '"', "/") else 0


def _dates(view: View, words: YearWords, at: int) -> bool:
    """Whether the chain of nouns that ends at a token can carry a year: an event's name opens in the indefinite (زلزال 1759,
    قانون الجنسية البريطانية 1981); a definite noun alone has a label (المركز 1990, الخط الساخن 1951)."""
    while view.word(at).startswith(DEFINITE):
        at -= 1
        if at < 0:
            return False
    head = view.word(at)
    return view.kind(at) == WORD and head not in PARTICLES and head not in words.weak and head not in words.labels


def _verbal(word: str) -> bool:
    """A past in the feminine or a present of the third person: no noun that a year could date."""
    return (
        word.endswith("ت")
        and not word.endswith("ات")
        or word.startswith(("ي", "وي", "سي"))
        or word.startswith("وت")
        and word.endswith("ي")
    )


def _listed(view: View, number: Number, found: list[Mention]) -> int:
    """A year that و or a comma joins to a year before it."""
    if not found or found[-1].high is not None and found[-1].fields.get("calendar"):
        return 0
    last = found[-1]
    if number.i - last.j > 2:
        return 0
    between = [view.word(at) for at in range(last.j, number.i)]
    return (
        WEAK
        if last.kind == "year" and between in (["و"], ["،"], [","], ["،", "و"], ["او"], [",", "و"], ["وعام"], ["وسنه"])
        else 0
    )


def _labelled(view: View, words: YearWords, number: Number) -> bool:
    """رقم 1917, القرار (1846), NP-2000, «1984»: a label, a model, a title."""
    at = number.i - 1
    word = view.word(at)
    if view.glued(number.i) and (
        view.kind(at) == LATIN or word in ("-", "–", "_", "#", "№", "+", ".", "×", "$", "€", "£") and view.glued(at)
    ):
        return True
    if view.glued(number.j) and number.j < view.size and view.kind(number.j) == LATIN:
        return True
    if word in ("(", "«", '"', "“", ":", "،", "[") and view.word(number.j) in (")", "»", '"', "”", "]") or word == ":":
        if word in ("«", '"', "“"):
            return True
        at -= 1
        word = view.word(at)
    if word in HOMOGRAPHS:
        return False
    if view.word(at - 1) in ("رقم", "ورقم", "برقم"):
        return True
    return word in words.labels or word[:1] in ("و", "ب", "ل") and word[1:] in words.labels or word in ("×", "x", "*", "+")


# --- what stands after


def _counted_plainly(view: View, words: YearWords, j: int) -> bool:
    return view.word(j) in words.counted and view.word(j) not in ("سي", "ايام")


def _counted(view: View, words: YearWords, j: int, value: int) -> bool:
    """Whether the word after the number is what it counts."""
    if j >= view.size:
        return False
    word, kind = view.words[j], view.kind(j)
    if kind == SIGN:
        return word in ("%", "$", "€", "£", "×", "°", "²", "#", "+")
    if kind != WORD:
        return word in words.counted
    if word in words.counted:
        return True
    if word.startswith(("ال", "و", "لل")) or word in words.weak or len(word) < 3:
        return False
    rest = value % 100
    if 11 <= rest <= 99:
        return word.endswith("ا") and not word.endswith(("ها", "هما")) and word not in FUNCTION
    return rest < 3 and word not in FUNCTION and not word.endswith("ت") and not word.startswith("ي")


# words that no number counts, among those that could pass for a noun
FUNCTION = word_set("year", "function")


# --- two numbers, one span


def _range(view: View, words: YearWords, first: Number, second: Number, listed: int) -> Mention | None:
    """The years that one claim spans: بين عامي 2023 و2024, 1914–1918, 2017/18, من عام 2010 حتى عام 2015."""
    era, end = _era(view, words, second)
    first_era, gap = _era(view, words, first)
    if first_era is not None and era is not None and first_era not in (era, "before"):
        return None
    after = second.i - 1 if view.word(second.i - 1) in words.nouns and second.i > gap else second.i
    if first_era == "hijri" and gap - first.j == 1 and _slash(view, gap, second) and era != "hijri":
        return None
    if view.word(gap) == "او":
        return None
    link = _slash(view, gap, second) or relation(
        view, _opening(view, words, first), gap, after, second.joined and after == second.i
    )
    if link is None and gap + 1 == after - 1 and view.word(gap) == "و" and view.word(gap + 1) == "حتي":
        link = "range"
    low, high = int(first.value), _completed(first, second)
    negative = era == "before"
    if link not in ("range", "change", "slash") or (low <= high if negative else low >= high):
        return None
    if not _range_plausible(view, words, first, second, low, high, era, link, listed if after == second.i else STRONG):
        return None
    low, high = (-low, -high) if negative else (-low if first_era == "before" else low, high)
    mention = Mention("year", view, first.i, end, Decimal(low), Decimal(high), "year-range")
    if era == "hijri":
        mention.fields["calendar"] = "hijri"
    return mention


def _opening(view: View, words: YearWords, number: Number) -> int:
    """Where to look for بين or من: before the عامي that may stand between it and the number."""
    at = number.i
    return at - 1 if view.word(at - 1) in words.nouns and not view.word(at - 1).startswith("و") else at


def _slash(view: View, gap: int, second: Number) -> str | None:
    return "slash" if view.word(gap) == "/" and gap + 1 == second.i else None


def _completed(first: Number, second: Number) -> int:
    """The second year with the century of the first, or the next one: 2017/18, 1999/00."""
    size = second.end - second.start
    if second.digits and size == 2 and first.end - first.start == 4:
        year = int(first.value)
        return year + 1 if (year + 1) % 100 == second.value else year // 100 * 100 + int(second.value)
    return int(second.value)


def _range_plausible(
    view: View, words: YearWords, first: Number, second: Number, low: int, high: int, era: str | None, link: str, floor: int
) -> bool:
    cue = max(floor, _cue(view, words, first.i), WEAK if between_before(view, first.i) else 0)
    if view.word(first.i - 1) in words.nouns or era in ("hijri", "before"):
        cue = STRONG
    parted = view.word(first.j) in HYPHENS or link == "slash"
    if parted and high - low == 1 and low >= FIRST and high <= LAST and not _labelled(view, words, first):
        return True
    if (
        link == "slash"
        and high - low != 1
        and not (first.end - first.start == 4 and second.end - second.start == 2 and high - low < 30)
    ):
        return False
    if _labelled(view, words, first) and cue < STRONG or _counted(view, words, second.j, high) and era is None and cue < STRONG:
        return False
    if cue == STRONG:
        return low >= 10 and high <= LAST + 100
    bracketed = view.word(first.i - 1) == "،" or "(" in (view.word(first.i - 1), view.word(first.i - 2), view.word(first.i - 3))
    if bracketed and low >= 100 and high <= LAST and high - low < 200 and view.word(second.j) not in ("%",):
        return view.word(first.j) in HYPHENS or low >= FIRST
    return low >= FIRST and high <= LAST and (cue > 0 or parted and low >= 1800)
