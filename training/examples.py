"""A document in; out for each of its figures the candidates' features and which of them are right, as the linkers will see them.

A span is right when it shares at least half of the words of the longer of the two with the annotated one, there or as another
mention of the same words: the measure of the bench.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import localcontext
from typing import NamedTuple

from pipeline.context import base, ends, metric, subject
from pipeline.context.choose import Candidate, Kept, Related
from pipeline.context.chunks import Chunks, Place
from pipeline.context.figure import Figure
from pipeline.context.link import link
from pipeline.context.measured import measured_by
from pipeline.context.nominal import nominal, owners, wholes
from pipeline.context.relation import Relation, relations
from pipeline.context.sketch import Sketch
from pipeline.context.start import Start
from pipeline.context.weigh import Feature, Part, features
from pipeline.extractors.views import Views
from pipeline.flow import mentions_of
from pipeline.numbers.digits import EXACT

from .texts import Claim, Document, Said


class Choice(NamedTuple):
    """Features of each candidate, and which are right; of a start's choice the first candidate says nothing."""

    candidates: list[list[Feature]]
    right: list[bool]


def either(parts: list[Part], is_so: bool) -> Choice:
    """Whether something is so, against nothing."""
    return Choice([[], features(parts)], [not is_so, is_so])


class Read(NamedTuple):
    """An annotated figure where the extractor found it. ``near`` are the starts around it, ``earlier`` the sentences before;
    ``last`` is the metric of the figure before it, ``owner`` and ``whole`` are the last subject and base told."""

    claim: Claim
    figure: Figure
    near: list[Relation]
    earlier: list[Sketch]
    last: Kept | None
    owner: Kept | None
    whole: Kept | None


# the candidates of a field beside the choice between them
Options = tuple[list[Candidate], Choice]


class Page:
    """A document as the extractor reads it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.views: Views
        with localcontext(EXACT):
            self.views, found = mentions_of(document.text, document.region)
            mentions = {view.index: mentions for view, mentions in found}
            self.sketches: dict[int, Sketch] = {}
            for index in range(len(self.views)):
                view = self.views[index]
                if view is not None:
                    for place, mention in enumerate(some := mentions.get(index, [])):
                        link(view, mention, some[:place])
                    self.sketches[index] = Sketch(Chunks(view, some))
        self.figures = [
            Figure(self.sketches[index], mention)
            for index, some in mentions.items()
            for mention in some
            if mention.kind in ("money", "percent")
        ]

    def said(self, place: Place) -> Said:
        start, end = self.views.page.to_raw(*place)
        return Said(start, end, self.document.text[start:end])

    def place(self, said: Said | None) -> Place | None:
        """A span of the source in the normalized text."""
        if said is None:
            return None
        low = None
        for sketch in self.sketches.values():
            cut = sketch.chunks.view.cut
            for at in range(sketch.chunks.view.size):
                start, end = self.views.page.to_raw(cut.start(at), cut.end(at))
                if low is None and end > said.start:
                    low = cut.start(at) + max(0, said.start - start)
                if end >= said.end:
                    return (low, cut.end(at)) if low is not None and low < cut.end(at) else None
        return None

    def measured(self, read: Read) -> Place | None:
        """The annotated metric, where it stands in the figure's sentence."""
        place, view = self.place(read.claim.spans.get("metric")), read.figure.sketch.chunks.view
        return place if place is not None and view.start <= place[0] and place[1] <= view.end else None

    def read(self) -> Iterator[Read]:
        """The annotated figures that were found, in order; what was told before each is as annotated."""
        last: Kept | None = None
        owner: Kept | None = None
        whole: Kept | None = None
        for figure in self.figures:
            span = self.said((figure.mention.start, figure.mention.end))
            claim = next((claim for claim in self.document.claims if _overlaps(claim, figure, span)), None)
            if claim is None:
                continue
            index = figure.sketch.chunks.view.index
            earlier = [self.sketches[at] for at in range(index - 1, -1, -1) if at in self.sketches][: subject.BACK]
            yield Read(claim, figure, relations(figure), earlier, last, owner, whole)
            last = self._told(figure, claim, "metric")
            owner = self._told(figure, claim, "subject") or owner
            whole = self._told(figure, claim, "base") or whole

    def options(self, read: Read) -> dict[str, Options]:
        """By field the candidates, of the subject beside the annotated metric."""
        found = {"metric": self.metric(read), "base": self.base(read), "subject": self.subject(read, self.measured(read))}
        return {field: some for field, some in found.items() if some is not None}

    def metric(self, read: Read) -> Options | None:
        """The candidates for the metric, None where nothing stands near by."""
        if not read.near:
            return None
        related = [_whole(relation, metric.related(relation, read.last)) for relation in read.near]
        return self._choice(read, "metric", related, metric.none(read.near))

    def base(self, read: Read) -> Options | None:
        """The candidates for the base, None for money."""
        figure, whole = read.figure, read.whole
        if figure.kind != "percent":
            return None
        related = [_whole(relation, metric.related(relation, whole)) for relation in wholes(nominal(read.near))]
        back = base.further(figure, lambda: read.earlier, whole)
        return self._choice(read, "base", [*related, *map(_formed(figure), back)], base.none(figure, whole))

    def subject(self, read: Read, measured: Place | None) -> Options:
        """The candidates for the subject; ``measured`` is the metric that it goes by."""
        figure, owner = read.figure, read.owner
        by = measured_by(figure, measured)
        related = [_whole(relation, subject.related(relation, by, owner)) for relation in owners(nominal(read.near))]
        further = map(_formed(figure), subject.further(figure, read.earlier, by, owner))
        return self._choice(read, "subject", [*related, *further], subject.none(figure, by, owner))

    def _told(self, figure: Figure, claim: Claim, field: str) -> Kept | None:
        place = self.place(claim.spans.get(field))
        return Kept(figure, place) if place is not None else None

    def _choice(self, read: Read, field: str, related: Sequence[Related], none: list[Part]) -> Options:
        starts = [start for start, _ in related]
        return starts, Choice(
            [features(none), *(features(parts) for _, parts in related)], self._right(starts, read.claim.spans.get(field))
        )

    def end_choice(self, starts: list[Candidate], right: list[bool], wanted: Said) -> Choice | None:
        """Where the span of the first right start ends."""
        start = next((start for start, is_right in zip(starts, right[1:], strict=True) if is_right), None)
        if not isinstance(start, Start):
            return None
        possible = ends.ends(start)
        found = [self._agreement(start, end, wanted) for end in possible]
        return Choice([features(ends.parts(start, end)) for end in possible], [grade == max(found) for grade in found])

    def _right(self, starts: list[Candidate], wanted: Said | None) -> list[bool]:
        """Of nothing and each start; those that begin with the annotated word, where there is one."""
        if wanted is None:
            return [True, *(False for _ in starts)]
        able = [self._able(start, wanted) for start in starts]
        exact = [is_able and self._begins(start, wanted) for start, is_able in zip(starts, able, strict=True)]
        return [False, *(exact if any(exact) else able)]

    def _able(self, start: Candidate, wanted: Said) -> bool:
        if not isinstance(start, Start):
            return agreement(wanted, self.said(start.place)) > 0
        return max(self._agreement(start, end, wanted) for end in ends.ends(start)) > 0

    def _begins(self, start: Candidate, wanted: Said) -> bool:
        if not isinstance(start, Start):
            return True
        view = start.chunks.view
        first, words = self.said((start.offset, view.cut.end(start.i))), wanted.text.split()
        return first.end == wanted.start + len(words[0]) or first.text == words[0]

    def _agreement(self, start: Start, end: int, wanted: Said) -> int:
        got = self.said((start.offset, start.chunks.view.cut.end(end - 1)))
        return agreement(wanted, got)


def _formed(figure: Figure) -> Callable[[Related], Related]:
    """Adds what a start of another sentence is by itself."""

    def formed(related: Related) -> Related:
        candidate, parts = related
        return (candidate, [candidate.word(figure.kind), *candidate.form(), *parts]) if isinstance(candidate, Start) else related

    return formed


def _whole(relation: Relation, related: list[Part]) -> Related:
    return relation.start, [relation.word, *relation.start.form(), relation.rough, *related]


def agreement(wanted: Said, got: Said) -> int:
    """2 for the same words at the same place, 1 for half of them or for another mention, else 0."""
    first, second = _ends(wanted), _ends(got)
    if first == second:
        return 2
    some, others = set(wanted.text.split()), set(got.text.split())
    here = 2 * len(first & second) >= max(len(first), len(second))
    return int(here or 2 * len(some & others) >= max(len(some), len(others)))


def _ends(said: Said) -> set[int]:
    """Where each word ends: an attached prefix does not matter."""
    found, at = set(), 0
    for word in said.text.split():
        at = said.text.index(word, at) + len(word)
        found.add(said.start + at)
    return found


def _overlaps(claim: Claim, figure: Figure, span: Said) -> bool:
    return claim.kind == figure.mention.kind and claim.start < span.end and span.start < claim.end
