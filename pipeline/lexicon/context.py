"""The words of context: ``context.toml`` in, lookup tables of normalized, prefixed and inflected forms out."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from ..text.normalize import normalize
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
    about: frozenset[str]
    pledges: frozenset[str]
    showing: frozenset[str]
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


def _norm(word: str) -> str:
    return normalize(word).text


def _article(words: Iterable[str]) -> frozenset[str]:
    return frozenset(head + _norm(word) for word in words for head in ("", "ال", "ل", "لل", "و", "وال"))


def _verbs(rows: Iterable[str]) -> frozenset[str]:
    """All forms of the verbs but those of the first person plural, which no report has: نعد is "we are no longer"."""
    pairs = ((row[0] == "ن", form) for row in rows for form in verb_forms(row))
    return frozenset(form for own, form in pairs if own or not form.lstrip("وف").removeprefix("س").startswith("ن"))


def _citing(rows: dict[str, list[str]]) -> Phrases[bool]:
    """The cues of a citation; False where a verb of saying has to follow."""
    cues = [(phrase, True) for phrase in rows["by"]] + [(phrase, False) for phrase in rows["by_verb"]]
    return Phrases(cues, backward=False, attached=("", "و", "ف"))


@cache
def context_words() -> ContextWords:
    """The tables of the context linkers."""
    rows = read_toml("context")
    waw = frozenset(map(_norm, rows["particles"]["waw"]))
    entities = NounForms(rows["entity"]["words"], "entity")
    price = NounForms(rows["metric"]["price"], "price")
    metrics = Layers(
        (price, NounForms(rows["metric"]["whole"], "whole", waw), NounForms(rows["deed"]["words"], "deed")), entities
    )
    verbs: dict[str, str] = {}
    for name, verbs_of in rows["verb"].items():
        for verb in verbs_of:
            for form in verb_forms(verb):
                verbs.setdefault(form, name)
    particles = rows["particles"]
    modality = [(phrase, name) for name, phrases in rows["modality"].items() for phrase in phrases]
    return ContextWords(
        metrics,
        entities,
        verbs,
        _verbs(rows["attribution"]["that"]),
        _verbs(rows["attribution"]["estimates"]),
        _verbs(rows["attribution"]["direct"]),
        _verbs(rows["attribution"]["about"]),
        _verbs(rows["attribution"]["pledges"]),
        _verbs(rows["attribution"]["showing"]),
        _verbs(rows["attribution"]["relays"]),
        _citing(rows["attribution"]),
        Phrases(modality, backward=False, attached=("", "و", "ف", "ب", "ل", "ال")),
        frozenset(c + _norm(word) for word in particles["prepositions"] for c in ("", "و", "ف")),
        frozenset(c + _norm(word) for word in particles["conjunctions"] for c in ("", "و", "ف", "ل")),
        frozenset(c + _norm(word) for word in particles["bridges"] for c in ("", "و")),
        waw,
        NounForms(rows["entity"]["goods"], ""),
        frozenset(map(_norm, rows["entity"]["times"])),
        _article(rows["attribution"]["papers"]),
        _article(rows["attribution"]["never"]),
    )
