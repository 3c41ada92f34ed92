"""Faults of places: what cannot be written is told in one line with exit 2, and nothing is left half-written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.claims import load
from pipeline.errors import TadqiqError
from pipeline.output import write

from .command import ROOT, run, told
from .scale_help import TEXT, news_rows

AS_ROOT = os.geteuid() == 0


@pytest.mark.parametrize("how", ["same", "symlink", "hard link"])
def test_the_input_is_never_written_over(how: str, tmp_path: Path) -> None:
    path, other = tmp_path / "r.jsonl", tmp_path / "other.jsonl"
    path.write_bytes(news_rows(2))
    if how == "symlink":
        other.symlink_to(path)
    elif how == "hard link":
        other.hardlink_to(path)
    name = "r.jsonl" if how == "same" else "other.jsonl"
    assert "is the input itself" in told(run("extract", "r.jsonl", "-o", name, folder=tmp_path))
    assert path.read_bytes() == news_rows(2)


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
    (tmp_path / "r.jsonl").write_bytes(news_rows(200))
    out = small_disk / "out.jsonl"
    out.write_bytes(b"old\n")
    assert "No space left on device" in told(run("extract", "r.jsonl", "-o", str(out), folder=tmp_path))
    assert "No space left on device" in told(
        run("extract", "r.jsonl", "--format", "json", "-o", f"{small_disk}/new/", folder=tmp_path)
    )
    assert (out.read_bytes(), os.listdir(small_disk)) == (b"old\n", ["out.jsonl"])
    (small_disk / "other").write_bytes(b"x" * 48_000)
    done = run("corpus", "r.jsonl", str(small_disk / "run"), folder=tmp_path)
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
    (folder / "r.jsonl").write_bytes(news_rows(2))
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
        line = told(run("extract", "r.jsonl", *words, folder=read_only))
        assert "cannot be written: Read-only file system" in line or "cannot be written: Permission denied" in line
    assert "give a folder that can be written" in told(run("corpus", "r.jsonl", "run", folder=read_only))
    assert len(run("extract", "r.jsonl", folder=read_only).stdout.splitlines()) == 2
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
