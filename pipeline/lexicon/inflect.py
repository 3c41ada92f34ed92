"""A noun or an adjective in its singular in, the forms that stand beside numbers out. All words are normalized.

>>> [form.word for form in noun_forms("دولار", plurals=["دولارات"])]
['دولار', 'دولارا', 'دولاران', 'دولارين', 'دولارات']
>>> adjective_forms("كويتي")[:5]
('كويتي', 'كويتيا', 'كويتيه', 'الكويتي', 'الكويتيه')
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .affixes import DEFINITE

# What stands before a currency in practice; فكال and the like only fill the table.
_PREFIXES = ("", *"و ف ب ل ك وب ول فب فل ال بال لل كال عال هال وال وبال ولل فال فلل".split())
_LONG_VOWELS = ("ا", "و", "ي")
# The tanween of the accusative is a tamyiz (خمسون دولارا): no article and no preposition stands before it.
_BEFORE_TANWEEN = ("", "و", "ف")
# A word that is another word too keeps to itself: with ب and و before them, ين and بات would be بين and وبات.
_BEFORE_WEAK = ("", *(prefix for prefix in _PREFIXES if prefix in DEFINITE))


class Form(NamedTuple):
    """An inflected word; ``bare`` forms take no article and no preposition."""

    word: str
    dual: bool
    plural: bool
    bare: bool


def noun_forms(singular: str, plurals: Iterable[str] = (), duals: Iterable[str] = ()) -> Iterator[Form]:
    """Singular, tanween, the dual, then the plurals.

    The dual in construct with -ي is left out: ``دولاري`` is the adjective. A singular in a long vowel has no regular dual,
    but tanween where the vowel is ي (زلوتيا).
    """
    yield Form(singular, False, False, False)
    if singular.endswith("ه"):
        stem = singular[:-1] + "ت"
        yield Form(stem + "ا", True, False, True)
        yield from (Form(stem + ending, True, False, False) for ending in ("ان", "ين"))
    elif not singular.endswith(_LONG_VOWELS):
        yield Form(singular + "ا", False, False, True)
        yield from (Form(singular + ending, True, False, False) for ending in ("ان", "ين"))
    elif singular.endswith("ي"):
        yield Form(singular + "ا", False, False, True)
    yield from (Form(word, True, False, False) for word in duals)
    yield from (Form(word, False, True, False) for word in plurals)


def prefixes_of(form: Form, weak: bool) -> tuple[str, ...]:
    """The attached prefixes that a form takes, ``""`` first."""
    if weak:  # a definite dual too would be another word: ليونان, لليونان
        return ("",) if form.bare or form.dual else _BEFORE_WEAK
    return _BEFORE_TANWEEN if form.bare else _PREFIXES


def with_prefix(prefix: str, word: str) -> str:
    """ل + ال + ليرة is written لليرة: of three lams two stay.

    >>> with_prefix("ولل", "ليره"), with_prefix("لل", "دولار")
    ('ولليره', 'للدولار')
    """
    return prefix + word[1:] if word.startswith("ل") and prefix.endswith("لل") else prefix + word


def adjective_forms(masculine: str) -> tuple[str, ...]:
    """Gender, number, tanween and article of a relative adjective; a word that does not end in ي has one form."""
    if not masculine.endswith("ي"):
        return (masculine,)
    return (
        masculine,
        masculine + "ا",
        masculine + "ه",
        "ال" + masculine,
        "ال" + masculine + "ه",
        masculine + "ين",
        masculine + "ات",
        "ال" + masculine + "ين",
        "ال" + masculine + "ات",
        "ال" + masculine + "ون",
        masculine + "ون",
        masculine + "ان",
        masculine + "تان",
        masculine + "تين",
    )


def place_forms(name: str) -> list[str]:
    """A name with the prefixes of running text: والكويت, للكويت, ومصر."""
    led = with_prefix("لل", name[2:]) if name.startswith("ال") else "ل" + name
    return [name, "و" + name, "ب" + name, "وب" + name, "ف" + name, "ك" + name, led, "و" + led]
