"""The kernel: batches in, batches out, whatever is in them; and a schema that loses nothing of a claim."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import Any, get_args

import pyarrow as pa
import pytest

from pipeline import claims as models
from pipeline.corpus import Settings, claims_of, extract_batches, extract_table
from pipeline.corpus.schema import CLAIM, CONTEXT, FLAT, RESULT, SPAN, WHEN, claims_array
from pipeline.corpus.writers import flat_batch
from pipeline.errors import InputError
from tests import scale_fakes

FAKE = Settings(extractor="tests.scale_fakes:claims")


def batch(**columns: Any) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict(columns)


def results(*batches: pa.RecordBatch, settings: Settings = FAKE) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pa.Table.from_batches(extract_batches(iter(batches), settings), RESULT).to_pylist()
    return found


def test_one_result_per_row_with_claims_as_the_extractor_gave_them() -> None:
    rows = results(batch(id=[7, 8], text=["دفع 20 ثم 30", "لا شيء"], region=["MA", None], published=[date(2024, 1, 2), None]))
    assert [(row["id"], row["published"], row["region"], row["characters"]) for row in rows] == [
        ("7", "2024-01-02", "MA", 12),
        ("8", None, None, 6),
    ]
    assert claims_of(rows[0]["claims"]) == scale_fakes.claims("دفع 20 ثم 30", region="MA")
    assert rows[1]["claims"] == []
    assert [row["error"] for row in rows] == [None, None]


def test_bad_rows_become_errors_and_cost_nobody_else() -> None:
    texts = pa.array([b"5", None, b"\xff", b"poison", b"x" * 101], pa.binary())
    rows = results(batch(text=texts), settings=Settings(extractor="tests.scale_fakes:failing_claims", max_row_bytes=100))
    assert len(rows[0]["claims"]) == 1
    assert all(row["claims"] is None and row["characters"] is None for row in rows[1:])
    for row, words in zip(rows[1:], ("null", "not UTF-8", "ZeroDivisionError: by poison", "more than 100 bytes"), strict=True):
        assert words in row["error"]


def test_strings_that_lie_about_their_encoding() -> None:
    lying = pa.StringArray.from_buffers(2, pa.py_buffer(b"\0\0\0\0\2\0\0\0\3\0\0\0"), pa.py_buffer(b"\xc8\xe15"))
    first, second = results(batch(text=lying))
    assert "not UTF-8" in first["error"]
    assert second["claims"][0]["value"] == "5"


def test_columns_of_the_wrong_type_or_absent() -> None:
    (row,) = results(batch(text=[5]))
    assert row["error"] == "text is a number, not a string"
    (row,) = results(batch(body=["5"]))
    assert "no column 'text'" in row["error"]
    (row,) = results(batch(body=["5"]), settings=Settings(extractor=FAKE.extractor, text_column="body"))
    assert row["claims"][0]["value"] == "5"
    (row,) = results(batch(text=["5"], error=["cut off"]))
    assert (row["claims"], row["error"]) == (None, "cut off")
    (row,) = results(batch(text=["5"], published=["x" * 10**6]))
    assert len(row["error"]) == 300
    (row,) = results(batch(text=["5"], published=[True]))
    assert "is no date" in row["error"]


def test_memory_is_bounded_by_small_batches_of_results() -> None:
    big = batch(text=["5"] * 1000)
    sizes = [found.num_rows for found in extract_batches(iter([big, big.slice(0, 0)]), FAKE)]
    assert sum(sizes) == 1000
    assert max(sizes) <= 256
    assert list(extract_batches(iter(()), FAKE)) == []


def test_tables_for_engines_that_pass_tables() -> None:
    table = extract_table(pa.table({"text": pa.chunked_array([["5"], ["6", "7"]])}), FAKE)
    assert table.schema.equals(RESULT)
    assert table.num_rows == 3
    assert extract_table(pa.table({"text": pa.array([], pa.string())}), FAKE).num_rows == 0


def test_the_real_extractor_is_the_default() -> None:
    from pipeline.flow import claim_dicts

    text = "بلغت الأرباح 20 مليون دولار في عام 2023، أي 5%."
    (row,) = results(batch(text=[text]), settings=Settings())
    assert claims_of(row["claims"]) == claim_dicts(text)


def test_no_such_extractor() -> None:
    with pytest.raises(InputError, match="no extractor 'tests"):
        list(extract_batches(iter([batch(text=["5"])]), Settings(extractor="tests.scale_fakes:none")))


@pytest.mark.parametrize(
    ("model", "struct"),
    [
        (models.TextSpan, SPAN),
        (models.When, WHEN),
        (models.Context, CONTEXT),
        *((kind, CLAIM) for kind in get_args(get_args(models.Claim)[0])),
    ],
)
def test_the_schema_has_every_field_of_the_models_in_their_order(model: Any, struct: pa.StructType) -> None:
    names = [field.name for field in struct.fields]
    places = [names.index(name) for name in model.model_fields]
    assert places == sorted(places)


def test_claims_of_every_kind_come_back_field_by_field() -> None:
    span = {"start": 0, "end": 4, "text": "نصوص"}
    base = {"text": "٥", "start": 1, "end": 2}
    context = {"sentence": span, "metric": span, "when": {"offset": -1, "anchor": "context"}, "modality": "hoped"}
    doubt = {"currency_candidates": ["SAR", "QAR"], "elided": True, "per": "سهم"}
    money = {"id": "money-1", "kind": "money", **base, "low": "5.50", "high": "6", **doubt, "context": context}
    rise = {"unit": "percent", "direction": "up", "elided": True}
    percent = {"id": "percent-1", "kind": "percent", **base, "value": "0", **rise, "context": {}}
    hijri = {"calendar": "hijri", "gregorian_low": "2020", "gregorian_high": "2021", "part": "mid"}
    offsets = {"offset_low": -2, "offset_high": -1, "anchor": "context"}
    year = {"id": "year-1", "kind": "year", **base, **offsets, **hijri, "context": {"direction": "down"}}
    documents = [[money, percent], [], None, [year]]
    back = [None if claims is None else claims_of(claims) for claims in claims_array(documents).to_pylist()]
    assert back == documents
    assert [list(claim) for claim in back[0] or ()] == [list(money), list(percent)]
    with pytest.raises(pa.ArrowInvalid):
        claims_array([[{**year, "colour": "red"}]])


def test_flat_rows_are_claims_and_errors() -> None:
    (found,) = extract_batches(iter([batch(id=["a", "b", "c"], text=["5 و6", None, "لا"], region=["MA", None, None])]), FAKE)
    rows = flat_batch(found).to_pylist()
    assert list(rows[0]) == FLAT.names
    assert [(row["document"], row["region"], row["value"], row["error"]) for row in rows] == [
        ("a", "MA", "5", None),
        ("a", "MA", "6", None),
        ("b", None, None, "text is null, not a string"),
    ]
    assert flat_batch(found.slice(1)).num_rows == 1
    assert flat_batch(found.slice(1, 1)).to_pylist() == rows[2:]


def test_the_driver_of_a_run_carries_no_arrow() -> None:
    code = (
        "import sys, pipeline.corpus.run, pipeline.corpus.command; sys.exit('pyarrow' in sys.modules or 'duckdb' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
