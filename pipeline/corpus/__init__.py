"""Whole corpora: the same extractor over files that do not fit in memory, on all cores and on a cluster.

In: files, folders, globs, URLs. Out: a folder of parts (Parquet or JSONL) and a manifest.
The public names are loaded when first asked for, so that the driver of a run does not carry Arrow in its memory.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .kernel import extract_batches as extract_batches
    from .kernel import extract_table as extract_table
    from .run import run_corpus as run_corpus
    from .schema import claims_of as claims_of
    from .settings import Settings as Settings

_HOME = {
    "Settings": "settings",
    "claims_of": "schema",
    "extract_batches": "kernel",
    "extract_table": "kernel",
    "run_corpus": "run",
}
__all__ = ["Settings", "claims_of", "extract_batches", "extract_table", "run_corpus"]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOME[name]}", __name__), name)
