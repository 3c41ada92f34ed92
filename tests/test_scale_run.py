"""``tadqiq corpus`` from the outside: the same claims as ``extract`` in every form, bad rows named, a run that goes on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from benchmarks.make_corpus import rows as generated
from pipeline.corpus import Settings, claims_of, run_corpus
from pipeline.corpus.schema import FLAT, RESULT, TEXTS
from pipeline.corpus.store import Store
from pipeline.errors import InputError
from pipeline.flow import claim_dicts
from tests.command import tadqiq
from tests.scale_help import result_lines, write_corpus

FAKE = Settings(extractor="tests.scale_fakes:claims")
PAGE = "<html><head><title>خبر</title></head><body><article><p>{text}</p><p>{text}</p></article></body></html>"


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("run") / "news.jsonl"
    path.write_bytes(b"".join(generated(60_000, seed=7)))
    return path


def table(out: Path, folder: str = "claims") -> list[dict[str, Any]]:
    return [row for path in sorted((out / folder).glob("*.parquet")) for row in pq.read_table(path).to_pylist()]


def test_parquet_jsonl_and_extract_have_the_same_claims(tmp_path: Path, news: Path) -> None:
    extracted = {row["id"]: row["claims"] for row in tadqiq("extract", news, "--format", "jsonl").rows}
    options = ("--workers", "2", "--part-size", "20000", "--quiet")
    assert tadqiq("corpus", news, tmp_path / "p", *options).code == 0
    assert tadqiq("corpus", news, tmp_path / "j", "--format", "jsonl", *options).code == 0
    as_rows = [
        orjson.loads(line) for path in sorted((tmp_path / "j" / "claims").iterdir()) for line in path.read_bytes().splitlines()
    ]
    assert {row["id"]: claims_of(row["claims"]) for row in table(tmp_path / "p")} == extracted
    assert {row["id"]: row["claims"] for row in as_rows} == extracted
    assert len(list((tmp_path / "p" / "claims").iterdir())) == 3
    texts = [orjson.loads(line)["text"] for line in news.read_bytes().splitlines()]
    for row, text in zip(table(tmp_path / "p"), texts, strict=True):
        assert all(text[claim["start"] : claim["end"]] == claim["text"] for claim in row["claims"])


def test_a_jsonl_line_is_the_canonical_row_with_its_place(tmp_path: Path) -> None:
    run_corpus([str(write_corpus(tmp_path / "n.jsonl", 1))], tmp_path / "o", Settings(extractor=FAKE.extractor, format="jsonl"))
    (line,) = (tmp_path / "o" / "claims" / "part-000000.jsonl").read_bytes().splitlines()
    row = orjson.loads(line)
    assert list(row) == ["id", "file", "row", "characters", "claims"]
    assert list(row["claims"][0]) == ["id", "kind", "text", "start", "end", "value", "currency_candidates", "context"]


def test_parquet_files_have_the_documented_schema(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "n.jsonl", 5)
    run_corpus([str(corpus)], tmp_path / "o", Settings(extractor=FAKE.extractor, keep_text=True))
    run_corpus([str(corpus)], tmp_path / "f", Settings(extractor=FAKE.extractor, flat=True))
    assert pq.read_schema(tmp_path / "o/claims/part-000000.parquet").equals(RESULT)
    assert pq.read_schema(tmp_path / "o/texts/part-000000.parquet").equals(TEXTS)
    assert pq.read_schema(tmp_path / "f/claims/part-000000.parquet").equals(FLAT)
    assert len(table(tmp_path / "f")) == 10
    page = (Path(__file__).parent.parent / "docs" / "scale.md").read_text(encoding="utf-8")
    for field in {*RESULT.names, *FLAT.names, *TEXTS.names}:
        assert f"`{field}`" in page


def test_html_keeps_the_text_that_its_offsets_count(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE.format(text="دفعت الشركة 20 مليون دولار لعملائها في الخارج. " * 5), encoding="utf-8")
    run_corpus([str(tmp_path)], tmp_path / "out", FAKE)
    (row,), (kept,) = table(tmp_path / "out"), table(tmp_path / "out", "texts")
    assert (kept["id"], kept["title"]) == ("page", "خبر")
    assert row["claims"]
    assert all(kept["text"][claim["start"] : claim["end"]] == claim["text"] for claim in row["claims"])


def test_one_row_in_a_hundred_is_bad_and_all_others_are_extracted(tmp_path: Path) -> None:
    lines = write_corpus(tmp_path / "good.jsonl", 1000).read_bytes().splitlines()
    bad: dict[int, tuple[bytes, str]] = {
        100: (b'{"id": "d100", "text": "\xc8\xe1\xdb\xca 5"}', "not UTF-8"),
        200: (b'{"id": "d200", "text": null}', "text is null"),
        300: (b'{"id": "d300", "text": "' + b"5 " * 25_000_000 + b'"}', "more than 10,000,000 bytes"),
        400: (b'{"id": "d400", "text": 400}', "text is a number"),
        500: (b'{"id": "d500", "text": "5', "not JSON"),
        600: (b'{"id": "d600", "text": ["5"]}', "text is a list"),
        700: (b"\x00\xff\xfe", "not UTF-8"),
        800: (b'{"id": "d800"}', "no column 'text'"),
        900: (b'{"id": "d900", "text": "' + "٥".encode() * 6_000_000 + b'"}', "more than 10,000,000 bytes"),
        1000: (b'{"id": "d1000", "text": "5", "published": "?"}', "is no date"),
    }
    for number, (line, _) in bad.items():
        lines[number - 1] = line
    corpus = tmp_path / "news.jsonl"
    corpus.write_bytes(b"\n".join(lines))
    summary = run_corpus([str(corpus)], tmp_path / "out", FAKE, workers=2, part_bytes=20_000)
    rows = {row["row"]: row for row in table(tmp_path / "out")}
    assert sorted(rows) == list(range(1, 1001))
    assert {number for number, row in rows.items() if row["error"]} == set(bad)
    assert all(row["file"] == str(corpus) and bad[number][1] in row["error"] for number, row in rows.items() if row["error"])
    assert all(len(row["claims"]) == 2 for row in rows.values() if not row["error"])
    assert (summary.documents, summary.errors) == (1000, 10)
    assert {row.split(": ")[0] for row in summary.shown} == {f"{corpus}:{number}" for number in bad}


def test_standard_input_is_kept_until_the_run_is_done(tmp_path: Path, news: Path) -> None:
    data = news.read_bytes()
    assert tadqiq("corpus", "-", tmp_path / "o", "--quiet", stdin=data).code == 0
    assert not (tmp_path / "o" / "stdin.jsonl").exists()
    assert [row["id"] for row in table(tmp_path / "o")] == [orjson.loads(line)["id"] for line in data.splitlines()]
    again = tadqiq("corpus", "-", tmp_path / "o", stdin=data)
    assert b"(1 from before)" in again.out
    other = tadqiq("corpus", "-", tmp_path / "o", stdin=data[:-1])
    assert (other.code, "the input files are not those" in other.err) == (2, True)


def test_columns_by_name_kinds_and_region_reach_the_extractor(tmp_path: Path) -> None:
    text = "بلغت الأرباح 20 مليون درهم في عام 2023، أي 5%."
    pq.write_table(pa.table({"key": ["a"], "body": [text], "day": ["2024-01-02"]}), tmp_path / "n.parquet")
    columns = ("--text-column", "body", "--id-column", "key", "--published-column", "day")
    done = tadqiq(
        "corpus", tmp_path / "n.parquet", tmp_path / "o", *columns, "--kinds", "money,percent", "--region", "ma", "--no-context"
    )
    assert done.code == 0
    (row,) = table(tmp_path / "o")
    assert (row["id"], row["published"], row["error"]) == ("a", "2024-01-02", None)
    wanted = claim_dicts(text, published="2024-01-02", region="MA", kinds=("money", "percent"), context=False)
    assert claims_of(row["claims"]) == wanted


def test_workers_open_urls(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "n.jsonl", 100)
    run_corpus([f"file://{corpus}"], tmp_path / "o", FAKE, workers=2, part_bytes=2000)
    rows = table(tmp_path / "o")
    assert [row["row"] for row in rows] == list(range(1, 101))
    assert {row["file"] for row in rows} == {f"file://{corpus}"}


def test_the_summary(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "n.jsonl", 3)
    corpus.write_bytes(corpus.read_bytes() + b"{\n")
    done = tadqiq("corpus", corpus, tmp_path / "o")
    lines = done.out.decode().splitlines()
    assert lines[0].startswith("documents   4 (")
    assert lines[1].startswith("claims ")
    assert lines[2] == "errors      1"
    assert lines[3].startswith("speed ")
    assert lines[4] == f"parts       1 in {tmp_path / 'o'}"
    assert lines[6].startswith(f"  {corpus}:4: not JSON")


@pytest.mark.parametrize("quiet", [(), ("--quiet",)])
def test_a_run_in_which_every_row_is_bad_fails(tmp_path: Path, quiet: tuple[str, ...]) -> None:
    corpus = write_corpus(tmp_path / "n.jsonl", 3)
    for _ in ("at first", "again, when it is done"):
        done = tadqiq("corpus", corpus, tmp_path / "o", "--text-column", "body", *quiet)
        assert done.code == 1
        told = f"tadqiq: not one of 3 documents could be read; the first: {corpus}:1: no column 'body'"
        assert any(line.startswith(told) for line in done.err.splitlines())


def test_a_run_without_documents_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "n.jsonl").touch()
    assert tadqiq("corpus", tmp_path / "n.jsonl", tmp_path / "o", "--text-column", "body").code == 0


def test_the_result_does_not_depend_on_workers_and_a_finished_run_is_left_alone(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "n.jsonl", 200)
    for name, workers in (("one", 1), ("three", 3)):
        run_corpus([str(corpus)], tmp_path / name, FAKE, workers=workers, part_bytes=1500)
    for path in (tmp_path / "one" / "claims").iterdir():
        assert path.read_bytes() == (tmp_path / "three" / "claims" / path.name).read_bytes()
    before = (tmp_path / "one" / "manifest.jsonl").stat().st_mtime_ns
    again = run_corpus([str(corpus)], tmp_path / "one", FAKE, part_bytes=1500)
    assert (again.resumed, again.documents, again.characters_now) == (again.parts, 200, 0)
    assert (tmp_path / "one" / "manifest.jsonl").stat().st_mtime_ns == before
    assert len(result_lines(tmp_path / "one")) == 200


def test_another_command_for_the_same_folder_is_refused(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "n.jsonl", 5)
    run_corpus([str(corpus)], tmp_path / "o", FAKE)
    with pytest.raises(InputError, match="other input, settings or version"):
        run_corpus([str(corpus)], tmp_path / "o", Settings(extractor=FAKE.extractor, flat=True))
    write_corpus(corpus, 6)
    with pytest.raises(InputError, match="not those that this run began with"):
        run_corpus([str(corpus)], tmp_path / "o", FAKE)
    (tmp_path / "strange" / "claims").mkdir(parents=True)
    (tmp_path / "strange" / "claims" / "x.parquet").write_bytes(b"")
    with pytest.raises(InputError, match="unknown run"):
        run_corpus([str(corpus)], tmp_path / "strange", FAKE)


def test_one_driver_at_a_time(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "n.jsonl", 5)
    store = Store(tmp_path / "o")
    with pytest.raises(InputError, match="another run is writing here"):
        run_corpus([str(corpus)], tmp_path / "o", FAKE)
    store.close()
    assert run_corpus([str(corpus)], tmp_path / "o", FAKE).documents == 5


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("corpus", "only.jsonl"), "last, the folder"),
        (("corpus", "none.jsonl", "o"), "no such file"),
        (("corpus", ".", "o", "--kinds", "money,dates"), "'dates' is no kind"),
        (("corpus", ".", "o", "--region", "Morocco"), "is no country"),
        (("stats", "nowhere"), "no run.json"),
    ],
)
def test_wrong_commands_say_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "n.txt").write_text("x")
    done = tadqiq(*words)
    assert done.code == 2
    assert told in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.parametrize("stood", [False, True])
def test_a_run_that_finds_nothing_to_read_leaves_nothing(tmp_path: Path, stood: bool) -> None:
    out = tmp_path / "new" / "out"
    if stood:
        out.mkdir(parents=True)
        (out / "plan.jsonl").write_text("mine", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    done = tadqiq("corpus", tmp_path / "nope", out)
    assert (done.code, "nope: no such file or folder" in done.err) == (2, True)
    assert sorted(tmp_path.rglob("*")) == before


def test_an_address_without_its_engine_is_refused(tmp_path: Path) -> None:
    done = tadqiq("corpus", write_corpus(tmp_path / "n.jsonl", 1), tmp_path / "out", "--address", "auto")
    assert (done.code, done.err) == (
        2,
        "tadqiq: --address auto: names a Ray cluster; add --engine ray, or leave it out\n",
    )
    assert not (tmp_path / "out").exists()


def test_a_day_of_publication_for_rows_that_name_none(tmp_path: Path) -> None:
    texts = [{"text": "ارتفع العام الماضي 5%", "published": day} for day in (None, "2010-01-01")]
    (tmp_path / "n.jsonl").write_bytes(b"".join(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in texts))
    assert tadqiq("corpus", tmp_path / "n.jsonl", tmp_path / "out", "--published", "2025-03-28", "-q").code == 0
    years = [claim["value"] for row in table(tmp_path / "out") for claim in row["claims"] if claim["kind"] == "year"]
    assert years == ["2024", "2009"]
    assert tadqiq("corpus", tmp_path / "n.jsonl", tmp_path / "o2", "--published", "20250328").code == 2
    with pytest.raises(InputError, match="kinds: 'monye'"):
        Settings(kinds=("monye",))
