"""What spoke for a candidate, in; a line that says so out, for ``tadqiq explain``."""

from __future__ import annotations

from typing import Final, NamedTuple

from ..report.place import isolate, visible
from .choose import Chosen
from .weigh import UNIT, features, weights

MOST: Final = 3
LABELS: Final = {
    "word": "the word",
    "word-kind": "the word for such a figure",
    "kind": "its kind of word",
    "kind-kind": "its kind of word for such a figure",
    "form": "article and pronoun",
    "long": "the length of its phrase",
    "next": "the word after its phrase",
    "before": "the word before its phrase",
    "place": "its place in the sentence",
    "prep": "its preposition",
    "led": "the word that leads to it",
    "way": "what stands between",
    "way-kind": "what stands between",
    "phrases": "how many phrases stand between",
    "lead": "the word that leads to the figure",
    "after": "the word after the figure",
    "subordinate": "the clauses between",
    "steps": "the way to the figure",
    "steps-kind": "the way to the figure",
    "gap": "the words to the figure",
    "verb": "the verb of the clause",
    "agrees": "its gender and the verb's",
    "again": "the figure before has it",
    "again-pause": "the figure before has it",
    "again-kinds": "the figure before has it",
    "again-rough": "the figure before has it",
    "again-lead": "the figure before has it",
    "beside": "the words to the figure",
    "beside-prep": "the words to the figure",
    "again-where": "it was told before",
    "again-metric": "it was told before",
    "again-kind": "it was told before",
    "kept-rough": "it was told before",
    "metric-word": "what such a metric is usually of",
    "metric-word-side": "what such a metric is usually of",
    "around": "the words beside its phrase",
    "thing": "what kind of thing it names",
    "thing-kind": "what kind of thing it names",
    "thing-before": "what kind of thing it names",
    "thing-prep": "what kind of thing it names",
    "thing-place": "what kind of thing it names",
    "thing-phrases": "what kind of thing it names",
    "clause-thing": "what kind of thing it names",
    "metric-thing": "what kind of thing it names",
    "verb-thing": "what kind of thing it names",
    "steps-thing": "the way to the figure",
    "metric-agrees": "its gender and the metric's",
    "metric-agrees-kind": "its gender and the metric's",
    "metric-rank": "the nearest of its gender",
    "relative": "the word that opens the clause",
    "relative-gender": "the word that opens the clause",
    "kept-after": "it was told before",
    "kept-lead": "it was told before",
    "clause": "its clause",
    "clause-prep": "its clause",
    "opening": "it opens the clause",
    "metric": "where the metric stands",
    "metric-kind": "where the metric stands",
    "metric-prep": "its preposition and the metric",
    "metric-follows": "what follows the metric",
    "metric-follows-prep": "what follows the metric",
    "metric-steps": "it follows the metric",
    "steps-metric": "the metric follows it",
    "metric-phrases": "how far the metric is",
    "metric-phrases-prep": "how far the metric is",
    "metric-verbs": "the verbs to the metric",
    "no-metric": "no metric is named",
    "prep-phrases": "its preposition and its distance",
    "verb-kind": "the kind of the verb",
    "verb-after": "the word before the verb",
    "counted": "it is counted before its shares",
    "kept": "it was told before",
    "kept-pause": "it was told before",
    "kept-follows": "it was told before",
    "back": "it is of a sentence before",
    "back-kind": "it is of a sentence before",
    "back-place": "its place in the sentence before",
    "back-end": "its place in the sentence before",
    "back-prep": "its preposition in the sentence before",
}


class Why(NamedTuple):
    """Of one figure, by field: why it is told, and why what was found for it is left out."""

    told: dict[str, str]
    left: dict[str, str]


def reason(chosen: Chosen) -> str:
    """The features that weighed most against the second best, with their weights: ``the word صادرات +1.9, …``."""
    table = weights(chosen.field).start
    shared = set(features(chosen.parts(chosen.second())))
    weighed: dict[str, int] = {}
    for feature in set(features(chosen.parts(chosen.at))) - shared:
        told = _told(*feature)
        weighed[told] = weighed.get(told, 0) + table.total([feature])
    most = sorted(weighed.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    spoke = ", ".join(f"{told} +{weight / UNIT:.1f}" for told, weight in most if weight > 0)
    return "weighed: " + (spoke or "no other comes near")


def doubt(chosen: Chosen, text: str) -> str:
    """How near the likeliest candidate comes, whose span is ``text``, to being told: ``57% sure, told from 76%: شركة الأفق``."""
    return f"{int(chosen.share)}% sure, told from {weights(chosen.field).least}%: {isolate(visible(text))}"


def _told(name: str, *values: str) -> str:
    """What a feature is called, with its Arabic words."""
    words = " ".join(filter(None, map(_arabic, values)))
    label = LABELS.get(name, name.replace("-", " "))
    return f"{label}{' ' + isolate(words) if words else ''}"


def _arabic(value: str) -> str:
    return "".join(char for char in value if char == " " or not char.isascii()).strip()
