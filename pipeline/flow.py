"""The way from text to claims, in one place: normalize, find sentences, read numbers, extract, resolve, put in context, emit."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from .emit import Emitter
from .extractors import EXTRACTORS
from .extractors.base import Free, Mention, View
from .extractors.elided import elided
from .extractors.number import numbers
from .extractors.views import Views
from .prescan import SURE, Found, find_sentences, promising
from .resolve import Resolver
from .text.normalize import normalize

if TYPE_CHECKING:
    from .claims import Claim

KINDS = ("money", "percent", "year", "number")
DEFAULT_KINDS = ("money", "percent", "year")


def claim_dicts(
    text: str,
    *,
    published: date | str | None = None,
    region: str | None = None,
    kinds: Collection[str] = DEFAULT_KINDS,
    context: bool = True,
) -> list[dict[str, Any]]:
    """JSON-ready dicts."""
    page = normalize(text)
    sentences, worth = find_sentences(page.text, "number" in kinds)
    if sentences is None:
        return []
    return _claims(Views(page, sentences), worth, published, region, kinds, context)


def parse_everything(
    text: str,
    *,
    published: date | str | None = None,
    region: str | None = None,
    kinds: Collection[str] = DEFAULT_KINDS,
    context: bool = True,
) -> list[dict[str, Any]]:
    """What :func:`claim_dicts` gives, without its scan for triggers: slow, and the measure of what the scan may leave out."""
    views = Views(normalize(text))
    return _claims(views, [Found(index, SURE) for index in range(len(views))], published, region, kinds, context)


def _claims(
    views: Views, worth: list[Found], published: date | str | None, region: str | None, kinds: Collection[str], context: bool
) -> list[dict[str, Any]]:
    """The claims of the sentences that are worth a look, ascending."""
    found: list[tuple[int, Free, list[Mention]]] = []
    every = "number" in kinds
    elided(_parsed(views, worth, every, found))
    for index, free, mentions in found:
        view = views[index] if every else None
        if view is not None:
            mentions.extend(numbers(view, free))
        mentions.sort(key=lambda mention: mention.start)
    if not any(mentions for _, _, mentions in found):
        return []
    Resolver(views.page, region).resolve([mention for _, _, mentions in found for mention in mentions])
    emitter = Emitter(views, published, context)
    claims: list[dict[str, Any]] = []
    for index, _, mentions in found:
        view = views[index] if mentions else None
        if view is not None:
            claims += [claim for claim in emitter.claims(view, mentions) if claim["kind"] in kinds]
    return claims


def _parsed(
    views: Views, worth: list[Found], every: bool, found: list[tuple[int, Free, list[Mention]]]
) -> Iterator[tuple[View, Free, list[Mention]]]:
    """Sentences with what the extractors found in them; ``found`` keeps what is found, and not the views, which are heavy."""
    for index, rank in worth:
        view = views[index]
        if view is None or rank != SURE and not promising(view.words, rank):
            continue
        free = Free(len(view.tokens))
        mentions: list[Mention] = []
        for _, extractor in EXTRACTORS:
            mentions += extractor(view, free)
        if view.numbers or mentions or every:
            found.append((index, free, mentions))
            yield view, free, mentions


def extract(
    text: str,
    *,
    published: date | str | None = None,
    region: str | None = None,
    kinds: Collection[str] = DEFAULT_KINDS,
    context: bool = True,
) -> tuple[Claim, ...]:
    """Claims."""
    from .claims import CLAIMS

    return CLAIMS.validate_python(claim_dicts(text, published=published, region=region, kinds=kinds, context=context))
