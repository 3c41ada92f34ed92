"""Arabic numbers: digits of every script and convention, spelled numbers of any size, mixtures of both."""

from decimal import Decimal


def read_number(text: str) -> Decimal | None:
    """The number that the whole string spells, None where it is not one number.

    >>> read_number("مليون وثلاثمئة وتسعة آلاف"), read_number("٢٫٥ مليار"), read_number("كتاب")
    (Decimal('1309000'), Decimal('2500000000'), None)
    """
    from ..text.normalize import normalize
    from ..text.tokens import cut
    from .scan import Scanner
    from .settle import Settle
    from .words import entries_of

    clean = normalize(text).text
    sentence = cut(clean)
    number = Scanner(sentence, Settle(clean), entries_of(sentence.words)).number_at(0) if sentence.words else None
    return number.value if number is not None and number.j == len(sentence.words) else None
