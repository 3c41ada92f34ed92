"""Decisions on fixtures: what each does to the file, the log, the version; undo, conflicts, and texts that were edited."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.claims import Document, dump, load
from pipeline.errors import ClaimsError, InputError
from pipeline.fields import flat
from pipeline.output import OutputError
from pipeline.report.difference import Difference
from pipeline.report.project import Project
from pipeline.review import service, store
from pipeline.review.decide import Decision
from pipeline.review.problem import ConflictError, DecisionError
from pipeline.review.rebase import rebased
from pipeline.review.service import Reviews, State
from tests.reviewing import DINARS, EUROS, EXTRACTED, FIXTURE, NAME, PRICE, TEXT, lay


@pytest.fixture
def reviews(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reviews:
    monkeypatch.setattr(service, "extract_now", lambda source: EXTRACTED)
    return Reviews(lay(tmp_path), "مراجِعة")


def _fixture(reviews: Reviews) -> Document:
    return load(_bytes(reviews), "fixture")


def _bytes(reviews: Reviews) -> bytes:
    return reviews.project.fixture_path(NAME).read_bytes()


def _log(reviews: Reviews) -> list[dict[str, Any]]:
    return [json.loads(line) for line in reviews.store.log_path(NAME).read_text("utf-8").splitlines()]


def _row(state: State, status: str) -> Difference:
    return next(row for row in state.pair.differences if row.status == status)


def _decide(reviews: Reviews, status: str, action: Any, form: dict[str, Any] | None = None, note: str | None = None) -> State:
    state = reviews.open(NAME)
    return reviews.decide(NAME, state.version, Decision(action, _row(state, status).key, form, note))


def _values(reviews: Reviews) -> dict[str, str]:
    return {claim.text: str(claim.value) for claim in _fixture(reviews).claims}


KEPT = {"47 دولارًا": "47", "2024": "2024", "3%": "3", "12 مليون دولار": "12000000"}


@pytest.mark.parametrize(
    ("status", "action", "change"),
    [
        ("changed", "keep", {}),
        ("changed", "take", {"47 دولارًا": "48"}),
        ("changed", "reject", {"47 دولارًا": None}),
        ("missing", "keep", {}),
        ("missing", "reject", {"3%": None}),
        ("unexpected", "take", {"5 دنانير أردنية": "5"}),
        ("unexpected", "reject", {}),
    ],
)
def test_each_decision_does_what_it_says_and_undo_restores_the_bytes(
    reviews: Reviews, status: str, action: str, change: dict[str, str | None]
) -> None:
    before = _bytes(reviews)
    state = _decide(reviews, status, action, note="لأن النص يقول ذلك")
    assert _values(reviews) == {words: value for words, value in (KEPT | change).items() if value is not None}
    assert (len(state.open), state.done) == (2, 1)
    (line,) = _log(reviews)
    assert (line["who"], line["action"], line["note"]) == ("مراجِعة", action, "لأن النص يقول ذلك")
    assert line["at"].endswith("Z")
    assert (_bytes(reviews) == before) == (not change), "what is not decided stays byte for byte"
    undone = reviews.undo(NAME, state.version)
    assert _bytes(reviews) == before
    assert (len(undone.open), undone.done) == (3, 0)
    assert [line["action"] for line in _log(reviews)] == [action, "undo"], "the log only grows"


def test_an_edited_claim_is_canonical_and_settled(reviews: Reviews) -> None:
    form = {**flat(PRICE), "value": "٤٧٫٥", "context.metric": {"start": TEXT.index("السهم"), "end": TEXT.index("السهم") + 5}}
    state = _decide(reviews, "changed", "edit", form)
    edited = next(claim for claim in _fixture(reviews).claims if claim.text == "47 دولارًا")
    assert (str(edited.value), edited.context.metric.text if edited.context.metric else "") == ("47.5", "السهم")
    assert edited.id == FIXTURE.claims[0].id, "the words and the sentence are the same, so is the id"
    assert edited.context.sentence == FIXTURE.claims[0].context.sentence
    assert len(state.open) == 2, "that the extractor still differs is no open question"
    assert dump(_fixture(reviews)) == _bytes(reviews)


def test_a_missed_claim_is_added_once(reviews: Reviews) -> None:
    state = reviews.open(NAME)
    state = reviews.decide(NAME, state.version, Decision("add", None, flat(EUROS), None))
    added = next(claim for claim in _fixture(reviews).claims if claim.text == "7 ملايين يورو")
    assert TEXT[added.start : added.end] == "7 ملايين يورو"
    assert added.context.sentence is not None
    assert added.context.sentence.text == "وبقي 👩‍👩‍👧 7 ملايين يورو بلا ذكر."
    assert (len(state.open), state.done) == (3, 1)
    with pytest.raises(DecisionError, match="already"):
        reviews.decide(NAME, state.version, Decision("add", None, flat(EUROS), None))


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"value": "سبعة"}, "value"),
        ({"value": ""}, "value"),
        ({"currency": "EURO"}, "currency"),
        ({"start": 5, "end": 5}, "text"),
        ({"start": 0, "end": 10**6}, "text"),
        ({"context.metric": {"start": -4, "end": 2}}, "context.metric"),
        ({"context.modality": "rumoured"}, "context.modality"),
        ({"kind": "weight"}, "kind"),
    ],
)
def test_what_is_no_claim_is_refused_by_field(reviews: Reviews, fields: dict[str, Any], named: str) -> None:
    before = _bytes(reviews)
    with pytest.raises(DecisionError) as refused:
        _decide(reviews, "unexpected", "edit", {**flat(DINARS), **fields})
    assert refused.value.field == named
    assert _bytes(reviews) == before
    assert not reviews.store.log_path(NAME).exists()


@pytest.mark.parametrize(
    ("fields", "arabic"),
    [
        ({"value": "سبعة"}, "القيمة: \u2068سبعة\u2069 ليس عددًا؛ اكتبه بالأرقام، مثل 1250.5 أو ١٢٥٠٫٥"),
        (
            {"value": "١,٥٠٠"},
            "القيمة: \u2068١,٥٠٠\u2069 يُقرأ على وجهين؛ اكتب \u20681500\u2069 إن كانت آلافًا، أو \u20681.500\u2069 إن كان كسرًا",
        ),
        ({"value": ""}, "القيمة: للرقم قيمة واحدة، أو حدّان من وإلى؛ املأ هذه أو هذين وأفرغ الباقي"),
        ({"currency": "EURO"}, "العملة: \u2068EURO\u2069 ليس رمز عملة؛ اكتب أحرفها اللاتينية الثلاثة، مثل USD"),
        ({"context.when.low": "٢٠٢٤٥"}, "الزمن من: \u206820245\u2069 ليس سنة؛ اكتب أربعة أرقام على الأكثر"),
        ({"context.when.offset": "واحد"}, "الزمن: الإزاحة: \u2068واحد\u2069 ليس عددًا صحيحًا؛ اكتبه بالأرقام، مثل 3"),
        ({"context.modality": "rumoured"}, "الصيغة: \u2068rumoured\u2069 ليس من الخيارات؛ اختر واحدًا منها"),
        ({"kind": "weight"}, "النوع: اختر نوعًا من القائمة"),
        ({"kind": "percent", "currency": ""}, "الوحدة: فارغ؛ املأه"),
    ],
)
def test_a_refusal_is_said_in_arabic_with_its_remedy(reviews: Reviews, fields: dict[str, Any], arabic: str) -> None:
    with pytest.raises(DecisionError) as refused:
        _decide(reviews, "unexpected", "edit", {**flat(DINARS), **fields})
    assert refused.value.words["ar"] == arabic
    assert not {"\u2068", "\u2069"} & set(str(refused.value))


@pytest.mark.parametrize("typed", ["3,5", "٣,٥", "٣،٥", "٣٫٥", " 3.5 "])
def test_a_number_is_taken_as_people_type_it(reviews: Reviews, typed: str) -> None:
    _decide(reviews, "unexpected", "edit", {**flat(DINARS), "value": typed})
    assert "3.5" in {str(claim.value) for claim in _fixture(reviews).claims}


def _other_page(reviews: Reviews) -> None:
    Reviews(reviews.project, "زميل").decide(
        NAME, reviews.open(NAME).version, Decision("take", _row(reviews.open(NAME), "changed").key, None, None)
    )


def _editor(reviews: Reviews) -> None:
    path = reviews.project.fixture_path(NAME)
    path.write_bytes(path.read_bytes().replace(b'"value": "47"', b'"value": "48"'))


@pytest.mark.parametrize("meanwhile", [_other_page, _editor])
def test_the_second_writer_is_told_and_loses_nothing(reviews: Reviews, meanwhile: Callable[[Reviews], None]) -> None:
    seen = reviews.open(NAME)
    meanwhile(reviews)
    others = _bytes(reviews)
    decision = Decision("reject", _row(seen, "missing").key, None, None)
    with pytest.raises(ConflictError) as told:
        reviews.decide(NAME, seen.version, decision)
    assert _bytes(reviews) == others, "the first writer's work stands"
    assert told.value.changes[0]["fields"] == [{"field": "value", "fixture": "47", "extracted": "48"}]
    reviews.decide(NAME, told.value.version, decision)
    assert _values(reviews) == {"47 دولارًا": "48", "2024": "2024", "12 مليون دولار": "12000000"}, "and so does the second's"


def test_a_decision_on_a_difference_that_is_gone_is_a_conflict(reviews: Reviews) -> None:
    seen = reviews.open(NAME)
    _editor(reviews)
    with pytest.raises(ConflictError):
        reviews.decide(NAME, reviews.open(NAME).version, Decision("keep", _row(seen, "changed").key, None, None))


def test_undo_refuses_to_overwrite_what_another_hand_changed(reviews: Reviews) -> None:
    _decide(reviews, "unexpected", "take")
    path = reviews.project.fixture_path(NAME)
    path.write_bytes(path.read_bytes().replace(b'"currency": "JOD"', b'"currency": "KWD"'))
    with pytest.raises(DecisionError, match="changed elsewhere"):
        reviews.undo(NAME, reviews.open(NAME).version)


def test_a_failed_write_leaves_fixture_and_log_as_they_were(reviews: Reviews, monkeypatch: pytest.MonkeyPatch) -> None:
    _decide(reviews, "missing", "keep")
    before = _bytes(reviews), _log(reviews)

    def full(path: Path, chunks: object) -> None:
        raise OutputError(f"{path}: No space left on device")

    monkeypatch.setattr(store, "write", full)
    with pytest.raises(OutputError, match="nothing was changed"):
        _decide(reviews, "changed", "take")
    assert (_bytes(reviews), _log(reviews)) == before


def test_only_a_finished_document_is_signed(reviews: Reviews) -> None:
    with pytest.raises(DecisionError, match="3 differences are still open"):
        reviews.sign(NAME, reviews.open(NAME).version, None)
    for status, action in (("changed", "take"), ("missing", "keep"), ("unexpected", "take")):
        state = _decide(reviews, status, action)
    signed = reviews.sign(NAME, state.version, "قرأتها كلها")
    assert signed.signed is not None
    assert signed.signed.who == "مراجِعة"
    assert reviews.open(NAME).signed == signed.signed
    assert reviews.undo(NAME, signed.version).signed is None


def test_a_document_without_a_fixture_gets_one_by_the_first_decision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "extract_now", lambda source: EXTRACTED)
    reviews = Reviews(lay(tmp_path, None), "أ")
    assert len(reviews.open(NAME).open) == 4
    _decide(reviews, "unexpected", "take")
    assert _values(reviews) == {"47 دولارًا": "48"}
    reviews.undo(NAME, reviews.open(NAME).version)
    assert _values(reviews) == {}


def test_a_fixture_is_taken_over_to_an_edited_text(tmp_path: Path) -> None:
    project = lay(tmp_path)
    longer = "خبر عاجل 📈.\n" + TEXT.replace("وتراجعت الأرباح 3%", "وتراجعت كثيرًا الأرباح 3%").replace("12 مليون", "13 مليون")
    (project.seeds / f"{NAME}.txt").write_bytes(longer.encode())
    reviews = Reviews(project, "أ")
    state = reviews.open(NAME)
    assert state.pair.moved
    with pytest.raises(DecisionError, match="another version"):
        reviews.decide(NAME, state.version, Decision("reject", state.pair.differences[0].key, None, None))
    before = _bytes(reviews)
    after = reviews.rebase(NAME, state.version)
    assert not after.pair.moved
    assert [claim.text for claim in _fixture(reviews).claims] == ["47 دولارًا", "2024", "3%"], "what is gone is in the log alone"
    assert _log(reviews)[-1]["removed"]
    reviews.undo(NAME, after.version)
    assert _bytes(reviews) == before


def test_rebased_spans_slice_back() -> None:
    text = "مقدمة\n\n" + TEXT
    claims = [claim.model_dump(mode="json", exclude_none=True) for claim in FIXTURE.claims]
    for claim in rebased(claims, text):
        spans = [claim, *(value for value in claim["context"].values() if isinstance(value, dict) and "text" in value)]
        assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)


def test_names_and_links_cannot_leave_the_folders(reviews: Reviews, tmp_path: Path) -> None:
    for name in ("../secret", "a/b", "..", "", ".hidden", "a\x00b", "khabar\n"):
        with pytest.raises(InputError, match="not a document"):
            reviews.open(name)
    outside = tmp_path / "outside.txt"
    outside.write_text("سر 5 دولارات", "utf-8")
    (reviews.project.seeds / "link.txt").symlink_to(outside)
    with pytest.raises(InputError, match="not a document"):
        reviews.open("link")
    (reviews.project.fixtures / f"{NAME}.review.jsonl").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(InputError, match="not a document"):
        reviews.open(NAME)


def test_a_broken_log_or_fixture_is_told_with_its_line(reviews: Reviews) -> None:
    log = reviews.store.log_path(NAME)
    log.write_bytes(b'{"id": "1"}\n')
    with pytest.raises(ClaimsError, match=r"review\.jsonl:1: not a line of a review log"):
        reviews.open(NAME)
    log.unlink()
    reviews.project.fixture_path(NAME).write_bytes(b"{")
    with pytest.raises(ClaimsError, match=r"claims\.json"):
        Reviews(Project(reviews.project.seeds, reviews.project.fixtures)).open(NAME)
