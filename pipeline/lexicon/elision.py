"""Words around an amount that lacks its currency: ``elision.toml`` in, phrase tables out."""

from functools import cache
from typing import NamedTuple

from ..text.normalize import plain_words
from .affixes import prefixed
from .cue_forms import verb_forms
from .load import read_toml
from .phrases import Phrases

# pronouns that a verb of selling takes for what is sold
OBJECTS = ("", "ه", "ها", "هم")

# and one of paying for those whom it costs
GIVEN_TO = (*OBJECTS, "ني", "نا")


class ElisionWords(NamedTuple):
    scaled_leads: Phrases[bool]
    bare_leads: Phrases[bool]
    followers: frozenset[str]
    counting: frozenset[str]
    measured: frozenset[str]
    prices: frozenset[str]
    paying: frozenset[str]
    trading: frozenset[str]
    closing: frozenset[str]
    earning: frozenset[str]
    costing: frozenset[str]
    sums: frozenset[str]


@cache
def elision_words() -> ElisionWords:
    """The tables of the elision extractor."""
    rows = read_toml("elision")
    return ElisionWords(
        Phrases([(phrase, True) for phrase in rows["scaled_leads"]], backward=True),
        Phrases([(phrase, True) for phrase in rows["bare_leads"]], backward=True),
        frozenset(plain_words(rows["followers"])) | frozenset("ك" + word for word in plain_words(rows["purposes"])),
        prefixed(plain_words(rows["counting"])),
        prefixed(plain_words(rows["measured"])),
        prefixed(plain_words(rows["prices"])),
        frozenset(verb_forms(rows["paying"])),
        frozenset([form + end for form in verb_forms(rows["trading"]) for end in OBJECTS])
        | frozenset(plain_words(rows["traded"])),
        frozenset(verb_forms(rows["closing"])),
        frozenset([form + end for form in verb_forms(rows["earning"]) for end in GIVEN_TO]),
        frozenset([form + end for form in verb_forms(rows["costing"]) for end in GIVEN_TO]),
        _owned(rows["sums"]),
    )


def _owned(nouns: list[str]) -> frozenset[str]:
    """Nouns with the article or a pronoun: الراتب, راتبه, وكلفتها."""
    words = plain_words(nouns)
    stems = [word[:-1] + "ت" if word.endswith("ه") else word for word in words]
    owned = [stem + pronoun for stem in stems for pronoun in ("ه", "ها", "هم", "ي", "نا")]
    return prefixed(words + owned) | prefixed(["ال" + word for word in words])
