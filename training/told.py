"""A page and weights in; its figures out, each with what the extractor would tell of it after what it told of those before, right
or wrong.

Weights that were fitted beside annotated metrics and earlier figures rely on them more than on what the extractor knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pipeline.context import ends
from pipeline.context.choose import Candidate, Kept
from pipeline.context.chunks import Place
from pipeline.context.start import Start
from pipeline.context.weigh import Weights, likeliest

from .examples import Choice, Options, Page, Read
from .texts import Said


class Told(NamedTuple):
    """A figure, and by field the candidates that it had."""

    read: Read
    options: dict[str, Options]


def told(page: Page, learnt: Mapping[str, Weights]) -> Iterator[Told]:
    """The annotated figures of a page, as some weights would read them."""
    last: Kept | None = None
    owner: Kept | None = None
    whole: Kept | None = None
    for annotated in page.read():
        read = annotated._replace(last=last, owner=owner, whole=whole)
        options: dict[str, Options] = {}
        found: dict[str, Kept | None] = {}
        for field, some in (("metric", page.metric(read)), ("base", page.base(read))):
            if some is not None:
                options[field] = some
                found[field] = _kept(page, read, learnt[field], some)
        last = found.get("metric")
        options["subject"] = page.subject(read, last.place if last is not None else None)
        owner = _kept(page, read, learnt["subject"], options["subject"]) or owner
        whole = found.get("base") or whole
        yield Told(read, options)


def _kept(page: Page, read: Read, weights: Weights, options: Options) -> Kept | None:
    place, _ = chosen(page, weights, *options, weights.least)
    return Kept(read.figure, place) if place is not None else None


def chosen(page: Page, weights: Weights, starts: list[Candidate], choice: Choice, least: int) -> tuple[Place | None, Said | None]:
    """The span that some weights choose, in the normalized text and in the source."""
    none, *scores = (weights.start.total(features) for features in choice.candidates)
    names = [start.bare if isinstance(start, Start) else "" for start in starts]
    best, share = likeliest(scores, names, none)
    if share < least:
        return None, None
    start = starts[best]
    if not isinstance(start, Start):
        return start.place, page.said(start.place)
    possible = ends.ends(start)
    end = max(possible, key=lambda end: sum(map(weights.of_end, ends.parts(start, end))))
    place = start.offset, start.chunks.view.cut.end(end - 1)
    return place, page.said(place)
