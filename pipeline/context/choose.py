"""The candidates of a field in, the likeliest with its span and its share out, or None.

A rough score, by the word and by what stands between, says which few starts are worth a closer look; the rest could not be
chosen, and count for nothing.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from .chunks import Place
from .ends import span
from .figure import Figure
from .passed import stops
from .relation import Relation
from .start import Start
from .weigh import Part, Weights, likeliest, weights

# how many starts are worth a closer look
CLOSER: Final = {"metric": 7, "base": 5, "subject": 5}
# and how far behind the best of them (in thousandths) the last may be, its form weighed too: next to none of those further behind
# is ever chosen
BEHIND: Final = 3000


class Kept:
    """A span that an earlier figure was given, and that figure."""

    __slots__ = ("_later", "_pause", "figure", "place")

    def __init__(self, figure: Figure, place: Place) -> None:
        self.figure = figure
        self.place = place
        self._later: Figure | None = None
        self._pause = ("", "")

    def pause(self, figure: Figure) -> tuple[str, str]:
        """What stands between its figure and a later one: sentences, stops, verbs, how many words; and with the first word."""
        if self._later is not figure:
            self._later, self._pause = figure, self._paused(figure)
        return self._pause

    def _paused(self, figure: Figure) -> tuple[str, str]:
        before, sketch = self.figure, figure.sketch
        if before.sketch is not sketch:
            sentences = f"sentence{min(3, sketch.chunks.view.index - before.sketch.chunks.view.index)}"
            return sentences, sentences
        words, verbs = sketch.chunks.view.words[before.j : figure.i], sketch.verbs
        crossed_verb = "v" if verbs[figure.i] > verbs[before.j] else ""
        stopped = "h" if stops(sketch.passed[figure.i] - sketch.passed[before.j]) else ""
        length = "s" if len(words) <= 3 else "m" if len(words) < 8 else "l"
        rough = stopped + crossed_verb + length
        return rough, rough + (words[0] if 0 < len(words) < 8 else "")


Candidate = Start | Kept
Related = tuple[Candidate, list[Part]]


class Chosen:
    """Of the ``candidates`` for a ``figure`` of a kind, with their scores, the one ``at`` was the best; ``share``: what it has of
    all, in percent; ``sure``: whether that is enough to be told."""

    __slots__ = ("_place", "at", "candidates", "field", "figure", "scores", "share", "sure")

    def __init__(
        self, field: str, figure: str, candidates: list[Related], scores: list[int], best: tuple[int, float], least: int
    ) -> None:
        self.field = field
        self.figure = figure
        self.candidates = candidates
        self.scores = scores
        self.at, self.share = best
        self.sure = self.share >= least
        self._place: Place | None = None

    @property
    def place(self) -> Place:
        """Its span in the normalized text."""
        if self._place is None:
            candidate = self.candidates[self.at][0]
            self._place = span(self.field, candidate) if isinstance(candidate, Start) else candidate.place
        return self._place

    def second(self) -> int | None:
        """The candidate that came next."""
        others = [at for at in range(len(self.scores)) if at != self.at]
        return max(others, key=self.scores.__getitem__, default=None)

    def parts(self, at: int | None) -> list[Part]:
        """All that was weighed of a candidate: what it shares with others of its form comes first."""
        if at is None:
            return []
        candidate, parts = self.candidates[at]
        return [candidate.word(self.figure), *candidate.form(), *parts] if isinstance(candidate, Start) else parts


def choose(
    field: str,
    kind: str,
    near: Sequence[Relation],
    related: Callable[[Relation], list[Part]],
    none: list[Part],
    kept: Kept | None,
    further: Callable[[], Iterable[Related]] | None = None,
) -> Chosen | None:
    """The likeliest candidate of a field for a figure of a ``kind``, None where nothing is likelier.

    ``related`` gives the parts of a relation, ``none`` what speaks for saying nothing; ``kept`` is what an earlier figure had;
    ``further`` gives the candidates outside the sentence with what relates them to the figure, and is asked only where none near
    by is sure enough to be told.
    """
    table = weights(field)
    closer = _closer(table, field, near, kept)
    candidates: list[Related] = []
    scores: list[int] = []
    names: list[str] = []
    for score, relation in closer:
        start, parts = relation.start, related(relation)
        candidates.append((start, parts))
        names.append(start.bare)
        scores.append(score + sum(map(table.of, parts)))
    silence = sum(map(table.of, none))
    best, share = likeliest(scores, names, silence)
    if further is not None and share < table.least:
        for candidate, parts in further():
            candidates.append((candidate, parts))
            score = sum(map(table.of, parts))
            if isinstance(candidate, Start):
                score += table.of(candidate.word(kind)) + _form(table, field, candidate)
            names.append(candidate.bare if isinstance(candidate, Start) else "")
            scores.append(score)
        best, share = likeliest(scores, names, silence)
    return Chosen(field, kind, candidates, scores, (best, share), table.least) if best >= 0 else None


def _closer(table: Weights, field: str, near: Sequence[Relation], kept: Kept | None) -> list[tuple[int, Relation]]:
    """The relations worth a closer look with what was weighed of them: the best, and the one of the span that was kept; where
    none was, no offset is asked for, which takes work."""
    of, known = table.of, kept.place[0] if kept is not None else -1
    rated = [(of(relation.word) + of(relation.rough), relation) for relation in near]
    if not rated:
        return rated
    rough = sorted([score for score, _ in rated], reverse=True)[: CLOSER[field]][-1]
    formed = [
        (score + _form(table, field, relation.start), relation)
        for score, relation in rated
        if score >= rough or known >= 0 and relation.start.offset == known
    ]
    last = max([score for score, _ in formed]) - BEHIND
    return [pair for pair in formed if pair[0] >= last or known >= 0 and pair[1].start.offset == known]


def _form(table: Weights, field: str, start: Start) -> int:
    own = start.scores.get(field)
    if own is None:
        own = start.scores[field] = sum(map(table.of, start.form()))
    return own
