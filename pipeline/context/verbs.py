"""A word among its neighbours in; whether it is a finite verb out, by weights learnt from marked sentences
(``training/marks.jsonl``).

Without vowels a past and its verbal noun are spelled alike: عرض فولهام شراءه, and عرض الشراء. What stands before and after tells.
"""

from functools import lru_cache
from typing import Final, NamedTuple

from .lexemes import CONJ, NOUN, PREP, lexeme
from .nouns import thing
from .remember import remembered
from .weigh import Feature, Part

FIELD: Final = "verb"
TENSES: Final = ("سي", "ست", "سن", "ي", "ت", "ن", "ا")
FUTURE: Final = ("سي", "ست", "سن")
OBJECTS: Final = ("هما", "ها", "هم", "ه")
ENDINGS: Final = ("هما", "ها", "هم", "نا", "ني", "ات", "وا", "ون", "ين", "ان", "ت", "ه", "ا", "ي", "ن")


def parts(words: list[str], classes: list[str], at: int) -> list[Part]:
    """What speaks for token ``at`` being a verb; ``classes`` are those of the tokens before it."""
    word = words[at]
    shape = form_of(word).shape
    before, before_class = (words[at - 1], classes[at - 1]) if at else ("^", "^")
    after = form_of(words[at + 1]).follows if at + 1 < len(words) else "$"
    return [
        (word_features, word, shape),
        (before_features, before, before_class, shape),
        (after_features, after, shape, before_class),
        (both_features, word, before_class, after),
    ]


class Form(NamedTuple):
    """The letters before and after a word's root with its length; what it is to the word before it."""

    shape: str
    follows: str


@remembered
def form_of(word: str) -> Form:
    return Form(shape_of(word), _follower(word))


@lru_cache(maxsize=1 << 14)
def conjunction(word: str) -> int:
    """The length of و or ف before a verb, 0 where the letter is the verb's own.

    >>> conjunction("وارتفعت"), conjunction("فستدفع"), conjunction("وباعها"), conjunction("وصلت"), conjunction("فتحت")
    (1, 1, 1, 0, 0)
    """
    rest = word[1:]
    if word[0] not in "وف" or len(word) < 4:
        return 0
    plain = next((rest.removesuffix(ending) for ending in OBJECTS if rest.endswith(ending)), rest)
    present = rest[0] == "ي" or rest.startswith(FUTURE) or word[0] == "و" and rest[0] == "ت" and len(rest) > 3
    return int(present or lexeme(rest).verb is not None or lexeme(plain).verb is not None)


def body(word: str) -> str:
    """A word without و or ف before it."""
    return word[1:] if len(word) > 3 and word[0] in "وف" else word


def shape_of(word: str) -> str:
    """The letters before and after the root, and how long the word is.

    >>> shape_of("ستدفعها"), shape_of("ارتفعت")
    ('ست-ها5', 'ا-ت5')
    """
    root = body(word)
    tense = next((letters for letters in TENSES if root.startswith(letters) and len(root) > len(letters) + 1), "")
    ending = next((letters for letters in ENDINGS if root.endswith(letters) and len(root) > len(letters) + len(tense) + 1), "")
    return f"{tense}-{ending}{min(7, len(root) - len(tense))}"


def _known(word: str) -> str:
    """What the lexicon says of a word."""
    known = lexeme(word)
    flags = (bool(known.measure), known.entity, known.both, known.owned)
    return (known.verb or "") + "".join(sign for sign, flag in zip("mebo", flags, strict=True) if flag)


def _follower(word: str) -> str:
    """What kind of word follows: a particle, a definite noun, what may be a verb."""
    known = lexeme(word)
    if known.fixed in (PREP, CONJ):
        return word if len(word) < 5 else known.fixed
    if not word.isalpha():
        return "#"
    kind = "D" if known.definite else "E" if known.entity else "V" if known.verb is not None else ""
    return kind or ("O" if known.owned else NOUN) + ("h" if word.endswith("ه") else "")


def word_features(word: str, shape: str) -> list[Feature]:
    kind = thing(word)
    return [
        ("verb",),
        ("word", word),
        ("body", body(word)),
        ("shape", shape),
        ("known", _known(word)),
        ("thing", kind),
        ("thing-shape", kind, shape),
        ("end", word[-3:]),
        ("start", body(word)[:3]),
    ]


def before_features(before: str, before_class: str, shape: str) -> list[Feature]:
    return [
        ("before", before),
        ("before-class", before_class),
        ("before-class-shape", before_class, shape),
        ("before-shape", before, shape),
    ]


def after_features(after: str, shape: str, before_class: str) -> list[Feature]:
    return [
        ("after", after),
        ("after-shape", after, shape),
        ("around", before_class, after),
        ("around-shape", before_class, after, shape),
    ]


def both_features(word: str, before_class: str, after: str) -> list[Feature]:
    return [("body-before", body(word), before_class), ("body-after", body(word), after), ("word-before", word, before_class)]
