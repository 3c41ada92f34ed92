"""Words around an amount that lacks its currency: ``elision.toml`` in, phrase tables out."""

from functools import cache
from typing import NamedTuple

from ..text.normalize import normalize
from .affixes import prefixed
from .cue_forms import verb_forms
from .load import read_toml
from .phrases import Phrases

# pronouns that a verb of selling takes for what is sold
OBJECTS = ("", "ه", "ها", "هم")


class ElisionWords(NamedTuple):
    scaled_leads: Phrases[bool]
    bare_leads: Phrases[bool]
    followers: frozenset[str]
    counting: frozenset[str]
    prices: frozenset[str]
    paying: frozenset[str]
    trading: frozenset[str]
    closing: frozenset[str]


@cache
def elision_words() -> ElisionWords:
    """The tables of the elision extractor."""
    rows = read_toml("elision")
    return ElisionWords(
        Phrases(((phrase, True) for phrase in rows["scaled_leads"]), backward=True),
        Phrases(((phrase, True) for phrase in rows["bare_leads"]), backward=True),
        frozenset(normalize(word).text for word in rows["followers"])
        | frozenset("ك" + normalize(word).text for word in rows["purposes"]),
        frozenset(form for word in rows["counting"] for form, _ in prefixed(normalize(word).text)),
        frozenset(form for word in rows["prices"] for form, _ in prefixed(normalize(word).text)),
        frozenset(form for verb in rows["paying"] for form in verb_forms(verb)),
        frozenset(form + end for verb in rows["trading"] for form in verb_forms(verb) for end in OBJECTS)
        | frozenset(normalize(word).text for word in rows["traded"]),
        frozenset(form for verb in rows["closing"] for form in verb_forms(verb)),
    )
