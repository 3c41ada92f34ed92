"""A card for each claim: value, unit, context, and how fixture and extraction differ. In: a Difference; out: HTML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..canonical import SPANS
from ..claims import Claim, claim_dict
from .difference import Difference
from .figures import figure
from .html import Child, Html, tag
from .place import Place
from .words import Words


def card(row: Difference, number: int, at: Place, words: Words, extra: Child = None) -> Html:
    """An ``<article>`` that the keys can move to; ``extra`` goes at its end."""
    claim = row.claim
    head = tag(
        "header",
        tag("span", words(f"kind.{claim.kind}"), class_="badge kind"),
        tag("span", words(f"status.{row.status}"), class_=f"badge status s-{row.status}"),
        tag(
            "a",
            words("line"),
            " ",
            tag("bdi", f"{at.line}:{at.column}", dir="ltr"),
            href=f"#m{number}",
            class_="to-text",
            **words.labelled("to_text"),
        ),
    )
    shown_claim = row.extracted or claim
    body = [
        tag("p", claim.text, class_="claim-words", id=f"w{number}", dir="rtl", lang="ar"),
        tag("p", figure(claim_dict(shown_claim), words), class_="figure"),
        changes(row, words) if row.status == "changed" else None,
        context_list(shown_claim, words),
    ]
    return tag(
        "article",
        head,
        body,
        extra,
        id=f"c{number}",
        class_=f"card k-{claim.kind} s-{row.status}",
        tabindex="-1",
        data_n=number,
        data_kind=claim.kind,
        data_status=row.status,
        aria_labelledby=f"w{number}",
    )


def context_list(claim: Claim, words: Words) -> Html | None:
    """The context as a list of terms, None where there is none."""
    context = claim_dict(claim)["context"]
    rows = [(words.field(name), shown(name, context[name], words)) for name in (*SPANS, "when", "modality") if name in context]
    if "direction" in context:
        rows.append((words.field("context.direction"), shown("direction", context["direction"], words)))
    return tag("dl", [tag("div", tag("dt", term), tag("dd", value)) for term, value in rows]) if rows else None


def shown(name: str, value: Any, words: Words) -> Html:
    """The value of one field, in its own direction; an absent one says so."""
    if value is None:
        return tag("span", words("absent"), class_="absent")
    if isinstance(value, Mapping):
        return _when(value, words) if "text" not in value else tag("bdi", str(value["text"]), lang="ar", dir="auto")
    if isinstance(value, bool):
        return tag("span", words.value("yes"))
    if isinstance(value, list | tuple):
        return tag("bdi", " / ".join(map(str, value)), dir="ltr")
    free = name.rpartition(".")[2] in ("value", "low", "high", "per")
    return tag("bdi", str(value) if free else words.value(str(value)), dir="auto")


def _when(when: Mapping[str, Any], words: Words) -> Html:
    low, high = when.get("low"), when.get("high")
    years = low if low == high else f"{low}–{high}"
    offset = when.get("offset")
    parts: list[Child] = [words.value(when["part"]), " "] if "part" in when else []
    if low:
        parts.append(tag("bdi", str(years), dir="ltr"))
    if offset is not None:
        parts += [" ", tag("bdi", f"({offset:+d})", dir="ltr", class_="offset")]
    if "offset_low" in when:
        parts += [" ", tag("bdi", f"({when['offset_low']:+d}…{when.get('offset_high', 0):+d})", dir="ltr", class_="offset")]
    if "anchor" in when:
        parts += [" · ", words("of_context")]
    return tag("span", parts)


def changes(row: Difference, words: Words) -> Html:
    """The fields that differ: fixture beside extraction."""
    head = tag("tr", [tag("th", words(key), scope="col") for key in ("field", "fixture", "extracted")])
    lines = [
        tag(
            "tr",
            tag("th", words.field(change.field), scope="row"),
            tag("td", shown(change.field, change.fixture, words), class_="was"),
            tag("td", shown(change.field, change.extracted, words), class_="now"),
        )
        for change in row.fields
    ]
    return tag("table", tag("thead", head), tag("tbody", lines), class_="changes")
