"""A verb or noun as a cue file lists it in, the forms that texts hold of it out.

Shallow on purpose: past, present and future of the third persons and of "we", with the attached و ف ل and س; enough to
recognize a cue, not to analyse a verb.
"""

from collections.abc import Sequence

from ..text.normalize import plain_words
from .affixes import CONJUNCTIONS, prefixed

_PAST = ("", "ت", "وا", "نا", "ا", "تا", "تم")
_WEAK = ("ت", "وا", "تا")
_PRESENT = ("ي", "ت", "ن", "سي", "ست", "سن", "لي", "لت", "هي", "هت", "بي", "بت")
_PERSONS = [head + person for head in CONJUNCTIONS for person in _PRESENT]


def verb_forms(rows: Sequence[str]) -> list[str]:
    """The forms of rows "past present-stem", normalized.

    >>> [f for f in verb_forms(["ارتفع رتفع"]) if f in ("ارتفعت", "وسترتفع")]
    ['ارتفعت', 'وسترتفع']
    >>> "يزيدوا" in verb_forms(["زاد زيد"])
    True
    """
    found: list[str] = []
    for row in plain_words(rows):
        past, _, stem = row.partition(" ")
        found += [head + past + tail for head in CONJUNCTIONS for tail in _PAST]
        if past.endswith(("ي", "ا")) and len(past) > 2:
            # a final ي or ا is lost before the endings: اشترى, اشترت, اشتروا
            found += [head + past[:-1] + tail for head in CONJUNCTIONS for tail in _WEAK]
        found += [person + (stem or past) + tail for person in _PERSONS for tail in ("", "ون", "وا", "و")]
    return found


def noun_forms(words: Sequence[str]) -> frozenset[str]:
    """Nouns with their prefixes, and their accusative where the alef is written.

    >>> {"بارتفاع", "وارتفاعا"} <= noun_forms(["ارتفاع"])
    True
    """
    bases = plain_words(words)
    return prefixed(bases + [base + "ا" for base in bases if not base.endswith(("ه", "ا"))])
