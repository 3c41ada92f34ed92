"""What spoke for a candidate, in; a line that says so out, for ``tadqiq explain``."""

from __future__ import annotations

from ..report.place import isolate
from .sketch import Part
from .weigh import UNIT, weights

MOST = 3
LABELS = {
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
    "led": "the word before its phrase",
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
    "clause": "its clause",
    "clause-prep": "its clause",
    "opening": "it opens the clause",
    "metric": "where the metric stands",
    "metric-follows": "what follows the metric",
    "metric-steps": "it follows the metric",
    "steps-metric": "the metric follows it",
}


def reason(field: str, parts: list[Part]) -> str:
    """The features that weighed most, with their weights: ``the word صادرات +1.9, …``."""
    table = weights(field).start
    weighed = {feature: table.get(feature, 0) for make, key in parts for feature in make(*key)}
    most = sorted(weighed.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    return "weighed: " + ", ".join(_told(*feature, weight=weight) for feature, weight in most if weight > 0)


def _told(name: str, *values: str, weight: int) -> str:
    words = " ".join(value for value in values if value and not value.isascii())
    label = LABELS.get(name, name.replace("-", " "))
    return f"{label}{' ' + isolate(words) if words else ''} +{weight / UNIT:.1f}"
