"""The command line on good input: where claims go, in which form, how fast it starts, what its help says."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

import pipeline
from pipeline import cli, progress
from pipeline.claims import load
from pipeline.sources import SourceText
from tests.command import ROOT, tadqiq

TEXT = "بلغت المبيعات 3 ملايين دولار في عام 2021، بزيادة 12% عن العام السابق."


@pytest.fixture(autouse=True)
def _in_a_folder_with_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("texts").mkdir()
    Path("texts/b.txt").write_text(TEXT, encoding="utf-8")
    Path("texts/a.txt").write_text("لا شيء هنا.", encoding="utf-8")
    Path("rows.jsonl").write_text(f'{{"id": "x", "text": "{TEXT}"}}\n{{"id": "y", "text": ""}}\n', encoding="utf-8")


def test_a_text_gives_its_canonical_document() -> None:
    result = tadqiq("extract", "texts/b.txt")
    document = load(result.out, "stdout")
    assert result.code == 0
    assert [(claim.kind, claim.text) for claim in document.claims] == [
        ("money", "3 ملايين دولار"),
        ("year", "2021"),
        ("percent", "12%"),
        ("year", "العام السابق"),
    ]
    assert document.source.path == "texts/b.txt"
    assert document.claims == pipeline.extract(TEXT)
    assert result.json["claims"] == [claim.model_dump(mode="json", exclude_none=True) for claim in pipeline.extract(TEXT)]


def test_a_directory_gives_a_file_each() -> None:
    assert tadqiq("extract", "texts", "-o", "build/claims").code == 0
    assert sorted(os.listdir("build/claims")) == ["a.claims.json", "b.claims.json"]
    assert Path("build/claims/b.claims.json").read_bytes() == tadqiq("extract", "texts/b.txt").out


def test_rows_give_a_line_each() -> None:
    result = tadqiq("extract", "rows.jsonl", "--kinds", "percent")
    assert [(row["id"], [claim["text"] for claim in row["claims"]]) for row in result.rows] == [("x", ["12%"]), ("y", [])]
    assert tadqiq("extract", "rows.jsonl", "--kinds", "percent", "-o", "out.jsonl").out == b""
    assert Path("out.jsonl").read_bytes() == result.out


def test_several_paths_keep_their_order() -> None:
    result = tadqiq("extract", "rows.jsonl", "texts", "--format", "jsonl")
    assert [row["id"] for row in result.rows] == ["x", "y", "a", "b"]


def test_one_document_to_one_file() -> None:
    assert tadqiq("extract", "texts/b.txt", "-o", "new/one.json").code == 0
    assert Path("new/one.json").read_bytes() == tadqiq("extract", "texts/b.txt").out
    assert tadqiq("extract", "texts/b.txt", "-o", "texts").code == 0
    assert Path("texts/b.claims.json").exists()


def test_the_same_bytes_whatever_the_hash_seed_locale_and_folder(tmp_path: Path) -> None:
    def run(folder: Path, **environment: str) -> bytes:
        words = [
            sys.executable,
            "-m",
            "pipeline",
            "extract",
            "b.txt" if folder.name == "texts" else "texts/b.txt",
            "--format",
            "jsonl",
        ]
        return subprocess.run(
            words, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT), **environment}, check=True, capture_output=True
        ).stdout

    first = run(tmp_path, PYTHONHASHSEED="1")
    assert first
    assert run(tmp_path / "texts", PYTHONHASHSEED="2", LC_ALL="C", PYTHONUTF8="0") == first


def test_help_lists_the_commands_and_each_has_its_own() -> None:
    listed = tadqiq("--help").out.decode()
    for name in cli.CommandTable():
        assert f" {name} " in listed
        assert name in tadqiq(name, "--help").out.decode()


MISUSED = {
    ("extract",): "extract: missing argument 'PATH…'; see tadqiq extract --help",
    ("explain",): "explain: missing argument 'TEXT'; see tadqiq explain --help",
    ("explain", __file__): f"{__file__}: a file, where explain takes the text itself; run: tadqiq explain - < {__file__}",
    ("extract", "a", "--colour"): "extract: no such option: --colour; see tadqiq extract --help",
    ("extract", "a", "--format"): "option '--format' requires an argument; see tadqiq --help",
    ("corpus", "a", "b", "--workers", "0"): "corpus: invalid value for '--workers': 0 is not in the range x>=1; see",
    ("nothing",): "no such command 'nothing'; see tadqiq --help",
}


@pytest.mark.parametrize("words", MISUSED, ids=" ".join)
def test_a_misused_command_says_so_in_one_line(words: tuple[str, ...]) -> None:
    result = tadqiq(*words)
    assert (result.code, result.out, result.err.count("\n")) == (2, b"", 1)
    assert result.err.startswith(f"tadqiq: {MISUSED[words]}")


def test_no_words_at_all_give_the_help() -> None:
    result = tadqiq()
    assert (result.code, result.err) == (2, "")
    assert b" extract " in result.out


def test_every_command_names_a_function() -> None:
    table = cli.CommandTable()
    assert set(table) <= set(cli.COMMANDS)
    assert len(table) == len(list(table)) >= 4
    with pytest.raises(KeyError):
        table["absent"]


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def needy() -> None:
        raise ModuleNotFoundError("No module named 'pyarrow'", name="pyarrow.compute")

    monkeypatch.setattr("pipeline.commands.schema.schema", needy)
    result = tadqiq("schema")
    assert result.code == 2
    get = "in a checkout run make env-corpus, else pip install 'CHECKOUT[corpus]'"
    assert result.err == f"tadqiq: this command needs pyarrow.compute, which is not installed; {get}\n"


def test_a_corpus_run_without_arrow_ends_before_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = tadqiq("corpus", "rows.jsonl", "out")
    assert result.code == 2
    assert result.err.startswith("tadqiq: this command needs pyarrow, which is not installed; in a checkout run make env-corpus")
    assert result.err.count("\n") == 1
    assert not Path("out").exists()


def test_version_and_completion() -> None:
    assert tadqiq("--version").out.decode() == f"tadqiq {pipeline.__version__}\n"
    environment = {**os.environ, "_TADQIQ_COMPLETE": "complete_bash", "COMP_WORDS": "tadqiq ex", "COMP_CWORD": "1"}
    words = [sys.executable, "-m", "pipeline"]
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert {"extract", "explain"} <= set(done.stdout.split())


def test_schema_describes_every_field() -> None:
    schema = tadqiq("schema").json
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert set(schema["properties"]) == {"schema", "source", "claims"}
    assert {"Money", "Percent", "Year", "Number", "Context", "TextSpan", "When"} <= set(schema["$defs"])
    assert all(
        definition["additionalProperties"] is False for definition in schema["$defs"].values() if definition["type"] == "object"
    )


def test_explain_says_something_of_each_claim() -> None:
    told = tadqiq("explain", TEXT).out.decode()
    for words in ("3 ملايين دولار", "2021", "12%"):
        assert words in told
    assert tadqiq("explain", "-", stdin=TEXT.encode()).out.decode() == told
    assert tadqiq("explain", "-", stdin=b"\xff").code == 2


ISOLATES = set("\u2066\u2067\u2068\u2069")


def test_a_table_is_grouped_isolated_and_as_wide_as_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("n.txt").write_text("بلغت الديون 91 تريليون دينار عراقي في 2024.", encoding="utf-8")
    monkeypatch.delenv("COLUMNS", raising=False)
    shown = tadqiq("extract", "n.txt", "--format", "table").out.decode()
    assert "\u206891,000,000,000,000 IQD\u2069" in shown
    assert "\u20682024\u2069" in shown
    assert shown.count("\u2068") == shown.count("\u2069")
    monkeypatch.setenv("COLUMNS", "60")
    narrow = tadqiq("extract", "n.txt", "--format", "table").out.decode()
    assert max(len([sign for sign in line if sign not in ISOLATES]) for line in narrow.splitlines()) <= 60
    assert all(line.count("\u2068") == line.count("\u2069") for line in narrow.splitlines())
    digits = [cells[2].strip(" \u2068\u2069") for line in narrow.splitlines() if len(cells := line.split("│")) > 2]
    assert "".join(digits).startswith("91,000,000,000,000")


def test_a_table_as_wide_as_a_terminal_breaks_no_number(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "قال محافظ البنك المركزي إن ديون الشركات الصناعية الكبرى بلغت 27.3 مليار دولار في العامين الماضيين."
    monkeypatch.setenv("COLUMNS", "80")
    shown = tadqiq("extract", "-", "--format", "table", stdin=text.encode()).out.decode()
    assert "\u206827,300,000,000 USD\u2069" in shown
    assert "\u2068-2…-1 y\u2069" in shown
    assert max(len([sign for sign in line if sign not in ISOLATES]) for line in shown.splitlines()) <= 80


def test_explain_into_a_pipe_is_plain_text() -> None:
    assert not ISOLATES & set(tadqiq("explain", TEXT).out.decode())


def test_extracting_loads_nothing_heavy() -> None:
    heavy = ("pydantic", "rich", "babel", "torch", "transformers", "numpy", "camel_tools.disambig")
    script = "import sys; from pipeline import cli\ntry: cli.main()\nfinally: print(*sorted(sys.modules), file=sys.stderr)"
    seed = str(ROOT / "seeds" / "coreweave-ipo.txt")
    done = subprocess.run([sys.executable, "-c", script, "extract", seed], cwd=ROOT, capture_output=True, text=True, check=True)
    assert [name for name in done.stderr.split() if name in heavy] == []


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_shows_what_takes_longer_than_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [SourceText(str(number), "", "a.txt", None, None, 10) for number in range(3)]
    monkeypatch.setattr(sys, "stderr", quick := _Terminal())
    assert list(progress.watched(documents, 30, quiet=False)) == documents
    assert quick.getvalue() == ""
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    assert list(progress.watched(documents, 30, quiet=True)) == documents
    assert quick.getvalue() == ""
    assert list(progress.watched(documents, 30, quiet=False)) == documents
    assert "extracting" in quick.getvalue()


def test_a_new_text_is_followed_by_the_command_that_opens_it() -> None:
    Path("n.txt").write_text(TEXT, encoding="utf-8")
    assert tadqiq("new", "n.txt").err == "decide its claims: tadqiq review\n"
    assert tadqiq("new", "n.txt", "--seeds", "my texts").err.endswith("is there already; choose another name with --name\n")
    told = tadqiq("new", "n.txt", "--name", "m", "--seeds", "my texts").err
    assert told == "decide its claims: tadqiq review --seeds 'my texts'\n"
    Path("Makefile").touch()
    assert tadqiq("new", "n.txt", "--name", "o").err == "decide its claims: make review\n"
