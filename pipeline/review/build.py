"""A decided claim in full: sentence, id, canonical fields. In: a form and the source; out: dicts of the claims JSON."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from ..canonical import in_order
from ..claims import CLAIMS, Claim, TextSpan, claim_dict, claim_id, first_fault
from ..fields import FIELDS
from ..text.normalize import normalize
from ..text.sentences import Sentences
from .fields import nested
from .problem import DecisionError

ClaimFields = dict[str, Any]


def built(form: Mapping[str, Any], text: str, known: Iterable[TextSpan]) -> ClaimFields:
    """The claim that a form describes, with its sentence; ``identified`` gives its id. Raises DecisionError naming the field."""
    fields = nested(form, text)
    start, end = fields["start"], fields["end"]
    fields["context"] = {"sentence": sentence_at(text, start, end, known), **fields["context"]}
    return checked({"id": f"{fields['kind']}-00000000", **fields})


def checked(fields: ClaimFields) -> ClaimFields:
    """The same claim with its fields in canonical order. Raises DecisionError naming the first bad field."""
    try:
        (claim,) = CLAIMS.validate_python((fields,))
    except ValidationError as error:
        loc, fault = first_fault(error)
        place = ".".join(str(part) for part in loc if part not in (0, fields["kind"]))
        raise _refused(place, fault, error.errors()[0]) from None
    return claim_dict(claim)


def _refused(place: str, fault: str, details: Mapping[str, Any]) -> DecisionError:
    """What is wrong with a field in the reviewer's words."""
    field = next((field for field in FIELDS if field.name == place), None)
    if not place:
        return DecisionError("value", "one_number")
    if details["type"] == "missing":
        return DecisionError(place, "missing")
    if place == "currency":
        return DecisionError(place, "currency", value=details["input"])
    if field is None or not (field.decimal or field.input == "choice"):
        return DecisionError(place, "other", detail=fault)
    kind = "choice" if field.input == "choice" else "number" if place in ("value", "low", "high") else "year"
    return DecisionError(place, kind, value=details["input"])


def sentence_at(text: str, start: int, end: int, known: Iterable[TextSpan]) -> dict[str, Any]:
    """The sentence around a span: one that a claim already has, else as the extractor divides the text."""
    for span in known:
        if span.start <= start and end <= span.end and text[span.start : span.end] == span.text:
            return span.model_dump()
    normal = normalize(text)
    sentences = Sentences(normal.text)
    for index in range(len(sentences.ends)):
        low, high = sentences.bounds(index)
        first, last = normal.to_raw(low, high) if low < high else (0, 0)
        if first <= start < last:
            last = max(last, end)
            return {"start": first, "end": last, "text": text[first:last]}
    return {"start": start, "end": end, "text": text[start:end]}


def sentences_of(claims: Iterable[Claim]) -> list[TextSpan]:
    """The sentences that claims have, once each."""
    return list(dict.fromkeys(claim.context.sentence for claim in claims if claim.context.sentence))


def identified(claims: Sequence[ClaimFields], touched: Sequence[ClaimFields]) -> list[ClaimFields]:
    """The claims in order, ids given anew to the ``touched`` ones and to their equals; the other ids stay as they are."""
    groups = {_group(claim) for claim in touched}
    seen: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    result = []
    for claim in in_order(list(claims)):
        group = _group(claim)
        if group in groups:
            result.append({**claim, "id": claim_id(*group, seen[group])})
            seen[group] += 1
        else:
            result.append(claim)
    return result


def _group(claim: ClaimFields) -> tuple[str, str, str]:
    return claim["kind"], claim["text"], claim["context"].get("sentence", {}).get("text", "")
