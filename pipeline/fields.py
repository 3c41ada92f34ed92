"""The fields of a claim as one level, for forms and tables: ``context.when.low`` is ``low`` of ``when`` of ``context``.

In: claims as dicts of the JSON; out: flat dicts, and what is to be known of each field.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from .canonical import KINDS
from .claims import Direction, Modality, Modifier, Part

Input = Literal["text", "number", "choice", "span", "check", "codes"]


@dataclass(frozen=True, slots=True)
class Field:
    """``kinds``: of the claims that have it; ``input``: how it is entered; ``decimal``: its digits may be Arabic; ``rare``: in
    the part of the form that is closed at first."""

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
