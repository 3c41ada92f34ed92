"""Bad input: one line that names the place and the remedy, exit 2, and nothing half-written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command import tadqiq

ARABIC = "بلغت الأرباح خمسة ملايين دينار، وهي أعلى نسبة في تاريخ الشركة"


def _file(name: str, content: bytes, *options: str) -> Callable[[Path], list[str]]:
    def make(folder: Path) -> list[str]:
        (folder / name).write_bytes(content)
        return [name, *options]

    return make


def _text_with_settings(settings: str) -> Callable[[Path], list[str]]:
    def make(folder: Path) -> list[str]:
        (folder / "a.txt").write_text("نص", encoding="utf-8")
        (folder / "a.toml").write_text(settings, encoding="utf-8")
        return ["a.txt"]

    return make


def _words(*words: str) -> Callable[[Path], list[str]]:
    def make(folder: Path) -> list[str]:
        (folder / "a.txt").write_text("نص", encoding="utf-8")
        (folder / "b").mkdir()
        (folder / "b" / "a.txt").write_text("نص", encoding="utf-8")
        (folder / "empty").mkdir()
        (folder / "loop.txt").symlink_to("loop.txt")
        return list(words)

    return make


BAD = {
    "missing file": (_words("none.txt"), "none.txt: no such file"),
    "missing file of a plain name": (_words("none.txt"), "directory; check the path\n"),
    "text in a file's place": (
        _words("بلغ السعر 5 دولارات"),
        'بلغ السعر 5 دولارات: no such file or directory; check the path; for a text itself use `tadqiq explain "…"`, or give - ',
    ),
    "text too long for a path": (_words("نص " * 3000), "نص نص…: no such file or directory; check the path; for a text itself"),
    "word in a file's place": (_words("دولاران"), 'use `tadqiq explain "…"`'),
    "missing among good ones": (_words("a.txt", "none.txt", "-o", "out/"), "none.txt: no such file"),
    "empty directory": (_words("empty"), "empty: a directory without documents"),
    "symlink loop": (_words("loop.txt"), "loop.txt: no such file"),
    "unknown suffix": (_file("a.pdf", b"%PDF"), "a.pdf: neither .txt nor .jsonl; rename it when it is plain text, else export"),
    "a table": (_file("my a.csv", b"id,text\n"), "my a.csv: neither .txt nor .jsonl; `tadqiq corpus 'my a.csv' OUT` reads it"),
    "a list as JSON": (
        _file("a.json", b"[]"),
        "a.json: neither .txt nor .jsonl; write its documents as .jsonl, one object {…} a",
    ),
    "not UTF-8": (_file("a.txt", "سعر ".encode() + b"\xff\xfe \x80"), "a.txt: not UTF-8 at byte 7 (0xFF)"),
    "UTF-16 with a mark": (_file("a.txt", ARABIC.encode("utf-16")), "a.txt: not UTF-8 at byte 0 (0xFF); looks like UTF-16;"),
    "UTF-16 without a mark": (_file("a.txt", ARABIC.encode("utf-16-le")), "looks like UTF-16LE; convert it: iconv -f UTF-16LE"),
    "big-endian UTF-16": (_file("a.txt", ARABIC.encode("utf-16-be")), "looks like UTF-16BE"),
    "Windows-1256": (_file("a.txt", ARABIC.encode("cp1256")), "a.txt: not UTF-8 at byte 0 (0xC8); looks like WINDOWS-1256"),
    "row of no JSON": (
        _file("r.jsonl", b'{"text": "a"}\n\n{"text": \n'),
        "r.jsonl:3: the row is no JSON: unexpected end of data (column 11)",
    ),
    "row that is a list": (_file("r.jsonl", b"[1]\n"), "r.jsonl:1: the row is no JSON object"),
    "row without text": (
        _file("r.jsonl", b'{"id": "a", "body": "x"}\n'),
        "r.jsonl:1: the row lacks `text`, a string; it has id, body",
    ),
    "row whose text is null": (
        _file("r.jsonl", b'{"id": "a", "text": null}\n'),
        "r.jsonl:1: the row lacks `text`, a string",
    ),
    "row whose id is true": (_file("r.jsonl", b'{"id": true, "text": ""}\n'), "r.jsonl:1: id: True is no id"),
    "row whose id is a list": (_file("r.jsonl", b'{"id": [], "text": ""}\n'), "r.jsonl:1: id: [] is no id"),
    "row with a date that is none": (
        _file("r.jsonl", b'{"text": "", "published": "2025-02-30"}'),
        "r.jsonl:1: published: '2025-02-30' is no",
    ),
    "row with a country that is none": (
        _file("r.jsonl", b'{"text": "", "region": "Egypt"}'),
        "r.jsonl:1: region: 'Egypt' is no country",
    ),
    "row not UTF-8": (_file("r.jsonl", b'{"text": "a"}\n{"text": "\xe3\xd5\xd1"}\n'), "r.jsonl:2: not UTF-8 at byte 10 (0xE3)"),
    "row not UTF-8 after one that is": (
        _file("r.jsonl", f'{{"text": "{ARABIC}"}}\n'.encode() + f'{{"text": "{ARABIC}"}}\n'.encode("cp1256")),
        "r.jsonl:2: not UTF-8 at byte 10 (0xC8); looks like WINDOWS-1256; convert it to UTF-8\n",
    ),
    "settings not TOML": (_text_with_settings("published = 2025-\n"), "a.toml: not TOML:"),
    "settings with a date that is none": (_text_with_settings('published = "soon"\n'), "a.toml: published: 'soon' is no date"),
    "settings with a key that is none": (
        _text_with_settings('regoin = "EG"\n'),
        "a.toml: 'regoin' is no key of a text's settings; there are published, region, title, origin, language, file, sha256",
    ),
    "settings with a date of no dashes": (_text_with_settings('published = "20250101"\n'), "a.toml: published: '20250101' is no"),
    "row with a week": (_file("r.jsonl", b'{"text": "", "published": "2025-W01-1"}'), "r.jsonl:1: published: '2025-W01-1' is no"),
    "option with a date of no dashes": (_words("a.txt", "--published", "20250101"), "--published: '20250101' is no date; write"),
    "option with a date that is none": (
        _words("a.txt", "--published", "28/03/2025"),
        "--published: '28/03/2025' is no date; write it as",
    ),
    "option with a country that is none": (_words("a.txt", "--region", "EGY"), "--region: 'EGY' is no country"),
    "unknown kind": (_words("a.txt", "--kinds", "money,weight"), "--kinds: 'weight' is no kind of claim; choose among money,"),
    "no kind": (_words("a.txt", "--kinds", ","), "--kinds: names no kind"),
    "unknown format": (_words("a.txt", "--format", "xml"), "--format: 'xml' is none of json, jsonl"),
    "two documents of one name": (_words("a.txt", "b", "-o", "out/"), "b/a.txt: its id 'a' is that of a.txt too"),
    "a file given twice": (_words("a.txt", "a.txt", "-o", "out.csv"), "a.txt: the file is given twice; name it once, or use"),
    "two rows of one id in a file": (
        _file("r.jsonl", b'{"id": 7, "text": ""}\n{"text": ""}\n{"id": "7", "text": ""}\n', "-o", "out.csv"),
        "r.jsonl#7: the id of documents 1 and 3; give each its own, or use --format jsonl",
    ),
    "two rows of one id as CSV": (_words("a.txt", "b", "-o", "out.csv"), "b/a.txt: its id 'a' is that of a.txt too; rename one"),
    "two rows of one id as a table": (_words("a.txt", "b", "--format", "table", "-o", "out"), "its id 'a' is that of a.txt too"),
    "an ending that no format has": (
        _words("a.txt", "-o", "x.pdf"),
        "x.pdf: no format ends in .pdf; end it in one of .json, .jsonl, .csv, give --format, or end a directory in /",
    ),
    "a directory with an ending": (_words("a.txt", "b", "-o", "claims.2025"), "no format ends in .2025"),
    "two documents as one JSON": (_words("a.txt", "b"), "several documents make no single JSON document; give -o DIRECTORY"),
    "output in a file's place": (_words("a.txt", "-o", "a.txt/out.json"), "a.txt/out.json: cannot be written"),
    "output onto a directory": (_words("a.txt", "--format", "jsonl", "-o", "b"), "b: cannot be written: Is a directory"),
    "output onto the input": (_words("a.txt", "-o", "./a.txt"), "./a.txt: is the input itself"),
}


@pytest.mark.parametrize("label", BAD)
def test_bad_input_is_one_line_and_exit_2(label: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make, told = BAD[label]
    words = make(tmp_path)
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    result = tadqiq(
        "extract", *words, *([] if "-o" in words else ["-o", "result.json"] if label != "two documents as one JSON" else [])
    )
    assert result.code == 2
    assert result.err.startswith("tadqiq: ")
    assert told in result.err
    assert result.err.count("\n") == 1
    assert result.out == b""
    assert sorted(tmp_path.rglob("*")) == before


def test_all_bad_texts_of_a_folder_are_told_at_once(tmp_path: Path) -> None:
    for name in ("b", "d", *(f"e{number:02}" for number in range(12))):
        (tmp_path / f"{name}.txt").write_bytes(ARABIC.encode("cp1256"))
    (tmp_path / "a.txt").write_text(ARABIC, encoding="utf-8")
    (tmp_path / "c.txt").write_text(ARABIC, encoding="utf-8")
    told = tadqiq("extract", tmp_path, "-o", tmp_path / "out.csv").err
    assert told.startswith(f"tadqiq: {tmp_path}/b.txt: not UTF-8 at byte 0 (0xC8); looks like WINDOWS-1256; convert it: ")
    assert f" (bad too: {tmp_path}/d.txt, {tmp_path}/e00.txt, " in told
    assert told.endswith(f"{tmp_path}/e08.txt and 3 others)\n")
