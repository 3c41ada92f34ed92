"""The claim: what leaves the pipeline, as CLAIMS.md defines it. In: dicts of fields; out: frozen models, canonical JSON.

What needs no models (ids, digits, the bytes of dicts) is in ``canonical.py``, which loads faster, and is offered here too.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal, Self

import orjson
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, TypeAdapter, ValidationError, model_validator

from .canonical import SCHEMA as SCHEMA
from .canonical import claim_id as claim_id
from .canonical import dump_dict, plain
from .canonical import source_of as source_of
from .errors import ClaimsError

Kind = Literal["money", "percent", "year", "number"]
Modifier = Literal["approx", "more", "less", "at_least", "at_most"]
Part = Literal["early", "mid", "late"]
Direction = Literal["up", "down"]
Modality = Literal["asserted", "expected", "hoped", "conditional", "denied", "reported"]


def _decimal(value: Any) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str):
        raise ValueError("a number is written as a string of digits")
    try:
        number = Decimal(value)
    except ArithmeticError:
        raise ValueError(f"not a number: {value!r}") from None
    if not number.is_finite():
        raise ValueError(f"not a finite number: {value!r}")
    return number


Amount = Annotated[Decimal, BeforeValidator(_decimal, json_schema_input_type=str), PlainSerializer(plain, return_type=str)]
YearNumber = Annotated[str, Field(pattern=r"^-?\d{1,4}$")]


class Frozen(BaseModel):
    """What cannot be changed, and has no fields but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class TextSpan(Frozen):
    """``source[start:end] == text``; offsets count code points."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    text: str


class When(Frozen):
    """The time a figure holds for: calendar years, an offset against the publication (or, anchored, the context), or both."""

    low: YearNumber | None = None
    high: YearNumber | None = None
    part: Part | None = None
    offset: int | None = None
    offset_low: int | None = None
    offset_high: int | None = None
    anchor: Literal["context"] | None = None


class Context(Frozen):
    """What a claim is about: what was measured, whose it is, of what it is a part, when, whether it is so, who says so."""

    sentence: TextSpan | None = None
    metric: TextSpan | None = None
    subject: TextSpan | None = None
    base: TextSpan | None = None
    when: When | None = None
    direction: Direction | None = None
    modality: Modality | None = None
    attributed_to: TextSpan | None = None


class _Claim(Frozen):
    """What claims of all kinds have: their words and place in the source, in code points, and a number or a range of two."""

    id: str
    kind: Kind
    text: str
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    value: Amount | None = None
    low: Amount | None = None
    high: Amount | None = None
    modifier: Modifier | None = None

    @model_validator(mode="after")
    def _one_number_or_a_range(self) -> Self:
        exact, low, high = self.value is not None, self.low is not None, self.high is not None
        if low != high or (exact and low) or not (exact or low or self._may_lack_a_number()):
            raise ValueError("a claim has either value, or low and high")
        return self

    def _may_lack_a_number(self) -> bool:
        return False


class Money(_Claim):
    """An amount. ``currency`` and how it is known, or ``currency_candidates`` where nothing settles it; ``elided``: it is not
    written with this amount; ``per``: what the amount is a rate for."""

    kind: Literal["money"]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    currency_from: Literal["stated", "context", "default"] | None = None
    currency_candidates: tuple[str, ...] | None = None
    elided: Literal[True] | None = None
    per: str | None = None
    context: Context


class Percent(_Claim):
    """A percentage or a number of points; ``direction`` when it is the size of a rise or a fall."""

    kind: Literal["percent"]
    unit: Literal["percent", "percentage_point", "basis_point"]
    direction: Direction | None = None
    elided: Literal[True] | None = None
    context: Context


class Year(_Claim):
    """A calendar year or span of years; a relative one has ``offset`` (or ``offset_low`` and ``offset_high``), and its
    ``value`` (or ``low`` and ``high``) only when the publication year is known."""

    kind: Literal["year"]
    offset: int | None = None
    offset_low: int | None = None
    offset_high: int | None = None
    anchor: Literal["context"] | None = None
    calendar: Literal["hijri"] | None = None
    gregorian_low: YearNumber | None = None
    gregorian_high: YearNumber | None = None
    part: Part | None = None
    context: Context

    def _may_lack_a_number(self) -> bool:
        return self.offset is not None or self.offset_low is not None


class Number(_Claim):
    """A number that is none of the others, on request only."""

    kind: Literal["number"]
    context: Context


Claim = Annotated[Money | Percent | Year | Number, Field(discriminator="kind")]
CLAIMS: TypeAdapter[tuple[Claim, ...]] = TypeAdapter(tuple[Claim, ...])


class Source(Frozen):
    """The text that claims are of: the hash of its UTF-8 bytes, its length in code points, and what is known of it."""

    path: str
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    characters: Annotated[int, Field(ge=0)]
    published: str | None = None
    region: str | None = None


class Document(Frozen):
    """One source text's claims, in the form of ``build/claims/*.claims.json`` and ``fixtures/*.claims.json``."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True)

    schema_: Annotated[Literal["claims/1"], Field(alias="schema")] = "claims/1"
    source: Source
    claims: tuple[Claim, ...]


def claim_dict(claim: Claim) -> dict[str, Any]:
    """A claim as the plain dict that the JSON has: field order kept, absent fields left out, numbers as strings."""
    return claim.model_dump(mode="json", exclude_none=True)


def dump(document: Document | dict[str, Any]) -> bytes:
    """Canonical bytes: UTF-8, two-space indent, field order, no absent fields, sorted claims, one trailing newline."""
    if isinstance(document, dict):
        return dump_dict(document)
    return dump_dict(document.model_dump(mode="json", exclude_none=True, by_alias=True))


def load(data: bytes, name: str) -> Document:
    """A claims file back as a document. Raises ClaimsError naming the file and the first bad field."""
    document = None
    try:
        document = orjson.loads(data)
        return Document.model_validate(document)
    except orjson.JSONDecodeError as error:
        where = f"{name}:{error.lineno}:{error.colno}"
        raise ClaimsError(f"{where}: not JSON: {error.msg}; restore the file from git or mend the line") from None
    except ValidationError as error:
        place, fault = first_fault(error)
        raise ClaimsError(f"{name}: {_told(place, document)}: {fault}; mend the field ({error.error_count()} in all)") from None


def _told(place: tuple[int | str, ...], document: Any) -> str:
    """A field as a reader finds it: of a claim with the id, and without the kind, by which the model was chosen."""
    if place[:1] != ("claims",) or len(place) < 2:
        return ".".join(map(str, place)) or "document"
    claim = document["claims"][place[1]]
    named = f" ({claim['id']})" if isinstance(claim, dict) and isinstance(claim.get("id"), str) else ""
    return ".".join(map(str, (*place[:2], *place[3:]))) + named


def first_fault(error: ValidationError) -> tuple[tuple[int | str, ...], str]:
    """Where the first bad field stands, from the outermost in, and what is wrong with it."""
    first = error.errors()[0]
    return first["loc"], first["msg"].removeprefix("Value error, ")
