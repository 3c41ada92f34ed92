"""The linkers of a claim's context, one field each, in order: a document's mentions in, context dicts of spans out."""

from __future__ import annotations

from typing import Any, Final

from ..extractors.base import Mention, View
from ..extractors.views import Views
from .again import continued, inherited, told_again
from .attribution import Sayer, attributed_to, last_sayer
from .base import base
from .centuries import with_centuries
from .choose import Chosen, Kept
from .chunks import Chunks, Place
from .dating import Time, last_named
from .dialogue import Dialogue
from .figure import Figure
from .figure_direction import figure_direction
from .levels import moved_on
from .lexemes import STOP, VERB
from .metric import metric
from .modality import modality
from .nominal import nominal, owners, wholes
from .periods import Held, counted
from .relation import relations
from .share_time import share_time
from .sketch import Sketch
from .subject import BACK, subject
from .when import when
from .why import Why, doubt, reason

Spans = dict[str, Any]
# how far back و may stand, and how far apart two shares of one whole
NEAR, FAR = 3, 9
# how many sentences without figures are kept for later
WAITING: Final = 16


class ContextBuilder:
    """Reads the contexts of one document's figures, sentence by sentence; remembers the figure and the sentences before.

    ``why``, when it is set, collects the reasons for each field (``tadqiq explain``).
    """

    def __init__(self, views: Views) -> None:
        self.views = views
        self.dialogue = Dialogue(views)
        self.why: dict[Mention, Why] | None = None
        self.sayer: Place | None = None
        self.held: Held | None = None
        self.told: Held | None = None
        self.named: Time | None = None
        self._waiting: list[tuple[View, list[Mention]]] = []
        self.times: list[Mention] = []
        self._measured: Kept | None = None
        self._owner: Kept | None = None
        self._whole: Kept | None = None
        self._sketches: dict[int, Sketch] = {}

    def sentence(self, view: View, mentions: list[Mention]) -> list[Spans]:
        """A context per mention, empty for years and numbers. Spans are (start, end) in the normalized text."""
        if not any(mention.kind in ("money", "percent") for mention in mentions):
            self._waiting.append((view, mentions))
            if len(self._waiting) > WAITING:
                self._catch_up()
            return [{} for _ in mentions]
        self._catch_up()
        self.told, self.held = self.held, counted(view, mentions, self.held)
        sketch = Sketch(Chunks(view, mentions))
        self.times = with_centuries(view, mentions, sketch.chunks.taken)
        self._forget(view.index)
        self._sketches[view.index] = sketch
        found: list[Spans] = []
        for place, mention in enumerate(mentions):
            figured = mention.kind in ("money", "percent")
            found.append(self._context(sketch, mention, mentions[:place], mentions, found) if figured else {})
        self.named = last_named(mentions, self.named)
        _share_base(sketch.chunks, mentions, found)
        share_time(sketch.chunks, mentions, found)
        if self.why is not None:
            for mention, context in zip(mentions, found, strict=True):
                told = self.why.setdefault(mention, Why({}, {})).told
                told.update((name, "shared with a figure beside it") for name in context if name not in told)
        return found

    def _catch_up(self) -> None:
        """Learns what the sentences without figures since the last one tell of time: after most of them no figure comes."""
        for view, mentions in self._waiting:
            self.held = counted(view, mentions, self.held)
            self.named = last_named(mentions, self.named)
        self._waiting.clear()

    def _forget(self, index: int) -> None:
        for old in [old for old in self._sketches if old < index - 2 * BACK]:
            del self._sketches[old]

    def _earlier(self, view: View) -> list[Sketch]:
        """The sentences before a view's, the nearest first, read once more where they hold no claim."""
        found: list[Sketch] = []
        for index in range(view.index - 1, max(-1, view.index - 1 - 2 * BACK), -1):
            if index not in self._sketches:
                before = self.views[index]
                if before is None:
                    continue
                self._sketches[index] = Sketch(Chunks(before, []))
            found.append(self._sketches[index])
            if len(found) == BACK:
                break
        return found

    def _context(
        self, sketch: Sketch, mention: Mention, before: list[Mention], mentions: list[Mention], found: list[Spans]
    ) -> Spans:
        """The context of one figure: what is weighed first, then what rules tell, then what it shares with the figure before."""
        chunks, figure = sketch.chunks, Figure(sketch, mention)
        context: Spans = {}
        why = Why({}, {})
        near = relations(figure)
        phrases = nominal(near)
        self._measured, last = self._given(figure, self._sure(metric(near, self._measured), why), context, why), self._measured
        measured = context.get("metric")
        whole = self._sure(base(figure, wholes(phrases), lambda: self._earlier(chunks.view), self._whole), why)
        # what owns the whole of a share, where that is all that names what is measured, need not own the share
        own = measured if whole is None or whole.place != measured else None
        owner = self._sure(subject(figure, own, owners(phrases), lambda: self._earlier(chunks.view), self._owner), why)
        self._owner = self._given(figure, owner, context, why) or self._owner
        self._whole = self._given(figure, whole, context, why) or self._whole
        self._rest(chunks, mention, before, mentions, context, why.told)
        shared = told_again(chunks, mention, before)
        if shared is None and last is not None and measured == last.place:
            shared = continued(chunks, mention, before)
        if shared is not None:
            for name in inherited(chunks, mention, before[shared], found[shared].get("direction")):
                if name == "when" and moved_on(chunks, before[shared], mention):
                    continue
                if name in found[shared] and name not in context:
                    context[name], why.told[name] = found[shared][name], "shared with the figure before"
        if self.why is not None:
            self.why[mention] = why
        return context

    def _sure(self, chosen: Chosen | None, why: Why) -> Chosen | None:
        """What was chosen, where it is sure enough to be told."""
        if chosen is None or chosen.sure:
            return chosen
        if self.why is not None:
            page = self.views.page
            why.left[chosen.field] = doubt(chosen, page.raw[slice(*page.to_raw(*chosen.place))])
        return None

    def _given(self, figure: Figure, chosen: Chosen | None, context: Spans, why: Why) -> Kept | None:
        """Writes a field that was chosen, and what to remember of it."""
        if chosen is None:
            return None
        context[chosen.field] = chosen.place
        if self.why is not None:
            why.told[chosen.field] = reason(chosen)
        return Kept(figure, chosen.place)

    def _rest(
        self,
        chunks: Chunks,
        mention: Mention,
        before: list[Mention],
        mentions: list[Mention],
        context: Spans,
        reasons: dict[str, str],
    ) -> None:
        """What rules tell: the time, the direction, how sure it is, who says so."""
        time = when(chunks, mention, self.times, self.told, self.named)
        if time is not None:
            context["when"], reasons["when"] = time
        direction = figure_direction(chunks, mention, before)
        if direction is not None:
            context["direction"], reasons["direction"] = direction
        said = attributed_to(chunks, mention, lambda: self._last_sayer(chunks.view)) or self._turn(chunks.view)
        context["modality"], reasons["modality"] = modality(chunks, mention, said.kind if said else None)
        if said is not None and not (said.kind in ("hope", "propose") and said.place == context.get("subject")):
            context["attributed_to"], reasons["attributed_to"] = said.place, said.rule
            self.sayer = context["attributed_to"]

    def _turn(self, view: View) -> Sayer | None:
        """Who speaks in the turn of a dialogue, where nobody else says it."""
        place = self.dialogue.speaker(view)
        return Sayer(place, "say", "turn") if place is not None else None

    def _last_sayer(self, view: View) -> Place | None:
        """Who speaks in the sentence before a view's, or else who was last told to say a figure."""
        before = self._earlier(view)
        return (last_sayer(before[0].chunks) if before else None) or self.sayer


def _share_base(chunks: Chunks, mentions: list[Mention], found: list[Spans]) -> None:
    """من 7.5 إلى 6.8% من الناتج, 40 و60% من الدخل: the base is said once, after the last; 60% من السكان والمسيحيون 38%:
    or after the first."""
    for place in range(len(mentions) - 1):
        first, second = mentions[place], mentions[place + 1]
        shares = first.kind == second.kind == "percent" and "base" in found[place] and "base" not in found[place + 1]
        if shares and _coordinated(chunks, first, second):
            found[place + 1]["base"] = found[place]["base"]
    for place in range(len(mentions) - 2, -1, -1):
        first, second = mentions[place], mentions[place + 1]
        shared = (
            first.kind == second.kind == "percent" and first.rule.endswith(("-change", "-list")) and "base" in found[place + 1]
        )
        if shared and "base" not in found[place]:
            found[place]["base"] = found[place + 1]["base"]


def _coordinated(chunks: Chunks, first: Mention, second: Mention) -> bool:
    """Whether و joins a second share to the first, with no verb or stop between."""
    between = range(first.j, second.i)
    joined = (
        any(chunks.view.word(at).startswith("و") for at in between[-NEAR:]) or second.number is not None and second.number.joined
    )
    return joined and len(between) <= FAR and not any(chunks.classes[at] in (STOP, VERB) for at in between)
