"""The counts of a run as a page that needs nothing else: bars as inline SVG, and the same numbers as tables for who cannot see
them. In: ``stats.Counts``; out: HTML."""

from __future__ import annotations

from ..report.html import Html, tag
from ..report.page import asset
from .stats import Counts, Table

WIDTH, BAR, GAP, LABELS, NUMBERS = 640, 18, 6, 210, 90
YEARS_SHOWN = 80
STYLE = """
main { max-inline-size: 44rem; margin: 2rem auto; padding-inline: 1rem; }
section { margin-block: 2.5rem; } svg { inline-size: 100%; block-size: auto; font: 13px var(--ui); }
svg text { fill: var(--ink); } svg rect { fill: var(--accent); } svg line { stroke: var(--rule); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.5rem; } dt { color: var(--soft); } dd { margin: 0; }
table { border-collapse: collapse; inline-size: 100%; }
td { text-align: start; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid var(--rule); overflow-wrap: anywhere; }
 summary { color: var(--soft); cursor: pointer; }
"""


def page(counts: Counts, name: str) -> str:
    """The page on the run in the folder ``name``."""
    claims = sum(count for _, count in counts.kinds)
    facts = [
        ("documents", f"{counts.documents:,}"),
        ("characters", f"{counts.characters:,}"),
        ("claims", f"{claims:,}"),
        ("errors", f"{counts.errors:,}"),
        ("parts", f"{counts.parts:,}"),
    ]
    body = tag(
        "main",
        tag("h1", "Claims in ", tag("code", name)),
        tag("dl", [[tag("dt", what), tag("dd", count)] for what, count in facts]),
        _section("Kinds", bars(counts.kinds), counts.kinds),
        _section("Currencies", bars(counts.currencies), counts.currencies),
        _section("Years that the texts name", columns(counts.years), counts.years),
        _section("Metrics", bars(counts.metrics), counts.metrics),
        _section("Errors", bars(counts.error_kinds), counts.error_kinds),
        _bad_rows(counts),
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content="default-src 'none'; style-src 'unsafe-inline'"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", f"Claims in {name}"),
        tag("style", Html(asset("base.css") + STYLE)),
    )
    return f"<!doctype html>\n{tag('html', head, tag('body', body), lang='en', dir='ltr')}\n"


def bars(table: Table) -> Html:
    """Lying bars, one a row."""
    most = max((count for _, count in table), default=1)
    room = WIDTH - LABELS - NUMBERS
    drawn = []
    for index, (name, count) in enumerate(table):
        top = index * (BAR + GAP)
        drawn += [
            tag("text", _short(name), x=LABELS - 8, y=top + BAR - 4, text_anchor="end", unicode_bidi="plaintext"),
            tag(
                "rect", tag("title", f"{name}: {count:,}"), x=LABELS, y=top, width=max(1, room * count // most), height=BAR, rx=2
            ),
            tag("text", f"{count:,}", x=LABELS + max(1, room * count // most) + 6, y=top + BAR - 4),
        ]
    return _drawing(drawn, max(1, len(table)) * (BAR + GAP), table)


def columns(table: Table) -> Html:
    """Standing bars along the years; of a long time the last ``YEARS_SHOWN`` years that are not beyond the busiest by far."""
    if not table:
        return _drawing([], BAR, table)
    counts = {int(year): count for year, count in table}
    shown = {year: count for year, count in counts.items() if 1900 <= year <= 2100} or counts
    last = max(shown)
    first = max(min(shown), last - YEARS_SHOWN + 1)
    most = max(count for year, count in shown.items() if year >= first)
    step, height = WIDTH // (last - first + 1), 160
    drawn = [tag("line", x1=0, x2=WIDTH, y1=height, y2=height)]
    for year in range(first, last + 1):
        tall = (height - 20) * shown.get(year, 0) // most
        x = (year - first) * step
        drawn.append(
            tag(
                "rect", tag("title", f"{year}: {shown.get(year, 0):,}"), x=x, y=height - tall, width=max(1, step - 1), height=tall
            )
        )
        if (year - first) % max(1, -(-(last - first + 1) // 10)) == 0:
            drawn.append(tag("text", str(year), x=x, y=height + 16))
    return _drawing(drawn, height + 20, table)


def _drawing(drawn: list[Html], height: int, table: Table) -> Html:
    said = ", ".join(f"{name} {count:,}" for name, count in table[:10])
    return tag("svg", drawn, viewBox=f"0 0 {WIDTH} {height}", role="img", aria_label=said or "nothing")


def _section(title: str, drawing: Html, table: Table) -> Html:
    if not table:
        return tag("section", tag("h2", title), tag("p", "none"))
    rows = [tag("tr", tag("td", tag("bdi", name)), tag("td", f"{count:,}")) for name, count in table]
    numbers = tag("details", tag("summary", "the numbers"), tag("table", tag("tbody", rows)))
    return tag("section", tag("h2", title), drawing, numbers)


def _bad_rows(counts: Counts) -> Html | None:
    if not counts.bad_rows:
        return None
    rows = [tag("tr", tag("td", tag("code", place)), tag("td", error)) for place, error in counts.bad_rows]
    return tag("section", tag("h2", "The first bad rows"), tag("table", tag("tbody", rows)))


def _short(name: str) -> str:
    return name if len(name) <= 30 else f"{name[:29]}…"
