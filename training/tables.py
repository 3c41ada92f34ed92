"""Weights as they are learnt, each feature by its name: ``training/weights`` is for people to read and for diffs to show, and
``pipeline/context/weights`` holds the same for the extractor, packed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import orjson

from pipeline.context.packed import pack
from pipeline.context.weigh import DATA, Weights, written

# a feature by its name → its weight
Table = dict[str, int]
READABLE = Path(__file__).with_name("weights")
SORTED = orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE


class Learnt(NamedTuple):
    """Of one field: what speaks for where a span begins and where it ends, and the share that the best candidate must have."""

    start: Table
    end: Table
    least: int

    def packed(self) -> Weights:
        return Weights(pack(self.start), pack(self.end), self.least)


def packed(learnt: Mapping[str, Learnt]) -> dict[str, Weights]:
    """By field, as the extractor weighs."""
    return {field: found.packed() for field, found in learnt.items()}


def write(learnt: Mapping[str, Learnt]) -> None:
    """Writes the two files of each field."""
    for folder in (READABLE, DATA):
        folder.mkdir(exist_ok=True)
    for field, found in learnt.items():
        (READABLE / f"{field}.json").write_bytes(orjson.dumps(found._asdict(), option=SORTED))
        (DATA / f"{field}.bin").write_bytes(written(readable(field).packed()))


def readable(field: str) -> Learnt:
    """What was written of a field: in the order of the names."""
    return Learnt(**orjson.loads((READABLE / f"{field}.json").read_bytes()))
