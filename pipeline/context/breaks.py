"""Two nouns side by side in; whether a new noun phrase begins with the second out, by weights learnt from marked sentences
(``training/marks.jsonl``): اشترى التجار | الكيلوغرام المجفف, but وزير المالية المصري.
"""

from typing import Final

from .lexemes import NOUN, VERB, lexeme
from .nouns import bare, noun_kind, thing
from .remember import remembered
from .weigh import DIGITS, Feature, Part

FIELD: Final = "break"
# a sum above it is a break: those that are missed cost more than those too many
BOUND: Final = -450
# kinds of things that no adjective and no name is
OWNED: Final = frozenset(("thing", "measure", "activity", "unit", "abstract"))
GENDERS: Final = {"ه": "h", "ات": "p", "ين": "s", "ون": "s"}


class Noun:
    """A word as a noun: its form, what the lexicon calls it, what kind of thing it names; ``article``: it begins with ال;
    ``definite``: it has the article or a pronoun; ``feminine``: by its ending, or plural things with their pronoun."""

    __slots__ = ("article", "bare", "definite", "feminine", "form", "kind", "thing")

    def __init__(self, word: str, closed: bool) -> None:
        self.form = _form(word, closed)
        self.kind = noun_kind(word)
        self.thing = thing(word)
        self.bare = bare(word)
        self.article = word.startswith("ال")
        self.definite = self.form[0] in "DO"
        self.feminine = closed or word.endswith(("ات", "ها"))


def certain(nouns: list[Noun], classes: list[str], start: int, end: int) -> bool | None:
    """Whether the second noun opens a phrase, where grammar leaves no doubt, else None.

    What has the article, or is a country, takes no noun as its owner (اشترى الرجل | السيارة, استوردت مصر | القمح, أقرض البنك
    الدولي | لبنان); an adjective with the article goes with a noun that has it, and a measure with what it is of.

    >>> pairs = ("الناتج المحلي", "معدل البطاله", "البنك لبنان", "التاجر الحبوب", "ثمنا الشهر")
    >>> [certain([noun(word) for word in pair.split()], ["N", "N"], 0, 1) for pair in pairs]
    [False, False, True, None, None]
    >>> certain([closed_noun("الحكومه"), noun("المركزي")], ["N", "N"], 0, 1) is None
    True
    """
    first, second = nouns[end - 1], nouns[end]
    if not second.article:
        return True if first.article and second.kind == "C" else None
    if _goes_on(first, second):
        return False
    after_verb = start > 0 and classes[start - 1] == VERB and end == start + 1
    return True if after_verb and second.thing in OWNED and (first.article or first.kind == "C") else None


def _goes_on(first: Noun, second: Noun) -> bool:
    """السنة المالية, معدل البطالة; where the genders differ the adjective may be a noun, and what has tanwin owns nothing."""
    if first.article:
        return second.thing == "adjective" and (second.feminine or not first.feminine)
    return first.thing == "measure" and not first.definite and "a" not in first.form


def parts(nouns: list[Noun], classes: list[str], start: int, end: int) -> list[Part]:
    """What speaks for token ``end`` opening a phrase of its own, after one that goes from ``start`` to it."""
    head, first, second = nouns[start], nouns[end - 1], nouns[end]
    form, other = first.form, second.form
    led = classes[start - 1] if start else "^"
    size = DIGITS[min(end - start, 4)]
    definite = "D" if True in [noun.definite for noun in nouns[start:end]] else "I"
    after = "$" if end + 1 >= len(nouns) else classes[end + 1]
    if after == NOUN:
        after = nouns[end + 1].form
    return [
        (kind_features, first.kind, second.kind, first.thing, second.thing, form, other, led),
        (head_thing_features, head.thing, second.thing, other[0], led, size),
        (second_features, second.bare, form[0] + other[0]),
        (first_features, first.bare, other[0]),
        (pair_features, led, size, form, other, definite),
        (after_features, after, form[0], other, led),
        (head_features, head.bare, head.kind, other, led),
    ]


@remembered
def noun(word: str) -> Noun:
    """A word as a noun."""
    return Noun(word, False)


@remembered
def closed_noun(word: str) -> Noun:
    """A word as a noun that ends in ة."""
    return Noun(word, True)


def _form(word: str, closed: bool) -> str:
    """With the article, with a pronoun, a name or else; its gender and number; an adjective in ي; Latin.

    >>> _form("الامريكيه", True), _form("سعرها", False)
    ('Dfy', 'O')
    """
    if not "\u0600" <= word[0] <= "\u06ff":
        return "L"
    known = lexeme(word)
    kind = "D" if known.definite else "O" if known.owned else "E" if known.entity else "I"
    gender = "f" if closed else next((sign for ending, sign in GENDERS.items() if word.endswith(ending)), "")
    accusative = "a" if word.endswith("ا") and kind == "I" else ""
    return kind + gender + accusative + ("y" if word.removesuffix("ه").endswith("ي") else "")


def pair_features(led: str, size: str, form: str, other: str, definite: str) -> list[Feature]:
    return [
        ("break",),
        ("pair", form, other),
        ("pair-definite", form[0], other, definite),
        ("definite", definite, other[0]),
        ("led", led, form[0], other[0]),
        ("size", size, form[0], other[0]),
        ("led-size", led, size, form[0] + other),
        ("led-definite", led, size, definite, other),
    ]


def kind_features(kind: str, other_kind: str, first: str, second: str, form: str, other: str, led: str) -> list[Feature]:
    return [
        ("kinds", kind, other_kind, form[0], other[0]),
        ("second-kind", other_kind, other[0], form[0]),
        ("first-kind", kind, other[0]),
        ("things", first, second),
        ("things-forms", first, second, form[0], other[0]),
        ("things-led", first, second, led),
        ("second-thing", second, form, other),
        ("first-thing", first, form, other),
    ]


def head_thing_features(head: str, second: str, other: str, led: str, size: str) -> list[Feature]:
    return [
        ("head-things", head, second, other),
        ("head-things-led", head, second, led),
        ("head-things-size", head, second, size),
    ]


def second_features(word: str, forms: str) -> list[Feature]:
    return [("second", word), ("second-forms", word, forms), ("second-end", word[-2:], forms)]


def first_features(word: str, other: str) -> list[Feature]:
    return [("first", word), ("first-form", word, other)]


def after_features(after: str, form: str, other: str, led: str) -> list[Feature]:
    return [("after", after, form, other), ("after-led", after, led, form, other[0])]


def head_features(head: str, kind: str, other: str, led: str) -> list[Feature]:
    return [("head", head, other[0]), ("head-kind", kind, other), ("head-led", kind, led, other)]
