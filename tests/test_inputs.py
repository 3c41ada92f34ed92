"""Odd but good input is read; output is whole or not there."""

from __future__ import annotations

import gzip
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.encoding import decode, looks_like
from pipeline.errors import InputError
from pipeline.output import OutputError, write, write_each
from tests.command import ROOT, tadqiq

ARABIC = "بلغت الأرباح خمسة ملايين دينار، وهي أعلى نسبة في تاريخ الشركة"


@pytest.mark.parametrize("row", ['"id": null', '"id": ""', '"published": null, "region": null', '"published": "", "region": ""'])
def test_what_a_table_left_empty_is_not_said(row: str) -> None:
    told = tadqiq("extract", "-", "--format", "jsonl", "--region", "EG", stdin=f'{{{row}, "text": "دفع 5 جنيهات"}}\n'.encode())
    assert [(found["id"], found["claims"][0]["currency"]) for found in told.rows] == [("stdin:1", "EGP")]


def test_an_output_that_stood_there_stays_when_a_row_is_bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("r.jsonl").write_bytes(b'{"text": "a"}\n' * 1000 + b"{")
    Path("out.jsonl").write_bytes(b"old\n")
    assert tadqiq("extract", "r.jsonl", "-o", "out.jsonl").code == 2
    assert Path("out.jsonl").read_bytes() == b"old\n"
    assert sorted(os.listdir()) == ["out.jsonl", "r.jsonl"]


def test_subdirectories_that_are_left_out_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("in/one", "in/two", "in/.git", "bare/one"):
        Path(folder).mkdir(parents=True)
    Path("in/a.txt").touch()
    result = tadqiq("extract", "in")
    assert (result.code, result.json["claims"]) == (0, [])
    assert result.err == "tadqiq: in: subdirectories left out: 2; name them, or use `tadqiq corpus`\n"
    assert "put .txt files into it, or name its subdirectories" in tadqiq("extract", "bare").err


def test_an_ending_says_nothing_where_the_format_is_given_or_a_directory_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").touch()
    for words in (("-o", "x.pdf", "--format", "jsonl"), ("-o", "claims.2025/"), ("-o", "claims.2025"), ("-o", "plain")):
        assert tadqiq("extract", "a.txt", *words).code == 0
    assert sorted(os.listdir()) == ["a.txt", "claims.2025", "plain", "x.pdf"]


def test_an_empty_file_has_no_claims(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").touch()
    Path("r.jsonl").touch()
    result = tadqiq("extract", "a.txt")
    assert (result.code, result.err) == (0, "")
    assert (result.json["claims"], result.json["source"]["characters"]) == ([], 0)
    assert tadqiq("extract", "r.jsonl").out == b""


def test_offsets_count_what_is_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A byte order mark, carriage returns and marks on letters stay in the text."""
    monkeypatch.chdir(tmp_path)
    text = "\ufeffسطر\r\nآخر \N{ARABIC FATHA}\U0001f600"
    Path("a.txt").write_bytes(text.encode())
    assert tadqiq("extract", "a.txt").json["source"]["characters"] == len(text)


def test_settings_beside_a_text_come_before_the_caller_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").touch()
    Path("a.toml").write_text('title = "x"\npublished = 2020-01-02\n', encoding="utf-8")
    source = tadqiq("extract", "a.txt", "--published", "2024-05-06", "--region", "ma").json["source"]
    assert (source["published"], source["region"]) == ("2020-01-02", "MA")


def test_rows_and_text_from_standard_input() -> None:
    rows = b'{"id": 7, "text": ""}\n\n{"text": "", "published": "2025-03-28T10:00:00Z"}\n'
    result = tadqiq("extract", "-", "--format", "jsonl", stdin=rows)
    assert [row["id"] for row in result.rows] == ["7", "stdin:3"]
    assert tadqiq("extract", "-", stdin="{ نص".encode()).json["source"]["path"] == "-"


def test_an_id_cannot_leave_the_output_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("r.jsonl").write_bytes(b'{"id": "../../x", "text": ""}\n{"id": "..", "text": ""}\n')
    assert tadqiq("extract", "r.jsonl", "--format", "json", "-o", "out").code == 0
    assert sorted(os.listdir("out")) == ["%2E.%2F..%2Fx.claims.json", "%2E..claims.json"]
    assert sorted(os.listdir()) == ["out", "r.jsonl"]


def test_encodings_are_guessed_with_reserve() -> None:
    assert looks_like(b"caf\xe9 cr\xe8me br\xfbl\xe9e d\xe9j\xe0 v\xfb", 3) is None
    assert looks_like(ARABIC.encode("iso8859-6", "replace"), 0) == "ISO-8859-6"
    with pytest.raises(InputError, match=r"x: not UTF-8 at byte 3 \(0xFF\); mend or convert the file"):
        decode(b"abc\xff", "x")
    assert decode("سطر\x06واحد".encode(), "x") == "سطر\x06واحد"


REMEDY = re.compile(r"convert it: (.* > (new\.\w+))$", re.MULTILINE)


@pytest.mark.parametrize("name", ["my text.txt", "rows.jsonl", "folder/cp.txt", "folder/rows.jsonl.gz", "folder/n.csv"])
def test_the_command_that_converts_can_be_run_as_it_stands(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    text = {"l": f'{{"text": "{ARABIC}"}}\n', "v": f"text\n{ARABIC}\n", "t": ARABIC}[name.removesuffix(".gz")[-1]]
    data = text.encode("cp1256")
    Path(name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    told = tadqiq("extract", name).err if "/" not in name else tadqiq("corpus", "folder", "out").err
    remedy = REMEDY.search(told)
    assert remedy, told
    subprocess.run(remedy[1], shell=True, check=True)
    assert Path(remedy[2]).read_text(encoding="utf-8") == text
    assert Path(remedy[2]).suffix == Path(name.removesuffix(".gz")).suffix


def test_what_no_command_reaches_is_not_converted_by_one() -> None:
    piped = tadqiq("extract", "-", stdin=ARABIC.encode("cp1256")).err
    assert piped.endswith("convert it on its way: … | iconv -f WINDOWS-1256 -t UTF-8 | tadqiq …\n")
    with pytest.raises(InputError, match=r"looks like WINDOWS-1256; convert it to UTF-8$"):
        decode(ARABIC.encode("cp1256"), "text", None)


def test_write_is_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "new" / "out"

    def broken() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(target, broken())
    assert list(tmp_path.iterdir()) == []
    write(target, [b"one"])
    target.chmod(0o640)
    write(target, [b"two"])
    assert (target.read_bytes(), target.stat().st_mode & 0o777, os.listdir(target.parent)) == (b"two", 0o640, ["out"])


def test_a_set_of_files_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_each(tmp_path / "set", [("a", b"1"), ("b", b"2")])
    assert sorted(os.listdir(tmp_path / "set")) == ["a", "b"]
    with pytest.raises(OutputError, match="File name too long"):
        write_each(tmp_path / "set", [("a", b"changed"), ("b" * 300, b"2")])
    assert (tmp_path / "set" / "a").read_bytes() == b"1"
    assert sorted(os.listdir(tmp_path / "set")) == ["a", "b"]


def test_a_device_is_written_to_and_stays_one(tmp_path: Path) -> None:
    write(Path(os.devnull), [b"gone"])
    assert Path(os.devnull).is_char_device()
    link = tmp_path / "link"
    link.symlink_to("real")
    write(link, [b"x"])
    assert link.is_symlink()
    assert (tmp_path / "real").read_bytes() == b"x"


@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted_runs_leave_nothing_behind(how: signal.Signals, code: int, tmp_path: Path) -> None:
    words = [sys.executable, "-m", "pipeline", "extract", "-", "--format", "jsonl", "-o", str(tmp_path / "out" / "c.jsonl")]
    process = subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin is not None
    process.stdin.write(b'{"text": ""}\n')
    process.stdin.flush()
    for _ in range(200):
        if (tmp_path / "out").exists() and os.listdir(tmp_path / "out"):
            break
        time.sleep(0.05)
    assert os.listdir(tmp_path / "out")
    process.send_signal(how)
    _, err = process.communicate(timeout=20)
    # Python ends by the signal itself where Ctrl-C met a class being built from text (a NamedTuple's); a shell says 130 to both
    assert process.returncode == code or process.returncode == -how == -signal.SIGINT
    assert err == b""
    assert os.listdir(tmp_path) == []


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    full = Path("/dev/full")  # Linux's device on which every write fails
    if not full.exists():
        full = tmp_path
    with pytest.raises(OutputError, match="cannot be written"):
        write(full, [b"x" * 10_000])


def test_a_closed_pipe_ends_quietly() -> None:
    rows = b'{"text": ""}\n' * 20_000
    script = f"{sys.executable} -m pipeline extract - --format jsonl | head -n 1"
    done = subprocess.run(["bash", "-c", script], cwd=ROOT, input=rows, capture_output=True, check=False)
    assert done.stdout == b'{"id":"stdin:1","claims":[]}\n'
    assert done.stderr == b""
