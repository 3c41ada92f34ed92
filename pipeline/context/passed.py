"""A sentence's tokens in; out what any stretch of them holds: stops, commas, verbs, figures, phrases, dependent clauses.

All six are counted in one number, a digit for each, summed from the sentence's beginning: a stretch takes one subtraction, and
what is said of it one look-up.
"""

from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Final, NamedTuple

from ..lexicon.wordsets import word_set
from .chunks import FIGURE, Chunks
from .lexemes import HARD
from .remember import remembered

COMMAS: Final = frozenset(("،", ",", ":", "(", ")"))
# what makes a clause depend on another
SUBORDINATE: Final = word_set("sketch", "subordinate")
# a digit's bits: no sentence has so many tokens that one overflows
BITS: Final = 11
MOST: Final = (1 << BITS) - 1
VERBS, FIGURES, COMMA, PHRASES, STOPS, CLAUSES = (1 << BITS * place for place in range(6))


def _counted(classes: Iterable[tuple[frozenset[str], int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for words, one in classes:
        for word in words:
            found[word] = found.get(word, 0) + one
    return found


# word → what it alone counts for
WORDS: Final = _counted(((HARD, STOPS), (COMMAS, COMMA), (SUBORDINATE, CLAUSES)))


def sums(chunks: Chunks) -> list[int]:
    """What stands before each token, and before the end."""
    count, taken = WORDS.get, chunks.taken
    found = [count(word, 0) for word in chunks.view.words]
    for at in chunks.verbs:
        found[at] += VERBS
    for phrase in chunks.phrases:
        found[phrase.i] += PHRASES
    at = taken.find(FIGURE)
    while at >= 0:
        found[at] += FIGURES
        at = taken.find(FIGURE, at + 1)
    return list(accumulate(found, initial=0))


def stops(count: int) -> int:
    """How many stops a stretch holds."""
    return count >> 4 * BITS & MOST


class Passed(NamedTuple):
    """What stands between a figure and a start: ``over`` tells which stops, commas, verbs and other figures (``<0110``),
    ``phrases`` how many phrases, ``depth`` how many dependent clauses."""

    over: str
    phrases: str
    depth: str


def stretches(side: str) -> Callable[[int], Passed]:
    """On one side of a figure: what a stretch holds → what is said of it, spelled when first asked for.

    >>> stretches("<")(STOPS + 3 * COMMA + PHRASES)
    Passed(over='<1200', phrases='<1', depth='<0')
    """

    def spelled(count: int) -> Passed:
        verbs, figures, commas, phrases, stops, clauses = (count >> BITS * place & MOST for place in range(6))
        over = f"{min(stops, 1)}{min(commas, 2)}{min(verbs, 2)}{min(figures, 1)}"
        return Passed(side + over, f"{side}{min(phrases, 4)}", f"{side}{min(clauses, 2)}")

    return remembered(spelled)
