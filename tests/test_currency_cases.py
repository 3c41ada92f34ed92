"""A currency comes with its cases: an amount in it, and, where the word is another word too, a sentence with that."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest

from pipeline.text.normalize import normalize
from tests.command import ROOT
from tests.corpus_runner import CORPUS

ROWS: dict[str, Any] = tomllib.loads((ROOT / "pipeline" / "lexicon" / "currencies.toml").read_text(encoding="utf-8"))
FILES = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(CORPUS.glob("*.toml"))]
CASES = [case for rows in FILES for case in rows.get("case", [])]
MARKED = [normalize(words).text for case in CASES for words in re.findall("⟦(.*?)⟧", case["text"])]
WITHOUT_CLAIMS = [normalize(case["text"]).text for case in CASES if not case.get("claims")]


def _forms(row: dict[str, Any]) -> list[str]:
    return [normalize(form).text for form in (row["name"], *row.get("also", ()), *row.get("many", ()))]


def _has_one(texts: list[str], row: dict[str, Any]) -> bool:
    return any(form in text for text in texts for form in _forms(row))


@pytest.mark.parametrize("row", [*ROWS["family"], *ROWS["minor"]], ids=lambda row: row["name"])
def test_every_currency_has_an_amount_in_the_corpus(row: dict[str, Any]) -> None:
    assert _has_one(MARKED, row), f"add a case with an amount in {row['name']} to tests/corpus/coins.toml"


@pytest.mark.parametrize("row", [row for row in ROWS["family"] if row.get("weak")], ids=lambda row: row["name"])
def test_every_currency_that_is_another_word_too_has_a_sentence_without_it(row: dict[str, Any]) -> None:
    assert _has_one(WITHOUT_CLAIMS, row), f"add a sentence in which {row['name']} is no currency to tests/corpus/coins.toml"
