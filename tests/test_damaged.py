"""What tadqiq itself wrote, and something else has damaged since: told in one line that names the file, with exit 2."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from .command import ROOT, tadqiq
from .reviewing import FIXTURE, NAME, lay

ROW = '{"id": "a", "text": "بلغ السعر 5 دولارات"}\n'

RUNS = {
    "a record cut off": ("run.json", b'{"layout"', "o/run.json: cannot be read: "),
    "a record of something else": ("run.json", b"[]", "o/run.json: not the record of a run; "),
    "a line of something else": ("manifest.jsonl", b'{"part": 0}\n', "o/manifest.jsonl:1: not the line of a part; "),
    "a part that is no Parquet": ("claims/part-000000.parquet", b"x", "o: the results cannot be read: "),
}

LOGS = {
    "cut off": b'{"id"',
    "of something else": b"7",
    "with a number for a list": b'{"id": "1", "at": "", "who": "", "action": "keep", "settles": 7}',
}


@pytest.mark.parametrize("label", RUNS)
def test_a_damaged_corpus_run(label: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name, content, told = RUNS[label]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.jsonl").write_text(ROW, encoding="utf-8")
    assert tadqiq("corpus", "r.jsonl", "o", "--workers", "1", "-q").code == 0
    (tmp_path / "o" / name).write_bytes(content)
    commands = [("stats", "o"), ("corpus", "r.jsonl", "o", "-q")][: 1 if name.endswith(".parquet") else 2]
    for words in commands:
        done = tadqiq(*words)
        assert (done.code, done.err.count("\n")) == (2, 1)
        assert told in done.err


@pytest.mark.parametrize("label", LOGS)
def test_a_damaged_review_log(label: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lay(tmp_path, FIXTURE)
    assert tadqiq("export", "--to", "labelstudio", "-o", "tasks.json").code == 0
    (tmp_path / "fixtures" / f"{NAME}.review.jsonl").write_bytes(LOGS[label] + b"\n")
    done = tadqiq("import", "tasks.json")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert f"{NAME}.review.jsonl:1: not a line of a review log" in done.err


@pytest.mark.parametrize("words", [("export", "--to", "csv"), ("validate",), ("diff",)])
def test_a_fixture_whose_offsets_are_off(words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("seeds", "fixtures"):
        shutil.copytree(ROOT / folder, folder)
    assert tadqiq("extract", "seeds", "-o", "build/claims").code == 0
    path = tmp_path / "fixtures" / "coreweave-ipo.claims.json"
    fixture = json.loads(path.read_bytes())
    fixture["claims"][3]["start"] += 1
    path.write_text(json.dumps(fixture), encoding="utf-8")
    done = tadqiq(*words)
    assert done.code == 2
    assert "coreweave-ipo.claims.json: claims.3 (money-4615e3bf): " in done.err
    assert "mend the offsets" in done.err
    assert not (tmp_path / "build" / "export").exists()
