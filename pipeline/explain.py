"""How each claim of a text was read, in words. In: a text; out: lines to print.

The numbers, the rule that made the claim, how its currency was settled, and for each field of context why it was chosen, or why
what was found for it is left out.
"""

from __future__ import annotations

from datetime import date
from decimal import localcontext
from typing import Any

from .context.why import Why
from .emit import CONTEXT, ORDER, Emitter
from .extractors.base import Mention, View
from .flow import mentions_of
from .numbers.digits import EXACT
from .report.place import isolate, visible

# told with the field that it settles
BESIDE = frozenset(("currency_from",))


def explain(text: str, published: date | None = None, region: str | None = None) -> str:
    """The derivation of every claim, a block of lines each; ``no claims`` where there is none."""
    views, found = mentions_of(text, region)
    emitter = Emitter(views, published)
    why: dict[Mention, Why] = {}
    if emitter.context is not None:
        emitter.context.why = why
    blocks = []
    for view, mentions in found:
        with localcontext(EXACT):
            claims = emitter.claims(view, mentions)
        for mention, claim in zip(mentions, claims, strict=True):
            blocks.append("\n".join(_block(view, mention, claim, why.get(mention, Why({}, {})))))
    return "\n\n".join(blocks) or "no claims"


def _block(view: View, mention: Mention, claim: dict[str, Any], why: Why) -> list[str]:
    lines = [f"{claim['kind']} {isolate(visible(claim['text']))} [{claim['start']}:{claim['end']}]", f"  rule: {mention.rule}"]
    lines += [f"  number: {_number(view, mention, claim)}"]
    for name in ORDER[claim["kind"]]:
        if name in claim and name not in BESIDE:
            origin = f" ({claim['currency_from']})" if name == "currency" and "currency_from" in claim else ""
            value = claim[name]
            lines.append(f"  {name}: {', '.join(value) if isinstance(value, list) else value}{origin}")
    for name, reason in why.told.items():
        value = claim["context"][name]
        shown = isolate(visible(value["text"])) if isinstance(value, dict) and "text" in value else _flat(value)
        lines.append(f"  {name}: {shown} — {reason}")
    left = [name for name in CONTEXT if name in why.left and name not in why.told]
    lines += [f"  {name}: left out — {why.left[name]}" for name in left]
    return lines


def _number(view: View, mention: Mention, claim: dict[str, Any]) -> str:
    number = mention.number
    read = claim.get("value") or (f"{claim['low']} … {claim['high']}" if "low" in claim else "by its distance")
    if number is None:
        return read
    return f"{isolate(visible(view.source(number.i, number.j)))} = {number.value:f}" + (
        f", so {read}" if f"{number.value:f}" != read else ""
    )


def _flat(value: Any) -> str:
    return ", ".join(f"{key} {item}" for key, item in value.items()) if isinstance(value, dict) else str(value)
