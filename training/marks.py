"""``training/marks.jsonl`` in; out what tells finite verbs from nouns, and one noun phrase from the next, as choices to fit.

A row is ``{"id", "sentences", "verbs", "breaks"}`` of a document of ``data/``: the spans of the sentences that were read, the
offsets of their finite verbs, and of the words that open a noun phrase right after another.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.context import breaks, verbs
from pipeline.context.chunks import Chunks
from pipeline.context.lexemes import NOUN, VERB

from .examples import Choice, Page, either
from .texts import Document

DATA = Path(__file__).with_name("marks.jsonl")


class Marks(NamedTuple):
    """Of one document, in code points: the spans of its marked sentences, where verbs begin and where words open a phrase."""

    sentences: tuple[tuple[int, int], ...]
    verbs: frozenset[int]
    breaks: frozenset[int]


def marks() -> dict[str, Marks]:
    """By the document's id."""
    rows = map(json.loads, DATA.read_text(encoding="utf-8").splitlines())
    return {
        row["id"]: Marks(tuple(map(tuple, row["sentences"])), frozenset(row["verbs"]), frozenset(row["breaks"])) for row in rows
    }


def marked(document: Document, known: Marks) -> Iterator[tuple[Chunks, list[int]]]:
    """The chunks of the marked sentences, with the offsets of their tokens in the source."""
    page = Page(document)
    for sketch in page.sketches.values():
        cut = sketch.chunks.view.cut
        offsets = [page.views.page.to_raw(cut.start(at), cut.end(at))[0] for at in range(sketch.chunks.view.size)]
        if any(start <= offsets[0] < end for start, end in known.sentences):
            yield sketch.chunks, offsets


def choices(chunks: Chunks, offsets: list[int], known: Marks) -> Iterator[tuple[str, Choice]]:
    """Of a marked sentence, by field: for each word that may be a verb, and each pair of nouns side by side; what grammar settles
    is no choice."""
    words, lexemes = chunks.view.words, chunks.lexemes
    classes: list[str] = []
    for at in range(chunks.view.size):
        given = chunks.given(at)
        if not given and at in chunks.closed:
            given = NOUN
        elif not given:
            is_verb = offsets[at] in known.verbs
            yield verbs.FIELD, either(verbs.parts(words, classes, at), is_verb)
            given = VERB if is_verb else NOUN
        classes.append(given)
    start = 0
    for at in range(1, len(classes)):
        if classes[at] != NOUN or classes[at - 1] != NOUN or lexemes[at].opens:
            start = at
            continue
        opens = offsets[at] in known.breaks
        if breaks.certain(chunks.nouns, classes, start, at) is None:
            yield breaks.FIELD, either(breaks.parts(chunks.nouns, classes, start, at), opens)
        start = at if opens else start
