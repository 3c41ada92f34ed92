"""Extracted documents → bytes, in the form that ``--format`` names.

A new form is a function ``Iterable[Extracted] -> Iterator[bytes]`` and a line in FORMATS; its module is loaded
only when asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, cast

from .canonical import document_dict, dump_dict, dump_row


@dataclass(frozen=True, slots=True)
class Extracted:
    """One document's claims: ``source`` as in the claims JSON, ``claims`` as ``flow.claim_dicts`` gives them."""

    id: str
    text: str
    source: dict[str, Any]
    claims: list[dict[str, Any]]

    @property
    def name(self) -> str:
        return self.id


Form = Callable[[Iterable[Extracted]], Iterator[bytes]]

FORMATS: dict[str, str] = {
    "json": "pipeline.formats:as_json",
    "jsonl": "pipeline.formats:as_jsonl",
    "csv": "pipeline.formats:as_csv",
    "table": "pipeline.formats_table:as_table",
}


def form(name: str) -> Form:
    """The function behind a name of FORMATS."""
    module, _, function = FORMATS[name].partition(":")
    return cast(Form, getattr(import_module(module), function))


def as_json(documents: Iterable[Extracted]) -> Iterator[bytes]:
    """The canonical claims document, as fixtures have it."""
    for document in documents:
        yield dump_dict(document_dict(document.source, document.claims))


def as_csv(documents: Iterable[Extracted]) -> Iterator[bytes]:
    """One flat row a claim, the context in columns of its own, as ``tadqiq export --to csv`` has it."""
    from .export.tables import csv_chunks

    yield from csv_chunks(documents)


def as_jsonl(documents: Iterable[Extracted]) -> Iterator[bytes]:
    """One ``{"id", "claims"}`` a line."""
    for document in documents:
        yield dump_row(document.id, document.claims)
