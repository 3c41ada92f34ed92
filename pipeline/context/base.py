"""What a percentage is a part of (``62% من إيرادات CoreWeave``): the noun phrase that most likely is the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from .choose import Chosen, Kept, Related, choose
from .figure import Figure
from .metric import again, again_features, related
from .relation import Relation
from .sketch import Sketch
from .weigh import Feature, Part

FIELD: Final = "base"
# after a figure these point back to a whole that was named before
BACK: Final = frozenset(("منها", "منهم", "منه", "منهن"))


def base(figure: Figure, near: list[Relation], earlier: Callable[[], list[Sketch]], kept: Kept | None) -> Chosen | None:
    """The span of the base. ``near``: the noun phrases within reach; ``earlier``: the sentences before, the nearest first;
    ``kept``: the last base told."""
    if figure.kind != "percent":
        return None
    return choose(
        FIELD,
        figure.kind,
        near,
        lambda relation: related(relation, kept),
        none(figure, kept),
        kept,
        lambda: further(figure, earlier, kept),
    )


def further(figure: Figure, earlier: Callable[[], list[Sketch]], kept: Kept | None) -> Iterator[Related]:
    """The last base told, where it stands in a sentence before; after منها the phrases of that sentence."""
    if figure.after in BACK:
        yield from pointed_back(figure, earlier(), kept)
    if kept is not None and kept.place[0] < figure.sketch.chunks.view.start:
        yield kept, [(kept_features, kept.pause(figure)[1], figure.after, figure.lead)]


def kept_features(pause: str, after: str, lead: str) -> list[Feature]:
    return [("kept", pause), ("kept-after", after), ("kept-lead", lead)]


def pointed_back(figure: Figure, earlier: list[Sketch], kept: Kept | None) -> Iterator[Related]:
    """After منها the phrases of the sentence before."""
    for sketch in earlier[:1]:
        for start in sketch.openers():
            if not start.pos:
                parts: list[Part] = [(back_features, start.kind)]
                if kept is not None and kept.place[0] == start.offset:
                    parts.append((again_features, *again(figure, kept)))
                yield start, parts


def back_features(kind: str) -> list[Feature]:
    return [("back",), ("back-kind", kind)]


def none(figure: Figure, kept: Kept | None) -> list[Part]:
    """What speaks for saying nothing: sizes of changes and of differences are of no whole."""
    fields = figure.mention.fields
    direction = fields.get("direction", fields.get("compared"))
    verb = figure.sketch.chunks.verbs[figure.verb] if figure.verb >= 0 else ""
    way = direction if isinstance(direction, str) else ""
    return [
        (none_features, way, verb, kept.pause(figure)[1] if kept is not None else "unsaid"),
        (none_beside_features, figure.lead, figure.after),
    ]


def none_features(direction: str, verb: str, again: str) -> list[Feature]:
    return [("none",), ("none-direction", direction), ("none-verb", verb), ("none-again", again)]


def none_beside_features(lead: str, after: str) -> list[Feature]:
    return [("none-lead", lead), ("none-after", after)]
