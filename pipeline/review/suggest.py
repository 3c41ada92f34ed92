"""What a selection probably says, to fill the form with. In: a source and a span; out: fields of a claim on exactly that span."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..canonical import KINDS
from ..fields import flat
from ..flow import claim_dicts
from ..sources import SourceText
from .fields import offsets


def suggestion(source: SourceText, span: Mapping[str, Any]) -> dict[str, Any] | None:
    """A claim that the extractor finds in the selected words, alone or in their document, as the form has it; else None."""
    start, end = offsets("text", span, source.text)
    whole = claim_dicts(source.text, published=source.published, region=source.region, kinds=KINDS)
    inside = [claim for claim in whole if start < claim["end"] and claim["start"] < end]
    if not inside:
        alone = claim_dicts(source.text[start:end], published=source.published, region=source.region, kinds=KINDS)
        inside = [{**claim, "context": {}} for claim in alone[:1]]
    if not inside:
        return None
    best = max(inside, key=lambda claim: (min(claim["end"], end) - max(claim["start"], start), KINDS[::-1].index(claim["kind"])))
    fields = flat(best)
    for name in ("id", "text", "context.sentence"):
        fields.pop(name, None)
    return {**fields, "start": start, "end": end}
