"""Whose figure it is: of the noun phrases around a figure, and of the two sentences before, the one that most likely owns it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from .choose import Kept, Related, choose
from .chunks import FIGURE, Place
from .figure import AFTER, BEFORE, Figure
from .relation import Relation, by_verb
from .sketch import Feature, Sketch, Start, bare, prep_of

FIELD = "subject"
BACK = 2
NEAR = 4
PRONOUNS = ("ها", "هم", "هما")


class Measured(NamedTuple):
    """The metric of a figure as tokens ``i`` to ``j``; ``kind``: ``verb``, ``owned`` with a pronoun, ``noun``, or ``none``;
    ``follows``: what kind of token comes right after it."""

    i: int
    j: int
    place: Place | None
    kind: str
    follows: str


def subject(
    figure: Figure, metric: Place | None, near: list[Relation], earlier: Callable[[], list[Sketch]], kept: Kept | None
) -> Place | None:
    """The span of the subject. ``near``: the noun phrases within reach; ``earlier``: the sentences before, the nearest first;
    ``kept``: the last subject told."""
    measured = measured_by(figure, metric)
    return choose(
        FIELD,
        near,
        lambda relation: related(relation, measured, kept),
        none(figure, measured, kept),
        lambda: further(figure, earlier(), measured, kept),
    )


def related(relation: Relation, measured: Measured, kept: Kept | None) -> list[Feature]:
    """What relates a phrase of the figure's sentence to the figure."""
    features = here(relation, measured)
    if kept is not None:
        features.append(again(relation.figure, relation.start, kept))
    return features


def further(figure: Figure, earlier: list[Sketch], measured: Measured, kept: Kept | None) -> Iterator[Related]:
    """The phrases of the sentences before, and the last subject where it stands further back."""
    far = kept is not None and kept.place[0] < figure.sketch.chunks.view.start
    for back, sketch in enumerate(earlier[:BACK], start=1):
        for start in sketch.starts:
            if start.phrase is None or start.pos > 1:
                continue
            features = [*start.known(figure.kind), *there(start, back, measured)]
            if kept is not None:
                features.append(again(figure, start, kept))
                far = far and start.offset != kept.place[0]
            yield start, features
    if kept is not None and far:
        waited = pause(kept.figure, figure)
        yield kept, [("kept", measured.kind), ("kept-pause", waited), ("kept-follows", measured.follows)]


def again(figure: Figure, start: Start, kept: Kept) -> Feature:
    """Whether a start is the last subject, and how long ago that was told."""
    return "again", "same" if start.offset == kept.place[0] else "other", pause(kept.figure, figure)


def measured_by(figure: Figure, metric: Place | None) -> Measured:
    """The metric in tokens."""
    if metric is None:
        return Measured(-1, -1, None, "none", "")
    sketch, view = figure.sketch, figure.sketch.chunks.view
    i = next(at for at in range(view.size) if view.cut.end(at) > metric[0])
    j = next((at for at in range(i, view.size) if view.cut.start(at) >= metric[1]), view.size)
    owned = any(sketch.chunks.lexemes[at].owned or _pronoun(view.words[at]) for at in range(i, min(i + 2, j)))
    kind = "verb" if i in sketch.chunks.verbs else "owned" if owned else "noun"
    if j >= view.size:
        follows = "$"
    elif sketch.chunks.taken[j] == FIGURE:
        follows = "#"
    else:
        follows = sketch.kinds[j] + ("D" if sketch.chunks.lexemes[j].definite else "")
    return Measured(i, j, metric, kind, kind[0] + follows)


def _pronoun(word: str) -> bool:
    return len(word) > 4 and word.endswith(PRONOUNS)


def none(figure: Figure, measured: Measured, kept: Kept | None) -> list[Feature]:
    """The features of saying nothing."""
    found: list[Feature] = [("none",), ("none-kind", figure.kind), ("none-after", figure.after), ("none-metric", measured.kind)]
    if measured.place is not None:
        sketch = figure.sketch
        found += [("none-word", bare(sketch.chunks.view.words[measured.i])), ("none-noun", sketch.kinds[measured.i])]
    found.append(("none-again", pause(kept.figure, figure) if kept is not None else "never"))
    return found


def here(relation: Relation, measured: Measured) -> list[Feature]:
    """The way to the figure, its clause and its metric."""
    figure, start = relation.figure, relation.start
    sketch, prep = figure.sketch, prep_of(start)
    found = relation.plain() + in_clause(figure, start, prep) + by_metric(sketch, start, measured, prep)
    found.append(("prep-phrases", prep, relation.phrases))
    if figure.verb >= 0:
        found += by_verb(figure, start)
        found.append(("verb-kind", sketch.chunks.verbs[figure.verb], prep, "in" if start.i > figure.verb else "out"))
    return found


def in_clause(figure: Figure, start: Start, prep: str) -> list[Feature]:
    """Whether a start stands in the figure's clause and opens it, or how many clauses before."""
    sketch, opening = figure.sketch, figure.clause
    if start.i > figure.i:
        return [("clause", AFTER, start.kind)]
    if start.i < opening:
        clauses = str(min(3, sketch.clauses[opening] - sketch.clauses[start.i]))
        return [("clause", BEFORE + clauses, start.kind), ("clause-prep", BEFORE + clauses, prep)]
    first = "first" if start.phrase is not None and sketch.heads[start.phrase.i] == sketch.heads[opening] else "later"
    return [("clause", first, start.kind), ("clause-prep", first, prep), ("opening", sketch.kinds[opening], first, start.kind)]


def by_metric(sketch: Sketch, start: Start, measured: Measured, prep: str) -> list[Feature]:
    """How a start stands to the metric: in it, right after it (its idafa), before it with so many phrases between."""
    if measured.place is None:
        return [("no-metric", start.kind)]
    i, j, kind = measured.i, measured.j, measured.kind
    side = "in" if i <= start.i < j else "next" if j <= start.i <= j + NEAR else "before" if start.i < i else "after"
    found: list[Feature] = [
        ("metric", side, kind),
        ("metric-prep", side, prep, kind),
        ("metric-kind", side, start.kind, kind),
        ("metric-follows", side, measured.follows),
        ("metric-follows-prep", side, measured.follows, prep),
    ]
    if side in ("next", "after") and start.i - j <= NEAR:
        found.append(("metric-steps", " ".join(sketch.kinds[j : start.i]), start.kind))
    if side == "before":
        phrases = str(min(4, sketch.heads[i] - sketch.heads[start.end]) if i >= start.end else 9)
        verbs = str(min(2, sketch.verbs[i] - sketch.verbs[start.end]) if i >= start.end else 0)
        found += [
            ("metric-phrases", phrases, kind, start.kind),
            ("metric-verbs", verbs, kind),
            ("metric-phrases-prep", phrases, measured.follows, prep),
        ]
        if 0 <= i - start.end <= NEAR:
            found.append(("steps-metric", start.kind, " ".join(sketch.kinds[start.end : i])))
    return found


def there(start: Start, back: int, measured: Measured) -> list[Feature]:
    """What speaks for a start of a sentence before."""
    sketch, phrase, far = start.sketch, start.phrase, str(back)
    place = sketch.heads[phrase.i] if phrase is not None else 0
    return [
        ("back", far, measured.kind),
        ("back-place", far, str(min(place, 3)), start.kind),
        ("back-end", far, str(min(sketch.heads[-1] - place, 4))),
        ("back-prep", far, prep_of(start)),
    ]


def pause(before: Figure, figure: Figure) -> str:
    """What stands between a figure and the one before it: its sentence's end, stops, verbs, how many words, and which is first."""
    if before.sketch is not figure.sketch:
        return f"sentence{min(3, figure.sketch.chunks.view.index - before.sketch.chunks.view.index)}"
    words, verbs = figure.sketch.chunks.view.words[before.j : figure.i], figure.sketch.verbs
    crossed_verb = "v" if verbs[figure.i] > verbs[before.j] else ""
    stopped = "h" if figure.sketch.hard[figure.i] > figure.sketch.hard[before.j] else ""
    length = "s" if len(words) <= 3 else "m" if len(words) < 8 else "l"
    return stopped + crossed_verb + length + (words[0] if 0 < len(words) < 8 else "")
