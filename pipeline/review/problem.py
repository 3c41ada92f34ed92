"""What a reviewer can mend, and what has changed under a reviewer's hands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..errors import TadqiqError
from ..report.place import isolate, visible
from ..report.words import table
from .form import label

LONGEST_QUOTED = 60


class DecisionError(TadqiqError):
    """A decision that cannot be carried out as it is; ``field`` is what to mend, or "" for the whole.

    ``fault`` names a row ``error.…`` of words.toml, ``quoted`` what stands in it; ``words``: the message by language.

    >>> str(DecisionError("value", "number", value="٣;٥"))
    'value: ٣;٥ is no number; write it in digits, like 1250.5 or ١٢٥٠٫٥'
    """

    def __init__(self, field: str, fault: str, **quoted: object) -> None:
        rows = table()[f"error.{fault}"]
        message = rows["en"].format(**quoted)
        super().__init__(f"{field}: {message}" if field else message)
        self.field = field
        apart = {name: isolate(visible(str(value)[:LONGEST_QUOTED])) for name, value in quoted.items()}
        self.words = {language: _labelled(field, row.format(**apart), language) for language, row in rows.items()}


def _labelled(field: str, message: str, language: str) -> str:
    name = table().get(label(field))
    return f"{name[language]}: {message}" if name else message


class ConflictError(TadqiqError):
    """The document is not what the reviewer saw: its ``version`` now, the ``changes`` since, and ``by`` whom."""

    def __init__(self, version: str, changes: Sequence[dict[str, Any]], by: Sequence[dict[str, Any]]) -> None:
        super().__init__("the document changed since it was read; look at the changes and decide again")
        self.version, self.changes, self.by = version, changes, by
