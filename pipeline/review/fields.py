"""The fields of a claim as a form has them. In: the form's flat values; out: the nested dict of the claims JSON.

``context.when.low`` is the field ``low`` of ``when`` of ``context``; a span is {start, end}, its words come from the source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from ..canonical import KINDS
from ..claims import Direction, Modality, Modifier, Part
from .problem import DecisionError

Input = Literal["text", "number", "choice", "span", "check", "codes"]


@dataclass(frozen=True, slots=True)
class Field:
    """``decimal``: its digits may be Arabic; ``rare``: in the part of the form that is closed at first."""

    name: str
    kinds: tuple[str, ...]
    input: Input = "text"
    choices: tuple[str, ...] = ()
    rare: bool = False
    decimal: bool = False


YEAR, MONEY = ("year",), ("money",)
FIELDS = (
    Field("value", KINDS, decimal=True),
    Field("low", KINDS, decimal=True),
    Field("high", KINDS, decimal=True),
    Field("modifier", KINDS, "choice", get_args(Modifier)),
    Field("currency", MONEY),
    Field("per", MONEY),
    Field("currency_from", MONEY, "choice", ("stated", "context", "default"), rare=True),
    Field("currency_candidates", MONEY, "codes", rare=True),
    Field("unit", ("percent",), "choice", ("percent", "percentage_point", "basis_point")),
    Field("direction", ("percent",), "choice", get_args(Direction)),
    Field("elided", ("money", "percent"), "check", rare=True),
    Field("part", YEAR, "choice", get_args(Part)),
    Field("offset", YEAR, "number"),
    Field("offset_low", YEAR, "number", rare=True),
    Field("offset_high", YEAR, "number", rare=True),
    Field("anchor", YEAR, "choice", ("context",), rare=True),
    Field("calendar", YEAR, "choice", ("hijri",), rare=True),
    Field("gregorian_low", YEAR, rare=True, decimal=True),
    Field("gregorian_high", YEAR, rare=True, decimal=True),
    Field("context.metric", KINDS, "span"),
    Field("context.subject", KINDS, "span"),
    Field("context.base", ("percent",), "span"),
    Field("context.attributed_to", KINDS, "span"),
    Field("context.modality", KINDS, "choice", get_args(Modality)),
    Field("context.direction", KINDS, "choice", get_args(Direction)),
    Field("context.when.low", KINDS, decimal=True),
    Field("context.when.high", KINDS, decimal=True),
    Field("context.when.part", KINDS, "choice", get_args(Part), rare=True),
    Field("context.when.offset", KINDS, "number", rare=True),
    Field("context.when.offset_low", KINDS, "number", rare=True),
    Field("context.when.offset_high", KINDS, "number", rare=True),
    Field("context.when.anchor", KINDS, "choice", ("context",), rare=True),
)

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫−", "01234567890123456789.-")


def nested(form: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The claim's fields without id and sentence. Raises DecisionError naming the field."""
    kind = form.get("kind")
    if kind not in KINDS:
        raise DecisionError("kind", "choose one of the kinds")
    start, end = offsets("text", form, text)
    claim: dict[str, Any] = {"kind": kind, "text": text[start:end], "start": start, "end": end, "context": {}}
    for field in FIELDS:
        if kind in field.kinds and (value := _value(field, form.get(field.name), text)) is not None:
            place = claim
            *path, last = field.name.split(".")
            for step in path:
                place = place.setdefault(step, {})
            place[last] = value
    return claim


def flat(claim: Mapping[str, Any]) -> dict[str, Any]:
    """A claim of the JSON as the form has it.

    >>> flat({"kind": "year", "start": 0, "end": 4, "context": {"when": {"low": "2024"}}})
    {'kind': 'year', 'start': 0, 'end': 4, 'context.when.low': '2024'}
    """
    context = dict(claim.get("context", {}))
    when = context.pop("when", {})
    found = {key: value for key, value in claim.items() if key != "context"}
    found |= {f"context.{key}": value for key, value in context.items()}
    return found | {f"context.when.{key}": value for key, value in when.items()}


def _value(field: Field, value: Any, text: str) -> Any:
    """A field of the form as the claim has it, None where it is empty. Raises DecisionError."""
    if value in (None, "", [], False):
        return None
    if field.input == "span":
        if not isinstance(value, Mapping):
            raise DecisionError(field.name, "a span has start and end")
        start, end = offsets(field.name, value, text)
        return {"start": start, "end": end, "text": text[start:end]}
    if field.input == "check":
        return True
    if field.input == "number":
        return _integer(field.name, value)
    if field.input == "codes":
        return [code.strip().upper() for code in str(value).replace("،", ",").replace("/", ",").split(",") if code.strip()]
    plain = str(value).strip()
    if field.decimal:
        return plain.translate(_DIGITS)
    return plain.upper() if field.name == "currency" else plain


def offsets(name: str, value: Mapping[str, Any], text: str) -> tuple[int, int]:
    """``start`` and ``end`` of a span within the text. Raises DecisionError naming the field."""
    start, end = _integer(name, value.get("start")), _integer(name, value.get("end"))
    if not 0 <= start < end <= len(text):
        raise DecisionError(name, f"{start}–{end} is no span of the {len(text)} characters of the text; select it again")
    return start, end


def _integer(name: str, value: Any) -> int:
    try:
        return int(str(value).strip().translate(_DIGITS))
    except ValueError:
        raise DecisionError(name, f"{value!r} is no whole number") from None
