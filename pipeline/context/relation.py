"""A figure and a start of its sentence in; the features of the way between them out, which every field that is chosen weighs anew."""

from __future__ import annotations

from .figure import BEFORE, LONGEST, Figure
from .sketch import Feature, Start


def crossed(figure: Figure, side: str, low: int, high: int) -> str:
    """Which stops, commas, verbs and other figures stand between two tokens: ``<0110``."""
    sketch = figure.sketch
    if low >= high:
        return side + "0000"
    hard, commas = sketch.hard[high] > sketch.hard[low], sketch.commas[high] - sketch.commas[low]
    verbs, figures = sketch.verbs[high] - sketch.verbs[low], sketch.figures[high] > sketch.figures[low]
    return f"{side}{hard:d}{min(2, commas)}{min(2, verbs)}{figures:d}"


def phrases_between(figure: Figure, side: str, low: int, high: int) -> str:
    heads = figure.sketch.heads
    return side + str(min(4, heads[high] - heads[low]) if high > low else 0)


def way(figure: Figure, start: Start) -> list[Feature]:
    """What stands between a start and the figure, the words around the figure, the verb of its clause."""
    sketch, kind = figure.sketch, start.kind
    side, low, high = figure.between(start)
    over, phrases = crossed(figure, side, low, high), phrases_between(figure, side, low, high)
    found: list[Feature] = [
        ("way", over),
        ("way-kind", over, kind),
        ("phrases", phrases, kind, figure.kind),
        ("lead", figure.lead, phrases),
        ("after", figure.after, phrases),
        ("subordinate", side + str(min(2, sketch.subordinate[high] - sketch.subordinate[low]) if high > low else 0)),
    ]
    if 0 <= high - low <= LONGEST:
        steps = side + " ".join(sketch.kinds[low:high])
        found += [("steps", steps, "v" if start.phrase is None else str(start.pos)), ("steps-kind", steps, kind)]
        if side == BEFORE and high - low <= 3:
            found.append(("gap", " ".join(sketch.chunks.view.words[low:high])))
    if figure.verb >= 0:
        found += by_verb(figure, start)
    return found


def by_verb(figure: Figure, start: Start) -> list[Feature]:
    """How a start stands to the verb of the figure's clause, and whether they agree in gender."""
    words, verb, phrase = figure.sketch.chunks.view.words, figure.verb, start.phrase
    if phrase is None:
        relation = "is" if start.i == verb else "inside" if start.i > verb else "left"
        return [("verb", relation, words[verb])]
    inner = "+" if start.pos else ""
    relation = "inside" if start.i > verb else "left"
    if phrase.i == verb + 1:
        relation = "after" + inner
    elif phrase.j == verb:
        relation = "before" + inner
    feminine = words[start.i].endswith(("ه", "ات", "ها"))
    return [
        ("verb", relation, words[verb]),
        ("agrees", f"{figure.sketch.is_feminine_verb(verb):d}{feminine:d}", relation),
    ]
