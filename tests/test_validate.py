"""The validator: pairing, field changes, figures, and its exit codes on a fixture that is right, wrong, foreign or broken."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from pipeline.canonical import claim_id, document_dict, dump_dict, source_of
from pipeline.claims import Document, load
from pipeline.validate import compare, flatten, show
from tests.command import ROOT, tadqiq

TEXT = "دفعت الشركة 5 ملايين دولار في 2019.\nوارتفعت الأسعار 12% في العام الماضي."
FIXTURE = ROOT / "fixtures" / "coreweave-ipo.claims.json"


def _claim(kind: str, text: str, *, of: str = TEXT, **fields: Any) -> dict[str, Any]:
    start = of.index(text)
    sentence = next(part for part in of.split("\n") if text in part)
    at = of.index(sentence)
    context = {"sentence": {"start": at, "end": at + len(sentence), "text": sentence}, **fields.pop("context", {})}
    span = {"id": claim_id(kind, text, sentence, 0), "kind": kind, "text": text, "start": start, "end": start + len(text)}
    return {**span, **fields, "context": context}


def _claims(of: str = TEXT) -> list[dict[str, Any]]:
    return [
        _claim(
            "money",
            "5 ملايين دولار",
            of=of,
            value="5000000",
            currency="USD",
            currency_from="stated",
            context={"modality": "asserted"},
        ),
        _claim("year", "2019", of=of, value="2019"),
        _claim("percent", "12%", of=of, value="12", unit="percent", direction="up", context={"modality": "asserted"}),
        _claim("year", "العام الماضي", of=of, offset=-1),
    ]


def _document(claims: list[dict[str, Any]], of: str = TEXT) -> Document:
    return load(dump_dict(document_dict(source_of(of, "a.txt"), claims)), "a")


def test_equal_documents_have_no_difference() -> None:
    comparison = compare(_document(_claims()), _document(_claims()))
    assert comparison.equal
    assert [(s.kind, s.fixture, s.extracted, s.right, str(s.f1)) for s in comparison.scores()] == [
        ("money", 1, 1, 1, "1"),
        ("percent", 1, 1, 1, "1"),
        ("year", 1, 1, 1, "1"),
        ("relative year", 1, 1, 1, "1"),
    ]
    assert all(score.agree == score.total for score in comparison.agreement())


def test_missing_and_unexpected_claims() -> None:
    claims = _claims()
    comparison = compare(_document(claims[:3]), _document(claims[1:]))
    assert [claim.text for claim in comparison.missing] == ["5 ملايين دولار"]
    assert [claim.text for claim in comparison.unexpected] == ["العام الماضي"]
    assert len(comparison.same) == 2
    money = comparison.scores()[0]
    assert (money.kind, str(money.recall), str(money.precision), str(money.f1)) == ("money", "0", "0", "0")


def test_a_changed_value_is_one_change_that_names_the_field() -> None:
    claims = _claims()
    claims[0]["value"] = "6000000"
    (change,) = compare(_document(_claims()), _document(claims)).changed
    assert [(field.field, field.fixture, field.extracted) for field in change.fields] == [("value", "5000000", "6000000")]
    assert not change.right
    assert not change.moved


def test_a_changed_context_leaves_the_reading_right() -> None:
    claims = _claims()
    claims[2]["context"]["modality"] = "expected"
    del claims[2]["direction"]
    comparison = compare(_document(_claims()), _document(claims))
    (change,) = comparison.changed
    assert [(field.field, field.fixture, field.extracted) for field in change.fields] == [
        ("direction", "up", None),
        ("context.modality", "asserted", "expected"),
    ]
    assert [score.right for score in comparison.scores()] == [1, 1, 1, 1]
    assert {(s.field, s.agree, s.total) for s in comparison.agreement()} >= {("direction", 0, 1), ("context.modality", 1, 2)}


def test_an_overlapping_span_is_a_change_of_the_text() -> None:
    longer = _claim("percent", "الأسعار 12%", value="12", unit="percent", direction="up", context={"modality": "asserted"})
    (change,) = compare(_document(_claims()), _document([*_claims()[:2], longer, _claims()[3]])).changed
    (field,) = change.fields
    assert field.field == "text"
    assert show(field.fixture) == "«12%» [52:55]"


def test_a_wrong_id_is_told_where_words_and_sentence_agree() -> None:
    claims = _claims()
    claims[1]["id"] = "year-00000000"
    (change,) = compare(_document(claims), _document(_claims())).changed
    assert [field.field for field in change.fields] == ["id"]


def test_kinds_are_never_paired_with_each_other() -> None:
    number = {**_claims()[1], "kind": "number"}
    comparison = compare(_document([_claims()[1]]), _document([number]))
    assert (len(comparison.missing), len(comparison.unexpected), comparison.changed) == (1, 1, ())


def test_a_claim_that_only_moved_is_no_difference() -> None:
    edited = f"مقدمة جديدة.\n{TEXT}"
    comparison = compare(_document(_claims()), _document(_claims(edited), edited))
    assert comparison.equal
    assert len(comparison.same) == 4


def test_in_an_edited_sentence_a_claim_is_found_by_its_words() -> None:
    edited = TEXT.replace("دفعت", "أنفقت")
    claims = _claims(edited)
    claims[0]["currency"] = "CAD"
    comparison = compare(_document(_claims()), _document(claims, edited))
    assert not comparison.missing
    assert not comparison.unexpected
    assert [field.field for change in comparison.changed for field in change.fields] == [
        "currency",
        "context.sentence",
        "context.sentence",
    ]
    assert comparison.changed[0].moved


def test_each_claim_is_paired_once_and_input_order_does_not_matter() -> None:
    twice = [_claims()[1], _claims()[1]]
    comparison = compare(_document(twice), _document([_claims()[1]]))
    assert (len(comparison.same), len(comparison.missing)) == (1, 1)
    fixture = _document(_claims())
    backwards = fixture.model_copy(update={"claims": fixture.claims[::-1]})
    assert compare(backwards, fixture) == compare(fixture, backwards)


def test_flatten_names_every_field_but_id_and_kind() -> None:
    (claim,) = _document(_claims()[:1]).claims
    assert list(flatten(claim)) == ["text", "value", "currency", "currency_from", "context.sentence", "context.modality"]


def test_the_fixture_is_canonical_and_of_the_seed(project: Path) -> None:
    data = FIXTURE.read_bytes()
    assert dump_dict(orjson.loads(data)) == data
    assert tadqiq("validate").code == 0


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Seeds and fixtures as they are, and the fixture itself as what was extracted."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "fixtures", tmp_path / "fixtures", ignore=shutil.ignore_patterns("*.md"))
    shutil.copytree(tmp_path / "fixtures", tmp_path / "build" / "claims")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _edit(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    document = orjson.loads(path.read_bytes())
    change(document)
    path.write_bytes(dump_dict(document))


def test_validate_prints_figures_and_exits_0_when_all_agree(project: Path) -> None:
    result = tadqiq("validate")
    out = result.out.decode()
    assert (result.code, result.err) == (0, "")
    assert "24 of 24 claims right; every field equal" in out
    assert ["money", "13", "13", "13", "1.000", "1.000", "1.000"] in [line.split() for line in out.splitlines()]
    assert "context.metric" in out


def test_documents_stand_apart(project: Path) -> None:
    for path in (*project.glob("seeds/*"), _fixture(project), project / "build/claims/coreweave-ipo.claims.json"):
        (path.parent / path.name.replace("coreweave-ipo", "again")).write_bytes(
            path.read_bytes().replace(b"seeds/coreweave-ipo", b"seeds/again")
        )
    assert "\n24 of 24 claims right; every field equal\n\ncoreweave-ipo\n" in tadqiq("validate").out.decode()


def test_validate_shows_each_difference_with_its_sentence_and_exits_1(project: Path) -> None:
    extracted = project / "build" / "claims" / "coreweave-ipo.claims.json"

    def change(document: dict[str, Any]) -> None:
        document["claims"][1]["currency"] = "CAD"
        document["claims"][8]["id"] = "money-12345678"
        moved = document["claims"].pop(2)
        document["claims"].append({**moved, "kind": "number"} | {"id": "number-00000000"})
        for field in ("currency", "currency_from", "per"):
            document["claims"][-1].pop(field, None)

    _edit(extracted, change)
    result = tadqiq("validate", "coreweave-ipo")
    out = result.out.decode()
    assert result.code == 1
    assert "currency: USD → CAD" in out
    assert "− missing: money" in out
    assert "+ unexpected: number" in out
    assert "كانت الشركة تأمل في البداية" in out
    assert "22 of 24 claims right; 1 missing, 1 unexpected, 2 changed" in out
    assert not set(out) & set("\u2066\u2067\u2068\u2069"), "a pipe gets no isolates"


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "another text": (
        lambda p: (p / "seeds/coreweave-ipo.txt").write_text("نص آخر", encoding="utf-8"),
        "restore the text, or take the fixture over to the new one in `tadqiq review`",
    ),
    "no text": (lambda p: (p / "seeds/coreweave-ipo.txt").unlink(), "seeds/coreweave-ipo.txt: no such file"),
    "not extracted": (
        lambda p: shutil.rmtree(p / "build"),
        "build/claims/coreweave-ipo.claims.json: no such file; extract first",
    ),
    "no fixtures": (lambda p: shutil.rmtree(p / "fixtures"), "fixtures: no fixtures"),
    "no JSON": (lambda p: _fixture(p).write_bytes(b'{\n "schema": ,'), "fixtures/coreweave-ipo.claims.json:2:12: not JSON"),
    "unknown field": (
        lambda p: _edit(_fixture(p), lambda d: d["claims"][3].update(colour="red")),
        "claims.3.colour (money-4615e3bf): Extra inputs",
    ),
    "number as a float": (lambda p: _edit(_fixture(p), lambda d: d["claims"][1].update(value=39.0)), "claims.1.value (money-"),
    "no number": (lambda p: _edit(_fixture(p), lambda d: d["claims"][1].pop("value")), "either value, or low and high"),
    "wrong offset": (
        lambda p: _edit(_fixture(p), lambda d: d["claims"][0].update(start=161)),
        "claims.0 (money-b52f3cdf): seeds/",
    ),
    "wrong context offset": (
        lambda p: _edit(_fixture(p), lambda d: d["claims"][0]["context"]["metric"].update(end=149)),
        "claims.0.context.metric (money-b52f3cdf): seeds/coreweave-ipo.txt[145:149] is not 'سعر'",
    ),
}


def _fixture(project: Path) -> Path:
    return project / "fixtures" / "coreweave-ipo.claims.json"


@pytest.mark.parametrize("label", BROKEN)
def test_what_cannot_be_compared_exits_2_and_names_the_place(label: str, project: Path) -> None:
    breaks, told = BROKEN[label]
    breaks(project)
    result = tadqiq("validate")
    assert result.code == 2
    assert result.err.startswith("tadqiq: ")
    assert told in result.err
    assert result.err.count("\n") == 1


def test_an_unknown_document_is_named(project: Path) -> None:
    assert "fixtures/none.claims.json: no such claims file" in tadqiq("validate", "none").err
