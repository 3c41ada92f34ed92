"""A verb or noun as a cue file lists it in, the forms that texts hold of it out.

Shallow on purpose: past, present and future of the third persons and of "we", with the attached و ف ل and س; enough to
recognize a cue, not to analyse a verb.
"""

from collections.abc import Iterator

from ..text.normalize import normalize
from .affixes import prefixed

_PAST = ("", "ت", "وا", "نا", "ا", "تا", "تم")
_PRESENT = ("ي", "ت", "ن", "سي", "ست", "سن", "لي", "لت", "هي", "هت", "بي", "بت")
_AND = ("", "و", "ف")


def verb_forms(row: str) -> Iterator[str]:
    """The forms of "past present-stem", normalized.

    >>> [f for f in verb_forms("ارتفع رتفع") if f in ("ارتفعت", "وسترتفع")]
    ['ارتفعت', 'وسترتفع']
    """
    past, _, stem = normalize(row).text.partition(" ")
    # a final ي or ا is lost before the endings: اشترى, اشترت, اشتروا
    weak = past[:-1] if past.endswith(("ي", "ا")) and len(past) > 2 else None
    for head in _AND:
        for tail in _PAST:
            yield head + past + tail
        if weak:
            yield from (head + weak + tail for tail in ("ت", "وا", "تا"))
        for person in _PRESENT:
            yield head + person + (stem or past)
            yield head + person + (stem or past) + "ون"


def noun_forms(word: str) -> Iterator[str]:
    """A noun with its prefixes, and its accusative where the alef is written.

    >>> [f for f in noun_forms("ارتفاع") if f in ("بارتفاع", "وارتفاعا")]
    ['بارتفاع', 'وارتفاعا']
    """
    base = normalize(word).text
    bases = [base] if base.endswith(("ه", "ا")) else [base, base + "ا"]
    for each in bases:
        for form, _ in prefixed(each):
            yield form
