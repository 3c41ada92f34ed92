"""``training/data/*.jsonl`` in; documents with their claims' contexts in offsets out.

A row is ``{"id", "text", "published"?, "region"?, "claims"}``. A claim is known by its words, in the order of the text; a span of
its context by its words too: of several mentions the one nearest to the claim is meant.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.canonical import SPANS

DATA = Path(__file__).with_name("data")


class Said(NamedTuple):
    """A span of a text and its words."""

    start: int
    end: int
    text: str


class Claim(NamedTuple):
    """A claim of money or percent: its place, and the spans of its context by field, None where a field has to stay out; of a
    field that is not there nobody said anything."""

    kind: str
    start: int
    end: int
    spans: Mapping[str, Said | None]


class Document(NamedTuple):
    """A text with what was annotated in it; ``region``: the country it was written in."""

    id: str
    text: str
    region: str | None
    claims: tuple[Claim, ...]
    times: int = 1  # how much it counts


def documents(paths: list[Path] | None = None) -> Iterator[Document]:
    """All annotated documents, or those of some files. Raises ValueError with file and row where a span is not in its text."""
    for path in paths if paths is not None else sorted(DATA.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.strip():
                row = json.loads(line)
                yield Document(row["id"], row["text"], row.get("region"), tuple(_claims(row, f"{path.name}:{number}")))


def _claims(row: dict[str, Any], place: str) -> Iterator[Claim]:
    text, at = row["text"], 0
    for claim in row["claims"]:
        start = text.find(claim["text"], at)
        if start < 0:
            raise ValueError(f"{place}: {claim['text']!r} is not in the text after {at}")
        end = start + len(claim["text"])
        if claim["kind"] == "year":
            at = start + 1
            continue
        at = end
        context = claim.get("context", {})
        spans = {name: nearest(text, context[name], start, place) if name in context else None for name in SPANS}
        yield Claim(claim["kind"], start, end, spans)


def nearest(text: str, words: str, start: int, place: str) -> Said:
    """The mention of some words that is nearest to an offset."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    if not found:
        raise ValueError(f"{place}: {words!r} is not in the text")
    nearest = min(found, key=lambda at: (abs(at - start), at))
    return Said(nearest, nearest + len(words), words)
