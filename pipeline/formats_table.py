"""Claims for a reader: a table a document, as wide as the terminal. In: extracted documents; out: bytes without colours.

Each cell stands between U+2068 and U+2069, in a pipe too, since a table is for eyes wherever it goes: Arabic and Latin keep their
order and the columns their places.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from .canonical import in_order
from .formats import Extracted
from .report.figures import grouped
from .report.place import isolate, visible

COLUMNS = ("claim", "value", "metric", "subject", "of / when", "said")
PLAIN_WIDTH = 160
WALL = "│"


def as_table(documents: Iterable[Extracted]) -> Iterator[bytes]:
    """One table a document, its id above it; a document without claims says so. ``COLUMNS`` sets the width of a piped one."""
    known = sys.stdout.isatty() or os.environ.get("COLUMNS")
    width = shutil.get_terminal_size().columns if known else PLAIN_WIDTH
    for document in documents:
        out = io.StringIO()
        console = Console(file=out, width=width, color_system=None)
        console.print(isolate(visible(document.id)), markup=False, highlight=False, soft_wrap=True)
        console.print(_table(document.claims, width) if document.claims else "no claims")
        yield "".join(map(_isolated, out.getvalue().splitlines(keepends=True))).encode("utf-8", "replace")


def _table(claims: list[dict[str, Any]], width: int) -> Table:
    table, rows = Table(pad_edge=False), [_cells(claim) for claim in in_order(claims)]
    whole = 3 * max(len(row[1]) for row in rows) <= width  # else the other columns would have no room
    for name in COLUMNS:
        # a number that is cut off, or goes on in the next line, is another number
        table.add_column(name, overflow="fold", no_wrap=whole and name == "value")
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _cells(claim: dict[str, Any]) -> list[str]:
    context = claim["context"]
    cells = (claim["text"], _value(claim), *_spans(context, "metric", "subject"), _of(context), _said(context))
    return [visible(text).replace(WALL, "|") for text in cells]


def _isolated(line: str) -> str:
    """A row of the table with each of its cells isolated; where a cell goes over several lines, each part of it."""
    return WALL.join(map(_apart, line.split(WALL))) if line.startswith(WALL) else line


def _apart(cell: str) -> str:
    words = cell.strip()
    return cell.replace(words, isolate(words), 1) if words else cell


def _spans(context: dict[str, Any], *names: str) -> list[str]:
    return [context[name]["text"] if name in context else "" for name in names]


def _value(claim: dict[str, Any]) -> str:
    """The number with its modifier, unit and rate: ≈ 5,500.50 USD / ساعة."""
    signs = {"approx": "≈ ", "more": "> ", "less": "< ", "at_least": "≥ ", "at_most": "≤ "}
    shown = str if claim["kind"] == "year" else grouped
    if "value" in claim:
        number = shown(claim["value"])
    elif "low" in claim:
        number = f"{shown(claim['low'])}–{shown(claim['high'])}"
    else:
        number = _years_off(claim)
    units = {"percent": "%", "percentage_point": " pp", "basis_point": " bp"}
    unit = f" {claim['currency']}" if "currency" in claim else units.get(claim.get("unit", ""), "")
    if "currency_candidates" in claim:
        unit = f" {'/'.join(claim['currency_candidates'][:3])}?"
    arrow = {"up": " ▲", "down": " ▼"}.get(claim.get("direction", claim["context"].get("direction", "")), "")
    return f"{signs.get(claim.get('modifier', ''), '')}{number}{unit}{arrow}" + (f" / {claim['per']}" if "per" in claim else "")


def _years_off(time: dict[str, Any]) -> str:
    """How far from the day of publication: -1 y, or of a span -2…0 y."""
    if "offset" in time:
        return f"{time['offset']:+d} y"
    return f"{time['offset_low']:+d}…{time['offset_high']:+d} y"


def _of(context: dict[str, Any]) -> str:
    """What it is a part of, and when."""
    parts = _spans(context, "base") if "base" in context else []
    time = context.get("when", {})
    if "low" in time:
        parts.append(time["low"] if time["low"] == time["high"] else f"{time['low']}–{time['high']}")
    elif "offset" in time or "offset_low" in time:
        parts.append(_years_off(time))
    return " · ".join(parts)


def _said(context: dict[str, Any]) -> str:
    parts = [context["modality"]] if context.get("modality", "asserted") != "asserted" else []
    return " · ".join(parts + [text for text in _spans(context, "attributed_to") if text])
