"""Weights and documents in; how often the fields are right out, as the bench measures it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.context import breaks, name_ends, verbs
from pipeline.context.weigh import Weights

from .examples import Choice, Page, Read, agreement
from .learn import LEAST
from .marks import Marks, choices, marked, marks
from .speakers import speakers
from .texts import Document, Said
from .told import chosen, told

SHARES = sorted({30, 40, 50, 60, 70, 80, *LEAST.values()})
BOUNDS = {verbs.FIELD: 0, breaks.FIELD: breaks.BOUND, name_ends.FIELD: name_ends.BOUND}


def measure(learnt: dict[str, Weights], documents: Sequence[Document]) -> str:
    """Precision, recall and F1 of each field at several bounds of doubt, a line each."""
    tally: dict[tuple[str, int], list[int]] = {}
    for document in documents:
        page = Page(document)
        for read, options in told(page, learnt):
            for field in learnt:
                for least in SHARES:
                    said = chosen(page, learnt[field], *options[field], least)[1] if field in options else None
                    _count(tally.setdefault((field, least), [0, 0, 0]), read, field, said)
    return "".join(_line(field, f"least {least}%", *counts) for (field, least), counts in sorted(tally.items()))


def measure_words(learnt: dict[str, Weights], documents: Sequence[Document]) -> str:
    """Precision, recall and F1 of verbs and breaks among the marked ones of some documents, and of the ends of names."""
    known, tally = marks(), {field: [0, 0, 0] for field in learnt}
    for document in documents:
        for field, choice in _word_choices(document, known):
            is_so = learnt[field].start.total(choice.candidates[1]) > BOUNDS[field]
            counts = tally[field]
            counts[:] = counts[0] + choice.right[1], counts[1] + is_so, counts[2] + (is_so and choice.right[1])
    return "".join(_line(field, "", *counts) for field, counts in tally.items())


def _word_choices(document: Document, known: dict[str, Marks]) -> Iterator[tuple[str, Choice]]:
    for chunks, offsets in marked(document, known[document.id]) if document.id in known else ():
        yield from choices(chunks, offsets, known[document.id])
    for choice in speakers(document):
        yield name_ends.FIELD, choice


def _count(counts: list[int], read: Read, field: str, said: Said | None) -> None:
    wanted = read.claim.spans.get(field)
    counts[0] += wanted is not None
    counts[1] += said is not None
    counts[2] += wanted is not None and said is not None and agreement(wanted, said) > 0


def _line(field: str, bound: str, gold: int, got: int, right: int) -> str:
    precision, recall = right / max(1, got), right / max(1, gold)
    return f"{field:8} {bound:10}  P {precision:.3f}  R {recall:.3f}  F1 {2 * right / max(1, gold + got):.3f}  of {gold}\n"
