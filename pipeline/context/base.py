"""What a percentage is a part of (``62% من إيرادات CoreWeave``): the noun phrase that most likely is the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .choose import Chosen, Kept, Related, choose
from .figure import Figure
from .metric import again_features, related
from .relation import Relation
from .sketch import Feature, Part, Sketch

FIELD = "base"
# after a figure these point back to a whole that was named before
BACK = frozenset(("منها", "منهم", "منه", "منهن"))


def base(figure: Figure, near: list[Relation], earlier: Callable[[], list[Sketch]], kept: Kept | None) -> Chosen | None:
    """The span of the base. ``near``: the noun phrases within reach; ``earlier``: the sentences before, the nearest first;
    ``kept``: the base of the figure before."""
    if figure.kind != "percent":
        return None
    return choose(
        FIELD,
        near,
        lambda relation: related(relation, kept),
        none(figure, kept),
        kept,
        (lambda: pointed_back(figure, earlier(), kept)) if figure.after in BACK else None,
    )


def pointed_back(figure: Figure, earlier: list[Sketch], kept: Kept | None) -> Iterator[Related]:
    """After منها the phrases of the sentence before."""
    for sketch in earlier[:1]:
        for start in sketch.starts:
            if start.phrase is not None and not start.pos:
                parts: list[Part] = [start.word(figure.kind), *start.form(), (back_features, (start.kind,))]
                if kept is not None and kept.place[0] == start.offset:
                    parts.append((again_features, (figure.kind, kept.figure.kind)))
                yield start, parts


def back_features(kind: str) -> list[Feature]:
    return [("back",), ("back-kind", kind)]


def none(figure: Figure, kept: Kept | None) -> list[Feature]:
    """The features of saying nothing: sizes of changes are of no whole."""
    direction = figure.mention.fields.get("direction")
    verb = figure.sketch.chunks.verbs[figure.verb] if figure.verb >= 0 else ""
    return [
        ("none",),
        ("none-after", figure.after),
        ("none-lead", figure.lead),
        ("none-direction", direction if isinstance(direction, str) else ""),
        ("none-verb", verb),
        ("none-again", "said" if kept is not None else "unsaid"),
    ]
