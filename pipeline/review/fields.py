"""A claim out of a form. In: the form's flat values; out: the nested dict of the claims JSON.

A span is {start, end}, its words come from the source.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..canonical import KINDS
from ..fields import FIELDS, Field
from .problem import DecisionError
from .typed import decimal, digits


def nested(form: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The claim's fields without id and sentence. Raises DecisionError naming the field."""
    kind = form.get("kind")
    if kind not in KINDS:
        raise DecisionError("kind", "kind")
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


def _value(field: Field, value: Any, text: str) -> Any:
    """A field of the form as the claim has it, None where it is empty. Raises DecisionError."""
    if value in (None, "", [], False):
        return None
    if field.input == "span":
        if not isinstance(value, Mapping):
            raise DecisionError(field.name, "request", detail="a span has start and end")
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
        return decimal(field.name, plain)
    return plain.upper() if field.name == "currency" else plain


def offsets(name: str, value: Mapping[str, Any], text: str) -> tuple[int, int]:
    """``start`` and ``end`` of a span within the text. Raises DecisionError naming the field."""
    start, end = _integer(name, value.get("start")), _integer(name, value.get("end"))
    if not 0 <= start < end <= len(text):
        raise DecisionError(name, "span", start=start, end=end, size=len(text))
    return start, end


def _integer(name: str, value: Any) -> int:
    try:
        return int(digits(str(value)))
    except ValueError:
        raise DecisionError(name, "whole", value=value) from None
