"""The claims document: what it takes, what it refuses, and that canonical bytes load back equal."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from hashlib import sha256
from operator import attrgetter
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pipeline
from pipeline.canonical import claim_id, document_dict, dump_dict, dump_row, plain, source_of
from pipeline.claims import CLAIMS, Claim, claim_dict, dump, load
from pipeline.errors import ClaimsError, InputError
from tests.command import ROOT

SPAN = {"id": "x", "text": "x", "start": 0, "end": 1, "context": {}}


def _valid(**fields: Any) -> Claim:
    (claim,) = CLAIMS.validate_python(({**SPAN, **fields},))
    return claim


def _document(*claims: dict[str, Any]) -> dict[str, Any]:
    return document_dict(source_of("x", "x.txt"), list(claims))


decimals = st.decimals(allow_nan=False, allow_infinity=False, places=3) | st.integers().map(Decimal)


@given(decimals)
def test_numbers_are_written_as_digits_and_read_back_equal(number: Decimal) -> None:
    written = plain(number)
    assert Decimal(written) == number
    assert set(written) <= set("-0123456789.")
    assert claim_dict(_valid(kind="number", value=written))["value"] == written


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50), st.sampled_from(["number", "percent"])), max_size=8))
def test_canonical_bytes_are_sorted_and_load_back_equal(places: list[tuple[int, int, str]]) -> None:
    claims = [
        {"id": "x", "kind": kind, "text": "x", "start": start, "end": end, "value": "1"}
        | ({"unit": "percent"} if kind == "percent" else {})
        | {"context": {}}
        for start, end, kind in places
    ]
    data = dump_dict(_document(*claims))
    document = load(data, "x")
    assert dump(document) == data
    assert [(c.start, c.end, c.kind) for c in document.claims] == sorted(places)
    assert data.endswith(b"}\n")
    assert not data.endswith(b"\n\n")


def test_the_order_of_fields_is_that_of_the_contract() -> None:
    claim = _valid(kind="money", per="سهم", currency="USD", currency_from="stated", high="2", low="1.50", modifier="approx")
    order = ["id", "kind", "text", "start", "end", "low", "high", "modifier", "currency", "currency_from", "per", "context"]
    assert list(claim_dict(claim)) == order


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "money", "value": 5},
        {"kind": "money", "value": "5e"},
        {"kind": "money", "value": "NaN"},
        {"kind": "money", "value": "1", "low": "1", "high": "2"},
        {"kind": "money", "low": "1"},
        {"kind": "money"},
        {"kind": "money", "value": "1", "currency": "dollar"},
        {"kind": "money", "value": "1", "unit": "percent"},
        {"kind": "money", "value": "1", "elided": False},
        {"kind": "percent", "value": "1"},
        {"kind": "percent", "value": "1", "unit": "permille"},
        {"kind": "year", "value": "1", "modifier": "some"},
        {"kind": "year", "value": "1", "start": -1},
        {"kind": "weight", "value": "1"},
        {"kind": "number", "value": "1", "context": {"metric": "سعر"}},
    ],
)
def test_what_is_no_claim_is_refused_by_name(fields: dict[str, Any]) -> None:
    with pytest.raises(ClaimsError, match=r"^x\.json: claims\.0"):
        load(orjson.dumps(_document({**SPAN, **fields})), "x.json")


def test_a_relative_year_needs_no_value() -> None:
    assert claim_dict(_valid(kind="year", offset=-1))["offset"] == -1


def test_ids_depend_on_the_words_the_sentence_and_the_rank() -> None:
    ids = {
        claim_id("money", "5", "s", 0),
        claim_id("year", "5", "s", 0),
        claim_id("money", "5", "t", 0),
        claim_id("money", "5", "s", 1),
    }
    assert len(ids) == 4
    assert all(len(one.partition("-")[2]) == 8 for one in ids)


def test_the_ids_of_the_fixture_are_what_the_rule_gives() -> None:
    document = load((ROOT / "fixtures" / "coreweave-ipo.claims.json").read_bytes(), "fixture")
    seen: dict[tuple[str, str, str], int] = {}
    for claim in document.claims:
        assert claim.context.sentence is not None
        key = (claim.kind, claim.text, claim.context.sentence.text)
        assert claim.id == claim_id(*key, seen.get(key, 0))
        seen[key] = seen.get(key, 0) + 1


def test_source_counts_code_points_and_hashes_bytes() -> None:
    text = "\ufeffسعر\U0001f600"
    assert source_of(text, "a.txt", date(2025, 3, 28), "MA") == {
        "path": "a.txt",
        "sha256": sha256(text.encode()).hexdigest(),
        "characters": 5,
        "published": "2025-03-28",
        "region": "MA",
    }


def test_a_row_is_one_line() -> None:
    assert dump_row("أ\n", []) == '{"id":"أ\\n","claims":[]}\n'.encode()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "text must be a str, not NoneType"),
        (5, "text must be a str, not int"),
        (b"5", "text must be a str, not bytes; decode it first"),
    ],
)
@pytest.mark.parametrize("error", [InputError, TypeError])
def test_a_text_that_is_no_string(text: Any, told: str, error: type[Exception]) -> None:
    with pytest.raises(error, match=f"^{told}$"):
        pipeline.extract(text)


@pytest.mark.parametrize("kinds", [["monye"], "monye", "money,percent", None, 5, [], ["money", 5]], ids=str)
def test_kinds_that_are_none_are_told_with_those_there_are(kinds: Any) -> None:
    with pytest.raises(InputError, match=r"^kinds: .* no kind of claim; choose among money, percent, year, number$"):
        pipeline.extract("دفع 5 دولارات", kinds=kinds)


def test_the_package_offers_what_it_lists() -> None:
    assert set(pipeline.__all__) <= set(dir(pipeline))
    assert all(getattr(pipeline, name) for name in pipeline.__all__)
    assert pipeline.InputError is InputError
    assert isinstance(pipeline.extract("5%")[0], pipeline.Percent)
    with pytest.raises(AttributeError, match="has no attribute 'extarct'"):
        attrgetter("extarct")(pipeline)


def test_one_kind_may_be_named_alone() -> None:
    text = "دفع 5 دولارات، أي 3%"
    assert pipeline.extract(text, kinds="percent") == pipeline.extract(text, kinds=["percent"]) != ()


@pytest.mark.parametrize("day", ["20250101", "2025-W01-1", "2025-1-1", "٢٠٢٥-٠١-٠١", "2025-02-30"])
def test_a_day_is_written_in_one_way(day: str) -> None:
    with pytest.raises(InputError, match="is no date; write it as YYYY-MM-DD"):
        pipeline.extract("", published=day)
