"""The differences in words: for a person, a pipe, a program; and what the exit codes say."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import orjson
import pytest
import typer
from rich.console import Console

from pipeline.claims import Document, dump
from pipeline.errors import ClaimsError, InputError
from pipeline.report.command import diff
from pipeline.report.difference import pair
from pipeline.report.formats import as_github
from pipeline.report.place import Lines, visible
from pipeline.report.terminal import show
from tests.reviewing import DINARS, EXTRACTED, FIXTURE, NAME, PRICE, TEXT, claim, document, lay

PAIR = pair(NAME, TEXT, EXTRACTED, FIXTURE)


def _project(root: Path, extracted: Document, fixture: Document = FIXTURE) -> dict[str, Any]:
    project = lay(root, fixture)
    project.claims.mkdir(parents=True)
    (project.claims / f"{NAME}.claims.json").write_bytes(dump(extracted))
    return {"fixtures": project.fixtures, "claims": project.claims, "seeds": project.seeds}


def _told(capfdbinary: pytest.CaptureFixture[bytes]) -> str:
    return capfdbinary.readouterr().out.decode()


def test_one_changed_value_is_one_line_that_names_the_field(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    folders = _project(
        tmp_path, FIXTURE, document({**PRICE, "value": "470"}, *(c for c in _dicts(FIXTURE) if c["value"] != "47"))
    )
    with pytest.raises(typer.Exit) as stopped:
        diff(**folders)
    assert stopped.value.exit_code == 1
    changed = [line for line in _told(capfdbinary).splitlines() if line.startswith("~")]
    assert len(changed) == 1
    assert changed[0].startswith("~ value: 470 → 47  money 47 دولارًا  ")
    assert changed[0].endswith(f"seeds/{NAME}.txt:1:{TEXT.index('47') + 1}")


def test_groups_counts_and_marked_sentences(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with pytest.raises(typer.Exit):
        diff(**_project(tmp_path, EXTRACTED))
    told = _told(capfdbinary)
    assert "1 missing, 1 unexpected, 1 changed, 2 same" in told
    assert "− percent 3% = 3 %" in told
    assert "+ money 5 دنانير أردنية = 5 JOD" in told
    assert "⟦5 دنانير أردنية⟧" in told
    assert "\x1b" not in told, "a pipe gets no colours"
    assert not set(told) & set("\u2066\u2067\u2068\u2069"), "nor isolates"


def test_a_terminal_gets_isolates_around_each_run() -> None:
    out = io.StringIO()
    show([PAIR], Console(file=out, force_terminal=True, width=80))
    told = out.getvalue()
    assert "\x1b[" in told
    for line in told.splitlines():
        opened = sum(line.count(mark) for mark in "\u2066\u2067\u2068")
        assert opened == line.count("\u2069")
    assert "\u2067" in told


def test_equal_documents_say_so_and_exit_with_nothing(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    diff(**_project(tmp_path, FIXTURE))
    assert "1 document: 4 same" in _told(capfdbinary)


def test_json_for_programs(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with pytest.raises(typer.Exit):
        diff(**_project(tmp_path, EXTRACTED), format="json")
    found = orjson.loads(capfdbinary.readouterr().out)
    assert found["totals"] == {"missing": 1, "unexpected": 1, "changed": 1, "same": 2}
    changed, missing, unexpected = found["documents"][0]["differences"]
    assert changed["fields"] == [{"field": "value", "fixture": "47", "extracted": "48"}]
    assert (missing["status"], missing["line"], missing["column"]) == ("missing", 2, 17)
    assert unexpected["extracted"]["currency"] == "JOD"
    assert "fixture" not in unexpected


def test_annotations_stay_on_one_line_and_escape_their_separators() -> None:
    lines = list(as_github([PAIR]))
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::error", "::warning"]
    assert lines[0].startswith(f"::error file=seeds/{NAME}.txt,line=1,col=21,title=changed money::~ value: 47 → 48%0A")
    assert "3%25" in lines[1]
    assert all("\n" not in line and "\r" not in line for line in lines)


def test_claims_that_only_moved_are_no_differences(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    longer = "خبر جديد في أول النص.\n" + TEXT
    words = [
        (c["kind"], c["text"], {k: v for k, v in c.items() if k in ("value", "currency", "unit", "direction")})
        for c in _dicts(FIXTURE)
    ]
    moved = document(*(claim(kind, text, longer, **fields) for kind, text, fields in words), text=longer)
    before = document(*(claim(kind, text, TEXT, **fields) for kind, text, fields in words))
    assert [c.id for c in moved.claims] == [c.id for c in before.claims]
    folders = _project(tmp_path, moved, before)
    (tmp_path / "seeds" / f"{NAME}.txt").write_bytes(longer.encode())
    with pytest.raises(ClaimsError, match="another text"):
        diff(**folders)
    told = _told(capfdbinary)
    assert "4 same" in told
    assert not [line for line in told.splitlines() if line[:1] in "−+~"]


def test_bad_input_names_file_and_remedy(tmp_path: Path) -> None:
    folders = _project(tmp_path, EXTRACTED)
    with pytest.raises(InputError, match="--format: 'xml' is none of"):
        diff(**folders, format="xml")
    (folders["claims"] / f"{NAME}.claims.json").unlink()
    with pytest.raises(ClaimsError, match="extract first"):
        diff(**folders)
    with pytest.raises(InputError, match="not a document of"):
        diff(["../secret"], **folders)


def test_what_is_printed_cannot_steer_the_terminal() -> None:
    assert visible("أ\x1b]0;x\x07\x9bb\u202ec\u2069d\r\n") == "أ␛]0;x␇\ufffdbcd  "
    assert Lines("أ\r\nب\nج").at(5) == (3, 1)


def _dicts(found: Document) -> list[dict[str, Any]]:
    return [c.model_dump(mode="json", exclude_none=True) for c in found.claims]


def test_a_new_dinar_claim_is_told_with_its_reading() -> None:
    told = list(as_github([pair(NAME, TEXT, document(DINARS), document())]))
    assert told[0].split("::")[2].startswith("+ 5 دنانير أردنية = 5 JOD%0A")
