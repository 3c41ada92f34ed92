"""Annotated documents in; the weights of each field out, and written."""

from __future__ import annotations

from collections.abc import Iterable

import orjson

from pipeline.context.weigh import DATA, Weights

from .examples import Choice, Page
from .fit import fit
from .texts import Document

# the share in percent that the best candidate must have, and the penalties on weights of starts and ends
LEAST = {"metric": 45, "base": 40, "subject": 50}
START, END = 2.0, 1.0


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
    """Writes a file for each field: by template, by the feature's parts."""
    DATA.mkdir(exist_ok=True)
    for field, found in learnt.items():
        rows = {"start": found.start, "end": found.end, "least": found.least}
        (DATA / f"{field}.json").write_bytes(orjson.dumps(rows, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE))
