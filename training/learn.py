"""Annotated documents in; the weights of each field out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from pipeline.context import name_ends
from pipeline.context.weigh import KNOWN, Weights

from .examples import Choice, Page
from .fit import fit
from .marks import choices, marked, marks
from .speakers import speakers
from .tables import Learnt, packed
from .texts import Document
from .told import Told, told

# the share in percent that the best candidate must have, and the penalties on weights of starts and ends
LEAST = {"metric": 49, "base": 40, "subject": 74}
# and while documents are told to learn from: what the next figures go by is the surer metrics, and more subjects than are told
TOLD = LEAST | {"metric": 50, "subject": 64}
START, END = 2.0, 1.0
# how often documents are told by each other's weights
ROUNDS = 2
# the penalty on weights of words, and the least weight that is kept
WORDS, LIGHT = 1.0, 250
# the least weight kept of what tells where a name ends
SPARE = 20


def learn_words(documents: Iterable[Document]) -> dict[str, Learnt]:
    """What is a verb and where a noun phrase ends, from the marks of some documents; all that is chosen afterwards goes by it."""
    known, found = marks(), dict[str, list[Choice]]()
    for document in documents:
        if document.id in known:
            for chunks, offsets in marked(document, known[document.id]):
                for field, choice in choices(chunks, offsets, known[document.id]):
                    found.setdefault(field, []).append(choice)
    learnt = {field: Learnt(fit(found[field], WORDS, LIGHT), {}, 0) for field in sorted(found)}
    KNOWN.update(packed(learnt))
    return learnt


def learn_speakers(documents: Iterable[Document]) -> dict[str, Learnt]:
    """Where the names of those who speak end, after verbs and phrases are known."""
    found = [choice for document in documents for choice in speakers(document) for _ in range(document.times)]
    return {name_ends.FIELD: Learnt(fit(found, WORDS, SPARE), {}, 0)}


def learn(documents: Iterable[Document]) -> dict[str, Learnt]:
    """Fits the choices of all documents, subjects and bases after what a fit on the other half of them tells of the figure and of
    those before: so the weights know how far that is to be relied on. Halves are made :data:`ROUNDS` times, since what one fit
    happens to tell says little of what another would."""
    every = list(documents)
    return _fit([found for number in range(ROUNDS) for found in _round(every, number)], LEAST, ROUNDS)


def _round(documents: Sequence[Document], number: int) -> Iterator[Found]:
    """Each document after what the other half of some halves tells. Documents that count more than once are held to the letter,
    and so is what was told in them."""
    halves: tuple[list[Document], list[Document]] = ([], [])
    for document in documents:
        halves[crc32(document.id.encode()) >> number & 1].append(document)
    first = [packed(_fit([_annotated(document) for document in half], TOLD)) for half in halves]
    for half, other in zip(halves, reversed(first), strict=True):
        for document in half:
            yield _annotated(document) if document.times > 1 else _told(document, other)


class Found(NamedTuple):
    """The choices of one document by field, where spans begin and where they end, and how often they count."""

    starts: list[tuple[str, Choice]]
    ends: list[tuple[str, Choice]]
    times: int


def _annotated(document: Document) -> Found:
    page = Page(document)
    return _found(page, (Told(read, page.options(read)) for read in page.read()))


def _told(document: Document, learnt: Mapping[str, Weights]) -> Found:
    """Metrics beside the metric before as annotated: nothing is gained there by what would be told."""
    page = Page(document)
    annotated = (page.metric(read) for read in page.read())
    figures = zip(annotated, told(page, learnt), strict=True)
    return _found(page, (Told(read, options | {"metric": some} if some else options) for some, (read, options) in figures))


def _found(page: Page, figures: Iterable[Told]) -> Found:
    """What is annotated, and can be chosen."""
    found = Found([], [], page.document.times)
    for read, options in figures:
        spans = read.claim.spans
        for field, (candidates, choice) in options.items():
            if field not in spans or not any(choice.right):
                continue
            found.starts.append((field, choice))
            wanted = spans[field]
            end = page.end_choice(candidates, choice.right, wanted) if wanted is not None else None
            if end is not None:
                found.ends.append((field, end))
    return found


def _fit(documents: Sequence[Found], shares: Mapping[str, int], rounds: int = 1) -> dict[str, Learnt]:
    """``shares``: what the best candidate of each field must have; ``rounds``: how often each document is among them."""
    learnt = {}
    for field, least in shares.items():
        starts = [choice for found in documents for name, choice in found.starts if name == field for _ in range(found.times)]
        ends = [choice for found in documents for name, choice in found.ends if name == field for _ in range(found.times)]
        learnt[field] = Learnt(fit(starts, START, rounds=rounds), fit(ends, END, rounds=rounds), least)
    return learnt
