"""Cue words: ``cues.toml`` in, sets and phrase tables out."""

from functools import cache
from typing import Any, NamedTuple

from ..text.normalize import normalize
from .affixes import prefixed
from .cue_forms import noun_forms, verb_forms
from .load import read_toml
from .phrases import Phrases


class Cues(NamedTuple):
    """``up`` and ``down``: every form of a word of rising and falling; ``change``: those and passing from state to state."""

    modifier_before: Phrases[str]
    modifier_after: Phrases[str]
    up: frozenset[str]
    down: frozenset[str]
    change: frozenset[str]
    range_openers: frozenset[str]


def forms_of(row: dict[str, Any]) -> frozenset[str]:
    """All forms of a row's verbs, nouns, fixed forms and bare words."""
    found = {form for verb in row.get("verbs", ()) for form in verb_forms(verb)}
    found |= {form for noun in row.get("nouns", ()) for form in noun_forms(noun)}
    found |= {key for form in row.get("forms", ()) for key in (normalize(form).text, "و" + normalize(form).text)}
    found |= {key for word in row.get("words", ()) for key, _ in prefixed(normalize(word).text)}
    return frozenset(found)


@cache
def cues() -> Cues:
    """The tables that extractors and linkers share."""
    rows = read_toml("cues")
    modifiers = rows["modifier"]
    up, down = forms_of(rows["direction"]["up"]), forms_of(rows["direction"]["down"])
    return Cues(
        Phrases(((phrase, name) for name, row in modifiers.items() for phrase in row["before"]), backward=True),
        Phrases(((phrase, name) for name, row in modifiers.items() for phrase in row["after"]), backward=False),
        up,
        down,
        up | down | forms_of(rows["change"]),
        forms_of(rows["range_openers"]),
    )
