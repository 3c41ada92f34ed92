"""A verb or noun as a cue file lists it in, the forms that texts hold of it out.

Shallow on purpose: past, present and future of the third persons and of "we", with the attached و ف ل and س; enough to
recognize a cue, not to analyse a verb.
"""

from collections.abc import Sequence
from functools import lru_cache

from ..text.normalize import plain_words
from .affixes import CONJUNCTIONS, prefixed

_PAST = ("", "ت", "وا", "نا", "ا", "تا", "تم")
_WEAK = ("ت", "وا", "تا")
KEPT = 1 << 12
# persons of the present and the future with their endings: يرتفعون, ليرتفعوا; and those of speech, in the Maghreb نرتفعو
_WRITTEN = {("ي", "ت"): ("", "ون", "وا"), ("ن",): ("", "و"), ("سن",): ("",), ("سي", "ست"): ("", "ون"), ("لي", "لت"): ("", "وا")}
_SPOKEN = {("هي", "هت"): ("", "وا"), ("بي", "بت"): ("", "ون", "وا")}
_AROUND_PAST = [(head, tail) for head in CONJUNCTIONS for tail in _PAST]
_PRESENT = [
    (head + person, tail)
    for heads, table in ((CONJUNCTIONS, _WRITTEN), (("", "و"), _SPOKEN))
    for head in heads
    for persons, tails in table.items()
    for person in persons
    for tail in tails
]


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
        found += [person + (stem or past) + tail for person, tail in _PRESENT]
    return found


class VerbForms:
    """The forms of rows as ``verb_forms`` has them, looked up by taking off what is attached: no table to be made at a start.

    >>> forms = VerbForms(["ارتفع رتفع", "اشترى شتري"])
    >>> [word in forms for word in ("وسترتفع", "ارتفعوا", "اشتروا", "رتفع", "ليرتفعون")]
    [True, True, True, False, False]
    """

    def __init__(self, rows: Sequence[str]) -> None:
        pairs = [row.partition(" ") for row in plain_words(rows)]
        self._pasts = frozenset(past for past, _, _ in pairs)
        self._weak = frozenset(past[:-1] for past, _, _ in pairs if past.endswith(("ي", "ا")) and len(past) > 2)
        self._stems = frozenset(stem or past for past, _, stem in pairs)
        self._has = lru_cache(maxsize=KEPT)(self._find)

    def __contains__(self, word: str) -> bool:
        return self._has(word)

    def _find(self, word: str) -> bool:
        between = ((word[len(head) : len(word) - len(tail)], tail) for head, tail in _AROUND_PAST if _has(word, head, tail))
        if any(body in self._pasts or tail in _WEAK and body in self._weak for body, tail in between):
            return True
        return any(_has(word, head, tail) and word[len(head) : len(word) - len(tail)] in self._stems for head, tail in _PRESENT)


def _has(word: str, head: str, tail: str) -> bool:
    return len(word) > len(head) + len(tail) and word.startswith(head) and word.endswith(tail)


def noun_forms(words: Sequence[str]) -> frozenset[str]:
    """Nouns with their prefixes, and their accusative where the alef is written.

    >>> {"بارتفاع", "وارتفاعا"} <= noun_forms(["ارتفاع"])
    True
    """
    bases = plain_words(words)
    return prefixed(bases + [base + "ا" for base in bases if not base.endswith(("ه", "ا"))])
