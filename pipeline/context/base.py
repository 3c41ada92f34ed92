"""What a percentage is a part of (``62% من إيرادات CoreWeave``): the noun phrase that most likely is the whole."""

from __future__ import annotations

from collections.abc import Iterator

from .chunks import Place
from .ends import span
from .figure import Figure
from .metric import Last, alone, alone_score
from .relation import way
from .sketch import Feature, Sketch, Start
from .weigh import likeliest, total, weights

FIELD = "base"
# after a figure these point back to a whole that was named before
BACK = frozenset(("منها", "منهم", "منه", "منهن"))


def base(figure: Figure, earlier: Sketch | None, last: Last | None) -> Place | None:
    """The span of the base; ``earlier`` is the sentence before, ``last`` the kind and the base of the figure before."""
    if figure.kind != "percent":
        return None
    table = weights(FIELD)
    starts, scores = [], []
    for start, features in candidates(figure, earlier, last):
        starts.append(start)
        scores.append(alone_score(FIELD, figure, start, alone) + total(table.start, features))
    best = likeliest(scores, total(table.start, none(figure, last)), table.least)
    return span(FIELD, starts[best]) if best is not None else None


def candidates(figure: Figure, earlier: Sketch | None, last: Last | None) -> Iterator[tuple[Start, list[Feature]]]:
    """The noun phrases within reach, and after منها those of the sentence before, each with what relates it to the figure."""
    for start in figure.sketch.near(figure.i, figure.j):
        if start.phrase is not None:
            yield start, [*way(figure, start), *_again(figure, start, last)]
    if earlier is not None and figure.after in BACK:
        for start in earlier.starts:
            if start.phrase is not None and not start.pos:
                yield start, [("back",), ("back-kind", start.kind), *_again(figure, start, last)]


def none(figure: Figure, last: Last | None) -> list[Feature]:
    """The features of saying nothing: sizes of changes are of no whole."""
    sketch, direction = figure.sketch, figure.mention.fields.get("direction")
    verb = sketch.chunks.verbs[figure.verb] if figure.verb >= 0 else ""
    return [
        ("none",),
        ("none-after", figure.after),
        ("none-lead", figure.lead),
        ("none-direction", direction if isinstance(direction, str) else ""),
        ("none-verb", verb),
        ("none-again", "said" if last is not None else "unsaid"),
    ]


def _again(figure: Figure, start: Start, last: Last | None) -> list[Feature]:
    return [("again", figure.kind, last[0])] if last is not None and last[1][0] == start.offset else []
