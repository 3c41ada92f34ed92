"""The way from text to claims, in one place: normalize, find sentences, read numbers, extract, resolve, put in context, emit."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any

from .emit import Emitter
from .extractors import EXTRACTORS
from .extractors.base import Free, Mention, View
from .extractors.elided import elided
from .numbers.settle import Settle
from .resolve import Resolver
from .text.normalize import normalize
from .text.sentences import Sentences

if TYPE_CHECKING:
    from .claims import Claim

KINDS = ("money", "percent", "year", "number")
DEFAULT_KINDS = ("money", "percent", "year")


def claim_dicts(
    text: str, *, published: date | str | None = None, region: str | None = None, kinds: Collection[str] = DEFAULT_KINDS, context: bool = True
) -> list[dict[str, Any]]:
    """JSON-ready dicts."""
    page = normalize(text)
    sentences = Sentences(page.text)
    settle = Settle(page.text)
    found: list[tuple[View, Free, list[Mention]]] = []
    for index in range(len(sentences.ends)):
        start, end = sentences.bounds(index)
        if start == end:
            continue
        view = View(page, start, end, index, settle)
        free = Free(len(view.tokens))
        mentions: list[Mention] = []
        for _, extractor in EXTRACTORS:
            mentions += extractor(view, free)
        if view.numbers or mentions:
            found.append((view, free, mentions))
    elided(found)
    for _, _, mentions in found:
        mentions.sort(key=lambda mention: mention.start)
    Resolver(page, region).resolve([mention for _, _, mentions in found for mention in mentions])
    emitter = Emitter(page, published)
    return [claim for view, _, mentions in found for claim in emitter.claims(view, mentions) if claim["kind"] in kinds]


def extract(
    text: str, *, published: date | str | None = None, region: str | None = None, kinds: Collection[str] = DEFAULT_KINDS, context: bool = True
) -> tuple[Claim, ...]:
    """Claims."""
    from .claims import CLAIMS

    return CLAIMS.validate_python(claim_dicts(text, published=published, region=region, kinds=kinds, context=context))
