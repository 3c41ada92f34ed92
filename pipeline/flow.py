"""The way from text to claims, in one place: normalize, find sentences, read numbers, extract, resolve, put in context, emit."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from decimal import localcontext
from typing import Any

from .canonical import DEFAULT_KINDS
from .emit import Emitter
from .extractors import EXTRACTORS
from .extractors.base import Free, Mention, View
from .extractors.dates import dates
from .extractors.elided import elided
from .extractors.number import numbers
from .extractors.views import Views
from .extractors.year import years
from .numbers.digits import EXACT
from .prescan import find_sentences
from .resolve import Resolver
from .text.normalize import normalize


def claim_dicts(
    text: str,
    *,
    published: date | str | None = None,
    region: str | None = None,
    kinds: Collection[str] = DEFAULT_KINDS,
    context: bool = True,
) -> list[dict[str, Any]]:
    """What :func:`extract` gives, as JSON-ready dicts in canonical order; ``published`` and ``region`` are taken as they are."""
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
    return _claims(views, list(range(len(views))), published, region, kinds, context)


def _claims(
    views: Views, worth: list[int], published: date | str | None, region: str | None, kinds: Collection[str], context: bool
) -> list[dict[str, Any]]:
    """The claims of the sentences that are worth a look, ascending."""
    with localcontext(EXACT):
        found = _mentions(views, worth, region, kinds)
        if not found:
            views.forget()
            return []
        emitter = Emitter(views, published, context)
        claims: list[dict[str, Any]] = []
        for index, mentions in found:
            view = views[index]
            if view is not None:
                claims += [claim for claim in emitter.claims(view, mentions) if claim["kind"] in kinds]
        views.forget()
        return claims


def mentions_of(text: str, region: str | None = None) -> tuple[Views, list[tuple[View, list[Mention]]]]:
    """A document's mentions by sentence, before they become claims: what ``explain`` tells the story of."""
    page = normalize(text)
    sentences, worth = find_sentences(page.text, False)
    views = Views(page, sentences)
    with localcontext(EXACT):
        found = _mentions(views, worth, region, DEFAULT_KINDS) if sentences is not None else []
    return views, [(view, mentions) for index, mentions in found if (view := views[index]) is not None]


def _mentions(views: Views, worth: list[int], region: str | None, kinds: Collection[str]) -> list[tuple[int, list[Mention]]]:
    """The sentences with mentions, their currencies settled."""
    found: list[tuple[int, Free, list[Mention]]] = []
    every = "number" in kinds
    elided(_parsed(views, worth, every, found), region)
    for index, free, mentions in found:
        view = views[index] if every else None
        if view is not None:
            mentions.extend(numbers(view, free))
        mentions.sort(key=lambda mention: mention.start)
    monies = [mention for _, _, mentions in found for mention in mentions if mention.money is not None]
    if monies:
        Resolver(views.page, views.sentences.ends, region).resolve(monies)
    return [(index, mentions) for index, _, mentions in found if mentions]


def _parsed(
    views: Views, worth: list[int], every: bool, found: list[tuple[int, Free, list[Mention]]]
) -> Iterator[tuple[View, Free, list[Mention]]]:
    """Sentences with what the extractors found in them; ``found`` keeps what is found, and not the views, which are heavy."""
    dated = views.sentences.dated
    for index in worth:
        view = views[index]
        if view is None:
            continue
        free = Free(view.size)
        mentions: list[Mention] = []
        if index in dated:
            mentions = dates(view, free) + years(view, free)
            if mentions:
                found.append((index, free, mentions))
            continue
        for extractor in EXTRACTORS:
            mentions += extractor(view, free)
        if view.numbers or mentions or every:
            found.append((index, free, mentions))
            yield view, free, mentions
