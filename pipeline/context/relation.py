"""A figure and a start of its sentence in; how they stand to each other out: what is between, weighed for each field anew."""

from __future__ import annotations

from typing import Final

from .figure import AFTER, BEFORE, LONGEST, Figure
from .passed import stretches
from .start import Start
from .weigh import DIGITS, Feature, Part

# what stands between, told on each side
STRETCHES: Final = {side: stretches(side) for side in (BEFORE, AFTER)}


class Relation:
    """``start`` stands on a ``side`` of the figure; between them are the tokens ``low`` to ``high``, which hold what
    :class:`Passed` tells."""

    __slots__ = ("_way", "depth", "figure", "high", "low", "over", "phrases", "rough", "side", "start", "word")

    def __init__(self, figure: Figure, start: Start) -> None:
        self.figure = figure
        self.start = start
        if start.i < figure.i:
            self.side, low, high = BEFORE, start.end, figure.i
        else:
            self.side, low, high = AFTER, figure.j, start.i
        self.low, self.high = low, high
        self._way: list[Part] | None = None
        passed = figure.sketch.passed
        held = passed[high] - passed[low] if low < high else 0
        first, last = figure.aside
        if last and low <= first and last <= high:
            held -= passed[last] - passed[first]
        self.over, self.phrases, self.depth = STRETCHES[self.side](held)
        self.word = start.word(figure.kind)
        self.rough: Part = (rough_features, self.over, self.phrases, start.kind, figure.kind)

    def around(self) -> list[Part]:
        """The words around the figure, and the verb of its clause."""
        figure = self.figure
        found: list[Part] = [(around_features, figure.lead, figure.after, self.phrases, self.depth)]
        if figure.verb >= 0:
            relation, agreement = by_verb(figure, self.start)
            found.append((verb_features, relation, figure.sketch.chunks.view.words[figure.verb], agreement, self.start.thing))
        return found

    def way(self) -> list[Part]:
        """What is around the figure, and the steps to it one by one where they are few."""
        if self._way is None:
            self._way = [*self.around(), *self._beside(), *self._steps()]
        return self._way

    def _beside(self) -> list[Part]:
        """The last word of what stands between."""
        if self.low >= self.high:
            return []
        word = self.figure.sketch.chunks.view.words[self.high - 1]
        return [(beside_features, word, self.over, self.start.prep)]

    def _steps(self) -> list[Part]:
        low, high, start = self.low, self.high, self.start
        if not 0 <= high - low <= LONGEST:
            return []
        kinds, words = self.figure.sketch.kinds, self.figure.sketch.chunks.view.words
        pos = "v" if start.phrase is None else DIGITS[start.pos]
        found: list[Part] = [(step_features, self.side + " ".join(kinds[low:high]), pos, start.kind, start.thing)]
        if self.side == BEFORE and high - low <= 3:
            found.append((gap_features, " ".join(words[low:high])))
        return found


def relations(figure: Figure) -> list[Relation]:
    """How the starts within reach of a figure stand to it, in the order of the text."""
    return [Relation(figure, start) for start in figure.sketch.near(figure.i, figure.j)]


def rough_features(over: str, phrases: str, kind: str, figure: str) -> list[Feature]:
    """By these the few are told that are worth a closer look: how a start of a ``kind`` stands to a figure of a kind."""
    return [("way", over), ("way-kind", over, kind), ("phrases", phrases, kind, figure)]


def around_features(lead: str, after: str, phrases: str, depth: str) -> list[Feature]:
    return [("lead", lead, phrases), ("after", after, phrases), ("subordinate", depth)]


def step_features(steps: str, pos: str, kind: str, thing: str) -> list[Feature]:
    return [("steps", steps, pos), ("steps-kind", steps, kind), ("steps-thing", steps, thing)]


def beside_features(word: str, over: str, prep: str) -> list[Feature]:
    return [("beside", word, over), ("beside-prep", word, over, prep)]


def gap_features(words: str) -> list[Feature]:
    return [("gap", words)]


def verb_features(relation: str, word: str, agreement: str, thing: str) -> list[Feature]:
    found: list[Feature] = [("verb", relation, word), ("verb-thing", relation, thing)]
    return [*found, ("agrees", agreement, relation)] if agreement else found


def by_verb(figure: Figure, start: Start) -> tuple[str, str]:
    """How a start stands to the verb of the figure's clause, and their genders, empty for a verb."""
    verb, phrase = figure.verb, start.phrase
    if phrase is None:
        return "is" if start.i == verb else "inside" if start.i > verb else "left", ""
    inner = "+" if start.pos else ""
    relation = "inside" if start.i > verb else "left"
    if phrase.i == verb + 1:
        relation = "after" + inner
    elif phrase.j == verb:
        relation = "before" + inner
    return relation, figure.gender + ("f" if start.feminine else "m")
