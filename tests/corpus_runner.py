"""The corpus of cases: TOML rows in, judged cases out.

A row of ``tests/corpus/*.toml`` or ``tests/corpus/context/*.toml``::

    [[case]]
    label  = "nationality settles the dinar"
    text   = "بلغت الخسائر ⟦3 ملايين دينار كويتي⟧ أمس"
    claims = [{ kind = "money", value = "3000000", currency = "KWD" }]

The marks are taken out of the text; the claims found must be exactly the marked spans, in their order, and every listed
field must agree. Of a listed claim,

- ``value``, ``low``, ``high`` compare as numbers, ``digits`` the value as written;
- a field given as ``false`` must be absent; ``candidates`` must all be among the currency's candidates;
- ``context`` lists fields of the context: a span by its words (an array: any of these will do; an attached و ف ب ل ك is
  neither here nor there), ``when`` by its listed keys, the rest by value; ``out`` lists the fields that must not be there.

Optional in a row: ``published``, ``region``, ``kinds``, and ``reason`` in known_failures.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parent / "corpus"
KINDS = ("money", "percent", "year")
ROW = {"label", "text", "claims", "published", "region", "kinds", "reason"}
NUMBERS = ("value", "low", "high")
FIELDS = {
    *NUMBERS,
    "kind",
    "modifier",
    "currency",
    "currency_from",
    "elided",
    "per",
    "unit",
    "direction",
    "offset",
    "offset_low",
    "offset_high",
    "anchor",
    "calendar",
    "gregorian_low",
    "gregorian_high",
    "part",
    "digits",
    "candidates",
    "context",
    "out",
}
CONTEXT = {"sentence", "metric", "subject", "base", "when", "direction", "modality", "attributed_to"}
SPANS = {"sentence", "metric", "subject", "base", "attributed_to"}


@dataclass(frozen=True, slots=True)
class Case:
    """One row, its marks resolved: ``spans`` are the offsets of the claims in the unmarked ``text``."""

    file: str
    label: str
    text: str
    spans: tuple[tuple[int, int], ...]
    claims: tuple[Mapping[str, Any], ...]
    published: str | None = None
    region: str | None = None
    kinds: tuple[str, ...] = KINDS
    reason: str | None = None


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Text without its ⟦ ⟧, and the spans they marked.

    >>> unmark("دفع ⟦5 دولارات⟧.")
    ('دفع 5 دولارات.', ((4, 13),))
    """
    text, spans, start = "", [], -1
    for char in marked:
        if char == "⟦":
            if start >= 0:
                raise ValueError(f"⟦ inside ⟦ ⟧: {marked}")
            start = len(text)
        elif char == "⟧":
            if start < 0:
                raise ValueError(f"⟧ without ⟦: {marked}")
            spans.append((start, len(text)))
            start = -1
        else:
            text += char
    if start >= 0:
        raise ValueError(f"⟦ without ⟧: {marked}")
    return text, tuple(spans)


def read(path: Path) -> Iterator[Case]:
    """The cases of one file. Raises ValueError naming file and label where a row is not of the form above."""
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
        place = f"{path.name}: {row.get('label', row)}"
        text, spans = unmark(row["text"])
        claims = tuple(row.get("claims", ()))
        unknown = [*(row.keys() - ROW), *(k for c in claims for k in c.keys() - FIELDS)]
        unknown += [k for c in claims for k in {*c.get("context", {}), *c.get("out", ())} - CONTEXT]
        if unknown:
            raise ValueError(f"{place}: unknown fields {sorted(unknown)}")
        if len(spans) != len(claims):
            raise ValueError(f"{place}: {len(spans)} marked spans, {len(claims)} claims")
        yield Case(
            path.name,
            row["label"],
            text,
            spans,
            claims,
            row.get("published"),
            row.get("region"),
            tuple(row.get("kinds", KINDS)),
            row.get("reason"),
        )


def cases(known_failures: bool = False) -> list[Case]:
    """Every case of the corpus, or the known failures alone; labels are unique over all files."""
    paths = sorted(p for p in CORPUS.rglob("*.toml") if p.name != "false_positives.toml")
    return [case for path in paths if (path.name == "known_failures.toml") == known_failures for case in read(path)]


def problems(case: Case, found: Sequence[Mapping[str, Any]]) -> list[str]:
    """What is wrong with the claims found in the case's text, one line each; nothing where all agrees."""
    spans = [(c["start"], c["end"]) for c in found]
    out = [f"missing {case.text[s:e]!r}" for s, e in case.spans if (s, e) not in spans]
    out += [f"unexpected {c['kind']} {c['text']!r}" for c in found if (c["start"], c["end"]) not in case.spans]
    by_span = {(c["start"], c["end"]): c for c in found}
    for span, wanted in zip(case.spans, case.claims, strict=True):
        if span in by_span:
            out += [f"{case.text[slice(*span)]!r}: {line}" for line in _differences(wanted, by_span[span])]
    return out


def _differences(wanted: Mapping[str, Any], got: Mapping[str, Any]) -> Iterator[str]:
    for field, value in wanted.items():
        if field == "context":
            yield from _context_differences(value, got.get("context", {}))
        elif field == "out":
            context = got.get("context", {})
            yield from (f"{name} must stay out, got {_short(context[name])}" for name in value if name in context)
        elif field == "candidates":
            if not set(value) <= set(got.get("currency_candidates") or ()):
                yield f"candidates {value} wanted, got {got.get('currency_candidates')}, currency {got.get('currency')}"
        elif field == "digits":
            if got.get("value") != value:
                yield f"digits {value!r} wanted, got {got.get('value')!r}"
        elif not _agree(field, value, got.get(field)):
            yield f"{field} {value!r} wanted, got {got.get(field)!r}"


def _agree(field: str, value: Any, got: Any) -> bool:
    if value is False:
        return got is None
    if field in NUMBERS and got is not None:
        return Decimal(value) == Decimal(got)
    return bool(value == got)


def _context_differences(wanted: Mapping[str, Any], got: Mapping[str, Any]) -> Iterator[str]:
    for field, value in wanted.items():
        found = got.get(field)
        if field in SPANS:
            words = [value] if isinstance(value, str) else value
            if found is None or not any(_same_words(w, found["text"]) for w in words):
                yield f"{field} {value!r} wanted, got {_short(found)}"
        elif field == "when":
            if found is None or any(found.get(k) != v for k, v in value.items()):
                yield f"when {value} wanted, got {found}"
        elif found != value:
            yield f"{field} {value!r} wanted, got {found!r}"


def _same_words(wanted: str, got: str) -> bool:
    return got == wanted or (got[:1] in tuple("وفبلك") and got[1:] == wanted) or (got[:2] == "لل" and "ال" + got[2:] == wanted)


def _short(found: Any) -> str:
    return repr(found["text"]) if isinstance(found, Mapping) and "text" in found else repr(found)
