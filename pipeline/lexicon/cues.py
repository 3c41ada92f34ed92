"""Cue words: ``cues.toml`` in, sets and phrase tables out."""

from functools import cache
from typing import Any, NamedTuple

from ..text.normalize import plain_words
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
    found = set(verb_forms(row.get("verbs", ())))
    found |= noun_forms(row.get("nouns", ()))
    found |= prefixed(plain_words(row.get("forms", ())), ("", "و"))
    return frozenset(found | prefixed(plain_words(row.get("words", ()))))


@cache
def cues() -> Cues:
    """The tables that extractors and linkers share."""
    rows = read_toml("cues")
    modifiers = rows["modifier"]
    up, down = forms_of(rows["direction"]["up"]), forms_of(rows["direction"]["down"])
    return Cues(
        Phrases([(phrase, name) for name, row in modifiers.items() for phrase in row["before"]], backward=True),
        Phrases([(phrase, name) for name, row in modifiers.items() for phrase in row["after"]], backward=False),
        up,
        down,
        up | down | forms_of(rows["change"]),
        forms_of(rows["range_openers"]),
    )
