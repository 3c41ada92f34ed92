"""Amounts of money by the year they hold for, as inline SVG. In: claims; out: one panel per currency and rate.

Years run left to right, amounts up on a logarithmic scale; a range is a bar, a span of years a line. Decimal all the way:
the drawing is the same bytes everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ..claims import Claim, Money
from .figures import currency_name, grouped
from .html import Html, tag
from .words import Words

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 320, 190, 62, 14, 12, 28


@dataclass(frozen=True, slots=True)
class Point:
    """An amount (low = high where it is one number) in a span of years; ``number`` is its card."""

    low: Decimal
    high: Decimal
    first: int
    last: int
    number: int
    label: str


@dataclass(frozen=True, slots=True)
class Axes:
    """Years and powers of ten that the panel spans."""

    first: int
    last: int
    bottom: int
    top: int

    def x(self, year: Decimal) -> Decimal:
        share = (year - self.first + Decimal("0.5")) / (self.last - self.first + 1)
        return _px(LEFT + share * (WIDTH - LEFT - RIGHT))

    def y(self, amount: Decimal) -> Decimal:
        share = (amount.log10() - self.bottom) / (self.top - self.bottom)
        return _px(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM))


def plot(claims: Iterable[tuple[int, Claim]], words: Words) -> Html:
    """All panels, and how many amounts have no place in them. ``claims``: number of the card, claim."""
    panels: dict[tuple[str, str], list[Point]] = {}
    left = 0
    for number, claim in claims:
        if isinstance(claim, Money):
            point = _point(number, claim)
            if point is None or claim.currency is None:
                left += 1
            else:
                panels.setdefault((claim.currency, claim.per or ""), []).append(point)
    drawn = [
        _panel(currency, per, points, words)
        for (currency, per), points in sorted(panels.items(), key=lambda kv: (-len(kv[1]), kv[0]))
    ]
    note = tag("p", words("plot_left"), " ", tag("bdi", str(left)), class_="note") if left else None
    about = tag("p", words("plot_note" if drawn else "plot_none"), class_="note")
    return tag("section", tag("h2", words("plot")), tag("div", drawn, class_="panels"), about, note, class_="plot")


def _point(number: int, claim: Money) -> Point | None:
    when = claim.context.when
    low, high = (claim.value, claim.value) if claim.value is not None else (claim.low, claim.high)
    if when is None or when.low is None or low is None or high is None or min(low, high) <= 0:
        return None
    return Point(low, high, int(when.low), int(when.high or when.low), number, claim.text)


def _panel(currency: str, per: str, points: Sequence[Point], words: Words) -> Html:
    """One currency and rate: axes, points, and what they say to who cannot see them."""
    axes = Axes(
        min(p.first for p in points),
        max(p.last for p in points),
        _power(min(p.low for p in points), ROUND_FLOOR),
        _power(max(p.high for p in points), ROUND_CEILING),
    )
    if axes.top == axes.bottom:
        axes = Axes(axes.first, axes.last, axes.bottom, axes.top + 1)
    caption = tag("figcaption", currency_name(currency, words), [" / ", tag("bdi", per, lang="ar")] if per else None)
    said = "; ".join(f"{p.label}: {p.first}" + (f"–{p.last}" if p.last != p.first else "") for p in points)
    drawing = tag(
        "svg",
        _grid(axes),
        [_mark(p, axes) for p in points],
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="group",
        direction="ltr",
        aria_label=f"{currency} {per}: {said}",
    )
    return tag("figure", caption, drawing)


def _grid(axes: Axes) -> list[Html]:
    drawn = []
    step = -(-(axes.top - axes.bottom) // 5)
    for power in range(axes.bottom, axes.top + 1, step):
        y = axes.y(Decimal(10) ** power)
        drawn.append(tag("line", x1=LEFT, x2=WIDTH - RIGHT, y1=str(y), y2=str(y), class_="grid"))
        drawn.append(tag("text", _short(power), x=LEFT - 6, y=str(y + 4), text_anchor="end"))
    skip = -(-(axes.last - axes.first + 1) // 6)
    for year in range(axes.first, axes.last + 1, skip):
        drawn.append(tag("text", str(year), x=str(axes.x(Decimal(year))), y=HEIGHT - 8, text_anchor="middle"))
    return drawn


def _mark(point: Point, axes: Axes) -> Html:
    x1, x2 = axes.x(Decimal(point.first)), axes.x(Decimal(point.last))
    middle = _px((x1 + x2) / 2)
    low, high = axes.y(point.low), axes.y(point.high)
    shapes = [tag("title", f"{point.label} · {grouped(point.high)}")]
    if x1 != x2:
        shapes.append(tag("line", x1=str(x1), x2=str(x2), y1=str(high), y2=str(high), class_="span"))
    if low != high:
        shapes.append(tag("line", x1=str(middle), x2=str(middle), y1=str(low), y2=str(high), class_="span"))
    shapes.append(tag("circle", cx=str(middle), cy=str(high), r=5))
    return tag("a", shapes, href=f"#c{point.number}", aria_label=point.label)


def _power(amount: Decimal, rounding: str) -> int:
    return int(amount.log10().to_integral_value(rounding))


def _short(power: int) -> str:
    """A power of ten in short: 10⁻² as 0.01, 10⁹ as 1B.

    >>> _short(2), _short(9), _short(-2), _short(15)
    ('100', '1B', '0.01', '1e15')
    """
    if not -3 <= power < 15:
        return f"1e{power}"
    if power < 0:
        return format(Decimal(10) ** power, "f")
    return "1" + "0" * (power % 3) + ("", "K", "M", "B", "T")[power // 3]


def _px(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"))
