"""Whose figure it is: of the noun phrases around a figure, and of the two sentences before, the one that most likely owns it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from .choose import Chosen, Kept, Related, choose
from .chunks import FIGURE, Phrase, Place
from .figure import AFTER, BEFORE, Figure
from .relation import Relation
from .sketch import Feature, Part, Sketch, Start, bare, prep_of

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
) -> Chosen | None:
    """The span of the subject. ``near``: the noun phrases within reach; ``earlier``: the sentences before, the nearest first;
    ``kept``: the last subject told."""
    measured = measured_by(figure, metric)
    return choose(
        FIELD,
        near,
        lambda relation: related(relation, measured, kept),
        none(figure, measured, kept),
        kept,
        lambda: further(figure, earlier(), measured, kept),
    )


def related(relation: Relation, measured: Measured, kept: Kept | None) -> list[Part]:
    """What relates a phrase of the figure's sentence to the figure, its clause and its metric."""
    figure, start = relation.figure, relation.start
    sketch, prep = figure.sketch, prep_of(start)
    found = relation.around()
    found.append((clause_features, (*in_clause(figure, start), start.kind, prep, relation.phrases)))
    found += by_metric(sketch, start, measured, prep)
    if figure.verb >= 0:
        kind = sketch.chunks.verbs[figure.verb]
        found.append((verb_kind_features, (kind, prep, "in" if start.i > figure.verb else "out")))
    if kept is not None:
        found.append(again(figure, start, kept))
    return found


def further(figure: Figure, earlier: list[Sketch], measured: Measured, kept: Kept | None) -> Iterator[Related]:
    """The phrases of the sentences before, and the last subject where it stands further back."""
    far = kept is not None and kept.place[0] < figure.sketch.chunks.view.start
    for back, sketch in enumerate(earlier[:BACK], start=1):
        for start in sketch.starts:
            if start.phrase is None or start.pos > 1:
                continue
            parts = [start.word(figure.kind), *start.form(), there(start, start.phrase, back, measured)]
            if kept is not None:
                parts.append(again(figure, start, kept))
                far = far and start.offset != kept.place[0]
            yield start, parts
    if kept is not None and far:
        yield kept, [(kept_features, (measured.kind, pause(kept.figure, figure), measured.follows))]


def kept_features(kind: str, waited: str, follows: str) -> list[Feature]:
    return [("kept", kind), ("kept-pause", waited), ("kept-follows", follows)]


def again(figure: Figure, start: Start, kept: Kept) -> Part:
    """Whether a start is the last subject, and how long ago that was told."""
    return again_features, ("same" if start.offset == kept.place[0] else "other", pause(kept.figure, figure))


def again_features(which: str, waited: str) -> list[Feature]:
    return [("again", which, waited)]


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


def in_clause(figure: Figure, start: Start) -> tuple[str, str]:
    """Whether a start stands in the figure's clause and opens it, or how many clauses before; and what opens the clause."""
    sketch, opening = figure.sketch, figure.clause
    if start.i > figure.i:
        return AFTER, ""
    if start.i < opening:
        return BEFORE + str(min(3, sketch.clauses[opening] - sketch.clauses[start.i])), ""
    first = start.phrase is not None and sketch.heads[start.phrase.i] == sketch.heads[opening]
    return "first" if first else "later", sketch.kinds[opening]


def clause_features(where: str, opening: str, kind: str, prep: str, phrases: str) -> list[Feature]:
    found: list[Feature] = [("clause", where, kind), ("clause-prep", where, prep), ("prep-phrases", prep, phrases)]
    return [*found, ("opening", opening, where, kind)] if opening else found


def verb_kind_features(kind: str, prep: str, inside: str) -> list[Feature]:
    return [("verb-kind", kind, prep, inside)]


def by_metric(sketch: Sketch, start: Start, measured: Measured, prep: str) -> list[Part]:
    """How a start stands to the metric: in it, right after it (its idafa), before it with so many phrases between."""
    i, j, kind = measured.i, measured.j, measured.kind
    if measured.place is None:
        return [(metric_features, ("", kind, prep, start.kind, ""))]
    side = "in" if i <= start.i < j else "next" if j <= start.i <= j + NEAR else "before" if start.i < i else "after"
    found: list[Part] = [(metric_features, (side, kind, prep, start.kind, measured.follows))]
    if side in ("next", "after") and start.i - j <= NEAR:
        found.append((steps_features, ("metric-steps", " ".join(sketch.kinds[j : start.i]), start.kind)))
    if side == "before":
        phrases = str(min(4, sketch.heads[i] - sketch.heads[start.end]) if i >= start.end else 9)
        verbs = str(min(2, sketch.verbs[i] - sketch.verbs[start.end]) if i >= start.end else 0)
        found.append((before_features, (phrases, verbs, kind, start.kind, measured.follows, prep)))
        if 0 <= i - start.end <= NEAR:
            found.append((steps_features, ("steps-metric", " ".join(sketch.kinds[start.end : i]), start.kind)))
    return found


def metric_features(side: str, metric: str, prep: str, kind: str, follows: str) -> list[Feature]:
    if not side:
        return [("no-metric", kind)]
    return [
        ("metric", side, metric),
        ("metric-prep", side, prep, metric),
        ("metric-kind", side, kind, metric),
        ("metric-follows", side, follows),
        ("metric-follows-prep", side, follows, prep),
    ]


def before_features(phrases: str, verbs: str, metric: str, kind: str, follows: str, prep: str) -> list[Feature]:
    return [
        ("metric-phrases", phrases, metric, kind),
        ("metric-verbs", verbs, metric),
        ("metric-phrases-prep", phrases, follows, prep),
    ]


def steps_features(name: str, steps: str, kind: str) -> list[Feature]:
    return [(name, steps, kind)]


def there(start: Start, phrase: Phrase, back: int, measured: Measured) -> Part:
    """Where a start of a sentence before stands in it."""
    heads = start.sketch.heads
    place, end = str(min(heads[phrase.i], 3)), str(min(heads[-1] - heads[phrase.i], 4))
    return there_features, (str(back), measured.kind, place, end, start.kind, prep_of(start))


def there_features(back: str, metric: str, place: str, end: str, kind: str, prep: str) -> list[Feature]:
    return [("back", back, metric), ("back-place", back, place, kind), ("back-end", back, end), ("back-prep", back, prep)]


def pause(before: Figure, figure: Figure) -> str:
    """What stands between a figure and one before it: sentences, stops, verbs, how many words, and which is first."""
    if before.sketch is not figure.sketch:
        return f"sentence{min(3, figure.sketch.chunks.view.index - before.sketch.chunks.view.index)}"
    words, verbs = figure.sketch.chunks.view.words[before.j : figure.i], figure.sketch.verbs
    crossed_verb = "v" if verbs[figure.i] > verbs[before.j] else ""
    stopped = "h" if figure.sketch.hard[figure.i] > figure.sketch.hard[before.j] else ""
    length = "s" if len(words) <= 3 else "m" if len(words) < 8 else "l"
    return stopped + crossed_verb + length + (words[0] if 0 < len(words) < 8 else "")
