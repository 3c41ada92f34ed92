"""Every kind of file gives its rows, and says of the bad ones which they are."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import fsspec
import orjson
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from pipeline.corpus.files import find_files
from pipeline.corpus.plan import plan_parts
from pipeline.corpus.readers import read_slice
from pipeline.corpus.rows import Row
from pipeline.corpus.settings import DEFAULT, Settings
from pipeline.errors import InputError

TEXT = "بلغت الأرباح 20 مليون دولار."


def read(*inputs: Path | str, settings: Settings = DEFAULT, part_bytes: int = 10**6) -> list[Row]:
    return list(_read([str(path) for path in inputs], settings, part_bytes))


def _read(inputs: list[str], settings: Settings, part_bytes: int) -> Iterator[Row]:
    for part in plan_parts(find_files(tuple(inputs), Path("nowhere")), part_bytes):
        for piece in part.slices:
            yield from read_slice(piece, settings)


def jsonl(*rows: object) -> bytes:
    return b"".join(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in rows)


def test_jsonl_plain_and_compressed_have_the_same_rows(tmp_path: Path) -> None:
    data = jsonl({"id": "a", "text": TEXT, "published": "2024-03-05", "region": "ma"}, {"text": "ب"})
    (tmp_path / "n.jsonl").write_bytes(data)
    (tmp_path / "g.jsonl.gz").write_bytes(gzip.compress(data))
    two_frames = zstandard.compress(data[:40]) + zstandard.compress(data[40:])
    (tmp_path / "z.jsonl.zst").write_bytes(two_frames)
    plain = read(tmp_path / "n.jsonl")
    assert plain == [
        Row("a", str(tmp_path / "n.jsonl"), 1, "2024-03-05", "MA", text=TEXT),
        Row("n:2", str(tmp_path / "n.jsonl"), 2, text="ب"),
    ]
    for other in ("g.jsonl.gz", "z.jsonl.zst"):
        assert [(row.row, row.text) for row in read(tmp_path / other)] == [(1, TEXT), (2, "ب")]


@pytest.mark.parametrize("part_bytes", [1, 37, 100, 1000])
def test_slices_cut_between_lines_and_know_their_row_numbers(tmp_path: Path, part_bytes: int) -> None:
    lines = [orjson.dumps({"id": str(n), "text": "س" * (n % 23)}) if n % 7 else b"" for n in range(1, 60)]
    (tmp_path / "n.jsonl").write_bytes(b"\n".join(lines))
    rows = read(tmp_path / "n.jsonl", part_bytes=part_bytes)
    assert [(row.id, row.row) for row in rows] == [(str(n), n) for n in range(1, 60) if n % 7]


def test_bad_jsonl_rows_are_named_and_the_others_read(tmp_path: Path) -> None:
    lines = [
        jsonl({"id": "good", "text": TEXT}),
        '{"id": "cp1256", "text": "\u0628\u0644\u063a\u062a \u0627\u0644\u0623\u0631\u0628\u0627\u062d"}\n'.encode("cp1256"),
        jsonl({"id": "null", "text": None}),
        jsonl({"id": "number", "text": 5}),
        b'{"id": "torn", "text": "a\n',
        jsonl({"id": "no text"}),
        jsonl(["a list"]),
        jsonl({"id": "when", "text": "x", "published": "spring"}),
        jsonl({"id": "where", "text": "x", "region": "Morocco"}),
        b'{"id": "huge", "text": "' + b"x" * 5_000 + b'"}\n',
        jsonl({"id": "long", "text": "س" * 600}),
        jsonl({"id": "last", "text": TEXT}),
    ]
    (tmp_path / "n.jsonl").write_bytes(b"".join(lines))
    rows = read(tmp_path / "n.jsonl", settings=Settings(max_row_bytes=1000))
    assert [row.row for row in rows] == list(range(1, 13))
    errors = {row.row: row.error for row in rows if row.error}
    assert sorted(errors) == list(range(2, 12))
    for number, words in {
        2: "WINDOWS-1256", 3: "text is null", 4: "text is a number", 5: "not JSON", 6: "no column 'text'", 7: "not a JSON object",
        8: "'spring' is no date", 9: "'Morocco' is no country", 10: "more than 1,000 bytes", 11: "more than 1,000 bytes",
    }.items():  # fmt: skip
        assert words in str(errors[number])
    assert all(row.text is None for row in rows if row.error)


def test_a_column_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    (tmp_path / "n.csv").write_text("id;text\n1;نص\n", encoding="utf-8")
    pq.write_table(pa.table({"id": ["1"], "body": ["نص"]}), tmp_path / "n.parquet")
    for name, there in (("n.csv", "'id;text'"), ("n.parquet", "'id', 'body'")):
        (row,) = read(tmp_path / name)
        assert row.error == f"no column 'text' among {there}; name it with --text-column"


def test_csv_with_quotes_line_ends_and_bad_records(tmp_path: Path) -> None:
    head = "\ufeffkey,body,day\r\n"
    body = f'1,"{TEXT}\nثم ""قال"" شيئا, وسكت",2024-01-02\r\n2,{TEXT},\r\n3,a,b,c\r\n'.encode()
    (tmp_path / "n.csv").write_bytes(head.encode() + body + b"4,\xc8\xe1\xdb\xca\xc8\xe1\xdb\xca,\r\n5,end,\r\n6,b\r\n")
    columns = Settings(text_column="body", id_column="key", published_column="day")
    rows = read(tmp_path / "n.csv", settings=columns)
    assert [(row.id, row.row) for row in rows] == [("1", 1), ("2", 2), ("n:3", 3), ("n:4", 4), ("5", 5), ("n:6", 6)]
    assert rows[0].text == f'{TEXT}\nثم "قال" شيئا, وسكت'
    assert rows[0].published == "2024-01-02"
    assert rows[2].error == "4 cells under 3 columns; quote the commas in the text"
    assert "not UTF-8" in str(rows[3].error)
    assert rows[5].error == "2 cells under 3 columns; write one for each, the empty ones too"


def test_parquet_by_row_groups_with_odd_types(tmp_path: Path) -> None:
    table = pa.table(
        {
            "id": pa.array(range(10), pa.int32()),
            "text": pa.array([TEXT.encode(), None, b"\xc8\xe1", *([b"x"] * 7)], pa.binary()),
            "published": pa.array([date(2024, 1, 2)] * 10),
            "noise": pa.array([[1]] * 10),
        }
    )
    pq.write_table(table, tmp_path / "n.parquet", row_group_size=2)
    rows = read(tmp_path / "n.parquet", part_bytes=1)
    assert [(row.id, row.row) for row in rows] == [(str(n), n + 1) for n in range(10)]
    assert rows[0] == Row("0", str(tmp_path / "n.parquet"), 1, "2024-01-02", text=TEXT)
    assert rows[1].error == "text is null, not a string"
    assert "not UTF-8 at byte 0" in str(rows[2].error)


def test_parquet_strings_that_are_no_utf8_and_dictionaries(tmp_path: Path) -> None:
    lying = pa.StringArray.from_buffers(2, pa.py_buffer(b"\0\0\0\0\2\0\0\0\3\0\0\0"), pa.py_buffer(b"\xc8\xe1x"))
    pq.write_table(pa.table({"text": lying}), tmp_path / "a.parquet")
    pq.write_table(pa.table({"text": pa.array(["x", "y", "x"]).dictionary_encode()}), tmp_path / "b.parquet")
    first, second = read(tmp_path / "a.parquet")
    assert "not UTF-8" in str(first.error)
    assert second.text == "x"
    assert [row.text for row in read(tmp_path / "b.parquet")] == ["x", "y", "x"]


def test_text_files_take_their_settings_from_the_toml_beside(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeff5\r\n".encode())
    (tmp_path / "a.toml").write_text('published = 2025-03-28\nregion = "MA"\n')
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (tmp_path / "c.txt").write_bytes("دولار".encode("utf-16"))
    (tmp_path / "notes.md").write_text("not read")
    a, b, c = read(tmp_path)
    assert a == Row("a", str(tmp_path / "a.txt"), 1, "2025-03-28", "MA", text="\ufeff5\r\n")
    assert (b.id, b.text) == ("b", TEXT)
    assert "UTF-16" in str(c.error)


def test_settings_that_cannot_be_read_are_told_once_with_their_file(tmp_path: Path) -> None:
    for name, settings in {"a": "published = 2025-\n", "b": 'regoin = "EG"\n', "c": 'published = "soon"\n'}.items():
        (tmp_path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / f"{name}.toml").write_text(settings, encoding="utf-8")
    rows = read(tmp_path)
    assert [(row.id, row.row, row.text) for row in rows] == [("a", 1, None), ("b", 1, None), ("c", 1, None)]
    first, second, third = (str(row.error).removeprefix(f"{tmp_path}/") for row in rows)
    assert first.startswith("a.toml: not TOML: ")
    assert first.endswith("; mend the line")
    assert second.startswith("b.toml: 'regoin' is no key of a text's settings; there are published, region, ")
    assert third == "c.toml: published: 'soon' is no date; write it as YYYY-MM-DD"


def test_html_gives_title_date_and_main_text(tmp_path: Path) -> None:
    page = f"""<html><head><title>أرباح</title><meta property="article:published_time" content="2024-03-05T10:00:00Z"></head>
    <body><nav><a href="/">الرئيسية</a></nav><article><p>{TEXT * 4}</p><p>{"وقال المدير إن النمو بلغ 5%. " * 4}</p></article>
    <footer>حقوق النشر 2025</footer></body></html>"""
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (tmp_path / "void.html").write_text("", encoding="utf-8")
    good, void = read(tmp_path)
    assert (good.title, good.published) == ("أرباح", "2024-03-05")
    assert good.text is not None
    assert TEXT in good.text
    assert "2025" not in good.text
    assert "no main text" in str(void.error)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        (
            "n.jsonl.gz",
            gzip.compress(jsonl(*[{"id": str(n), "text": TEXT * n} for n in range(400)]))[:-200],
            "here on: Compressed file ended before",
        ),
        ("n.jsonl.zst", b"no zstd at all, whatever the name says", "here on: zstd "),
        ("n.parquet", b"PAR1 but no Parquet", "here on: Parquet"),
    ],
)
def test_a_broken_file_ends_with_a_row_that_says_so(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    *before, last = read(tmp_path / name)
    assert all(row.error is None for row in before)
    assert words in str(last.error)
    assert last.row == len(before) + 1


def test_a_file_that_vanishes_is_an_error_row(tmp_path: Path) -> None:
    (tmp_path / "n.jsonl").write_bytes(jsonl({"text": TEXT}))
    (part,) = plan_parts(find_files((str(tmp_path),), Path("nowhere")), 100)
    (tmp_path / "n.jsonl").unlink()
    (row,) = read_slice(part.slices[0], DEFAULT)
    assert "No such file" in str(row.error)


def test_urls_are_opened_by_fsspec() -> None:
    store = fsspec.filesystem("memory")
    with store.open("/news/b/one.jsonl", "wb") as stream:
        stream.write(jsonl({"id": "1", "text": TEXT}, {"id": "2", "text": "x" * 300}, {"id": "3", "text": TEXT}))
    table = io.BytesIO()
    pq.write_table(pa.table({"id": ["4"], "text": [TEXT]}), table)
    store.pipe("/news/c.parquet", table.getvalue())
    store.pipe("/news/_SUCCESS", b"")
    assert [row.id for row in read("memory://news", part_bytes=100)] == ["1", "2", "3", "4"]
    assert [row.id for row in read("memory://news/*/*.jsonl")] == ["1", "2", "3"]
    with pytest.raises(InputError, match="memory://nothing"):
        read("memory://nothing.jsonl")


def test_inputs_are_each_read_once_in_order_and_never_the_results(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", "out/claims/part.jsonl", ".hidden/3.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    found = find_files((str(tmp_path), str(tmp_path / "**" / "*.txt")), tmp_path / "out")
    assert [file.path for file in found] == [str(tmp_path / "a/1.txt"), str(tmp_path / "b/2.txt")]


@pytest.mark.parametrize(
    ("name", "words"), [("none.txt", "no such file"), ("a.docx", "unknown kind"), ("empty", "no file to read")]
)
def test_inputs_that_cannot_be(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "a.docx").write_text("x")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=words):
        list(find_files((str(tmp_path / name),), tmp_path / "out"))


def test_small_files_share_a_part(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02d}.txt").write_text("x" * 10)
    parts = list(plan_parts(find_files((str(tmp_path),), Path("nowhere")), 100))
    assert [len(part.slices) for part in parts] == [10, 10, 10]
    assert [part.name for part in parts] == ["part-000000", "part-000001", "part-000002"]
