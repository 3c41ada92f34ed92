"""What is measured: of the noun phrases and verbs of a figure's sentence, the one that most likely names it."""

from __future__ import annotations

from typing import Final

from .choose import Chosen, Kept, choose
from .figure import Figure
from .manner import measures
from .relation import Relation
from .weigh import Feature, Part

FIELD: Final = "metric"


def metric(near: list[Relation], kept: Kept | None) -> Chosen | None:
    """The span of the metric. ``near``: the starts within reach of the figure; ``kept``: the metric of the figure before."""
    near = measures(near, near[0].figure.sketch.chunks) if near else near
    return choose(FIELD, near[0].figure.kind, near, lambda relation: related(relation, kept), none(near), kept) if near else None


def related(relation: Relation, kept: Kept | None) -> list[Part]:
    """The way to the figure, and whether the figure before had the same metric."""
    if kept is not None and kept.place[0] == relation.start.offset:
        return [*relation.way(), (again_features, *again(relation.figure, kept))]
    return relation.way()


def again(figure: Figure, kept: Kept) -> tuple[str, ...]:
    """The kinds of a figure and of the one before it, what stands between, and what leads to the figure."""
    return figure.kind, kept.figure.kind, *kept.pause(figure), figure.lead


def again_features(figure: str, before: str, rough: str, pause: str, lead: str) -> list[Feature]:
    return [
        ("again", figure, before),
        ("again-pause", pause),
        ("again-kinds", figure, before, pause),
        ("again-rough", figure, before, rough),
        ("again-lead", lead, rough),
    ]


def none(near: list[Relation]) -> list[Part]:
    """What speaks for saying nothing."""
    return [(none_features, near[0].figure.kind)]


def none_features(kind: str) -> list[Feature]:
    return [("none",), ("none-kind", kind)]
