"""Exports: offsets as each tool counts them, on text with emoji, tashkeel and CRLF; and the way back from Label Studio."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from pipeline.claims import Document, load
from pipeline.errors import ClaimsError, InputError
from pipeline.export.brat import files
from pipeline.export.command import export, import_
from pipeline.export.documents import Exported
from pipeline.export.labelstudio import config, tasks
from pipeline.export.labelstudio_read import read
from pipeline.export.offsets import Counting
from pipeline.export.tables import as_csv, as_parquet, columns
from pipeline.export.webannotation import page
from pipeline.report.project import Project
from tests.reviewing import EUROS, FIXTURE, NAME, PRICE, TEXT, YEAR, claim, document, lay

# A claim over a line end, and one of every shape of field.
SPANNING = claim("percent", TEXT[TEXT.index("2024") : TEXT.index("3%") + 2], value="3", unit="percent", context_metric="الأرباح")
FULL = document(
    {**PRICE, "modifier": "approx", "currency_from": "context", "elided": True},
    {**YEAR, "offset": -1, "part": "early"},
    SPANNING,
    {k: v for k, v in EUROS.items() if k != "currency"} | {"currency_candidates": ["EUR", "USD"]},
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return lay(tmp_path, FULL)


def _exported(project: Project) -> list[Exported]:
    return [Exported(NAME, project.source(NAME), FULL)]


def _tasks(project: Project) -> Any:
    return json.loads(tasks(_exported(project), "fixture"))


def _back(found: Any, project: Project) -> list[dict[str, Any]]:
    return [claim for _, claims in read(json.dumps(found).encode(), "x.json", project) for claim in claims]


def _dicts(found: Document) -> list[dict[str, Any]]:
    return [claim.model_dump(mode="json", exclude_none=True) for claim in found.claims]


def test_label_studio_gets_its_own_offsets(project: Project) -> None:
    (task,) = _tasks(project)
    text = task["data"]["text"]
    assert "\r" not in text
    for row in task["annotations"][0]["result"]:
        if row["type"] == "labels":
            span = row["value"]
            assert text[span["start"] : span["end"]] == span["text"].replace("\r\n", "\n")


def _as_it_is(task: Any) -> None:
    return None


def _in_utf16(task: Any) -> None:
    text = task["data"]["text"]
    for row in task["annotations"][0]["result"]:
        if "value" in row:
            for end in ("start", "end"):
                row["value"][end] = len(text[: row["value"][end]].encode("utf-16-le")) // 2


def _with_carriage_returns(task: Any) -> None:
    way = Counting(TEXT, lines="\n")
    for row in task["annotations"][0]["result"]:
        if "value" in row:
            row["value"]["start"], row["value"]["end"] = way.span(row["value"]["start"], row["value"]["end"]) or (0, 0)
    task["data"]["text"] = TEXT


def _without_line_ends(task: Any) -> None:
    for row in task["annotations"][0]["result"]:
        if row.get("type") == "labels":
            row["value"]["text"] = row["value"]["text"].replace("\r\n", "")


@pytest.mark.parametrize("change", [_as_it_is, _in_utf16, _with_carriage_returns, _without_line_ends])
def test_label_studio_and_back_is_the_same_fixture(project: Project, change: Callable[[Any], None]) -> None:
    (task,) = _tasks(project)
    change(task)
    assert _back([task], project) == _dicts(FULL)


def test_what_an_annotator_changed_there_arrives(project: Project) -> None:
    (task,) = _tasks(project)
    result = task["annotations"][0]["result"]
    value = next(row for row in result if row.get("from_name") == "value")
    value["value"]["text"] = ["٤٨"]
    start = task["data"]["text"].index("5 دنانير أردنية")
    span = {"start": start, "end": start + len("5 دنانير أردنية"), "text": "5 دنانير أردنية"}
    result.append(
        {"id": "new", "from_name": "claim", "to_name": "text", "type": "labels", "value": {**span, "labels": ["money"]}}
    )
    result.append({"id": "new", "from_name": "value", "to_name": "text", "type": "textarea", "value": {**span, "text": ["5"]}})
    found = {claim["text"]: claim for claim in _back([task], project)}
    assert found["47 دولارًا"]["value"] == "48"
    added = found["5 دنانير أردنية"]
    assert TEXT[added["start"] : added["end"]] == added["text"]
    assert added["id"].startswith("money-")
    assert added["id"] != "money-00000000"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda task: task["data"].pop("id"), "data.id is missing"),
        (lambda task: task["data"].update(text="نص آخر"), "not that of the source"),
        (lambda task: task.update(annotations=[]), "no annotation"),
        (lambda task: task["annotations"][0].update(was_cancelled=True), "no annotation"),
        (lambda task: task["annotations"][0]["result"][0]["value"].update(start=3), "does not stand at 3"),
        (lambda task: task["annotations"][0]["result"][0].pop("value"), "not in Label Studio's form"),
        (lambda task: task["data"].update(id="../x"), "not a document"),
    ],
)
def test_what_cannot_be_read_back_says_why(project: Project, change: Callable[[Any], object], said: str) -> None:
    (task,) = _tasks(project)
    change(task)
    with pytest.raises(InputError, match=said):
        _back([task], project)


def test_no_json_and_doubled_documents_are_refused(project: Project, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not JSON"):
        list(read(b"{", "x.json", project))
    with pytest.raises(InputError, match="not a list of tasks"):
        list(read(b"{}", "x.json", project))
    path = tmp_path / "two.json"
    path.write_text(json.dumps(_tasks(project) * 2))
    with pytest.raises(InputError, match="in 2 tasks"):
        import_(path, fixtures=project.fixtures, seeds=project.seeds)


def test_the_labelling_configuration_is_xml_with_every_field() -> None:
    view = ElementTree.fromstring(config().decode())
    names = [element.get("name") for element in view.iter() if element.get("name")]
    assert len(names) == len(set(names))
    assert {"claim", "text", "value", "currency", "context_modality", "elided"} <= set(names)
    assert {label.get("value") for label in view.iter("Label")} >= {"money", "percent", "year", "number", "metric"}


def test_brat_offsets_are_code_points_of_the_file(project: Project) -> None:
    found = dict(files(_exported(project)))
    text = found[f"{NAME}.txt"].decode()
    assert text == TEXT
    entities = [line.split("\t") for line in found[f"{NAME}.ann"].decode().splitlines() if line.startswith("T")]
    for _, head, words in entities:
        spans = [tuple(map(int, part.split())) for part in head.split(" ", 1)[1].split(";")]
        assert " ".join(text[start:end] for start, end in spans) == words
    assert any(";" in head for _, head, _ in entities), "a span over a line end is in fragments"
    used = {head.split()[0] for _, head, _ in entities}
    assert used <= set(found["annotation.conf"].decode().split("[relations]")[0].split())


def test_a_table_has_a_row_a_claim(project: Project) -> None:
    data = as_csv(_exported(project))
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["text"] for row in rows] == [c.text for c in FULL.claims]
    assert all(TEXT[int(row["start"]) : int(row["end"])] == row["text"] for row in rows)
    assert (rows[0]["metric"], rows[0]["elided"], rows[0]["line"]) == ("سعرُ السهم", "true", "1")
    assert list(rows[0]) == list(columns())


def test_parquet_has_the_same_columns(project: Project) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="Parquet needs the extra `corpus`: make env-corpus")
    table = parquet.read_table(io.BytesIO(as_parquet(_exported(project))))
    assert table.column_names == list(columns())
    assert table.column("start").to_pylist() == [c.start for c in FULL.claims]
    assert table.column("value").to_pylist()[0] == "47"


def test_web_annotations_give_position_and_quotation(project: Project) -> None:
    found = json.loads(page(_exported(project)))
    for item, fields in zip(found["items"], _dicts(FULL), strict=True):
        position, quotation = item["target"]["selector"]
        assert TEXT[position["start"] : position["end"]] == quotation["exact"] == fields["text"]
        assert TEXT[position["start"] - len(quotation["prefix"]) : position["start"]] == quotation["prefix"]
        assert json.loads(item["body"][1]["value"]) == fields


@pytest.mark.parametrize("to", ["labelstudio", "brat", "csv", "webannotation"])
def test_the_command_writes_and_reads_back(project: Project, tmp_path: Path, to: str) -> None:
    out = tmp_path / "out" / "x.json"
    export(to, [NAME], out, fixtures=project.fixtures, seeds=project.seeds)
    assert out.exists()
    if to == "labelstudio":
        before = project.fixture_path(NAME).read_bytes()
        import_(out, fixtures=project.fixtures, seeds=project.seeds)
        assert project.fixture_path(NAME).read_bytes() == before
        (line,) = (project.fixtures / f"{NAME}.review.jsonl").read_text("utf-8").splitlines()
        assert json.loads(line)["action"] == "import"


def test_bad_choices_and_a_fixture_of_another_text_are_refused(project: Project, tmp_path: Path) -> None:
    folders: dict[str, Any] = {"fixtures": project.fixtures, "seeds": project.seeds}
    with pytest.raises(InputError, match="--to"):
        export("xml", [NAME], **folders)
    with pytest.raises(InputError, match="--of"):
        export("csv", [NAME], of="both", **folders)
    with pytest.raises(InputError, match="--from"):
        import_(tmp_path / "x", "doccano", **folders)
    (project.seeds / f"{NAME}.txt").write_bytes(("مقدمة\n" + TEXT).encode())
    with pytest.raises(ClaimsError, match="take the fixture over to the new one in `tadqiq review`"):
        export("csv", [NAME], tmp_path / "x.csv", **folders)


def test_a_fixture_survives_the_file_round_trip(project: Project) -> None:
    assert load(project.fixture_path(NAME).read_bytes(), "f") == FULL
    assert FIXTURE != FULL
