"""What a decision makes of a fixture. In: the fixture's claims, a difference, the decision; out: the claims after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from ..claims import claim_dict
from ..report.difference import Difference
from .build import ClaimFields, built, identified, sentences_of
from .problem import DecisionError

Choice = Literal["keep", "take", "edit", "reject", "add"]


@dataclass(frozen=True, slots=True)
class Decision:
    """``item``: the key of the difference (none to add a claim); ``form``: the fields of an edited or added claim."""

    action: Choice
    item: str | None
    form: Mapping[str, Any] | None
    note: str | None

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> Decision:
        """The decision in a request. Raises DecisionError."""
        action: Choice | None = next((choice for choice in get_args(Choice) if choice == body.get("action")), None)
        item, form, note = (body.get(key) for key in ("item", "claim", "note"))
        if action is None:
            raise DecisionError("action", "request", detail="keep, take, edit, reject or add")
        if not (isinstance(item, str | None) and isinstance(form, dict | None) and isinstance(note, str | None)):
            raise DecisionError("", "request", detail="item and note are words, claim is an object")
        if (action in ("edit", "add")) != (form is not None) or (action == "add") != (item is None):
            raise DecisionError("", "request", detail="edit and add come with a claim, all but add with an item")
        return cls(action, item, form, (note or "").strip()[:2000] or None)


def decided(
    claims: Sequence[ClaimFields], row: Difference | None, decision: Decision, text: str, differences: Sequence[Difference]
) -> list[ClaimFields]:
    """The fixture's claims after the decision. Raises DecisionError, for one when an added claim is there already."""
    old = claim_dict(row.fixture) if row and row.fixture else None
    new: ClaimFields | None = None
    match decision.action:
        case "keep":
            return list(claims)
        case "take":
            new = claim_dict(row.extracted) if row and row.extracted else None
        case "edit" | "add":
            sides = [side for other in differences for side in (other.fixture, other.extracted) if side]
            new = built(decision.form or {}, text, sentences_of(sides))
    rest = [claim for claim in claims if claim != old]
    if new is not None:
        same = [
            claim for claim in rest if (claim["kind"], claim["start"], claim["end"]) == (new["kind"], new["start"], new["end"])
        ]
        if same:
            raise DecisionError("text", "already")
        rest.append(new)
    return identified(rest, [claim for claim in (old, new) if claim])
