"""Extracted claims against a hand-checked fixture. In: two documents; out: what is missing, unexpected, changed, what agrees.

When the text was edited since (another sha256), offsets say nothing: a claim that only moved is no difference.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from .claims import Claim, Document, TextSpan, claim_dict, load
from .errors import ClaimsError
from .pairing import pair, place

KINDS = ("money", "percent", "year", "relative year", "number")
# A claim is right when these agree; the other fields are counted one by one.
READING = frozenset({"value", "low", "high", "currency", "unit", "offset", "offset_low", "offset_high", "calendar"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that differs; values as the claims JSON has them, None where the field is absent."""

    field: str
    fixture: object | None
    extracted: object | None


@dataclass(frozen=True, slots=True)
class Change:
    """A pair that differs. ``moved``: the text was edited and the claim stands elsewhere, which by itself is no difference."""

    fixture: Claim
    extracted: Claim
    fields: tuple[FieldChange, ...]
    moved: bool

    @property
    def right(self) -> bool:
        return not any(change.field in READING for change in self.fields)


@dataclass(frozen=True, slots=True)
class KindScore:
    """Counts of one kind: claims in the fixture, claims extracted, and pairs that are read the same."""

    kind: str
    fixture: int
    extracted: int
    right: int

    @property
    def precision(self) -> Decimal:
        return _share(self.right, self.extracted)

    @property
    def recall(self) -> Decimal:
        return _share(self.right, self.fixture)

    @property
    def f1(self) -> Decimal:
        return _share(2 * self.right, self.fixture + self.extracted)


@dataclass(frozen=True, slots=True)
class FieldScore:
    """How often one field agrees, among the pairs where either side has it."""

    field: str
    agree: int
    total: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole difference between a fixture and what was extracted; ``same`` holds the fixture's claims."""

    missing: tuple[Claim, ...]
    unexpected: tuple[Claim, ...]
    changed: tuple[Change, ...]
    same: tuple[Claim, ...]

    @property
    def equal(self) -> bool:
        return not (self.missing or self.unexpected or self.changed)

    def scores(self) -> tuple[KindScore, ...]:
        """One row a kind that occurs, in the order of KINDS, relative years apart."""
        paired = Counter(kind_of(claim) for claim in (*self.same, *(change.fixture for change in self.changed)))
        missing, unexpected = Counter(map(kind_of, self.missing)), Counter(map(kind_of, self.unexpected))
        wrong = Counter(kind_of(change.fixture) for change in self.changed if not change.right)
        rows = (KindScore(k, paired[k] + missing[k], paired[k] + unexpected[k], paired[k] - wrong[k]) for k in KINDS)
        return tuple(row for row in rows if row.fixture or row.extracted)

    def agreement(self) -> tuple[FieldScore, ...]:
        """One row a field, in the order in which claims have them."""
        total: Counter[str] = Counter()
        differ: Counter[str] = Counter()
        for claim in self.same:
            total.update(flatten(claim).keys())
        for change in self.changed:
            total.update(flatten(change.fixture).keys() | flatten(change.extracted).keys())
            differ.update(field.field for field in change.fields)
        return tuple(FieldScore(name, total[name] - differ[name], total[name]) for name in sorted(total, key=_field_order))


def compare(fixture: Document, extracted: Document) -> Comparison:
    """Pairs the claims of two documents and tells what differs."""
    edited = fixture.source.sha256 != extracted.source.sha256
    pairs, missing, unexpected = pair(fixture.claims, extracted.claims, edited)
    same: list[Claim] = []
    changed: list[Change] = []
    for wanted, got in pairs:
        moved = edited and (wanted.start, wanted.end) != (got.start, got.end)
        fields = _differences(wanted, got, offsets=not edited)
        if fields:
            changed.append(Change(wanted, got, fields, moved))
        else:
            same.append(wanted)
    return Comparison(
        tuple(sorted(missing, key=place)),
        tuple(sorted(unexpected, key=place)),
        tuple(sorted(changed, key=lambda change: place(change.fixture))),
        tuple(sorted(same, key=place)),
    )


def kind_of(claim: Claim) -> str:
    """The kind as the figures count it: relative years apart from calendar years."""
    relative = claim.kind == "year" and (claim.offset is not None or claim.offset_low is not None)
    return "relative year" if relative else claim.kind


def flatten(claim: Claim) -> dict[str, Any]:
    """The fields of a claim that can differ, as one level: ``value``, ``currency``, ``context.metric``; the id is no reading."""
    fields = claim_dict(claim)
    context = fields.pop("context", {})
    span = {"start": fields.pop("start"), "end": fields.pop("end"), "text": fields.pop("text")}
    del fields["id"], fields["kind"]
    return {"text": span, **fields, **{f"context.{name}": value for name, value in context.items()}}


def show(value: object | None) -> str:
    """A field's value for a line of text: a span by its words and offsets, an absent one by a dash."""
    if value is None:
        return "–"
    if isinstance(value, dict):
        if "text" in value:
            return f"«{' '.join(value['text'].split())}» [{value['start']}:{value['end']}]"
        return ", ".join(f"{name} {part}" for name, part in value.items())
    return ", ".join(value) if isinstance(value, list | tuple) else str(value)


def read_fixture(path: Path) -> Document:
    """A fixture (or any claims file) from disk. Raises ClaimsError when it is missing, unreadable or not valid."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise ClaimsError(f"{path}: no such claims file; `tadqiq new` starts a fixture, `tadqiq extract` writes claims") from None
    except OSError as error:
        raise ClaimsError(f"{path}: cannot be read: {error.strerror}; check the path and its permissions") from None
    return load(data, str(path))


def check_source(document: Document, name: str, text: str, sha256: str, text_name: str) -> None:
    """Raises ClaimsError when a claims file belongs to another text, or a span in it does not slice back to its words."""
    if document.source.sha256 != sha256:
        raise ClaimsError(
            f"{name}: source.sha256: {document.source.sha256[:12]}… is of another text than {text_name} ({sha256[:12]}…); "
            "restore the text, or take the fixture over to the new one in `tadqiq review`"
        )
    for number, claim in enumerate(document.claims):
        spans = [("", TextSpan(start=claim.start, end=claim.end, text=claim.text))]
        spans += [(f".context.{field}", span) for field, span in claim.context if isinstance(span, TextSpan)]
        for field, span in spans:
            if text[span.start : span.end] != span.text or span.end > len(text):
                where = f"{name}: claims.{number}{field} ({claim.id})"
                raise ClaimsError(f"{where}: {text_name}[{span.start}:{span.end}] is not {span.text!r}; mend the offsets")


def _share(part: int, whole: int) -> Decimal:
    return Decimal(part) / Decimal(whole) if whole else Decimal(0)


def _field_order(name: str) -> tuple[bool, int, str]:
    first = ("text", "value", "low", "high", "currency", "unit", "context.sentence")
    return name.startswith("context."), first.index(name) if name in first else len(first), name


def _differences(wanted: Claim, got: Claim, *, offsets: bool) -> tuple[FieldChange, ...]:
    a, b = flatten(wanted), flatten(got)
    names = sorted(a.keys() | b.keys(), key=_field_order)
    changes = [
        FieldChange(name, a.get(name), b.get(name))
        for name in names
        if _comparable(a.get(name), offsets) != _comparable(b.get(name), offsets)
    ]
    # The id follows from the words and the sentence: it is told only where these agree and it does not.
    if wanted.id != got.id and not any(change.field in ("text", "context.sentence") for change in changes):
        changes.append(FieldChange("id", wanted.id, got.id))
    return tuple(changes)


def _comparable(value: Any, offsets: bool) -> Any:
    return value["text"] if not offsets and isinstance(value, dict) and "text" in value else value
