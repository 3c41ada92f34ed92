"""Extractors for the tests of corpus runs, named to the workers as ``tests.scale_fakes:<function>``: quick, slow, deadly."""

from __future__ import annotations

import os
import re
import time
from typing import Any

NUMBER = re.compile(r"[0-9]+")


def claims(text: str, **options: Any) -> list[dict[str, Any]]:
    """Every run of digits is money; enough to see offsets, order and counts."""
    return [_money(text, match, options.get("region")) for match in NUMBER.finditer(text)]


def slow_claims(text: str, **options: Any) -> list[dict[str, Any]]:
    """The same, late enough for a test to kill somebody meanwhile."""
    time.sleep(0.004)
    return claims(text, **options)


def deadly_claims(text: str, **options: Any) -> list[dict[str, Any]]:
    """Takes the whole process down where the text says so, as a fault in native code would."""
    if "poison" in text:
        os.kill(os.getpid(), 9)
    return claims(text, **options)


def failing_claims(text: str, **options: Any) -> list[dict[str, Any]]:
    """Raises where the text says so, as a fault in the extractor would."""
    if "poison" in text:
        raise ZeroDivisionError("by poison")
    return claims(text, **options)


def _money(text: str, match: re.Match[str], region: object) -> dict[str, Any]:
    span = {"start": match.start(), "end": match.end(), "text": match.group()}
    where = {"currency": "MAD", "currency_from": "default"} if region == "MA" else {"currency_candidates": ["MAD", "QAR"]}
    context = {
        "sentence": {"start": 0, "end": len(text), "text": text},
        "when": {"low": "2024", "high": "2024"},
        "modality": "asserted",
    }
    head = {"id": f"money-{match.start():08x}", "kind": "money", "text": span["text"], "start": span["start"], "end": span["end"]}
    return {**head, "value": span["text"], **where, "context": context}
