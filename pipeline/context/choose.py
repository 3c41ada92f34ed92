"""The candidates of a field in, the span of the likeliest out, or None.

Each start has a score of its own, found once for its sentence, and one for the way to the figure. A rough score says which few
starts are worth a closer look; the rest could not be chosen, and count for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from .chunks import Place
from .ends import span
from .figure import Figure
from .relation import Relation
from .sketch import Feature, Start
from .weigh import likeliest, total, weights

CLOSER = 7
# the share, in percent, above which a candidate near by is not measured against those further away
SURE = 60


class Kept:
    """A span that an earlier figure was given, and that figure."""

    __slots__ = ("figure", "place")

    def __init__(self, figure: Figure, place: Place) -> None:
        self.figure = figure
        self.place = place


Candidate = Start | Kept
Related = tuple[Candidate, list[Feature]]


def choose(
    field: str,
    near: Sequence[Relation],
    related: Callable[[Relation], list[Feature]],
    none: list[Feature],
    further: Callable[[], Iterable[Related]] | None = None,
) -> Place | None:
    """The span of a field: ``related`` gives the features of a relation, ``none`` those of saying nothing, ``further`` the
    candidates outside the sentence, asked for only where none near by is sure."""
    table = weights(field)
    closer = [(roughly(field, relation), at) for at, relation in enumerate(near)]
    if len(closer) > CLOSER:
        closer = sorted(sorted(closer, reverse=True)[:CLOSER], key=lambda pair: pair[1])
    candidates: list[Candidate] = []
    scores: list[int] = []
    for rough, at in closer:
        candidates.append(near[at].start)
        scores.append(rough + total(table.start, related(near[at])))
    silence = total(table.start, none)
    if further is not None and likeliest(scores, silence, SURE) is None:
        for candidate, features in further():
            candidates.append(candidate)
            scores.append(total(table.start, features))
    best = likeliest(scores, silence, table.least)
    if best is None:
        return None
    chosen = candidates[best]
    return span(field, chosen) if isinstance(chosen, Start) else chosen.place


def rough_features(over: str, phrases: str, kind: str, figure: str) -> list[Feature]:
    """The features of a relation by which the few are told that are worth a closer look: how a start of a ``kind`` stands to a
    figure of a kind."""
    return [("way-kind", over, kind), ("phrases", phrases, kind, figure)]


def roughly(field: str, relation: Relation) -> int:
    """What a start weighs by itself and by the rough features."""
    start, figure, table = relation.start, relation.figure.kind, weights(field)
    own = start.scores.get((field, figure))
    if own is None:
        own = start.scores[field, figure] = total(table.start, start.known(figure))
    key = relation.over, relation.phrases, start.kind, figure
    rough = table.sums.get(key)
    if rough is None:
        rough = table.sums[key] = total(table.start, rough_features(*key))
    return own + rough
