"""Whoever is killed, and whenever: the same command again ends with the rows of an undisturbed run, none lost, none twice."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from pipeline.corpus.run import run_corpus
from pipeline.corpus.settings import Settings
from tests.scale_help import ROOT, children, committed, finish, result_lines, start, wait_until, write_corpus

DOCUMENTS = 600
PART_BYTES = "2000"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("kill") / "news.jsonl", DOCUMENTS)


@pytest.fixture(scope="module")
def undisturbed(corpus: Path) -> list[bytes]:
    out = corpus.parent / "undisturbed"
    settings = Settings(extractor="tests.scale_fakes:slow_claims")
    summary = run_corpus([str(corpus)], out, settings, workers=2, part_bytes=int(PART_BYTES))
    assert (summary.documents, summary.claims["money"], summary.errors) == (DOCUMENTS, 2 * DOCUMENTS, 0)
    return result_lines(out)


def assert_whole(out: Path, undisturbed: list[bytes]) -> None:
    assert result_lines(out) == undisturbed
    assert list((out / "tmp").iterdir()) == []
    parts = [orjson.loads(line)["part"] for line in (out / "manifest.jsonl").read_bytes().splitlines()]
    assert sorted(parts) == list(range(len(parts)))


def test_kill_9_of_a_worker_costs_nothing(tmp_path: Path, corpus: Path, undisturbed: list[bytes]) -> None:
    out = tmp_path / "out"
    run = start(out, PART_BYTES, "2", str(corpus))
    wait_until(lambda: committed(out) >= 3, run)
    os.kill(children(run.pid)[0], signal.SIGKILL)
    code, printed, told = finish(run)
    assert code == 0, told
    assert "a worker died at part-" in told
    assert f"documents   {DOCUMENTS}" in printed
    assert finish(start(out, PART_BYTES, "2", str(corpus)))[0] == 0
    assert_whole(out, undisturbed)


def test_kill_9_of_the_driver_then_the_same_command(tmp_path: Path, corpus: Path, undisturbed: list[bytes]) -> None:
    out = tmp_path / "out"
    run = start(out, PART_BYTES, "2", str(corpus))
    wait_until(lambda: committed(out) >= 3, run)
    workers = children(run.pid)
    run.kill()
    finish(run)
    before = committed(out)
    assert 3 <= before < len((out / "plan.jsonl").read_bytes().splitlines())
    again = start(out, PART_BYTES, "2", str(corpus))
    code, printed, told = finish(again)
    assert code == 0, told
    assert f"({before} from before)" in printed
    assert f"going on: {before} parts are done already" in told
    assert len(workers) == 2
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)
    assert_whole(out, undisturbed)


def test_a_driver_killed_again_and_again(tmp_path: Path, corpus: Path, undisturbed: list[bytes]) -> None:
    out = tmp_path / "out"
    for target in (1, 4, 9):
        run = start(out, PART_BYTES, "2", str(corpus))
        wait_until(lambda target=target: committed(out) >= target, run)  # type: ignore[misc]
        run.kill()
        finish(run)
    with open(out / "manifest.jsonl", "ab") as manifest:
        manifest.write(b'{"part": 1')  # a line that the crash cut short
    assert finish(start(out, PART_BYTES, "1", str(corpus)))[0] == 0
    torn = (out / "manifest.jsonl").read_bytes().splitlines()
    (out / "manifest.jsonl").write_bytes(b"\n".join(line for line in torn if line.endswith(b"}")) + b"\n")
    assert_whole(out, undisturbed)


def test_ctrl_c_keeps_what_is_done_and_leaves_nobody_behind(tmp_path: Path, corpus: Path, undisturbed: list[bytes]) -> None:
    out = tmp_path / "out"
    run = start(out, PART_BYTES, "2", str(corpus))
    wait_until(lambda: committed(out) >= 3, run)
    workers = children(run.pid)
    os.killpg(run.pid, signal.SIGINT)
    code, _, told = finish(run)
    assert code != 0
    assert "interrupted; the same command goes on" in told
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)
    assert list((out / "tmp").iterdir()) == []
    assert finish(start(out, PART_BYTES, "2", str(corpus)))[0] == 0
    assert_whole(out, undisturbed)


def test_a_part_that_kills_three_workers_is_reported_and_the_rest_goes_on(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "news.jsonl", 100, poison=50)
    out = tmp_path / "out"
    code, printed, told = finish(start(out, "1000", "2", str(corpus), extractor="deadly_claims"))
    assert code == 0, told
    assert told.count("a worker died at part-") == 3
    rows = [orjson.loads(line) for line in result_lines(out)]
    (bad,) = [row for row in rows if row["error"]]
    assert "the worker died 3 times (signal 9)" in bad["error"]
    assert bad["row"] <= 50 < bad["row"] + 101 - len(rows)
    assert "errors      1" in printed
    good = {row["row"] for row in rows if not row["error"]}
    assert good == set(range(1, bad["row"])) | set(range(bad["row"] + 101 - len(rows), 101))


def test_a_full_disk_ends_the_run_and_the_same_command_goes_on(tmp_path: Path, corpus: Path, undisturbed: list[bytes]) -> None:
    out = tmp_path / "out"

    def small_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))

    command = [sys.executable, "-m", "tests.scale_run", PART_BYTES, "2", str(corpus), str(out), "slow_claims"]
    full = subprocess.run(command, cwd=ROOT, preexec_fn=small_disk, capture_output=True, text=True, check=False)
    assert full.returncode == 2, full.stderr
    assert "File too large; make room, then start the same command again" in full.stderr
    assert list((out / "tmp").iterdir()) == []
    assert finish(start(out, PART_BYTES, "2", str(corpus)))[0] == 0
    assert_whole(out, undisturbed)
