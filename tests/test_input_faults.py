"""Faults of files and disks: what cannot be read or written is told in one line with exit 2, and nothing is left half-written."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import orjson
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.claims import load
from pipeline.corpus.local import Event
from pipeline.corpus.run import run_corpus
from pipeline.corpus.settings import Settings
from pipeline.errors import InputError, TadqiqError
from pipeline.output import write
from pipeline.sources import Defaults, read_all

from .command import ROOT, tadqiq
from .scale_help import result_lines

TEXT = "بلغت الأرباح 20 مليون دولار في 2019.\n"
AS_ROOT = os.geteuid() == 0


def _rows(count: int) -> bytes:
    return b"".join(orjson.dumps({"id": str(n), "text": TEXT * 20}, option=orjson.OPT_APPEND_NEWLINE) for n in range(count))


def _run(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline", *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def _told(done: subprocess.CompletedProcess[str]) -> str:
    """The one line of an error with exit 2."""
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("tadqiq: ")
    assert done.stderr.count("\n") == 1
    return done.stderr


# --- files that are cut off, tied in knots, or nested without an end


@pytest.mark.parametrize("keep", [0.01, 0.6])
def test_truncated_parquet_and_gzip_are_error_rows(keep: float, tmp_path: Path) -> None:
    """Whole rows before the cut are read, the rest is one row that says so, and the run ends well."""
    pq.write_table(
        pa.table({"id": [str(n) for n in range(300)], "text": [TEXT * 20] * 300}), tmp_path / "whole.parquet", row_group_size=50
    )
    (tmp_path / "whole.jsonl.gz").write_bytes(gzip.compress(_rows(300)))
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
    assert len(_run("extract", "in", "--format", "jsonl", folder=tmp_path).stdout.splitlines()) == 1
    assert "self.txt" in _told(_run("extract", "in/self.txt", folder=tmp_path))
    (tmp_path / "in" / "self.txt").unlink()
    run_corpus([str(tmp_path / "in")], str(tmp_path / "out"), Settings(), workers=1)
    assert len(result_lines(tmp_path / "out")) == 1


@pytest.mark.parametrize(
    "row", [b"[" * 100_000, b'{"text": ' * 100_000, b'{"text": "\\ud800"}', b'{"text": "a"}\x00', b'{"text": 1e999}']
)
def test_rows_that_strain_a_parser(row: bytes, tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_bytes(b'{"text": "a"}\n' + row + b"\n")
    assert "r.jsonl:2: " in _told(_run("extract", "r.jsonl", "-o", "out.jsonl", folder=tmp_path))
    assert sorted(os.listdir(tmp_path)) == ["r.jsonl"]


def test_a_settings_file_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.toml").mkdir()
    assert "a.toml: cannot be read: Is a directory" in _told(_run("extract", "a.txt", folder=tmp_path))


# --- files that change while they are read


def test_a_file_that_is_cut_while_it_is_read(tmp_path: Path) -> None:
    """The rows before the cut are whole; the run ends with the place of the one that is not."""
    path = tmp_path / "r.jsonl"
    path.write_bytes(_rows(2_000))
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
    (tmp_path / "r.jsonl").write_bytes(_rows(3))
    run_corpus([str(tmp_path / "r.jsonl")], str(tmp_path / "out"), Settings(), workers=1)
    before = result_lines(tmp_path / "out")
    (tmp_path / "r.jsonl").write_bytes(_rows(4))
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


def test_a_corpus_that_changes_while_it_is_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_bytes(_rows(3))
    meddler = _Meddler(tmp_path / "r.jsonl", b"\n" + _rows(3))
    with pytest.raises(TadqiqError, match="the input changed while it was read; start again with another folder"):
        run_corpus([str(tmp_path / "r.jsonl")], str(tmp_path / "out"), Settings(), workers=1, watcher=meddler)


# --- places that cannot be written to


@pytest.mark.parametrize("how", ["same", "symlink", "hard link"])
def test_the_input_is_never_written_over(how: str, tmp_path: Path) -> None:
    path, other = tmp_path / "r.jsonl", tmp_path / "other.jsonl"
    path.write_bytes(_rows(2))
    if how == "symlink":
        other.symlink_to(path)
    elif how == "hard link":
        other.hardlink_to(path)
    name = "r.jsonl" if how == "same" else "other.jsonl"
    assert "is the input itself" in _told(_run("extract", "r.jsonl", "-o", name, folder=tmp_path))
    assert path.read_bytes() == _rows(2)


def _mounted(place: Path, *options: str) -> bool:
    """A file system of its own at ``place``: what only root can make, and what holds for root too."""
    command = ["mount", "-t", "tmpfs", *options, "tmpfs", str(place)]
    return AS_ROOT and subprocess.run(command, check=False, capture_output=True).returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KB."""
    place = tmp_path / "disk"
    place.mkdir()
    if not _mounted(place, "-o", "size=64k"):
        pytest.skip("a small file system is mounted by root alone")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_leaves_what_stood_there(small_disk: Path, tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_bytes(_rows(200))
    out = small_disk / "out.jsonl"
    out.write_bytes(b"old\n")
    assert "No space left on device" in _told(_run("extract", "r.jsonl", "-o", str(out), folder=tmp_path))
    assert "No space left on device" in _told(
        _run("extract", "r.jsonl", "--format", "json", "-o", f"{small_disk}/new/", folder=tmp_path)
    )
    assert (out.read_bytes(), os.listdir(small_disk)) == (b"old\n", ["out.jsonl"])
    (small_disk / "other").write_bytes(b"x" * 48_000)
    done = _run("corpus", "r.jsonl", str(small_disk / "run"), folder=tmp_path)
    assert done.returncode == 2
    assert "make room" in done.stderr


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A folder that may be read and not written: by a mount for root, whom no permissions stop, else by permissions."""
    folder = tmp_path / "there"
    folder.mkdir()
    mounted = _mounted(folder)
    if AS_ROOT and not mounted:
        pytest.skip("root may write anywhere, and may not mount here")
    (folder / "r.jsonl").write_bytes(_rows(2))
    if mounted:
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    else:
        folder.chmod(0o555)
    yield folder
    if mounted:
        subprocess.run(["umount", str(folder)], check=True)
    else:
        folder.chmod(0o755)


def test_a_folder_that_may_only_be_read(read_only: Path) -> None:
    for words in (["-o", "out.jsonl"], ["-o", "new/"], ["--format", "json", "-o", "."]):
        told = _told(_run("extract", "r.jsonl", *words, folder=read_only))
        assert "cannot be written: Read-only file system" in told or "cannot be written: Permission denied" in told
    assert "give a folder that can be written" in _told(_run("corpus", "r.jsonl", "run", folder=read_only))
    assert len(_run("extract", "r.jsonl", folder=read_only).stdout.splitlines()) == 2
    assert os.listdir(read_only) == ["r.jsonl"]


def test_two_runs_of_one_output_leave_one_whole_file(tmp_path: Path) -> None:
    """Each run writes beside its place and renames: the file is always that of one of them."""
    target = tmp_path / "out"
    contents = [bytes([65 + n]) * 200_000 for n in range(6)]

    def many(content: bytes) -> None:
        for _ in range(10):
            write(target, (content[at : at + 1000] for at in range(0, len(content), 1000)))

    threads = [threading.Thread(target=many, args=(content,)) for content in contents]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        if target.exists():
            assert target.read_bytes() in contents
    assert target.read_bytes() in contents
    assert os.listdir(tmp_path) == ["out"]


def test_two_commands_with_one_output_directory(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    for n in range(5):
        (tmp_path / "texts" / f"{n}.txt").write_text(TEXT * (n + 1), encoding="utf-8")
    command = [sys.executable, "-m", "pipeline", "extract", "texts", "-o", "claims"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    runs = [subprocess.Popen(command, cwd=tmp_path, env=environment) for _ in range(2)]
    assert [run.wait(60) for run in runs] == [0, 0]
    assert sorted(os.listdir(tmp_path / "claims")) == [f"{n}.claims.json" for n in range(5)]
    for n in range(5):
        path = tmp_path / "claims" / f"{n}.claims.json"
        assert len(load(path.read_bytes(), path.name).claims) == 2 * (n + 1)


def test_the_output_directory_goes_while_a_run_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("out").mkdir()

    def chunks() -> Iterator[bytes]:
        yield b"half"
        shutil.rmtree("out")

    with pytest.raises(TadqiqError, match="out/c: cannot be written: No such file"):
        write(Path("out/c"), chunks())
    assert os.listdir() == []


def test_an_input_of_many_megabytes_in_one_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("r.jsonl").write_bytes(orjson.dumps({"text": "س" * 3_000_000 + " 5%"}))
    (row,) = tadqiq("extract", "r.jsonl").rows
    assert [claim["start"] for claim in row["claims"]] == [3_000_001]
