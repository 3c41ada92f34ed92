"""Faults of files: what cannot be read is told in one line with exit 2, and costs nothing else."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import orjson
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.corpus.local import Event
from pipeline.corpus.run import run_corpus
from pipeline.corpus.settings import Settings
from pipeline.errors import InputError, TadqiqError
from pipeline.sources import Defaults, read_all

from .command import run, tadqiq, told
from .scale_help import TEXT, news_rows, result_lines

# --- files that are cut off, tied in knots, or nested without an end


@pytest.mark.parametrize("keep", [0.01, 0.6])
def test_truncated_parquet_and_gzip_are_error_rows(keep: float, tmp_path: Path) -> None:
    """Whole rows before the cut are read, the rest is one row that says so, and the run ends well."""
    pq.write_table(
        pa.table({"id": [str(n) for n in range(300)], "text": [TEXT * 20] * 300}), tmp_path / "whole.parquet", row_group_size=50
    )
    (tmp_path / "whole.jsonl.gz").write_bytes(gzip.compress(news_rows(300)))
    (tmp_path / "in").mkdir()
    for name in ("whole.parquet", "whole.jsonl.gz"):
        data = (tmp_path / name).read_bytes()
        (tmp_path / "in" / name.replace("whole", "cut")).write_bytes(data[: int(len(data) * keep)])
    run_corpus([str(tmp_path / "in")], str(tmp_path / "out"), Settings(), workers=1)
    rows = [orjson.loads(line) for line in result_lines(tmp_path / "out")]
    for name in ("cut.parquet", "cut.jsonl.gz"):
        bad = [row for row in rows if row["file"].endswith(name) and row["error"]]
        assert len(bad) == 1, (name, bad)


def test_symlinks_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "deep" / "up").symlink_to("..", target_is_directory=True)
    (tmp_path / "in" / "self.txt").symlink_to("self.txt")
    assert len(run("extract", "in", "--format", "jsonl", folder=tmp_path).stdout.splitlines()) == 1
    assert "self.txt" in told(run("extract", "in/self.txt", folder=tmp_path))
    (tmp_path / "in" / "self.txt").unlink()
    run_corpus([str(tmp_path / "in")], str(tmp_path / "out"), Settings(), workers=1)
    assert len(result_lines(tmp_path / "out")) == 1


@pytest.mark.parametrize(
    "row", [b"[" * 100_000, b'{"text": ' * 100_000, b'{"text": "\\ud800"}', b'{"text": "a"}\x00', b'{"text": 1e999}']
)
def test_rows_that_strain_a_parser(row: bytes, tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_bytes(b'{"text": "a"}\n' + row + b"\n")
    assert "r.jsonl:2: " in told(run("extract", "r.jsonl", "-o", "out.jsonl", folder=tmp_path))
    assert sorted(os.listdir(tmp_path)) == ["r.jsonl"]


def test_a_byte_order_mark_before_the_rows_is_none_of_them(tmp_path: Path) -> None:
    rows = tmp_path / "r.jsonl"
    rows.write_text('\ufeff{"id": "a", "text": "دفع 5 دولارات"}\n', encoding="utf-8")
    done = tadqiq("extract", rows)
    assert [claim["start"] for claim in done.rows[0]["claims"]] == [4]
    assert tadqiq("extract", "-", "--format", "jsonl", stdin=rows.read_bytes()).out == done.out


def test_a_settings_file_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.toml").mkdir()
    assert "a.toml: cannot be read: Is a directory" in told(run("extract", "a.txt", folder=tmp_path))


# --- files that change while they are read


def test_a_file_that_is_cut_while_it_is_read(tmp_path: Path) -> None:
    """The rows before the cut are whole; the run ends with the place of the one that is not."""
    path = tmp_path / "r.jsonl"
    path.write_bytes(news_rows(2_000))
    sources = read_all([str(path)], Defaults())
    first = next(sources)
    with path.open("r+b") as file:
        file.truncate(900_000)
    assert first.text == TEXT * 20
    with pytest.raises(InputError, match=r"r\.jsonl:\d+: (the row is no JSON|not UTF-8)"):
        assert all(source.text == TEXT * 20 for source in sources)


def test_a_file_that_vanishes_before_its_turn(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    sources = read_all([str(tmp_path)], Defaults())
    next(sources)
    (tmp_path / "b.txt").unlink()
    with pytest.raises(InputError, match=r"b\.txt: cannot be read: No such file"):
        next(sources)


def test_a_corpus_that_changed_is_not_gone_on_with(tmp_path: Path) -> None:
    """A text is read once, at its turn; when a run goes on, the files must still be those that it began with."""
    (tmp_path / "r.jsonl").write_bytes(news_rows(3))
    run_corpus([str(tmp_path / "r.jsonl")], str(tmp_path / "out"), Settings(), workers=1)
    before = result_lines(tmp_path / "out")
    (tmp_path / "r.jsonl").write_bytes(news_rows(4))
    with pytest.raises(TadqiqError, match="not those that this run began with"):
        run_corpus([str(tmp_path / "r.jsonl")], str(tmp_path / "out"), Settings(), workers=1)
    assert result_lines(tmp_path / "out") == before


class _Meddler:
    """Writes to the input when the plan is made and nothing is read yet."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path, self.data = path, data

    def begin(self, total_bytes: int, done_bytes: int, resumed: int) -> None:
        self.path.write_bytes(self.data)

    def event(self, event: Event, done_bytes: int) -> None:
        """Nothing more."""


def test_a_corpus_that_changes_while_it_is_read_istold(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_bytes(news_rows(3))
    meddler = _Meddler(tmp_path / "r.jsonl", b"\n" + news_rows(3))
    with pytest.raises(TadqiqError, match="the input changed while it was read; start again with another folder"):
        run_corpus([str(tmp_path / "r.jsonl")], str(tmp_path / "out"), Settings(), workers=1, watcher=meddler)


def test_an_input_of_many_megabytes_in_one_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("r.jsonl").write_bytes(orjson.dumps({"text": "س" * 3_000_000 + " 5%"}))
    (row,) = tadqiq("extract", "r.jsonl").rows
    assert [claim["start"] for claim in row["claims"]] == [3_000_001]
