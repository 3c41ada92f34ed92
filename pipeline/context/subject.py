"""Whose figure it is: of the noun phrases around a figure, and of the two sentences before, the one that most likely owns it."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from .choose import Chosen, Kept, Related, choose
from .chunks import Place
from .figure import AFTER, BEFORE, Figure
from .measured import Measured, agreement, by_metric, measured_by
from .nouns import bare
from .relation import Relation
from .sketch import Sketch
from .start import Start
from .weigh import DIGITS, Feature, Part

FIELD: Final = "subject"
BACK: Final = 2
# how many of the nouns of each are candidates: the first three phrases, two words of each
OPENERS: Final = 6
NEAR: Final = "near"


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
    sketch, prep = figure.sketch, start.prep
    found = relation.around()
    where, opening = in_clause(figure, start)
    found.append((clause_features, where, opening, start.kind, prep, relation.phrases, start.thing))
    found += by_metric(sketch, start, measured, prep)
    if measured.place is not None:
        found.append(agreement(sketch, start, measured))
    if start.i < figure.i and figure.clause and start.phrase is not None:
        found.append(relative(figure, start))
    if figure.verb >= 0:
        kind = sketch.chunks.verbs[figure.verb]
        found.append((verb_kind_features, kind, prep, "in" if start.i > figure.verb else "out"))
    if kept is not None:
        found.append(again(figure, start, kept, NEAR, measured))
    return found


def further(figure: Figure, earlier: list[Sketch], measured: Measured, kept: Kept | None) -> Iterator[Related]:
    """The phrases of the sentences before, and the last subject where it stands further back."""
    far = kept is not None and kept.place[0] < figure.sketch.chunks.view.start
    for back, sketch in enumerate(earlier[:BACK], start=1):
        for start in islice(sketch.openers(), OPENERS):
            parts = [there(start, back, measured)]
            if kept is not None:
                parts.append(again(figure, start, kept, str(back), measured))
                far = far and start.offset != kept.place[0]
            yield start, parts
    if kept is not None and far:
        rough, waited = kept.pause(figure)
        yield kept, [(kept_features, measured.kind, rough, waited, measured.follows)]


def kept_features(kind: str, rough: str, waited: str, follows: str) -> list[Feature]:
    return [("kept", kind), ("kept-pause", waited), ("kept-follows", follows), ("kept-rough", rough, kind)]


def again(figure: Figure, start: Start, kept: Kept, where: str, measured: Measured) -> Part:
    """Whether a start, near by or so many sentences back, is the last subject, and how long ago that was told."""
    rough, waited = kept.pause(figure)
    which = "same" if start.offset == kept.place[0] else "other"
    return again_features, which, rough, waited, where, measured.kind, figure.kind


def again_features(which: str, rough: str, waited: str, where: str, metric: str, figure: str) -> list[Feature]:
    return [
        ("again", which, waited),
        ("again-where", which, rough, where),
        ("again-metric", which, rough, metric, where),
        ("again-kind", which, rough, figure),
    ]


def none(figure: Figure, measured: Measured, kept: Kept | None) -> list[Part]:
    """What speaks for saying nothing."""
    rough, waited = kept.pause(figure) if kept is not None else ("never", "never")
    found: list[Part] = [
        (none_features, figure.kind, figure.after, measured.kind),
        (none_again_features, rough, waited, measured.kind, figure.kind),
    ]
    if measured.place is not None:
        sketch = figure.sketch
        found.append((none_word_features, bare(sketch.chunks.view.words[measured.i]), sketch.kinds[measured.i]))
    return found


def none_features(kind: str, after: str, metric: str) -> list[Feature]:
    return [("none",), ("none-kind", kind), ("none-after", after), ("none-metric", metric)]


def none_again_features(rough: str, waited: str, metric: str, kind: str) -> list[Feature]:
    return [("none-again", waited), ("none-again-metric", rough, metric), ("none-again-kind", rough, kind)]


def none_word_features(word: str, kind: str) -> list[Feature]:
    return [("none-word", word), ("none-noun", kind)]


def in_clause(figure: Figure, start: Start) -> tuple[str, str]:
    """Whether a start stands in the figure's clause and opens it, or how many clauses before; and what opens the clause."""
    sketch, opening = figure.sketch, figure.clause
    if start.i > figure.i:
        return AFTER, ""
    if start.i < opening:
        return BEFORE + DIGITS[min(3, sketch.clauses[opening] - sketch.clauses[start.i])], ""
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


def relative(figure: Figure, start: Start) -> Part:
    """The word that opens the figure's clause (التي), and how far before it a start stands."""
    sketch = figure.sketch
    word = sketch.chunks.view.words[figure.clause]
    if start.end > figure.clause:
        return relative_features, word, "in", ""
    phrases = min(3, sketch.heads[figure.clause] - sketch.heads[start.end])
    close = "d" if start.end == figure.clause else ""
    return relative_features, word, f"{phrases}{close}", "f" if start.feminine else "m"


def relative_features(word: str, distance: str, gender: str) -> list[Feature]:
    return [("relative", word, distance), ("relative-gender", word, distance, gender)]


def there(start: Start, back: int, measured: Measured) -> Part:
    """Where a start of a sentence before stands in it."""
    place, end = DIGITS[min(start.before, 3)], DIGITS[min(len(start.chunks.phrases) - start.before, 4)]
    return there_features, DIGITS[back], measured.kind, place, end, start.kind, start.prep


def there_features(back: str, metric: str, place: str, end: str, kind: str, prep: str) -> list[Feature]:
    return [("back", back, metric), ("back-place", back, place, kind), ("back-end", back, end), ("back-prep", back, prep)]
