"""A figure's metric in; how the phrases around stand to it out: in it, right after it, before it, of its verb's or pronoun's
gender. By this the subject is told."""

from bisect import bisect_left, bisect_right
from typing import Final, NamedTuple

from ..extractors.base import View
from .chunks import FIGURE, Place
from .figure import AFTER, BEFORE, Figure
from .nouns import bare
from .sketch import Sketch
from .start import Start
from .weigh import DIGITS, Feature, Part

# how many tokens from the metric are told one by one
NEAR: Final = 4
PRONOUNS: Final = ("ها", "هم", "هما")


class Measured(NamedTuple):
    """The metric of a figure as tokens ``i`` to ``j``; ``kind``: ``verb``, ``owned`` with a pronoun, ``noun``, or ``none``;
    ``follows``: what kind of token comes right after it."""

    i: int
    j: int
    place: Place | None
    kind: str
    follows: str


def measured_by(figure: Figure, metric: Place | None) -> Measured:
    """The metric in tokens."""
    if metric is None:
        return Measured(-1, -1, None, "none", "")
    sketch, view = figure.sketch, figure.sketch.chunks.view
    i, j = tokens(view, metric)
    owned = any(_owned(sketch, at) for at in range(i, min(i + 2, j)))
    kind = "verb" if i in sketch.chunks.verbs else "owned" if owned else "noun"
    if j >= view.size:
        follows = "$"
    elif sketch.chunks.taken[j] == FIGURE:
        follows = "#"
    else:
        follows = sketch.kinds[j] + ("D" if sketch.chunks.lexemes[j].definite else "")
    return Measured(i, j, metric, kind, kind[0] + follows)


def tokens(view: View, place: Place) -> tuple[int, int]:
    """The tokens of a span: the first, and the one after the last."""
    offsets = view.cut.offsets()
    return bisect_right(offsets[2:-1:2], place[0]), bisect_left(offsets[1:-1:2], place[1])


def _owned(sketch: Sketch, at: int) -> bool:
    """Whether a noun carries a pronoun: قيمته, and not قيمة."""
    word = sketch.chunks.view.words[at]
    return (
        sketch.chunks.lexemes[at].owned
        or len(word) > 4
        and (word.endswith(PRONOUNS) or word.endswith("ه") and at not in sketch.chunks.closed)
    )


def by_metric(sketch: Sketch, start: Start, measured: Measured, prep: str) -> list[Part]:
    """How a start stands to the metric: in it, right after it (its idafa), before it with so many phrases between."""
    i, j, kind = measured.i, measured.j, measured.kind
    if measured.place is None:
        return [(metric_features, "", kind, prep, start.kind, "", start.thing)]
    side = "in" if i <= start.i < j else "next" if j <= start.i <= j + NEAR else "before" if start.i < i else "after"
    found: list[Part] = [(metric_features, side, kind, prep, start.kind, measured.follows, start.thing)]
    if start.thing:
        found.append((lexical_features, bare(sketch.chunks.view.words[i]), start.thing, side))
    if side in ("next", "after") and start.i - j <= NEAR:
        found.append((steps_features, "metric-steps", " ".join(sketch.kinds[j : start.i]), start.kind))
    if side == "before":
        phrases = DIGITS[min(4, sketch.heads[i] - sketch.heads[start.end]) if i >= start.end else 9]
        verbs = DIGITS[min(2, sketch.verbs[i] - sketch.verbs[start.end]) if i >= start.end else 0]
        found.append((before_features, phrases, verbs, kind, start.kind, measured.follows, prep))
        if 0 <= i - start.end <= NEAR:
            found.append((steps_features, "steps-metric", " ".join(sketch.kinds[start.end : i]), start.kind))
    return found


def metric_features(side: str, metric: str, prep: str, kind: str, follows: str, thing: str) -> list[Feature]:
    if not side:
        return [("no-metric", kind)]
    return [
        ("metric", side, metric),
        ("metric-prep", side, prep, metric),
        ("metric-kind", side, kind, metric),
        ("metric-follows", side, follows),
        ("metric-thing", side, metric, thing),
        ("metric-follows-prep", side, follows, prep),
    ]


def lexical_features(metric: str, thing: str, side: str) -> list[Feature]:
    """What kind of thing a metric is usually of: سعر goods, راتب a person."""
    return [("metric-word", metric, thing), ("metric-word-side", metric, thing, side)]


def before_features(phrases: str, verbs: str, metric: str, kind: str, follows: str, prep: str) -> list[Feature]:
    return [
        ("metric-phrases", phrases, metric, kind),
        ("metric-verbs", verbs, metric),
        ("metric-phrases-prep", phrases, follows, prep),
    ]


def steps_features(name: str, steps: str, kind: str) -> list[Feature]:
    return [(name, steps, kind)]


def agreement(sketch: Sketch, start: Start, measured: Measured) -> Part:
    """The gender of the metric's verb or pronoun and that of a start, and how many phrases of its gender stand between."""
    own = "f" if start.feminine else "m"
    gender = _gender(sketch, measured)
    if not gender:
        return agreement_features, measured.kind, "", own, "", start.kind
    side, low, high = (BEFORE, start.end, measured.i) if start.i < measured.i else (AFTER, measured.j, start.i)
    if low >= high:
        return agreement_features, measured.kind, gender, own, side + "0", start.kind
    feminine = sketch.feminine[high] - sketch.feminine[low]
    between = feminine if start.feminine else sketch.heads[high] - sketch.heads[low] - feminine
    return agreement_features, measured.kind, gender, own, side + DIGITS[min(between, 3)], start.kind


def _gender(sketch: Sketch, measured: Measured) -> str:
    """Of the metric's verb, or of the pronoun on it."""
    if measured.kind == "verb":
        return "f" if sketch.is_feminine_verb(measured.i) else "m"
    if measured.kind != "owned":
        return ""
    word = sketch.chunks.view.words[measured.i if _owned(sketch, measured.i) else measured.j - 1]
    return "f" if word.endswith("ها") else "p" if word.endswith(("هم", "هما")) else "m"


def agreement_features(kind: str, gender: str, own: str, rank: str, noun: str) -> list[Feature]:
    return [
        ("metric-agrees", kind, gender, own),
        ("metric-rank", kind, gender, own, rank),
        ("metric-agrees-kind", kind, gender, own, noun),
    ]
