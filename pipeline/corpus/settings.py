"""What a corpus run is asked to do: one frozen value that travels to every worker and decides, with the input, every byte
of the result. How many workers there are and which engine runs them is not in it, so a run may go on with others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib import import_module
from typing import Any, Literal

from ..canonical import DEFAULT_KINDS
from ..errors import InputError
from ..known import parse_date, parse_kinds

MAX_ROW_BYTES = 10_000_000
"""A document of more UTF-8 bytes than this is reported and not extracted: it bounds the memory of a worker."""

PART_BYTES = 8_000_000
"""Input bytes of one part: what a worker takes, commits and, when it dies, loses."""

Format = Literal["parquet", "jsonl"]


@dataclass(frozen=True, slots=True)
class Settings:
    """``published`` (YYYY-MM-DD) and ``region`` are of documents that name none. Columns are looked up by name in JSONL, CSV and
    Parquet; ``title`` and the main text of HTML come from the page.

    ``extractor`` names the function that is run, ``module:function`` with the signature of ``pipeline.flow.claim_dicts``.
    """

    kinds: tuple[str, ...] = DEFAULT_KINDS
    published: str | None = None
    region: str | None = None
    context: bool = True
    text_column: str = "text"
    id_column: str = "id"
    published_column: str = "published"
    region_column: str = "region"
    format: Format = "parquet"
    flat: bool = False
    keep_text: bool = False
    max_row_bytes: int = MAX_ROW_BYTES
    extractor: str = "pipeline.flow:claim_dicts"

    def __post_init__(self) -> None:
        parse_kinds(self.kinds, "kinds")
        if self.published is not None:
            parse_date(self.published, "published")

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready, in field order."""
        return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}


DEFAULT = Settings()


def load_extractor(name: str) -> Callable[..., list[dict[str, Any]]]:
    """The function behind ``module:function``. Raises InputError when there is none."""
    module, _, function = name.partition(":")
    try:
        found: Callable[..., list[dict[str, Any]]] = getattr(import_module(module), function)
    except (ImportError, AttributeError, ValueError) as error:
        raise InputError(f"no extractor {name!r} ({error}); write module:function") from None
    return found
