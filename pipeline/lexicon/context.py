"""The words of context: ``context.toml`` in, lookup tables of normalized, prefixed and inflected forms out."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ..text.normalize import plain_words
from .affixes import prefixed
from .attached import Layers, NounForms
from .cue_forms import verb_forms
from .load import read_toml
from .phrases import Phrases


class ContextWords(NamedTuple):
    """``metrics`` and ``entities``: form -> its class, the length of the attached prefix, whether it carries a pronoun."""

    metrics: Layers
    entities: NounForms
    verbs: dict[str, str]
    that: frozenset[str]
    estimates: frozenset[str]
    direct: frozenset[str]
    about: dict[str, str]
    pledges: frozenset[str]
    showing: frozenset[str]
    counting: frozenset[str]
    relays: frozenset[str]
    by: Phrases[bool]
    modality: Phrases[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    bridges: frozenset[str]
    waw: frozenset[str]
    goods: NounForms
    times: frozenset[str]
    papers: frozenset[str]
    speechless: frozenset[str]


def _article(words: Sequence[str]) -> frozenset[str]:
    return prefixed(plain_words(words), ("", "ال", "ل", "لل", "و", "وال"))


def _verbs(rows: Sequence[str]) -> frozenset[str]:
    """All forms of the verbs but those of the first person plural, which no report has: نعد is "we are no longer"."""
    own, others = [row for row in rows if row[0] == "ن"], [row for row in rows if row[0] != "ن"]
    told = [form for form in verb_forms(others) if not form.lstrip("وف").removeprefix("س").startswith("ن")]
    return frozenset(verb_forms(own) + told)


def _abouts(rows: dict[str, list[str]]) -> dict[str, str]:
    """All forms of the verbs → the preposition that opens what is said."""
    return {form: plain_words([word])[0] for word, verbs in rows.items() for form in _verbs(verbs)}


def _classes(rows: dict[str, list[str]]) -> dict[str, str]:
    """All forms of the verbs → the first class that has them."""
    found: dict[str, str] = {}
    for name, verbs in reversed(rows.items()):
        found.update(dict.fromkeys(verb_forms(verbs), name))
    return found


def _citing(rows: dict[str, list[str]]) -> Phrases[bool]:
    """The cues of a citation; False where a verb of saying has to follow."""
    cues = [(phrase, True) for phrase in rows["by"]] + [(phrase, False) for phrase in rows["by_verb"]]
    return Phrases(cues, backward=False, attached=("", "و", "ف"))


@cache
def context_words() -> ContextWords:
    """The tables of the context linkers."""
    rows = read_toml("context")
    waw = frozenset(plain_words(rows["particles"]["waw"]))
    entities = NounForms(rows["entity"]["words"], "entity")
    price = NounForms(rows["metric"]["price"], "price")
    metrics = Layers(
        (price, NounForms(rows["metric"]["whole"], "whole", waw), NounForms(rows["deed"]["words"], "deed")), entities
    )
    particles = rows["particles"]
    modality = [(phrase, name) for name, phrases in rows["modality"].items() for phrase in phrases]
    return ContextWords(
        metrics,
        entities,
        _classes(rows["verb"]),
        _verbs(rows["attribution"]["that"]),
        _verbs(rows["attribution"]["estimates"]),
        _verbs(rows["attribution"]["direct"]),
        _abouts(rows["attribution"]["about"]),
        _verbs(rows["attribution"]["pledges"]),
        _verbs(rows["attribution"]["showing"]),
        _verbs(rows["attribution"]["counting"]),
        _verbs(rows["attribution"]["relays"]),
        _citing(rows["attribution"]),
        Phrases(modality, backward=False, attached=("", "و", "ف", "ب", "ل", "ال")),
        prefixed(plain_words(particles["prepositions"]), ("", "و", "ف")),
        prefixed(plain_words(particles["conjunctions"]), ("", "و", "ف", "ل")),
        prefixed(plain_words(particles["bridges"]), ("", "و")),
        waw,
        NounForms(rows["entity"]["goods"], ""),
        frozenset(plain_words(rows["entity"]["times"])),
        _article(rows["attribution"]["papers"]),
        _article(rows["attribution"]["never"]),
    )
