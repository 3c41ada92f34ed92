"""A figure in; how each start of its sentence stands to it out: what is between them, which every field that is chosen weighs anew."""

from __future__ import annotations

from .figure import BEFORE, LONGEST, Figure
from .sketch import Feature, Start


class Relation:
    """``start`` stands ``side`` of the figure; between them are the tokens ``low`` to ``high``: ``over`` tells which stops, commas,
    verbs and other figures (``<0110``), ``phrases`` how many phrases."""

    __slots__ = ("_way", "figure", "high", "low", "over", "phrases", "side", "start")

    def __init__(self, figure: Figure, start: Start) -> None:
        sketch = figure.sketch
        self.figure = figure
        self.start = start
        self.side, low, high = figure.between(start)
        self.low, self.high = low, high
        self._way: list[Feature] | None = None
        if low >= high:
            self.over, self.phrases = self.side + "0000", self.side + "0"
            return
        commas, verbs = sketch.commas[high] - sketch.commas[low], sketch.verbs[high] - sketch.verbs[low]
        hard, figures = sketch.hard[high] > sketch.hard[low], sketch.figures[high] > sketch.figures[low]
        phrases = sketch.heads[high] - sketch.heads[low]
        self.over = f"{self.side}{hard:d}{min(commas, 2)}{min(verbs, 2)}{figures:d}"
        self.phrases = f"{self.side}{min(phrases, 4)}"

    def plain(self) -> list[Feature]:
        """What stands between a start and the figure, and the words around the figure."""
        sketch, low, high = self.figure.sketch, self.low, self.high
        depth = min(2, sketch.subordinate[high] - sketch.subordinate[low]) if high > low else 0
        return [
            ("way", self.over),
            ("lead", self.figure.lead, self.phrases),
            ("after", self.figure.after, self.phrases),
            ("subordinate", f"{self.side}{depth}"),
        ]

    def way(self) -> list[Feature]:
        """The plain features, the steps of the way one by one where it is short, and the verb of the clause."""
        if self._way is None:
            self._way = self.plain() + self._steps() + by_verb(self.figure, self.start)
        return self._way

    def _steps(self) -> list[Feature]:
        low, high, start = self.low, self.high, self.start
        if not 0 <= high - low <= LONGEST:
            return []
        steps = self.side + " ".join(self.figure.sketch.kinds[low:high])
        found: list[Feature] = [
            ("steps", steps, "v" if start.phrase is None else str(start.pos)),
            ("steps-kind", steps, start.kind),
        ]
        if self.side == BEFORE and high - low <= 3:
            found.append(("gap", " ".join(self.figure.sketch.chunks.view.words[low:high])))
        return found


def by_verb(figure: Figure, start: Start) -> list[Feature]:
    """How a start stands to the verb of the figure's clause, and whether they agree in gender."""
    words, verb, phrase = figure.sketch.chunks.view.words, figure.verb, start.phrase
    if verb < 0:
        return []
    if phrase is None:
        relation = "is" if start.i == verb else "inside" if start.i > verb else "left"
        return [("verb", relation, words[verb])]
    inner = "+" if start.pos else ""
    relation = "inside" if start.i > verb else "left"
    if phrase.i == verb + 1:
        relation = "after" + inner
    elif phrase.j == verb:
        relation = "before" + inner
    return [("verb", relation, words[verb]), ("agrees", figure.gender + ("f" if start.feminine else "m"), relation)]
