"""What is measured: of the noun phrases and verbs of a figure's sentence, the one that most likely names it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .chunks import Place
from .ends import span
from .figure import Figure, known
from .relation import way
from .sketch import Feature, Start, bare
from .weigh import likeliest, total, weights

FIELD = "metric"
Last = tuple[str, Place]


def metric(figure: Figure, last: Last | None) -> Place | None:
    """The span of the metric; ``last`` is the kind and the metric of the figure before, in the same document."""
    table = weights(FIELD)
    starts, scores = [], []
    for start, features in candidates(figure, last):
        starts.append(start)
        scores.append(alone_score(FIELD, figure, start, alone) + total(table.start, features))
    best = likeliest(scores, total(table.start, none(figure)), table.least)
    return span(FIELD, starts[best]) if best is not None else None


def candidates(figure: Figure, last: Last | None) -> Iterator[tuple[Start, list[Feature]]]:
    """The starts within reach of a figure, in the order of the text, each with what relates it to the figure."""
    for start in figure.sketch.near(figure.i, figure.j):
        features = way(figure, start)
        if last is not None and last[1][0] == start.offset:
            features.append(("again", figure.kind, last[0]))
        yield start, features


def none(figure: Figure) -> list[Feature]:
    """The features of saying nothing."""
    return [("none",), ("none-kind", figure.kind)]


def alone_score(field: str, figure: Figure, start: Start, alone: Callable[[Figure, Start], list[Feature]]) -> int:
    """What a start weighs for any figure of this kind in its sentence."""
    key = field, figure.kind
    if key not in start.scores:
        start.scores[key] = total(weights(field).start, alone(figure, start))
    return start.scores[key]


def alone(figure: Figure, start: Start) -> list[Feature]:
    """What a start is for figures of a kind."""
    word = bare(start.sketch.chunks.view.words[start.i])
    return [*known(start), ("word", word), ("word-kind", word, figure.kind), ("kind-kind", start.kind, figure.kind)]
