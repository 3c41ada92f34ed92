"""The project's own cases and its fixtures in; documents to learn from out.

They are few and held to the letter by the tests, so each counts as much as several texts, the seed as many.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.canonical import SPANS

from .texts import Claim, Document, Said, nearest

ROOT = Path(__file__).parents[1]
CASE, SEED = 5, 16
MARKS = str.maketrans("", "", "⟦⟧")


def cases() -> Iterator[Document]:
    """The cases of ``tests/corpus/context``: a field that a case neither names nor keeps out is unknown."""
    for path in sorted((ROOT / "tests" / "corpus" / "context").glob("*.toml")):
        for number, row in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"], start=1):
            place = f"{path.name}:{number}"
            yield Document(place, row["text"].translate(MARKS), row.get("region"), tuple(_claims(row, place)), CASE)


def _claims(row: dict[str, Any], place: str) -> Iterator[Claim]:
    pieces = row["text"].split("⟦")
    text, at = row["text"].translate(MARKS), len(pieces[0])
    for piece, claim in zip(pieces[1:], row.get("claims", ()), strict=True):
        words = piece.split("⟧")[0]
        if claim["kind"] in ("money", "percent"):
            yield Claim(claim["kind"], at, at + len(words), _spans(claim, text, at, place))
        at += len(piece) - 1


def _spans(claim: dict[str, Any], text: str, at: int, place: str) -> dict[str, Said | None]:
    spans: dict[str, Said | None] = {name: None for name in SPANS if name in claim.get("out", ())}
    for name in SPANS:
        words = claim.get("context", {}).get(name)
        if words is not None:
            first = words if isinstance(words, str) else words[0]
            # للبناية is written for البناية
            spans[name] = nearest(text, first if first in text else "لل" + first.removeprefix("ال"), at, place)
    return spans


def fixtures() -> Iterator[Document]:
    """The seeds with their hand-checked claims."""
    for path in sorted((ROOT / "fixtures").glob("*.claims.json")):
        checked = json.loads(path.read_text(encoding="utf-8"))
        text = (ROOT / checked["source"]["path"]).read_text(encoding="utf-8")
        yield Document(path.name, text, None, tuple(map(_checked, _figures(checked["claims"]))), SEED)


def _figures(claims: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    return (claim for claim in claims if claim["kind"] in ("money", "percent"))


def _checked(claim: dict[str, Any]) -> Claim:
    context = claim["context"]
    spans = {name: Said(**context[name]) if name in context else None for name in SPANS}
    return Claim(claim["kind"], claim["start"], claim["end"], spans)
