"""The kernel as it is under other engines: each example gives the claims that ``extract`` gives."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from benchmarks.make_corpus import rows as generated
from pipeline.corpus import claims_of
from pipeline.flow import claim_dicts
from tests.scale_help import ROOT

JAVA = pytest.mark.skipif(shutil.which("java") is None or not find_spec("pyspark"), reason="Spark needs Java")
DAFT = pytest.mark.skipif(not find_spec("daft"), reason="Daft is not installed")


@pytest.mark.parametrize(
    "example", ["hugging_face", "ray_data", pytest.param("spark", marks=JAVA), pytest.param("daft_frame", marks=DAFT)]
)
def test_the_example_extracts_what_extract_does(tmp_path: Path, example: str) -> None:
    documents = [orjson.loads(line) for line in generated(60_000, seed=3)]
    columns = ("id", "text") if example == "daft_frame" else ("id", "text", "published", "region")
    rows: list[dict[str, Any]] = [{name: document[name] for name in columns} for document in documents]
    pq.write_table(pa.Table.from_pylist([*rows, {"id": "bad", "text": None}]), tmp_path / "in.parquet")
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "HF_HUB_OFFLINE": "1",
        "HF_HOME": str(tmp_path / "hub"),
        "DO_NOT_TRACK": "1",
    }
    paths = (ROOT / "examples" / f"{example}.py", tmp_path / "in.parquet", tmp_path / "out.parquet")
    command = [sys.executable, *map(str, paths)]
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=240)
    assert done.returncode == 0, done.stderr
    found = pq.read_table(tmp_path / "out.parquet").to_pylist()
    results = {row["id"]: row for row in (row.get("result", row) for row in found)}
    assert len(found) == len(results) == len(rows) + 1
    assert results["bad"]["error"] == "text is null, not a string"
    for row in rows:
        wanted = claim_dicts(row["text"], published=row.get("published"), region=row.get("region"))
        assert claims_of(results[row["id"]]["claims"]) == wanted
