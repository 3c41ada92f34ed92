"""Half-open ranges of code points: the only way in which stages speak of text."""

from typing import NamedTuple


class Span(NamedTuple):
    """``text[start:end]``.

    >>> Span(2, 5).overlaps(Span(4, 9))
    True
    >>> Span(2, 5).covers(Span(3, 5))
    True
    """

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end
