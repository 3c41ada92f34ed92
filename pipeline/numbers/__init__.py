"""Arabic numbers: digits of every script and convention, spelled numbers of any size, mixtures of both."""

from decimal import Decimal


def read_number(text: str) -> Decimal | None:
    """The number that the whole string spells, None where it is not one number.

    >>> read_number("مليون وثلاثمئة وتسعة آلاف"), read_number("٢٫٥ مليار"), read_number("كتاب")
    (Decimal("1309000"), Decimal("2500000000"), None)
    """
    from ..text.normalize import normalize
    from ..text.tokens import tokenize
    from .scan import Scanner
    from .settle import Settle

    clean = normalize(text).text
    tokens = tokenize(clean)
    number = Scanner(clean, tokens, Settle(clean)).number_at(0) if tokens else None
    return number.value if number is not None and number.j == len(tokens) else None
