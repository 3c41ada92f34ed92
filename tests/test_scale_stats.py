"""``tadqiq stats`` counts what is there, its page holds what it counted, and the queries of the docs run and agree."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import duckdb
import orjson
import pytest

from benchmarks.make_corpus import rows as generated
from pipeline.corpus import Settings, run_corpus
from pipeline.corpus.stats import collect
from tests.command import tadqiq
from tests.scale_help import ROOT

FENCED = re.compile(r"^```(sql|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stats") / "news.jsonl"
    bad = b'{"id": "x", "text": null}\n{"id": "y", "text": "<script>alert(1)</script>", "published": "<b>"}\n'
    path.write_bytes(b"".join(generated(80_000, seed=5)) + bad)
    return path


@pytest.mark.parametrize(
    "settings", [Settings(), Settings(format="jsonl"), Settings(flat=True), Settings(format="jsonl", flat=True)]
)
def test_counts_are_the_same_in_every_form(corpus: Path, tmp_path: Path, settings: Settings) -> None:
    summary = run_corpus([str(corpus)], tmp_path / "out", settings, part_bytes=30_000)
    rows = [row for row in tadqiq("extract", *_good(corpus, tmp_path), "--format", "jsonl").rows if row["claims"]]
    claims = [claim for row in rows for claim in row["claims"]]
    counts = collect(tmp_path / "out", 10)
    assert dict(counts.kinds) == Counter(claim["kind"] for claim in claims) == summary.claims
    assert dict(counts.currencies)["USD"] == sum(claim.get("currency") == "USD" for claim in claims)
    metrics = Counter(claim["context"]["metric"]["text"] for claim in claims if "metric" in claim["context"])
    assert all(metrics[name] == count for name, count in counts.metrics)
    years = Counter(claim.get("value", claim.get("low")) for claim in claims if claim["kind"] == "year")
    assert all(years[year] == count for year, count in counts.years)
    assert (counts.errors, len(counts.error_kinds), len(counts.bad_rows)) == (2, 2, 2)
    assert counts.documents == summary.documents


def test_errors_are_counted_by_kind_whatever_their_numbers(tmp_path: Path) -> None:
    rows = [
        b'{"text": "\xc8\xe1"}',
        b'{"text": "abc \xe3"}',
        b'{"text": "", "published": "2025-02-30"}',
        b'{"text": "", "published": "1"}',
    ]
    (tmp_path / "n.jsonl").write_bytes(b"\n".join(rows))
    run_corpus([str(tmp_path / "n.jsonl")], tmp_path / "out", workers=1)
    kinds = {"line: not UTF-8 at byte …": 2, "published: '…' is no date": 2}
    assert dict(collect(tmp_path / "out", 10).error_kinds) == kinds


def _good(corpus: Path, folder: Path) -> list[Path]:
    good = folder / "good.jsonl"
    good.write_bytes(b"".join(corpus.read_bytes().splitlines(keepends=True)[:-2]))
    return [good]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.links += [str(value) for name, value in attrs if name in ("src", "href")]


def test_the_page_needs_nothing_else_and_runs_nothing(corpus: Path, tmp_path: Path) -> None:
    assert tadqiq("corpus", corpus, tmp_path / "out", "--quiet").code == 0
    done = tadqiq("stats", tmp_path / "out", "--html", tmp_path / "page.html", "--top", "5")
    assert done.code == 0
    assert "money" in done.out.decode()
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    page = _Page()
    page.feed(text)
    assert (page.tags["script"], page.tags["b"], page.links) == (0, 0, [])
    assert page.tags["svg"] >= 4
    assert "&#x27;&lt;b&gt;&#x27; is no date" in text


def test_a_run_without_results(tmp_path: Path) -> None:
    (tmp_path / "n.jsonl").write_bytes(b"\n\n")
    assert tadqiq("corpus", tmp_path / "n.jsonl", tmp_path / "out", "--quiet").code == 0
    done = tadqiq("stats", tmp_path / "out")
    assert done.code == 0
    assert (tmp_path / "out" / "stats.html").exists()
    assert orjson.loads((tmp_path / "out" / "manifest.jsonl").read_bytes())["documents"] == 0


@pytest.fixture(scope="module")
def result(corpus: Path) -> Path:
    run_corpus([str(corpus)], corpus.parent / "OUT", part_bytes=30_000)
    return corpus.parent


@pytest.mark.parametrize("question", [0, 1, 2])
def test_the_queries_of_the_docs_agree(result: Path, monkeypatch: pytest.MonkeyPatch, question: int) -> None:
    monkeypatch.chdir(result)
    blocks = FENCED.findall((ROOT / "docs" / "queries.md").read_text(encoding="utf-8"))
    assert [language for language, _ in blocks] == ["sql", "python", "python"] * 3
    (_, sql), (_, pandas), (_, polars) = blocks[3 * question : 3 * question + 3]
    relation = duckdb.sql(sql)
    assert relation is not None
    wanted = relation.fetchall()
    assert _answer(pandas).to_numpy().tolist() == [list(row) for row in wanted]
    assert _answer(polars).rows() == wanted


def _answer(code: str) -> Any:
    names: dict[str, Any] = {}
    exec(code, names)
    return names["answer"]
