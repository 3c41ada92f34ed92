"""Mentions in, claims as JSON-ready dicts out: offsets in the source, fields in the order of CLAIMS.md, ids."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

from .canonical import claim_id, plain
from .context.build import ContextBuilder
from .context.link import link
from .extractors.base import Mention, View
from .extractors.calendar import gregorian_years
from .extractors.views import Views
from .text.charmap import TATWEEL

ORDER: Final = {
    "money": ("modifier", "currency", "currency_from", "currency_candidates", "elided", "per"),
    "percent": ("modifier", "unit", "direction", "elided"),
    "year": ("modifier", "offset", "offset_low", "offset_high", "anchor", "calendar", "gregorian_low", "gregorian_high", "part"),
    "number": ("modifier",),
}
CONTEXT: Final = ("metric", "subject", "base", "when", "direction", "modality", "attributed_to")


class Emitter:
    """Writes the claims of one document; remembers how often the same words stood in the same sentence."""

    def __init__(self, views: Views, published: date | str | None, context: bool = True) -> None:
        self.context = ContextBuilder(views) if context else None
        self.page = views.page
        self.year = int(str(published)[:4]) if published else None
        self.seen: dict[tuple[str, str, str], int] = {}

    def claims(self, view: View, mentions: list[Mention]) -> list[dict[str, Any]]:
        """The claims of one sentence's mentions, in their order."""
        sentence = self.span(view.start, view.end)
        if self.page.raw[sentence["end"] : sentence["end"] + 1] == TATWEEL:  # of a هـ at its end
            sentence = {**sentence, "end": sentence["end"] + 1, "text": sentence["text"] + TATWEEL}
        for place, mention in enumerate(mentions):
            link(view, mention, mentions[:place])
            if mention.kind == "year":
                self._dated(mention, mention.fields)
        contexts = self.context.sentence(view, mentions) if self.context is not None else [{} for _ in mentions]
        return [self._claim(mention, sentence, found) for mention, found in zip(mentions, contexts, strict=True)]

    def span(self, start: int, end: int) -> dict[str, Any]:
        """A span of the normalized text as the source has it."""
        raw_start, raw_end = self.page.to_raw(start, end)
        return {"start": raw_start, "end": raw_end, "text": self.page.raw[raw_start:raw_end]}

    def _claim(self, mention: Mention, sentence: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
        """One mention as a claim, its fields in the order of CLAIMS.md; ``found``: its context, spans in the normalized text."""
        kind = mention.kind
        start, end = self.page.to_raw(mention.start, mention.end)
        if mention.fields.get("calendar") == "hijri" and self.page.raw[end : end + 1] == TATWEEL:
            end += 1  # هـ is written with its stroke
        text = self.page.raw[start:end]
        key = (kind, text, sentence["text"])
        ordinal = self.seen[key] = self.seen.get(key, -1) + 1
        claim: dict[str, Any] = {
            "id": claim_id(kind, text, sentence["text"], ordinal),
            "kind": kind,
            "text": text,
            "start": start,
            "end": end,
        }
        fields = mention.fields
        claim.update(_numbers(mention.low, mention.high))
        for name in ORDER[kind]:
            value = fields.get(name)
            if value is not None:
                claim[name] = value
        context: dict[str, Any] = {"sentence": sentence}
        for name in CONTEXT:
            value = found.get(name)
            if value is not None:
                context[name] = self.span(*value) if type(value) is tuple else value
        claim["context"] = context
        return claim

    def _dated(self, mention: Mention, fields: dict[str, Any]) -> None:
        """What the calendar adds: Gregorian years of a Hijri one, the year of a relative one when the publication is known."""
        if fields.get("calendar") == "hijri" and mention.low is not None:
            fields["gregorian_low"] = str(gregorian_years(int(mention.low))[0])
            fields["gregorian_high"] = str(gregorian_years(int(mention.high if mention.high is not None else mention.low))[1])
        if self.year is None or "anchor" in fields:
            return
        if "offset" in fields:
            mention.low = Decimal(self.year + fields["offset"])
        elif "offset_low" in fields:
            mention.low, mention.high = Decimal(self.year + fields["offset_low"]), Decimal(self.year + fields["offset_high"])


def _numbers(low: Decimal | None, high: Decimal | None) -> dict[str, str]:
    if low is None:
        return {}
    return {"value": plain(low)} if high is None else {"low": plain(low), "high": plain(high)}
