"""What ``explain`` says of the fields of context: why they are told, and why one that was found is left out."""

from __future__ import annotations

import re

import pytest

from pipeline.context.weigh import weights
from pipeline.explain import explain

TEXT = "بلغت صادرات المغرب 5 مليارات دولار."


def _lines(text: str, field: str) -> list[str]:
    return [line.strip() for line in explain(text).splitlines() if line.strip().startswith(f"{field}: ")]


def test_a_field_that_is_told_says_what_spoke_for_it() -> None:
    for field in ("metric", "subject"):
        (line,) = _lines(TEXT, field)
        assert " — weighed: " in line, line


def test_a_field_in_doubt_says_by_how_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights("subject"), "least", 101)
    (line,) = _lines(TEXT, "subject")
    found = re.fullmatch(r"subject: left out — (\d+)% sure, told from 101%: (.+)", line)
    assert found is not None
    assert "المغرب" in found[2]
    assert int(found[1]) <= 100


def test_a_field_that_was_not_found_is_not_spoken_of() -> None:
    assert not _lines("دفع 5 ملايين دولار.", "base")
    assert not _lines("في 2020 و2021.", "subject")


def test_a_field_that_is_shared_is_not_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights("base"), "least", 98)  # enough for the first share alone
    first, second = _lines("أظهر استطلاع أن 55% من المواطنين يعارضون القرار مقابل 30% يؤيدونه.", "base")
    assert "weighed" in first
    assert second.endswith("shared with the figure before")
