"""The words of context: ``context.toml`` in, lookup tables of normalized, prefixed and inflected forms out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from ..text.normalize import normalize
from .affixes import prefixed
from .cue_forms import verb_forms
from .load import read_toml
from .phrases import Phrases

# pronouns that a noun may carry; a ta marbuta before them is written ت
SUFFIXES = ("ه", "ها", "هم", "هما", "هن", "نا", "ي", "ك")


class ContextWords(NamedTuple):
    """``metrics`` and ``entities``: form -> (class, length of the attached prefix, carries a pronoun)."""

    metrics: dict[str, tuple[str, int, bool]]
    entities: dict[str, tuple[str, int, bool]]
    verbs: dict[str, str]
    by: Phrases[bool]
    modality: Phrases[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    bridges: frozenset[str]
    waw: frozenset[str]
    abstract: frozenset[str]
    pure: frozenset[str]
    goods: frozenset[str]
    times: frozenset[str]
    papers: frozenset[str]
    speechless: frozenset[str]


def _norm(word: str) -> str:
    return normalize(word).text


def _nouns(words: Iterable[str], name: str, never: frozenset[str] = frozenset()) -> dict[str, tuple[str, int, bool]]:
    found: dict[str, tuple[str, int, bool]] = {}
    for word in words:
        base = _norm(word)
        stem = base[:-1] + "ت" if base.endswith("ه") else base
        bodies = [(base, False)] + [(stem + suffix, True) for suffix in SUFFIXES]
        if not base.endswith(("ه", "ا", "ي")):
            bodies.append((base + "ا", False))
        for body, owned in bodies:
            for form, prefix in prefixed(body):
                if form in never or owned and prefix.endswith(("ال", "لل")):
                    continue
                # the article belongs to the noun's span, the rest does not; لل has swallowed it
                attached = len(prefix.removesuffix("ال")) if not prefix.endswith("لل") else 0
                found.setdefault(form, (name, attached, owned))
    return found


def _article(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in (_norm(word), "ال" + _norm(word), "ل" + _norm(word), "لل" + _norm(word)))


@cache
def context_words() -> ContextWords:
    """The tables of the context linkers."""
    rows = read_toml("context")
    waw = frozenset(map(_norm, rows["particles"]["waw"]))
    metrics = _nouns(rows["metric"]["whole"], "whole", waw) | _nouns(rows["metric"]["price"] + rows["metric"]["pure"], "price")
    entities = _nouns(rows["entity"]["words"], "entity")
    metrics = _nouns(rows["deed"]["words"], "deed") | metrics
    # مجموعة is a group, not "its total"
    metrics = {form: entry for form, entry in metrics.items() if not (entry[2] and form in entities and not entities[form][2])}
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
        Phrases(((phrase.rstrip("ـ"), True) for phrase in rows["attribution"]["by"]), backward=False, attached=("", "و")),
        Phrases(modality, backward=False, attached=("", "و", "ف", "ب", "ل", "ال")),
        frozenset(c + _norm(word) for word in particles["prepositions"] for c in ("", "و", "ف")),
        frozenset(c + _norm(word) for word in particles["conjunctions"] for c in ("", "و", "ف", "ل")),
        frozenset(c + _norm(word) for word in particles["bridges"] for c in ("", "و")),
        waw,
        frozenset(map(_norm, rows["entity"]["abstract"])),
        frozenset(_nouns(rows["metric"]["pure"], "")),
        frozenset(_nouns(rows["entity"]["goods"], "")),
        frozenset(map(_norm, rows["entity"]["times"])),
        _article(rows["attribution"]["papers"]),
        _article(rows["attribution"]["never"]),
    )
