"""The differences for a person at a terminal. In: pairs; out: lines on a rich console, plain ones where it is a pipe.

Each ``−``, ``+`` and ``~`` line begins with its sign; under it stands the sentence with the claim between ⟦ ⟧. On a terminal
Arabic and Latin runs are isolated from each other, so that a bidi-aware terminal shows each in its own direction.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from .difference import SIGNS, Difference, Pair, Status
from .place import FSI, PDI, RLI, Lines, isolate, visible
from .sentence import CLOSE, OPEN, place_of, quote, reading, shown

COLOURS: dict[Status, str] = {"missing": "red", "unexpected": "green", "changed": "yellow", "same": "dim"}
HEADINGS: dict[Status, str] = {
    "missing": "missing: in the fixture only",
    "unexpected": "unexpected: extracted only",
    "changed": "changed: fixture → extracted",
}


def show(pairs: Sequence[Pair], console: Console) -> None:
    """Prints every document that differs, then one line of totals."""
    for pair in pairs:
        _document(pair, console)
    totals = {status: sum(pair.counts()[status] for pair in pairs) for status in SIGNS}
    documents = f"{len(pairs)} document{'s' if len(pairs) != 1 else ''}"
    _line(console, Text(f"{documents}: {_counted(totals)}", style="bold"))


def _document(pair: Pair, console: Console) -> None:
    """The differences of one document under their headings."""
    marked, lines, counts = console.is_terminal, Lines(pair.text), pair.counts()
    _line(console, Text.assemble((visible(pair.path), "bold underline"), "  ", _counted(counts)))
    if pair.moved:
        _line(
            console,
            Text("  the fixture was made of another version of this text; claims that only moved count as the same", "yellow"),
        )
    for status, heading in HEADINGS.items():
        if counts[status]:
            _line(console, Text(f"\n {heading} ({counts[status]})", COLOURS[status]))
            for row in (row for row in pair.differences if row.status == status):
                _row(row, pair, lines, console, marked)
    if sum(counts.values()) > counts["same"]:
        _line(console, Text(""))


def _row(row: Difference, pair: Pair, lines: Lines, console: Console, marked: bool) -> None:
    """One difference, a line a field, and its sentence."""
    at = place_of(row, pair, lines)
    where = Text(f"{visible(pair.path)}:{at.line}:{at.column}", "dim")
    words = isolate(visible(row.claim.text), FSI) if marked else visible(row.claim.text)
    sign = Text(SIGNS[row.status] + " ", "bold " + COLOURS[row.status])
    if row.status == "changed":
        for change in row.fields:
            values = (shown(change.fixture, marked), "red"), (" → ", ""), (shown(change.extracted, marked), "green")
            _line(
                console,
                Text.assemble(sign, (change.field, "bold"), ": ", *values, "  ", f"{row.claim.kind} ", words, "  ", where),
            )
    else:
        _line(console, Text.assemble(sign, f"{row.claim.kind} ", words, " = ", reading(row.claim, marked), "  ", where))
    _sentence(row, console, marked)


def _sentence(row: Difference, console: Console, marked: bool) -> None:
    before, claim, after = quote(row.claim)
    begin, end = (RLI, PDI) if marked else ("", "")
    style = f"bold {COLOURS[row.status]}"
    _line(console, Text.assemble("    ", begin, before, (f"{OPEN}{claim}{CLOSE}", style), after, end))


def _counted(counts: dict[Status, int]) -> str:
    return ", ".join(f"{counts[status]} {status}" for status in SIGNS if counts[status]) or "no claims"


def _line(console: Console, text: Text) -> None:
    console.print(text, soft_wrap=True, highlight=False, emoji=False, markup=False)
