"""The linkers of a claim's own fields, in order: each adds one field or nothing."""

from __future__ import annotations

from ..extractors.base import Mention, View
from .comparison import elsewhere
from .direction import size_direction
from .modifier import modifier
from .part import part
from .per import changed_from, per


def link(view: View, mention: Mention, before: list[Mention]) -> None:
    """Sets ``modifier``, ``per``, ``direction``, ``part`` of a mention; ``before`` are those of its sentence that precede it.
    ``compared``, by how much one thing exceeds another, is no rise and stays out of the claim: only that it is no share counts.
    """
    fields = mention.fields
    found = modifier(view, mention, before)
    if found is not None:
        fields["modifier"] = found
    if mention.kind == "money":
        rate = per(view, mention, before)
        if rate is not None:
            fields["per"] = rate
            first = changed_from(view, mention, before)
            if first is not None:
                first.fields.setdefault("per", rate)
    elif mention.kind == "percent":
        direction = size_direction(view, mention, before)
        # نمو -4% is no rise
        if direction is not None and not (direction == "up" and mention.is_negative):
            fields["compared" if elsewhere(view, mention) else "direction"] = direction
    elif mention.kind == "year":
        found = part(view, mention)
        if found is not None:
            fields["part"] = found
