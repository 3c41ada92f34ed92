"""The linkers of a claim's context, one field each, in order: a document's mentions in, context dicts of spans out."""

from __future__ import annotations

from typing import Any

from ..extractors.base import Mention, View
from ..extractors.views import Views
from .again import continued, inherited, same_clause, told_again
from .attribution import attributed_to, last_sayer
from .base import base
from .census import place_of
from .chunks import Chunks
from .clause import Governor
from .figure_direction import figure_direction
from .governor import governor
from .idafa import Place
from .lexemes import STOP, VERB
from .modality import modality
from .names import Names
from .periods import Held, counted
from .subject import subject
from .when import moved_on, when

Spans = dict[str, Any]
# how far back و may stand, and how far apart two shares of one whole
NEAR, FAR = 3, 9


class ContextBuilder:
    """Reads the contexts of one document's figures, sentence by sentence; remembers the sentence before.

    ``why``, when it is set, collects the reason for each field (``tadqiq explain``).
    """

    def __init__(self, views: Views) -> None:
        self.views = views
        self.why: dict[Mention, dict[str, str]] | None = None
        self.last: Chunks | None = None
        self._before: tuple[int, Chunks | None] | None = None
        self.sayer: Place | None = None
        self.names = Names(views)
        self.owner: tuple[int, Place] | None = None
        self.held: Held | None = None
        self.told: Held | None = None

    def sentence(self, view: View, mentions: list[Mention]) -> list[Spans]:
        """A context per mention, empty for years and numbers. Spans are (start, end) in the normalized text."""
        held, self.held = self.held, counted(view, mentions, self.held)
        if not any(mention.kind in ("money", "percent") for mention in mentions):
            return [{} for _ in mentions]
        self.told = held
        chunks = Chunks(view, mentions)
        self.names.read(chunks)
        found: list[Spans] = []
        governors: list[Governor] = []
        for place, mention in enumerate(mentions):
            if mention.kind not in ("money", "percent"):
                found.append({})
                governors.append(Governor())
                continue
            before = mentions[:place]
            context, hanging = self._context(chunks, mention, before, mentions, found, governors)
            found.append(context)
            governors.append(hanging)
        _share_base(chunks, mentions, found)
        self.last = chunks
        return found

    def _earlier(self, view: View) -> Chunks | None:
        """The sentence before a view's, read once more where it holds no claim."""
        if self.last is not None and self.last.view.index >= view.index - 1:
            return self.last if self.last.view.index == view.index - 1 else None
        if self._before is None or self._before[0] != view.index:
            before = self.views[view.index - 1] if view.index else None
            self._before = view.index, Chunks(before, []) if before is not None else None
        return self._before[1]

    def _context(
        self,
        chunks: Chunks,
        mention: Mention,
        before: list[Mention],
        mentions: list[Mention],
        found: list[Spans],
        governors: list[Governor],
    ) -> tuple[Spans, Governor]:
        shared = told_again(chunks, mention, before)
        hanging = governors[shared] if shared is not None else governor(chunks, mention, before)
        if shared is None and (hanging.metric is None and hanging.subject is None or hanging.change):
            shared = continued(chunks, mention, before, hanging.change)
            if shared is not None and governors[shared].rule:
                hanging = governors[shared]
        if hanging.subject is None and governors and (beside := same_clause(chunks, mention, before)) is not None:
            hanging = hanging._replace(subject=governors[beside].subject)
        context: Spans = {}
        reasons: dict[str, str] = {}
        if hanging.metric is not None:
            context["metric"], reasons["metric"] = hanging.metric, hanging.rule
        self._owner(chunks, mention, hanging, context, reasons)
        self._rest(chunks, mention, before, mentions, context, reasons)
        if shared is not None:
            for name in inherited(chunks, mention, before[shared]):
                if name == "when" and moved_on(chunks, before[shared], mention):
                    continue
                if name in found[shared] and name not in context:
                    context[name], reasons[name] = found[shared][name], "shared with the figure before"
        if self.why is not None:
            self.why[mention] = reasons
        return context, hanging

    def _owner(self, chunks: Chunks, mention: Mention, hanging: Governor, context: Spans, reasons: dict[str, str]) -> None:
        owner = subject(chunks, hanging, mention, self._earlier, self.names, self.owner)
        if owner is not None:
            context["subject"], reasons["subject"] = owner
            self.owner = chunks.view.index, owner[0]

    def _rest(
        self,
        chunks: Chunks,
        mention: Mention,
        before: list[Mention],
        mentions: list[Mention],
        context: Spans,
        reasons: dict[str, str],
    ) -> None:
        of = base(chunks, mention)
        if of is not None:
            context["base"], reasons["base"] = of, "the phrase after من"
            people = place_of(chunks, of)
            if people is not None and "subject" not in context:
                context["subject"], reasons["subject"] = people, "whose people the share is of"
        time = when(chunks, mention, mentions, self.told)
        if time is not None:
            context["when"], reasons["when"] = time
        direction = figure_direction(chunks, mention)
        if direction is not None:
            context["direction"], reasons["direction"] = direction
        said = attributed_to(chunks, mention, lambda: self._last_sayer(chunks.view))
        context["modality"], reasons["modality"] = modality(chunks, mention, said.kind if said else None)
        if said is not None and not (said.kind in ("hope", "propose") and said.place == context.get("subject")):
            context["attributed_to"], reasons["attributed_to"] = self.names.full(chunks, said.place), said.rule
            self.sayer = context["attributed_to"]

    def _last_sayer(self, view: View) -> Place | None:
        """Who speaks in the sentence before a view's, or else who was last told to say a figure."""
        before = self._earlier(view)
        return (last_sayer(before) if before is not None else None) or self.sayer


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
