"""Whose figure it is: of the noun phrases around a figure, and of the two sentences before, the one that most likely owns it."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from .choose import Chosen, Kept, Related, choose
from .chunks import FIGURE, Place
from .figure import AFTER, BEFORE, Figure
from .nouns import bare
from .relation import Relation
from .sketch import Sketch, Start, prep_of
from .weigh import Feature, Part

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
        figure.kind,
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
    found.append((clause_features, (*in_clause(figure, start), start.kind, prep, relation.phrases, start.thing)))
    found += by_metric(sketch, start, measured, prep)
    if measured.place is not None:
        found.append((agreement_features, agreement(sketch, start, measured)))
    if start.i < figure.i and figure.clause and start.phrase is not None:
        found.append((relative_features, relative(figure, start)))
    if figure.verb >= 0:
        kind = sketch.chunks.verbs[figure.verb]
        found.append((verb_kind_features, (kind, prep, "in" if start.i > figure.verb else "out")))
    if kept is not None:
        found.append(again(figure, start, kept))
    return found


def further(figure: Figure, earlier: list[Sketch], measured: Measured, kept: Kept | None) -> Iterator[Related]:
    """The phrases of the sentences before, and the last subject where it stands further back."""
    far = kept is not None and kept.place[0] < figure.sketch.chunks.view.start
    other = again_part("other", kept, figure) if kept is not None else None
    for back, sketch in enumerate(earlier[:BACK], start=1):
        for start in sketch.openers():
            parts = [there(start, back, measured)]
            if kept is not None and other is not None:
                same = start.offset == kept.place[0]
                parts.append(again(figure, start, kept) if same else other)
                far = far and not same
            yield start, parts
    if kept is not None and far:
        yield kept, [(kept_features, (measured.kind, kept.pause(figure), measured.follows))]


def kept_features(kind: str, waited: str, follows: str) -> list[Feature]:
    return [("kept", kind), ("kept-pause", waited), ("kept-follows", follows)]


def again(figure: Figure, start: Start, kept: Kept) -> Part:
    """Whether a start is the last subject, and how long ago that was told."""
    return again_part("same" if start.offset == kept.place[0] else "other", kept, figure)


def again_part(which: str, kept: Kept, figure: Figure) -> Part:
    return again_features, (which, kept.pause(figure))


def again_features(which: str, waited: str) -> list[Feature]:
    return [("again", which, waited)]


def measured_by(figure: Figure, metric: Place | None) -> Measured:
    """The metric in tokens."""
    if metric is None:
        return Measured(-1, -1, None, "none", "")
    sketch, view = figure.sketch, figure.sketch.chunks.view
    i = next(at for at in range(view.size) if view.cut.end(at) > metric[0])
    j = next((at for at in range(i, view.size) if view.cut.start(at) >= metric[1]), view.size)
    owned = any(_owned(sketch, at) for at in range(i, min(i + 2, j)))
    kind = "verb" if i in sketch.chunks.verbs else "owned" if owned else "noun"
    if j >= view.size:
        follows = "$"
    elif sketch.chunks.taken[j] == FIGURE:
        follows = "#"
    else:
        follows = sketch.kinds[j] + ("D" if sketch.chunks.lexemes[j].definite else "")
    return Measured(i, j, metric, kind, kind[0] + follows)


def _owned(sketch: Sketch, at: int) -> bool:
    """Whether a noun carries a pronoun: قيمته, and not قيمة."""
    word = sketch.chunks.view.words[at]
    return (
        sketch.chunks.lexemes[at].owned
        or len(word) > 4
        and (word.endswith(PRONOUNS) or word.endswith("ه") and at not in sketch.chunks.closed)
    )


def none(figure: Figure, measured: Measured, kept: Kept | None) -> list[Feature]:
    """The features of saying nothing."""
    found: list[Feature] = [("none",), ("none-kind", figure.kind), ("none-after", figure.after), ("none-metric", measured.kind)]
    if measured.place is not None:
        sketch = figure.sketch
        found += [("none-word", bare(sketch.chunks.view.words[measured.i])), ("none-noun", sketch.kinds[measured.i])]
    found.append(("none-again", kept.pause(figure) if kept is not None else "never"))
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


def clause_features(where: str, opening: str, kind: str, prep: str, phrases: str, thing: str) -> list[Feature]:
    found: list[Feature] = [
        ("clause", where, kind),
        ("clause-thing", where, thing),
        ("thing-phrases", thing, phrases),
        ("clause-prep", where, prep),
        ("prep-phrases", prep, phrases),
    ]
    return [*found, ("opening", opening, where, kind)] if opening else found


def verb_kind_features(kind: str, prep: str, inside: str) -> list[Feature]:
    return [("verb-kind", kind, prep, inside)]


def agreement(sketch: Sketch, start: Start, measured: Measured) -> tuple[str, str, str, str, str]:
    """The gender of the metric's verb or pronoun and that of a start, and how many phrases of its gender stand between."""
    own = "f" if start.feminine else "m"
    gender = _gender(sketch, measured)
    if not gender:
        return measured.kind, "", own, "", start.kind
    side, low, high = (BEFORE, start.end, measured.i) if start.i < measured.i else (AFTER, measured.j, start.i)
    if low >= high:
        return measured.kind, gender, own, side + "0", start.kind
    feminine = sketch.feminine[high] - sketch.feminine[low]
    between = feminine if start.feminine else sketch.heads[high] - sketch.heads[low] - feminine
    return measured.kind, gender, own, side + str(min(between, 3)), start.kind


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


def relative(figure: Figure, start: Start) -> tuple[str, str, str]:
    """The word that opens the figure's clause (التي), and how far before it a start stands."""
    sketch = figure.sketch
    word = sketch.chunks.view.words[figure.clause]
    if start.end > figure.clause:
        return word, "in", ""
    phrases = min(3, sketch.heads[figure.clause] - sketch.heads[start.end])
    close = "d" if start.end == figure.clause else ""
    return word, f"{phrases}{close}", "f" if start.feminine else "m"


def relative_features(word: str, distance: str, gender: str) -> list[Feature]:
    return [("relative", word, distance), ("relative-gender", word, distance, gender)]


def by_metric(sketch: Sketch, start: Start, measured: Measured, prep: str) -> list[Part]:
    """How a start stands to the metric: in it, right after it (its idafa), before it with so many phrases between."""
    i, j, kind = measured.i, measured.j, measured.kind
    if measured.place is None:
        return [(metric_features, ("", kind, prep, start.kind, "", start.thing))]
    side = "in" if i <= start.i < j else "next" if j <= start.i <= j + NEAR else "before" if start.i < i else "after"
    found: list[Part] = [(metric_features, (side, kind, prep, start.kind, measured.follows, start.thing))]
    if side in ("next", "after") and start.i - j <= NEAR:
        found.append((steps_features, ("metric-steps", " ".join(sketch.kinds[j : start.i]), start.kind)))
    if side == "before":
        phrases = str(min(4, sketch.heads[i] - sketch.heads[start.end]) if i >= start.end else 9)
        verbs = str(min(2, sketch.verbs[i] - sketch.verbs[start.end]) if i >= start.end else 0)
        found.append((before_features, (phrases, verbs, kind, start.kind, measured.follows, prep)))
        if 0 <= i - start.end <= NEAR:
            found.append((steps_features, ("steps-metric", " ".join(sketch.kinds[start.end : i]), start.kind)))
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


def before_features(phrases: str, verbs: str, metric: str, kind: str, follows: str, prep: str) -> list[Feature]:
    return [
        ("metric-phrases", phrases, metric, kind),
        ("metric-verbs", verbs, metric),
        ("metric-phrases-prep", phrases, follows, prep),
    ]


def steps_features(name: str, steps: str, kind: str) -> list[Feature]:
    return [(name, steps, kind)]


def there(start: Start, back: int, measured: Measured) -> Part:
    """Where a start of a sentence before stands in it."""
    heads = start.sketch.heads
    place, end = str(min(heads[start.i - start.pos], 3)), str(min(heads[-1] - heads[start.i - start.pos], 4))
    return there_features, (str(back), measured.kind, place, end, start.kind, prep_of(start))


def there_features(back: str, metric: str, place: str, end: str, kind: str, prep: str) -> list[Feature]:
    return [("back", back, metric), ("back-place", back, place, kind), ("back-end", back, end), ("back-prep", back, prep)]
