"""Annotated documents in; the weights of each field out, and written."""

from __future__ import annotations

from collections.abc import Iterable

import orjson

from pipeline.context.weigh import DATA, KNOWN, Weights

from .examples import Choice, Page
from .fit import fit
from .marks import choices, marked, marks
from .texts import Document

# the share in percent that the best candidate must have, and the penalties on weights of starts and ends
LEAST = {"metric": 50, "base": 40, "subject": 50}
START, END = 2.0, 1.0
# the penalty on weights of words, and the least weight that is kept
WORDS, LIGHT = 1.0, 250


def learn_words(documents: Iterable[Document]) -> dict[str, Weights]:
    """What is a verb and where a noun phrase ends, from the marks of some documents; all that is chosen afterwards goes by it."""
    known, found = marks(), dict[str, list[Choice]]()
    for document in documents:
        if document.id in known:
            for chunks, offsets in marked(document, known[document.id]):
                for field, choice in choices(chunks, offsets, known[document.id]):
                    found.setdefault(field, []).append(choice)
    learnt = {field: Weights(fit(found[field], WORDS, LIGHT), {}, 0) for field in sorted(found)}
    KNOWN.update(learnt)
    return learnt


def learn(documents: Iterable[Document]) -> dict[str, Weights]:
    """Fits the choices of all documents, a figure's metric given as annotated when its subject is chosen."""
    starts: dict[str, list[Choice]] = {field: [] for field in LEAST}
    ends: dict[str, list[Choice]] = {field: [] for field in LEAST}
    for document in documents:
        page = Page(document)
        for read in page.read():
            spans = read.claim.spans
            for field, (found, choice) in page.choices(read, page.measured(read)).items():
                if field not in spans or not any(choice.right):
                    continue
                starts[field] += [choice] * document.times
                wanted = spans[field]
                end = page.end_choice(found, choice.right, wanted) if wanted is not None else None
                ends[field] += [end] * document.times if end is not None else []
    return {field: Weights(fit(starts[field], START), fit(ends[field], END), LEAST[field]) for field in LEAST}


def write(learnt: dict[str, Weights]) -> None:
    """Writes a file for each field: its features with their weights."""
    DATA.mkdir(exist_ok=True)
    for field, found in learnt.items():
        rows = {"start": found.start, "end": found.end, "least": found.least}
        (DATA / f"{field}.json").write_bytes(orjson.dumps(rows, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE))
