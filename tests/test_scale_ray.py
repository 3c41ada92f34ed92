"""Ray Data with two raylets: the rows of the local engine, even when a node is killed in the middle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from pipeline.corpus.run import run_corpus
from pipeline.corpus.settings import Settings
from tests.command import tadqiq
from tests.scale_help import ROOT, committed, finish, result_lines, start, wait_until, write_corpus

DOCUMENTS = 1500
PART_BYTES = "5000"


@pytest.fixture
def cluster() -> Iterator[dict[str, Any]]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.scale_cluster"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield next(orjson.loads(line) for line in process.stdout if line.startswith(b'{"address"'))
        process.stdin.close()
        process.wait(60)


def test_kill_9_of_a_node_then_the_same_command(tmp_path: Path, cluster: dict[str, Any]) -> None:
    corpus = write_corpus(tmp_path / "news.jsonl", DOCUMENTS)
    slow = Settings(extractor="tests.scale_fakes:slow_claims")
    run_corpus([str(corpus)], tmp_path / "local", slow, workers=2, part_bytes=int(PART_BYTES))
    out, words = tmp_path / "ray", ("--ray", cluster["address"], PART_BYTES, "2", str(corpus))
    run = start(out, *words)
    wait_until(lambda: committed(out) >= 3, run)
    os.kill(cluster["raylet"], signal.SIGKILL)
    assert committed(out) < len((out / "plan.jsonl").read_bytes().splitlines())
    finish(run, 180)
    code, printed, told = finish(start(out, *words), 180)
    assert code == 0, told
    assert f"documents   {DOCUMENTS:,} " in printed
    assert result_lines(out) == result_lines(tmp_path / "local")
    assert committed(out) == len((out / "plan.jsonl").read_bytes().splitlines())
    assert list((out / "tmp").iterdir()) == []


def test_ray_is_started_here_when_no_address_is_given(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "news.jsonl", 50)
    command = [sys.executable, "-m", "pipeline", "corpus", str(corpus), "--workers", "1", "--part-size", "1000"]
    for out, engine in ((tmp_path / "ray", "ray"), (tmp_path / "local", "local")):
        done = subprocess.run([*command, str(out), "--engine", engine], cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "documents   50 " in done.stdout
    assert result_lines(tmp_path / "ray") == result_lines(tmp_path / "local")


def test_a_part_that_kills_its_workers_holds_up_nobody(tmp_path: Path, cluster: dict[str, Any]) -> None:
    corpus, out = write_corpus(tmp_path / "news.jsonl", 60, poison=30), tmp_path / "out"
    run = start(out, "--ray", cluster["address"], "1000", "2", str(corpus), extractor="deadly_claims")
    code, _, told = finish(run, 180)
    assert code == 0, told
    assert "Ray gave up part-000001" in told
    rows = [orjson.loads(line) for line in result_lines(out)]
    (bad,) = [row for row in rows if row["error"]]
    assert {row["row"] for row in rows if not row["error"]} == set(range(1, 61)) - set(
        range(bad["row"], bad["row"] + 61 - len(rows))
    )


def test_no_cluster_is_told_in_a_line(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "news.jsonl", 1)
    done = tadqiq("corpus", corpus, tmp_path / "out", "--engine", "ray", "--address", "127.0.0.1:1")
    assert done.code == 2
    assert "no Ray cluster at 127.0.0.1:1" in done.err
