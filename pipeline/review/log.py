"""Who decided what, and when: one JSON line a decision in ``fixtures/<name>.review.jsonl``. In: lines; out: entries.

A line is never changed or taken away; undoing is a line of its own. What a decision did is in the line (``removed``, ``added``),
so that it can be read, undone and merged without the page.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any, Literal

import orjson

from ..errors import ClaimsError
from .build import ClaimFields

Action = Literal["keep", "take", "edit", "reject", "add", "rebase", "import", "sign", "undo"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. ``item``: the difference decided on; ``settles``: those that need no decision now; ``of``: what is undone."""

    id: str
    at: str
    who: str
    action: Action
    item: str | None = None
    note: str | None = None
    removed: list[ClaimFields] = field(default_factory=list)
    added: list[ClaimFields] = field(default_factory=list)
    source: Mapping[str, Any] | None = None
    settles: list[str] = field(default_factory=list)
    of: str | None = None

    def line(self) -> bytes:
        """The entry as its line; what is empty is left out."""
        return orjson.dumps({key: value for key, value in asdict(self).items() if value not in (None, [])}) + b"\n"


def entry(action: Action, who: str, **fields: Any) -> Entry:
    """A new entry of this moment; its id is a hash of all that it says."""
    at = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    said = Entry("", at, who, action, **fields)
    digest = blake2b(said.line(), digest_size=6).hexdigest()
    return Entry(digest, at, who, action, **fields)


def parse(data: bytes, name: str) -> tuple[Entry, ...]:
    """All entries of a log. Raises ClaimsError naming the line."""
    entries = []
    for number, line in enumerate(data.splitlines(), 1):
        if line.strip():
            try:
                said = Entry(**orjson.loads(line))
                if not all(isinstance(part, list) for part in (said.removed, said.added, said.settles)):
                    raise TypeError("removed, added and settles are lists")
                entries.append(said)
            except (orjson.JSONDecodeError, TypeError) as error:
                raise ClaimsError(f"{name}:{number}: not a line of a review log: {error}; restore it from git") from None
    return tuple(entries)


def effective(entries: Sequence[Entry]) -> list[Entry]:
    """The decisions that stand: neither undone nor an undoing."""
    undone = {said.of for said in entries if said.action == "undo"}
    return [said for said in entries if said.action != "undo" and said.id not in undone]


def settled(entries: Sequence[Entry]) -> dict[str, Entry]:
    """Which differences are decided, and by which entry."""
    return {key: said for said in effective(entries) for key in said.settles}


def reviewer() -> str:
    """Who is at the keyboard: git's user.name, else $USER."""
    git, name = shutil.which("git"), ""
    if git:
        found = subprocess.run([git, "config", "user.name"], capture_output=True, text=True, check=False)  # noqa: S603
        name = found.stdout.strip()
    return name or os.environ.get("USER") or os.environ.get("USERNAME") or "unknown"
