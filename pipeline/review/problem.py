"""What a reviewer can mend, and what has changed under a reviewer's hands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..errors import TadqiqError


class DecisionError(TadqiqError):
    """A decision that cannot be carried out as it is; ``field`` is what to mend, or "" for the whole."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}" if field else message)
        self.field = field


class ConflictError(TadqiqError):
    """The document is not what the reviewer saw: its ``version`` now, the ``changes`` since, and ``by`` whom."""

    def __init__(self, version: str, changes: Sequence[dict[str, Any]], by: Sequence[dict[str, Any]]) -> None:
        super().__init__("the document changed since it was read; look at the changes and decide again")
        self.version, self.changes, self.by = version, changes, by
